"""Prints the mean kappa on the scenarios whose messages were read while the cues were written, and on the others."""

from __future__ import annotations

from genuinely.cli.measuring.held_out import held_out
from genuinely.cli.measuring.kappas import mean_kappa
from genuinely.cli.measuring.ratings import rated_messages, ratings_folder
from genuinely.scenarios import load_scenarios


def main() -> None:
    folder, ids = ratings_folder(), sorted(load_scenarios())
    rows = held_out(folder, "light", rated_messages(folder)) or []
    for name, half in (("read", set(ids[::2])), ("not read", set(ids[1::2]))):
        print(f"{name}: {mean_kappa([row for row in rows if row.message.card.id in half]):.2f}")


if __name__ == "__main__":
    main()
