"""What the problem set promises: its notebook, its points, its reference answers, the students' copy."""

from __future__ import annotations

import re
import tomllib

import pytest

from genuinely.assessing import assess
from genuinely.scenarios import load_scenarios

from .problem_set import ASSIGNMENT, REPOSITORY, SCENARIOS, Cell, cell_by_id, read, reference, source

GRADED_BY_HAND = ["reflection"]


@pytest.fixture(scope="module")
def cells() -> list[Cell]:
    found: list[Cell] = read("solutions")["cells"]
    return found


def graded(cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("grade")]


def test_is_a_notebook_of_15_to_25_cells(cells: list[Cell]) -> None:
    assert 15 <= len(cells) <= 25


def test_loads_the_course_in_its_first_code_cell_which_is_locked(cells: list[Cell]) -> None:
    first = next(cell for cell in cells if cell["cell_type"] == "code")
    assert source(first) == "%load_ext genuinely"
    assert first["metadata"]["nbgrader"]["locked"]


def test_each_rewrite_is_a_card_an_answer_cell_and_a_locked_cell_that_scores_it(cells: list[Cell]) -> None:
    ids = [cell["id"] for cell in cells]
    for scenario in SCENARIOS:
        at = ids.index(f"task-{scenario}")
        heading, card, answer, score = cells[at : at + 4]
        assert source(heading).startswith("## ")
        assert source(card) == f'show_scenario("{scenario}")'
        assert source(answer).startswith(f"%%rewrite {scenario}\n")
        assert answer["metadata"]["nbgrader"]["solution"]
        assert source(score) == f'score("{scenario}")'
        assert score["metadata"]["nbgrader"]["locked"]


def test_metadata_says_of_each_scored_cell_what_its_source_says(cells: list[Cell]) -> None:
    scored = [cell for cell in graded(cells) if cell["id"] not in GRADED_BY_HAND]
    assert [cell["metadata"]["genuinely"]["scenario"] for cell in scored] == list(SCENARIOS)
    for cell in scored:
        said = cell["metadata"]["genuinely"]
        assert said == {"kind": "rewrite", "scenario": said["scenario"]}
        assert source(cell) == f'score("{said["scenario"]}")'
        answer = cell_by_id(read("solutions"), f"rewrite-{said['scenario']}")
        assert answer["metadata"]["genuinely"] == said


def test_only_the_reflection_is_graded_by_hand(cells: list[Cell]) -> None:
    by_hand = [cell for cell in graded(cells) if cell["metadata"]["nbgrader"]["solution"]]
    assert [cell["id"] for cell in by_hand] == GRADED_BY_HAND
    assert by_hand[0]["cell_type"] == "markdown"


def test_points_are_those_of_the_data_file_and_add_up_to_100(cells: list[Cell]) -> None:
    file = REPOSITORY / "data" / "problem_sets" / f"{ASSIGNMENT}.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    assert data["id"] == ASSIGNMENT
    points = {cell["id"]: cell["metadata"]["nbgrader"]["points"] for cell in graded(cells)}
    reflection = points.pop("reflection")
    assert points == {f"score-{scenario}": worth for scenario, worth in data["rewrites"].items()}
    assert sum(points.values()) + reflection == 100


def test_mark_scheme_adds_up_to_the_points_of_the_reflection(cells: list[Cell]) -> None:
    scheme = source(cell_by_id(read("solutions"), "task-reflection"))
    parts = re.findall(r"up to (\d+) points", scheme)
    assert sum(map(int, parts)) == cell_by_id(read("solutions"), "reflection")["metadata"]["nbgrader"]["points"]


def test_cell_ids_and_grade_ids_are_the_same_and_occur_once(cells: list[Cell]) -> None:
    ids = [cell["id"] for cell in cells]
    assert len(set(ids)) == len(ids)
    for cell in cells:
        if "nbgrader" in cell["metadata"]:
            assert cell["metadata"]["nbgrader"]["grade_id"] == cell["id"]


@pytest.mark.parametrize("step", ["solutions", "exercises"])
def test_nothing_else_lies_in_the_folder(step: str) -> None:
    """nbgrader copies every file beside the notebook to the students."""
    names = [path.name for path in (REPOSITORY / step / ASSIGNMENT).iterdir()]
    assert [name for name in names if name != ".ipynb_checkpoints"] == [f"{ASSIGNMENT}.ipynb"]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_reference_answer_is_strong(scenario: str) -> None:
    assessment = assess(reference(scenario), load_scenarios()[scenario])
    assert assessment.flags == ()
    assert assessment.total >= 85, dict(assessment.levels)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_students_get_the_first_line_and_an_empty_stub(scenario: str) -> None:
    answer = source(cell_by_id(read("exercises"), f"rewrite-{scenario}"))
    assert answer == f"%%rewrite {scenario}\n"
    assert not assess(answer.partition("\n")[2], load_scenarios()[scenario]).attempted


def test_students_get_no_solution() -> None:
    released = "\n".join(source(cell) for cell in read("exercises")["cells"])
    assert "SOLUTION" not in released
    for scenario in SCENARIOS:
        for line in reference(scenario).splitlines():
            assert not line.strip() or line not in released
