"""A card of an instructor's own, looked at: what keeps it from being used, what makes it a poor task."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.grading.own_cards import Looked, look_at
from genuinely.scenarios import load_scenarios
from genuinely.scenarios.making import as_toml, given_of

from .tide_tables import GIVEN, ID, MESSAGE


def looked_at(folder: Path, id: str = ID, **changes: object) -> Looked:
    file = folder / f"{id}.toml"
    file.write_text(
        as_toml(id, {**GIVEN, **{key.replace("__", "."): value for key, value in changes.items()}}), "utf-8"
    )
    return look_at(file)


def test_a_card_like_those_that_were_rated_is_sound(tmp_path: Path) -> None:
    looked = looked_at(tmp_path)
    assert looked.card is not None
    assert (looked.wrong, looked.weak, looked.outside) == ((), (), ())


def test_all_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    looked = looked_at(tmp_path, kind="warm", title="")
    assert looked.card is None
    assert len(looked.wrong) == 2


@pytest.mark.parametrize("raw", [b'title = "cut', b"\xff\xfe", b""])
def test_a_file_that_is_no_card_is_named(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(raw)
    assert "x.toml" in look_at(file).wrong[0]


def test_the_id_of_a_card_of_the_course_is_taken(tmp_path: Path) -> None:
    assert "Choose another id" in looked_at(tmp_path, "coat-rack").wrong[0]


def test_a_draft_that_is_good_already_is_no_task(tmp_path: Path) -> None:
    assert any("100 points as it stands" in each for each in looked_at(tmp_path, draft=MESSAGE).weak)


def test_two_who_share_nothing_are_named(tmp_path: Path) -> None:
    looked = looked_at(tmp_path, sender__facts=["Bakes rye bread on Sundays"] * 5)
    assert any("really share" in each for each in looked.weak)


def test_another_language_is_outside(tmp_path: Path) -> None:
    german = "Sie hat den Bericht gelesen und möchte wissen, was er dazu sagt, weil er ihn selbst geschrieben hat. " * 3
    looked = looked_at(
        tmp_path, situation=german, draft=german, sender__facts=[german] * 5, recipient__facts=[german] * 5
    )
    assert any("not in English" in each for each in looked.outside)


def test_no_card_of_the_course_would_be_found_weak(tmp_path: Path) -> None:
    for id in ("coat-rack", "jury-question", "slack-hard-negatives"):
        file = tmp_path / f"{id}.toml"
        file.write_text(as_toml(id, given_of(load_scenarios()[id])), encoding="utf-8")
        looked = look_at(file)
        assert looked.card == load_scenarios()[id]
        assert (looked.weak, looked.outside) == ((), ())
