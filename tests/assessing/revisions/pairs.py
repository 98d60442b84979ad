"""The pairs of revisions, what the checker says of each, and a table of those that it gets wrong.

    python tests/assessing/revisions/pairs.py

prints what not_held.toml has to say; the reasons are for a person to write.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from genuinely.assessing import Assessment, assess
from genuinely.assessing.assess import seen
from genuinely.assessing.readers import read_both
from genuinely.assessing.rubric import judge
from genuinely.assessing.text import read
from genuinely.scenarios import Scenario, load_scenario


@dataclass(frozen=True)
class Pair:
    """A weak message, the case of advice that it calls for, and the changes that carry the advice out."""

    card: Scenario
    criterion: str
    case: str
    weak: str
    changes: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return f"{self.criterion} {self.case} {self.card.id}"

    @property
    def better(self) -> str:
        message = self.weak
        for out, put in self.changes:
            message = message.replace(out, put)
        return message


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the pairs in the order of the file."""
    table = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))
    return tuple(
        Pair(
            load_scenario(entry["card"]),
            entry["criterion"],
            entry["case"],
            entry["weak"].strip(),
            tuple((out, put) for out, put in entry["change"]),
        )
        for entry in table["pair"]
    )


def case_given(pair: Pair) -> str:
    """Return the case that the checker takes the weak message to be."""
    text = read(pair.weak)
    message = seen(text, pair.card, read_both(text, pair.card))
    return judge(message)[pair.criterion].why


def failures(pair: Pair) -> list[str]:
    """Return what does not hold of a pair: `strong` (the weak one is called so), `case`, `level`, `total`.

    level: the better message's level is not higher. total: its total is lower.
    """
    weak, better = assess(pair.weak, pair.card), assess(pair.better, pair.card)
    failed = {
        "strong": weak.levels[pair.criterion] == 2 or not weak.advice.get(pair.criterion),
        "case": case_given(pair) != pair.case,
        "level": not _rises(pair, weak, better),
        "total": better.total < weak.total,
    }
    return [name for name, fails in failed.items() if fails]


def _rises(pair: Pair, weak: Assessment, better: Assessment) -> bool:
    return better.levels[pair.criterion] > weak.levels[pair.criterion]


def main() -> None:
    for pair in pairs():
        if failed := failures(pair):
            found = assess(pair.weak, pair.card), assess(pair.better, pair.card)
            levels = "; ".join(
                f"{each.levels[pair.criterion]} ({each.certainty[pair.criterion]:.2f}), total {each.total:.0f}"
                for each in found
            )
            sys.stdout.write(f'["{pair.name}"]\nfails = {failed}\n# {levels}; taken as {case_given(pair)}\n\n')


if __name__ == "__main__":
    main()
