"""An assessment as the page is told of it."""

from __future__ import annotations

from coaching.made import CARD, assessment, span
from genuinely.assessing import assess
from genuinely.coaching.studio.models import model_of
from genuinely.coaching.studio.telling import Limits, counter, legend, place_marks, tell, unreadable
from genuinely.scenarios import load_scenario

MESSAGE = "Dear Gergely, could you send one summary? No answer is fine."
EVIDENCE = {
    "clear_ask": (span(MESSAGE, "could you send one summary?", "ask"),),
    "easy_no": (span(MESSAGE, "No answer is fine.", "exit"),),
    "own_voice": (span(MESSAGE, "No answer is fine.", "exit"),),
}


def test_marks_say_where_in_units_of_the_browser() -> None:
    text = "👋🏽 Hi. Could you?"
    marked = assessment(evidence={"clear_ask": (span(text, "Could you?", "ask"),)})
    (mark,) = tell(text, CARD, marked, levels=False, limits=Limits())["marks"]
    units = text.encode("utf-16-le")
    assert units[2 * mark["start"] : 2 * mark["end"]].decode("utf-16-le") == "Could you?"
    assert mark["classes"].startswith("g-exchange ")


def test_a_text_without_marks_has_none() -> None:
    assert place_marks("Dear Ada", ()) == []


def test_the_legend_names_for_each_criterion_what_speaks_for_it() -> None:
    told = tell(MESSAGE, CARD, assessment(evidence=EVIDENCE), levels=False, limits=Limits())
    found = {entry["title"]: [move["move"] for move in entry["moves"]] for entry in told["legend"]}
    assert found == {"One clear request": ["ask"], "An easy way to say no": ["exit"], "A voice of its own": ["exit"]}
    assert told["legend"][0]["moves"][0]["label"] == "a clear request"


def test_a_criterion_without_marks_is_not_in_the_legend() -> None:
    assert legend(assessment(evidence=EVIDENCE), ()) == []


def test_rows_are_told_only_where_levels_may_be_seen_and_in_one_order() -> None:
    some = assessment(levels={"clear_ask": 2, "own_voice": 0})
    assert tell(MESSAGE, CARD, some, levels=False, limits=Limits())["rows"] == []
    other = assessment(levels={"clear_ask": 0, "own_voice": 2})
    names = [
        [row["criterion"] for row in tell(MESSAGE, CARD, each, levels=True, limits=Limits())["rows"]]
        for each in (some, other)
    ]
    assert names[0] == names[1]
    assert names[0][0] == "clear_ask"


def test_what_cannot_be_judged_has_a_reason_and_no_level() -> None:
    limits = Limits({"mutual_value": "Not judged: no goals."}, (), private=True)
    rows = tell(MESSAGE, CARD, assessment(), levels=True, limits=limits)["rows"]
    row = next(row for row in rows if row["criterion"] == "mutual_value")
    assert (row["level"], row["word"], row["meaning"]) == (None, "not judged", "Not judged: no goals.")


def test_a_flag_waits_for_a_person_and_in_an_own_message_it_is_a_hint() -> None:
    flagged = assessment(flags=("placeholder",), reasons={"placeholder": "[Name] is still open."})
    (waits,) = tell(MESSAGE, CARD, flagged, levels=False, limits=Limits())["flags"]
    (hint,) = tell(MESSAGE, CARD, flagged, levels=False, limits=Limits({}, ("placeholder",), private=True))["flags"]
    assert (waits["heading"], waits["reason"]) == ("This message would wait for a person", "[Name] is still open.")
    assert hint["heading"] == "Worth a look before it goes out"


def test_an_own_message_in_another_language_gets_questions_and_nothing_else() -> None:
    foreign = assessment(flags=("not_english",), evidence=EVIDENCE)
    told = tell(MESSAGE, CARD, foreign, levels=True, limits=Limits({}, (), private=True))
    assert told["questions"][0] == "Is there one request, put openly, small enough to answer at once?"
    assert (told["marks"], told["legend"], told["rows"], told["flags"]) == ([], [], [], [])


def test_the_counter_holds_a_text_against_its_channel() -> None:
    assert counter("", CARD)["text"] == "E-mail: about 50 to 150 words"
    assert counter("word", CARD)["text"].startswith("1 word · short for this channel (about 50")
    assert counter("word " * 80, CARD) == {"text": "80 words · right for this channel", "share": 0.485, "fits": True}
    assert counter("word " * 400, CARD)["text"] == "400 words · long for this channel (about 50 to 150 words)"
    assert counter("word " * 400, CARD)["share"] == 1.0


def test_a_note_is_counted_in_characters() -> None:
    note = load_scenario("waiting-room-ux")
    assert counter("Delphine, hello.", note)["text"].startswith("16 characters · ")
    assert counter("x" * 301, note)["text"] == "301 characters · long for this channel (at most 300 characters)"


def test_a_wall_of_text_is_told_with_the_same_keys() -> None:
    told = tell(MESSAGE, CARD, assessment(), levels=True, limits=Limits())
    assert unreadable().keys() - {"trouble"} == told.keys()


def test_every_mark_of_a_real_message_lies_in_it_and_is_in_the_legend() -> None:
    card, model = load_scenario("old-classmate-monitoring"), model_of("old-classmate-monitoring")
    assert model is not None
    told = tell(model.message, card, assess(model.message, card), levels=True, limits=Limits())
    assert all(0 <= mark["start"] < mark["end"] <= len(model.message) for mark in told["marks"])
    explained = {move["move"] for entry in told["legend"] for move in entry["moves"]}
    assert explained == {mark["move"] for mark in told["marks"]} != set()
