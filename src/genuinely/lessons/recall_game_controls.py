"""The recall game: read, do something else, write down what comes back, compare; and once more tomorrow."""

from __future__ import annotations

from datetime import datetime
from functools import cache, partial

from genuinely.coaching.keeping_words import kept_and_tell
from genuinely.lessons.controls import Values, deck, press, text, ticks
from genuinely.lessons.instrument import Instrument
from genuinely.lessons.recall_game_model import HAD, MESSAGES, is_later, messages, read_at
from genuinely.lessons.recall_game_picture import RecallScene
from genuinely.lessons.script import Script, needs, read_script

SUMS = tuple(f"s{number}" for number in range(1, 7))

CONTROLS = (
    deck("read", MESSAGES, "answer", "later", "no", part="read"),
    deck("between", SUMS, "right", "wrong", part="between"),
    text("recalled", rows=6, part="recall"),
    press("done", part="recall"),
    ticks("found", *MESSAGES, part="compare"),
    text("recalled_later", rows=6, part="later"),
    ticks("found_later", *MESSAGES, part="later"),
)

_COUNTS = "particular of_particular particular_names plain of_plain plain_names"

SENTENCES = needs(
    picture_title="",
    before_text="read",
    after_text=_COUNTS,
    later_text=_COUNTS,
    none="",
    row_particular="",
    row_plain="",
    legend_now="",
    legend_later="",
    said_read="",
    said_between="",
    said_recall="",
    said_nothing="",
    said_found="recalled particular",
    said_chance="percent",
    said_more_plain="",
    said_later_open="",
    said_come_back="",
    said_later="recalled particular",
    had_title="",
    had_line="who had",
    had_back="who had",
    **{f"had_{name}": "" for name in HAD},
)


def recall_game(place: str = "") -> Instrument:
    """Return the game as it stands. Called again some hours after reading, it opens the second round.

    `place` keeps two games apart ("": one game for all lessons, as the second round needs).
    """
    script = words()
    entries, _ = kept_and_tell("instruments", f"recall_game-{place}" if place else "recall_game")
    later = is_later(read_at(entries), datetime.now().astimezone())
    return Instrument(script, CONTROLS, partial(scene, script, later=later), place=place)


def scene(script: Script, values: Values, *, later: bool = False) -> RecallScene:
    """Return what is shown for these values; `later`: it is time for the second round."""
    return RecallScene(script, messages(), values, len(SUMS), later)


@cache
def words() -> Script:
    """Return the words of the game. Raises LessonDataError."""
    return read_script("recall_game", CONTROLS, SENTENCES)
