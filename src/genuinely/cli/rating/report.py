"""What people's ratings say: how far they agree with each other, with the checker, and with the models' ratings."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from genuinely.assessing import assess
from genuinely.cli.agreement import exact, interval, weighted_kappa
from genuinely.cli.measuring.held_out import CHECKERS, held_out
from genuinely.cli.measuring.ratings import NoRatingsError, rated_messages, ratings_folder
from genuinely.cli.rating.answers import Answers, answers, is_done, raters
from genuinely.cli.rating.study import Item, Study, key_of
from genuinely.cli.rating.wording import title
from genuinely.scenarios import CRITERIA

FEW = 50
"""Below so many messages a figure is shown with a caution."""

LEAST = 10
"""Below so many no kappa is given at all."""

TOO_FEW_FOR_KAPPA = "too few"

Levels = Mapping[str, int]


@dataclass(frozen=True)
class Beside:
    """What is known of a message beside people's ratings.

    unseen: whether the checker's levels come from a model that had not seen the scenario.
    models: the median of the ratings by language models; empty for a message that is not among theirs.
    """

    checker: Levels
    models: Levels
    unseen: bool


def report(study: Study) -> Iterator[str]:
    """Yield the whole report."""
    by_rater = {rater: answers(study, rater) for rater in raters(study)}
    if not by_rater:
        yield "Nobody has rated anything in this study yet: genuinely rate go YOUR-NAME"
        return
    for rater, found in by_rater.items():
        yield f"{rater}: {sum(is_done(item, found) for item in study.items)} of {len(study.items)} messages done"
    beside = all_beside(study)
    seen = sum(not one.unseen for one in beside.values())
    yield ""
    yield "Kappa is quadratic weighted: 1 is full agreement, 0 what chance gives; in brackets the middle 95 % over"
    yield "samples of scenarios. n counts messages, for two raters each message once for each two of them."
    if seen:
        yield f"{seen} messages are not among those of the repository: there the checker was asked as it is now."
    people = list(by_rater.values())
    checker = {number: one.checker for number, one in beside.items()}
    models = {number: one.models for number, one in beside.items()}
    blocks = {
        "People with each other": {name: among(study.items, people, name) for name in CRITERIA},
        "People (their median) with the checker": {
            name: against(study.items, people, name, checker) for name in CRITERIA
        },
        "People (their median) with the language models to whose ratings the checker was fitted": {
            name: against(study.items, people, name, models) for name in CRITERIA
        },
    }
    for heading, groups in blocks.items():
        yield ""
        yield from block(heading, groups)
    few = any(0 < _count(own) < FEW for groups in blocks.values() for own in groups.values())
    if few:
        yield ""
        yield f"* fewer than {FEW}: look at the brackets, not at the figure. So few can agree or differ by chance."
    if len(by_rater) < 2:
        yield ""
        yield "One person's ratings show that person's reading. Ask a second one before drawing anything from them."


def block(heading: str, groups: Mapping[str, Sequence[Sequence[tuple[int, int]]]]) -> Iterator[str]:
    """Yield a table: for each criterion n, kappa with its interval, and the share of equal levels."""
    yield heading
    if not any(_count(own) for own in groups.values()):
        yield "  no message has both yet"
        return
    yield f"  {'criterion':30} {'n':>5} {'kappa':>20} {'the same level':>15}"
    kappas = []
    for name, own in groups.items():
        pairs = [pair for group in own for pair in group]
        if pairs:
            told = TOO_FEW_FOR_KAPPA
            if len(pairs) >= LEAST:
                kappas.append(weighted_kappa(pairs))
                low, high = interval([group for group in own if group])
                told = f"{kappas[-1]:.2f} [{low:.2f}, {high:.2f}]"
            mark = " *" if len(pairs) < FEW else ""
            yield f"  {title(name):30} {len(pairs):5} {told:>20} {exact(pairs):15.0%}{mark}"
    if kappas:
        yield f"  {'mean':30} {'':5} {statistics.mean(kappas):7.2f}"


def among(items: Sequence[Item], by_rater: Sequence[Answers], criterion: str) -> list[list[tuple[int, int]]]:
    """Return, for each scenario, the levels that every two people gave to the same message."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for item in items:
        groups[item.scenario] += combinations(_given(item, by_rater, criterion), 2)
    return list(groups.values())


def against(
    items: Sequence[Item], by_rater: Sequence[Answers], criterion: str, others: Mapping[int, Levels]
) -> list[list[tuple[int, int]]]:
    """Return, for each scenario, people's median and the other's level. A tie goes to the even level."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for item in items:
        given, other = _given(item, by_rater, criterion), others[item.number].get(criterion)
        if given and other is not None:
            groups[item.scenario].append((round(statistics.median(given)), other))
    return list(groups.values())


def _given(item: Item, by_rater: Sequence[Answers], criterion: str) -> list[int]:
    return [found[item.number][criterion] for found in by_rater if criterion in found.get(item.number, {})]


def _count(groups: Sequence[Sequence[tuple[int, int]]]) -> int:
    return sum(map(len, groups))


def all_beside(study: Study) -> dict[int, Beside]:
    """Return what is known of each message beside people's ratings, by its number."""
    key, stored = key_of(study), _stored()
    return {
        item.number: stored[key[item.number]]
        if key[item.number] in stored
        else Beside(dict(assess(item.message, item.card).levels), {}, unseen=False)
        for item in study.items
    }


def _stored() -> dict[str, Beside]:
    """The messages of the repository by id; none in an installed package, which has no ratings."""
    try:
        folder = ratings_folder()
    except NoRatingsError:
        return {}
    messages = rated_messages(folder)
    rows = next(found for name in CHECKERS if (found := held_out(folder, name, messages)) is not None)
    levels: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        levels[row.message.id][row.criterion] = row.checker
    return {one.id: Beside(levels[one.id], one.levels, unseen=True) for one in messages}
