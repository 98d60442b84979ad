"""What every problem set promises: its notebook, its points, the students' copy."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from genuinely.assessing import assess
from genuinely.coaching.choices import load_choices
from genuinely.coaching.choosing import read_answer
from genuinely.coaching.schemes import load_schemes
from genuinely.grading.grade import grade
from genuinely.grading.source import read_source
from genuinely.scenarios import load_scenario

from .handed_in import raw, released, solutions
from .problem_set import ASSIGNMENTS, REPOSITORY, Cell, cell_by_id, choices, points, read, reference, source

REWRITES = [(assignment, scenario) for assignment in ASSIGNMENTS for scenario in points(assignment)]

every_set = pytest.mark.parametrize("assignment", ASSIGNMENTS)
every_rewrite = pytest.mark.parametrize(("assignment", "scenario"), REWRITES)


def cells_of(assignment: str) -> list[Cell]:
    found: list[Cell] = read("solutions", assignment)["cells"]
    return found


def graded(assignment: str) -> list[Cell]:
    return [cell for cell in cells_of(assignment) if cell["metadata"].get("nbgrader", {}).get("grade")]


def by_hand(assignment: str) -> list[Cell]:
    return [cell for cell in graded(assignment) if cell["metadata"]["nbgrader"]["solution"]]


def of_kind(assignment: str, kind: str) -> list[Cell]:
    return [cell for cell in graded(assignment) if cell["metadata"].get("genuinely", {}).get("kind") == kind]


@every_set
def test_is_a_notebook_of_15_to_25_cells(assignment: str) -> None:
    assert 15 <= len(cells_of(assignment)) <= 25


@every_set
def test_is_named_by_its_number_and_title(assignment: str) -> None:
    file = REPOSITORY / "data" / "problem_sets" / f"{assignment}.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    assert data["id"] == assignment
    number = assignment.removeprefix("ps").partition("-")[0]
    assert source(cells_of(assignment)[0]).startswith(f"# Problem set {number} · {data['title']}\n")


@every_set
def test_loads_the_course_in_its_first_code_cell_which_is_locked(assignment: str) -> None:
    first = next(cell for cell in cells_of(assignment) if cell["cell_type"] == "code")
    assert source(first) == "%load_ext genuinely"
    assert first["metadata"]["nbgrader"]["locked"]


@every_set
def test_each_rewrite_is_a_card_an_answer_cell_and_a_locked_cell_that_scores_it(assignment: str) -> None:
    cells = cells_of(assignment)
    ids = [cell["id"] for cell in cells]
    for scenario in points(assignment):
        at = ids.index(f"task-{scenario}")
        heading, card, answer, score = cells[at : at + 4]
        assert source(heading).startswith("## ")
        assert source(card) == f'show_scenario("{scenario}")'
        assert source(answer).startswith(f"%%rewrite {scenario}\n")
        assert answer["metadata"]["nbgrader"]["solution"]
        assert source(score) == f'score("{scenario}")'
        assert score["metadata"]["nbgrader"]["locked"]


@every_set
def test_metadata_says_of_each_scored_cell_what_its_source_says(assignment: str) -> None:
    scored = of_kind(assignment, "rewrite")
    assert [cell["metadata"]["genuinely"]["scenario"] for cell in scored] == list(points(assignment))
    for cell in scored:
        said = cell["metadata"]["genuinely"]
        assert said == {"kind": "rewrite", "scenario": said["scenario"]}
        assert source(cell) == f'score("{said["scenario"]}")'
        answer = cell_by_id(read("solutions", assignment), f"rewrite-{said['scenario']}")
        assert answer["metadata"]["genuinely"] == said


@every_set
def test_the_choice_is_two_messages_an_answer_cell_and_two_locked_cells_that_score_it(assignment: str) -> None:
    cells = cells_of(assignment)
    at = [cell["id"] for cell in cells].index("task-choice")
    heading, messages, answer, letter, quote = cells[at : at + 5]
    (id,) = choices(assignment)
    assert source(heading).startswith("## ")
    assert source(messages) == f'show_choice("{id}")'
    assert source(answer).startswith(f"%%choose {id}\nChoice:\n")
    assert answer["metadata"]["genuinely"] == {"kind": "choose", "choice": id}
    assert answer["metadata"]["nbgrader"]["solution"]
    for cell, kind in ((letter, "choice"), (quote, "quote")):
        assert source(cell) == f'score_{kind}("{id}")'
        assert cell["metadata"]["genuinely"] == {"kind": kind, "choice": id}
        assert cell["metadata"]["nbgrader"]["points"] == choices(assignment)[id][kind]
        assert cell["metadata"]["nbgrader"]["locked"]


@every_set
def test_the_students_answer_to_the_choice_has_its_labels_and_nothing_below_them(assignment: str) -> None:
    (id,) = choices(assignment)
    answer = source(cell_by_id(read("exercises", assignment), f"choose-{id}"))
    assert answer.split() == f"%%choose {id} Choice: Words that decided it: Why:".split()
    assert not read_answer(answer.partition("\n")[2]).attempted


@every_set
def test_the_key_to_the_choice_stands_nowhere_in_the_students_copy(assignment: str) -> None:
    text = json.dumps(read("exercises", assignment), ensure_ascii=False)
    (id,) = choices(assignment)
    choice = load_choices()[id]
    for words in [span.words for span in choice.spans] + [option.reply for option in choice.messages.values()]:
        assert words not in text


@every_set
def test_rewrites_are_on_three_channels_and_of_more_than_one_kind(assignment: str) -> None:
    cards = [load_scenario(scenario) for scenario in points(assignment)]
    assert {card.channel for card in cards} == {"email", "linkedin_note", "chat"}
    assert len({card.kind for card in cards}) > 1


@every_set
def test_a_person_grades_the_reflection_alone(assignment: str) -> None:
    (reflection,) = by_hand(assignment)
    assert reflection["id"] == "reflection"
    assert reflection["metadata"]["genuinely"] == {"kind": "reflection", "by": "hand"}
    assert source(reflection).startswith(f"%%reflect {assignment}\n")


@every_set
def test_the_question_of_the_reflection_is_that_of_its_mark_scheme(assignment: str) -> None:
    asked = source(cell_by_id(read("solutions", assignment), "task-reflection"))
    assert load_schemes()[assignment].prompt in asked


@every_set
def test_points_are_those_of_the_data_file_and_add_up_to_100(assignment: str) -> None:
    worth = {cell["id"]: cell["metadata"]["nbgrader"]["points"] for cell in graded(assignment)}
    rewrites = {id: each for id, each in worth.items() if id.startswith("score-")}
    assert rewrites == {f"score-{scenario}": each for scenario, each in points(assignment).items()}
    assert sum(worth.values()) == 100
    assert len(worth) == len(rewrites) + 3


@every_set
def test_each_mark_scheme_adds_up_to_the_points_of_its_answer(assignment: str) -> None:
    for cell in by_hand(assignment):
        scheme = source(cell_by_id(read("solutions", assignment), f"task-{cell['id']}"))
        parts = re.findall(r"up to (\d+) points", scheme)
        assert sum(map(int, parts)) == cell["metadata"]["nbgrader"]["points"]


@every_set
def test_cell_ids_and_grade_ids_are_the_same_and_occur_once(assignment: str) -> None:
    cells = cells_of(assignment)
    ids = [cell["id"] for cell in cells]
    assert len(set(ids)) == len(ids)
    for cell in cells:
        if "nbgrader" in cell["metadata"]:
            assert cell["metadata"]["nbgrader"]["grade_id"] == cell["id"]


@every_set
@pytest.mark.parametrize("step", ["solutions", "exercises"])
def test_nothing_else_lies_in_the_folder(step: str, assignment: str) -> None:
    """nbgrader copies every file beside the notebook to the students."""
    names = [path.name for path in (REPOSITORY / step / assignment).iterdir()]
    assert [name for name in names if name != ".ipynb_checkpoints"] == [f"{assignment}.ipynb"]


@every_rewrite
def test_reference_answer_is_strong(assignment: str, scenario: str) -> None:
    assessment = assess(reference(scenario, assignment), load_scenario(scenario))
    assert assessment.flags == ()
    assert assessment.total >= 85, dict(assessment.levels)


@every_rewrite
def test_students_get_the_first_line_and_an_empty_stub(assignment: str, scenario: str) -> None:
    answer = source(cell_by_id(read("exercises", assignment), f"rewrite-{scenario}"))
    assert answer == f"%%rewrite {scenario}\n"
    assert not assess(answer.partition("\n")[2], load_scenario(scenario)).attempted


@every_set
def test_students_copy_is_the_solutions_without_the_answers(assignment: str) -> None:
    ours, theirs = cells_of(assignment), read("exercises", assignment)["cells"]
    assert [cell["id"] for cell in ours] == [cell["id"] for cell in theirs]
    for one, other in zip(ours, theirs, strict=True):
        if not one["metadata"].get("nbgrader", {}).get("solution"):
            assert source(one) == source(other)


@every_set
def test_students_get_no_solution(assignment: str) -> None:
    released = "\n".join(source(cell) for cell in read("exercises", assignment)["cells"])
    assert "SOLUTION" not in released
    for cell in by_hand(assignment):
        assert source(cell).splitlines()[2] not in released
    for scenario in points(assignment):
        for line in reference(scenario, assignment).splitlines():
            assert not line.strip() or line not in released


@every_set
def test_a_submission_is_graded_by_it(assignment: str) -> None:
    """The solutions handed in, as a student would: everything earns its points, but for the reflection."""
    set_of = read_source(solutions(assignment), assignment, released(assignment))
    handed_in = read("exercises", assignment)
    for cell in cells_of(assignment):
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell_by_id(handed_in, cell["id"])["source"] = re.sub(r"### (?:BEGIN|END) SOLUTION\n?", "", source(cell))
    scores = {score.grade_id: score for score in grade(raw(handed_in), set_of).scores}
    assert {id for id, score in scores.items() if score.points is None} == {"reflection"}
    for scenario, worth in points(assignment).items():
        earned = scores[f"score-{scenario}"].points
        assert earned is not None
        assert 0.85 * worth <= earned <= worth
    for kind in ("choice", "quote"):
        (cell,) = of_kind(assignment, kind)
        assert scores[cell["id"]].points == cell["metadata"]["nbgrader"]["points"]
        assert not scores[cell["id"]].needs_person


@every_set
def test_the_page_for_instructors_names_it_and_says_what_its_items_are_worth(assignment: str) -> None:
    page = (REPOSITORY / "docs" / "instructor.md").read_text(encoding="utf-8")
    assert f"| `{assignment}` |" in page
    (choice,) = choices(assignment).values()
    assert set(points(assignment).values()) == {28}
    assert f"| three messages, 28 each | {sum(points(assignment).values())} |" in page
    assert f"| which of two messages one would rather answer | {choice['choice']} |" in page
    assert f"| the words that decided it, copied from a message | {choice['quote']} |" in page


@every_set
def test_its_lesson_names_it(assignment: str) -> None:
    number = assignment.removeprefix("ps").partition("-")[0]
    (lesson,) = (REPOSITORY / "notebooks").glob(f"0{number}_*.ipynb")
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    assert any(f"exercises/{assignment}" in source(cell) and "skipped" in source(cell) for cell in cells)
