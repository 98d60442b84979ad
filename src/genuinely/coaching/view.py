"""What a page of feedback shows, decided once for its HTML and its plain form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from genuinely.assessing import Assessment
from genuinely.coaching.marks import Mark, marks
from genuinely.coaching.rows import Row, next_row, rows
from genuinely.coaching.wording import say, words
from genuinely.scenarios import Scenario


@dataclass(frozen=True)
class View:
    """A message, its card and its assessment.

    notes: sentences above everything else, such as on a mended first line.
    footer: a quiet sentence below, such as where the draft is kept.
    points: earned and maximum, where points are shown; the message itself is then left out.
    """

    message: str
    scenario: Scenario
    assessment: Assessment
    notes: tuple[str, ...] = ()
    footer: str = ""
    points: tuple[float, float] | None = None

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return rows(self.message, self.scenario, self.assessment)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return marks(self.assessment, self.message)

    @property
    def recipient(self) -> str:
        return self.scenario.recipient.name

    @property
    def title(self) -> str:
        return say("feedback.title" if self.points is None else "score.title", title=self.scenario.title)

    @property
    def total(self) -> str:
        if self.points is None and self.assessment.flags:
            return say("feedback.no_total")
        if self.points is None:
            return say("feedback.total", total=round(self.assessment.total))
        points, maximum = self.points
        return say("feedback.points", points=f"{points:g}", maximum=f"{maximum:g}")

    @property
    def next_row(self) -> Row | None:
        return None if self.assessment.flags else next_row(self.rows)

    @property
    def next_step(self) -> str:
        """The one recommended move; "" where the message waits for a person, who comes first."""
        if self.assessment.flags:
            return ""
        if self.next_row is None:
            return say("feedback.all_strong", recipient=self.recipient)
        return self.next_row.advice

    @property
    def about(self) -> tuple[str, ...]:
        """What "probably" means, where some row says it; that the smaller reader stood alone, where it did."""
        told = {"about_doubts": bool(self.assessment.doubts), "about_light": self.assessment.reader == "light"}
        return tuple(say(f"feedback.{key}") for key, applies in told.items() if applies)

    @property
    def flags(self) -> tuple[tuple[str, str, str], ...]:
        """For each flag: its name in words, why, and what to do."""
        return tuple(
            (entry["title"], self.assessment.reasons.get(flag) or entry["reason"], entry["to_do"])
            for flag, entry in ((flag, words("flags")[flag]) for flag in self.assessment.flags)
        )
