"""Agreement with the raters: kappas with their intervals, and the tables that hold them."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from genuinely.cli.agreement import Table, interval_of, kappa_of, table, weighted_kappa
from genuinely.cli.measuring.held_out import BASELINES, CHECKERS, Row, criteria_in, of, pairs

TARGETS = {"both": 0.80, "light": 0.76}
"""The mean kappa that each is meant to reach."""

LEAST = 0.65
"""The kappa that no criterion is meant to fall below."""

Readers = Mapping[str, Sequence[Row] | None]
"""The rows of each reader; None where nothing of its is stored."""


def kappas(rows: Sequence[Row]) -> dict[str, float]:
    """Return the kappa of each criterion."""
    return {criterion: weighted_kappa(pairs(of(rows, criterion))) for criterion in criteria_in(rows)}


def mean_kappa(rows: Sequence[Row]) -> float:
    """Return the mean of the criteria's kappas."""
    return statistics.mean(kappas(rows).values())


def mean_interval(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the middle 95 % of the mean kappa over bootstrap samples of scenarios."""
    names = criteria_in(rows)
    groups = [[table(pairs(of(group, name))) for name in names] for group in by_scenario(rows)]
    return interval_of(groups, _mean_of)


def _mean_of(tables: Sequence[Table]) -> float:
    return statistics.mean(kappa_of(one) for one in tables if any(one))


def by_scenario(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows of each scenario, which a bootstrap draws whole."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.message.card.id].append(row)
    return list(groups.values())


def with_interval(rows: Sequence[Row]) -> str:
    """Return a criterion's kappa as `0.73 [0.69, 0.76]`."""
    return _told(weighted_kappa(pairs(rows)), interval_of([[table(pairs(g))] for g in by_scenario(rows)], _mean_of))


def mean_with_interval(rows: Sequence[Row]) -> str:
    """Return the mean kappa in the same form."""
    return _told(mean_kappa(rows), mean_interval(rows))


def _told(figure: float, around: tuple[float, float]) -> str:
    return f"{figure:.2f} [{around[0]:.2f}, {around[1]:.2f}]"


def together(readers: Readers, raters: Mapping[str, list[tuple[int, int]]]) -> list[str]:
    """Return the table of all waves together: a row for each criterion and their mean."""
    checkers = {name: rows for name in CHECKERS if (rows := readers[name]) is not None}
    simple = {name: rows for name in BASELINES if (rows := readers[name]) is not None}
    some = next(iter(checkers.values()))
    titles = [f"{CHECKERS[name]:>20}" for name in checkers] + [f"{name:>8}" for name in ("raters", *simple)]
    lines = [f"{'criterion':14} {'messages':>8} " + " ".join(titles)]
    for criterion in criteria_in(some):
        cells = [f"{with_interval(of(rows, criterion)):>20}" for rows in checkers.values()]
        cells.append(f"{weighted_kappa(raters[criterion]):8.2f}")
        cells += [f"{weighted_kappa(pairs(of(rows, criterion))):8.2f}" for rows in simple.values()]
        lines.append(f"{criterion:14} {len(of(some, criterion)):8} " + " ".join(cells))
    cells = [f"{mean_with_interval(rows):>20}" for rows in checkers.values()]
    cells.append(f"{statistics.mean(map(weighted_kappa, raters.values())):8.2f}")
    cells += [f"{mean_kappa(rows):8.2f}" for rows in simple.values()]
    lines.append(f"{'mean':14} {'':8} " + " ".join(cells))
    return [*lines, "", *(_against_targets(name, rows) for name, rows in checkers.items())]


def _against_targets(name: str, rows: Sequence[Row]) -> str:
    low = {criterion: kappa for criterion, kappa in kappas(rows).items() if kappa < LEAST}
    under = ", ".join(f"{criterion} {kappa:.2f}" for criterion, kappa in low.items()) or "none"
    return (
        f"{CHECKERS[name]}: mean {mean_kappa(rows):.3f} (target: {TARGETS[name]:.2f}); "
        f"criteria under {LEAST}: {under} (target: none)"
    )


def each_wave(rows: Sequence[Row]) -> list[str]:
    """Return the table of one reader with a column for each wave."""
    waves = sorted({row.message.wave for row in rows})
    parts = [[row for row in rows if row.message.wave == wave] for wave in waves]
    lines = [f"{'criterion':14}" + "".join(f"{f'wave {wave}':>20}" for wave in waves)]
    for criterion in criteria_in(rows):
        lines.append(f"{criterion:14}" + "".join(_cell(of(part, criterion), with_interval) for part in parts))
    return [*lines, f"{'mean':14}" + "".join(_cell(part, mean_with_interval) for part in parts)]


def _cell(rows: Sequence[Row], told: Callable[[Sequence[Row]], str]) -> str:
    return f"{told(rows) if rows else '-':>20}"
