"""The hiring desk: Bayes in whole people, effect and selection kept apart, and an inbox in which nothing is lost."""

from __future__ import annotations

import math
import random
import tomllib
from typing import Any

import pytest

from genuinely.coaching.look import look
from genuinely.lessons import hiring_desk
from genuinely.lessons.controls import cleaned
from genuinely.lessons.hiring_controls import CONTROLS, VIEWS, scene, words
from genuinely.lessons.hiring_data import APPLICANTS, good, good_from, hired, hired_from
from genuinely.lessons.hiring_model import Counts, Gap, Sieve, chance, log_odds
from genuinely.lessons.hiring_pass_picture import HELPED
from genuinely.lessons.hiring_sieve_picture import COLUMNS, ROWS, blocks
from genuinely.lessons.reading import LessonDataError, Table

DECIDED = {**dict.fromkeys(APPLICANTS, "leave"), "bastien": "invite", "folasade": "invite", "lukas": "late"}
CV, WORD = Sieve(0.02, 0.6, 0.05), Sieve(0.02, 0.8, 0.02)


def shown(view: str = "inbox", **values: Any) -> Any:
    return scene(words(), cleaned(CONTROLS, {"view": view, **values}))


def test_the_manager_of_the_table_of_evidence() -> None:
    """π = 2 %: a CV screen (0.6, 0.05) and somebody's word (0.8, 0.02)."""
    assert CV.precision == pytest.approx(0.197, abs=0.0005)
    assert CV.interviews == pytest.approx(5.1, abs=0.05)
    assert WORD.precision == pytest.approx(0.449, abs=0.0005)
    assert WORD.interviews == pytest.approx(2.2, abs=0.05)


def test_the_same_in_whole_people() -> None:
    assert CV.counts() == Counts(12, 8, 49, 931)
    assert WORD.counts() == Counts(16, 4, 20, 960)


def test_people_add_up_whatever_the_sliders_say() -> None:
    dice = random.Random(2)
    for _ in range(300):
        sieve = Sieve(dice.randint(1, 50) / 100, dice.randint(0, 100) / 100, dice.randint(0, 50) / 100)
        counts = sieve.counts()
        everybody = (counts.good_picked, counts.good_missed, counts.others_picked, counts.others_left)
        assert sum(everybody) == 1000
        assert min(everybody) >= 0
        if sieve.precision:
            assert counts.good_picked / counts.picked == pytest.approx(sieve.precision, abs=0.05)


def test_a_sign_that_tells_nothing_changes_nothing() -> None:
    assert Sieve(0.3, 0.4, 0.4).precision == pytest.approx(0.3)


def test_where_nobody_is_picked_there_is_no_share() -> None:
    assert Sieve(0.1, 0, 0).precision is None
    assert Sieve(0.1, 0, 0).interviews == Sieve(0.1, 0, 0.2).interviews == math.inf


def test_half_of_the_gap_on_the_scale_of_log_odds() -> None:
    gap = Gap(1 / 16, 1 / 152)
    assert math.exp(gap.log_ratio) == pytest.approx((1 / 15) / (1 / 151))
    assert gap.without == pytest.approx(0.0206, abs=0.00005)
    assert log_odds(gap.without) == pytest.approx((log_odds(1 / 16) + log_odds(1 / 152)) / 2)


def test_effect_and_selection_make_up_the_gap() -> None:
    for part in (0, 0.2, 0.5, 1):
        gap = Gap(1 / 16, 1 / 152, part)
        assert gap.effect + gap.selection == pytest.approx(1 / 16 - 1 / 152)
    assert Gap(1 / 16, 1 / 152, 1).without == pytest.approx(1 / 152)
    assert Gap(1 / 16, 1 / 152, 0).effect == pytest.approx(0)


