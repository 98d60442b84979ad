"""nbgrader's own Autograde after `install()`, by its command and by Formgrader's button."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pytest

from genuinely.cli.bench_grading import stock_settings
from genuinely.grading.course import Course
from genuinely.grading.installing import TESTED

from .attacks import ATTACKS, SCRIPT, SECRET, honest
from .formgrader import formgrader, press
from .gradebooks import hand_in, new_course, stands, tree
from .nbgrader import nbgrader, python
from .problem_set import ASSIGNMENT, NOTEBOOK, REPOSITORY

BUTTON = "modules_of_the_same_names_beside_it"
"""The submission that Formgrader's button is pressed for."""

NO_LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are not for every user on Windows")


def plant(course: Course, names: list[str]) -> None:
    """Hand in honest work and that of each attack, whose code would leave a file `trace` in the course's folder."""
    root = course.source.parent
    (root / "secret.ipynb").write_text(json.dumps({**honest(), "secret": SECRET}), encoding="utf-8")
    hand_in(course, "ada", honest())
    for name in names:
        folder = course.submitted / name / ASSIGNMENT
        folder.mkdir(parents=True)
        ATTACKS[name][0](folder, root, f"open({str(root / 'trace')!r}, 'w').write('ran')")


def test_the_version_that_is_installed_is_one_that_was_tested() -> None:
    assert version("nbgrader") in TESTED


@pytest.mark.slow
def test_without_it_such_a_submission_runs(tmp_path: Path) -> None:
    """Were it not so, the tests below would show nothing."""
    course = new_course(tmp_path / "course")
    (tmp_path / "course" / "nbgrader_config.py").write_text(stock_settings(REPOSITORY), encoding="utf-8")
    plant(course, ["code_in_an_answer_cell"])
    nbgrader("autograde", ASSIGNMENT, "--student=code*", folder=tmp_path / "course", home=tmp_path)
    assert (tmp_path / "course" / "trace").exists()


def test_processes_that_grade_do_not_run_nbgraders_script(tmp_path: Path) -> None:
    script = tmp_path / "nbgrader"
    script.write_text(SCRIPT_OF_A_PROGRAM, encoding="utf-8")
    assert python(str(script), folder=tmp_path, home=tmp_path).split() == ["ran", "2"]


SCRIPT_OF_A_PROGRAM = """print("ran", flush=True)
if __name__ == "__main__":
    from multiprocessing import get_context
    from genuinely.grading.autograding import alone
    with alone(), get_context("spawn").Pool(1) as pool:
        print(pool.apply(abs, (-2,)))
    assert __file__"""


@dataclass(frozen=True)
class Autograded:
    """A course after `nbgrader autograde`, and what it said."""

    course: Course
    home: Path
    said: str

    @property
    def root(self) -> Path:
        return self.course.source.parent


@pytest.fixture(scope="module")
def autograded(tmp_path_factory: pytest.TempPathFactory) -> Autograded:
    home = tmp_path_factory.mktemp("home")
    course = new_course(home / "course")
    plant(course, list(ATTACKS))
    said = nbgrader("autograde", ASSIGNMENT, folder=course.source.parent, home=home, status=1)
    return Autograded(course, home, said)


@pytest.mark.slow
@NO_LINKS
def test_nothing_of_a_students_ran_and_no_file_of_theirs_came_through(autograded: Autograded) -> None:
    assert not (autograded.root / "trace").exists()
    files = tree(autograded.course.autograded)
    assert {Path(name).name for name in files} == {NOTEBOOK}
    for name, bytes_ in files.items():
        assert SECRET.encode() not in bytes_, name
        notebook = json.loads(bytes_)
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["source"] = ""  # shown as code, letter by letter
        assert SCRIPT not in json.dumps(notebook).replace("\\", ""), name
    assert not any(path.is_symlink() for path in autograded.course.autograded.rglob("*"))


@pytest.mark.slow
@NO_LINKS
@pytest.mark.parametrize("name", [name for name, (_, outcome) in ATTACKS.items() if outcome == "honest"])
def test_it_is_graded_by_its_answers(autograded: Autograded, name: str) -> None:
    scores = stands(autograded.course)
    assert {id: points for id, (points, _) in scores[name].items()} == {
        id: points for id, (points, _) in scores["ada"].items()
    }


@pytest.mark.slow
@NO_LINKS
def test_each_that_could_not_be_graded_is_named_with_cause_and_remedy(autograded: Autograded) -> None:
    refused = {name for name, (_, outcome) in ATTACKS.items() if outcome == "refused"}
    assert refused
    assert not refused & set(stands(autograded.course))
    lines = autograded.said.splitlines()
    for name in refused:
        assert any(f"{name!r}: " in line and line.rstrip().endswith(".") for line in lines), name
    assert "no_json': The file is not JSON" in autograded.said
    assert "Traceback" not in autograded.said


