"""The desk that a studio writes at: the text as it stands, the versions kept, the predictions made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from genuinely.assessing import is_readable
from genuinely.coaching.keeping_words import keep_and_tell, kept_and_tell, not_kept
from genuinely.coaching.studio.judging import Round, round_from
from genuinely.keeping import ChangedError, NotKeptError, latest, put

PREDICTIONS = ("predictions", "studio")


@dataclass(frozen=True)
class Standing:
    """The text as it stands. `number` counts its states; `open` says whether the levels may be seen.

    unread: whether there may be a text that the disk did not give.
    """

    number: int
    text: str = ""
    open: bool = False
    time: str = ""
    unread: bool = False


@dataclass(frozen=True)
class Kept:
    """A version. `number` counts from 1."""

    number: int
    text: str
    time: str


@dataclass(frozen=True)
class Taken:
    """What came of keeping: the state now, whether somebody else's stands there instead, and sentences on troubles."""

    standing: Standing
    conflict: bool = False
    troubles: tuple[str, ...] = ()

    @property
    def kept(self) -> bool:
        return not self.conflict and not self.troubles


@dataclass(frozen=True)
class Version:
    """What came of keeping a version: its number (0 if it was not kept), whether it is new, sentences on troubles."""

    number: int = 0
    new: bool = False
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desk:
    """Where one message is kept: what is being written under `desk`, versions under `versions`, by `name`."""

    name: str
    desk: str = "desk"
    versions: str = "messages"

    def standing(self) -> Standing:
        """Return the text as it stands: what was typed last, else the latest version, else nothing."""
        try:
            found = latest(self.desk, self.name)
        except NotKeptError:
            return Standing(0, unread=True)
        if found.number:
            return _standing(found.number, found.entry, found.time)
        kept = self.kept()
        return Standing(0, kept[-1].text if kept else "")

    def write(self, text: str, *, open: bool, seen: int) -> Taken:
        """Put a text in place of the one that had the number `seen`, unless somebody else has written since."""
        try:
            done = put(self.desk, self.name, {"text": text, "open": open}, seen=seen)
            return Taken(_standing(done.number, done.entry, done.time))
        except ChangedError as error:
            there = _standing(error.latest.number, error.latest.entry, error.latest.time)
            if there.text == text:
                return Taken(there)
            return Taken(there, conflict=True)
        except NotKeptError as error:
            return Taken(Standing(seen, text, open), troubles=(not_kept(error),))

    def keep(self, text: str) -> Version:
        """Keep a text as a version, unless it is blank."""
        if not text.strip():
            return Version()
        before = len(self.kept())
        outcome = keep_and_tell(self.versions, self.name, {"text": text})
        after = len(self.kept())
        return Version(after if outcome.done else 0, after > before, outcome.troubles)

    def kept(self) -> tuple[Kept, ...]:
        """Return the versions, the oldest first; what cannot be read as a message is left out."""
        entries, _ = kept_and_tell(self.versions, self.name)
        readable = (entry for entry in entries if isinstance(entry.get("text"), str) and is_readable(entry["text"]))
        return tuple(
            Kept(number, entry["text"], str(entry.get("time", ""))) for number, entry in enumerate(readable, start=1)
        )

    def predict(self, predicted: Mapping[str, int], found: Mapping[str, int]) -> tuple[str, ...]:
        """Keep a prediction beside what the checker found; return sentences on troubles."""
        entry = {"message": self.name, "predicted": dict(predicted), "found": dict(found)}
        return keep_and_tell(*PREDICTIONS, entry).troubles


def rounds() -> tuple[Round, ...]:
    """Return every prediction made so far, for any message, the oldest first."""
    entries, _ = kept_and_tell(*PREDICTIONS)
    return tuple(round_from(entry) for entry in entries)


def clock(time: str) -> str:
    """Return a kept time as it is shown, "–" where it cannot be read."""
    try:
        return f"{datetime.fromisoformat(time):%Y-%m-%d %H:%M}"
    except ValueError:
        return "–"


def _standing(number: int, entry: Mapping[str, Any], time: str) -> Standing:
    text = entry.get("text")
    return Standing(number, text if isinstance(text, str) else "", entry.get("open") is True, time)
