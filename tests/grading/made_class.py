"""A class as data, for the tables of its report: made, without a gradebook."""

from __future__ import annotations

from genuinely.grading.class_report import ClassWork, Item, Reading, Weakness, Work
from genuinely.scenarios import FrozenDict

from .problem_set import SCENARIOS

FIRST, SECOND, _ = SCENARIOS
ITEMS = (Item("score-first", 30.0, FIRST), Item("score-second", 30.0, SECOND), Item("reflection", 10.0))
OWN = (
    "Last winter a caller of mine rang eleven times about one bill, and each time she used fewer words than before. "
    "I keep wondering whether your customers do the same when they type, or whether typing makes them explain more."
)


def reading(
    *weak: Weakness, levels: dict[str, int] | None = None, total: float = 50.0, flagged: bool = False
) -> Reading:
    """Return a reading, of two criteria if nothing else is said."""
    return Reading(FrozenDict(levels or {"clear_ask": 1, "concise": 2}), total, flagged, weak)


def work(student: str, item: Item, points: float | None, message: str = "", **fields: object) -> Work:
    """Return a student's work on an item; a message has a reading, unless another is given."""
    read = {"reading": reading()} if message else {}
    return Work(student, item, points, message, **{**read, **fields})  # type: ignore[arg-type]


def a_class(*works: Work, **fields: object) -> ClassWork:
    """Return a class of these works."""
    items = tuple(item for item in ITEMS if any(each.item == item for each in works))
    return ClassWork("ps2-interest", items, works, **fields)  # type: ignore[arg-type]


def of_points(*rows: tuple[float | None, ...]) -> ClassWork:
    """Return a class in which each student has the points of a row."""
    return a_class(
        *(
            work(f"student-{number:02}", item, points)
            for number, row in enumerate(rows)
            for item, points in zip(ITEMS, row, strict=False)
        )
    )


def full(count: int = 4, text: str = OWN) -> ClassWork:
    """A class for which every section has something to say."""
    read = reading(Weakness("clear_ask", "vague_ask", "any advice would help"), Weakness("concise", "", ""))
    return a_class(
        *(
            each
            for number in range(count)
            for each in (
                work(f"student-{number}", ITEMS[0], 5.0 * number, text, reading=read, before=reading(total=10.0)),
                work(f"student-{number}", ITEMS[1], 2.0 * number, "m", reason="A slot is open.", at_stake=3.0),
                work(f"student-{number}", ITEMS[2], None),
            )
        ),
        versions=("full-2", "3"),
        not_graded=("cyd",),
        older=2,
    )
