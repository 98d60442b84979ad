"""A class of eight, graded by stock nbgrader: autograde, generate_feedback, export."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from genuinely.assessing import Assessment, assess
from genuinely.coaching.choice_page import overlap_of
from genuinely.coaching.choices import load_choices
from genuinely.grading.grade import grade
from genuinely.scenarios import load_scenarios

from .handed_in import ps2, raw
from .nbgrader import nbgrader, new_course
from .problem_set import (
    ASSIGNMENT,
    CHOICE,
    NOTEBOOK,
    SCENARIOS,
    Notebook,
    answered,
    cell_by_id,
    read,
    reference,
    typed,
    with_choice,
    without,
    write,
)

pytestmark = pytest.mark.slow

BANK, PANEL, SLACK = SCENARIOS

STRONG = {scenario: reference(scenario) for scenario in SCENARIOS}
WEAK = {
    BANK: "Dear Marcus,\nI study linguistics and would like to work in your field. Can you help me?\nIleana",
    PANEL: "Hi Renata, nice panel! I would like to hear more about marketing. Are you free next week?",
    SLACK: "Hi Tomasz, thanks again for the answer. How did you get into industry? Any advice is welcome.",
}
FLAGGED = {**STRONG, BANK: STRONG[BANK].replace("Mr. Adeyemi", "[Name]")}
MARKUP = {**WEAK, SLACK: "Hi Tomasz <b>bold</b> <script>alert('x')</script> & \"quotes\": what do you think?"}

QUOTED = 40
"""Letters and digits of a quotation that the page shows at least: it cuts long ones."""

# What a hurried hand does to the first line; the message below it is meant as it stands.
GARBLED = {
    BANK: f"%%rewritebank-chatbot-repairs\n{STRONG[BANK]}",
    PANEL: STRONG[PANEL],
    SLACK: f"\n\n%% rewrite {SLACK}\n{WEAK[SLACK]}",
}
GIBBERISH = {
    BANK: "asdf jkl; ((( qwer {{ %",
    PANEL: "for i in range(3): print(i)",
    SLACK: "%%",
}

DECIDING = "what stood against amber?"
MARKED_UP = "\"stood <b>against</b> amber\" <script>alert('x')</script>"
ALL_OF_IT = load_choices()[CHOICE].messages["A"].text


@dataclass(frozen=True)
class Chosen:
    """What stands in the cell of the choice, and the letter and the words that a person would read out of it."""

    cell: str
    letter: str = ""
    words: str = ""


CHOSEN = {
    "strong": Chosen(
        f'%%choose {CHOICE}\nChoice:\nA\nWords that decided it:\n"{DECIDING}"\nWhy:\nOnly I can say.', "A", DECIDING
    ),
    "weak": Chosen(f"%%choose {CHOICE}\nChoice: b\nWords: {ALL_OF_IT}\nWhy:\n", "B", ALL_OF_IT),
    "untouched": Chosen(""),
    "flagged": Chosen(
        f"%%choose {CHOICE}\nChoice:\nboth, A and B\nWords: not in any of them\n", "", "not in any of them"
    ),
    "markup": Chosen(f"%%choose {CHOICE}\nChoice:\nA\nWords: {MARKED_UP}\n", "A", MARKED_UP),
    "garbled": Chosen(
        f"Choice:\nMessage A.\nWords that decided it:\n{DECIDING}\nWhy:\nHm, I can't say.\n", "A", DECIDING
    ),
    "gibberish": Chosen("%% choose\nasdf ((( {{ %"),
    "unloaded": Chosen(f"%%choose {CHOICE}\nChoice:\nA\nWords that decided it:\n\nWhy:\n", "A"),
}
"""By the student's name, as in the class below."""


@dataclass(frozen=True)
class Student:
    """What was handed in, and the message that a person would read out of each answer."""

    submission: Notebook
    messages: dict[str, str]

    def assessment(self, scenario: str) -> Assessment:
        return assess(self.messages[scenario], load_scenarios()[scenario])

    def points(self, scenario: str) -> float:
        worth = cell_by_id(read("solutions"), f"score-{scenario}")["metadata"]["nbgrader"]["points"]
        return self.assessment(scenario).points(worth)


CLASS = {
    "strong": Student(answered(STRONG), STRONG),
    "weak": Student(answered(WEAK), WEAK),
    "untouched": Student(read("exercises"), dict.fromkeys(SCENARIOS, "")),
    "flagged": Student(answered(FLAGGED), FLAGGED),
    "markup": Student(answered(MARKUP), MARKUP),
    "garbled": Student(typed(GARBLED), {**STRONG, SLACK: WEAK[SLACK]}),
    "gibberish": Student(answered(GIBBERISH), GIBBERISH),
    "unloaded": Student(without(answered(WEAK), "setup"), WEAK),
}


