"""What the page shows of a text: its assessment as plain data, with what cannot be judged left unjudged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from genuinely.assessing import Assessment, assess, is_readable
from genuinely.coaching.rows import next_row, rows
from genuinely.coaching.studio.ladder import rungs
from genuinely.coaching.studio.own import shown_flags, unjudged
from genuinely.coaching.studio.telling import Limits, Told, tell, unreadable
from genuinely.coaching.studio.words import say
from genuinely.coaching.wording import words
from genuinely.scenarios import CRITERIA, Scenario


@lru_cache(maxsize=128)
def _reading(text: str, card: Scenario) -> Assessment:
    """The page asks again for what it has asked before: a text is assessed once."""
    return assess(text, card)


@dataclass(frozen=True)
class Showing:
    """The messages of one card. `private`: the learner's own, to a real person."""

    card: Scenario
    private: bool = False

    def reading(self, text: str) -> Assessment | None:
        """Return the assessment, or None if the text is too long to be a message."""
        return _reading(text, self.card) if is_readable(text) else None

    def view(self, text: str, *, levels: bool) -> Told:
        """Return what the page shows of a text. `levels`: whether they may be seen."""
        assessment = self.reading(text)
        if assessment is None:
            return {**unreadable(), "open": levels}
        return {**tell(text, self.card, assessment, levels=levels, limits=self._limits(assessment)), "open": levels}

    def fields(self) -> list[Told]:
        """Return the criteria of the card as the prediction asks for them."""
        names = [name for name in CRITERIA if name in self.card.criteria or name == "context"]
        return [{"criterion": name, **{k: words("criteria")[name][k] for k in ("title", "question")}} for name in names]

    def judged(self, assessment: Assessment) -> dict[str, int]:
        """Return the levels that can be judged from the card."""
        unknown = self._unjudged(assessment)
        return {name: level for name, level in assessment.levels.items() if name not in unknown}

    def help(self, text: str, attempts: int) -> Told:
        """Return the next step for the weakest criterion and the ladder under it, after so many real attempts."""
        assessment, recipient = self.reading(text), self.card.recipient.name
        if assessment is None or not assessment.attempted:
            return step(say("help.nothing_yet", recipient=recipient))
        judged = self.judged(assessment)
        weakest = next_row(tuple(row for row in rows(text, self.card, assessment) if row.criterion in judged))
        if weakest is None:
            return step(say("help.all_strong", recipient=recipient))
        found = rungs(weakest.criterion, self.card, attempts)
        return {
            "title": say("help.title", title=weakest.title),
            "step": weakest.advice,
            "why": say("help.why", why=weakest.why),
            "rungs": [rung.as_plain() for rung in found],
            "foot": "" if any(rung.name == "example" for rung in found) else say("help.for_points"),
        }

    def _limits(self, assessment: Assessment) -> Limits:
        if not self.private:
            return Limits()
        reasons = {name: say(f"unjudged.{why}") for name, why in self._unjudged(assessment).items()}
        return Limits(reasons, shown_flags(assessment.flags, self.card), private=True)

    def _unjudged(self, assessment: Assessment) -> Mapping[str, str]:
        return unjudged(self.card, assessment.levels) if self.private else {}


def step(text: str) -> Told:
    """A step without a criterion, and so without a ladder."""
    return {"title": "", "step": text, "why": "", "rungs": [], "foot": ""}
