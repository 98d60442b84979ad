"""What this kernel has seen: the latest message for each scenario, one without a name, choices, and what came up."""

from __future__ import annotations

_latest: dict[str, str] = {}
_used: dict[str, None] = {}
_unnamed: list[str] = []
_choices: dict[str, str] = {}
_choices_used: dict[str, None] = {}


def remember(id: str, message: str) -> None:
    """Take `message` as the latest for the scenario: the last one run wins, even if it is empty."""
    _latest[id] = message
    _unnamed.clear()
    use(id)


def latest(id: str) -> str | None:
    """Return the message last given to `%%rewrite` for the scenario in this kernel, or None."""
    return _latest.get(id)


def lay_by(message: str) -> None:
    """Keep a message that was run without its first line, until it is taken or another is run."""
    _unnamed[:] = [message]


def take() -> str | None:
    """Return the message laid by, if there is one, and forget it."""
    return _unnamed.pop() if _unnamed else None


def use(id: str) -> None:
    """Note that the scenario came up in this notebook."""
    _used[id] = None


def used() -> tuple[str, ...]:
    """Return the ids that came up in this kernel, in the order of their first use."""
    return tuple(_used)


def remember_choice(id: str, body: str) -> None:
    """Take the text of a cell as the latest answer to a choice."""
    _choices[id] = body


def latest_choice(id: str) -> str:
    """Return the text last given to `%%choose` for a choice in this kernel, "" for none."""
    return _choices.get(id, "")


def use_choice(id: str) -> None:
    """Note that the choice came up in this notebook, as the latest."""
    _choices_used.pop(id, None)
    _choices_used[id] = None


def choices_used() -> tuple[str, ...]:
    """Return the ids of choices that came up in this kernel, the latest last."""
    return tuple(_choices_used)


def forget() -> None:
    """Begin as a fresh kernel does."""
    _choices.clear()
    _choices_used.clear()
    _latest.clear()
    _unnamed.clear()
    _used.clear()
