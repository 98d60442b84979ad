"""The usual accidents in a notebook: each ends in a sentence with its remedy, never in a traceback."""

from __future__ import annotations

import pytest

from coaching.notebook import Notebook
from genuinely.coaching import latest
from genuinely.keeping import kept

TEXT = "Dear Gergely, you said that users press Clear.\nCould you name one clause?"


def assert_read_as(notebook: Notebook, cell: str, message: str = TEXT) -> str:
    """The cell was read as a message to `coat-rack`, in silence or with a sentence, which is returned."""
    output = notebook.run(cell)
    assert output.error is None
    assert "Traceback" not in output.all
    assert latest("coat-rack") == message
    return output.plain[: output.plain.index("Feedback on")].strip()


@pytest.mark.parametrize("above", ["", "\n", "  \n\n\t\n", "\ufeff", "\u200b\n", "\u00a0", "   ", "\n   "], ids=repr)
def test_blank_and_invisible_things_above_are_mended_in_silence(above: str, notebook: Notebook) -> None:
    assert assert_read_as(notebook, f"{above}%%rewrite coat-rack\n{TEXT}") == ""


@pytest.mark.parametrize(
    "id",
    ["“coat-rack”", "‘coat-rack’", "'coat-rack'", '"coat-rack"', "„coat-rack“", "`coat-rack`", "«coat-rack»",
     "(coat-rack)", "Coat-Rack", "coat_rack", "coat rack", "coat–rack", "coat-rack.", " coat-rack  ", "<coat-rack>"],
)  # fmt: skip
def test_an_id_in_quotes_or_other_dress_is_mended_in_silence(id: str, notebook: Notebook) -> None:
    assert assert_read_as(notebook, f"%%rewrite {id}\n{TEXT}") == ""


@pytest.mark.parametrize(
    "first",
    ["%rewrite coat-rack", "%% rewrite coat-rack", "%%rewrit coat-rack", "rewrite coat-rack", "％％rewrite coat-rack",
     "# %%rewrite coat-rack", "#%%rewrite coat-rack", "//%%rewrite coat-rack", "%%Rewrite coat-rack",
     "%%re-write coat-rack", "%%rewrtie coat-rack", "%%%rewrite coat-rack", "% %rewrite coat-rack",
     "Rewrite “coat-rack”", "％rewrite coat-rack", "# rewrite coat-rack", "%%rewritecoat-rack"],
)  # fmt: skip
def test_a_damaged_first_line_is_read_and_told_of(first: str, notebook: Notebook) -> None:
    told = assert_read_as(notebook, f"{first}\n{TEXT}")
    assert told.startswith("The first line was a little damaged and has been read as `%%rewrite coat-rack`")


def test_the_message_on_the_first_line_is_read_from_there(notebook: Notebook) -> None:
    told = assert_read_as(notebook, "%%rewrite coat-rack Dear Gergely,\nCould you?", "Dear Gergely,\nCould you?")
    assert "The message began on the first line" in told


@pytest.mark.parametrize("above", ["# my answer\n", "# one\n\n# two\n", "%load_ext genuinely\n"])
def test_a_comment_above_is_left_out_and_told_of(above: str, notebook: Notebook) -> None:
    told = assert_read_as(notebook, f"{above}%%rewrite coat-rack\n{TEXT}")
    assert "There were other lines above `%%rewrite coat-rack`" in told


def test_code_above_runs_nothing_and_says_what_to_do(notebook: Notebook) -> None:
    output = notebook.run(f"ran = True\n%%rewrite coat-rack\n{TEXT}")
    assert "works as the first line of a cell" in output.plain
    assert "ran" not in notebook.shell.user_ns
    assert latest("coat-rack") is None


@pytest.mark.parametrize("line", ['score("coat-rack")', "show_scenario('coat-rack')", "%rewrite_history coat-rack"])
def test_a_line_of_code_below_is_not_taken_for_the_message(line: str, notebook: Notebook) -> None:
    told = assert_read_as(notebook, f"%%rewrite coat-rack\n{TEXT}\n{line}")
    assert f"`{line}` was not read as a part of the message" in told


def test_a_second_rewrite_below_is_not_taken_for_the_message(notebook: Notebook) -> None:
    told = assert_read_as(notebook, f"%%rewrite coat-rack\n{TEXT}\n%%rewrite jury-question\nHello")
    assert "A second `%%rewrite` stands further down" in told


def test_nbgrader_s_marks_are_no_part_of_the_message(notebook: Notebook) -> None:
    cell = f"%%rewrite coat-rack\n### BEGIN SOLUTION\n{TEXT}\n### END SOLUTION"
    assert assert_read_as(notebook, cell) == ""


@pytest.mark.parametrize(
    "message",
    [">>> quoted\n>>> mail", "... and so\n... on", "In [1]: x", "  an indented start\nand a second line", "Why? Who?",
     "!not a shell line", "%not a magic", "?not help", "x = 1", "'''", "{braces} %s \\n \\", "…", "Dear \U0001f600"],
)  # fmt: skip
def test_the_message_arrives_as_it_was_typed(message: str, notebook: Notebook) -> None:
    notebook.run(f"%%rewrite coat-rack\n{message}")
    assert latest("coat-rack") == message.strip()


def test_a_missing_first_line_says_so_with_the_ids_of_this_notebook(notebook: Notebook) -> None:
    notebook.run('show_scenario("coat-rack")')
    output = notebook.run(TEXT)
    assert output.error is None
    assert "its first line is missing: `%%rewrite coat-rack`" in output.plain
    assert "This notebook has used so far: coat-rack." in output.plain
    assert "SyntaxError" in output.plain


