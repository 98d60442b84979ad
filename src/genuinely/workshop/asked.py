"""What a facilitator asks for: how long, how many people, which devices, a call or a room, and when it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from genuinely.workshop.wording import say

SHORTEST, LONGEST = 60, 180
FEWEST, MOST = 10, 200
DEVICES = ("none", "some", "all")


class WorkshopError(ValueError):
    """What was asked for cannot be made. The message is a sentence for the facilitator."""


@dataclass(frozen=True)
class Asked:
    """A workshop as asked for.

    devices: who brings one, `none`, `some` or `all`. start: minutes after midnight, None where nobody has said when.
    """

    minutes: int
    people: int = 20
    devices: str = "none"
    online: bool = False
    start: int | None = None

    def __post_init__(self) -> None:
        if not SHORTEST <= self.minutes <= LONGEST:
            raise WorkshopError(say("refused.minutes", found=self.minutes, least=SHORTEST, most=LONGEST))
        if not FEWEST <= self.people <= MOST:
            raise WorkshopError(say("refused.people", found=self.people, least=FEWEST, most=MOST))
        if self.devices not in DEVICES:
            raise WorkshopError(say("refused.devices", found=self.devices, known=", ".join(DEVICES)))

    @property
    def paper(self) -> bool:
        """Whether somebody is there without a device."""
        return self.devices != "all"

    def clock(self, minute: int) -> str:
        """Return the time of day at a minute of the workshop, such as 14:05; without a start, how long it has run."""
        at = minute if self.start is None else (self.start + minute) % (24 * 60)
        return f"{at // 60}:{at % 60:02}"


def time_of_day(text: str) -> int:
    """Return the minutes after midnight of a time such as `14:00`. Raises WorkshopError."""
    found = re.fullmatch(r"(\d{1,2})[:.](\d\d)", text.strip())
    hours, minutes = map(int, found.groups()) if found else (24, 0)
    if hours > 23 or minutes > 59:
        raise WorkshopError(say("refused.start", found=text))
    return hours * 60 + minutes
