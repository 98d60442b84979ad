"""Small plans for the tests: a rule as a file would have it, and activities of our own making."""

from __future__ import annotations

import copy
from typing import Any

from genuinely.lessons.activities import Activity
from genuinely.lessons.reading import Table
from genuinely.workshop.rule import Rule, rule_from

RULE: dict[str, Any] = {
    "time": {
        "welcome": 3,
        "buffer_percent": 10,
        "break_above": 100,
        "break_minutes": 10,
        "joining_a_call": 2,
        "set_up": {"none": 0, "some": 5, "all": 8},
    },
    "arrival": [{"up_to": 40, "minutes": 5}, {"up_to": 200, "minutes": 7}],
    "activities": [
        {"page": "tea", "cell": "boil", "always": True, "most": 12},
        {"page": "tea", "cell": "steep", "rank": 2},
        {"page": "tea", "cell": "pour", "always": True},
        {"page": "tea", "cell": "stir", "rank": 1, "most": 9},
        {"page": "tea", "cell": "sip", "always": True},
        {"page": "tea", "cell": "wash", "always": True, "ending": True, "most": 15},
    ],
}
MINUTES = {"boil": 8, "steep": 20, "pour": 6, "stir": 7, "sip": 5, "wash": 10}
THEMES = {"boil": "exchange", "pour": "interest", "sip": "create"}


def table(**changes: Any) -> Table:
    """The rule as a table, with some of its keys changed."""
    return Table("plan.toml", "", {**copy.deepcopy(RULE), **changes})


def made_rule(**changes: Any) -> Rule:
    return rule_from(table(**changes))


def activity(cell: str, minutes: int, theme: str = "course", grouping: str = "pairs") -> Activity:
    return Activity(
        page="tea",
        cell=cell,
        title=cell.title(),
        minutes=minutes,
        grouping=grouping,
        theme=theme,
        serves=(),
        material=(),
        likely=("Green.",),
        misreadings=("That it must boil.",),
        late="Leave it out.",
        paper="Talk it over.",
        online="In rooms.",
    )


def known() -> dict[tuple[str, str], Activity]:
    return {("tea", cell): activity(cell, minutes, THEMES.get(cell, "course")) for cell, minutes in MINUTES.items()}
