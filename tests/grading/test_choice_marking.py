"""A choice, its deciding words and a reflection by completion, graded as data."""

from __future__ import annotations

import json
from dataclasses import replace

import nbformat
import pytest
from nbgrader.utils import determine_grade

from genuinely.coaching.choices import load_choices
from genuinely.grading.course import Course
from genuinely.grading.grade import Graded, grade, stamp
from genuinely.grading.marking import Score
from genuinely.grading.run import grade_assignment
from genuinely.grading.source import Source, read_source
from genuinely.grading.wording import say
from genuinely.scenarios import FrozenDict

from .gradebooks import graded_notebook, hand_in, stands
from .handed_in import ps2, raw, released, with_cell
from .problem_set import (
    ASSIGNMENT,
    CHOICE,
    NOTEBOOK,
    Notebook,
    answered,
    cell_by_id,
    read,
    source,
    with_choice,
    without,
)

WORDS = "what stood against amber?"
BODY = f'Choice:\nA\nWords that decided it:\n"{WORDS}"\nWhy:\nOnly I can say.'
ANSWER = f"%%choose {CHOICE}\n{BODY}"
REFLECTION = (
    "%%reflect ps2-interest\nThe note to Renata. Her forty interviews are hers alone, and the order of two questions "
    "is what I wonder about. She may be tired of questions after a panel, so I would ask for a yes or a no."
)


def graded(notebook: Notebook, by: Source | None = None) -> Graded:
    return grade(raw(notebook), by or ps2())


def score(result: Graded, grade_id: str) -> Score:
    [found] = [score for score in result.scores if score.grade_id == grade_id]
    return found


def earned(notebook: Notebook) -> tuple[float | None, float | None]:
    result = graded(notebook)
    return score(result, f"choice-{CHOICE}").points, score(result, f"quote-{CHOICE}").points


def chosen(cell: str) -> Notebook:
    return with_choice(read("exercises"), cell)


# A choice


@pytest.mark.parametrize(
    "cell",
    [
        ANSWER,
        BODY,
        f"\ufeff{ANSWER}",
        ANSWER.replace("\n", "\r\n"),
        ANSWER.replace("%%choose", "%% choose"),
        ANSWER.replace("%%choose", "# %%choose"),
        ANSWER.replace(CHOICE, ""),
        ANSWER.replace(CHOICE, CHOICE.upper()),
        ANSWER.replace("Choice:\n", "choice: "),
    ],
    ids=lambda cell: repr(cell[:24]),
)
def test_the_better_letter_and_its_deciding_words_earn_everything(cell: str) -> None:
    assert earned(chosen(cell)) == (2.0, 4.0)


def test_the_other_letter_earns_nothing_and_the_words_stand_for_themselves() -> None:
    assert earned(chosen(ANSWER.replace("\nA\n", "\nB\n"))) == (0.0, 4.0)


def test_a_whole_message_as_the_words_earns_less_than_half() -> None:
    _, points = earned(chosen(ANSWER.replace(WORDS, load_choices()[CHOICE].messages["A"].text)))
    assert points is not None
    assert 0 < points < 2


def test_what_is_left_empty_has_no_points_and_needs_nobody() -> None:
    result = graded(read("exercises"))
    for kind in ("choice", "quote"):
        found = score(result, f"{kind}-{CHOICE}")
        assert (found.points, found.needs_person, found.reason) == (0.0, False, "")
    assert result.comments[f"choose-{CHOICE}"] == say("answer.no_response")


def test_half_an_answer_is_half_graded() -> None:
    result = graded(chosen(f"%%choose {CHOICE}\nChoice:\nA\nWords that decided it:\n\nWhy:\n"))
    assert score(result, f"choice-{CHOICE}").points == 2.0
    assert score(result, f"quote-{CHOICE}").points == 0.0


def test_a_letter_that_cannot_be_told_waits_for_a_person_with_its_reason() -> None:
    found = score(graded(chosen(ANSWER.replace("\nA\n", "\nboth\n"))), f"choice-{CHOICE}")
    assert (found.points, found.needs_person, found.reason) == (0.0, True, say("choice.unclear"))
    assert found.at_stake == 2.0


def test_an_answer_to_another_choice_is_left_to_a_person() -> None:
    result = graded(chosen(ANSWER.replace(CHOICE, "stuck-or-bored")))
    found = score(result, f"choice-{CHOICE}")
    assert (found.points, found.needs_person) == (0.0, True)
    assert say("found.names_another") in result.comments[f"choose-{CHOICE}"]


def test_an_answer_in_a_cell_of_ones_own_is_found_by_its_first_line_and_a_person_looks() -> None:
    result = graded(with_cell(read("exercises"), ANSWER))
    assert score(result, f"quote-{CHOICE}").points == 4.0
    assert score(result, f"quote-{CHOICE}").needs_person
    assert say("found.from_another") in result.comments[f"choose-{CHOICE}"]


def test_a_deleted_cell_is_said_once_though_it_has_two_scores() -> None:
    comment = graded(without(chosen(ANSWER), f"choose-{CHOICE}")).comments[f"choose-{CHOICE}"]
    assert comment.count(say("found.missing")) == 1


