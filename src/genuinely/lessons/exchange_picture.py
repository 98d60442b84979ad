"""The exchange map in words: which step is open, what is left for whom, and what that says for a message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from genuinely.lessons.controls import Values
from genuinely.lessons.exchange_drawing import draw_map
from genuinely.lessons.exchange_model import Exchange, Side
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import plain, signed
from genuinely.lessons.script import Script, needs

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CARDS = ("listen", "news", "hands", "laugh", "honest", "asked")
"""What goes to and fro between friends and is seldom noticed."""

STEPS = ("friend", "them", "you", "size")

SENTENCES = needs(
    picture_title="",
    text_map="",
    text_point="name you them",
    text_line="who them",
    text_region="surplus region",
    text_empty="surplus",
    text_size="size",
    friend="",
    example_name="",
    somebody="",
    example="",
    noticed="came went both",
    friend_both="you them",
    friend_short_you="",
    friend_short_them="",
    friend_empty="",
    next_them="",
    guess_them="",
    their_line="who them",
    their_line_minus="who them",
    both="who you them",
    both_surplus="surplus",
    short_them="who them you region",
    short_you="who you them region",
    from_you="low high",
    from_them="low high",
    either="low high",
    even="",
    empty="surplus",
    less="size best points",
    not_send="",
    without="size",
    at_size="size",
    axis_you="",
    axis_them="",
    corner_both="",
    corner_you="",
    corner_them="",
    corner_none="",
    share="surplus",
    no_region="",
    their_side="",
    bars="name",
    row_you="",
    row_them="",
    costs="",
    worth="",
    goes_back="",
    left="points",
)


@dataclass(frozen=True, repr=False)
class ExchangeScene(Scene):
    """The scene for what is filled in by now. example: the friendship that stands in for the learner's own."""

    script: Script
    values: Values
    example: Exchange

    @property
    def step(self) -> str:
        """The step that is looked at, of `STEPS`."""
        return str(self.values["step"] or STEPS[0])

    def _side(self, name: str) -> Side | None:
        worth, cost = self.values[f"{name}_worth"], self.values[f"{name}_cost"]
        return None if worth is None or cost is None else Side(worth, cost)

    @cached_property
    def friend(self) -> Exchange | None:
        """The learner's own friendship; None until all four are set."""
        you, them = self._side("friend_you"), self._side("friend_them")
        return Exchange(you, them) if you and them else None

    @cached_property
    def theirs(self) -> Side | None:
        """The other person's side; None until it is filled in, in words too."""
        return self._side("them") if self.values["them_get"].strip() else None

    @cached_property
    def person(self) -> Exchange | None:
        """The exchange with somebody real; None until both sides are filled in, theirs first."""
        you, them = self._side("you"), self.theirs
        return Exchange(you, them, self.values["size"] / 100, self.values["back"]) if you and them else None

    @property
    def looked_at(self) -> Exchange | None:
        """The same where the map shows it: while one looks at their side, it stands alone as a line."""
        return None if self.step == "them" else self.person

    @property
    def who(self) -> str:
        """The initials that were given, or a word for somebody."""
        return self.values["who"].strip()[:20] or self.script.say("somebody")

    @property
    def friend_name(self) -> str:
        return self.script.say("friend" if self.friend else "example_name")

    @property
    def title(self) -> str:
        return self.script.say("picture_title")

    @property
    def open_parts(self) -> Sequence[str]:
        """One step opens after the other: the other person's side before one's own."""
        steps = (("them", self.friend), ("you", self.friend and self.theirs), ("size", self.friend and self.person))
        return ["step", "friend", *(name for name, reached in steps if reached)]

    @property
    def away_parts(self) -> Sequence[str]:
        """All steps but the one that is looked at."""
        return [step for step in STEPS if step != self.step]

    @property
    def text(self) -> str:
        return " ".join((self.script.say("text_map"), *self._text()))

    def _text(self) -> Iterator[str]:
        say = self.script.say
        yield self._point(self.friend_name, self.friend or self.example)
        person = self.looked_at
        if person is None:
            if self.theirs:
                yield say("text_line", who=self.who, them=signed(self.theirs.net(), 1))
            return
        yield self._point(self.who, person)
        if person.size < 1:
            yield say("text_size", size=round(100 * person.size))
        surplus = plain(person.surplus, 1)
        if person.region is None:
            yield say("text_empty", surplus=surplus)
        else:
            yield say("text_region", surplus=surplus, region=self._region(person))

    def _point(self, name: str, exchange: Exchange) -> str:
        you, them = exchange.left
        return self.script.say("text_point", name=name, you=signed(you, 1), them=signed(them, 1))

    @property
    def comparison(self) -> tuple[str, ...]:
        if self.step == "friend" or self.friend is None:
            return tuple(self._said_of_a_friend())
        if self.theirs is None:
            return (self.script.say("guess_them"),)
        if self.looked_at:
            return tuple(self._said_of(self.looked_at))
        them = self.theirs.net()
        key = "their_line" if them > 0 else "their_line_minus"
        return (self.script.say(key, who=self.who, them=signed(them, 1)),)

    def _said_of_a_friend(self) -> Iterator[str]:
        say, found = self.script.say, list(self.values["noticed"].values())
        if len(found) == len(CARDS):
            yield say("noticed", **{key: found.count(key) for key in ("came", "went", "both")})
        if self.friend is None:
            yield say("example")
            return
        you, them = self.friend.left
        key = {"both": "both", "you": "short_you", "them": "short_them"}.get(self.friend.outcome, "empty")
        yield say(f"friend_{key}", **({"you": signed(you, 1), "them": signed(them, 1)} if key == "both" else {}))
        yield say("next_them")

    def _said_of(self, person: Exchange) -> Iterator[str]:
        say = self.script.say
        you, them = (signed(each, 1) for each in person.left)
        if person.size < 1:
            yield say("at_size", size=round(100 * person.size))
        if person.outcome == "both":
            yield say("both", who=self.who, you=you, them=them)
            yield say("both_surplus", surplus=plain(person.surplus, 1))
        elif person.outcome in ("you", "them"):
            region = self._region(person)
            yield say(f"short_{person.outcome}", who=self.who, you=you, them=them, region=region)
        elif person.outcome == "even":
            yield say("even")
        else:
            yield say("empty", surplus=plain(-person.surplus, 1))
        yield from self._said_of_the_size(person)

    def _said_of_the_size(self, person: Exchange) -> Iterator[str]:
        say, whole = self.script.say, person.together
        if person.outcome in ("empty", "even"):
            if not person.is_worth_less:
                yield say("not_send")
            else:
                best = whole.best_size
                yield say("less", size=_share(whole.largest_size), best=_share(best), points=plain(whole.net(best), 1))
        elif person.outcome != "both" and 0 < person.largest_without < 1:
            yield say("without", size=_share(person.largest_without))

    def _region(self, exchange: Exchange) -> str:
        """What may go back so that nobody loses, in words: from you, from them, or either way."""
        low, high = exchange.region or (0, 0)
        if low < 0 < high:
            return self.script.say("either", low=plain(-low, 1), high=plain(high, 1))
        key = "from_you" if low >= 0 else "from_them"
        ends = sorted((abs(low), abs(high)))
        return self.script.say(key, low=plain(ends[0], 1), high=plain(ends[1], 1))

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        return draw_map(self, colours)


def _share(size: float) -> int:
    """A size in whole per cent, rounded down, so that what is said to be enough is."""
    return int(100 * size + 1e-9)
