"""An answer that is nearly identical to a text of the course's goes to a person, and nobody's own words do."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from genuinely.grading.borrowing import held_against_known
from genuinely.grading.course import Course
from genuinely.grading.known import KnownText, nearest
from genuinely.grading.known_texts import REFERENCES, known_texts
from genuinely.grading.marking import Mark, Score
from genuinely.grading.report import Waiting
from genuinely.grading.run import grade_assignment
from genuinely.scenarios import load_scenario, load_scenarios

from .gradebooks import graded_notebook, hand_in, stands
from .handed_in import solutions
from .problem_set import ASSIGNMENT, REPOSITORY, SCENARIOS, answered, reference

BANK = SCENARIOS[0]
CARD = load_scenario(BANK)
OWN = (
    "Dear Mr. Adeyemi,\n\nLast winter a caller of mine rang eleven times about one bill, and each time she used fewer "
    "words than before. I keep wondering whether people who type do the same. Would one page of such counts help you?"
)


def rated() -> dict[str, str]:
    lines = (REPOSITORY / "data" / "ratings" / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    return {each["id"]: each["message"] for each in map(json.loads, lines) if each["scenario"] == BANK}


def edited(text: str) -> str:
    """What somebody makes of a text that should not be recognised: another greeting and end, some words replaced."""
    words = text.split()
    for place in range(5, len(words), 9):
        words[place] = "perhaps"
    return f"Hello there,\n\n{' '.join(words)}\n\nKind regards"


def found_for(text: str, *known: KnownText, handout: tuple[str, ...] = ()) -> str | None:
    found = nearest(text, CARD, known, handout)
    return found and found.text.name


@pytest.mark.parametrize("change", [str, str.upper, edited], ids=["as it is", "in capitals", "edited"])
def test_a_copied_text_is_recognised(change: object) -> None:
    copied = change(reference(BANK))  # type: ignore[operator]
    assert found_for(copied, KnownText("rated", "other", OWN), KnownText("reference", "it", reference(BANK))) == "it"


def test_of_several_the_nearest_is_named() -> None:
    known = (KnownText("rated", "far", edited(reference(BANK))), KnownText("reference", "near", reference(BANK)))
    assert found_for(reference(BANK), *known) == "near"


def test_ones_own_text_is_nobody_elses() -> None:
    assert found_for(OWN, *(KnownText("rated", id, message) for id, message in rated().items())) is None


def test_what_is_on_the_card_or_in_the_notebook_is_not_copied_from_anybody() -> None:
    assert found_for(CARD.draft, KnownText("rated", "draft", CARD.draft)) is None
    assert found_for(OWN, KnownText("rated", "own", OWN), handout=(f"An example:\n{OWN}",)) is None


def test_honest_messages_of_different_writers_are_not_taken_for_each_other() -> None:
    known = [KnownText("rated", id, message) for id, message in rated().items()]
    for each in known:
        assert nearest(each.message, CARD, [other for other in known if other is not each], ()) is None


# Which texts there are


def test_the_solutions_the_references_and_the_ratings_are_known_by_card() -> None:
    known = known_texts(solutions(), REPOSITORY / REFERENCES / f"{ASSIGNMENT}.toml", SCENARIOS)
    assert list(known) == sorted(SCENARIOS)
    first, *others = known[BANK]
    assert (first.kind, first.name, first.message) == ("reference", "solutions", reference(BANK))
    assert {text.name for text in others if text.kind == "rated"} == set(rated())
    assert [text.name for text in others if text.kind == "reference"]


def test_model_answers_of_cards_are_known() -> None:
    modelled = [file.stem for file in (REPOSITORY / "data" / "models").glob("*.toml")]
    known = known_texts(solutions(), None, modelled)
    models = {id: [text for text in texts if text.kind == "model"] for id, texts in known.items()}
    assert [id for id, texts in models.items() if len(texts) != 1] == []
    assert set(models) <= set(load_scenarios())


def test_what_is_not_there_is_passed_over(tmp_path: Path) -> None:
    kinds = {text.kind for text in known_texts(solutions(), tmp_path / "none.toml", [BANK])[BANK]}
    assert "reference" in kinds


# What becomes of it


def test_the_points_stay_the_person_is_told_the_source_and_the_student_is_not() -> None:
    given = Mark(Score("score", 27.5, 30.0), comment="Said before.")
    found = held_against_known(given, reference(BANK), BANK, [KnownText("rated", "q7", reference(BANK))], ())
    assert (found.score.points, found.score.needs_person, found.score.at_stake) == (27.5, True, 27.5)
    assert "nearly identical to a rated message of this card (q7): 100 %" in found.score.reason
    assert found.comment == "Said before.\n\nYour instructor looks at this answer."


def test_a_reason_that_was_there_stays_first() -> None:
    given = Mark(Score("score", 0.0, 30.0, True, "A slot is open.", 20.0), comment="It waits.")
    found = held_against_known(given, reference(BANK), BANK, [KnownText("model", "it", reference(BANK))], ())
    assert found.score.reason.startswith("A slot is open. This answer is nearly identical to the model answer")
    assert (found.score.at_stake, found.comment) == (20.0, "It waits.")


def test_an_answer_like_no_other_stays_as_it_is() -> None:
    given = Mark(Score("score", 27.5, 30.0))
    assert held_against_known(given, OWN, BANK, [KnownText("rated", "q7", reference(BANK))], ()) is given
    assert held_against_known(given, "", BANK, [KnownText("rated", "q7", reference(BANK))], ()) is given


def test_in_a_class_a_copy_waits_with_its_source(course: Course) -> None:
    voices = tomllib.loads((REPOSITORY / REFERENCES / "ps5-capstone.toml").read_text(encoding="utf-8"))["answers"]
    place = course.source.parent / REFERENCES / f"{ASSIGNMENT}.toml"
    place.parent.mkdir(parents=True)
    place.write_text(
        f'[[answers]]\nscenario = "{BANK}"\nkind = "strong"\nvoice = "dry"\nmessage = """\n{voices[0]["message"]}"""\n',
        encoding="utf-8",
    )
    copies = {"ada": edited(reference(BANK)), "bob": next(iter(rated().values())), "cyd": voices[0]["message"]}
    for student, text in {**copies, "own": OWN}.items():
        hand_in(course, student, answered({BANK: text}))
    report = grade_assignment(course, ASSIGNMENT)
    said = {each.student: _source(each) for each in report.waiting if "nearly identical" in each.score.reason}
    assert said == {
        "ada": "a reference answer (solutions)",
        "bob": f"a rated message of this card ({next(iter(rated()))})",
        "cyd": f"a reference answer (strong dry in {ASSIGNMENT}.toml)",
    }
    assert {who for who, grades in stands(course).items() if grades[f"score-{BANK}"][1]} >= set(copies)
    shown = graded_notebook(course, "bob")
    assert "rated message" not in json.dumps(shown["cells"])


def _source(waiting: Waiting) -> str:
    return waiting.score.reason.split("nearly identical to ")[1].split(":")[0]
