"""The hiring desk, first view: eight applications, six seconds each, and afterwards who they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from genuinely.coaching.page import escape, heading
from genuinely.lessons.controls import Values
from genuinely.lessons.hiring_data import APPLICANTS
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import MIDDLE, SMALL, bare_axes, sheet
from genuinely.lessons.script import Script, needs

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INVITE, LEAVE, LATE = "invite", "leave", "late"

SENTENCES = needs(
    inbox_title="",
    inbox_text="decided",
    inbox_done="invited good names",
    inbox_begin="",
    inbox_on="",
    inbox_all="good invited",
    inbox_none="good invited",
    inbox_some="good invited hits",
    inbox_late="late",
    inbox_crowd="",
    who_title="",
    who_good="who was",
    who_other="who was",
    **{f"was_{name}": "" for name in APPLICANTS},
    mark_invite="",
    mark_leave="",
    mark_late="",
    mark_good="",
)

_SIGNS = {INVITE: "✓", LEAVE: "–", LATE: "…"}


@dataclass(frozen=True, repr=False)
class InboxScene(Scene):
    """The scene for what was decided by now. good: those who would do the job well."""

    script: Script
    values: Values
    good: frozenset[str]

    @property
    def decided(self) -> Mapping[str, str]:
        """What was decided for whom, "late" where the time ran out."""
        return dict(self.values["inbox"])

    @property
    def is_done(self) -> bool:
        return len(self.decided) == len(APPLICANTS)

    @property
    def open_parts(self) -> Sequence[str]:
        return ("view", "inbox")

    @property
    def title(self) -> str:
        return self.script.say("inbox_title")

    def who(self, name: str) -> str:
        """Return an applicant's full name."""
        return self.script.controls["inbox"].cards[name][0].split(",")[0]

    def _with(self, decision: str) -> list[str]:
        return [name for name in APPLICANTS if self.decided.get(name) == decision]

    @property
    def text(self) -> str:
        if not self.is_done:
            return self.script.say("inbox_text", decided=len(self.decided))
        invited = ", ".join(map(self.who, self._with(INVITE))) or "–"
        good = [name for name in APPLICANTS if name in self.good]
        return self.script.say("inbox_done", invited=invited, good=len(good), names=", ".join(map(self.who, good)))

    @property
    def comparison(self) -> tuple[str, ...]:
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        say, invited = self.script.say, self._with(INVITE)
        if not self.is_done:
            yield say("inbox_on" if self.decided else "inbox_begin")
            return
        hits = len(self.good.intersection(invited))
        numbers = {"good": len(self.good), "invited": len(invited)}
        if hits == len(self.good):
            yield say("inbox_all", **numbers)
        elif hits:
            yield say("inbox_some", **numbers, hits=hits)
        else:
            yield say("inbox_none", **numbers)
        if late := len(self._with(LATE)):
            yield say("inbox_late", late=late)
        yield say("inbox_crowd")

    def _lines(self) -> Iterator[str]:
        for name in APPLICANTS:
            key = "who_good" if name in self.good else "who_other"
            yield self.script.say(key, who=self.who(name), was=self.script.say(f"was_{name}"))

    @property
    def below(self) -> str:
        """Who the eight were; empty before everybody is decided on."""
        if not self.is_done:
            return ""
        lines = "".join(f"<li>{escape(line)}</li>" for line in self._lines())
        return f"{heading(self.script.say('who_title'))}<ul>{lines}</ul>"

    @property
    def below_plain(self) -> str:
        if not self.is_done:
            return ""
        return "\n".join((self.script.say("who_title"), *(f"- {line}" for line in self._lines())))

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        figure = sheet(4.0)
        axes = figure.add_axes((0.01, 0.11, 0.98, 0.88))
        for number, name in enumerate(APPLICANTS):
            self._application(axes, number % 4, -(number // 4), name, colours)
        axes.set(xlim=(-0.5, 3.5), ylim=(-1.5, 0.5))
        bare_axes(axes)
        self._legend(figure, colours)
        return figure

    def _application(self, axes: Axes, x: float, y: float, name: str, colours: Mapping[str, Any]) -> None:
        """A sheet of paper with what was decided; afterwards those who would do the job well have a star."""
        from matplotlib.patches import Rectangle

        decision = self.decided.get(name)
        tone = colours["create"] if decision == INVITE else colours["neutral"]
        is_good = self.is_done and name in self.good
        axes.add_patch(
            Rectangle(
                (x - 0.42, y - 0.42), 0.84, 0.84, facecolor=tone["tint"] if decision else colours["paper"],
                edgecolor=tone["line"], linewidth=2.6 if is_good else 1.2, linestyle="--" if decision == LATE else "-",
            )
        )  # fmt: skip
        first = self.who(name).split()[0]
        axes.text(x, y + 0.2, first, color=colours["ink"], fontsize=MIDDLE, ha="center", va="center")
        if decision is None:
            for line, end in enumerate((0.28, 0.2, 0.28)):
                down = y - 0.02 - 0.12 * line
                axes.plot((x - 0.28, x + end), (down, down), color=colours["rule"], linewidth=2.5)
            return
        axes.text(x, y - 0.06, _SIGNS[decision], color=tone["line"], fontsize=16, ha="center", va="center")
        if is_good:
            axes.plot([x], [y - 0.28], "*", color=colours["accent"], markersize=13)

    def _legend(self, figure: Figure, colours: Mapping[str, Any]) -> None:
        signs = [(_SIGNS[key], key) for key in (INVITE, LEAVE, LATE)] + ([("★", "good")] if self.is_done else [])
        for (sign, key), x in zip(signs, (0.025, 0.2, 0.34, 0.6), strict=False):
            look = {"color": colours["ink"], "fontsize": SMALL}
            figure.text(x, 0.03, sign, **look)
            figure.text(x + 0.035, 0.03, self.script.say(f"mark_{key}"), **look)
