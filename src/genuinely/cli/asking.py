"""What the commands for a workshop ask: how long, how many people, which devices, a room or a call, from when."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from genuinely.workshop.asked import Asked


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what both commands have in common."""
    parser.add_argument("--minutes", type=int, required=True, metavar="60..180", help="how long it takes, all in all")
    parser.add_argument("--people", type=int, default=20, metavar="10..200", help="how many come (20 if not said)")
    parser.add_argument(
        "--devices", default="none", metavar="none|some|all", help="who brings a laptop (none if not said)"
    )
    parser.add_argument("--online", action="store_true", help="a video call, and not a room")
    parser.add_argument("--start", metavar="14:00", help="show the time of day in place of 0:00")


def write_asked(args: argparse.Namespace, write: Callable[[Asked], tuple[Path, ...]]) -> tuple[Path, ...]:
    """Write what was asked for and return its files; none if it cannot be, after saying why."""
    from genuinely.coaching.wording import WordingError
    from genuinely.lessons.reading import LessonDataError
    from genuinely.workshop.asked import Asked, WorkshopError, time_of_day

    try:
        start = None if args.start is None else time_of_day(args.start)
        return write(Asked(args.minutes, args.people, args.devices, args.online, start))
    except (WorkshopError, LessonDataError, WordingError) as error:
        print(error, file=sys.stderr)
        return ()
