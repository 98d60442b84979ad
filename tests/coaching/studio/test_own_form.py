"""The form of an own message, kept, and the session that it makes."""

from __future__ import annotations

from pathlib import Path

from coaching.studio.test_own import FORM
from genuinely.coaching.studio.own import FIELDS
from genuinely.coaching.studio.own_form import OwnForm
from genuinely.keeping import kept

GERMAN = (
    "Lieber Herr Ofori, ich lese seit einem Jahr Ihren Blog und habe eine Frage zu den Takten, die Sie von Hand "
    "zeichnen. Ich arbeite selbst mit solchen Netzen. Keine Antwort ist auch in Ordnung."
)


def test_an_empty_form_makes_no_session_and_says_what_is_needed() -> None:
    form = OwnForm("first")
    assert form.session() is None
    told, made = form.fill({})
    assert made is None
    assert told["missing"].startswith("A little more is needed: ")
    assert "their name or initials; one thing that they made" in told["missing"]


def test_a_filled_form_is_kept_and_stands_there_after_a_restart() -> None:
    told, made = OwnForm("first").fill(FORM)
    assert (told["missing"], told["troubles"]) == ("", [])
    assert made is not None
    again = OwnForm("first")
    assert again.session() is not None
    assert [field["name"] for field in again.as_plain()["fields"]] == list(FIELDS)
    assert next(f for f in again.as_plain()["fields"] if f["name"] == "their_name")["value"] == "K. O."


def test_another_name_is_another_message() -> None:
    OwnForm("first").fill(FORM)
    assert OwnForm("second").session() is None


def test_an_own_message_is_kept_apart_from_the_courses(own_folder: Path) -> None:
    _, made = OwnForm("first").fill(FORM)
    assert made is not None
    made.answer({"ask": "keep", "text": "Dear K., one question on your blog.", "seen": 0})
    assert kept("own", "first")[0]["text"].startswith("Dear K.")
    assert sorted(folder.name for folder in (own_folder / "my_work").iterdir()) == ["own", "own_cards", "own_desk"]


def test_in_another_language_the_rubric_comes_as_questions_and_not_as_a_flag() -> None:
    _, made = OwnForm("first").fill(FORM)
    assert made is not None
    view = made.answer({"ask": "read", "text": GERMAN})["view"]
    assert view["flags"] == []
    assert len(view["questions"]) == 9


def test_levels_that_the_form_cannot_carry_are_not_told_as_nought() -> None:
    _, made = OwnForm("first").fill({**FORM, "their_goals": "", "their_facts": "Plans tram timetables by hand"})
    assert made is not None
    text = "Dear K., I plan buses and would like a call on Tuesday. Please send me your data by then."
    answer = made.answer({"ask": "predict", "text": text, "seen": 0, "predicted": {"mutual_value": 0}})
    rows = {row["criterion"]: row for row in answer["view"]["rows"]}
    assert rows["mutual_value"]["level"] is None
    assert rows["mutual_value"]["word"] == "not judged"
    assert "mutual_value" not in answer["predicted"]
    assert rows["easy_no"]["level"] in (0, 1, 2)
