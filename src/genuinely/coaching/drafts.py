"""What this kernel has seen: the latest message for each scenario, and which scenarios came up."""

from __future__ import annotations

_latest: dict[str, str] = {}
_used: dict[str, None] = {}


def remember(id: str, message: str) -> None:
    """Take `message` as the latest for the scenario: the last one run wins, even if it is empty."""
    _latest[id] = message
    use(id)


def latest(id: str) -> str | None:
    """Return the message last given to `%%rewrite` for the scenario in this kernel, or None."""
    return _latest.get(id)


def use(id: str) -> None:
    """Note that the scenario came up in this notebook."""
    _used[id] = None


def used() -> tuple[str, ...]:
    """Return the ids that came up in this kernel, in the order of their first use."""
    return tuple(_used)


def forget() -> None:
    """Begin as a fresh kernel does."""
    _latest.clear()
    _used.clear()
