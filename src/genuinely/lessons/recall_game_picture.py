"""The recall game as a picture and in words: closed envelopes first, and then which came back and what they had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from genuinely.coaching.page import escape, heading
from genuinely.lessons.controls import Values
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import WIDTH
from genuinely.lessons.recall_game_model import MESSAGES, Message, Score, score
from genuinely.lessons.script import Script

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, repr=False)
class RecallScene(Scene):
    """messages: the eight, with what they have. values: of the controls. sums: how many there are. later: whether it is
    time for the second round."""

    script: Script
    messages: tuple[Message, ...]
    values: Values
    sums: int
    later: bool = False

    @property
    def title(self) -> str:
        return self.script.say("picture_title")

    @property
    def open_parts(self) -> Sequence[str]:
        """One part opens after the other, so that nothing is seen too early."""
        steps = [
            ("between", len(self.values["read"]) >= len(MESSAGES)),
            ("recall", len(self.values["between"]) >= self.sums),
            ("compare", self.values["done"] > 0),
            ("later", self.later),
        ]
        found = ["read"]
        for name, reached in steps:
            if not reached:
                break
            found.append(name)
        return found

    @property
    def is_compared(self) -> bool:
        return "compare" in self.open_parts

    @property
    def is_later(self) -> bool:
        """Whether a second round has been played."""
        return "later" in self.open_parts and bool(self.values["recalled_later"].strip() or self.values["found_later"])

    @property
    def text(self) -> str:
        if not self.is_compared:
            return self.script.say("before_text", read=len(self.values["read"]))
        told = [self._in_words("after_text", self.values["found"])]
        if self.is_later:
            told.append(self._in_words("later_text", self.values["found_later"]))
        return " ".join(told)

    def _in_words(self, key: str, recalled: Sequence[str]) -> str:
        found = score(self.messages, recalled)
        names = {
            kind: ", ".join(self.who(each) for each in self._of(particular) if each.name in recalled)
            or self.script.say("none")
            for kind, particular in (("particular_names", True), ("plain_names", False))
        }
        return self.script.say(
            key,
            particular=found.particular,
            of_particular=found.of_particular,
            plain=found.plain,
            of_plain=found.of_plain,
            **names,
        )

    @property
    def comparison(self) -> tuple[str, ...]:
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        say = self.script.say
        last = self.open_parts[-1]
        if last in ("read", "between", "recall"):
            yield say(f"said_{last}")
            return
        yield from self._counted(score(self.messages, self.values["found"]))
        if not self.later:
            yield say("said_come_back")
        elif not self.is_later:
            yield say("said_later_open")
        else:
            found = score(self.messages, self.values["found_later"])
            yield say("said_later", recalled=found.particular + found.plain, particular=found.particular)

    def _counted(self, found: Score) -> Iterator[str]:
        say, recalled = self.script.say, found.particular + found.plain
        if not recalled:
            yield say("said_nothing")
            return
        yield say("said_found", recalled=recalled, particular=found.particular)
        if found.plain > found.particular:
            yield say("said_more_plain")
        else:
            yield say("said_chance", percent=round(100 * found.chance))

    def who(self, message: Message) -> str:
        """Return who wrote a message."""
        return self.script.controls["read"].cards[message.name][0]

    def _of(self, particular: bool) -> list[Message]:
        return [each for each in self.messages if each.is_particular == particular]

    def _lines(self) -> Iterator[str]:
        for each in self.messages:
            had = ", ".join(self.script.say(f"had_{name}") for name in each.had)
            key = "had_back" if each.name in self.values["found"] else "had_line"
            yield self.script.say(key, who=self.who(each), had=had)

    @property
    def below(self) -> str:
        if not self.is_compared:
            return ""
        return (
            heading(self.script.say("had_title"))
            + f"<ul>{''.join(f'<li>{escape(x)}</li>' for x in self._lines())}</ul>"
        )

    @property
    def below_plain(self) -> str:
        if not self.is_compared:
            return ""
        return "\n".join((self.script.say("had_title"), *(f"- {line}" for line in self._lines())))

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        from matplotlib.figure import Figure

        figure = Figure(figsize=(WIDTH, 3.6), layout="constrained")
        axes = figure.add_subplot()
        if self.is_compared:
            for row, particular in enumerate((True, False)):
                title = self.script.say("row_particular" if particular else "row_plain")
                axes.text(-0.45, 0.62 - 1.5 * row, title, color=colours["ink"], fontsize=11.5, fontweight="bold")
                for column, each in enumerate(self._of(particular)):
                    self._known(axes, column, -1.5 * row, each, colours)
            self._legend(figure, colours)
        else:
            for number, each in enumerate(self.messages):
                _envelope(axes, number % 4, -1.5 * (number // 4), each.name in self.values["read"], colours)
        axes.set(xlim=(-0.55, 3.55), ylim=(-2.2, 0.95), xticks=[], yticks=[])
        for spine in axes.spines.values():
            spine.set_visible(False)
        return figure

    def _known(self, axes: Axes, x: float, y: float, each: Message, colours: Mapping[str, Any]) -> None:
        from matplotlib.patches import Rectangle

        tone = colours["create" if each.is_particular else "neutral"]
        back = each.name in self.values["found"]
        fill = tone["line"] if back else colours["paper"]
        axes.add_patch(Rectangle((x - 0.44, y - 0.45), 0.88, 0.9, fc=fill, ec=tone["line"], lw=1.6))
        ink = colours["paper"] if back else tone["line"]
        axes.text(x, y + 0.12, self.who(each).replace("Dr. ", "").split()[0], color=ink, fontsize=11.5, ha="center")
        marks = ("✓" if back else "") + (" ★" if self.is_later and each.name in self.values["found_later"] else "")
        axes.text(x, y - 0.27, marks.strip(), color=ink, fontsize=13, ha="center")

    def _legend(self, figure: Figure, colours: Mapping[str, Any]) -> None:
        from matplotlib.lines import Line2D

        marks = [("legend_now", r"$✓$")] + ([("legend_later", "*")] if self.is_later else [])
        handles = [
            Line2D(
                [], [], linestyle="none", marker=mark, markersize=9, color=colours["ink"], label=self.script.say(key)
            )
            for key, mark in marks
        ]
        figure.legend(handles=handles, loc="outside lower left", ncols=2, frameon=False, fontsize=10.5,
                      labelcolor=colours["ink"])  # fmt: skip


def _envelope(axes: Axes, x: float, y: float, is_read: bool, colours: Mapping[str, Any]) -> None:
    """A closed envelope; one that is read is hollow."""
    from matplotlib.patches import Rectangle

    line = colours["quiet" if is_read else "accent"]
    fill = colours["paper" if is_read else "raised"]
    axes.add_patch(
        Rectangle((x - 0.4, y - 0.38), 0.8, 0.76, fc=fill, ec=line, lw=1.6, linestyle="--" if is_read else "-")
    )
    axes.plot([x - 0.4, x, x + 0.4], [y + 0.38, y - 0.05, y + 0.38], color=line, linewidth=1.6)
