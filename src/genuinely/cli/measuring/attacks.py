"""The attacks and the honest families of the repository's tests, carried out as the tests do."""

from __future__ import annotations

import importlib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from genuinely.assessing import assess
from genuinely.scenarios import load_scenarios

OTHER_WORDINGS = ("unseen", "fresh")
"""Further sets of wordings for the same families; their first lines say who looked at them."""

HONEST = ("honest", "honest_fresh", "honest_made_otherwise")
"""The files of honest families; the second was written when the first guards stood, the third for the later ones."""


class NoTestsError(LookupError):
    """The families of attack are not here: they are code of the tests."""

    def __str__(self) -> str:
        return "The attacks are among the tests in the course's repository, not in the installed package."


def tests_folder(root: Path | None) -> Path:
    """Return the folder of the assessor's tests. Raises NoTestsError where there is none."""
    if root is None or not (root / "tests" / "assessing" / "attacks" / "table.py").is_file():
        raise NoTestsError
    return root / "tests" / "assessing"


def attack_lines(tests: Path, wordings: str = "seen", every: int = 1) -> Iterator[str]:
    """Yield a line for each family with what it gains, as each is done, and how many are held."""
    table = _module(tests, "assessing.attacks.table")
    families = _module(tests, "assessing.attacks.families")
    yield f"{'family':36} {'tried':>5} {'flagged':>7} {'mean':>6} {'worst':>6}  (points gained by those not flagged)"
    held = 0
    for family in families.FAMILIES:
        attacks = list(families.carry_out(family, wordings, every))
        held += all(attack.held for attack in attacks)
        yield table.line(family.name, attacks)
    yield f"{held} of {len(families.FAMILIES)} families held (target: all)."


def other_wordings(tests: Path, every: int = 1) -> Iterator[str]:
    """Yield a line for each further set of wordings, with the families that are not held with them."""
    families = _module(tests, "assessing.attacks.families")
    for name in OTHER_WORDINGS:
        lost = [
            family.name
            for family in families.FAMILIES
            if not all(attack.held for attack in families.carry_out(family, name, every))
        ]
        held = f"{len(families.FAMILIES) - len(lost)} of {len(families.FAMILIES)}"
        yield f"With the wordings of {name}.toml: {held} held; not: {', '.join(lost) or 'none'}."


def honest_lines(tests: Path, file: str = "honest") -> Iterator[str]:
    """Yield a line for each honest family with the flags raised on it, and how many were raised in all."""
    families: dict[str, dict[str, str]] = tomllib.loads((tests / f"{file}.toml").read_text(encoding="utf-8"))
    raised = messages = 0
    yield f"{f'honest family ({file}.toml)':66} {'messages':>8}  flags raised"
    for name, family in families.items():
        found = [(card, assess(message, load_scenarios()[card]).flags) for card, message in family.items()]
        told = ", ".join(f"{flag} ({card})" for card, flags in found for flag in flags)
        raised += sum(bool(flags) for _, flags in found)
        messages += len(found)
        yield f"{name:66} {len(found):8}  {told or 'none'}"
    yield f"{raised} of {messages} honest messages flagged (target: none)."


def _module(tests: Path, name: str) -> Any:
    """A module of the tests, which are found as pytest finds them: from the folder that holds them all."""
    if str(tests.parent) not in sys.path:
        sys.path.insert(0, str(tests.parent))
    return importlib.import_module(name)
