"""The asking game: how many one has to ask, and whether an ask is worth what it costs.

How many are asked until `wanted` of them have said yes, each saying yes with the same chance p whatever the others did,
is negative binomial, counted in people:

    P(N = n) = C(n − 1, k − 1) p^k (1 − p)^(n − k)    for n = k, k + 1, …, with k = wanted
    mean     = k / p

An ask that is worth v if it is met with a yes, costs a in any case, and stings by s if it is met with a no (all three
in points of one's own) is worth p·v − (1 − p)·s − a: more than nothing if p > (a + s) / (v + s).

Sources: table of evidence, section 5 ("Ask or not"), and E06 for the game; for the distribution Feller, An Introduction
to Probability Theory and Its Applications, volume 1 (1968), chapter VI.8.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

WANTED = 5
"""As many questionnaires as in the first of the studies by Flynn and Lake (E06)."""


@dataclass(frozen=True)
class Asking:
    """People are asked one after the other until `wanted` have said yes; each does with the chance `chance`, 0 to 1."""

    chance: float
    wanted: int = WANTED

    @property
    def mean(self) -> float:
        """How many are asked on average: wanted / chance, in people. Infinite where nobody says yes."""
        return self.wanted / self.chance if self.chance else math.inf

    def exactly(self, people: int) -> float:
        """Return the chance that the last yes comes from this very person, 0 to 1."""
        if people < self.wanted:
            return 0.0
        ways = math.comb(people - 1, self.wanted - 1)
        return ways * self.chance**self.wanted * (1 - self.chance) ** (people - self.wanted)

    def within(self, share: float) -> int:
        """Return the least number of people that is enough with the chance `share`.

        Raises ValueError where none is: nobody says yes, or `share` is 1 or more.
        """
        if not self.chance or share >= 1:
            raise ValueError("No number of people is enough for that.")
        people, reached = self.wanted, self.exactly(self.wanted)
        while reached < share - 1e-12:
            people += 1
            reached += self.exactly(people)
        return people

    @property
    def usual(self) -> tuple[int, int]:
        """Between how many and how many it takes in eight of ten tries at least; one in ten takes fewer or more.

        Raises ValueError where nobody says yes.
        """
        return self.within(0.1), self.within(0.9)


def better(chance: float, times: float) -> float:
    """Return a chance that is so many times as good; nothing is surer than 1."""
    return min(1.0, chance * times)


def attempt(number: int, asking: Asking) -> tuple[bool, ...]:
    """Return what one try brings, a yes or a no from each person asked; the last is the yes that was wanted.

    The same number meets the same people again: with a better chance, some of them say yes who said no.
    Raises ValueError where nobody says yes.
    """
    if not asking.chance:
        raise ValueError("Nobody says yes, so the try never ends.")
    dice = random.Random(number)
    answers: list[bool] = []
    while sum(answers) < asking.wanted:
        answers.append(dice.random() < asking.chance)
    return tuple(answers)


def longest_wait(answers: tuple[bool, ...]) -> int:
    """Return how many said no in a row at the most."""
    longest = waiting = 0
    for answer in answers:
        waiting = 0 if answer else waiting + 1
        longest = max(longest, waiting)
    return longest


@dataclass(frozen=True)
class Ask:
    """One ask, in points of one's own: what a yes brings, what asking costs, and how much a no stings beyond that."""

    value: float
    cost: float
    sting: float

    @property
    def least(self) -> float:
        """The chance above which it is worth it: (cost + sting) / (value + sting).

        1 and more: no chance is good enough. Infinite where a yes brings nothing and a no does not sting.
        """
        at_stake = self.value + self.sting
        return (self.cost + self.sting) / at_stake if at_stake else math.inf

    def worth(self, chance: float) -> float:
        """Return what it brings on average, in points: chance · value − (1 − chance) · sting − cost."""
        return chance * self.value - (1 - chance) * self.sting - self.cost
