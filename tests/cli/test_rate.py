"""`genuinely rate`: people rate, blind; nothing is lost; the report says what can be said."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from genuinely.cli.main import main
from genuinely.cli.measuring.ratings import rated_messages, ratings_folder
from genuinely.cli.rating import report, table
from genuinely.cli.rating.answers import answers, fields_of, file_of, is_done, keep, keep_all, raters
from genuinely.cli.rating.report import FEW, LEAST, among, block
from genuinely.cli.rating.sheet import sheet
from genuinely.cli.rating.study import Item, Source, Study, StudyError, draw_sample, make, open_study
from genuinely.cli.rating.terminal import parsed, rate
from genuinely.cli.rating.wording import criteria_of, definition, question, say, title
from genuinely.scenarios import CRITERIA, load_scenarios

SOURCES = [
    Source("c001", "coat-rack", "Dear Gergely,\nwould you read one page?"),
    Source("c002", "coat-rack", 'He said "no, thanks"; I said <b>fine</b>.'),
    Source("x003", "jury-question", "Hi Daniel, one question. </script>"),
    Source("x004", "jury-question", "Hi Daniel, any help would be great."),
]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return make(tmp_path / "study", SOURCES, "first")


def typing(*lines: str) -> tuple[Callable[[str], str], list[str], Callable[[str], None]]:
    """Somebody who types these lines and then closes the window; and what they saw."""
    rest, seen = list(lines), []

    def ask(prompt: str) -> str:
        seen.append(prompt)
        if not rest:
            raise EOFError
        return rest.pop(0)

    return ask, seen, seen.append


def everything(study: Study, level: int) -> dict[int, dict[str, object]]:
    return {item.number: dict.fromkeys(criteria_of(item.card), level) for item in study.items}


def test_a_sample_takes_so_many_of_each_card_and_is_the_same_for_a_seed() -> None:
    sources = [Source(one.id, one.card.id, one.message) for one in rated_messages(ratings_folder())]
    chosen = draw_sample(sources, 40, 2, "first")
    assert chosen == draw_sample(sources, 40, 2, "first") != draw_sample(sources, 40, 2, "second")
    cards = [one.scenario for one in chosen]
    assert len(chosen) == 40
    assert {cards.count(card) for card in cards} == {2}


def test_raters_see_no_id_that_tells(study: Study) -> None:
    shown = (study.folder / "study.json").read_text(encoding="utf-8")
    page, cells = sheet(study, "Anna", {}, "anna.csv"), table.write(list(study.items), {})
    for source in SOURCES:
        assert not [text for text in (shown, page, cells) if source.id in text]


def test_neither_draft_nor_levels_of_others_stand_beside_a_message(study: Study) -> None:
    keep(study, "Ben", 1, {"context": 2, "note": "BEN'S NOTE"})
    ask, seen, tell = typing()
    rate(study, "Anna", ask, tell)
    for shown in ("\n".join(seen), sheet(study, "Anna", answers(study, "Anna"), "anna.csv")):
        assert "BEN'S NOTE" not in shown
        assert all(item.card.draft[:60] not in shown for item in study.items)


def test_each_rater_has_an_order_of_their_own_with_the_messages_of_a_card_together(tmp_path: Path) -> None:
    sources = [Source(f"{card}{n}", card, f"Message {n}") for card in list(load_scenarios())[:8] for n in range(2)]
    study = make(tmp_path, sources, "first")
    orders = {rater: [item.number for item in study.order(rater)] for rater in ("Anna", "Ben", "Chi")}
    assert len({tuple(order) for order in orders.values()}) == 3
    assert all(sorted(order) == list(range(1, 17)) for order in orders.values())
    for rater in orders:
        cards = [item.scenario for item in study.order(rater)]
        assert cards[::2] == cards[1::2]


def test_a_study_is_never_written_over(study: Study) -> None:
    with pytest.raises(StudyError, match="Take another folder"):
        make(study.folder, SOURCES, "second")
    assert open_study(study.folder) == study


def test_every_answer_is_kept_before_the_next_is_asked(study: Study) -> None:
    first = study.order("Anna")[0]
    one, two, *_ = criteria_of(first.card)
    kept: list[dict[str, object]] = []

    def ask(prompt: str) -> str:
        kept.append(dict(answers(study, "Anna").get(first.number, {})))
        if len(kept) > 2:
            raise KeyboardInterrupt
        return "12"[len(kept) - 1]

    rate(study, "Anna", ask, lambda text: None)
    assert kept == [{}, {one: 1}, {one: 1, two: 2}]


def test_rating_goes_on_where_it_was_stopped(study: Study) -> None:
    first = study.order("Anna")[0]
    one, two, three, *_ = criteria_of(first.card)
    ask, _, tell = typing("1", "2", "q")
    rate(study, "Anna", ask, tell)
    ask, seen, tell = typing("0")
    rate(study, "Anna", ask, tell)
    assert answers(study, "Anna") == {first.number: {one: 1, two: 2, three: 0}}
    assert not any(question(one) in text for text in seen)
    assert say("terminal.stopped") in seen[-1]


def test_one_can_go_back_and_change_an_answer_and_the_old_one_is_not_lost(study: Study) -> None:
    first = study.order("Anna")[0]
    one, two, *_ = criteria_of(first.card)
    ask, seen, tell = typing("1", "b", "2", "0", "q")
    rate(study, "Anna", ask, tell)
    assert answers(study, "Anna")[first.number] == {one: 2, two: 0}
    assert any(say("terminal.now", value=1) in text for text in seen)
    rows = [json.loads(line) for line in file_of(study, "Anna").read_text(encoding="utf-8").splitlines()]
    assert [row["value"] for row in rows if row["field"] == one] == [1, 2]


def test_what_was_not_understood_is_asked_again(study: Study) -> None:
    ask, seen, tell = typing("3", "two", "2", "q")
    rate(study, "Anna", ask, tell)
    assert sum("not understood" in text for text in seen) == 2
    assert list(answers(study, "Anna")[study.order("Anna")[0].number].values()) == [2]


def test_a_note_with_odd_line_ends_comes_back_whole(study: Study) -> None:
    note = "hard: two\u2028lines, a \u0085 and “quotes”"
    ask, _, tell = typing(f"n {note}", "q")
    rate(study, "Anna", ask, tell)
    assert answers(study, "Anna")[study.order("Anna")[0].number]["note"] == note


def test_a_whole_study_can_be_rated_and_is_then_done(study: Study) -> None:
    lines = [text for item in study.order("Anna") for text in ["1"] * (len(fields_of(item)) - 1) + ["0"]]
    ask, seen, tell = typing(*lines)
    rate(study, "Anna", ask, tell)
    assert seen[-1] == say("terminal.finished")
    assert all(is_done(item, answers(study, "Anna")) for item in study.items)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("context", "2", 2),
        ("context", "3", None),
        ("overall", "5", 5),
        ("overall", "0", None),
        ("flags", "0", []),
        ("flags", "1, 7", ["placeholder", "hostile"]),
        ("flags", "99", None),
    ],
)
def test_what_is_typed_is_read_for_what_is_asked(field: str, typed: str, value: object) -> None:
    assert parsed(field, typed) == value


def test_a_table_that_was_filled_in_is_read_as_it_was_written(study: Study) -> None:
    found = {1: {"context": 2, "overall": 4, "flags": ["hostile"], "note": 'said "no", twice'}, 2: {"own_voice": 0}}
    assert _without_empty(table.read("\ufeff" + table.write(list(study.items), found), study)) == found


@pytest.mark.parametrize("between", [";", "\t"])
def test_a_table_saved_by_another_spreadsheet_program_is_read_too(study: Study, between: str) -> None:
    lines = ["number", "context", "overall"], ["1", "2", "4,0"], ["2", "", ""]
    text = "\r\n".join(between.join(line) for line in lines)
    assert _without_empty(table.read(text, study)) == {1: {"context": 2, "overall": 4}}


def test_every_cell_that_cannot_be_used_is_told_and_nothing_is_read(study: Study) -> None:
    strange = next(name for name in CRITERIA if name not in criteria_of(study.items[0].card))
    text = f"number,context,{strange},flags\n1,4,1,rude\n77,1,,\n"
    with pytest.raises(StudyError) as told:
        table.read(text, study)
    for words in ("row 2, column context: found '4'", f"column {strange}", "found 'rude'", "row 3, column number"):
        assert words in str(told.value)


def test_reading_a_sheet_twice_changes_nothing_and_empty_cells_take_nothing_away(study: Study) -> None:
    keep(study, "Anna", 1, {"context": 1})
    assert keep_all(study, "Anna", table.read("number,context,own_voice\n1,,2\n", study)) == 1
    assert keep_all(study, "Anna", table.read("number,context,own_voice\n1,,2\n", study)) == 0
    assert answers(study, "Anna") == {1: {"context": 1, "own_voice": 2}}


def test_own_messages_are_taken_from_a_table() -> None:
    assert table.read_sources("id,scenario,message\na,coat-rack,Dear Gergely\n") == [
        Source("a", "coat-rack", "Dear Gergely")
    ]
    with pytest.raises(StudyError, match="row 2: found the scenario 'coat'"):
        table.read_sources("scenario,message\ncoat,Dear Gergely\n")
    with pytest.raises(StudyError, match="no column 'message'"):
        table.read_sources("scenario,text\ncoat-rack,Dear Gergely\n")


def test_a_message_cannot_break_out_of_the_page(study: Study) -> None:
    keep(study, "Anna", 1, {"note": "</script><script>alert(1)</script>"})
    page = sheet(study, "Anna", answers(study, "Anna"), "anna.csv")
    assert page.count("</script>") == 2
    assert "<b>fine</b>" not in page
    assert "http" not in page.replace("http://www.w3.org", "")


def test_people_who_agree_and_people_who_do_not() -> None:
    item = Item(1, "coat-rack", "Hello")
    other = Item(2, "jury-question", "Hello")
    both = [{1: {"context": 2}, 2: {"context": 0}}, {1: {"context": 2}, 2: {"context": 1}}]
    assert among([item, other], both, "context") == [[(2, 2)], [(0, 1)]]
    assert among([item, other], both[:1], "context") == [[], []]


def test_a_kappa_of_few_is_not_given_and_one_of_not_many_has_its_caution() -> None:
    def shown(count: int) -> str:
        pairs: list[Sequence[tuple[int, int]]] = [[(n % 3, n % 3)] for n in range(count)]
        return list(block("People", {"context": pairs}))[2]

    assert "too few" in shown(LEAST - 1)
    assert "1.00 [1.00, 1.00]" in shown(LEAST)
    assert shown(FEW - 1).endswith("*")
    assert not shown(FEW).endswith("*")


def test_the_report_holds_people_against_each_other_the_checker_and_the_models(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--folder", str(tmp_path / "study")]
    assert main(["rate", "start", "--messages", "20", *folder]) == 0
    study = open_study(tmp_path / "study")
    keep_all(study, "Anna", everything(study, 1))
    keep_all(study, "Ben", everything(study, 1))
    assert raters(study) == ["Anna", "Ben"]
    assert main(["rate", "report", *folder]) == 0
    told = capsys.readouterr().out
    assert "Anna: 20 of 20 messages done" in told
    blocks = told.split("\n\n")
    assert [part.splitlines()[0].split(" with ")[0] for part in blocks if part.startswith("People")] == [
        "People",
        "People (their median)",
        "People (their median)",
    ]
    assert f"{title('context'):30}    20    1.00 [1.00, 1.00]            100% *" in told


def test_for_messages_of_ones_own_the_checker_is_asked_now(study: Study) -> None:
    own = make(study.folder / "own", [Source("a", "coat-rack", "Dear Gergely, may I ask one thing?")], "first")
    (beside,) = report.all_beside(own).values()
    assert not beside.unseen
    assert set(beside.checker) == set(criteria_of(own.items[0].card))


def test_without_ratings_the_report_says_how_to_begin(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rate", "report", "--folder", str(study.folder)]) == 0
    assert "genuinely rate go" in capsys.readouterr().out


def test_without_a_study_each_step_says_how_to_begin_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for step in (["go", "Anna"], ["sheet", "Anna"], ["report"]):
        assert main(["rate", *step, "--folder", str(tmp_path)]) == 1
        assert "genuinely rate start" in capsys.readouterr().err


def test_the_words_are_those_of_the_rubric() -> None:
    for criterion in CRITERIA:
        texts = [definition(criterion, level) for level in range(3)]
        assert len({text for pair in texts for text in pair}) == 6


def _without_empty(found: dict[int, dict[str, object]]) -> dict[int, dict[str, object]]:
    return {number: own for number, own in found.items() if own}
