"""Every finding that the course names: what was found, who found it, what it does not show, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from genuinely.coaching.page import Shown, escape, heading, page
from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.course_wording import say
from genuinely.lessons.evidence import Sources, sources
from genuinely.lessons.reading import LessonDataError, Table, read

DOUBTED = ("E01", "E02")
"""Two well-known papers that the course does not build on."""


@dataclass(frozen=True)
class Finding:
    """A finding in plain words. limits: what it does not show."""

    id: str
    found: str
    limits: str

    @property
    def source(self) -> Sources:
        """Return the study, how it looked, and whether its figures were seen at their source."""
        return sources(self.id)


@dataclass(frozen=True, repr=False)
class Findings(Shown):
    """All findings, each with its study and its limits behind a fold."""

    findings: tuple[Finding, ...]

    def html(self) -> str:
        title = say("findings.title")
        doubted = f"<p>{escape(say('findings.doubted'))}</p><ul>{sources(*DOUBTED).items()}</ul>"
        body = "".join(map(_fold, self.findings))
        return page(
            f"{heading(title, level=3, kind='g-title')}<p>{escape(say('findings.open'))}</p>{body}"
            f"{heading(say('findings.doubted_title'))}{doubted}",
            label=title,
        )

    def plain(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield say("findings.title")
        for each in self.findings:
            (study,) = each.source.texts()
            yield f"- {each.id}: {each.found}\n  {say('findings.limits')}: {each.limits}\n  {study}"
        yield say("findings.doubted_title")
        yield say("findings.doubted")
        yield from (f"- {text}" for text in sources(*DOUBTED).texts())


@cache
def findings() -> Findings:
    """Return every finding that the course names, by id. Raises LessonDataError."""
    return Findings(tuple(finding_from(id, table) for id, table in read("evidence", f"{LANGUAGE}.toml").each()))


def finding_from(id: str, table: Table) -> Finding:
    """Return the finding in a table of `data/evidence/en.toml`. Raises LessonDataError."""
    table.only("found", "limits")
    try:
        sources(id)
    except LessonDataError as error:
        table.refuse("found", str(error))
    return Finding(id, table.text("found"), table.text("limits"))


def sources_page(command: str) -> str:
    """Return the page of sources in Markdown. command: what writes it anew."""
    parts = [f"# {say('findings.title')}", say("findings.intro", command=command)]
    for each in findings().findings:
        (study,) = each.source.texts()
        parts += [f"## {each.id}", each.found, f"**{say('findings.limits')}.** {each.limits}", study]
    parts += [f"## {say('findings.doubted_title')}", say("findings.doubted")]
    parts.append("\n".join(f"- {text}" for text in sources(*DOUBTED).texts()))
    return "\n\n".join(parts) + "\n"


def _fold(each: Finding) -> str:
    # JupyterLab would take Space and Enter on the summary for its own.
    style = "padding:0.7em 0;cursor:pointer"
    told = escape(f"{each.id} · {each.found}")
    summary = f'<summary data-lm-suppress-shortcuts="true" style="{style}">{told}</summary>'
    limits = f"<p><strong>{escape(say('findings.limits'))}.</strong> {escape(each.limits)}</p>"
    return f"<details>{summary}{limits}<ul>{each.source.items()}</ul></details>"
