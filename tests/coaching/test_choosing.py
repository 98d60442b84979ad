"""Cells that choose and cells that reflect, as a kernel runs them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coaching.notebook import Notebook
from genuinely.coaching import NotAttempted, ScoreError, problem_sets, reflecting
from genuinely.coaching.choice_words import say, sentences
from genuinely.coaching.choices import load_choices
from genuinely.coaching.choosing import read_answer
from genuinely.coaching.problem_sets import load_problem_sets
from genuinely.coaching.reflecting import written
from genuinely.coaching.schemes import load_schemes
from genuinely.coaching.terms import Terms
from genuinely.scenarios import FrozenDict

ID = "falling-complaints"
CHOICE = load_choices()[ID]
WORDS = "members went quiet eight months before they left"
BODY = f'Choice:\nB\nWords that decided it:\n"{WORDS}"\nWhy:\nIt is news.'
ANSWER = f"%%choose {ID}\n{BODY}"
ASKED = load_schemes()["ps1-exchange"].prompt
REFLECTION = (
    "The ask was harder for me. I wanted to hide it behind the checklist, and she would have noticed. "
    "Now it stands first, and I feel braver for it, although I still blush."
)


# Reading


@pytest.mark.parametrize(
    ("typed", "letter"),
    [
        ("B", "B"),
        ("b", "B"),
        (" B. ", "B"),
        ("Message B", "B"),
        ("B, since A is too vague", "B"),
        ("A\nnot B", "A"),
        ("I'd take a look at B first", "B"),
        ("A or B", ""),
        ("neither", ""),
        ("a bit of both", ""),
        ("", ""),
    ],
)
def test_the_letter_is_read_as_a_person_would(typed: str, letter: str) -> None:
    assert read_answer(f"Choice:\n{typed}\nWords:\n\nWhy:\n").letter == letter


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        BODY.replace("\n", "\r\n"),
        BODY.replace("Choice:\n", "Choice: ").replace("Why:\n", "why: "),
        BODY.replace("Words that decided it:", "Words"),
        BODY.replace("Choice:", "  CHOICE ：").replace("Why:", "WHY"),
        BODY.replace("Choice:\nB", "### BEGIN SOLUTION\nChoice:\nB\n### END SOLUTION"),
        BODY.removeprefix("Choice:\n"),
    ],
)
def test_the_parts_are_read_by_their_labels(body: str) -> None:
    answer = read_answer(body)
    assert (answer.letter, answer.words, answer.why) == ("B", f'"{WORDS}"', "It is news.")


def test_a_sentence_that_begins_like_a_label_is_none() -> None:
    assert read_answer("Choice:\nB\nWhy:\nIt is news.\nWords fail me.\nWhy not, then?").why.endswith("Why not, then?")


# Running


def test_a_cell_shows_what_was_read_and_not_whether_it_is_right(notebook: Notebook) -> None:
    output = notebook.run(ANSWER)
    assert say("choose.chosen", letter="B") in output.plain
    assert WORDS in output.plain
    assert say("choose.why") in output.plain
    for span in CHOICE.spans:
        assert span.why not in output.all + "".join(output.htmls)


def test_the_reason_is_kept(notebook: Notebook, own_folder: Path) -> None:
    notebook.run(ANSWER)
    [file] = own_folder.rglob(f"{ID}.json")
    [entry] = json.loads(file.read_text(encoding="utf-8"))["entries"]
    assert entry["why"] == "It is news."


def test_the_two_cells_with_points_say_why(notebook: Notebook) -> None:
    notebook.run(ANSWER)
    letter, quote = notebook.run(f'score_choice("{ID}")'), notebook.run(f'score_quote("{ID}")')
    assert (letter.value, quote.value) == (2.0, 4.0)
    assert CHOICE.messages["B"].reply in letter.plain
    assert say("score.met") in quote.plain
    for span in CHOICE.spans:
        assert span.why in quote.plain


def test_the_other_message_earns_nothing_and_both_are_explained(notebook: Notebook) -> None:
    notebook.run(ANSWER.replace("\nB\n", "\nA\n"))
    output = notebook.run(f'score_choice("{ID}")')
    assert output.value == 0.0
    for option in CHOICE.messages.values():
        assert option.reply in output.plain


@pytest.mark.parametrize(
    "cell",
    [
        ANSWER,
        ANSWER.replace("%%choose", "%choose"),
        ANSWER.replace("%%choose", "%% choose"),
        ANSWER.replace("%%choose", "％％choose"),
        ANSWER.replace(ID, f'"{ID}"'),
        ANSWER.replace(ID, "falling-complaint"),
        ANSWER.replace(f"%%choose {ID}", f"choose {ID}"),
        ANSWER.replace(f"%%choose {ID}", f"# choose {ID}"),
        f"\n\n{ANSWER}",
        BODY,
    ],
    ids=lambda cell: repr(cell[:30]),
)
def test_a_damaged_first_line_makes_no_difference(cell: str, notebook: Notebook) -> None:
    notebook.run(f'show_choice("{ID}")')
    output = notebook.run(cell)
    assert output.error is None
    assert notebook.run(f'score_choice("{ID}")').value == 2.0
    assert notebook.run(f'score_quote("{ID}")').value == 4.0


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Points and levels of the problem set are shown in some hundred years."""
    terms = Terms(levels_from=datetime(2999, 1, 1, tzinfo=UTC))
    sets = FrozenDict((id, replace(each, terms=terms)) for id, each in load_problem_sets().items())
    for module in (problem_sets, reflecting):
        monkeypatch.setattr(module, "load_problem_sets", lambda: sets)


