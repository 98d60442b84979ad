"""A problem set goes all its way through a real JupyterHub: assign, fetch, submit, collect, grade, feedback."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from grading.problem_set import ASSIGNMENT, NOTEBOOK, SCENARIOS, cell_by_id, reference

from deploy.hub import DEPLOY, Hub, RefusedError, running

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="JupyterHub does not run on Windows"),
]

OTHER = "Dear Marcus, I would love to pick your brain about any openings. Thank you so much in advance!"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """The demo's Hub, with the three servers running."""
    folder = tmp_path_factory.mktemp("hub") / "demo"
    prepare = "import sys; from pathlib import Path; import demo; demo.prepare(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", prepare, str(folder)], cwd=DEPLOY, check=True)
    with running(folder) as hub:
        hub.start("instructor", "ada", "ben")
        yield hub


def of_instructor(hub: Hub, path: str, data: Any = None) -> Any:
    answer = hub.ask(f"/user/instructor/formgrader/api/{path}", data=data or {}, method="POST")
    assert answer is None or answer.get("success", True), answer
    return answer


def of_student(hub: Hub, student: str, action: str) -> Any:
    form = {"course_id": "genuinely", "assignment_id": ASSIGNMENT}
    answer = hub.ask(f"/user/{student}/assignments/{action}", form=form)
    assert answer["success"], answer
    return answer


def write(hub: Hub, student: str, answers: dict[str, str]) -> None:
    """Type answers into the notebook as JupyterLab saves it."""
    place = f"/user/{student}/api/contents/{ASSIGNMENT}/{NOTEBOOK}"
    found = hub.ask(place)
    for scenario, text in answers.items():
        cell_by_id(found["content"], f"rewrite-{scenario}")["source"] = f"%%rewrite {scenario}\n{text}"
    hub.ask(place, data={"type": "notebook", "content": found["content"]}, method="PUT")


def in_a_terminal(hub: Hub, *words: str) -> str:
    """Run `genuinely WORDS` as the instructor does, in the folder of the course."""
    done = subprocess.run(
        [sys.executable, "-m", "genuinely", *words],
        cwd=hub.home("instructor") / "course",
        env={"HOME": str(hub.home("instructor")), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_problem_set_goes_all_its_way(hub: Hub) -> None:
    of_instructor(hub, f"assignment/{ASSIGNMENT}/assign")
    of_instructor(hub, f"assignment/{ASSIGNMENT}/release")
    for student, answers in (
        ("ada", {each: reference(each) for each in SCENARIOS}),
        ("ben", {SCENARIOS[0]: OTHER}),
    ):
        of_student(hub, student, "fetch")
        given = (hub.home(student) / ASSIGNMENT / NOTEBOOK).read_text(encoding="utf-8")
        assert "BEGIN SOLUTION" not in given
        write(hub, student, answers)
        of_student(hub, student, "submit")
    of_instructor(hub, f"assignment/{ASSIGNMENT}/collect")

    of_instructor(hub, f"submission/{ASSIGNMENT}/ada/autograde")  # Formgrader's button
    told = in_a_terminal(hub, "grade", ASSIGNMENT)
    assert "1 graded, 1 graded before and unchanged, 0 could not be graded" in told
    scores = {
        each["student"]: each["score"] for each in hub.ask(f"/user/instructor/formgrader/api/submissions/{ASSIGNMENT}")
    }
    assert scores["ada"] > 2 * scores["ben"] > 0

    of_instructor(hub, f"assignment/{ASSIGNMENT}/ada/generate_feedback")  # Formgrader's button again
    in_a_terminal(hub, "feedback", ASSIGNMENT, "--student", "ben")
    of_instructor(hub, f"assignment/{ASSIGNMENT}/release_feedback")
    for student, own, other in (("ada", reference(SCENARIOS[0])[:40], OTHER[:40]), ("ben", OTHER[:40], "312 calls")):
        of_student(hub, student, "fetch_feedback")
        [page] = (hub.home(student) / ASSIGNMENT / "feedback").rglob("*.html")
        text = page.read_text(encoding="utf-8")
        assert own.split("\n")[0] in text
        assert other not in text


def test_a_learner_has_the_lessons_and_their_kernel_reads_a_message(hub: Hub) -> None:
    pages = sorted(file.name for file in (hub.home("ada") / "notebooks").glob("*.ipynb"))
    assert pages[0] == "00_start_here.ipynb"
    assert not [name for name in pages if name.startswith("9")]
    assert "genuinely 0." in hub.execute("ada", "!genuinely --version")
    assert "pick your brain" in hub.execute("ada", f"%%rewrite {SCENARIOS[0]}\n{OTHER}")
    [kept] = hub.home("ada").rglob(f"my_work/messages/{SCENARIOS[0]}.json")
    assert "pick your brain" in kept.read_text(encoding="utf-8")


def test_students_see_neither_the_course_nor_formgrader(hub: Hub) -> None:
    with pytest.raises(RefusedError) as refused:
        hub.ask("/user/ada/formgrader/api/assignments")
    assert refused.value.status == 404
    assert not list(hub.home("ada").rglob("solutions"))


def test_it_listens_on_loopback_alone(hub: Hub) -> None:
    config = (DEPLOY / "jupyterhub_config.py").read_text(encoding="utf-8")
    addresses = re.findall(r"https?://([^:/\"]+)", config)
    assert len(addresses) == 3
    assert set(addresses) == {"127.0.0.1"}
    assert 'c.Spawner.ip = "127.0.0.1"' in config
