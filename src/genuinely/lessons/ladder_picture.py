"""The specificity ladder as a picture and in words: four steps, and what the assessor sees on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING, Any

from genuinely.coaching.page import escape, heading
from genuinely.coaching.rows import quote
from genuinely.lessons.instrument import Scene
from genuinely.lessons.ladder import PEOPLE, RUNGS, Seen
from genuinely.lessons.plotting import WIDTH
from genuinely.lessons.script import Script

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_TONES = {"anybody": "neutral", "field": "exchange", "problem": "interest", "only_you": "create"}


@dataclass(frozen=True, repr=False)
class LadderScene(Scene):
    """seen: the four lines by rung. rung: the one that is read. own: the learner's line; guess: its rung by guess."""

    script: Script
    recipient: str
    seen: Mapping[str, Seen]
    rung: str
    own: Seen | None = None
    guess: str | None = None

    @property
    def title(self) -> str:
        return self.script.say("picture_title", recipient=self.recipient)

    @property
    def text(self) -> str:
        say = self.script.say
        steps = []
        for rung in RUNGS:
            levels = ", ".join(say("level_text", title=row.title, word=row.word) for row in self.seen[rung].rows)
            reach = say("could_go", people=say(f"people_{rung}"))
            steps.append(say("step_text", rung=say(rung), levels=f"{reach}; {levels}"))
        steps.append(say("text_read", rung=say(self.rung)))
        if self.own is not None:
            steps.append(say("text_own", rung=say(self.own.rung)))
        return " ".join(steps)

    @property
    def comparison(self) -> tuple[str, ...]:
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        if self.own is None:
            return
        found = self.script.say(self.own.rung)
        if self.guess is None:
            yield self.script.say("no_guess", found=found)
        else:
            gap = RUNGS.index(self.own.rung) - RUNGS.index(self.guess)
            key = "guess_right" if gap == 0 else "guess_higher" if gap > 0 else "guess_lower"
            yield self.script.say(key, guess=self.script.say(self.guess), found=found)
        if self.own.flags:
            yield self.script.say("flagged")

    def _blocks(self) -> Iterator[tuple[str, Seen]]:
        yield self.script.say("line_title", rung=self.script.say(self.rung)), self.seen[self.rung]
        if self.own is not None:
            yield self.script.say("own_title"), self.own

    @property
    def below(self) -> str:
        """The line that is read, and the learner's own, with what the assessor sees and the words that made it so."""
        return "".join(
            f'{heading(title)}<blockquote class="g-draft">{escape(seen.message)}</blockquote>'
            f"<p>{escape(self.words(seen))}</p><ul>{''.join(map(self._item, self._levels(seen)))}</ul>"
            for title, seen in self._blocks()
        )

    @property
    def below_plain(self) -> str:
        return "\n\n".join(
            "\n".join((title, seen.message, self.words(seen), *(f"- {' '.join(each)}" for each in self._levels(seen))))
            for title, seen in self._blocks()
        )

    def words(self, seen: Seen) -> str:
        """Return the sentence on the words that lead to the recipient."""
        if not seen.theirs:
            return self.script.say("words_none", recipient=self.recipient)
        return self.script.say("words_some", recipient=self.recipient, words=", ".join(seen.theirs))

    def _levels(self, seen: Seen) -> Iterator[tuple[str, str, str]]:
        for row in seen.rows:
            quotes = "; ".join(f"“{quote(seen.message, marks[0])}”" for marks in row.quotes)
            level = self.script.say("seen_level", title=row.title, word=row.word)
            yield row.symbol, f"{level}. {row.meaning[:1].upper()}{row.meaning[1:]}.", quotes

    def _item(self, told: tuple[str, str, str]) -> str:
        symbol, level, quotes = told
        shown = f" <q>{escape(quotes[1:-1])}</q>" if quotes else ""
        return f'<li><span aria-hidden="true">{escape(symbol)}</span> {escape(level)}{shown}</li>'

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        from matplotlib.figure import Figure

        figure = Figure(figsize=(WIDTH, 5.2), layout="constrained")
        axes = figure.add_subplot()
        for down, rung in enumerate(RUNGS):
            self._step(axes, -down, rung, colours)
        axes.set(xlim=(-3.6, 11.0), ylim=(-len(RUNGS) + 0.45, 0.5), xticks=[], yticks=[])
        for spine in axes.spines.values():
            spine.set_visible(False)
        return figure

    def _step(self, axes: Axes, y: float, rung: str, colours: Mapping[str, Any]) -> None:
        """A bar as wide as many could be sent such a line, and beside it the step's name and two levels."""
        say, tone, seen = self.script.say, colours[_TONES[rung]], self.seen[rung]
        width, read = 1 + log10(PEOPLE[rung]), rung == self.rung
        axes.barh([y], [width], left=-width / 2, height=0.84, color=tone["tint"], edgecolor=tone["line"],
                  linewidth=3 if read else 1)  # fmt: skip
        if self.own is not None and self.own.rung == rung:
            axes.text(-width / 2 - 0.15 if width < 3 else 0, y, say("yours"), color=colours["ink"], fontsize=11,
                      fontweight="bold", ha="right" if width < 3 else "center", va="center")  # fmt: skip
        axes.text(3.9, y + 0.26, say(rung), color=colours["ink"], fontsize=13, fontweight="bold", va="center")
        reach = say("could_go", people=say(f"people_{rung}"))
        lines = [reach, *(f"{row.symbol}  {row.title}: {row.word}" for row in seen.rows[:2])]
        for line, at in zip(lines, (0.06, -0.13, -0.32), strict=True):
            axes.text(3.9, y + at, line, color=colours["quiet" if line is reach else "ink"], fontsize=10, va="center")
