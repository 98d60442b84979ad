"""The tables of a class report: pure functions from a class's work to data frames. Every one can be empty."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from genuinely.grading.class_report import ClassWork, Work
from genuinely.grading.class_report_quoting import Quoting
from genuinely.grading.likeness import FEWEST, NEAR, Words, given_with, near_pairs, own_words
from genuinely.scenarios import CRITERIA, load_scenario

if TYPE_CHECKING:
    from pandas import DataFrame, Series

ALL = "all"
"""The column of all messages together, beside those of each card."""

TOTAL = "total"
"""The row of a message as a whole, below those of its criteria."""

QUOTATIONS = 3
"""Different words that are quoted for each weakness at most."""


def points_table(work: ClassWork) -> DataFrame:
    """Return points: a row for each student, a column for each item by its key. NaN where there are none yet."""
    from pandas import DataFrame

    rows: dict[str, dict[str, float | None]] = {student: {} for student in work.students}
    for each in work.works:
        rows[each.student][each.item.key] = each.points
    columns = [item.key for item in work.items]
    return DataFrame.from_dict(rows, orient="index", columns=columns, dtype=float).rename_axis("student")


def percentages(work: ClassWork) -> Series[float]:
    """Return each student's share, 0 to 100, of what they have points for so far; extra credit can lead above."""
    points = points_table(work)
    maximum = points.notna().mul([item.maximum for item in work.items], axis="columns").sum(axis="columns")
    return (100 * points.sum(axis="columns") / maximum)[maximum > 0].rename("per cent")


def spread(work: ClassWork) -> Series[float]:
    """Return what describes the spread of `percentages`: how many, mean, median, quarters, deviation, both ends."""
    from pandas import Series

    found = percentages(work)
    if found.empty:
        return Series(dtype=float)
    return Series(
        {
            "students": float(len(found)),
            "mean": found.mean(),
            "median": found.median(),
            "quarter": found.quantile(0.25),
            "three_quarters": found.quantile(0.75),
            "deviation": found.std(),
            "lowest": found.min(),
            "highest": found.max(),
        }
    )


def level_table(work: ClassWork) -> DataFrame:
    """Return levels: a row for each student, card and criterion that counts there. Flagged messages are left out."""
    from pandas import DataFrame

    rows = [
        (each.student, each.item.scenario, criterion, level)
        for each, reading in work.read
        if not reading.flagged
        for criterion, level in reading.levels.items()
    ]
    return DataFrame(rows, columns=["student", "scenario", "criterion", "level"])


def level_shares(work: ClassWork) -> DataFrame:
    """Return for each criterion, in the rubric's order, the share of messages at each level, the mean, and how many."""
    levels = level_table(work)
    counts = levels.groupby(["criterion", "level"]).size().unstack(fill_value=0).reindex(columns=range(3), fill_value=0)
    counts = counts.reindex([criterion for criterion in CRITERIA if criterion in counts.index])
    messages = counts.sum(axis="columns")
    shares = counts.div(messages, axis="index").rename(columns=lambda level: f"level_{level}")
    return shares.assign(mean=(counts[1] + 2 * counts[2]) / messages, messages=messages)


def heat_map(work: ClassWork) -> DataFrame:
    """Return mean levels: a row for each criterion, a column for each card and one for all. NaN where none counts."""
    levels = level_table(work)
    cards = list(dict.fromkeys(item.scenario for item in work.items if item.scenario))
    table = levels.pivot_table(index="criterion", columns="scenario", values="level", aggfunc="mean")
    table = table.reindex([criterion for criterion in CRITERIA if criterion in table.index])
    return table.reindex(columns=cards).assign(**{ALL: levels.groupby("criterion")["level"].mean()})


