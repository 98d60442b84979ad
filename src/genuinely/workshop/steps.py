"""A plan in words: what to say, to do, to lay out and to know at each part. A page and a text are drawn from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from genuinely.lessons.activities import Activity
from genuinely.workshop.asked import Asked
from genuinely.workshop.groups import SIZES, groups
from genuinely.workshop.laying_out import each_of_their_own, has_handout, laid_out
from genuinely.workshop.planning import Part, Plan
from genuinely.workshop.wording import say, sentences, told

COUNTED_OFF = 40
"""People who can still be counted off aloud."""
LONG_ENOUGH = 5
"""Minutes from which on it is worth saying how they are split."""

Lines = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Step:
    """A part in words.

    how: the grouping with its counts, "" where there is none. lines: what to do, as labels and what stands there.
    behind: what to know and to expect, in the same way. late: what to do if it gets late, in a few words.
    """

    part: Part
    title: str
    how: str
    lines: Lines
    behind: Lines
    late: str


def steps(plan: Plan) -> tuple[Step, ...]:
    """Return the parts of a plan in words, in their order."""
    found: list[Step] = []
    used: set[str] = set()
    ideas: set[str] = {"course"}
    for part in plan.parts:
        if part.activity is None:
            found.append(_fixed(part, plan.asked))
        else:
            new = part.activity.theme not in ideas
            found.append(_activity(part, part.activity, plan.asked, again=part.activity.grouping in used, new=new))
            used.add(part.activity.grouping)
            ideas.add(part.activity.theme)
    return tuple(found)


def facts(asked: Asked) -> str:
    """Return what was asked for in one line."""
    return say(
        "sheet.facts",
        minutes=asked.minutes,
        people=asked.people,
        where=say("sheet.online" if asked.online else "sheet.room"),
        devices=say(f"sheet.devices_{asked.devices}"),
    )


def grouped(activity: Activity, people: int) -> str:
    """Return the grouping with its counts, such as "7 threes and 1 four"."""
    return sizes(people, activity.grouping) or say(f"how.{activity.grouping}")


def sizes(people: int, grouping: str) -> str:
    """Return the groups in words, such as "7 threes and 1 four"; "" for `alone` and `room`."""
    return say("how.and").join(
        say(f"how.size_{size}", count=count) if count > 1 else say(f"how.size_{size}_one")
        for size, count in groups(people, grouping).items()
    )


def _fixed(part: Part, asked: Asked) -> Step:
    words = sentences()[part.kind]
    doing = words["call"] if asked.online and "call" in words else words["room"]
    timed = "say" if asked.start is None else "say_at"
    said = words.get(timed, words["say"]).format(minutes=part.minutes, ends=asked.clock(part.ends))
    lines = ((say("step.do"), (doing,)), (say("step.say"), (said,)))
    return Step(part, words["title"], "", lines, (), say(f"card.{part.kind}"))


def _activity(part: Part, activity: Activity, asked: Asked, *, again: bool, new: bool) -> Step:
    """Return an activity in words. again: its grouping was there before. new: it is the first one of its idea."""
    words = told()[activity.page, activity.cell]
    lines = (
        (say("step.table"), tuple(laid_out(part, activity, asked))),
        (say("step.say"), (*((say(f"ideas.{activity.theme}"),) if new else ()), words.say)),
        (say("step.do"), tuple(_doing(part, activity, asked, again))),
        (say("step.ask"), (words.ask,) if words.ask else ()),
        (say("step.late"), (activity.late,)),
    )
    behind = (
        (say("step.know"), words.know),
        (say("step.likely"), activity.likely),
        (say("step.misreadings"), activity.misreadings),
    )
    return Step(part, activity.title, grouped(activity, asked.people), _kept(lines), _kept(behind), activity.late)


def _kept(lines: Lines) -> Lines:
    return tuple((label, texts) for label, texts in lines if texts)


def _doing(part: Part, activity: Activity, asked: Asked, again: bool) -> Iterator[str]:
    """How the groups come about, the way for this room, and how the minutes are split."""
    in_groups = activity.grouping in SIZES
    if asked.online:
        yield activity.online
        if in_groups:
            yield say("how.rooms", **_counts(activity, asked))
        return
    if in_groups:
        yield _forming(activity, asked, again)
    if asked.devices == "all" and has_handout(part) and activity.grouping != "room":
        yield say("how.screen_groups" if in_groups and not each_of_their_own(part) else "how.screen")
    else:
        yield activity.paper
    if in_groups:
        talk = part.minutes - 1 - _back(part)
        yield say("how.split_groups", task=_minutes(1), talk=_minutes(talk), back=_minutes(_back(part)))
    elif activity.grouping == "alone" and part.minutes >= LONG_ENOUGH:
        yield say("how.split_alone", task=_minutes(1))


def _back(part: Part) -> int:
    return 2 if part.minutes >= 6 else 1


def _minutes(count: int) -> str:
    return say("step.minutes", minutes=count)


def _counts(activity: Activity, asked: Asked) -> dict[str, object]:
    count = sum(groups(asked.people, activity.grouping).values())
    return {"groups": count, "sizes": sizes(asked.people, activity.grouping)}


def _forming(activity: Activity, asked: Asked, again: bool) -> str:
    if again:
        key = "same_groups"
    elif activity.grouping == "pairs":
        key = "pairs_seats"
    else:
        key = "count_off" if asked.people <= COUNTED_OFF else "neighbours"
    return say(f"how.{key}", **_counts(activity, asked))
