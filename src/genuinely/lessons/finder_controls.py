"""The common-ground finder: two lists, the learner's with how many others have each thing."""

from __future__ import annotations

from functools import cache, partial

from genuinely.lessons.controls import Values, choice, table, text
from genuinely.lessons.finder import MOST, ONE_IN, find, finder_data, interests_from, lines_of
from genuinely.lessons.finder_picture import FinderScene
from genuinely.lessons.instrument import Instrument
from genuinely.lessons.script import Script, needs, read_script

CONTROLS = (
    table("mine", text("interest"), choice("share", *ONE_IN), rows=MOST, part="mine"),
    text("theirs", rows=7, part="theirs"),
)

SENTENCES = needs(
    example="me them",
    example_theirs="",
    picture_title="",
    axis="",
    one_in="count",
    text_shared="shared",
    text_each="what count bits",
    text_none="",
    text_only="mine theirs",
    nothing="",
    sum_up="bits first share",
    guessed="what",
    overlap_none="",
    overlap_some="percent",
    overlap_most="percent",
    deeper="",
    **{f"prompt_{step}": "what" for step in ONE_IN},
    theirs_title="",
    theirs_prompt="what",
    none_yet="",
)


def common_ground_finder(place: str = "") -> Instrument:
    """Return the finder. `place` keeps the lists of two lessons apart ("": one memory for all)."""
    script = words()
    return Instrument(script, CONTROLS, partial(scene, script), place=place)


def scene(script: Script, values: Values) -> FinderScene:
    """Return what is shown for these values; for empty lists, the example."""
    known = finder_data()
    mine, theirs = interests_from(values["mine"]), lines_of(values["theirs"])
    if not mine and not theirs:
        first = script.say("example", me=known.me, them=known.them)
        return FinderScene(script, find(known.mine, known.theirs, known.usual), first)
    first = "" if theirs else script.say("example_theirs")
    return FinderScene(script, find(mine, theirs, known.usual), first)


@cache
def words() -> Script:
    """Return the words of the finder. Raises LessonDataError."""
    return read_script("finder", CONTROLS, SENTENCES)
