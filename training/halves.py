"""Prints the mean kappa on the scenarios whose messages were read while the cues were written, and on the others."""

from __future__ import annotations

from statistics import mean

from examples import RATINGS

from genuinely.cli.agreement import weighted_kappa
from genuinely.cli.measure import held_out
from genuinely.scenarios import CRITERIA, load_scenarios


def main() -> None:
    rows, ids = held_out(RATINGS), sorted(load_scenarios())
    for name, half in (("read", set(ids[::2])), ("not read", set(ids[1::2]))):
        by_criterion = (
            [(r.raters, r.checker) for r in rows if r.criterion == c and r.scenario in half] for c in CRITERIA
        )
        print(f"{name}: {mean(map(weighted_kappa, by_criterion)):.2f}")


if __name__ == "__main__":
    main()
