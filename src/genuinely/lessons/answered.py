"""How many authors answer a specific request about their own paper: the learner's guess and what was found (E41)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from genuinely.coaching.page import Shown
from genuinely.lessons.drawing import Drawing
from genuinely.lessons.evidence import figures
from genuinely.lessons.form_widget import answers
from genuinely.lessons.wording import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FINDING = "E41"
KINDS = ("replied", "delivered")


@dataclass(frozen=True, repr=False)
class AnsweredRequests(Drawing):
    """A hundred letters, twice: the share `found` filled in, and the learner's guess as a line (None: no guess)."""

    found: Mapping[str, int]
    guessed: Mapping[str, int | None]

    @property
    def title(self) -> str:
        return say("requests.title")

    @property
    def text(self) -> str:
        return " ".join((say("requests.text", **self.found), *self.comparison))

    @property
    def comparison(self) -> tuple[str, ...]:
        said = []
        for kind in KINDS:
            guess = self.guessed.get(kind)
            if guess is None:
                continue
            distance = self.found[kind] - guess
            key = "low" if distance > 0 else "high" if distance < 0 else "right"
            said.append(say(f"requests.guess_{key}", what=say(f"requests.{kind}"), guess=guess, by=abs(distance)))
        return tuple(said)

    @property
    def notes(self) -> tuple[str, ...]:
        return say("requests.limits"), say("requests.source")

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        from matplotlib.figure import Figure

        figure = Figure(figsize=(8.4, 4.5), layout="constrained")
        for axes, kind in zip(figure.subplots(1, 2), KINDS, strict=True):
            _letters(axes, self.found[kind], self.guessed.get(kind), colours)
            axes.set_title(
                say("requests.heading", count=self.found[kind], what=say(f"requests.{kind}")),
                loc="left", color=colours["ink"], fontsize=13, fontweight="bold", pad=10,
            )  # fmt: skip
        return figure


def answered_requests(guess: str) -> Shown:
    """Return the drawing, with the guess kept under the form of this id, if there is one."""
    found = {figure.label: round(figure.value) for figure in figures(FINDING)}
    given = answers(guess)
    guessed = {kind: given[kind] if isinstance(given.get(kind), int) else None for kind in KINDS}
    return AnsweredRequests({kind: found[kind] for kind in KINDS}, guessed)


def _letters(axes: Axes, found: int, guess: int | None, colours: Mapping[str, Any]) -> None:
    """Ten rows of ten, filled from the top left as one reads; a line goes round the first `guess` of them."""
    places = [(number % 10, 9 - number // 10) for number in range(100)]
    filled, empty = places[:found], places[found:]
    colour = colours["interest"]["line"]
    axes.scatter([x for x, _ in filled], [y for _, y in filled], marker="s", s=150, color=colour)
    axes.scatter([x for x, _ in empty], [y for _, y in empty], marker="s", s=150, fc="none", ec=colours["quiet"])
    if guess is not None:
        axes.plot(*_outline(guess), color=colours["against"]["line"], linewidth=2.2, linestyle=(0, (4, 2)))
        below = say("requests.your_guess", guess=guess)
        axes.set_xlabel(below, color=colours["against"]["line"], fontsize=11, loc="left")
    axes.set(xlim=(-0.7, 9.7), ylim=(-0.8, 9.7), aspect="equal", xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set_visible(False)


def _outline(count: int) -> tuple[list[float], list[float]]:
    """The edge round the first `count` of a hundred, as x and y."""
    rows, rest = divmod(count, 10)
    top, bottom = 9.5, 9.5 - rows
    if rest == 0:
        corners = [(-0.5, top), (9.5, top), (9.5, bottom), (-0.5, bottom), (-0.5, top)]
    else:
        corners = [(-0.5, top), (9.5, top), (9.5, bottom), (rest - 0.5, bottom), (rest - 0.5, bottom - 1)]
        corners += [(-0.5, bottom - 1), (-0.5, top)]
        if rows == 0:
            corners = [(-0.5, top), (rest - 0.5, top), (rest - 0.5, top - 1), (-0.5, top - 1), (-0.5, top)]
    return [x for x, _ in corners], [y for _, y in corners]
