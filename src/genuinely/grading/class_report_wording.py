"""What the report on a class says: `data/wording/en/class_report.toml`."""

from __future__ import annotations

from functools import cache

from genuinely.coaching.wording import Words, check, load


def _needs(**braces: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(names.split()) for key, names in braces.items()}


_SENTENCES = {
    "page": _needs(
        title="assignment",
        here="assignment students items",
        nothing="assignment",
        no_course="",
        made_with="assessor rubric",
        limits="",
        not_graded="count students",
        older="count",
        contents="",
        more="count",
    ),
    "spread": _needs(
        heading="",
        lead="",
        none="",
        picture="students mean median lowest highest",
        axis_points="",
        axis_students="",
        students="",
        mean="",
        median="",
        quarter="",
        three_quarters="",
        deviation="",
        lowest="",
        highest="",
    ),
    "levels": _needs(
        heading="",
        lead="",
        none="",
        picture="weakest strongest",
        caption="",
        criterion="",
        all="",
        mean="",
        messages="",
    ),
    "weaknesses": _needs(
        heading="",
        lead="",
        none="",
        nothing="",
        length="",
        item="move criterion count share",
        hidden="",
    ),
    "items": _needs(
        heading="",
        lead="",
        none="",
        few="count",
        formulas="",
        item="",
        students="",
        difficulty="",
        discrimination="",
        range="",
        from_to="low high",
        unknown="",
    ),
    "before": _needs(
        heading="",
        lead="count",
        none="",
        picture="moved",
        axis="",
        moved="criterion before after",
        criterion="",
        first="",
        handed_in="",
        change="",
        total="",
        limits="",
    ),
    "first": _needs(heading="", lead="", none="", student="", item="", points="", of="points maximum", reason=""),
    "identical": _needs(heading="", lead="", none="", pair="one other title likeness"),
}


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` with its braces filled in. Raises WordingError if the file does not fit."""
    section, name = key.split(".")
    return sentences()[section][name].format(**values)


@cache
def sentences() -> Words:
    """Return every sentence by section and name. Raises WordingError if the file does not fit."""
    return check(load("class_report"), "class_report.toml", _SENTENCES)
