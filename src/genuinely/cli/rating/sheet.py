"""A page on which a rater answers, in any browser and without a network: one file that is opened by a double click."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from itertools import groupby

from genuinely.cli.rating import card
from genuinely.cli.rating.answers import Answers
from genuinely.cli.rating.study import Item, Study
from genuinely.cli.rating.table import COLUMNS
from genuinely.cli.rating.wording import FLAGS, criteria_of, definition, guide, question, raw, say, title
from genuinely.coaching.wording import words


def sheet(study: Study, rater: str, found: Answers, file: str) -> str:
    """Return the page. `file` is the name under which it saves its table; `found` is what was answered before."""
    named = escape(say("sheet.title", rater=rater))
    cards = "".join(_card(list(items)) for _, items in groupby(study.order(rater), lambda item: item.scenario))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{named}</title>
<style>{_static("sheet.css")}</style>
</head>
<body>
<h1>{named}</h1>
<noscript><p>{escape(say("sheet.no_script", file=file))}</p></noscript>
<h2>{escape(say("guide.title"))}</h2>
{_list(guide())}
<p>{escape(say("sheet.kept"))}</p>
<div class="bar"><strong id="progress" role="status"></strong>
<button type="button" id="save">{escape(say("sheet.save"))}</button><span id="unsaved"></span></div>
<form>
{cards}
</form>
<script type="application/json" id="page">{_in_script(_page(study, rater, found, file))}</script>
<script>{_static("sheet.js")}</script>
</body>
</html>
"""


def _page(study: Study, rater: str, found: Answers, file: str) -> dict[str, object]:
    answers = {number: {**own, "flags": " ".join(own.get("flags", ()))} for number, own in found.items()}
    return {
        "study": study.mark,
        "rater": rater,
        "file": file,
        "columns": [column for column in COLUMNS if column not in ("card", "message")],
        "answers": answers,
        "words": {"progress": raw("sheet.progress"), "unsaved": raw("sheet.unsaved")},
    }


def _in_script(value: object) -> str:
    """JSON that cannot end the element in which it stands."""
    return json.dumps(value).replace("<", "\\u003c")


def _card(items: list[Item]) -> str:
    shown = items[0].card
    told = "".join(f"<h3>{escape(heading)}</h3>{_told(texts)}" for heading, texts in card.sections(shown))
    named = escape(shown.title)
    return (
        f'<section><h2>{named}</h2><div class="pair">'
        f'<div class="card" tabindex="0" role="region" aria-label="{named}">{told}</div>'
        f"<div>{''.join(map(_message, items))}</div></div></section>"
    )


def _told(texts: list[str]) -> str:
    return _list(texts) if len(texts) > 1 else f"<p>{escape(texts[0])}</p>"


def _message(item: Item) -> str:
    number = item.number
    levels = "".join(_criterion(number, name) for name in criteria_of(item.card))
    return (
        f'<article data-number="{number}"><h3>{escape(say("sheet.message", number=number))}</h3>'
        f'<div class="message">{escape(item.message)}</div>{levels}{_overall(number)}{_flags(number)}'
        f"<fieldset><legend>{escape(title('note'))}</legend><label>{escape(question('note'))}"
        f'<textarea rows="2"></textarea></label></fieldset></article>'
    )


def _criterion(number: int, name: str) -> str:
    short = (f"{level}: {definition(name, level)[0]}" for level in range(3))
    choices = "".join(_choice(number, name, str(level), text) for level, text in enumerate(short))
    full = "".join(f"<p><strong>{level}</strong> {escape(definition(name, level)[1])}</p>" for level in range(3))
    return (
        f'<fieldset data-criterion="{name}"><legend>{escape(title(name))}</legend><p>{escape(question(name))}</p>'
        f"{choices}<details><summary>{escape(say('sheet.meaning'))}</summary>{full}</details></fieldset>"
    )


def _overall(number: int) -> str:
    ends = {1: f" {say('overall.low')}", 5: f" {say('overall.high')}"}
    choices = "".join(_choice(number, "overall", str(n), f"{n}{ends.get(n, '')}") for n in range(1, 6))
    return (
        f'<fieldset class="row"><legend>{escape(title("overall"))}</legend>'
        f"<p>{escape(question('overall'))}</p>{choices}</fieldset>"
    )


def _choice(number: int, field: str, value: str, text: str) -> str:
    return (
        f'<label><input type="radio" name="{field}-{number}" data-field="{field}" value="{value}"> '
        f"{escape(text)}</label>"
    )


def _flags(number: int) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" value="{flag}"> {escape(words("flags")[flag]["title"])}</label>'
        for flag in FLAGS
    )
    return (
        f"<fieldset><legend>{escape(title('flags'))}</legend><details><summary>{escape(question('flags'))}</summary>"
        f"{boxes}</details></fieldset>"
    )


def _list(texts: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def _static(name: str) -> str:
    return files(__package__).joinpath("static", name).read_text(encoding="utf-8")