@pytest.mark.parametrize(
    "cell",
    ["Dear Gergely,\nthank you.", "I would like to ask you one thing.", "Thanks, Gergely", "Hi Gergely", "Hello there",
     "Dear Gergely,\n\nI'm writing since you'd asked: \"why now\"?\n\nBest\nAna", "Could you help me with this?",
     "- first, I read your post\n- then I wondered why nobody asks", "%load_ext genuinely\nDear Gergely, how are you?"],
)  # fmt: skip
def test_prose_ends_in_a_sentence(cell: str, notebook: Notebook) -> None:
    output = notebook.run(cell)
    assert output.error is None
    assert "first line is missing" in output.plain


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("for i in range(10) print(i)", SyntaxError),
        ("if x = 3:\n    pass", SyntaxError),
        ("print 'hello this is a long text for you'", SyntaxError),
        ("def f(x) return x", SyntaxError),
        ("x = [1, 2", SyntaxError),
        ("# this is a comment with many words in it\nx = = 1", SyntaxError),
        ("undefined_name", NameError),
        ("Thanks", NameError),
        ("import pandas as", SyntaxError),
        ("1 / 0", ZeroDivisionError),
        ("    x = 1\n  y = 2", IndentationError),
        ("from math import sqrt cos", SyntaxError),
        ("score(undefined)", NameError),
    ],
)
def test_an_honest_error_of_somebody_who_codes_stays_theirs(
    cell: str, error: type[Exception], notebook: Notebook
) -> None:
    assert isinstance(notebook.run(cell).error, error)


@pytest.mark.parametrize(
    "cell",
    ["x = 1", "# %%rewrite coat-rack\nx = 1", "rewrite = 3", "rewrite = 'coat-rack'", "%time x = 1", "", "\n\n", "#"],
)
def test_sound_code_is_left_alone(cell: str, notebook: Notebook) -> None:
    output = notebook.run(cell)
    assert output.error is None
    assert output.plain == ""


@pytest.mark.parametrize("first", ["%%rewrite", "%%rewrite ", "%%rewrite Dear Gergely, I heard you on the panel"])
def test_a_missing_id_says_so(first: str, notebook: Notebook) -> None:
    notebook.run('show_scenario("coat-rack")')
    output = notebook.run(f"{first}\n{TEXT}")
    assert "does not say yet which scenario" in output.plain
    assert "`%%rewrite coat-rack`" in output.plain


def test_before_any_scenario_it_says_where_an_id_stands(notebook: Notebook) -> None:
    assert "beside its title on the card" in notebook.run(f"%%rewrite\n{TEXT}").plain


def test_a_wrong_id_lists_the_near_ones_with_titles(notebook: Notebook) -> None:
    output = notebook.run(f"%%rewrite coat-wreck\n{TEXT}")
    assert "There is no scenario called `coat-wreck`" in output.plain
    assert "`coat-rack` – By the coat rack" in output.plain


@pytest.mark.parametrize("body", ["", "\n", "   \n\n", "\u00a0\n", "### BEGIN SOLUTION\n### END SOLUTION"])
def test_an_empty_message_is_not_attempted_and_not_wrong(body: str, notebook: Notebook) -> None:
    output = notebook.run(f"%%rewrite coat-rack\n{body}")
    assert output.error is None
    assert "nothing is wrong with that" in output.plain
    assert kept("messages", "coat-rack") == ()


@pytest.mark.parametrize("name", ["score", "show_scenario"])
@pytest.mark.parametrize("argument", ["“coat-rack”", "‘coat-rack’", "coat-rack", '"coat-rack”', "„coat-rack“"])
@pytest.mark.usefixtures("worth_ten")
def test_a_call_with_curly_or_no_quotes_is_mended(name: str, argument: str, notebook: Notebook) -> None:
    notebook.run(f"%%rewrite coat-rack\n{TEXT}")
    output = notebook.run(f"{name}({argument})")
    assert output.error is None
    assert "By the coat rack" in output.all


def test_a_call_with_an_unknown_id_without_quotes_lists_the_near_ones(notebook: Notebook) -> None:
    assert "`coat-rack` – By the coat rack" in notebook.run("show_scenario(coat-wreck)").all


@pytest.mark.parametrize("line", ["show_scenario coat-rack", 'show_scenario "coat-rack"', "show_scenario “coat-rack”"])
def test_a_call_without_brackets_is_mended(line: str, notebook: Notebook) -> None:
    assert "By the coat rack" in notebook.run(line).all


@pytest.mark.parametrize(
    "line", ["%%rewrite_history coat-rack", "rewrite_history coat-rack", "％rewrite_history coat-rack"]
)
def test_a_damaged_history_line_is_mended(line: str, notebook: Notebook) -> None:
    output = notebook.run(line)
    assert output.error is None
    assert "No draft of “By the coat rack”" in output.plain


def test_a_call_with_a_variable_is_left_alone(notebook: Notebook) -> None:
    output = notebook.run('mine = "coat-rack"\nshow_scenario(mine)')
    assert "By the coat rack" in output.all


def test_loading_twice_is_silent_and_changes_nothing(notebook: Notebook) -> None:
    transforms = list(notebook.shell.input_transformer_manager.cleanup_transforms)
    assert notebook.run("%load_ext genuinely").all.strip() == ""
    assert notebook.run("%reload_ext genuinely").error is None
    assert notebook.shell.input_transformer_manager.cleanup_transforms == transforms


@pytest.mark.parametrize("line", ["%rewrite_history", "%rewrite_history coat-wreck", "%rewrite_history “coat-rack”"])
def test_history_s_accidents_end_in_sentences(line: str, notebook: Notebook) -> None:
    output = notebook.run(line)
    assert output.error is None
    assert "coat-rack" in output.plain or "%rewrite_history SCENARIO-ID" in output.plain
