"""The instruments as a browser test or a picture needs them: as they open, and with everything filled in."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect

from browser.lab import Lab
from genuinely.lessons.instruments import INSTRUMENTS

FILLED: dict[str, dict[str, Any]] = {
    "network_map": {
        "people": [
            {"name": "K. M.", "strength": "close", "recency": "longer", "world": "choir", "knows": "Ines"},
            {"name": "Ines", "strength": "friendly", "recency": "year", "world": "a bridge builder's office"},
            {
                "name": "Professor Oduya-Lindqvist",
                "strength": "slight",
                "recency": "three_years",
                "world": "the museum",
            },
            {"name": "my sister", "strength": "close", "recency": "year", "world": "family"},
            {"name": "Tomasz", "strength": "slight", "recency": "year", "world": "choir"},
            {"name": "R.", "strength": "friendly", "recency": "longer", "world": "old lab", "knows": "Tomasz"},
        ]
    },
    "specificity_ladder": {
        "rung": "only_you",
        "own": "Your talk named the oven that lies about its heat; which of your forecasts does it spoil most?",
        "guess": "problem",
    },
    "common_ground_finder": {
        "mine": [
            {"interest": "sings in a choir", "share": "many"},
            {"interest": "repairs old clocks", "share": "hardly"},
            {"interest": "hiking", "share": "most"},
        ],
        "theirs": "choir\nclock repair\nfootball",
    },
    "reply_simulator": {
        "which": "mine",
        "mine": "Dear Kwabena,\n\nyour post on the 14:07 that left at 14:31 kept me awake. I prove things about queues "
        "that never empty. Which of your trams has no pattern at all?\n\nNo answer is fine, too.\n\nMira",
    },
    "recall_game": {
        "read": {f"m{number}": "later" for number in range(1, 9)},
        "between": {f"s{number}": "right" for number in range(1, 7)},
        "recalled": "the spoons\nan apple tree\numbrellas",
        "done": 1,
        "found": ["m2", "m5", "m7", "m8"],
    },
    "coupling": {"first": 1.0, "second": 2.4, "g": 0.8, "count": 3},
    "value_from_difference": {
        "you_1": 9,
        "you_3": 2,
        "them_1": 2,
        "them_3": 8,
        "thing_3": "who travels to whom, and when",
    },
    "exchange_map": {
        "step": "size",
        "friend_you_worth": 7,
        "friend_you_cost": 2,
        "friend_them_worth": 6,
        "friend_them_cost": 3,
        "who": "Ines",
        "them_get": "somebody who reads her report against the grain",
        "them_worth": 6,
        "them_cost": 4,
        "you_ask": "an hour about what bridge builders do all day",
        "you_worth": 8,
        "you_cost": 3,
        "size": 80,
        "back": 1.0,
    },
    "hiring_desk": {"view": "sieve", "good": 5, "part": 30},
    "asking_game": {"asks": 20, "yes": 3, "tries": 7, "better": 1.8},
}
"""Values for every instrument that open all of its parts."""


def cell_of(name: str, *, filled: bool = False) -> str:
    """Return a cell that shows an instrument, as it opens or filled in, each with a memory of its own."""
    if not filled:
        return f"from genuinely.lessons import {name}\n{name}('as-it-opens')"
    return (
        f"from genuinely.keeping import keep\nfrom genuinely.lessons import {name}\n"
        f"kept = {name}('filled-in').place.rsplit('/', 1)[-1]\n"
        f"keep('instruments', kept, {{'values': {FILLED[name]!r}}})\n{name}('filled-in')"
    )


def shown(lab: Lab, index: int) -> Locator:
    """Run a cell, and return the instrument that it shows."""
    lab.run(index)
    widget = lab.cell(index).locator(".g-widget")
    expect(widget.locator(".g-picture svg")).to_be_visible()
    lab.page.wait_for_timeout(300)  # the page takes the focus back once, after a cell has run
    return widget


__all__ = ["FILLED", "INSTRUMENTS", "cell_of", "shown"]
