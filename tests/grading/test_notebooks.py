"""A notebook that was handed in is read as data, within limits, and whatever it is, it is named."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genuinely.grading.notebooks import DEEPEST, LONGEST_TEXT, MOST_BYTES, MOST_CELLS, MOST_PARTS, _brackets, read_cells
from genuinely.grading.trouble import SubmissionError

from .handed_in import raw
from .problem_set import SCENARIOS, read

fuzzed = settings(max_examples=200, deadline=None, derandomize=True)


def cell(text: Any = "Dear Marcus", **fields: Any) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": {}, "source": text, **fields}


def notebook(*cells: Any) -> dict[str, Any]:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def refused(bytes_: bytes) -> SubmissionError:
    with pytest.raises(SubmissionError) as caught:
        read_cells(bytes_)
    return caught.value


def test_a_notebook_of_the_course_is_read_with_its_ids_and_texts() -> None:
    cells = read_cells(raw(read("exercises")))
    answers = [each for each in cells if each.grade_id == f"rewrite-{SCENARIOS[0]}"]
    assert [(each.cell_id, each.is_code, each.text) for each in answers] == [
        (f"rewrite-{SCENARIOS[0]}", True, f"%%rewrite {SCENARIOS[0]}\n")
    ]
    assert len(cells) == len(read("exercises")["cells"])


def test_a_text_may_be_one_text_or_lines_with_a_byte_order_mark_or_without() -> None:
    lines = raw(notebook(cell(["a\n", "b"]), cell("a\nb")))
    for bytes_ in (lines, b"\xef\xbb\xbf" + lines):
        assert [each.text for each in read_cells(bytes_)] == ["a\nb", "a\nb"]


@pytest.mark.parametrize(
    "strange",
    [None, 7, "text", [], {}, {"source": None}, {"source": [1, 2]}, {"source": {"a": 1}}, {"cell_type": "code"}],
    ids=repr,
)
def test_a_cell_that_is_none_is_passed_over(strange: Any) -> None:
    assert [each.text for each in read_cells(raw(notebook(strange, cell("kept"))))] == ["kept"]


@pytest.mark.parametrize("metadata", [None, [], "x", {"nbgrader": None}, {"nbgrader": []}, {"nbgrader": "x"}], ids=repr)
def test_metadata_of_any_shape_say_nothing(metadata: Any) -> None:
    (found,) = read_cells(raw(notebook(cell(metadata=metadata))))
    assert found.grade_id == ""


@pytest.mark.parametrize("id", [None, 7, ["reflection"], {"reflection": 1}, True], ids=repr)
def test_an_id_that_is_no_text_is_none(id: Any) -> None:
    (found,) = read_cells(raw(notebook(cell(id=id, metadata={"nbgrader": {"grade_id": id}}))))
    assert (found.grade_id, found.cell_id) == ("", "")


def test_what_no_file_can_hold_is_replaced() -> None:
    (found,) = read_cells(
        b'{"cells": [{"cell_type": "code", "metadata": {}, "source": "a\\ud800b\\u0000c\\ud83d\\ude00"}]}'
    )
    assert found.text == "a\ufffdb\ufffdc\U0001f600"
    found.text.encode("utf-8")


@pytest.mark.parametrize(
    ("bytes_", "said"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"not json", "not JSON"),
        (raw(read("exercises"))[:2000], "not JSON"),
        (b"\xff\xfe{\x00}\x00", "not UTF-8"),
        (b"PK\x03\x04" + bytes(range(128)), "not JSON"),
        (b"[]", "no list of cells"),
        (b"null", "no list of cells"),
        (b'"text"', "no list of cells"),
        (b"{}", "no list of cells"),
        (b'{"cells": {}}', "no list of cells"),
        (b'{"worksheets": [], "nbformat": 3}', "before 4"),
        (b'{"cells": ' + b"9" * 5000 + b"}", "not JSON"),
        (b'{"cells": [}]', "not JSON"),
    ],
    ids=range(14),
)
def test_what_is_no_notebook_is_refused_with_cause_and_remedy(bytes_: bytes, said: str) -> None:
    error = refused(bytes_)
    assert said in error.cause
    assert error.remedy.endswith(".")


@pytest.mark.parametrize("open_", [b"[", b'{"a":', b'[{"a":'])
@pytest.mark.parametrize("closed", [True, False])
def test_deep_nesting_is_refused_before_it_is_parsed(open_: bytes, closed: bool) -> None:
    close = {b"[": b"]", b'{"a":': b"}", b'[{"a":': b"}]"}[open_]
    for depth in (200, 100_000):
        nested = open_ * depth + b"1" + close * depth * closed
        assert "deeply" in refused(b'{"cells": [' + nested + b"]}" * closed).cause


def test_brackets_inside_texts_do_not_count() -> None:
    message = "((([[[{{{" * 500 + '\\"[[[' * 100
    assert [each.text for each in read_cells(raw(notebook(cell(message))))] == [message]


def test_a_depth_that_notebooks_have_is_taken() -> None:
    nested: Any = 1
    for _ in range(DEEPEST - 4):
        nested = [nested]
    assert read_cells(raw({**notebook(cell("kept")), "metadata": {"x": nested}}))


@pytest.mark.parametrize("part", ["[],", "{},", '{"a":[]},'])
def test_more_parts_than_memory_should_hold_are_refused_before_they_are_parsed(part: str) -> None:
    assert "too many parts" in refused(f'{{"cells": [{part * MOST_PARTS}1]}}'.encode()).cause


def test_too_many_bytes_and_too_many_cells_are_refused() -> None:
    assert f"{MOST_BYTES:,}" in refused(b" " * (MOST_BYTES + 1)).cause
    assert f"{MOST_CELLS:,}" in refused(raw(notebook(*[cell("x")] * (MOST_CELLS + 1)))).cause
    assert len(read_cells(raw(notebook(*[cell("x")] * MOST_CELLS)))) == MOST_CELLS


@pytest.mark.parametrize(
    "piece", [b'\\"', b'"', b"[],", b"{},", b'"\\', b"[{", b"\\\\", b'""'], ids=lambda piece: piece.decode()
)
def test_five_million_bytes_of_anything_take_no_longer_than_seconds(piece: bytes) -> None:
    bytes_ = b'{"cells": ["' + piece * ((MOST_BYTES - 20) // len(piece))
    began = time.process_time()
    refused(bytes_)
    assert time.process_time() - began < 10


def test_equal_keys_the_last_one_counts() -> None:
    text = json.dumps(notebook(cell("first")))[:-1] + ', "cells": ' + json.dumps([cell("last")]) + "}"
    assert [each.text for each in read_cells(text.encode())] == ["last"]


def test_of_a_very_long_text_the_beginning_is_kept() -> None:
    for text in ("x" * 200_000, ["x" * 1000] * 200):
        (found,) = read_cells(raw(notebook(cell(text))))
        assert len(found.text) == LONGEST_TEXT + 1


@fuzzed
@given(
    st.recursive(
        st.none() | st.text(alphabet='[]{}"\\/ab\n', max_size=12) | st.integers(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(alphabet='[]{}"\\', max_size=4), inner),
        max_leaves=15,
    )
)
def test_brackets_are_found_without_parsing(value: Any) -> None:
    def count(part: Any) -> int:
        inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        return 2 * isinstance(part, dict | list) + sum(map(count, inside))

    assert len(_brackets(raw(value))) == count(value)
