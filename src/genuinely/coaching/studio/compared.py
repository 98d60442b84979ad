"""Two versions beside each other: the words that changed, and the levels then and now."""

from __future__ import annotations

from genuinely.assessing import Assessment
from genuinely.coaching.studio.telling import Told
from genuinely.coaching.studio.versions import compare
from genuinely.coaching.studio.words import say
from genuinely.coaching.wording import words

Pair = tuple[Assessment | None, Assessment | None]


def compared(texts: tuple[str, str], names: tuple[str, str], assessments: Pair | None) -> Told:
    """Return the comparison of the first text with the second, called by their `names`.

    assessments: of both texts, or None where the levels may not be seen yet.
    """
    found = compare(*texts)
    same = texts[0] == texts[1]
    said = say("versions.changes", one=names[0], two=names[1], added=found.added, taken=found.taken)
    return {
        "title": say("versions.nothing_changed") if same else said,
        "names": list(names),
        "changes": [{"kind": change.kind, "text": change.text} for change in found.changes],
        "levels": _levels(assessments) if assessments else [],
        "closed": "" if assessments else say("versions.closed"),
    }


def _levels(assessments: Pair) -> list[Told]:
    before, after = assessments
    if before is None or after is None:
        return []
    return [
        {
            "title": words("criteria")[criterion]["title"],
            "then": _level(then),
            "now": _level(after.levels[criterion]),
            "moved": say(f"versions.{_moved(then, after.levels[criterion])}"),
        }
        for criterion, then in before.levels.items()
    ]


def _level(level: int) -> str:
    entry = words("levels")[f"level_{level}"]
    return f"{entry['symbol']} {entry['word']}"


def _moved(then: int, now: int) -> str:
    return "up" if now > then else "down" if now < then else "same"
