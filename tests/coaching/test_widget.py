"""The base of the widgets, on the side of Python."""

from __future__ import annotations

import errno
import os

import pytest

from genuinely.coaching.widget import Exercise, css, esm
from genuinely.keeping import kept


def send(widget: Exercise, number: int, value: object) -> None:
    """What the page does when something was typed."""
    widget.sent = {"number": number, "value": value}


def test_what_is_typed_is_kept_and_answered_with_its_number() -> None:
    widget = Exercise("What struck you?", "struck")
    send(widget, 1, "The coat.")
    assert [entry["text"] for entry in kept("journal", "struck")] == ["The coat."]
    assert widget.answered == {"number": 1, "kept": True, "troubles": []}


def test_the_latest_entry_stands_there_after_a_restart() -> None:
    send(Exercise("What struck you?", "struck"), 1, "The coat.")
    again = Exercise("What struck you?", "struck", value="a default")
    assert again.value == "The coat."
    assert again.answered["kept"] is True


def test_without_an_entry_the_default_stands_there() -> None:
    assert Exercise("What struck you?", "struck", value="a default").value == "a default"


def test_what_could_not_be_kept_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    widget = Exercise("What struck you?", "struck")
    monkeypatch.setattr(os, "fsync", refuse)
    send(widget, 1, "The coat.")
    assert widget.answered["kept"] is False
    assert "no room left" in widget.answered["troubles"][0]


def test_nothing_is_kept_while_nbgrader_executes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    widget = Exercise("What struck you?", "struck")
    send(widget, 1, "The coat.")
    monkeypatch.delenv("NBGRADER_EXECUTION")
    assert kept("journal", "struck") == ()


def test_where_widgets_cannot_be_shown_a_sentence_stands() -> None:
    bundle = Exercise("What struck you?", "struck")._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert data["text/plain"].startswith("What struck you?: an exercise to type in")


def test_a_subclass_may_keep_more_than_a_text() -> None:
    class Rated(Exercise):
        def entry(self, value: dict[str, object]) -> dict[str, object]:
            return dict(value)

        def value_of(self, entry: dict[str, object]) -> dict[str, object]:
            return {key: entry[key] for key in ("text", "stars")}

    send(Rated("Rate it", "rated", value={}), 1, {"text": "good", "stars": 3})
    assert Rated("Rate it", "rated").value == {"text": "good", "stars": 3}


def test_the_frame_comes_with_every_module() -> None:
    module = esm("export default { render: (given) => frame(given, build) };")
    assert "function frame(" in module
    assert module.count("export default") == 1


def test_the_style_serves_both_themes_and_large_targets() -> None:
    sheet = css(".mine {}")
    assert '[data-jp-theme-light="false"] .genuinely' in sheet
    assert sheet.count("min-height: 44px") >= 3
    assert sheet.endswith(".mine {}")
