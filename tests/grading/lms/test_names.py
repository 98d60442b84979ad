"""What the names of handed-over files say."""

from __future__ import annotations

import pytest

from genuinely.grading.lms.names import read_label, stems


@pytest.mark.parametrize(
    ("path", "who", "user", "upload", "late", "name"),
    [
        ("lovelaceada_4711_9001_ps2-interest.ipynb", "lovelaceada", "4711", 9001, False, "ps2-interest.ipynb"),
        ("lovelaceada_LATE_4711_9001_ps2-interest-1.ipynb", "lovelaceada", "4711", 9001, True, "ps2-interest-1.ipynb"),
        ("delacruzzoë_4713_9002_my_2_notes.ipynb", "delacruzzoë", "4713", 9002, False, "my_2_notes.ipynb"),
        ("o_neill_4714_9003_ps2-interest.ipynb", "o_neill", "4714", 9003, False, "ps2-interest.ipynb"),
    ],
)
def test_canvas_names_say_who_which_upload_and_whether_late(
    path: str, who: str, user: str, upload: int, late: bool, name: str
) -> None:
    label = read_label([path])
    assert label.lms == "canvas"
    assert label.who == (who,)
    assert (label.user, label.upload, label.late, label.name) == (user, upload, late, name)
    assert label.kept == path


@pytest.mark.parametrize("late", ["", "LATE_"])
def test_canvas_under_anonymous_grading(late: str) -> None:
    label = read_label([f"{late}anon_aB3xQ_9001_ps2-interest.ipynb"])
    assert (label.lms, label.user, label.upload, label.late) == ("canvas", "anon_aB3xQ", 9001, bool(late))


@pytest.mark.parametrize("end", ["", "_"])
def test_moodle_folders_before_and_since_4_1(end: str) -> None:
    label = read_label([f"Zoë de la Cruz_12345_assignsubmission_file{end}", "sub", "ps2-interest.ipynb"])
    assert (label.lms, label.who, label.user, label.name) == (
        "moodle", ("Zoë de la Cruz",), "12345", "ps2-interest.ipynb",
    )  # fmt: skip
    assert label.kept == "Zoë de la Cruz_12345_assignsubmission_file"


def test_moodle_without_folders() -> None:
    label = read_label(["Ada Lovelace_12_assignsubmission_file_ps2-interest.ipynb"])
    assert (label.lms, label.user, label.name) == ("moodle", "12", "ps2-interest.ipynb")


def test_moodle_texts_are_told_from_files() -> None:
    assert read_label(["Ada Lovelace_12_assignsubmission_onlinetext", "onlinetext.html"]).kind == "onlinetext"


def test_a_drive_has_the_nearest_folder_first() -> None:
    label = read_label(["Class A", "ada", "ps2-interest.ipynb"])
    assert label.lms == "drive"
    assert label.who == ("ada", "Class A", "ps2-interest")


def test_a_pattern_can_be_forced() -> None:
    assert read_label(["a_1_2_x.ipynb"], "drive").lms == "drive"


@pytest.mark.parametrize(
    "name",
    [
        "ps2-interest.ipynb",
        "ps2-interest-1.ipynb",
        "ps2-interest (2).ipynb",
        "ps2-interest-Copy1.ipynb",
        "Copy of ps2-interest.ipynb",
        "ps2-interest-Copy1-2.ipynb",
    ],
)
def test_copies_of_a_notebook_are_known(name: str) -> None:
    assert "ps2-interest" in stems(name)


def test_a_name_that_ends_in_a_number_stays_among_what_it_may_be() -> None:
    assert next(stems("lab-1.ipynb")) == "lab-1"