def test_the_graded_notebook_shows_the_answer_the_reasons_and_the_points() -> None:
    made = json.loads(graded(chosen(ANSWER)).notebook)
    assert "".join(cell_by_id(made, f"choose-{CHOICE}")["source"]) == ANSWER
    for kind, points in (("choice", 2.0), ("quote", 4.0)):
        page, value = cell_by_id(made, f"{kind}-{CHOICE}")["outputs"]
        assert {"text/html", "text/plain"} == set(page["data"])
        assert float(value["data"]["text/plain"]) == points
    assert load_choices()[CHOICE].messages["A"].reply in json.dumps(made, ensure_ascii=False)


def test_what_a_student_quotes_is_escaped() -> None:
    made = json.loads(graded(chosen(ANSWER.replace(WORDS, "<script>x</script> against amber"))).notebook)
    html = cell_by_id(made, f"quote-{CHOICE}")["outputs"][0]["data"]["text/html"]
    assert "<script" not in html


def test_other_data_of_a_choice_make_another_stamp_and_stand_in_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    submission, before = raw(chosen(ANSWER)), stamp(raw(chosen(ANSWER)), ps2())
    version = load_choices()[CHOICE].version
    assert score(graded(chosen(ANSWER)), f"quote-{CHOICE}").made_with == ("", "", version)
    changed = replace(load_choices()[CHOICE], title="Another title")
    assert changed.version != version
    others = FrozenDict({**load_choices(), CHOICE: changed})
    monkeypatch.setattr("genuinely.grading.grade.load_choices", lambda: others)
    monkeypatch.setattr("genuinely.grading.marking.load_choices", lambda: others)
    assert stamp(submission, ps2()) != before
    assert score(graded(chosen(ANSWER)), f"quote-{CHOICE}").made_with == ("", "", changed.version)


WALL = 49_000


@pytest.mark.parametrize(
    "wall",
    [" " * WALL, "# " * (WALL // 2), "%" * WALL, "Choice:\n" + " " * WALL, "\n" * WALL, "Choice:\nA" + " " * WALL],
)
def test_walls_of_nothing_are_read_as_far_as_they_go(wall: str) -> None:
    """A pattern that takes the square of a wall would sit on these for minutes."""
    for cell in (f"{wall}x", f"%%choose {CHOICE}\n{wall}x"):
        assert earned(chosen(cell))[1] == 0.0
        assert score(graded(reflecting(cell), by_completion()), "reflection").points == 0.0


# A reflection by completion


def by_completion() -> Source:
    notebook = read("solutions")
    cell_by_id(notebook, "reflection")["metadata"]["genuinely"] = {"kind": "reflection", "by": "completion"}
    return read_source(raw(notebook), ASSIGNMENT, released())


def reflecting(text: str) -> Notebook:
    notebook = answered({})
    cell_by_id(notebook, "reflection")["source"] = text
    return notebook


def test_a_real_attempt_earns_everything_by_completion_and_waits_by_hand() -> None:
    found = score(graded(reflecting(REFLECTION), by_completion()), "reflection")
    assert (found.points, found.needs_person) == (10.0, False)
    found = score(graded(reflecting(REFLECTION)), "reflection")
    assert (found.points, found.needs_person) == (None, True)


@pytest.mark.parametrize("text", ["", "%%reflect ps2-interest\n", "%%reflect ps2-interest\n \n", "\n\n"], ids=repr)
def test_nothing_earns_nothing_and_needs_nobody(text: str) -> None:
    found = score(graded(reflecting(text), by_completion()), "reflection")
    assert (found.points, found.needs_person) == (0.0, False)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("I liked it.", "short"),
        ("done " * 50, "repeated"),
        ("".join(cell_by_id(read("solutions"), "task-reflection")["source"]), "prompt"),
    ],
    ids=["short", "repeated", "prompt"],
)
def test_what_is_no_real_attempt_earns_nothing_for_now_and_a_person_looks(text: str, why: str) -> None:
    result = graded(reflecting(f"%%reflect ps2-interest\n{text}"), by_completion())
    found = score(result, "reflection")
    assert (found.points, found.needs_person, found.at_stake) == (0.0, True, 10.0)
    assert found.reason == say(f"completion.{why}", least=20)
    assert say("answer.waits") in result.comments["reflection"]


def test_the_instructors_choice_is_honoured_into_the_gradebook(course: Course) -> None:
    hand_in(course, "ada", reflecting(REFLECTION))
    hand_in(course, "bob", reflecting("%%reflect ps2-interest\ndone"))
    grade_assignment(course, ASSIGNMENT)
    assert stands(course)["ada"]["reflection"] == (None, True)
    file = course.source / ASSIGNMENT / NOTEBOOK
    file.write_text(file.read_text(encoding="utf-8").replace('"by": "hand"', '"by": "completion"'), encoding="utf-8")
    grade_assignment(course, ASSIGNMENT)
    assert stands(course)["ada"]["reflection"] == (10.0, False)
    assert stands(course)["bob"]["reflection"] == (0.0, True)
    assert "".join(cell_by_id(graded_notebook(course, "ada"), "reflection")["source"]) == REFLECTION


def test_stock_nbgrader_leaves_a_written_reflection_to_a_person_either_way() -> None:
    for by in ("hand", "completion"):
        given = cell_by_id(read("exercises"), "reflection")
        cell = nbformat.from_dict({**given, "source": source(given)})
        cell["metadata"]["genuinely"] = {"kind": "reflection", "by": by}
        assert determine_grade(cell) == (0, 10)
        cell["source"] = REFLECTION
        assert determine_grade(cell) == (None, 10)
