"""What can be moved, chosen, written or pressed in an instrument: names and numbers here, words in its wording file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

KINDS = ("slider", "choice", "ticks", "text", "table", "deck", "press")

Values = Mapping[str, Any]
"""A control's name to its value; see `Control`."""


@dataclass(frozen=True)
class Control:
    """One control of an instrument, and the value that it gives.

    kind      value
    slider    a number from `low` to `high` in steps of `step`, or None until it is set (where `start` is None)
    choice    the name of one of `options`, or None
    ticks     a list of names of `options`
    text      words, in `rows` lines
    table     a list of rows, at most `rows`; each maps the names of `columns` to their values
    deck      cards shown one after the other, `seconds` each (0: without a clock): a card's name to one of `options`,
              or to "late" where its time ran out
    press     how often the button has been pressed

    part: the name of the part in which the control stands ("" for the only one).
    """

    name: str
    kind: str
    part: str = ""
    start: Any = None
    low: float = 0
    high: float = 100
    step: float = 1
    options: tuple[str, ...] = ()
    rows: int = 1
    columns: tuple[Control, ...] = ()
    cards: tuple[str, ...] = ()
    seconds: float = 0

    def as_plain(self) -> dict[str, Any]:
        """Return it as the page reads it."""
        return asdict(self)

    def cleaned(self, value: Any) -> Any:
        """Return `value` if this control can have it, else `start`: what was kept may come from another version."""
        return value if _CAN_BE[self.kind](self, value) else self.start


def slider(
    name: str, low: float, high: float, start: float | None = None, *, step: float = 1, part: str = ""
) -> Control:
    """Return a slider; without `start` it stands unset until it is moved, as a guess does."""
    return Control(name, "slider", part, start, low=low, high=high, step=step)


def choice(name: str, *options: str, start: str | None = None, part: str = "") -> Control:
    """Return a choice of one among few."""
    return Control(name, "choice", part, start, options=options)


def ticks(name: str, *options: str, part: str = "") -> Control:
    """Return boxes to tick."""
    return Control(name, "ticks", part, [], options=options)


def text(name: str, *, rows: int = 1, start: str = "", part: str = "") -> Control:
    """Return a place to write in."""
    return Control(name, "text", part, start, rows=rows)


def table(name: str, *columns: Control, rows: int = 12, part: str = "") -> Control:
    """Return a table that begins empty; its columns are sliders, choices and texts."""
    return Control(name, "table", part, [], columns=columns, rows=rows)


def deck(name: str, cards: Iterable[str], *options: str, seconds: float = 0, part: str = "") -> Control:
    """Return cards to go through, one at a time."""
    return Control(name, "deck", part, {}, cards=tuple(cards), options=options, seconds=seconds)


def press(name: str, *, part: str = "") -> Control:
    """Return a button."""
    return Control(name, "press", part, 0)


def cleaned(controls: Iterable[Control], values: object) -> dict[str, Any]:
    """Return a value for every control, taking from `values` what fits."""
    given = values if isinstance(values, Mapping) else {}
    return {each.name: each.cleaned(given[each.name]) if each.name in given else each.start for each in controls}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _slider(control: Control, value: Any) -> bool:
    return _is_number(value) and control.low <= value <= control.high


def _choice(control: Control, value: Any) -> bool:
    return isinstance(value, str) and value in control.options


def _ticks(control: Control, value: Any) -> bool:
    return isinstance(value, list) and all(each in control.options for each in value)


def _text(control: Control, value: Any) -> bool:
    return isinstance(value, str)


def _table(control: Control, value: Any) -> bool:
    return isinstance(value, list) and len(value) <= control.rows and all(_row(control, each) for each in value)


def _row(control: Control, row: Any) -> bool:
    if not isinstance(row, dict):
        return False
    columns = {each.name: each for each in control.columns}
    return all(
        key in columns and (value is None or _CAN_BE[columns[key].kind](columns[key], value))
        for key, value in row.items()
    )


def _deck(control: Control, value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    return all(card in control.cards and option in (*control.options, "late") for card, option in value.items())


def _press(control: Control, value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


_CAN_BE = {
    "slider": _slider,
    "choice": _choice,
    "ticks": _ticks,
    "text": _text,
    "table": _table,
    "deck": _deck,
    "press": _press,
}
