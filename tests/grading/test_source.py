"""The instructor's notebook: what is graded in it, and what it is refused for, with cell and remedy."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from genuinely.grading.source import Released, Source, checksum, read_source
from genuinely.grading.trouble import SourceError

from .handed_in import ps2, raw, released, solutions
from .problem_set import ASSIGNMENT, CHOICE, SCENARIOS, Notebook, cell_by_id, read

BANK = SCENARIOS[0]
TEST_CELL = f"score-{BANK}"
AS_RELEASED = (ASSIGNMENT, released())


def refused(notebook: Notebook, known: dict[str, Released] | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_source(raw(notebook), ASSIGNMENT, known or released())
    assert caught.value.remedy.endswith(".")
    return caught.value


def changed(grade_id: str, **metadata: Any) -> Notebook:
    notebook = copy.deepcopy(read("solutions"))
    cell_by_id(notebook, grade_id)["metadata"].update(metadata)
    return notebook


def test_the_problem_set_has_three_messages_a_choice_with_two_halves_and_one_answer_for_a_person() -> None:
    found = [(item.grade_id, item.answer, item.kind, item.points, item.scenario or item.choice) for item in ps2().items]
    assert found == [
        *((f"score-{each}", f"rewrite-{each}", "rewrite", 28.0, each) for each in SCENARIOS),
        (f"choice-{CHOICE}", f"choose-{CHOICE}", "choice", 2.0, CHOICE),
        (f"quote-{CHOICE}", f"choose-{CHOICE}", "quote", 4.0, CHOICE),
        ("reflection", "reflection", "by_hand", 10.0, ""),
    ]


def test_a_reflection_whose_metadata_say_so_is_graded_by_completion_against_the_question_above_it() -> None:
    source = read_source(raw(changed("reflection", genuinely={"kind": "reflection", "by": "completion"})), *AS_RELEASED)
    item = source.items[-1]
    assert (item.grade_id, item.kind, item.points) == ("reflection", "completion", 10.0)
    assert item.prompt.startswith("## 5. Looking back")


def test_a_reflection_that_is_graded_in_no_known_way_is_refused_with_both_ways() -> None:
    error = refused(changed("reflection", genuinely={"kind": "reflection", "by": "luck"}))
    assert "'luck'" in error.cause
    assert '"by": "hand"' in error.remedy
    assert '"by": "completion"' in error.remedy


def test_a_choice_that_is_not_there_is_refused_with_those_that_are() -> None:
    error = refused(changed(f"quote-{CHOICE}", genuinely={"kind": "quote", "choice": "moths"}))
    assert "'moths'" in error.cause
    assert CHOICE in error.remedy


def test_a_choice_without_its_answer_cell_is_refused() -> None:
    assert f"choice-{CHOICE}" in refused(changed(f"choose-{CHOICE}", genuinely={})).cause


def test_the_instructors_answers_are_gone() -> None:
    for scenario in SCENARIOS:
        assert ps2().answers[f"rewrite-{scenario}"] == f"%%rewrite {scenario}\n"
    assert "44% are my callers" in solutions().decode()
    for words in ("44% are my callers", "the ten angriest", "BEGIN SOLUTION"):
        assert words not in ps2().text


def test_the_checksum_is_nbgraders() -> None:
    for cell in read("exercises")["cells"]:
        if "nbgrader" in cell["metadata"]:
            assert checksum(cell) == cell["metadata"]["nbgrader"]["checksum"]


def test_the_fingerprint_changes_with_the_text() -> None:
    notebook = read("solutions")
    notebook["cells"][0]["source"] = "# Another title"
    assert read_source(raw(notebook), ASSIGNMENT, released()).fingerprint != ps2().fingerprint
    assert read_source(solutions(), ASSIGNMENT, released()).fingerprint == ps2().fingerprint


@pytest.mark.parametrize("ours", [None, {}, {"kind": "code"}, {"scenario": BANK}], ids=repr)
def test_a_test_cell_that_does_not_say_its_kind_is_refused_with_cell_and_remedy(ours: dict[str, str] | None) -> None:
    notebook = changed(TEST_CELL, genuinely=ours or {})
    if ours is None:
        del cell_by_id(notebook, TEST_CELL)["metadata"]["genuinely"]
    error = refused(notebook)
    assert TEST_CELL in error.cause
    assert '"kind": "rewrite"' in error.remedy


def test_a_scenario_that_is_not_there_is_refused_with_the_nearest() -> None:
    error = refused(changed(TEST_CELL, genuinely={"kind": "rewrite", "scenario": "bank-chatbot-repair"}))
    assert BANK in error.cause


def test_a_test_cell_without_its_answer_cell_is_refused() -> None:
    assert TEST_CELL in refused(changed(f"rewrite-{BANK}", genuinely={})).cause


def test_two_answer_cells_for_one_test_are_refused() -> None:
    twice = {"kind": "rewrite", "scenario": BANK}
    assert "2 answer cells" in refused(changed(f"rewrite-{SCENARIOS[1]}", genuinely=twice)).cause


def test_a_task_is_refused() -> None:
    notebook = read("solutions")
    cell_by_id(notebook, "reflection")["metadata"]["nbgrader"].update(task=True, solution=False, grade=False)
    assert "'reflection'" in refused(notebook).cause


@pytest.mark.parametrize("field", ["source", "points"])
def test_what_the_gradebook_does_not_know_is_refused(field: str) -> None:
    notebook = read("solutions")
    test = cell_by_id(notebook, TEST_CELL)
    if field == "source":
        test["source"] = "score('another')"
    else:
        test["metadata"]["nbgrader"]["points"] = 40
    error = refused(notebook)
    assert TEST_CELL in error.cause
    assert "generate_assignment" in error.remedy


def test_another_set_of_cells_than_the_gradebooks_is_refused_with_their_names() -> None:
    known = released()
    del known["setup"]
    known["gone"] = Released("", "")
    assert "gone, setup" in refused(read("solutions"), known).cause


def test_an_id_twice_is_refused() -> None:
    notebook = read("solutions")
    notebook["cells"].append(copy.deepcopy(cell_by_id(notebook, "setup")))
    assert "'setup' is there 2 times" in refused(notebook).cause


@pytest.mark.parametrize("bytes_", [b"", b"[]", b"{}", b"\xff"])
def test_a_file_that_is_no_notebook_is_refused(bytes_: bytes) -> None:
    with pytest.raises(SourceError, match="not a notebook"):
        read_source(bytes_, ASSIGNMENT, released())


def test_a_source_travels_to_another_process_as_it_is() -> None:
    import pickle

    there: Source = pickle.loads(pickle.dumps(ps2()))
    assert there == ps2()