def test_where_levels_are_shown_later_reasons_and_scheme_are_too(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch)
    for cell in (ANSWER, f'score_choice("{ID}")', f'score_quote("{ID}")', f"%%reflect ps1-exchange\n{REFLECTION}"):
        output = notebook.run(cell)
        assert output.value is None
        assert output.error is None
        for hidden in (CHOICE.messages["B"].reply, CHOICE.spans[0].why, load_schemes()["ps1-exchange"].levels[2].what):
            assert hidden not in output.all + "".join(output.htmls)
    assert "2999" in output.plain or "2998" in output.plain


@pytest.mark.parametrize("mode", ["autograde", "validate"])
def test_nbgrader_has_the_points_of_a_choice_at_any_time(
    mode: str, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch)
    monkeypatch.setenv("NBGRADER_EXECUTION", mode)
    notebook.run(ANSWER)
    assert notebook.run(f'score_choice("{ID}")').value == 2.0
    assert notebook.run(f'score_quote("{ID}")').value == 4.0


@pytest.mark.parametrize("cell", ["choice = 3\nchoice", "choose = 2\nchoose", "reflect = 1\nreflect"])
def test_code_that_has_such_a_name_in_it_stays_code(cell: str, notebook: Notebook) -> None:
    assert notebook.run(cell).value in (1, 2, 3)
    assert notebook.run(cell.partition("\n")[2]).value in (1, 2, 3)


@pytest.mark.parametrize("call", ["score_choice", "score_quote"])
def test_without_an_answer_it_is_not_attempted_and_says_where_to_write(call: str, notebook: Notebook) -> None:
    notebook.run(f"%%choose {ID}\nChoice:\n\nWords that decided it:\n\nWhy:\n")
    output = notebook.run(f'{call}("{ID}")')
    assert isinstance(output.error, NotAttempted)
    assert f"%%choose {ID}" in str(output.error)
    assert "Traceback" not in output.all


@pytest.mark.parametrize("call", ["score_choice", "score_quote"])
def test_an_unknown_choice_names_those_that_there_are(call: str, notebook: Notebook) -> None:
    output = notebook.run(f'{call}("nothing-such")')
    assert isinstance(output.error, ScoreError)
    assert ID in str(output.error)


