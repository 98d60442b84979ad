"""The text that is being written: one entry, replaced, and nothing overwritten unseen."""

from __future__ import annotations

import pytest

from genuinely.keeping import ChangedError, kept, latest, put


def test_nothing_stands_there_at_first() -> None:
    found = latest("desk", "coat-rack")
    assert (found.number, found.entry) == (0, {})


def test_what_is_put_stands_there_alone_with_the_next_number() -> None:
    first = put("desk", "coat-rack", {"text": "Dear"}, seen=0)
    second = put("desk", "coat-rack", {"text": "Dear Gergely"}, seen=first.number)
    assert (first.number, second.number) == (1, 2)
    assert latest("desk", "coat-rack").entry == {"text": "Dear Gergely"}
    assert len(kept("desk", "coat-rack")) == 1


def test_who_has_not_seen_the_latest_is_refused_and_told_of_it() -> None:
    put("desk", "coat-rack", {"text": "from the first tab"}, seen=0)
    with pytest.raises(ChangedError) as refused:
        put("desk", "coat-rack", {"text": "from the second tab"}, seen=0)
    assert refused.value.latest.entry == {"text": "from the first tab"}
    assert latest("desk", "coat-rack").entry == {"text": "from the first tab"}


def test_the_same_words_from_two_sides_are_no_conflict() -> None:
    put("desk", "coat-rack", {"text": "the same"}, seen=0)
    assert put("desk", "coat-rack", {"text": "the same"}, seen=0).number == 1


def test_a_number_spoilt_by_hand_counts_as_one() -> None:
    from genuinely.keeping import keep

    keep("desk", "coat-rack", {"text": "by hand", "number": "many"})
    assert latest("desk", "coat-rack").number == 1


def test_nothing_is_written_while_nbgrader_executes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    put("desk", "coat-rack", {"text": "Dear"}, seen=0)
    monkeypatch.delenv("NBGRADER_EXECUTION")
    assert latest("desk", "coat-rack").number == 0
