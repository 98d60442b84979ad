"""The findings that the course tells of: which may be drawn, and where they come from."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from genuinely.coaching.page import Shown, escape, heading, page
from genuinely.lessons.reading import LessonDataError
from genuinely.lessons.wording import say
from genuinely.resources import data

MAY_BE_DRAWN = ("V1", "V1 computed", "computed")
"""The marks with which a figure is drawn as data. Others are told in words, with their doubt."""


_UNSURE = re.compile(r"^$|^n/r|\bK-[hml]\b")
"""A number of people that is missing, or told from memory."""


@dataclass(frozen=True)
class Figure:
    """One number of a finding, with its unit."""

    label: str
    group: str
    value: float
    unit: str


def figures(id: str) -> tuple[Figure, ...]:
    """Return the numbers of a finding that may be drawn.

    Raises LessonDataError if there are none, or if one of them has not been seen at its source.
    """
    rows = [row for row in _table("plot_values.csv") if row["id"] == id]
    if not rows:
        raise LessonDataError(f"plot_values.csv: there are no numbers for '{id}'. Add them, or name another finding.")
    for row in rows:
        if row["verified"] not in MAY_BE_DRAWN:
            raise LessonDataError(
                f"plot_values.csv: '{id}', {row['label']}: marked {row['verified']!r}, so it is told in words and not "
                f"drawn. To draw it, see it at its source and mark it as one of: {', '.join(MAY_BE_DRAWN)}."
            )
    return tuple(Figure(row["label"], row["group"], float(row["value"]), row["unit"]) for row in rows)


@dataclass(frozen=True, repr=False)
class Sources(Shown):
    """A list of studies: who, when, where, how they looked, and whether the figures were seen at their source."""

    rows: tuple[Mapping[str, str], ...]

    def items(self) -> str:
        """Return the studies as the items of a list, in HTML."""
        return "".join(f"<li>{_html(row)}</li>" for row in self.rows)

    def html(self) -> str:
        return page(f"{heading(say('sources.title'), level=3)}<ul>{self.items()}</ul>", label=say("sources.title"))

    def plain(self) -> str:
        return "\n".join((say("sources.title"), *(f"- {text}" for text in self.texts())))

    def texts(self) -> Iterator[str]:
        """Yield each study as one line."""
        for row in self.rows:
            link = f" https://doi.org/{row['doi']}." if row["doi"] else ""
            yield f"{_study(row)}{link} {_how(row)}"


def sources(*ids: str) -> Sources:
    """Return the studies behind these findings. Raises LessonDataError for an id that the table does not have."""
    table = {row["id"]: row for row in _table("evidence.csv")}
    for id in ids:
        if id not in table:
            raise LessonDataError(f"evidence.csv: there is no finding '{id}'. Name one of its ids, E01 to E69.")
    return Sources(tuple(table[id] for id in ids))


def _html(row: Mapping[str, str]) -> str:
    doi = escape(row["doi"])
    link = f' <a href="https://doi.org/{doi}" style="color:var(--g-accent)">doi:{doi}</a>.' if doi else ""
    return f"{escape(_study(row))}{link} {escape(_how(row))}"


def _study(row: Mapping[str, str]) -> str:
    authors = row["authors"].replace(";", ",")
    title = row["study"] if row["study"].endswith("?") else f"{row['study']}."
    return f"{row['id']} · {authors} ({row['year']}): {title} {row['journal']}."


def _how(row: Mapping[str, str]) -> str:
    """How the study looked, and how sure its figures are."""
    mark = row["verified"]
    seen = "seen" if mark.startswith("V1") else "secondary" if mark.startswith("V2") else "unseen"
    sizes = () if _UNSURE.search(row["n"]) else (row["n"],)
    design = "; ".join((*sizes, row["design"]))
    return f"{design[:1].upper()}{design[1:]}. {say(f'sources.{seen}')}"


@cache
def _table(name: str) -> tuple[Mapping[str, str], ...]:
    text = data("evidence", name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text, newline="")))
