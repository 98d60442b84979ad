"""The journal: what a learner has written in the lessons, exercise by exercise, with every day's version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from genuinely.coaching.page import Notice, Shown, escape, heading, page, sentence
from genuinely.keeping import Entry, KeptFile, is_grading, kept_files
from genuinely.lessons.course_wording import say
from genuinely.lessons.form_text import in_words
from genuinely.lessons.form_text import sentence as composed
from genuinely.lessons.form_widget import answers_in
from genuinely.lessons.forms import FormSpec, forms
from genuinely.lessons.predictions import prediction
from genuinely.lessons.quiz_forms import as_form
from genuinely.lessons.quizzes import banks
from genuinely.lessons.syllabus import lessons
from genuinely.scenarios import UnknownScenarioError

_TARGET = "padding: 0.7em 0; cursor: pointer"
"""A line to click on that is 44 pixels high."""


@dataclass(frozen=True)
class Written:
    """What is kept of one exercise. `spec`: what was asked, None where the course no longer asks it."""

    file: KeptFile
    spec: FormSpec | None

    @property
    def label(self) -> str:
        """Return what the exercise is called."""
        return self.spec.label if self.spec else self.file.name

    @property
    def days(self) -> tuple[tuple[str, Entry], ...]:
        """Return each day in ISO form with its last version, the oldest first."""
        by_day = groupby(self.file.entries, key=lambda entry: str(entry.get("time", ""))[:10])
        return tuple((day, list(entries)[-1]) for day, entries in by_day)

    def lines(self, entry: Entry) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the questions answered in a version, each with its answer in lines of words.

        What a form makes one sentence of comes first, as that sentence, without a question.
        """
        if self.spec is None:
            return ()
        given = answers_in(entry)
        whole = composed(self.spec, given)
        rest = [field for field in self.spec.fields if not whole or f"{{{field.name}}}" not in self.spec.sentence]
        said = [(field.label, in_words(field, given.get(field.name))) for field in rest]
        return (*((("", (whole,)),) if whole else ()), *((label, words) for label, words in said if words))


@dataclass(frozen=True, repr=False)
class Journal(Shown):
    """A line for each exercise, which opens to show what was written, day by day."""

    written: tuple[Written, ...]

    def html(self) -> str:
        title = heading(say("journal.title"), level=3, kind="g-title")
        body = "".join(map(_html, self.written))
        foot = f'<p class="g-foot">{sentence(say("journal.foot"))}</p>'
        return page(f'<div class="g-head">{title}</div>{body}{foot}', label=say("journal.title"))

    def plain(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield say("journal.title")
        for each in self.written:
            yield f"\n{each.label} ({_when(each)})"
            for day, entry in each.days:
                yield f"  {day}"
                for label, words in each.lines(entry):
                    yield f"    {label}: {'; '.join(words)}" if label else f"    {'; '.join(words)}"
        yield f"\n{say('journal.foot')}"


def journal(id: str = "") -> Shown:
    """Return what is kept in the journal: all of it, or one exercise."""
    if is_grading():
        return Notice((say("journal.grading"),))
    found = tuple(each for each in written() if id in ("", each.file.name))
    if not found:
        return Notice((say("journal.none_of", id=id) if id else say("journal.none"),))
    return Journal(found)


def written() -> tuple[Written, ...]:
    """Return every exercise of the journal in which something was written, in the order of the course."""
    steps = [step for lesson in lessons().values() for step in lesson.steps]
    order = {step: number for number, step in enumerate(steps)}
    found = [Written(each, spec_of(each.name)) for each in kept_files("journal")]
    return tuple(sorted(found, key=lambda each: order.get(f"journal/{each.file.name}", len(order))))


def spec_of(name: str) -> FormSpec | None:
    """Return what was asked under a name of the journal, or None where the course does not ask it any more."""
    if name in forms():
        return forms()[name]
    if (id := name.removeprefix("quiz-")) != name and id in banks():
        return as_form(banks()[id])
    if (id := name.removeprefix("prediction-")) != name:
        try:
            return prediction(id)
        except UnknownScenarioError:
            return None
    return None


def _when(each: Written) -> str:
    first, last = each.file.first[:10], each.file.last[:10]
    return first if first == last else say("journal.from_to", first=first, last=last)


def _html(each: Written) -> str:
    # JupyterLab would take Space and Enter on the summary for its own.
    summary = (
        f'<summary data-lm-suppress-shortcuts="true" style="{_TARGET}">{escape(each.label)}'
        f' <span class="g-quiet">{escape(_when(each))}</span></summary>'
    )
    return f"<details>{summary}{''.join(_html_day(each, day, entry) for day, entry in each.days)}</details>"


def _html_day(each: Written, day: str, entry: Entry) -> str:
    said = "".join(
        (f"<p>{escape(label)}</p>" if label else "")
        + f'<blockquote class="g-draft">{escape(chr(10).join(words))}</blockquote>'
        for label, words in each.lines(entry)
    )
    return f"{heading(day)}{said}"
