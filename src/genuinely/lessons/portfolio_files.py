"""The portfolio as a page to print, in HTML that stands alone, and as Markdown to edit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from genuinely.coaching.look import page_variables, style
from genuinely.coaching.page import escape
from genuinely.coaching.wording import LANGUAGE
from genuinely.keeping import work_folder
from genuinely.keeping.files import write_whole
from genuinely.lessons.course_wording import say
from genuinely.lessons.portfolio_parts import Block, Part, Piece, Portfolio

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BEGINS_SOMETHING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)


def write(portfolio: Portfolio) -> tuple[Path, Path]:
    """Write both files into the work folder and return them, HTML first. Raises OSError where that is not possible."""
    folder = work_folder() / "portfolio"
    folder.mkdir(parents=True, exist_ok=True)
    page, text = (folder / f"portfolio-{portfolio.day.isoformat()}.{ending}" for ending in ("html", "md"))
    write_whole(page, as_html(portfolio))
    write_whole(text, as_markdown(portfolio))
    return page, text


def as_markdown(portfolio: Portfolio) -> str:
    """Return the portfolio as Markdown. What the learner wrote stands in quotations, sign for sign."""
    return "\n".join(_markdown(portfolio)).rstrip() + "\n"


def as_html(portfolio: Portfolio) -> str:
    """Return the portfolio as one HTML file that needs nothing else."""
    title = escape(say("portfolio.title"))
    notes = "".join(f"<p>{escape(note)}</p>" for note in (portfolio.under, *portfolio.notes))
    body = "".join(map(_html_part, portfolio.parts)) or f"<p>{escape(say('portfolio.empty'))}</p>"
    sheet = (files("genuinely.lessons") / "static" / "portfolio.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{LANGUAGE}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title>{style()}<style>{page_variables()}{sheet}</style></head>"
        f'<body class="genuinely"><main><h1>{title}</h1>{notes}{body}</main></body></html>\n'
    )


def _markdown(portfolio: Portfolio) -> Iterator[str]:
    yield f"# {say('portfolio.title')}"
    for note in (portfolio.under, *portfolio.notes):
        yield f"\n{note}"
    if not portfolio.parts:
        yield f"\n{say('portfolio.empty')}"
    for part in portfolio.parts:
        yield f"\n## {part.title}"
        for piece in part.pieces:
            yield f"\n### {_plain(piece.title)}"
            yield f"\n{piece.when}"
            for block in piece.blocks:
                yield from _markdown_block(block)


def _markdown_block(block: Block) -> Iterator[str]:
    if block.label:
        yield f"\n**{_plain(block.label)}**"
    yield ""
    if block.lines:
        # Two blanks at its end keep a line's end where it is.
        yield from (f"> {_plain(line)}  " if line.strip() else ">" for line in block.lines)
    if block.rows:
        yield f"| {' | '.join(map(_plain, block.columns))} |"
        yield f"|{'---|' * len(block.columns)}"
        yield from (f"| {' | '.join(map(_plain, row))} |" for row in block.rows)


def _plain(text: str) -> str:
    """Text whose signs mean nothing to Markdown."""
    return _BEGINS_SOMETHING.sub(_escaped, _MEANS_SOMETHING.sub(r"\\\1", text))


def _escaped(found: re.Match[str]) -> str:
    blanks, sign = found.groups()
    return f"{blanks}{sign}\\" if sign.isdigit() else f"{blanks}\\{sign}"


def _html_part(part: Part) -> str:
    return f"<section><h2>{escape(part.title)}</h2>{''.join(map(_html_piece, part.pieces))}</section>"


def _html_piece(piece: Piece) -> str:
    blocks = "".join(map(_html_block, piece.blocks))
    return f'<article><h3>{escape(piece.title)}</h3><p class="g-quiet">{escape(piece.when)}</p>{blocks}</article>'


def _html_block(block: Block) -> str:
    label = f"<h4>{escape(block.label)}</h4>" if block.label else ""
    if block.lines:
        return f'{label}<blockquote class="g-draft">{escape(chr(10).join(block.lines))}</blockquote>'
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in block.columns)
    body = "".join(
        f'<tr class="g-row"><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in block.rows
    )
    return f'{label}<table class="g-history"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
