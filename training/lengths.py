"""Prints how often the raters' level of length is the one that the bounds give: python training/lengths.py"""

from __future__ import annotations

from examples import load_examples

from genuinely.assessing.settings import load_rubric


def main() -> None:
    rubric = load_rubric()
    agreed: dict[bool, list[bool]] = {True: [], False: []}
    for example in load_examples():
        if "concise" in example.levels:
            bounds = rubric.length[example.scenario.channel]
            amount = example.text.words if bounds.unit == "words" else example.text.characters
            agreed[bounds.near(amount)].append(bounds.level(amount) == example.levels["concise"])
    for near, same in agreed.items():
        print(f"{'near a bound' if near else 'clear of bounds'}: {sum(same) / len(same):.3f} of {len(same)}")


if __name__ == "__main__":
    main()
