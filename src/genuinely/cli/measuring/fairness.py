"""Whether a level hangs on a name or on a slip of the pen: the same messages with other names, and with slips."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from random import Random

from genuinely.assessing import Assessment, assess
from genuinely.cli.measuring.naming import elsewhere, load_names, of_card, renamed
from genuinely.cli.measuring.ratings import RatedMessage
from genuinely.cli.measuring.slips import with_slips
from genuinely.scenarios import CRITERIA, Scenario, load_scenario

CRAFT = ("context", "concise", "own_voice")
SEEDS = ("one", "two", "three")
"""Of the slips: each message is written anew with each."""

KINDS = {
    "card": ("names on the card exchanged", 0.0),
    "elsewhere": ("names not on the card exchanged", 0.01),
    "slips": ("slips in one of fifteen words, outside craft", 0.03),
}
"""What was changed, and the share of levels that may change with it."""

PROCESSES = 2


@dataclass(frozen=True)
class Change:
    """One message written anew: which criteria got another level, of how many, and whether other flags were raised.

    how: the culture of the names, or the seed of the slips.
    """

    id: str
    kind: str
    how: str
    levels: tuple[str, ...]
    changed: tuple[str, ...]
    flags: bool


Task = tuple[str, str, str]
"""Id of a message, id of its card, the message: what another process is given."""


def sample(messages: Sequence[RatedMessage], each: int = 2) -> list[Task]:
    """Return so many messages of each card, the same ones each time, and every message that names people elsewhere."""
    draw = Random(20261125)
    by_card: dict[str, list[RatedMessage]] = defaultdict(list)
    for message in messages:
        by_card[message.card.id].append(message)
    chosen = {one.id for own in by_card.values() for one in draw.sample(own, min(each, len(own)))}
    names, some = load_names(), next(iter(load_names().cultures))
    return [
        (one.id, one.card.id, one.message)
        for one in messages
        if one.id in chosen or elsewhere(one.message, one.card, some, names)
    ]


def changes(tasks: Sequence[Task], processes: int = 1) -> Iterator[Change]:
    """Yield every change of every message."""
    if processes == 1:
        for task in tasks:
            yield from of_one(task)
        return
    with ProcessPoolExecutor(processes) as pool:
        for found in pool.map(of_one, tasks, chunksize=8):
            yield from found


def of_one(task: Task) -> list[Change]:
    """Return the changes of one message: names of every culture, on the card and elsewhere, and slips."""
    id, card_id, message = task
    card = load_scenario(card_id)
    before = assess(message, card)
    return [
        Change(
            id,
            kind,
            how,
            tuple(before.levels),
            tuple(name for name in before.levels if after.levels[name] != before.levels[name]),
            after.flags != before.flags,
        )
        for kind, how, after in _anew(message, card)
    ]


def _anew(message: str, card: Scenario) -> Iterator[tuple[str, str, Assessment]]:
    names = load_names()
    for culture in names.cultures:
        exchange = of_card(card, culture, names)
        yield "card", culture, assess(exchange(message), renamed(card, exchange))
        if others := elsewhere(message, card, culture, names):
            yield "elsewhere", culture, assess(others(message), card)
    for seed in SEEDS:
        yield "slips", seed, assess(with_slips(message, f"{seed} {card.id}"), card)


def share(found: Iterable[Change], criteria: Iterable[str]) -> float:
    """Return the share of levels of these criteria that changed."""
    wanted = set(criteria)
    changed, levels = Counter[str](), Counter[str]()
    for one in found:
        changed.update(one.changed)
        levels.update(one.levels)
    total = sum(levels[name] for name in wanted)
    return sum(changed[name] for name in wanted) / total if total else 0.0


def counted(kind: str) -> tuple[str, ...]:
    """Return the criteria on which a kind is judged.

    Length is left out: a longer name is a longer message. Craft is left out for slips, which are a matter of craft.
    """
    return tuple(name for name in CRITERIA if name not in (CRAFT if kind == "slips" else ("concise",)))


def report(found: Sequence[Change]) -> list[str]:
    """Return a block for each kind of change: the share of levels changed in all, by what was put in, by criterion."""
    lines: list[str] = []
    for kind, (title, most) in KINDS.items():
        own = [one for one in found if one.kind == kind]
        levels = sum(len(set(one.levels) & set(counted(kind))) for one in own)
        target = "none" if not most else f"at most {most:.0%}"
        lines += [
            f"{title}: {share(own, counted(kind)):.2%} of {levels} levels changed (target: {target}); "
            f"other flags on {sum(one.flags for one in own)} of {len(own)} messages",
            "  " + ", ".join(f"{how} {share(some, counted(kind)):.1%}" for how, some in _by_how(own).items()),
            "  " + ", ".join(f"{name} {share(own, [name]):.1%}" for name in CRITERIA),
        ]
    return lines


def _by_how(found: Sequence[Change]) -> dict[str, list[Change]]:
    groups: dict[str, list[Change]] = defaultdict(list)
    for one in found:
        groups[one.how].append(one)
    return groups