def weaknesses(work: ClassWork) -> DataFrame:
    """Return what kept a criterion below strong, the most common first.

    For each criterion and move ("" where nothing was found): in how many messages, which share of those where the
    criterion counts, and up to `QUOTATIONS` anonymised quotations, the most common first.
    """
    from pandas import DataFrame

    quoting = Quoting(work)
    counts: Counter[tuple[str, str]] = Counter()
    quoted: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    of: Counter[str] = Counter()
    for each, reading in work.read:
        if reading.flagged:
            continue
        of.update(reading.levels.keys())
        counts.update({(weak.criterion, weak.move) for weak in reading.weaknesses})
        for weak in reading.weaknesses:
            if weak.words and (words := quoting.quote(weak.words, each)):
                quoted[weak.criterion, weak.move][words] += 1
    rows = [
        (criterion, move, count, count / of[criterion], _most_common(quoted[criterion, move]))
        for (criterion, move), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return DataFrame(rows, columns=["criterion", "move", "messages", "share", "quotations"])


def before_after(work: ClassWork) -> DataFrame:
    """Return the mean level of first versions and of what was handed in, by criterion, and the total in the last row.

    Of learners who added their versions. The column `messages` says of how many.
    """
    from pandas import DataFrame

    pairs = [(each.before, reading) for each, reading in work.read if each.before is not None]
    rows: list[tuple[str, float, float, int]] = []
    for criterion in CRITERIA:
        levels = [
            (first.levels[criterion], last.levels[criterion]) for first, last in pairs if criterion in last.levels
        ]
        if levels:
            before, after = (sum(side) / len(levels) for side in zip(*levels, strict=True))
            rows.append((criterion, before, after, len(levels)))
    if pairs:
        before, after = (sum(reading.total for reading in side) / len(pairs) for side in zip(*pairs, strict=True))
        rows.append((TOTAL, before, after, len(pairs)))
    found = DataFrame(rows, columns=["criterion", "before", "after", "messages"]).set_index("criterion")
    return found.assign(change=found["after"] - found["before"])


def first_to_read(work: ClassWork) -> DataFrame:
    """Return the answers for which a person should look, most at stake first, each with its reason."""
    from pandas import DataFrame

    waiting = sorted(
        (each for each in work.works if each.reason),
        key=lambda each: (-each.at_stake, each.student, each.item.key),
    )
    rows = [
        (each.student, each.item.title, each.points, each.item.maximum, each.at_stake, each.reason) for each in waiting
    ]
    return DataFrame(rows, columns=["student", "item", "points", "maximum", "at_stake", "reason"])


def near_identical(work: ClassWork, least: float = NEAR) -> DataFrame:
    """Return pairs of answers to one card that share most of their own words, the most alike first, with both texts.

    Where several are the same, word for word, each is paired with the first of them, and others with that one alone.
    """
    from pandas import DataFrame

    rows = []
    for item in work.items:
        if not item.scenario:
            continue
        given = given_with(load_scenario(item.scenario), *work.handout)
        same: dict[Words, list[Work]] = {}
        for each in work.works:
            if each.item == item and each.message and len(words := own_words(each.message, given)) >= FEWEST:
                same.setdefault(words, []).append(each)
        firsts = [written[0] for written in same.values()]
        found = [(written[0], other, 1.0) for written in same.values() for other in written[1:]]
        found += [(firsts[pair.one], firsts[pair.other], pair.likeness) for pair in near_pairs(list(same), least)]
        rows += [
            (one.student, other.student, item.title, like, one.message, other.message) for one, other, like in found
        ]
    columns = ["one", "other", "item", "likeness", "text_of_one", "text_of_other"]
    return DataFrame(rows, columns=columns).sort_values("likeness", ascending=False, kind="stable", ignore_index=True)


def _most_common(quotations: Counter[str]) -> tuple[str, ...]:
    ordered = sorted(quotations.items(), key=lambda pair: (-pair[1], len(pair[0]), pair[0]))
    return tuple(words for words, _ in ordered[:QUOTATIONS])
