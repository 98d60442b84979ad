"""`write_feedback`: a page for each student, made of submission and gradebook, escaped, and complete."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from genuinely.grading.course import Course
from genuinely.grading.feedback import FeedbackReport, write_feedback
from genuinely.grading.run import grade_assignment
from genuinely.grading.trouble import CourseError

from .attacks import SCRIPT, honest
from .gradebooks import COURSE_ID, hand_in, tree
from .problem_set import (
    ASSIGNMENT,
    SCENARIOS,
    Notebook,
    answered,
    cell_by_id,
    read,
    reference,
    source,
    typed,
)

BANK, PANEL, SLACK = SCENARIOS
STRONG = {scenario: reference(scenario) for scenario in SCENARIOS}
WEAK = "Dear Marcus,\nI study linguistics and would like to work in your field. Can you help me?\nIleana"
FLAGGED = STRONG[BANK].replace("Mr. Adeyemi", "[Name]")
WORTH = f"{cell_by_id(read('solutions'), f'score-{BANK}')['metadata']['nbgrader']['points']:g}"
HTML_OF_A_STUDENT = f"{SCRIPT}<img src=x onerror=planted()></pre></div><style>*{{display:none}}</style>&amp;\u202e"


def page(course: Course, student: str) -> str:
    file = course.feedback / student / ASSIGNMENT / f"{ASSIGNMENT}.html"
    return file.read_text(encoding="utf-8")


class Tags(HTMLParser):
    """The tags of a page that are open at its end, and all that were in it, with their attributes."""

    EMPTY = ("meta", "br", "hr", "img", "link", "input")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def words(text: str) -> str:
    return " ".join(" ".join(Tags(text).words).split())


def written(course: Course, **notebooks: Notebook) -> FeedbackReport:
    """Grade what these students hand in, and write their pages."""
    for student, notebook in notebooks.items():
        hand_in(course, student, notebook)
    grade_assignment(course, ASSIGNMENT)
    return write_feedback(course, ASSIGNMENT)


def entered(course: Course, student: str, grade_id: str, **fields: Any) -> None:
    """What an instructor enters in Formgrader."""
    with Gradebook(course.db_url, COURSE_ID) as book:
        grade = book.find_grade(grade_id, ASSIGNMENT, ASSIGNMENT, student)
        for name, value in fields.items():
            setattr(grade, name, value)
        book.db.commit()


def commented(course: Course, student: str, grade_id: str, comment: str) -> None:
    with Gradebook(course.db_url, COURSE_ID) as book:
        book.find_comment(grade_id, ASSIGNMENT, ASSIGNMENT, student).manual_comment = comment
        book.db.commit()


def test_it_lies_where_nbgrader_releases_from(course: Course) -> None:
    report = written(course, ada=honest())
    assert report.written == ["ada"]
    [(student, file)] = report.pages
    assert (student, file) == ("ada", course.feedback / "ada" / ASSIGNMENT / f"{ASSIGNMENT}.html")
    assert file.is_file()
    assert course.feedback == course.source.parent / "gradebook" / "feedback"


def test_the_message_is_marked_and_has_levels_a_next_step_and_points(course: Course) -> None:
    written(course, ada=answered({**STRONG, BANK: WEAK}))
    text = words(page(course, "ada"))
    assert "I study linguistics" in text
    assert "<mark" in page(course, "ada")
    assert "What Marcus Adeyemi would look for" in text
    assert "Next step" in text
    assert len(re.findall(rf"[\d.]+ of {WORTH} points", text)) == 3
    assert "For ada" in text
    assert "Genuinely interested" in text


def test_the_total_is_the_gradebooks(course: Course) -> None:
    written(course, ada=honest())
    entered(course, "ada", "reflection", manual_score=7.5, extra_credit=1)
    with Gradebook(course.db_url, COURSE_ID) as book:
        score = book.find_submission(ASSIGNMENT, "ada").score
    write_feedback(course, ASSIGNMENT)
    text = words(page(course, "ada"))
    assert f"{round(score, 2):g} of 100 points" in text
    assert "7.5 of 10 points" in text
    assert "Extra credit: 1 points on top." in text
    assert "Your instructor gave these points." in text


def test_what_nobody_has_read_has_no_points_yet(course: Course) -> None:
    written(course, ada=honest())
    text = words(page(course, "ada"))
    assert "no points yet, of 10" in text
    assert "I choose the note to Renata." in text
    assert "One answer has no points yet" in text


def test_lateness_is_told_with_what_it_costs(course: Course) -> None:
    written(course, ada=honest())
    with Gradebook(course.db_url, COURSE_ID) as book:
        book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "ada").late_submission_penalty = 5
        book.db.commit()
    write_feedback(course, ASSIGNMENT)
    assert "Handed in late: 5 points are taken off" in words(page(course, "ada"))


def test_a_comment_of_the_instructors_is_shown_as_it_was_typed(course: Course) -> None:
    written(course, ada=honest())
    commented(course, "ada", f"rewrite-{BANK}", "Good <b>opening</b>.\nSee me about the ask.")
    commented(course, "ada", "reflection", "Well seen.")
    write_feedback(course, ASSIGNMENT)
    assert "Good &lt;b&gt;opening&lt;/b&gt;.\nSee me about the ask." in page(course, "ada")
    assert words(page(course, "ada")).count("From your instructor") == 2


def test_a_flagged_message_waits_and_says_why(course: Course) -> None:
    written(course, ada=answered({**STRONG, BANK: FLAGGED}))
    text = words(page(course, "ada"))
    assert f"0 of {WORTH} points" in text
    assert "This message waits for a person" in text
    assert "0 points for now: this answer waits for your instructor." in text


def test_once_a_person_has_given_points_nothing_waits_any_more(course: Course) -> None:
    written(course, ada=answered({**STRONG, BANK: FLAGGED}))
    entered(course, "ada", f"score-{BANK}", manual_score=25, needs_manual_grade=False)
    write_feedback(course, ASSIGNMENT)
    text = words(page(course, "ada"))
    assert f"25 of {WORTH} points" in text
    assert "waits" not in text


def test_what_was_odd_is_said(course: Course) -> None:
    notebook = honest()
    cell_by_id(notebook, f"rewrite-{BANK}")["metadata"]["nbgrader"].pop("grade_id")
    written(course, ada=notebook)
    assert "had lost its mark" in words(page(course, "ada"))


def test_an_untouched_notebook_is_told_so(course: Course) -> None:
    written(course, ada=read("exercises"))
    text = words(page(course, "ada"))
    assert text.count("Nothing is written for") >= 3
    assert "Nothing was written here." in text


@pytest.mark.parametrize("student", ["message", "reflection", "long", "first_line"])
def test_nothing_of_a_students_is_live(course: Course, student: str) -> None:
    notebooks = {
        "message": answered({**STRONG, BANK: f"{WEAK} {HTML_OF_A_STUDENT}"}),
        "reflection": honest(),
        "long": answered({**STRONG, BANK: HTML_OF_A_STUDENT * 2000}),
        "first_line": typed({BANK: f"%%rewrite {PANEL} {HTML_OF_A_STUDENT}"}),
    }
    cell_by_id(notebooks["reflection"], "reflection")["source"] = HTML_OF_A_STUDENT
    written(course, **{student: notebooks[student]})
    found = Tags(page(course, student))
    assert found.open == []
    names = {tag for tag, _ in found.seen}
    assert not names & {"script", "img", "iframe", "object", "embed", "link", "form", "base", "svg"}
    assert not any(name.startswith("on") for _, attributes in found.seen for name in attributes)
    assert sum(tag == "style" for tag, _ in found.seen) == 2
    if student != "first_line":
        assert "planted()" in " ".join(found.words)


def test_it_needs_no_network_and_has_no_way_to_one(course: Course) -> None:
    written(course, ada=honest())
    found = Tags(page(course, "ada"))
    assert not any(name in ("src", "srcset", "action", "data") for _, attributes in found.seen for name in attributes)
    links = [attributes["href"] for _, attributes in found.seen if "href" in attributes]
    assert links
    assert all(link and link.startswith("#part-") for link in links)
    assert "url(" not in page(course, "ada")
    assert "default-src 'none'" in page(course, "ada")


def test_no_reference_answer_and_no_test_comes_into_it(course: Course) -> None:
    written(course, ada=answered(dict.fromkeys(SCENARIOS, WEAK)))
    text = words(page(course, "ada"))
    for cell in read("solutions")["cells"]:
        said = cell["metadata"].get("nbgrader", {})
        if said.get("solution") or said.get("grade"):
            longest = max(source(cell).splitlines(), key=len)
            assert " ".join(longest.split()) not in text
    assert "score(" not in text


def test_what_is_not_graded_has_no_page_and_is_named(course: Course) -> None:
    written(course, ada=honest())
    hand_in(course, "bob", honest())
    hand_in(course, "eve", b"no notebook")
    report = write_feedback(course, ASSIGNMENT)
    assert report.unchanged == ["ada"]
    assert [student for student, _ in report.troubles] == ["bob", "eve"]
    assert "is not graded" in str(report.troubles[0][1])
    assert f"genuinely grade {ASSIGNMENT}" in str(report.troubles[0][1])
    assert not (course.feedback / "bob").exists()


def test_what_was_handed_in_anew_waits_for_grading(course: Course) -> None:
    written(course, ada=answered({**STRONG, BANK: WEAK}))
    before = tree(course.feedback)
    hand_in(course, "ada", honest())
    [(student, trouble)] = write_feedback(course, ASSIGNMENT).troubles
    assert student == "ada"
    assert "handed in anew" in str(trouble)
    assert tree(course.feedback) == before
    assert written(course).written == ["ada"]


def test_what_would_say_the_same_is_left_alone(course: Course) -> None:
    written(course, ada=honest(), bob=honest())
    file = course.feedback / "ada" / ASSIGNMENT / f"{ASSIGNMENT}.html"
    before = file.stat().st_mtime_ns
    assert write_feedback(course, ASSIGNMENT).unchanged == ["ada", "bob"]
    assert file.stat().st_mtime_ns == before
    entered(course, "bob", "reflection", manual_score=3)
    report = write_feedback(course, ASSIGNMENT)
    assert (report.written, report.unchanged) == (["bob"], ["ada"])


def test_a_page_that_was_damaged_is_written_anew(course: Course) -> None:
    written(course, ada=honest())
    (course.feedback / "ada" / ASSIGNMENT / f"{ASSIGNMENT}.html").write_text("", encoding="utf-8")
    assert write_feedback(course, ASSIGNMENT).written == ["ada"]
    assert "of 100 points" in page(course, "ada")


def test_only_those_who_are_named(course: Course) -> None:
    written(course, ada=honest())
    hand_in(course, "bob", honest())
    assert write_feedback(course, ASSIGNMENT, ["ada"]).troubles == []


def test_nothing_but_pages_is_written(course: Course) -> None:
    written(course, ada=honest())
    others = {name: raw for name, raw in tree(course.source.parent).items() if "/feedback/" not in name}
    entered(course, "ada", "reflection", manual_score=3)
    database = "gradebook/gradebook.db"
    others[database] = tree(course.source.parent)[database]
    write_feedback(course, ASSIGNMENT)
    after = {name: raw for name, raw in tree(course.source.parent).items() if "/feedback/" not in name}
    assert after == others
    assert {Path(name).name for name in tree(course.feedback)} == {f"{ASSIGNMENT}.html"}


def test_the_exchanges_own_files_stand_beside_it(course: Course) -> None:
    folder = hand_in(course, "ada", honest()).parent
    (folder / "timestamp.txt").write_text("2026-11-20 10:00:00.000000 UTC", encoding="utf-8")
    (folder / "submission_secret.txt").write_text("0a" * 64, encoding="utf-8")
    written(course)
    beside = course.feedback / "ada" / ASSIGNMENT
    assert (beside / "submission_secret.txt").read_text(encoding="utf-8") == "0a" * 64
    assert (beside / "timestamp.txt").read_text(encoding="utf-8").startswith("2026-11-20 10:00:00")


@pytest.mark.parametrize("text", ["../../../etc/passwd", SCRIPT, "", "0a" * 1000])
def test_what_is_no_secret_of_the_exchange_is_not_copied(course: Course, text: str) -> None:
    folder = hand_in(course, "ada", honest()).parent
    (folder / "submission_secret.txt").write_text(text, encoding="utf-8")
    assert written(course).written == ["ada"]
    assert {Path(name).name for name in tree(course.feedback)} == {f"{ASSIGNMENT}.html"}


def test_two_notebooks_have_a_page_each(course_of_two: Course) -> None:
    hand_in(course_of_two, "ada", honest())
    hand_in(course_of_two, "ada", read("exercises"), "second.ipynb")
    report = written(course_of_two)
    assert [file.name for _, file in report.pages] == [f"{ASSIGNMENT}.html", "second.html"]


def test_an_assignment_that_nobody_made_is_refused_with_the_remedy(course: Course) -> None:
    with pytest.raises(CourseError, match="generate_assignment"):
        write_feedback(course, "ps9")


def test_a_gradebook_that_is_not_there_is_refused_and_not_made(course: Course) -> None:
    file = course.kept / "gradebook.db"
    file.unlink()
    with pytest.raises(CourseError, match="There is no gradebook"):
        write_feedback(course, ASSIGNMENT)
    assert not file.exists()


def test_it_loads_neither_nbgrader_nor_a_kernel(course: Course) -> None:
    """Which is most of what makes it quick."""
    written(course, ada=honest())
    code = (
        "import sys; from genuinely.cli.main import main; "
        f"status = main(['feedback', {ASSIGNMENT!r}]); "
        "print(status, sorted(sys.modules.keys() & {'nbgrader', 'nbconvert', 'jupyter_client'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=course.source.parent, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "0 []"
    assert "unchanged for 1" in done.stdout


def test_its_headings_come_in_order_and_name_the_parts_of_the_notebook(course: Course) -> None:
    written(course, ada=answered({**STRONG, BANK: WEAK}))
    levels = [
        int(level)
        for level in re.findall(r'<h([1-6])|aria-level="([1-6])"', page(course, "ada"))
        for level in level
        if level
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert "1. A first e-mail to somebody who wrote something good" in words(page(course, "ada"))