def test_the_other_way_round() -> None:
    """Lever's rates with Jobvite's share of applications come near Jobvite's share of hires, 39.9 %."""
    assert Gap(1 / 16, 1 / 152).share_of_hires(0.07) == pytest.approx(0.417, abs=0.0005)
    assert Gap(0.1, 0.1).share_of_hires(0.3) == pytest.approx(0.3)


def test_odds_and_chances_are_each_other_turned_round() -> None:
    assert chance(log_odds(0.23)) == pytest.approx(0.23)
    for no_chance in (0, 1, -0.1):
        with pytest.raises(ValueError, match="no odds"):
            log_odds(no_chance)


def test_each_view_has_its_own_controls() -> None:
    parts = {view: set(shown(view).open_parts) for view in VIEWS}
    assert all("view" in found for found in parts.values())
    assert set.union(*parts.values()) == set(words().parts)
    assert parts["inbox"] & parts["pass"] == parts["sieve"] & parts["gap"] == {"view"}


def test_nothing_is_told_of_the_eight_before_all_are_decided() -> None:
    some = {name: DECIDED[name] for name in APPLICANTS[:7]}
    assert shown(inbox=some).below == shown(inbox=some).below_plain == ""
    assert "7 of 8 are decided" in shown(inbox=some).text
    assert "Zoltan" not in " ".join(shown(inbox=some).comparison)


def test_afterwards_all_eight_can_be_read_and_who_would_do_it_well() -> None:
    told = shown(inbox=DECIDED)
    assert "Invited: 2. Among them: 1 of the 3 who would do this job well." in told.comparison
    assert "Left unread in time: 1." in told.comparison[1]
    assert told.below_plain.count("\n- ") == 8
    assert told.below_plain.count("would do this job well") == len(good())
    assert "Zoltan Fekete: would do this job well." in told.below


@pytest.mark.parametrize(
    ("invited", "said"), [(sorted(good()), "all 3 who would do"), (["noor"], "none of the 3"), ([], "none of the 3")]
)
def test_whom_one_invited_is_held_against_who_would_do_it_well(invited: list[str], said: str) -> None:
    decided = {**dict.fromkeys(APPLICANTS, "leave"), **dict.fromkeys(invited, "invite")}
    assert said in shown(inbox=decided).comparison[0]


def test_the_inbox_shows_what_was_decided_in_signs() -> None:
    texts = [text.get_text() for text in shown(inbox=DECIDED).draw(look()["dark"]).axes[0].texts]
    assert [texts.count(sign) for sign in ("✓", "–", "…")] == [2, 5, 1]


def test_each_application_can_be_read_in_few_seconds() -> None:
    lengths = [len(text.split()) for _, text in words().controls["inbox"].cards.values()]
    assert max(lengths) <= 25
    assert max(lengths) - min(lengths) <= 8


def test_whom_it_helps_is_told_after_a_guess() -> None:
    assert shown("pass").below == ""
    assert "Tick first" in shown("pass").comparison[-1]
    told = shown("pass", helps=["manager"])
    assert told.below_plain.count("\n- ") == len(HELPED)
    assert "- ✓ The manager" in told.below_plain
    assert "- The seven others: no." in told.below_plain


@pytest.mark.parametrize(("passer", "source"), [("worked", "(E35)"), ("bonus", "(E36)"), ("met", "no finding")])
def test_whoever_passes_the_name_on_has_their_finding_and_its_limit(passer: str, source: str) -> None:
    told = shown("pass", passer=passer)
    assert source in told.comparison[0]
    assert words().say(f"carries_{passer}") in told.text


def test_what_the_manager_sees_is_said_in_whole_people() -> None:
    cv, word, why = shown("sieve").comparison
    assert "61 of a thousand are picked: 12 who fit and 49 others. 19.7 %" in cv
    assert "44.9 %, and 2.2 interviews" in word
    assert "The manager sees more" in why


