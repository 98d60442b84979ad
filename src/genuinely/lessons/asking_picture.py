"""The asking game as a picture and in words: the people one guesses at, then how tries scatter and what is at stake.

None of the studies is drawn: their figures were seen second-hand or belong to other favours, so they are told in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from genuinely.coaching.page import escape, heading
from genuinely.lessons.asking_drawing import draw_guesses, draw_tries, draw_worth
from genuinely.lessons.asking_model import Ask, Asking, attempt, better, longest_wait
from genuinely.lessons.controls import Values
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import plain, sheet
from genuinely.lessons.script import Script, needs

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STUDIES = ("E06", "E12", "E11", "E09", "E07", "E08")

SENTENCES = needs(
    text_asks="asks",
    text_asks_open="",
    text_yes="yes",
    text_yes_open="",
    text_model="asks yes mean low high",
    text_sure="asks yes mean",
    text_never="asks",
    text_better="times chance mean low high",
    text_tries="count tries",
    text_try="people",
    text_worth="least mine supposed",
    text_worth_never="",
    said_open="",
    said_other="",
    said_agree="asks yes mean",
    said_more="asks yes mean",
    said_fewer="asks yes mean",
    said_spread="low high",
    said_sure="",
    said_never="",
    said_try="count people wait",
    said_tries_alike="count people",
    said_tries="count fewest most mean wait",
    said_worth="least mine net",
    said_not_worth="least mine net",
    said_turns="times chance net",
    said_same_yes="chance",
    said_same_no="chance",
    said_no_chance="",
    studies_title="",
    **{f"study_{each}": "" for each in STUDIES},
    studies_end="",
    crowd_title="",
    crowd_axis="count",
    ten_title="",
    ten_axis="count",
    not_guessed="",
    spread_title="count",
    spread_axis="",
    your_guess="",
    on_average="",
    usual="",
    as_i_think="",
    never="",
    no_tries="",
    one_try="number",
    a_yes="",
    a_no="",
    worth_title="",
    worth_axis="",
    silent="",
    ask="",
    mine="",
    supposed="",
)

SHOWN = 5
"""How many of the last tries are drawn, each in a row of its own."""

_NEAR = 0.2
"""Two guesses agree if they differ by no more than a fifth."""


class AskingScene(Scene):
    """The scene for two guesses, a number of tries, and what is at stake. Its model opens with the second guess."""

    def __init__(self, script: Script, values: Values) -> None:
        self.script = script
        self.asks: float | None = values["asks"]
        self.yes: float | None = values["yes"]
        self.times = float(values["better"])
        self.ask = Ask(values["value"], values["cost"], values["sting"])
        self.mine = Asking((self.yes or 0) / 10)
        self.supposed = Asking(better(self.mine.chance, self.times))
        count = values["tries"] if self.is_open and self.mine.chance else 0
        self.tries = [attempt(number, self.supposed) for number in range(1, count + 1)]

    @property
    def is_open(self) -> bool:
        """Whether both guesses stand."""
        return self.asks is not None and self.yes is not None

    @property
    def title(self) -> str:
        return self.script.title

    @property
    def open_parts(self) -> Sequence[str]:
        return ("guess", "try", "worth") if self.is_open else ("guess",)

    @property
    def text(self) -> str:
        return " ".join(self._text())

    def _text(self) -> Iterator[str]:
        say = self.script.say
        if not self.is_open:
            yield say("text_asks_open") if self.asks is None else say("text_asks", asks=plain(self.asks))
            yield say("text_yes_open") if self.yes is None else say("text_yes", yes=plain(self.yes))
            return
        guesses = self._guesses()
        if not self.mine.chance:
            yield say("text_never", asks=guesses["asks"])
        else:
            low, high = self.mine.usual
            key = "text_model" if low < high else "text_sure"
            yield say(key, **guesses, **({"low": low, "high": high} if low < high else {}))
            if self.supposed != self.mine:
                low, high = self.supposed.usual
                yield say("text_better", **self._better(), mean=plain(self.supposed.mean, 0), low=low, high=high)
        if self.tries:
            shown = ", ".join(say("text_try", people=len(each)) for each in self.tries[-SHOWN:])
            yield say("text_tries", count=len(self.tries), tries=shown)
        yield self._stakes()

    def _stakes(self) -> str:
        if self.ask.least >= 1:
            return self.script.say("text_worth_never")
        return self.script.say(
            "text_worth",
            least=_percent(self.ask.least),
            mine=_percent(self.mine.chance),
            supposed=_percent(self.supposed.chance),
        )

    @property
    def comparison(self) -> tuple[str, ...]:
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        if not self.is_open:
            yield self.script.say("said_open" if self.asks is None and self.yes is None else "said_other")
            return
        yield self._held_together()
        if self.mine.chance:
            low, high = self.supposed.usual
            yield self.script.say("said_spread", low=low, high=high) if low < high else self.script.say("said_sure")
        if self.tries:
            yield self._tried()
        yield self._worth()

    def _held_together(self) -> str:
        """The learner's guess beside what the model makes of their other one."""
        if not self.mine.chance:
            return self.script.say("said_never")
        of_it = self._as_number() / self.mine.mean
        key = "said_more" if of_it > 1 + _NEAR else "said_fewer" if of_it < 1 - _NEAR else "said_agree"
        return self.script.say(key, **self._guesses())

    def _tried(self) -> str:
        lengths = [len(each) for each in self.tries]
        wait = max(longest_wait(each) for each in self.tries)
        if len(lengths) == 1:
            return self.script.say("said_try", count=1, people=lengths[0], wait=wait)
        fewest, most = min(lengths), max(lengths)
        if fewest == most:
            return self.script.say("said_tries_alike", count=len(lengths), people=most)
        return self.script.say(
            "said_tries",
            count=len(lengths),
            fewest=fewest,
            most=most,
            mean=plain(sum(lengths) / len(lengths), 0),
            wait=wait,
        )

    def _worth(self) -> str:
        say, ask, mine, supposed = self.script.say, self.ask, self.mine.chance, self.supposed.chance
        if ask.least >= 1:
            return say("said_no_chance")
        worth_it = mine > ask.least
        numbers = {"least": _percent(ask.least), "mine": _percent(mine), "net": plain(ask.worth(mine), 1)}
        first = say("said_worth" if worth_it else "said_not_worth", **numbers)
        if supposed == mine:
            return first
        if not worth_it and supposed > ask.least:
            then = say("said_turns", **self._better(), net=plain(ask.worth(supposed), 1))
        else:
            then = say("said_same_yes" if worth_it else "said_same_no", chance=_percent(supposed))
        return f"{first} {then}"

    def _as_number(self) -> float:
        return float(self.asks or 0)

    def _guesses(self) -> dict[str, str]:
        return {"asks": plain(self._as_number()), "yes": plain(self.yes or 0), "mean": plain(self.mine.mean, 0)}

    def _better(self) -> dict[str, str]:
        return {"times": plain(self.times, 1), "chance": _percent(self.supposed.chance)}

    @property
    def below(self) -> str:
        """The studies, once the guesses stand: before, they would be the guess."""
        if not self.is_open:
            return ""
        items = "".join(f"<li>{escape(self.script.say(f'study_{each}'))}</li>" for each in STUDIES)
        title = heading(self.script.say("studies_title"))
        return f"{title}<ul>{items}</ul><p>{escape(self.script.say('studies_end'))}</p>"

    @property
    def below_plain(self) -> str:
        if not self.is_open:
            return ""
        lines = (f"  {self.script.say(f'study_{each}')}" for each in STUDIES)
        return "\n".join((self.script.say("studies_title"), *lines, self.script.say("studies_end")))

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        if not self.is_open:
            figure = sheet(2.9)
            draw_guesses(figure, self.script, self.asks, self.yes, colours)
            return figure
        figure = sheet(6.6)
        tries = list(enumerate(self.tries, start=1))[-SHOWN:]
        draw_tries(figure, self.script, self._as_number(), self.mine, self.supposed, tries, colours)
        draw_worth(figure, self.script, self.ask, self.mine.chance, self.supposed.chance, colours)
        return figure


def _percent(chance: float) -> str:
    """Return a chance in percent, as it is said."""
    return f"{round(100 * chance)} %"
