"""The report on a class as one HTML page that needs nothing else. It lays tables out, and decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from genuinely.coaching.look import page_variables, style
from genuinely.coaching.page import escape, sentence
from genuinely.coaching.wording import LANGUAGE, words
from genuinely.grading.class_report import ClassWork, criterion_title, weakness_label
from genuinely.grading.class_report_figures import column_titles, draw_before_after, draw_heat_map, draw_spread
from genuinely.grading.class_report_items import FEW, item_table
from genuinely.grading.class_report_tables import (
    ALL,
    TOTAL,
    before_after,
    first_to_read,
    heat_map,
    level_shares,
    near_identical,
    percentages,
    spread,
    weaknesses,
)
from genuinely.grading.class_report_wording import say
from genuinely.lessons.plotting import plain
from genuinely.lessons.themed import themed_svg

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

WEAKNESSES, WAITING, PAIRS = 12, 100, 40
"""How many of each are shown at most, the most telling first."""

OPEN = 5
"""Pairs whose texts can be seen at once; the others open when they are asked for."""

Cells = tuple[str, ...]


def as_html(work: ClassWork) -> str:
    """Return the whole page. Everything that students wrote, their ids included, is escaped."""
    title = escape(say("page.title", assignment=work.assignment))
    css = (files("genuinely.grading") / "static" / "class_report.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{LANGUAGE}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title>{style()}<style>{page_variables()}{css}</style></head>\n"
        f'<body class="genuinely"><main><h1>{title}</h1>{"".join(_body(work))}</main></body></html>\n'
    )


def _body(work: ClassWork) -> Iterator[str]:
    yield _paragraph(repr(work))
    if work.trouble:
        return
    assessor, rubric = work.versions
    yield _quiet(say("page.made_with", assessor=assessor, rubric=rubric), say("page.limits"))
    if work.older:
        yield _quiet(say("page.older", count=work.older))
    if work.not_graded:
        students = ", ".join(work.not_graded[:WAITING])
        yield _quiet(say("page.not_graded", count=len(work.not_graded), students=students))
    links = "".join(f'<li><a href="#{name}">{escape(say(f"{name}.heading"))}</a></li>' for name in _SECTIONS)
    yield f'<nav aria-label="{escape(say("page.contents"))}"><ul>{links}</ul></nav>'
    for name, section in _SECTIONS.items():
        heading = f'<h2 id="{name}">{escape(say(f"{name}.heading"))}</h2>'
        yield f'<section aria-labelledby="{name}">{heading}{"".join(section(work))}</section>'


def _spread(work: ClassWork) -> Iterator[str]:
    found, figures = percentages(work), spread(work)
    if found.empty:
        yield _paragraph(say("spread.none"))
        return
    yield _paragraph(say("spread.lead"))
    said = {str(name): plain(value, 0 if name == "students" else 1) for name, value in figures.items()}
    yield _picture(say("spread.picture", **said), partial(draw_spread, found))
    head = tuple(say(f"spread.{name}") for name in said)
    yield _table(say("spread.heading"), head, [tuple(said.values())], numbers=0)


def _levels(work: ClassWork) -> Iterator[str]:
    table, shares = heat_map(work), level_shares(work)
    if shares.empty:
        yield _paragraph(say("levels.none"))
        return
    yield _paragraph(say("levels.lead"))
    titles = column_titles(table, {item.scenario: item.title for item in work.items if item.scenario})
    weakest, strongest = (criterion_title(str(end)) for end in (table[ALL].idxmin(), table[ALL].idxmax()))
    told = say("levels.picture", weakest=weakest, strongest=strongest)
    yield _picture(told, partial(draw_heat_map, table, titles))
    words_of_levels = [words("levels")[f"level_{level}"]["word"] for level in range(3)]
    cards = [titles[card] for card in table.columns if card != ALL]
    head = (say("levels.criterion"), *words_of_levels, say("levels.mean"), *cards, say("levels.messages"))
    rows = [
        (
            criterion_title(row.Index),
            *map(_percent, (row.level_0, row.level_1, row.level_2)),
            _number(row.mean),
            *(_number(mean, "") for mean in table.drop(columns=ALL).loc[row.Index]),
            str(row.messages),
        )
        for row in _rows(shares)
    ]
    yield _table(say("levels.caption"), head, rows)


def _weaknesses(work: ClassWork) -> Iterator[str]:
    table = weaknesses(work)
    if table.empty:
        yield _paragraph(say("weaknesses.none"))
        return
    yield _paragraph(say("weaknesses.lead"))
    items = []
    for row in _rows(table.head(WEAKNESSES)):
        told = say(
            "weaknesses.item",
            criterion=criterion_title(row.criterion),
            move=weakness_label(row.criterion, row.move),
            count=row.messages,
            share=round(100 * row.share),
        )
        quotes = "".join(f"<li><q>{escape(quotation)}</q></li>" for quotation in row.quotations)
        items.append(f"<li>{escape(told)}" + (f'<ul class="g-quotes">{quotes}</ul>' if quotes else "") + "</li>")
    yield f"<ol>{''.join(items)}</ol>"


def _items(work: ClassWork) -> Iterator[str]:
    table = item_table(work)
    if table["students"].sum() == 0:
        yield _paragraph(say("items.none"))
        return
    yield _paragraph(say("items.lead"))
    if len(work.students) < FEW:
        yield f'<div class="g-notice" role="note"><p>{escape(say("items.few", count=len(work.students)))}</p></div>'
    head = tuple(say(f"items.{name}") for name in ("item", "students", "difficulty", "discrimination", "range"))
    rows = [
        (
            row.item,
            str(row.students),
            _number(row.difficulty),
            _number(row.discrimination),
            say("items.from_to", low=_number(row.low), high=_number(row.high))
            if row.low == row.low
            else say("items.unknown"),
        )
        for row in _rows(table)
    ]
    yield _table(say("items.heading"), head, rows)
    yield _quiet(say("items.formulas"))


def _before(work: ClassWork) -> Iterator[str]:
    table = before_after(work)
    if table.empty:
        yield f"<p>{sentence(say('before.none'))}</p>"
        return
    yield _paragraph(say("before.lead", count=table["messages"].max()))
    head = tuple(say(f"before.{name}") for name in ("criterion", "first", "handed_in", "change"))
    rows = [
        (
            say("before.total") if row.Index == TOTAL else criterion_title(row.Index),
            _number(row.before),
            _number(row.after),
            f"{row.change:+.2f}".replace("-", "−"),
        )
        for row in _rows(table)
    ]
    moved = (say("before.moved", criterion=row[0], before=row[1], after=row[2]) for row in rows[:-1])
    yield _picture(say("before.picture", moved=" ".join(moved)), partial(draw_before_after, table))
    yield _table(say("before.heading"), head, rows)
    yield _quiet(say("before.limits"))


def _first(work: ClassWork) -> Iterator[str]:
    table = first_to_read(work)
    if table.empty:
        yield _paragraph(say("first.none"))
        return
    yield _paragraph(say("first.lead"))
    head = tuple(say(f"first.{name}") for name in ("student", "item", "points", "reason"))
    rows = [
        (row.student, row.item, say("first.of", points=_points(row.points), maximum=plain(row.maximum)), row.reason)
        for row in _rows(table.head(WAITING))
    ]
    yield _table(say("first.heading"), head, rows, numbers=None)
    yield _more(len(table) - WAITING)


def _identical(work: ClassWork) -> Iterator[str]:
    table = near_identical(work)
    if table.empty:
        yield _paragraph(say("identical.none"))
        return
    yield _paragraph(say("identical.lead"))
    for row in _rows(table.head(PAIRS)):
        told = say("identical.pair", one=row.one, other=row.other, title=row.item, likeness=round(100 * row.likeness))
        shown = " open" if row.Index < OPEN else ""
        sides = "".join(
            f'<div><p class="g-name">{escape(student)}</p><blockquote class="g-draft">{escape(text)}</blockquote></div>'
            for student, text in ((row.one, row.text_of_one), (row.other, row.text_of_other))
        )
        yield f'<details{shown}><summary>{escape(told)}</summary><div class="g-sides">{sides}</div></details>'
    yield _more(len(table) - PAIRS)


_SECTIONS: Mapping[str, Callable[[ClassWork], Iterator[str]]] = {
    "spread": _spread,
    "levels": _levels,
    "weaknesses": _weaknesses,
    "items": _items,
    "before": _before,
    "first": _first,
    "identical": _identical,
}


def _rows(table: DataFrame) -> Iterator[Any]:
    """The rows of a table, each with its columns by name."""
    return iter(table.itertuples())


def _paragraph(text: str) -> str:
    return f"<p>{sentence(text)}</p>"


def _quiet(*texts: str) -> str:
    return "".join(f'<p class="g-quiet">{sentence(text)}</p>' for text in texts)


def _more(count: int) -> str:
    return _quiet(say("page.more", count=count)) if count > 0 else ""


def _picture(told: str, draw: Callable[[Mapping[str, Any]], Figure]) -> str:
    """A drawing with what it shows in words, for whoever cannot see it."""
    return f'<div class="g-picture" role="img" aria-label="{escape(told)}">{themed_svg(draw)}</div>'


def _table(title: str, head: Cells, rows: Sequence[Cells], *, numbers: int | None = 1) -> str:
    """A table, whose columns from `numbers` on hold numbers; the first names its row unless it is one of them."""

    def cell(column: int, text: str, kind: str, scope: str = "") -> str:
        right = ' class="g-number"' if numbers is not None and column >= numbers else ""
        return f"<{kind}{scope}{right}>{escape(text)}</{kind}>"

    top = "".join(cell(column, text, "th", ' scope="col"') for column, text in enumerate(head))
    named = numbers != 0
    body = "".join(
        '<tr class="g-row">'
        + "".join(
            cell(column, text, "th", ' scope="row"') if named and column == 0 else cell(column, text, "td")
            for column, text in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    table = f"<table><caption>{escape(title)}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="g-scroll" tabindex="0" role="group" aria-label="{escape(title)}">{table}</div>'


def _points(value: float) -> str:
    return say("items.unknown") if value != value else plain(value)


def _number(value: Any, unknown: str | None = None) -> str:
    """A number, or what stands for one that is not known."""
    if value is None or value != value:
        return say("items.unknown") if unknown is None else unknown
    return f"{float(value):.2f}".replace("-", "−")


def _percent(share: Any) -> str:
    return f"{100 * float(share):.0f} %"
