"""Which words the course needs: the entries and keys of each wording file, and the braces of each sentence."""

from __future__ import annotations

from genuinely.scenarios import CRITERIA

MOVES = tuple(
    "subject greeting closing identify occasion ground link shallow_link question generic_question ask vague_ask "
    "big_ask offer vague_offer seed vague_seed exit soften pressure need praise thanks grovel boast stock personal "
    "hostile other".split()
)
"""The moves of the move scheme, version 1, in its order."""

FLAGS = tuple(
    "placeholder wrong_name copied_draft copied_brief stuffed not_a_message hostile not_english "
    "contradicts_brief".split()
)
"""The rubric's flags, version 2, in its order."""

_LEVELS = ("level_0", "level_1", "level_2")

ENTRIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "criteria": (CRITERIA, ("title", "question", "why", *_LEVELS)),
    "moves": (MOVES, ("label",)),
    "levels": (_LEVELS, ("symbol", "word", "unsure")),
    "flags": (FLAGS, ("title", "reason", "to_do")),
    "channels": (("email", "linkedin_note", "chat"), ("name", "length")),
}
"""For each file: its entries, and the keys that each of them has."""


def _needs(**braces: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(names.split()) for key, names in braces.items()}


SENTENCES = {
    "accident": _needs(
        no_id="shape used",
        wrong_id="id near",
        near="",
        used="ids",
        used_none="",
        mended="shape",
        message_beside_id="",
        lines_above="shape",
        code_below="line",
        second_below="",
        prose="shape used python",
        code_above="",
    ),
    "empty": _needs(not_attempted="shape recipient"),
    "feedback": _needs(
        title="title",
        message="",
        key="",
        lines="",
        unmarked="",
        next_step="",
        all_strong="recipient",
        rows="recipient",
        column_criterion="",
        column_level="",
        column_message="",
        more="count",
        see_next="",
        why="why",
        advice="advice",
        quote="words",
        other="word meaning",
        other_same="word meaning",
        decide="question higher lower",
        about_doubts="",
        about_light="",
        total="total",
        no_total="",
        points="points maximum",
    ),
    "flag": _needs(waits="", why="reason", to_do="to_do", levels_shown=""),
    "keeping": _needs(
        kept="number file",
        full="file",
        read_only="file",
        busy="file",
        other="file detail",
        set_aside="file now",
    ),
    "history": _needs(
        title="title",
        none="title shape",
        grading="",
        draft="number",
        when="when words",
        column_criterion="",
        total="",
        up="",
        down="",
        same="",
        left_out="count file",
        flagged="",
    ),
    "later": _needs(rewrite="when", score="title when", history="when", studio="when"),
    "card": _needs(
        writes="",
        reads="",
        facts="",
        goals="name",
        situation="",
        channel="",
        channel_length="name length",
        draft="",
        rewrite="shape",
    ),
    "score": _needs(
        not_attempted="title shape",
        no_points="id shape",
        waits="",
        validating="",
        title="title",
    ),
    "widget": _needs(kept="", keeping="", not_kept="", lost="", plain="label"),
}
"""For each sentence of `sentences.toml`: the braces that it may use."""