def submission(name: str) -> Notebook:
    """What a student of the class handed in, with the cell of the choice."""
    cell = CHOSEN[name].cell
    return with_choice(CLASS[name].submission, cell) if cell else CLASS[name].submission


def chosen_points(name: str) -> tuple[float, float]:
    """What the letter and the words earn, read out by a person and scored by the pure functions."""
    choice, chosen = load_choices()[CHOICE], CHOSEN[name]
    quoted = overlap_of(chosen.words, choice).share if chosen.words else 0.0
    return (2.0 if chosen.letter == choice.better else 0.0), round(4 * quoted, 2)


@dataclass(frozen=True)
class Graded:
    """A course after grading, and what `my_work` held before and after."""

    course: Path
    kept_before: dict[str, bytes]
    kept_after: dict[str, bytes]

    def autograded(self, student: str) -> Notebook:
        path = self.course / "gradebook" / "autograded" / student / ASSIGNMENT / NOTEBOOK
        notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
        return notebook

    def feedback(self, student: str) -> str:
        page = self.course / "gradebook" / "feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html"
        return page.read_text(encoding="utf-8")

    def exported(self) -> dict[str, dict[str, str]]:
        with (self.course / "grades.csv").open(encoding="utf-8", newline="") as file:
            return {row["student_id"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    home = tmp_path_factory.mktemp("home")
    course = new_course(home / "course", stock=True)
    (course / "course.py").touch()  # where my_work would be kept, were anything kept
    plant_work(course / "my_work")
    for name in CLASS:
        write(submission(name), course / "gradebook" / "submitted" / name / ASSIGNMENT)
    before = files(course / "my_work")
    nbgrader("generate_assignment", ASSIGNMENT, "--force", folder=course, home=home)
    nbgrader("autograde", ASSIGNMENT, folder=course, home=home)
    nbgrader("generate_feedback", ASSIGNMENT, folder=course, home=home)
    nbgrader("export", "--to=grades.csv", folder=course, home=home)
    return Graded(course, before, files(course / "my_work"))


@pytest.fixture(scope="module")
def gradebook(graded: Graded) -> Iterator[Gradebook]:
    database = (graded.course / "gradebook" / "gradebook.db").as_posix()
    with Gradebook(f"sqlite:///{database}", "genuinely") as gradebook:
        yield gradebook


def plant_work(folder: Path) -> None:
    """Put a strong message for each scenario where the learner's own work is kept."""
    (folder / "messages").mkdir(parents=True)
    for scenario, text in STRONG.items():
        entries = {"kind": "messages", "name": scenario, "entries": [{"text": text}]}
        (folder / "messages" / f"{scenario}.json").write_text(json.dumps(entries), encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("name", CLASS)
def test_gradebook_has_the_points_that_assess_gives(gradebook: Gradebook, name: str, scenario: str) -> None:
    grade = gradebook.find_grade(f"score-{scenario}", ASSIGNMENT, ASSIGNMENT, name)
    assert grade.auto_score == pytest.approx(CLASS[name].points(scenario), abs=1e-9)
    assert grade.max_score == 28
    assert not grade.needs_manual_grade


@pytest.mark.parametrize("name", CLASS)
def test_gradebook_has_the_points_of_the_choice_and_of_the_words(gradebook: Gradebook, name: str) -> None:
    found = tuple(
        gradebook.find_grade(f"{kind}-{CHOICE}", ASSIGNMENT, ASSIGNMENT, name).auto_score
        for kind in ("choice", "quote")
    )
    assert found == chosen_points(name)


def test_the_choices_of_the_class_are_told_apart() -> None:
    assert chosen_points("strong") == chosen_points("garbled") == (2.0, 4.0)
    assert chosen_points("unloaded") == (2.0, 0.0)
    assert chosen_points("untouched") == chosen_points("flagged") == (0.0, 0.0)
    assert 0 < chosen_points("weak")[1] < 2.5


@pytest.mark.parametrize("name", CLASS)
def test_our_own_grading_gives_the_same_scores_to_the_cent(gradebook: Gradebook, name: str) -> None:
    for score in grade(raw(submission(name)), ps2()).scores:
        stock = gradebook.find_grade(score.grade_id, ASSIGNMENT, ASSIGNMENT, name)
        assert score.points == stock.auto_score
        assert score.needs_person >= stock.needs_manual_grade


@pytest.mark.parametrize("name", CLASS)
def test_export_says_the_same(graded: Graded, name: str) -> None:
    row = graded.exported()[name]
    expected = sum(CLASS[name].points(scenario) for scenario in SCENARIOS) + sum(chosen_points(name))
    assert float(row["score"]) == pytest.approx(expected, abs=0.005)
    assert float(row["max_score"]) == 100


def test_the_class_is_told_apart() -> None:
    """Were every student given the same points, the tests above would show nothing."""
    totals = {name: sum(map(student.points, SCENARIOS)) for name, student in CLASS.items()}
    assert totals["strong"] >= 0.85 * 84
    assert 0 < totals["weak"] <= 0.5 * 84
    assert totals["untouched"] == 0
    assert CLASS["flagged"].assessment(BANK).flags == ("placeholder",)
    assert CLASS["flagged"].points(BANK) == 0
    assert totals["flagged"] == pytest.approx(totals["strong"] - CLASS["strong"].points(BANK))
    assert not any(CLASS["untouched"].assessment(scenario).attempted for scenario in SCENARIOS)


def test_reflection_waits_for_a_person_unless_it_was_left_untouched(gradebook: Gradebook) -> None:
    grade = gradebook.find_grade("reflection", ASSIGNMENT, ASSIGNMENT, "untouched")
    assert (grade.auto_score, grade.needs_manual_grade) == (0, False)


@pytest.mark.parametrize("name", [name for name in CLASS if name != "untouched"])
def test_a_scored_cell_shows_its_rows_then_returns_a_plain_float(graded: Graded, name: str) -> None:
    for scenario in SCENARIOS:
        outputs = cell_by_id(graded.autograded(name), f"score-{scenario}")["outputs"]
        assert [output["output_type"] for output in outputs] == ["display_data", "execute_result"]
        assert {"text/html", "text/plain"} <= set(outputs[0]["data"])
        assert float("".join(outputs[1]["data"]["text/plain"])) == CLASS[name].points(scenario)


def test_an_untouched_answer_is_told_of_in_a_sentence_not_a_traceback(graded: Graded) -> None:
    for scenario in SCENARIOS:
        [output] = cell_by_id(graded.autograded("untouched"), f"score-{scenario}")["outputs"]
        assert output["ename"] == "NotAttempted"
        assert "Traceback" not in "\n".join(output["traceback"])
        assert f"%%rewrite {scenario}" in "\n".join(output["traceback"])


@pytest.mark.parametrize("name", CLASS)
def test_no_student_is_told_of_the_machinery(graded: Graded, name: str) -> None:
    page = graded.feedback(name)
    assert "already loaded" not in page
    assert "UsageError" not in page
    assert "Traceback (most recent" not in page


@pytest.mark.parametrize("name", ["strong", "weak", "garbled"])
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_feedback_page_quotes_the_words_that_earned_each_level(graded: Graded, name: str, scenario: str) -> None:
    rows = letters(visible(output_of(graded.feedback(name), f"score-{scenario}")))
    message = CLASS[name].messages[scenario]
    evidence = [spans for spans in CLASS[name].assessment(scenario).evidence.values() if spans]
    assert evidence, "an answer without evidence would show nothing here"
    for spans in evidence:
        assert any(letters(message[span.start : span.end])[:QUOTED] in rows for span in spans)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_feedback_page_says_the_points_and_a_next_step(graded: Graded, scenario: str) -> None:
    rows = visible(output_of(graded.feedback("weak"), f"score-{scenario}"))
    assert f"{CLASS['weak'].points(scenario):g}of28points" in rows
    for sentence in CLASS["weak"].assessment(scenario).advice.values():
        assert squeezed(sentence) in rows


def test_feedback_page_says_that_a_flagged_answer_waits_for_the_instructor(graded: Graded) -> None:
    text = visible(output_of(graded.feedback("flagged"), f"score-{BANK}"))
    for sentence in CLASS["flagged"].assessment(BANK).reasons.values():
        assert squeezed(sentence) in text
    assert "instructor" in text.lower()


def test_feedback_page_escapes_what_the_student_wrote(graded: Graded) -> None:
    page = graded.feedback("markup")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in output_of(page, f"score-{SLACK}")


def test_my_work_is_neither_read_nor_written(graded: Graded) -> None:
    """The untouched answers stayed untouched although strong ones lay in my_work, and those lie there still."""
    assert graded.kept_before == graded.kept_after
    assert set(graded.kept_before) == {f"{scenario}.json" for scenario in SCENARIOS}


def test_nothing_was_made_outside_the_gradebook(graded: Graded) -> None:
    expected = {"solutions", "exercises", "nbgrader_config.py", "course.py", "gradebook", "my_work", "grades.csv"}
    assert {path.name for path in graded.course.iterdir()} - {"__pycache__"} == expected


def output_of(page: str, grade_id: str) -> str:
    """Return the part of a feedback page from one graded cell to the next."""
    start = page.index(f'<a name="{grade_id}">')
    end = page.find("nbgrader_cell", start)
    return page[start : end if end > 0 else len(page)]


def visible(markup: str) -> str:
    without_style = re.sub(r"<(style|script)\b.*?</\1>", "", markup, flags=re.DOTALL)
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", without_style)))


def squeezed(text: str) -> str:
    """Without white space: marks and line ends split words differently from page to page."""
    return re.sub(r"\s+", "", text)


def letters(text: str) -> str:
    """Letters and digits alone: a quotation's marks at its end and inside give way to those around it."""
    return re.sub(r"\W+", "", text)
