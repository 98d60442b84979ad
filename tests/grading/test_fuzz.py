"""Whatever comes in, it is graded within its bounds or refused in a sentence."""

from __future__ import annotations

import json
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbconvert.filters import markdown2html

from genuinely.grading.answers import read_message
from genuinely.grading.grade import Graded, grade
from genuinely.grading.notebooks import read_cells
from genuinely.grading.rebuilding import inert
from genuinely.grading.student_ids import check_student_id
from genuinely.grading.trouble import SubmissionError

from .attacks import honest
from .handed_in import ps2, raw
from .problem_set import SCENARIOS, answered, cell_by_id, read
from .test_grade import Elements

BANK = SCENARIOS[0]
fuzzed = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

TEXTS = st.text(max_size=300) | st.sampled_from(
    ["\ud800", "\x00", "\u202e", "%%rewrite", f"%%rewrite {BANK}", "</pre>", "{x}"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def graded_or_refused(submission: bytes) -> Graded | None:
    """Grade it. Whatever comes out is within its bounds; what does not come out is refused in a sentence."""
    try:
        result = grade(submission, ps2())
    except SubmissionError as error:
        said = str(error)
    else:
        assert_within_bounds(result)
        return result
    assert said.isprintable()
    return None


def assert_within_bounds(result: Graded) -> None:
    assert [score.grade_id for score in result.scores] == [item.grade_id for item in ps2().items]
    for score in result.scores:
        assert score.points is None or 0 <= score.points <= score.maximum
        assert score.points is not None or score.needs_person
        assert 0 <= score.at_stake <= score.maximum
    made = json.loads(result.notebook.encode("utf-8"))
    assert [cell["id"] for cell in made["cells"]] == [cell["id"] for cell in read("solutions")["cells"]]


@fuzzed
@given(st.binary(max_size=400))
def test_any_bytes(submission: bytes) -> None:
    graded_or_refused(submission)


@fuzzed
@given(VALUES)
def test_any_json(value: Any) -> None:
    graded_or_refused(raw(value))


@fuzzed
@given(st.lists(VALUES, max_size=5), VALUES)
def test_any_cells(cells: list[Any], metadata: Any) -> None:
    read_cells(raw({"cells": cells, "metadata": metadata}))
    assert graded_or_refused(raw({"cells": cells, "metadata": metadata}))


@fuzzed
@given(st.data())
def test_an_honest_notebook_with_anything_in_any_place(data: st.DataObject) -> None:
    notebook = honest()
    for _ in range(data.draw(st.integers(1, 4))):
        place: Any = notebook
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = data.draw(st.sampled_from(keys))
            if isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
                place = place[key]
            else:
                break
        if data.draw(st.booleans()):
            place[key] = data.draw(VALUES)
        else:
            del place[key]
        if not notebook:
            break
    graded_or_refused(raw(notebook))


@fuzzed
@given(st.integers(0, 20_000), st.binary(max_size=8))
def test_an_honest_notebook_with_other_bytes_somewhere(start: int, bytes_: bytes) -> None:
    whole = raw(honest())
    start %= len(whole)
    graded_or_refused(whole[:start] + bytes_ + whole[start + len(bytes_) :])


@fuzzed
@given(TEXTS, TEXTS)
def test_any_answers(message: str, reflection: str) -> None:
    notebook = answered({BANK: message})
    cell_by_id(notebook, "reflection")["source"] = reflection
    assert graded_or_refused(raw(notebook))


@fuzzed
@given(st.text(alphabet="%#/rewitbank-chot ‘’“”'\n\t\ufeff(){}[]", max_size=200))
def test_any_first_line(text: str) -> None:
    assert isinstance(read_message(text).message, str)


@fuzzed
@given(st.text(alphabet="<>&\"'/prescript![]()`*_#-$\\{}\n\t ", max_size=200))
def test_a_students_markdown_has_no_element_of_its_own(text: str) -> None:
    page = Elements(markdown2html(inert(text)))
    assert page.found == ["pre"]
    assert "".join(page.text.split()) == "".join(text.split())


@fuzzed
@given(st.text(max_size=140))
def test_a_student_id_that_is_taken_is_one_part_of_a_path(id: str) -> None:
    try:
        taken = check_student_id(id)
    except SubmissionError:
        return
    for kind in (PurePosixPath, PureWindowsPath):
        assert kind("a", taken).parts == ("a", id)
        assert kind(taken).parts == (id,)


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "Infinity", "1" * 4000, "-0", "1e-400"])
def test_any_number(number: str) -> None:
    graded_or_refused(raw(honest())[:-1] + b', "x": ' + number.encode() + b"}")
