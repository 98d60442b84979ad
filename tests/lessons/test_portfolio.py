"""What is taken along: in the learner's words, with dates and levels; names and own messages if they say so."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from genuinely.keeping import keep
from genuinely.lessons import portfolio
from genuinely.lessons.portfolio_files import as_html, as_markdown, write
from genuinely.lessons.portfolio_parts import gather
from genuinely.lessons.taking_leave import make_portfolio

FIRST = "Hi Delphine, could we have a virtual coffee?"
LAST = "Hi Delphine,\n\n1. You hid the clock. *Why?*\n> Ada asked, too."


@pytest.fixture
def kept(home: Path) -> Path:
    """Two versions of a message, a plan, a reflection, a quiz, and a message to a real person."""
    (home / "messages").mkdir(parents=True)
    versions = [
        {"time": "2026-03-02T09:00:00+01:00", "text": FIRST},
        {"time": "2026-03-03T09:00:00+01:00", "text": "Between."},
        {"time": "2026-03-09T09:00:00+01:00", "text": LAST},
    ]
    whole = {"kind": "messages", "name": "waiting-room-ux", "entries": versions}
    (home / "messages" / "waiting-room-ux.json").write_text(json.dumps(whole), encoding="utf-8")
    keep("messages", "no-such-card", {"text": "Lost."})
    plan = {"sign": "the kettle boils", "whom": "Ada Lovelace", "question": "Why five, Ada?", "how_far": "draft"}
    keep("journal", "02-plan", {"answers": plan})
    keep("journal", "00-first-words", {"answers": {"why": "Ada <b>dared</b> me."}})
    keep("journal", "quiz-00-check", {"answers": {"raw": "option-1"}})
    keep("own", "mine", {"text": "Dear Grace, it has been years."})
    keep("own_cards", "mine", {"form": {"their_name": "Grace Hopper"}})
    return home


@pytest.mark.usefixtures("kept")
def test_messages_are_shown_first_and_last_with_their_levels() -> None:
    told = as_markdown(gather(names=True, own=False))
    assert "**First version, 2026-03-02**" in told
    assert "**Latest version, 2026-03-09**" in told
    assert "Written from 2026-03-02 to 2026-03-09" in told
    assert "Between." not in told
    assert "Lost." not in told
    row = next(line for line in told.splitlines() if line.startswith("| One clear request"))
    assert re.fullmatch(r"\| One clear request \| \w+ \| \w+ \|", row)


@pytest.mark.usefixtures("kept")
def test_plans_and_reflections_have_their_parts_and_quizzes_none() -> None:
    parts = {part.title: [piece.title for piece in part.pieces] for part in gather(names=True, own=False).parts}
    assert parts == {
        "Messages, first and last": ["Forty-five seconds"],
        "Plans": ["One message, one moment"],
        "Reflections": ["Your first words here"],
    }


@pytest.mark.usefixtures("kept")
def test_without_leave_people_are_initials_and_own_messages_are_left_out() -> None:
    for told in (as_markdown(gather(names=False, own=False)), as_html(gather(names=False, own=False))):
        assert "Ada" not in told
        assert "A. L." in told
        assert "Grace" not in told
        assert "are left out" in told


@pytest.mark.usefixtures("kept")
def test_with_leave_they_are_there() -> None:
    told = as_markdown(gather(names=True, own=True))
    assert "Ada Lovelace" in told
    assert "### Grace Hopper" in told
    assert "Dear Grace, it has been years." in told


@pytest.mark.usefixtures("kept")
def test_an_own_message_without_leave_for_names_has_initials() -> None:
    told = as_markdown(gather(names=False, own=True))
    assert "### G. H." in told
    assert "Dear G., it has been years." in told


@pytest.mark.usefixtures("kept")
def test_markdown_takes_a_learners_signs_for_signs() -> None:
    told = as_markdown(gather(names=True, own=False))
    assert "> 1\\. You hid the clock. \\*Why?\\*  " in told
    assert "> \\> Ada asked, too.  " in told
    assert "Ada \\<b\\>dared" in told


@pytest.mark.usefixtures("kept")
def test_the_page_stands_alone_and_is_sound() -> None:
    page = as_html(gather(names=True, own=False))
    assert "Ada &lt;b&gt;dared" in page
    assert re.findall(r"(?:src|href)=|https?://|@import|<script", page) == []
    assert "@media print" in page

    class Balance(HTMLParser):
        open: list[str] = []  # noqa: RUF012

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag != "meta":
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    parser = Balance()
    parser.feed(page)
    assert parser.open == []


def test_nothing_kept_is_said() -> None:
    assert "Nothing is kept yet" in as_markdown(gather(names=False, own=False))
    assert "Nothing is kept yet" in as_html(gather(names=False, own=False))


@pytest.mark.usefixtures("kept")
def test_both_files_are_written_beside_the_work(home: Path) -> None:
    page, text = write(gather(names=False, own=False, today=date(2026, 3, 10)))
    assert (page.parent, page.name) == (home / "portfolio", "portfolio-2026-03-10.html")
    assert text.read_text(encoding="utf-8").startswith("# My portfolio\n")


@pytest.mark.usefixtures("kept")
def test_the_button_asks_first_and_says_where_the_page_is(home: Path) -> None:
    task = portfolio()
    assert [tick["name"] for tick in task.ticks] == ["names", "own"]
    assert not (home / "portfolio").exists()
    task.pressed = {"number": 1, "button": "make", "ticked": ["names"]}
    (page,) = (home / "portfolio").glob("*.html")
    assert str(page) in task.answered["sentences"][0]
    assert "Ada Lovelace" in page.read_text(encoding="utf-8")
    assert "Grace" not in page.read_text(encoding="utf-8")


def test_a_folder_that_takes_no_file_is_named(home: Path) -> None:
    home.mkdir()
    (home / "portfolio").write_text("in the way", encoding="utf-8")
    (said,) = make_portfolio(names=False, own=False)
    assert f"could not be written to {home / 'portfolio'}" in said


def test_nothing_is_written_while_graded(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    make_portfolio(names=True, own=True)
    assert not home.exists()
