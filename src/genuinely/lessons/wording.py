"""The sentences of the lessons' widgets and pages: `data/wording/en/lessons.toml`, checked."""

from __future__ import annotations

from functools import cache

from genuinely.coaching.wording import LANGUAGE, Words, check
from genuinely.lessons.reading import read


def _needs(**braces: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(names.split()) for key, names in braces.items()}


SENTENCES = {
    "form": _needs(
        words_none="",
        words_one="",
        words_many="count",
        not_set="",
        set_to="value high",
        show="",
        blank="",
        choose="",
        move_up="text",
        move_down="text",
        moved="text place of",
        keep_order="",
        cell="column number",
        remove="",
        remove_row="number",
        column_remove="",
        removed="",
        undo="",
        short_label="",
        nearest="",
    ),
    "plain": _needs(
        text="",
        choice="",
        ticks="",
        scale="low high low_label high_label",
        order="",
        table="",
        lists="",
        match="",
        short="",
        answer="answer",
        needs="",
    ),
    "quiz": _needs(right="", wrong="", tick="", no_tick="", place="place"),
    "predict": _needs(label="title", hint="recipient", field="title question"),
    "compare": _needs(
        title="title",
        no_prediction="id",
        no_message="shape",
        empty="shape",
        flagged="",
        column_criterion="",
        column_predicted="",
        column_found="",
        column_gap="",
        same="",
        higher="",
        lower="",
        none="",
        agreed="count of",
        more_than_seen="titles",
        less_than_seen="titles",
    ),
    "contrast": _needs(label="", first="", second=""),
    "worked": _needs(title="title", message="", why="", checker="total"),
    "hints": _needs(title="", nudge="", rule="", example="", solution="", solution_note="recipient", locked="shape"),
    "requests": _needs(
        title="",
        heading="count what",
        replied="",
        delivered="",
        your_guess="guess",
        text="replied delivered",
        guess_low="what guess by",
        guess_high="what guess by",
        guess_right="what guess",
        limits="",
        source="",
    ),
    "sources": _needs(title="", seen="", secondary="", unseen=""),
    "hello": _needs(title="", body=""),
    "my_work": _needs(
        title="", folder="folder", none="", column_file="", column_entries="", column_time="", private="", grading=""
    ),
    "then": _needs(title="", asked="", then="", now="", none="", foot="", nothing=""),
    "stuck": _needs(begin="seconds", done="", stopped="after"),
}
"""For each sentence: the braces that it may use."""


@cache
def sentences() -> Words:
    """Return the sentences by section and name. Raises WordingError or LessonDataError."""
    return check(read("wording", LANGUAGE, "lessons.toml").found, "lessons.toml", SENTENCES)


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` with its braces filled in."""
    section, name = key.split(".")
    return sentences()[section][name].format(**values)
