"""What was answered at the beginning beside what is answered now: two forms that ask the same."""

from __future__ import annotations

from dataclasses import dataclass

from genuinely.coaching.page import Notice, Shown, escape, heading, page
from genuinely.lessons.fields import Field
from genuinely.lessons.form_text import Answers, in_words
from genuinely.lessons.form_widget import answers
from genuinely.lessons.forms import form
from genuinely.lessons.wording import say


@dataclass(frozen=True, repr=False)
class ThenAndNow(Shown):
    """`rows`: what was asked, the first answer and the second, in words; "" where there is none."""

    rows: tuple[tuple[str, str, str], ...]

    def html(self) -> str:
        columns = "".join(f'<th scope="col">{escape(say(f"then.{name}"))}</th>' for name in ("asked", "then", "now"))
        body = "".join(
            f'<tr class="g-row"><th scope="row">{escape(asked)}</th>'
            f"<td>{escape(then or say('then.none'))}</td><td>{escape(now or say('then.none'))}</td></tr>"
            for asked, then, now in self.rows
        )
        table = f'<table class="g-history"><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>'
        foot = f'<p class="g-quiet">{escape(say("then.foot"))}</p>'
        return page(heading(say("then.title"), level=3, kind="g-title") + table + foot, label=say("then.title"))

    def plain(self) -> str:
        lines = (
            f"{asked}\n  {say('then.then')}: {then or say('then.none')}\n  {say('then.now')}: {now or say('then.none')}"
            for asked, then, now in self.rows
        )
        return "\n".join((say("then.title"), *lines, say("then.foot")))


def then_and_now(first: str, second: str) -> Shown:
    """Return the answers to two forms beside each other, field by field of the same name, or what is missing.

    Raises LessonDataError for a form that is not there.
    """
    earlier, later = form(first), form(second)
    before = {field.name: field for field in earlier.fields}
    then, now = answers(first), answers(second)
    rows = tuple(
        (field.label, _words(before[field.name], then), _words(field, now))
        for field in later.fields
        if field.name in before
    )
    if not any(said for row in rows for said in row[1:]):
        return Notice((say("then.nothing"),))
    return ThenAndNow(rows)


def _words(field: Field, given: Answers) -> str:
    return "; ".join(in_words(field, given.get(field.name)))
