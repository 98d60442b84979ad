"""Answers are found by grade id, and by what is left of it; what was odd is said."""

from __future__ import annotations

import copy

import pytest

from genuinely.grading.answers import Answer, find_answers, read_message
from genuinely.grading.notebooks import LONGEST_TEXT, read_cells

from .handed_in import ps2, raw, with_cell
from .problem_set import SCENARIOS, Notebook, answered, cell_by_id, read, typed, without

BANK, PANEL, SLACK = SCENARIOS
TEXT = "Dear Marcus,\nyour post on rephrasing made me laugh.\n\nIleana"


def answers(notebook: Notebook) -> dict[str, Answer]:
    return dict(find_answers(read_cells(raw(notebook)), ps2()))


def of(notebook: Notebook, scenario: str = BANK) -> Answer:
    return answers(notebook)[f"rewrite-{scenario}"]


def test_an_honest_answer_is_found_with_its_text_and_message() -> None:
    assert of(answered({BANK: TEXT})) == Answer(f"%%rewrite {BANK}\n{TEXT}", TEXT)


def test_an_untouched_notebook_has_no_message() -> None:
    for id, answer in answers(read("exercises")).items():
        assert answer == Answer(ps2().answers[id])


@pytest.mark.parametrize(
    "first",
    [
        f"%%rewrite {BANK}",
        f"%%rewrite{BANK}",
        f"\n\n  %% rewrite {BANK}",
        f"\ufeff%%rewrite {BANK}",
        f"％％rewrite {BANK}",
        f"%rewrite {BANK}",
        f"%%Rewrite '{BANK}'",
        f"%%rewrite “{BANK}”",
        f"%%rewrite {BANK.upper()}",
        f"%%rewrite {BANK.replace('-', ' ')}",
        f"# %%rewrite {BANK}",
        f"%%rewite {BANK}",
        f"# my answer\n%%rewrite {BANK}",
        "%%rewrite",
        "%%rewrite bank-chatbot",
        "%%rewrite coat-rack",
    ],
    ids=repr,
)
def test_a_message_is_read_below_a_damaged_first_line(first: str) -> None:
    answer = of(typed({BANK: f"{first}\n{TEXT}"}))
    assert (answer.message, answer.notes) == (TEXT, ())


def test_a_message_is_read_without_any_first_line() -> None:
    assert of(typed({BANK: TEXT})).message == TEXT


def test_a_message_behind_the_id_and_above_the_line_is_read_too() -> None:
    assert of(typed({BANK: f"%%rewrite {BANK} Dear Marcus,\nhello"})).message == "Dear Marcus,\nhello"
    assert of(typed({BANK: f"{TEXT}\n%%rewrite {BANK}"})).message == TEXT


def test_line_ends_of_windows_are_read() -> None:
    assert of(typed({BANK: f"%%rewrite {BANK}\r\n{TEXT}".replace("\n", "\r\n")})).message == TEXT


@pytest.mark.parametrize(
    "nothing", ["", "\n", " ", "%%rewrite", f"%%rewrite {BANK}", f"%%rewrite {BANK}\n \n"], ids=repr
)
def test_nothing_is_no_message(nothing: str) -> None:
    assert of(typed({BANK: nothing})).message == ""


def test_of_two_cells_the_last_counts_and_it_is_said() -> None:
    metadata = {"nbgrader": {"grade_id": f"rewrite-{BANK}"}}
    notebook = with_cell(answered({BANK: "the first"}), f"%%rewrite {BANK}\n{TEXT}", metadata=metadata)
    assert of(notebook) == Answer(f"%%rewrite {BANK}\n{TEXT}", TEXT, ("twice",))


def test_two_cells_that_say_the_same_are_told_apart_from_that() -> None:
    notebook = answered({BANK: TEXT})
    notebook["cells"].append(copy.deepcopy(cell_by_id(notebook, f"rewrite-{BANK}")))
    assert (of(notebook).message, of(notebook).notes) == (TEXT, ("twice_the_same",))


def test_a_cell_that_lost_its_grade_id_is_known_by_its_cell_id() -> None:
    notebook = answered({BANK: TEXT})
    cell_by_id(notebook, f"rewrite-{BANK}")["metadata"] = {}
    assert (of(notebook).message, of(notebook).notes) == (TEXT, ("lost_id",))


def test_a_cell_that_lost_every_id_is_known_by_its_first_line() -> None:
    notebook = with_cell(without(answered({}), f"rewrite-{BANK}"), f"%%rewrite {BANK}\n{TEXT}")
    assert (of(notebook).message, of(notebook).notes) == (TEXT, ("missing", "from_another"))


def test_a_cell_of_ones_own_counts_where_the_answer_cell_was_left_empty() -> None:
    notebook = with_cell(read("exercises"), f"%%rewrite {BANK}\n{TEXT}")
    assert of(notebook) == Answer(f"%%rewrite {BANK}\n{TEXT}", TEXT, ("from_another",))


def test_a_cell_of_ones_own_does_not_count_where_the_answer_cell_was_filled() -> None:
    notebook = with_cell(answered({BANK: TEXT}), f"%%rewrite {BANK}\nanother text")
    assert of(notebook) == Answer(f"%%rewrite {BANK}\n{TEXT}", TEXT)


def test_answers_typed_into_each_others_cells_count_for_what_their_first_lines_name() -> None:
    notebook = typed({BANK: f"%%rewrite {PANEL}\nfor Renata", PANEL: f"%%rewrite {BANK}\nfor Marcus"})
    assert (of(notebook, BANK).message, of(notebook, PANEL).message) == ("for Marcus", "for Renata")
    assert of(notebook, BANK).notes == ("from_another",)


def test_a_text_that_names_another_scenario_which_is_answered_is_left_to_a_person() -> None:
    notebook = typed({BANK: f"%%rewrite {PANEL}\nfor whom?", PANEL: f"%%rewrite {PANEL}\nfor Renata"})
    assert of(notebook, BANK) == Answer(f"%%rewrite {PANEL}\nfor whom?", "", ("names_another",))
    assert of(notebook, PANEL).message == "for Renata"


def test_a_deleted_answer_is_no_answer_and_it_is_said() -> None:
    for grade_id in (f"rewrite-{BANK}", "reflection"):
        assert answers(without(answered({}), grade_id))[grade_id] == Answer(ps2().answers[grade_id], "", ("missing",))


def test_a_markdown_answer_is_its_text_whatever_it_says() -> None:
    notebook = answered({})
    cell_by_id(notebook, "reflection").update(cell_type="markdown", source=f"%%rewrite {BANK}\n{TEXT}")
    assert answers(notebook)["reflection"] == Answer(f"%%rewrite {BANK}\n{TEXT}")
    assert of(notebook).message == ""


def test_a_very_long_text_is_cut_and_it_is_said() -> None:
    answer = of(answered({BANK: "word " * LONGEST_TEXT}))
    assert len(answer.text) == LONGEST_TEXT
    assert answer.notes == ("cut",)


@pytest.mark.parametrize(
    "wall", ["(" * 50_000, "-" * 50_000, "%" * 50_000, "rewrite " * 9_000, "rewrite-" * 9_000, "\n" * 9_000]
)
def test_walls_of_anything_are_read_as_text(wall: str) -> None:
    assert isinstance(read_message(wall).message, str)
    assert isinstance(read_message(f"%%rewrite {wall}\n{wall}").message, str)
