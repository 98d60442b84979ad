"""What a name that is passed on changes for a manager: who is picked out of many, and how much of a gap is an effect.

Shares and chances run from 0 to 1. Formulas: table of evidence, section 6 ("Manager", "Reverse", "Honesty slider"). How
often a sign finds a good applicant, and how often it takes another for one, nobody has measured for this: they are for
moving, and not data.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """Applicants in whole numbers, as one would count them: together as many as there are."""

    good_picked: int
    good_missed: int
    others_picked: int
    others_left: int

    @property
    def good(self) -> int:
        return self.good_picked + self.good_missed

    @property
    def picked(self) -> int:
        return self.good_picked + self.others_picked


@dataclass(frozen=True)
class Sieve:
    """A way to pick whom to interview. good: the share π of all who would do the job well. detects: the share s of the
    good who are picked. false_alarm: the share f of the others who are picked."""

    good: float
    detects: float
    false_alarm: float

    @property
    def picked(self) -> float:
        """The share of all who are picked: πs + (1 − π)f."""
        return self.good * self.detects + (1 - self.good) * self.false_alarm

    @property
    def precision(self) -> float | None:
        """The share of good ones among those picked, πs / (πs + (1 − π)f). None where nobody is picked."""
        return self.good * self.detects / self.picked if self.picked else None

    @property
    def interviews(self) -> float:
        """How many interviews lead to one good applicant on average: 1 / precision. Infinite where none does."""
        return 1 / self.precision if self.precision else math.inf

    def counts(self, of: int = 1000) -> Counts:
        """Return the same in people, rounded to whole ones."""
        good = round(of * self.good)
        good_picked = round(good * self.detects)
        others_picked = round((of - good) * self.false_alarm)
        return Counts(good_picked, good - good_picked, others_picked, of - good - others_picked)


@dataclass(frozen=True)
class Gap:
    """Two chances of being hired: of those whose name was passed on, and of those who applied by themselves.

    Both lie above 0 and below 1. part: the share φ of the gap between them that passing on makes, 0 to 1; the rest
    would be there without it, since those whose name is passed on fit better to begin with.
    """

    passed_on: float
    applied: float
    part: float = 0.5

    @property
    def log_ratio(self) -> float:
        """ln LR: how far apart the two chances lie as log odds."""
        return log_odds(self.passed_on) - log_odds(self.applied)

    @property
    def without(self) -> float:
        """The chance of those whose name was passed on, had nobody done so: logit⁻¹( logit(passed on) − φ ln LR )."""
        return chance(log_odds(self.passed_on) - self.part * self.log_ratio)

    @property
    def selection(self) -> float:
        """The part of the gap that would be there without passing on."""
        return self.without - self.applied

    @property
    def effect(self) -> float:
        """The part of the gap that passing on makes."""
        return self.passed_on - self.without

    def share_of_hires(self, share: float) -> float:
        """Return the share of the hired whose name was passed on, where `share` of all who apply are such.

        share · passed on / (share · passed on + (1 − share) · applied)
        """
        through = share * self.passed_on
        return through / (through + (1 - share) * self.applied)


def log_odds(chance: float) -> float:
    """Return logit(p) = ln( p / (1 − p) ). Raises ValueError for a chance that does not lie between 0 and 1."""
    if not 0 < chance < 1:
        raise ValueError(f"A chance of {chance} has no odds; it must lie between 0 and 1.")
    return math.log(chance / (1 - chance))


def chance(log_odds: float) -> float:
    """Return the chance with these log odds: 1 / (1 + e^−x)."""
    return 1 / (1 + math.exp(-log_odds))