def test_validate_gets_the_maximum_and_a_word_on_it(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    notebook.run(ANSWER.replace("\nB\n", "\nA\n").replace(WORDS, "nothing of the kind"))
    for call, worth in (("score_choice", 2.0), ("score_quote", 4.0)):
        output = notebook.run(f'{call}("{ID}")')
        assert output.value == worth
        assert "Validate only checks" in output.plain


def test_what_a_learner_types_is_escaped(notebook: Notebook) -> None:
    notebook.run(ANSWER.replace(WORDS, "<b>went quiet</b> eight months"))
    for cell in (ANSWER.replace(WORDS, "<b>went quiet</b> eight"), f'score_quote("{ID}")'):
        assert "<b>went" not in "".join(notebook.run(cell).htmls)


# Reflecting


def test_the_mark_scheme_is_shown_folded_once_something_is_written(notebook: Notebook) -> None:
    output = notebook.run(f"%%reflect ps1-exchange\n{REFLECTION}")
    for level in load_schemes()["ps1-exchange"].levels:
        assert level.example in output.plain
    assert "<details>" in output.htmls[0]


@pytest.mark.parametrize("text", ["", " \n", "Good.", ASKED, "done " * 40], ids=lambda text: repr(text[:12]))
def test_no_level_and_no_example_is_shown_before(text: str, notebook: Notebook) -> None:
    output = notebook.run(f"%%reflect ps1-exchange\n{text}")
    assert output.error is None
    assert output.plain
    for level in load_schemes()["ps1-exchange"].levels:
        assert level.what not in output.all + "".join(output.htmls)
        assert level.example not in output.all + "".join(output.htmls)


def test_validate_says_where_nothing_is_written(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    assert isinstance(notebook.run("%%reflect ps1-exchange\n").error, NotAttempted)
    assert notebook.run(f"%%reflect ps1-exchange\n{REFLECTION}").error is None


@pytest.mark.parametrize(
    "first", ["%%reflect ps1-exchange", "%% reflect ps1-exchange", "%reflect", "reflect ps1-exchange"]
)
def test_the_first_line_is_no_part_of_what_is_written(first: str) -> None:
    assert written(f"{first}\n{REFLECTION}") == REFLECTION
    assert written(REFLECTION) == REFLECTION


# Words


def test_every_sentence_is_met_somewhere(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = [
        "%%choose\nChoice: B",
        'show_choice("x")',
        f'show_choice("{ID}")',
        f"%%choose {ID}\nChoice:\n",
        f'score_choice("{ID}")',
        f'score_quote("{ID}")',
        f"%%choose {ID}\nChoice:\nboth",
        f'score_choice("{ID}")',
        f"%%choose {ID}\nChoice:\nA\nWords:\nno such words\nWhy: x",
        f'score_choice("{ID}")',
        f'score_quote("{ID}")',
        f"%%choose {ID}\nChoice:\nB\nWords:\n{CHOICE.messages['B'].text}",
        f'score_choice("{ID}")',
        f'score_quote("{ID}")',
        *(f"%%reflect ps1-exchange\n{text}" for text in ("", "Good.", ASKED, "done " * 40, REFLECTION)),
        "%%reflect nothing",
    ]
    shown = " ".join(" ".join(notebook.run(cell).all for cell in cells).split())
    with monkeypatch.context() as patch:
        later(patch)
        for cell in (ANSWER, f'score_choice("{ID}")', f"%%reflect ps1-exchange\n{REFLECTION}"):
            shown += " ".join(notebook.run(cell).all.split())
    monkeypatch.setattr("genuinely.coaching.choice_scoring.worth_of_choice", lambda id: None)
    shown += " ".join(notebook.run(f'score_choice("{ID}")').all.split())
    for section, entries in sentences().items():
        for key, sentence in entries.items():
            telling = max((part for part in sentence.replace("}", "{").split("{")[::2]), key=len)
            assert " ".join(telling.replace("`", "").split()) in shown.replace("`", ""), f"{section}.{key}"
