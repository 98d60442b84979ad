"""What every problem set promises: its notebook, its points, the students' copy."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from genuinely.assessing import assess
from genuinely.grading.grade import grade
from genuinely.grading.source import read_source
from genuinely.scenarios import load_scenario

from .handed_in import raw, released, solutions
from .problem_set import ASSIGNMENTS, REPOSITORY, Cell, cell_by_id, points, read, reference, source

REWRITES = [(assignment, scenario) for assignment in ASSIGNMENTS for scenario in points(assignment)]
BY_HAND = {"choice", "reflection"}

every_set = pytest.mark.parametrize("assignment", ASSIGNMENTS)
every_rewrite = pytest.mark.parametrize(("assignment", "scenario"), REWRITES)


def cells_of(assignment: str) -> list[Cell]:
    found: list[Cell] = read("solutions", assignment)["cells"]
    return found


def graded(assignment: str) -> list[Cell]:
    return [cell for cell in cells_of(assignment) if cell["metadata"].get("nbgrader", {}).get("grade")]


def by_hand(assignment: str) -> list[Cell]:
    return [cell for cell in graded(assignment) if cell["metadata"]["nbgrader"]["solution"]]


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
    scored = [cell for cell in graded(assignment) if cell["id"] not in BY_HAND]
    assert [cell["metadata"]["genuinely"]["scenario"] for cell in scored] == list(points(assignment))
    for cell in scored:
        said = cell["metadata"]["genuinely"]
        assert said == {"kind": "rewrite", "scenario": said["scenario"]}
        assert source(cell) == f'score("{said["scenario"]}")'
        answer = cell_by_id(read("solutions", assignment), f"rewrite-{said['scenario']}")
        assert answer["metadata"]["genuinely"] == said


@every_set
def test_rewrites_are_on_three_channels_and_of_more_than_one_kind(assignment: str) -> None:
    cards = [load_scenario(scenario) for scenario in points(assignment)]
    assert {card.channel for card in cards} == {"email", "linkedin_note", "chat"}
    assert len({card.kind for card in cards}) > 1


@every_set
def test_a_person_grades_the_reflection_and_before_it_the_choice_where_there_is_one(assignment: str) -> None:
    hand = by_hand(assignment)
    assert [cell["id"] for cell in hand] in (["choice", "reflection"], ["reflection"])
    assert {cell["cell_type"] for cell in hand} == {"markdown"}


@every_set
def test_points_are_those_of_the_data_file_and_add_up_to_100(assignment: str) -> None:
    worth = {cell["id"]: cell["metadata"]["nbgrader"]["points"] for cell in graded(assignment)}
    rewrites = {id: each for id, each in worth.items() if id not in BY_HAND}
    assert rewrites == {f"score-{scenario}": each for scenario, each in points(assignment).items()}
    assert sum(worth.values()) == 100


@every_set
def test_each_mark_scheme_adds_up_to_the_points_of_its_answer(assignment: str) -> None:
    for cell in by_hand(assignment):
        scheme = source(cell_by_id(read("solutions", assignment), f"task-{cell['id']}"))
        parts = re.findall(r"up to (\d+) points", scheme)
        assert sum(map(int, parts)) == cell["metadata"]["nbgrader"]["points"]


@every_set
def test_a_choice_is_between_two_messages_and_asks_for_the_words_that_decided_it(assignment: str) -> None:
    for cell in by_hand(assignment):
        if cell["id"] == "choice":
            task = source(cell_by_id(read("solutions", assignment), "task-choice"))
            assert [task.count(f"\n**{letter}.** ") for letter in "AB"] == [1, 1]
            answer = source(cell)
            quoted = re.findall(r'"([^"]+)"', answer)
            assert any(words.rstrip(".,?").lower() in task.lower() for words in quoted)


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
        assert source(cell).splitlines()[1] not in released
    for scenario in points(assignment):
        for line in reference(scenario, assignment).splitlines():
            assert not line.strip() or line not in released


@every_set
def test_a_submission_is_graded_by_it(assignment: str) -> None:
    """The solutions handed in, as a student would: the rewrites earn points, a person gives the others."""
    set_of = read_source(solutions(assignment), assignment, released(assignment))
    handed_in = read("exercises", assignment)
    for cell in by_hand(assignment):
        cell_by_id(handed_in, cell["id"])["source"] = source(cell).replace("### BEGIN SOLUTION\n", "")
    for scenario in points(assignment):
        answer = f"%%rewrite {scenario}\n{reference(scenario, assignment)}"
        cell_by_id(handed_in, f"rewrite-{scenario}")["source"] = answer
    scores = {score.grade_id: score for score in grade(raw(handed_in), set_of).scores}
    assert {id for id, score in scores.items() if score.points is None} == {cell["id"] for cell in by_hand(assignment)}
    for scenario, worth in points(assignment).items():
        earned = scores[f"score-{scenario}"].points
        assert earned is not None
        assert 0.85 * worth <= earned <= worth


@every_set
def test_its_lesson_names_it(assignment: str) -> None:
    number = assignment.removeprefix("ps").partition("-")[0]
    (lesson,) = (REPOSITORY / "notebooks").glob(f"0{number}_*.ipynb")
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    assert any(f"exercises/{assignment}" in source(cell) and "skipped" in source(cell) for cell in cells)
