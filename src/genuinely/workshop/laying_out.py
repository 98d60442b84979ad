"""What lies on the table, or is open on the screen, at each part of a workshop, and how often it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from genuinely.lessons.activities import Activity
from genuinely.workshop.asked import Asked
from genuinely.workshop.catalogue import heading
from genuinely.workshop.groups import groups
from genuinely.workshop.planning import Part, Plan
from genuinely.workshop.wording import say, told


def has_handout(part: Part) -> bool:
    """Whether its lesson's handout is printed for it."""
    return part.entry is not None and part.entry.handout == "lesson"


def has_own_sheet(part: Part) -> bool:
    """Whether people write on a sheet of their own."""
    return part.entry is not None and part.entry.handout == "own"


def each_of_their_own(part: Part) -> bool:
    """Whether everybody fills it in for themselves, though they sit in groups."""
    return part.entry is not None and part.entry.each


def on_paper(asked: Asked) -> bool:
    """Whether things are moved by hand: there is a room, and somebody in it is without a device."""
    return asked.paper and not asked.online


def copies(part: Part, people: int) -> int:
    """Return how many of its handout are needed: one for each group, or for each person where there are none."""
    if part.activity is None or each_of_their_own(part):
        return people
    return sum(groups(people, part.activity.grouping).values()) or people


def printed(plan: Plan) -> tuple[Activity, ...]:
    """Return the activities for which a handout is printed, with the minutes that they have in this workshop."""
    return tuple(
        replace(part.activity, minutes=part.minutes)
        for part in plan.parts
        if part.activity is not None and has_handout(part)
    )


def things(part: Part, asked: Asked) -> tuple[str, ...]:
    """Return what has to be brought for it besides: nothing for what is done on a screen."""
    if part.activity is None or (has_handout(part) and not on_paper(asked)):
        return ()
    return told()[part.activity.page, part.activity.cell].bring


def laid_out(part: Part, activity: Activity, asked: Asked) -> Iterator[str]:
    """Yield what is laid out for an activity, in words."""
    if asked.paper and has_handout(part):
        key = "table.handout_sent" if asked.online else "table.handout"
        yield say(key, title=activity.title, count=copies(part, asked.people))
    if has_own_sheet(part):
        yield say("table.own_sent" if asked.online else "table.own", title=say("own.title"))
    if asked.devices != "none" and _on_the_screen(part):
        yield say("table.screen", page=activity.page, section=heading(activity))
    if asked.devices == "some" and _on_the_screen(part) and not asked.online:
        yield say("table.some")
    if not has_handout(part) or on_paper(asked):
        yield from (each.name for each in activity.material if each.kind == "thing")
    yield from things(part, asked)


def _on_the_screen(part: Part) -> bool:
    """Whether the lesson's page has what is done here."""
    return has_handout(part) or has_own_sheet(part)
