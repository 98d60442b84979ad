"""Questions on a terminal, until a scenario card has said everything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from genuinely.scenarios import CRITERIA
from genuinely.scenarios.making import MEANT, Part, criteria_titles, parts
from genuinely.scenarios.measured import usual_weights

Ask = Callable[[str], str]
Say = Callable[[str], object]


class Interrupted(Exception):  # noqa: N818 - not an error
    """Somebody stopped in the middle. `given` is what had been said."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        super().__init__()


def interview(ask: Ask, say: Say) -> dict[str, Any]:
    """Ask for every part of a card and return what was said. Raises Interrupted at Ctrl+C or the end of the input."""
    given: dict[str, Any] = {}
    say("Press Ctrl+C to stop at any time: what was said is kept in the file, where you can go on.")
    everything = parts()
    for number, part in enumerate(everything, start=1):
        say("")
        say(f"{number} of {len(everything)}. {part.ask}")
        try:
            given[part.key] = _answer(part, ask, say, given)
        except (EOFError, KeyboardInterrupt):
            raise Interrupted(given) from None
    return given


def _answer(part: Part, ask: Ask, say: Say, given: dict[str, Any]) -> Any:
    if part.shape == "choice":
        return _choice(part, ask, say)
    if part.shape == "weights":
        return _weights(ask, say, given)
    if part.shape == "long":
        say("Type it, or paste it. End with a line that holds a single dot.")
        return _until(ask, say, end=".", several=lambda lines: "\n".join(lines).strip())
    if part.shape == "list":
        say("One in each line. End with an empty line.")
        return _until(ask, say, end="", several=lambda lines: [line.strip() for line in lines])
    while not (text := ask("> ").strip()):
        say("Something has to be said here.")
    return text


def _choice(part: Part, ask: Ask, say: Say) -> str:
    for number, option in enumerate(part.options, start=1):
        say(f"  {number}  {option}: {MEANT[option]}")
    while True:
        typed = ask("> ").strip()
        if typed in part.options:
            return typed
        if typed.isdecimal() and 1 <= int(typed) <= len(part.options):
            return part.options[int(typed) - 1]
        say(f"Type a number from 1 to {len(part.options)}.")


def _until(ask: Ask, say: Say, *, end: str, several: Callable[[list[str]], Any]) -> Any:
    lines: list[str] = []
    while True:
        line = ask("> ")
        if line.strip() != end:
            lines.append(line)
        elif any(line.strip() for line in lines):
            return several(lines)
        else:
            say("Something has to be said here.")


def _weights(ask: Ask, say: Say, given: dict[str, Any]) -> dict[str, float]:
    usual = usual_weights(given["kind"])
    for name, title in criteria_titles().items():
        say(f"  {name}: {title}")
    say(f"Usual for this kind: {_told(usual)}")
    say("Press Enter to take it, or type your own in the same form.")
    while True:
        typed = ask("> ").replace(",", " ").split()
        if not typed:
            return dict(usual)
        pairs = [part.partition("=") for part in typed]
        wrong = [name for name, _, weight in pairs if name not in CRITERIA or not _is_weight(weight)]
        if not wrong:
            return {name: float(weight) for name, _, weight in pairs}
        say(f"{wrong[0]!r} is not one of {', '.join(CRITERIA)} with a weight, such as clear_ask=2.")


def _is_weight(text: str) -> bool:
    return text.isdecimal() and int(text) > 0


def _told(weights: dict[str, float]) -> str:
    return " ".join(f"{name}={weight:g}" for name, weight in weights.items())
