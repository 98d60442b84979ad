"""nbgrader's Validate: it says whether anything was left out, not how good it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from .nbgrader import nbgrader, new_course
from .problem_set import CHOICE, NOTEBOOK, SCENARIOS, answered, cell_by_id, read, reference, with_choice, write

pytestmark = pytest.mark.slow

WEAK = "Hello, I saw your profile. Can you help me get into your field? Thanks, me"


def validate(folder: Path, home: Path) -> str:
    return nbgrader("validate", str(folder / NOTEBOOK), folder=home / "course", home=home)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    new_course(tmp_path / "course")
    return tmp_path


@pytest.mark.parametrize("text", [WEAK, "Dear [Name], may I ask you one question?"], ids=["weak", "flagged"])
def test_passes_for_every_attempted_answer(home: Path, text: str) -> None:
    answers = {SCENARIOS[0]: text, SCENARIOS[1]: text, SCENARIOS[2]: reference(SCENARIOS[2])}
    notebook = answered(answers)
    cell_by_id(notebook, "reflection")["source"] = "I would send the last one."
    notebook = with_choice(notebook, f"%%choose {CHOICE}\nChoice: B\nWords: fascinated\n")
    write(notebook, home / "mine")
    assert "Success! Your notebook passes all the tests." in validate(home / "mine", home)


def test_names_what_was_left_untouched_in_a_plain_sentence(home: Path) -> None:
    notebook = answered(dict.fromkeys(SCENARIOS[1:], WEAK))
    write(notebook, home / "mine")
    said = validate(home / "mine", home)
    assert "VALIDATION FAILED ON 4 CELL(S)" in said  # the first message, the choice and its words, the reflection
    assert f'score("{SCENARIOS[0]}")' in said
    assert f"%%rewrite {SCENARIOS[0]}" in said
    assert "Traceback" not in said
    assert "%%reflect" in said
    assert "Partial credit" not in said


def test_says_so_of_the_notebook_as_it_was_released(home: Path) -> None:
    write(read("exercises"), home / "mine")
    said = validate(home / "mine", home)
    assert "VALIDATION FAILED ON 6 CELL(S)" in said
    assert "Traceback" not in said
    assert "Error" not in said