@pytest.mark.slow
@NO_LINKS
def test_a_long_run_says_how_far_it_is_and_what_came_of_it(autograded: Autograded) -> None:
    assert f"Graded: {len(ATTACKS) + 1} of {len(ATTACKS) + 1}" in autograded.said
    refused = sum(outcome == "refused" for _, outcome in ATTACKS.values())
    graded = len(ATTACKS) + 1 - refused
    assert f"{graded} graded, 0 graded before and unchanged, {refused} could not be graded" in autograded.said


@pytest.mark.slow
@NO_LINKS
def test_one_student_can_be_named_and_others_excepted(autograded: Autograded) -> None:
    words = ("autograde", ASSIGNMENT, "--force", "--student=a*", "--CourseDirectory.student_id_exclude=a_pipe,ada")
    said = nbgrader(*words, folder=autograded.root, home=autograded.home, status=1)
    excepted = [name for name in ATTACKS if name.startswith("a") and name != "a_pipe"]
    assert f" of {len(excepted)}" in said or "0 graded, " in said
    assert "'a_pipe'" not in said
    assert "'a_link_to_itself'" in said
    assert "'zipped'" not in said


@pytest.mark.slow
def test_somebody_who_handed_in_nothing_is_said_to_have_done_so(tmp_path: Path) -> None:
    course = new_course(tmp_path / "course")
    said = nbgrader("autograde", ASSIGNMENT, "--student=ada", folder=tmp_path / "course", home=tmp_path, status=1)
    assert "Nothing was handed in" in said
    assert "Traceback" not in said
    assert stands(course) == {}


@pytest.mark.slow
def test_students_are_not_entered_where_that_is_switched_off(tmp_path: Path) -> None:
    course = new_course(tmp_path / "course")
    hand_in(course, "ada", honest())
    words = ("autograde", ASSIGNMENT, "--Autograde.create_student=False")
    said = nbgrader(*words, folder=tmp_path / "course", home=tmp_path, status=1)
    assert "The gradebook does not know 'ada'" in said
    assert stands(course) == {}


# Formgrader's button


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Course, str]]:
    """A course in which nothing is graded yet, and the address of its Formgrader."""
    home = tmp_path_factory.mktemp("home")
    course = new_course(home / "course")
    plant(course, [BUTTON, "code_in_an_answer_cell_that_gives_itself_full_marks", "no_json"])
    with formgrader(course.source.parent, home) as address:
        yield course, address


@pytest.mark.slow
def test_the_button_grades_and_runs_nothing(server: tuple[Course, str]) -> None:
    course, address = server
    for student in ("ada", BUTTON, "code_in_an_answer_cell_that_gives_itself_full_marks"):
        answer = press(address, f"/formgrader/api/submission/{ASSIGNMENT}/{student}/autograde")
        assert answer["success"], answer
        assert "1 graded" in answer["log"]
    assert not (course.source.parent / "trace").exists()
    assert {Path(name).name for name in tree(course.autograded)} == {NOTEBOOK}
    scores = stands(course)
    assert scores[BUTTON] == scores["ada"]
    assert (0.0, True) in scores["code_in_an_answer_cell_that_gives_itself_full_marks"].values()


@pytest.mark.slow
def test_the_button_says_what_could_not_be_graded(server: tuple[Course, str]) -> None:
    course, address = server
    answer = press(address, f"/formgrader/api/submission/{ASSIGNMENT}/no_json/autograde")
    assert not answer["success"]
    assert "The file is not JSON" in answer["log"]
    assert "no_json" not in stands(course)


# Versions that were not tested

OF_TOMORROW = """import sys, nbgrader
nbgrader.__version__ = "0.9.99"
from nbgrader.apps.nbgraderapp import main
sys.argv[0] = "nbgrader"
main()"""


@pytest.mark.slow
def test_a_version_that_was_not_tested_is_refused_and_runs_nothing(tmp_path: Path) -> None:
    course = new_course(tmp_path / "course")
    plant(course, [BUTTON])
    said = python("-c", OF_TOMORROW, "autograde", ASSIGNMENT, folder=tmp_path / "course", home=tmp_path, status=1)
    assert "Autograde is switched off: nbgrader 0.9.99 is not one of the versions" in said
    assert "genuinely grade ASSIGNMENT" in said
    assert "Traceback" not in said
    assert not (tmp_path / "course" / "trace").exists()
    assert not course.autograded.exists()
    assert stands(course) == {}


WITHOUT_THE_POINT = """import sys, nbgrader, nbgrader.converters
nbgrader.__version__ = "1.0.0"
sys.modules["nbgrader.converters.autograde"] = None
from nbgrader.apps.nbgraderapp import main
sys.argv[0] = "nbgrader"
main()"""


@pytest.mark.slow
def test_a_version_that_has_no_such_point_ends_there(tmp_path: Path) -> None:
    course = new_course(tmp_path / "course")
    plant(course, [BUTTON])
    said = python("-c", WITHOUT_THE_POINT, "autograde", ASSIGNMENT, folder=tmp_path / "course", home=tmp_path, status=1)
    assert "Autograde is switched off: nbgrader 1.0.0" in said
    assert not (tmp_path / "course" / "trace").exists()
    assert stands(course) == {}
