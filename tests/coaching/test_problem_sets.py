"""How many points a rewrite is worth."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from genuinely.coaching.problem_sets import ProblemSet, ProblemSetError, load_problem_sets, maximum, terms_of
from genuinely.coaching.terms import Terms
from genuinely.scenarios import load_scenarios

GOOD = 'id = "ps"\ntitle = "A set"\n[rewrites]\ncoat-rack = 30\njury-question = 2.5\n'


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "ps.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return file


def test_a_set_is_read(tmp_path: Path) -> None:
    found = ProblemSet.from_toml(written(tmp_path, GOOD))
    assert (found.id, found.title, dict(found.rewrites)) == ("ps", "A set", {"coat-rack": 30.0, "jury-question": 2.5})


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("id = ", "ids = "), "'ids'"),
        (('"ps"', '"other"'), "'id'"),
        (('"A set"', '""'), "'title'"),
        (("title = ", "# "), "'title'"),
        (("30", "0"), "'rewrites.coat-rack'"),
        (("30", "nan"), "'rewrites.coat-rack'"),
        (("30", "true"), "'rewrites.coat-rack'"),
        (("30", '"30"'), "'rewrites.coat-rack'"),
        (("[rewrites]\ncoat-rack = 30\njury-question = 2.5\n", ""), "'rewrites'"),
        (("30", ""), "TOML"),
        (("title", "levels_from = 2026-12-01\ntitle"), "'levels_from'"),
        (("title", "levels_from = 18:00:00\ntitle"), "'levels_from'"),
        (("title", "levels_from = 2026-12-01T18:00:00\ntitle"), "'levels_from'"),
        (("title", "levels_from = 'after the deadline'\ntitle"), "'levels_from'"),
        (("title", "full_points_from = 0\ntitle"), "'full_points_from'"),
        (("title", "full_points_from = 101\ntitle"), "'full_points_from'"),
        (("title", "full_points_from = true\ntitle"), "'full_points_from'"),
        (("title", "full_points_from = nan\ntitle"), "'full_points_from'"),
        (("title", "full_points_from = '85'\ntitle"), "'full_points_from'"),
    ],
)
def test_a_slip_is_named(change: tuple[str, str], named: str, tmp_path: Path) -> None:
    with pytest.raises(ProblemSetError) as caught:
        ProblemSet.from_toml(written(tmp_path, GOOD.replace(*change)))
    assert "ps.toml" in str(caught.value)
    assert named in str(caught.value)


def test_terms_are_read(tmp_path: Path) -> None:
    chosen = f"levels_from = 2026-12-01T18:00:00+01:00\nfull_points_from = 85\n{GOOD}"
    terms = ProblemSet.from_toml(written(tmp_path, chosen)).terms
    assert terms == Terms(datetime(2026, 12, 1, 17, tzinfo=UTC), 85.0)


def test_without_them_levels_are_shown_while_writing_and_every_point_counts(tmp_path: Path) -> None:
    assert ProblemSet.from_toml(written(tmp_path, GOOD)).terms == Terms(None, 100.0)
    assert terms_of("coat-rack") == Terms(None, 100.0)


def test_a_slip_in_a_time_is_named_with_what_would_do(tmp_path: Path) -> None:
    with pytest.raises(ProblemSetError, match=r"found 2026-12-01, .* such as 2026-12-01T18:00:00\+01:00"):
        ProblemSet.from_toml(written(tmp_path, f"levels_from = 2026-12-01\n{GOOD}"))


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProblemSetError, match=r"ps\.toml"):
        ProblemSet.from_toml(written(tmp_path, b"\xff"))


def test_the_course_s_sets_ask_for_cards_that_exist() -> None:
    asked = {id for each in load_problem_sets().values() for id in each.rewrites}
    assert asked
    assert asked <= set(load_scenarios())


def test_no_scenario_is_worth_points_in_two_sets() -> None:
    asked = [id for each in load_problem_sets().values() for id in each.rewrites]
    assert len(asked) == len(set(asked))


def test_the_maximum_of_a_scenario() -> None:
    (first, *_) = load_problem_sets().values()
    (id, points) = next(iter(first.rewrites.items()))
    assert maximum(id) == points
    assert maximum("coat-rack") is None
