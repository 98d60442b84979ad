"""Where a learner stands in each lesson, and the one link that leads on. Nothing that was passed over counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from genuinely.coaching.page import Notice, Shown, escape, heading, page, sentence
from genuinely.keeping import is_grading, kept_files
from genuinely.lessons.course_wording import say
from genuinely.lessons.reviewing import due_by_bank
from genuinely.lessons.syllabus import Lesson, Section, lessons, link, notebook

_TARGET = "display: inline-block; padding: 0.7em 0.6em 0.7em 0; margin: -0.7em 0; color: var(--g-accent)"
"""A link that is 44 pixels high, in the colour that both themes have for links."""


@dataclass(frozen=True)
class Standing:
    """Where a learner stands in a lesson.

    reached: the number of the last section in which something is kept, from 0; None if nothing is.
    within: some exercise of that section is still open, so the lesson goes on in it. last: the latest time in ISO form.
    """

    lesson: Lesson
    reached: int | None = None
    within: bool = False
    last: str = ""

    @property
    def goes_on(self) -> Section | None:
        """Return the section in which the lesson goes on, or None at its end."""
        number = 0 if self.reached is None else self.reached + (not self.within)
        return self.lesson.sections[number] if number < len(self.lesson.sections) else None

    @property
    def minutes_left(self) -> int:
        """Return the minutes of the section in which the lesson goes on, and of all that follow."""
        if self.goes_on is None:
            return 0
        return sum(section.minutes for section in self.lesson.sections[self.lesson.sections.index(self.goes_on) :])


def standing(lesson: Lesson, kept: Mapping[str, str]) -> Standing:
    """Return where somebody stands. kept: the latest time of each thing kept, by "kind/name".

    What is open before the furthest exercise was passed over, and that is no matter: the furthest one counts.
    """
    reached = [number for number, section in enumerate(lesson.sections) if any(step in kept for step in section.steps)]
    if not reached:
        return Standing(lesson)
    furthest = lesson.sections[reached[-1]]
    last = max(kept[step] for step in lesson.steps if step in kept)
    return Standing(lesson, reached[-1], furthest.steps[-1] not in kept, last)


def own_steps(course: Iterable[Lesson]) -> Iterator[Lesson]:
    """Yield each lesson without the exercises that an earlier one has: what was kept there says nothing here."""
    before: set[str] = set()
    for each in course:
        sections = (replace(s, steps=tuple(step for step in s.steps if step not in before)) for s in each.sections)
        yield replace(each, sections=tuple(sections))
        before.update(each.steps)


@dataclass(frozen=True)
class Row:
    """A lesson as the page shows it. `due`: questions that are due; `address`: where its link leads, "" for nowhere."""

    standing: Standing
    due: int
    address: str

    @property
    def place(self) -> str:
        """Return in words where the learner stands."""
        stand = self.standing
        if stand.reached is None:
            return say("progress.not_begun")
        if stand.goes_on is None:
            return say("progress.read", day=stand.last[:10])
        return say("progress.stopped", section=stand.lesson.sections[stand.reached].title, day=stand.last[:10])

    @property
    def left(self) -> str:
        """Return in words how long the rest takes."""
        left = self.standing.minutes_left
        return say("progress.minutes", minutes=left) if left else say("progress.none_left")

    @property
    def for_review(self) -> str:
        """Return in words what is due."""
        if self.due == 0:
            return say("progress.due_none")
        return say("progress.due_one") if self.due == 1 else say("progress.due_many", count=self.due)

    @property
    def link(self) -> str:
        """Return what the link says."""
        if self.standing.reached is None:
            return say("progress.begin")
        goes_on = self.standing.goes_on
        return say("progress.go_on", section=goes_on.title) if goes_on else say("progress.look_again")


@dataclass(frozen=True, repr=False)
class Progress(Shown):
    """The lessons, a row each, and what is due for review in all of them."""

    rows: tuple[Row, ...]

    @property
    def review(self) -> str:
        """Return in words what to do about what is due."""
        return say("progress.review" if any(row.due for row in self.rows) else "progress.no_review")

    def html(self) -> str:
        columns = "".join(
            f'<th scope="col">{escape(say(f"progress.column_{name}"))}</th>'
            for name in ("lesson", "place", "left", "review", "link")
        )
        body = "".join(map(_html_row, self.rows))
        title = say("progress.title")
        feet = "".join(f'<p class="g-foot">{sentence(text)}</p>' for text in (self.review, say("progress.passed_over")))
        return page(
            f'<div class="g-head">{heading(title, level=3, kind="g-title")}</div>'
            f'<div class="g-scroll" tabindex="0" role="group" aria-label="{escape(title)}"><table class="g-history">'
            f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>{feet}",
            label=title,
        )

    def plain(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield say("progress.title")
        for row in self.rows:
            yield f"  {row.standing.lesson.title}: {row.place}; {row.left}; {row.for_review}"
        yield self.review
        yield say("progress.passed_over")


def progress(today: date | None = None) -> Shown:
    """Return where the learner stands in each lesson."""
    if is_grading():
        return Notice((say("progress.grading"),))
    kept = {f"{each.kind}/{each.name}": each.last for each in kept_files()}
    due = due_by_bank(today)
    return Progress(tuple(_row(lesson, kept, due) for lesson in own_steps(lessons().values())))


def _row(lesson: Lesson, kept: Mapping[str, str], due: Mapping[str, int]) -> Row:
    stand = standing(lesson, kept)
    banks = [step.removeprefix("journal/quiz-") for step in lesson.steps if step.startswith("journal/quiz-")]
    file = notebook(lesson)
    begun_at = stand.goes_on if stand.reached is not None else None
    address = link(file, begun_at.title if begun_at else "") if file else ""
    return Row(stand, sum(due.get(bank, 0) for bank in banks), address)


def _html_row(row: Row) -> str:
    title = escape(row.standing.lesson.title)
    name = f"{escape(row.link)}: {title}"
    leads = f'<a href="{escape(row.address)}" aria-label="{name}" style="{_TARGET}">{escape(row.link)}</a>'
    cells = "".join(f"<td>{escape(text)}</td>" for text in (row.place, row.left, row.for_review))
    return f'<tr class="g-row"><th scope="row">{title}</th>{cells}<td>{leads if row.address else ""}</td></tr>'
