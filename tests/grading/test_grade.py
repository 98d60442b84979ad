"""`grade`: from the bytes of a submission to notebook, scores and comments, purely."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import nbformat
import pytest
from nbconvert.filters import markdown2html

from genuinely.assessing import Assessment, assess
from genuinely.coaching.terms import Terms
from genuinely.grading.grade import Graded, grade, stamp
from genuinely.grading.marking import Score
from genuinely.grading.rebuilding import inert
from genuinely.grading.trouble import SubmissionError
from genuinely.grading.wording import say
from genuinely.scenarios import Scenario, load_scenario

from .handed_in import ps2, raw, with_cell, with_markdown
from .problem_set import SCENARIOS, Notebook, answered, cell_by_id, read, reference, source, typed, without

BANK, PANEL, SLACK = SCENARIOS
STRONG = {scenario: reference(scenario) for scenario in SCENARIOS}
FLAGGED = STRONG[BANK].replace("Mr. Adeyemi", "[Name]")


def graded(notebook: Notebook) -> Graded:
    return grade(raw(notebook), ps2())


def score(result: Graded, grade_id: str) -> Score:
    [found] = [score for score in result.scores if score.grade_id == grade_id]
    return found


def bank(notebook: Notebook) -> tuple[Score, str]:
    result = graded(notebook)
    return score(result, f"score-{BANK}"), result.comments[f"rewrite-{BANK}"]


def test_points_are_those_that_assess_gives() -> None:
    result = graded(answered(STRONG))
    for scenario in SCENARIOS:
        found = score(result, f"score-{scenario}")
        assessment = assess(STRONG[scenario], load_scenario(scenario))
        assert found.points == assessment.points(28)
        assert found.maximum == 28
        versions = assessment.versions
        assert found.made_with == (versions.assessor, versions.rubric, versions.card)


def test_the_same_bytes_give_the_same_result() -> None:
    assert graded(answered(STRONG)) == graded(answered(STRONG))


def test_an_untouched_notebook_has_no_points_and_needs_nobody() -> None:
    result = graded(read("exercises"))
    assert [(each.points, each.needs_person) for each in result.scores] == [(0.0, False)] * 6
    assert set(result.comments.values()) == {"No response."}


def test_a_flagged_answer_has_no_points_for_now_and_waits_for_a_person() -> None:
    found, comment = bank(answered({BANK: FLAGGED}))
    assert found.points == 0
    assert found.needs_person
    assert found.reason == assess(FLAGGED, load_scenario(BANK)).reasons["placeholder"]
    assert 0 < found.at_stake <= 30
    assert "waits for your instructor" in comment


def test_an_answer_of_which_the_checker_is_unsure_has_its_best_guess_marked_provisional() -> None:
    def unsure(message: str, card: Scenario) -> Assessment:
        return replace(assess(message, card), needs_person=True)

    result = grade(raw(answered(STRONG)), ps2(), unsure)
    found = score(result, f"score-{BANK}")
    assert found.points == assess(STRONG[BANK], load_scenario(BANK)).points(28)
    assert found.needs_person
    assert found.reason == result.comments[f"rewrite-{BANK}"] == say("answer.provisional")


def test_a_text_too_long_to_be_a_message_waits_for_a_person() -> None:
    found, comment = bank(answered({BANK: "many words " * 1000}))
    assert (found.points, found.needs_person) == (0, True)
    assert "not read" in found.reason
    assert "waits for your instructor" in comment


@pytest.mark.parametrize("written", ["for whom?", ""])
def test_a_text_that_names_another_scenario_waits_for_a_person(written: str) -> None:
    found, comment = bank(typed({BANK: f"%%rewrite {PANEL}\n{written}", PANEL: f"%%rewrite {PANEL}\nfor Renata"}))
    assert (found.points, found.needs_person) == (0, bool(written))
    assert ("names another scenario" in comment) == bool(written)


def test_an_answer_whose_cell_is_there_twice_has_points_and_a_person_looks() -> None:
    extra = {"nbgrader": {"grade_id": f"rewrite-{BANK}"}}
    found, comment = bank(with_cell(answered({BANK: "first"}), f"%%rewrite {BANK}\n{STRONG[BANK]}", metadata=extra))
    assert found.points == assess(STRONG[BANK], load_scenario(BANK)).points(28)
    assert found.needs_person
    assert say("found.twice") in comment
    assert say("found.twice") in found.reason


def test_an_answer_for_a_person_is_theirs_unless_it_was_left_untouched() -> None:
    notebook = answered({})
    cell_by_id(notebook, "reflection")["source"] = "The note to Renata."
    assert (score(graded(notebook), "reflection").points, score(graded(notebook), "reflection").needs_person) == (
        None,
        True,
    )
    gone = score(graded(without(notebook, "reflection")), "reflection")
    assert (gone.points, gone.needs_person) == (0, False)


def test_what_is_no_notebook_is_refused() -> None:
    with pytest.raises(SubmissionError, match="not JSON"):
        grade(b"not json", ps2())


# The graded notebook


def rebuilt(notebook: Notebook) -> Notebook:
    made: Notebook = json.loads(graded(notebook).notebook)
    return made


def test_the_graded_notebook_is_a_valid_one_with_the_instructors_cells_in_their_order() -> None:
    made = rebuilt(answered(STRONG))
    nbformat.validate(nbformat.from_dict(made))
    assert [cell["id"] for cell in made["cells"]] == [cell["id"] for cell in read("solutions")["cells"]]
    assert made["metadata"]["kernelspec"] == read("solutions")["metadata"]["kernelspec"]


def test_only_answers_differ_from_what_was_given_out() -> None:
    made = rebuilt(answered(STRONG))
    for cell, given in zip(made["cells"], read("exercises")["cells"], strict=True):
        scenario = given["id"].removeprefix("rewrite-")
        expected = f"%%rewrite {scenario}\n{STRONG[scenario]}" if given["id"].startswith("rewrite-") else source(given)
        assert source(cell) == expected


def test_the_cells_with_points_show_rows_then_a_plain_float() -> None:
    for notebook in (answered(STRONG), read("exercises")):
        for scenario in SCENARIOS:
            rows, points = cell_by_id(rebuilt(notebook), f"score-{scenario}")["outputs"]
            assert {"text/html", "text/plain"} == set(rows["data"])
            assert float(points["data"]["text/plain"]) == score(graded(notebook), f"score-{scenario}").points


def test_nothing_else_of_the_students_comes_along() -> None:
    secret = "planted-by-a-student"
    notebook = with_cell(answered(STRONG), secret)
    notebook["metadata"] = {secret: secret, "kernelspec": {"name": secret}, "genuinely": {"stamp": secret}}
    for cell in notebook["cells"]:
        cell["metadata"][secret] = secret
        cell["attachments"] = {secret: {"text/plain": secret}}
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": secret}]
        if not cell.get("id", "").startswith(("rewrite-", "choose-", "reflection")):
            cell["source"] = secret
    result = graded(notebook)
    assert secret not in result.notebook
    assert result.scores == graded(answered(STRONG)).scores


HOSTILE = (
    "<script>alert(1)</script>",
    "</pre><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[link](javascript:alert(1))",
    "![picture](https://example.org/pixel.png)",
    "![picture](attachment:x.png)",
    "<https://example.org>",
    "# A heading\n\n> a quotation\n\n- a list",
    "$$\\href{javascript:alert(1)}{x}$$ and $\\require{html}$",
    "\\begin{equation}x\\end{equation}",
    "```\n</code></pre><b>bold</b>\n```",
    "&lt;script&gt; &amp; &#60;script&#62;",
    "a\n\n\n\nb\n\n    indented <b>bold</b>\n\n</pre\n>\n<b>c</b>",
    "<!-- comment --> <![CDATA[ x ]]> <?php x ?>",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "tabs\tand\rreturns\r\nand \u2028 separators",
)


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_markdown_answer_is_shown_letter_by_letter(text: str) -> None:
    notebook = answered({})
    cell_by_id(notebook, "reflection").update(cell_type="markdown", source=text)
    made = json.loads(grade(raw(notebook), with_markdown()).notebook)
    shown = source(cell_by_id(made, "reflection"))
    assert shown == inert(text)
    page = Elements(markdown2html(shown))
    assert page.found == ["pre"]
    assert "".join(page.text.split()) == "".join(text.split())


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_message_is_escaped_in_the_rows(text: str) -> None:
    message = STRONG[SLACK] + "\n" + text
    plain = Elements(rows_of(message.replace("<", "").replace("&", ""))).found
    assert set(Elements(rows_of(message)).found) <= {*plain, "mark", "span", "p", "strong", "code"}
    assert "<script" not in rows_of(message)


def rows_of(message: str) -> str:
    rows, _ = cell_by_id(rebuilt(answered({SLACK: message})), f"score-{SLACK}")["outputs"]
    html: str = rows["data"]["text/html"]
    return html


# What a submission is recognised by


def test_the_stamp_changes_with_the_bytes_and_the_source_alone() -> None:
    one = raw(answered(STRONG))
    assert stamp(one, ps2()) == stamp(one, ps2())
    assert stamp(one, ps2()) != stamp(one + b" ", ps2())
    assert stamp(one, ps2()) != stamp(one, replace(ps2(), text=ps2().text + " "))
    assert json.loads(grade(one, ps2()).notebook)["metadata"]["genuinely"]["stamp"] == stamp(one, ps2())


def test_neither_nbgrader_nor_a_kernel_is_imported() -> None:
    code = (
        "import pickle, sys\n"
        "from genuinely.grading.grade import grade\n"
        "submission, source = pickle.load(sys.stdin.buffer)\n"
        "assert [score.points is None for score in grade(submission, source).scores] == [False] * 6\n"
        "heavy = 'nbgrader IPython ipykernel jupyter_client nbconvert nbformat pandas sqlalchemy'.split()\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    import pickle

    given = pickle.dumps((raw(answered(STRONG)), ps2()))
    done = subprocess.run([sys.executable, "-c", code], input=given, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


def test_full_points_from_a_threshold_count_as_in_the_notebook() -> None:
    terms = Terms(full_points_from=50)
    items = tuple(replace(item, terms=terms) if item.scenario else item for item in ps2().items)
    for scenario, message in STRONG.items():
        [item] = [item for item in items if item.scenario == scenario]
        result = grade(raw(answered({scenario: message})), replace(ps2(), items=items))
        assessment = assess(message, load_scenario(scenario))
        assert score(result, item.grade_id).points == terms.points(assessment, item.points)
        assert assessment.total > 50
        assert score(result, item.grade_id).points == item.points


def test_another_threshold_makes_every_submission_be_graded_anew() -> None:
    items = tuple(replace(item, terms=Terms(full_points_from=80)) if item.scenario else item for item in ps2().items)
    submission = raw(answered(STRONG))
    assert stamp(submission, replace(ps2(), items=items)) != stamp(submission, ps2())


def test_a_time_for_levels_changes_no_points() -> None:
    terms = Terms(levels_from=datetime(2999, 1, 1, tzinfo=UTC))
    items = tuple(replace(item, terms=terms) if item.scenario else item for item in ps2().items)
    submission = raw(answered(STRONG))
    assert grade(submission, replace(ps2(), items=items)).scores == grade(submission, ps2()).scores