def test_a_word_that_tells_no_more_than_a_cv_is_not_praised() -> None:
    assert len(shown("sieve", name_detects=60, name_alarm=5).comparison) == 2
    assert "nobody is picked" in shown("sieve", cv_detects=0, cv_alarm=0).comparison[0]
    assert "none of them fits" in shown("sieve", cv_detects=0, cv_alarm=5).comparison[0]


@pytest.mark.parametrize(("begin", "end"), [(0, 0), (0, 7), (8, 20), (12, 61), (20, 1000), (3, 4), (0, 1000)])
def test_squares_are_covered_once_and_no_others(begin: int, end: int) -> None:
    covered = [
        (left + x) * ROWS + top + y
        for left, top, width, height in blocks(begin, end)
        for x in range(width)
        for y in range(height)
    ]
    assert sorted(covered) == list(range(begin, end))
    assert ROWS * COLUMNS == 1000


def test_every_one_of_a_thousand_is_drawn() -> None:
    for axes in shown("sieve", good=13, cv_alarm=37).draw(look()["light"]).axes:
        assert sum(bar.get_width() * bar.get_height() for bar in axes.patches) == 1000


def test_the_gap_is_told_without_a_cause() -> None:
    rates, supposed, unknown, both = shown("gap").comparison
    assert "one of 16" in rates
    assert "one of 152" in rates
    assert "9.5 times as often, and it does not say why" in rates
    assert "20.6 in a thousand" in supposed
    assert "No study tells" in unknown
    assert "if 7 % of those who apply have their name passed on, then 41.7 %" in both
    assert "6.25 %" in both


def test_the_ends_of_the_slider_are_told_as_what_they_are() -> None:
    assert "makes nothing of it" in shown("gap", part=0).comparison[1]
    assert "where everybody is, one in 152" in shown("gap", part=100).comparison[1]


def test_the_pieces_of_the_gap_differ_in_more_than_colour() -> None:
    bars = shown("gap").draw(look()["light"]).axes[0].patches
    assert [bar.get_hatch() for bar in bars] == [None, "////", "..", None]
    assert sum(bar.get_width() for bar in bars[:3]) == pytest.approx(62.5)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_drawn_and_read(view: str, theme: str) -> None:
    told = shown(view)
    assert told.draw(look()[theme]).axes
    assert len(told.text) > 40
    assert told.comparison


def test_what_was_decided_is_kept_and_there_again() -> None:
    value = cleaned(CONTROLS, {"view": "pass", "inbox": DECIDED, "helps": ["seeker"]})
    hiring_desk().sent = {"number": 1, "value": value}
    assert hiring_desk().value == value
    assert hiring_desk("elsewhere").value["inbox"] == {}


def test_the_page_for_where_nothing_can_be_moved_has_everything() -> None:
    data: Any = hiring_desk()._repr_mimebundle_()
    plain = (data[0] if isinstance(data, tuple) else data)["text/plain"]
    assert "Eight sheets, six seconds each" in plain
    assert "πs / (πs + (1 − π)f)" in plain
    assert "E36" in plain


DATA = 'good = ["ilse", "folasade", "zoltan"]\n[one_in]\npassed_on = 16\napplied = 152\n'


def made(text: str) -> tuple[Any, Any]:
    file = Table("hiring.toml", "", tomllib.loads(text))
    return good_from(file), hired_from(file)


def test_the_applicants_and_rates_are_read_from_their_file() -> None:
    assert made(DATA) == (good(), hired())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (DATA.replace("ilse", "elsa"), "good"),
        (DATA.replace('"ilse", "folasade", "zoltan"', ""), "good"),
        (DATA.replace("16", "1"), "one_in.passed_on"),
        (DATA.replace("152", "1.5"), "one_in.applied"),
        (DATA.replace("good =", "fine ="), "fine"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_key(text: str, key: str) -> None:
    with pytest.raises(LessonDataError, match=rf"hiring\.toml: key '{key}'"):
        made(text)
