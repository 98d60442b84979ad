"""The specificity ladder: choose a person and a step, and write a line of one's own."""

from __future__ import annotations

from functools import cache, partial

from genuinely.lessons.controls import Control, Values, choice, text
from genuinely.lessons.instrument import Instrument
from genuinely.lessons.ladder import RUNGS, ladders, see
from genuinely.lessons.ladder_picture import LadderScene
from genuinely.lessons.script import Script, needs, read_script
from genuinely.scenarios import load_scenario

SENTENCES = needs(
    picture_title="recipient",
    **dict.fromkeys(RUNGS, ""),
    could_go="people",
    **{f"people_{rung}": "" for rung in RUNGS},
    step_text="rung levels",
    level_text="title word",
    text_read="rung",
    text_own="rung",
    yours="",
    line_title="rung",
    own_title="",
    words_none="recipient",
    words_some="recipient words",
    seen_level="title word",
    flagged="",
    guess_right="guess",
    guess_lower="guess found",
    guess_higher="guess found",
    no_guess="found",
)


@cache
def controls() -> tuple[Control, ...]:
    """Return the controls; the people are those of the data file. Raises LessonDataError."""
    ids = tuple(ladders())
    return (
        choice("scenario", *ids, start=ids[0], part="read"),
        choice("rung", *RUNGS, start=RUNGS[0], part="read"),
        text("own", rows=4, part="own"),
        choice("guess", *RUNGS, part="own"),
    )


def specificity_ladder(place: str = "") -> Instrument:
    """Return the ladder. `place` keeps the lines of two lessons apart ("": one memory for all)."""
    script = words()
    return Instrument(script, controls(), partial(scene, script), place=place)


def scene(script: Script, values: Values) -> LadderScene:
    """Return what is shown for these values."""
    ladder = ladders()[values["scenario"]]
    recipient = load_scenario(ladder.scenario).recipient.name.split()[0]
    own = see(ladder, values["own"]) if values["own"].strip() else None
    seen = {rung: see(ladder, ladder.lines[rung]) for rung in RUNGS}
    return LadderScene(script, recipient, seen, values["rung"], own, values["guess"])


@cache
def words() -> Script:
    """Return the words of the ladder. Raises LessonDataError."""
    return read_script("ladder", controls(), SENTENCES)
