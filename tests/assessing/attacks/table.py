"""Print what each family of attack gains: `python tests/assessing/attacks/table.py [seen|unseen|fresh] [family]`."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from assessing.attacks.families import FAMILIES, Attack, carry_out


def line(name: str, attacks: list[Attack]) -> str:
    """A family's row: tried, flagged, mean and worst gain of those not flagged, how many are not held."""
    free = [attack.gain for attack in attacks if not attack.flags]
    mean, worst = (f"{sum(free) / len(free):+.1f}", f"{max(free):+.1f}") if free else ("-", "-")
    slipped = sum(not attack.held for attack in attacks)
    verdict = f"{slipped} not held" if slipped else "held"
    return f"{name:36} {len(attacks):5} {len(attacks) - len(free):7} {mean:>6} {worst:>6}  {verdict}"


def main(which: str = "seen", part: str = "") -> None:
    print(f"Wordings: {which}. Gain is in points of total, of those not flagged.")
    print(f"{'family':36} {'tried':>5} {'flagged':>7} {'mean':>6} {'worst':>6}")
    held = tried = 0
    for family in FAMILIES:
        if part in family.name:
            attacks = list(carry_out(family, which))
            tried += 1
            held += all(attack.held for attack in attacks)
            print(line(family.name, attacks), flush=True)
    print(f"{held} of {tried} families held.")


if __name__ == "__main__":
    main(*sys.argv[1:3])
