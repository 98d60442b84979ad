"""The rubric in plain words, on one page, and as questions to a neighbour's message where there is no checker."""

from __future__ import annotations

from genuinely.coaching.page import escape
from genuinely.coaching.wording import say as card_say
from genuinely.coaching.wording import words as coaching_words
from genuinely.scenarios.card import CHANNELS, CRITERIA
from genuinely.workshop.handouts_forms import BOX
from genuinely.workshop.handouts_words import example, say
from genuinely.workshop.page import lines

LEVELS = ("level_0", "level_1", "level_2")


def rubric_html() -> str:
    """Return the rubric with an example for each criterion: HTML for one sheet of A4 or Letter."""
    columns = ("column_question", "column_levels", "column_example")
    head = "".join(f'<th scope="col">{escape(say(f"rubric.{name}"))}</th>' for name in columns)
    rows = "".join(map(_row, CRITERIA))
    return (
        f"<h1>{escape(say('rubric.title'))}</h1><p>{escape(say('rubric.intro'))}</p>"
        f'<table class="rubric"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        f'<p class="quiet">{escape(say("rubric.lengths", lengths=_lengths()))} {escape(say("rubric.foot"))}</p>'
    )


def self_check_html() -> str:
    """Return the same as questions to a message that one holds in one's hand, with boxes to tick."""
    asked = "".join(map(_question, enumerate(CRITERIA, start=1)))
    ends = "".join(
        f'<div class="whole"><h2>{escape(say(f"self_check.{name}"))}</h2>{lines(2)}</div>' for name in ("next", "keep")
    )
    return (
        f"<h1>{escape(say('self_check.title'))}</h1><p>{escape(say('self_check.intro'))}</p>"
        f'<div class="whole"><h2>{escape(say("self_check.remember"))}</h2>{lines(2)}</div>'
        f"<p>{escape(say('self_check.none'))}</p>{asked}{ends}<p>{escape(say('self_check.back'))}</p>"
    )


def _row(criterion: str) -> str:
    told = coaching_words("criteria")[criterion]
    shown = example(criterion)
    levels = "".join(f"<li>{_level(level)} {escape(told[level])}</li>" for level in LEVELS)
    return (
        f'<tr><th scope="row"><p><strong>{escape(told["title"])}</strong></p><p>{escape(told["question"])}</p></th>'
        f"<td><ul>{levels}</ul></td>"
        f"<td><p>{escape(say('rubric.instead', words=shown['instead']))}</p>"
        f"<p>{escape(say('rubric.better', words=shown['better']))}</p></td></tr>"
    )


def _level(level: str) -> str:
    """A level's sign with its word, which a screen reader reads alone."""
    told = coaching_words("levels")[level]
    return f'<span aria-hidden="true">{escape(told["symbol"])}</span> <strong>{escape(told["word"])}:</strong>'


def _question(numbered: tuple[int, str]) -> str:
    number, criterion = numbered
    told = coaching_words("criteria")[criterion]
    levels = "".join(f"<li>{BOX}<span>{_level(level)} {escape(told[level])}</span></li>" for level in LEVELS)
    return (
        f'<div class="whole check"><h2>{number}. {escape(told["question"])}</h2><div class="beside">'
        f'<ul class="ticks">{levels}</ul><div><p class="quiet">{escape(say("self_check.words"))}</p>{lines(2)}</div>'
        "</div></div>"
    )


def _lengths() -> str:
    channels = coaching_words("channels")
    return "; ".join(
        card_say("card.channel_length", name=channels[name]["name"], length=channels[name]["length"])
        for name in CHANNELS
    )
