"""The widget on the side of Python: what it shows, and that every request is answered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coaching.studio.made import FIRST, ID, ask, session
from coaching.studio.test_own import FORM
from genuinely import Studio
from genuinely.coaching.drafts import used
from genuinely.coaching.studio.forgetting import forget_in_browser
from genuinely.coaching.studio.widget import SCRIPTS, module, sheet
from genuinely.scenarios import UnknownScenarioError


class Page:
    """What the page would get, without a page."""

    def __init__(self, studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sent: list[tuple[dict[str, Any], Any]] = []
        self.studio = studio
        monkeypatch.setattr(studio, "send", lambda content, buffers=None: self.sent.append((content, buffers)))

    def ask(self, name: str, buffers: list[bytes] | None = None, **more: Any) -> dict[str, Any]:
        message = {"ask": name, "client": "page-1", "n": len(self.sent) + 1, **more}
        self.studio._handle_custom_msg(message, buffers or [])
        return self.sent[-1][0]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Page:
    return Page(Studio(ID), monkeypatch)


def test_it_shows_card_fields_and_the_text_that_stands_there() -> None:
    ask(session(), "read", FIRST, keep=True)
    studio = Studio(f" “{ID.upper()}” ")
    assert studio.card["title"] == "Two numbers for one village"
    assert studio.fields[0]["criterion"] == "clear_ask"
    assert studio.text == FIRST
    assert used() == (ID,)
    json.dumps(studio.get_state(["words", "card", "fields", "own_form", "text", "key", "label"]))


def test_an_unknown_card_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UnknownScenarioError, match="coat-rack"):
        Studio("coat-rac")


def test_an_answer_names_who_asked_and_which_request_it_answers(page: Page) -> None:
    answer = page.ask("read", text=FIRST)
    assert (answer["to"], answer["n"], answer["ask"]) == ("page-1", 1, "read")
    assert answer["view"]["counter"]["text"].endswith("this channel")


def test_whatever_goes_wrong_there_is_an_answer(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("no model")

    monkeypatch.setattr("genuinely.coaching.studio.showing._reading", break_down)
    answer = page.ask("read", text=FIRST)
    assert answer["n"] == 1
    assert "no model" in answer["failed"]


def test_what_is_no_request_is_passed_over(page: Page) -> None:
    page.studio._handle_custom_msg({"hello": 1}, [])
    page.studio._handle_custom_msg("hello", [])
    assert page.sent == []


def test_work_is_taken_along_and_brought_back(page: Page) -> None:
    page.ask("keep", text=FIRST, seen=0)
    page.ask("take_along")
    (packed,) = page.sent[-1][1]
    assert packed.startswith(b"PK")
    assert "came back" in page.ask("bring_back", [packed])["said"][0]


def test_copies_in_the_browser_are_kept_apart_by_user_and_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Studio(ID).key
    assert one.startswith("genuinely/studio/")
    assert Studio("coat-rack").key != one
    monkeypatch.setenv("GENUINELY_HOME", str(tmp_path / "elsewhere"))
    assert Studio(ID).key != one


def test_an_own_message_begins_with_its_form_and_then_has_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(Studio.own(), monkeypatch)
    assert page.studio.card == {}
    assert page.ask("form", form={})["missing"]
    answer = page.ask("form", form=FORM)
    assert answer["card"]["title"] == "To K. O."
    assert page.ask("read", text="Dear K., one question.")["view"]["marks"] is not None
    assert Studio.own().card["title"] == "To K. O."
    assert Studio.own("second").card == {}


def test_before_the_form_is_filled_other_requests_are_answered_with_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(Studio.own(), monkeypatch)
    assert page.ask("read", text="Dear K.").keys() == {"to", "n", "ask"}


def test_where_no_widget_can_be_shown_a_readable_page_stands() -> None:
    bundle = Studio("coat-rack")._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert "By the coat rack" in data["text/html"]
    assert "By the coat rack" in data["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in data


def test_an_own_message_leaves_nothing_in_the_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(Studio.own(), monkeypatch)
    page.ask("form", form=FORM)
    page.ask("read", text="Dear K., a secret.", seen=0, keep=True)
    bundle = Studio.own()._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    shown = data["text/html"] + data["text/plain"]
    assert "secret" not in shown
    assert "K. O." not in shown


def test_the_scripts_are_one_module_with_one_export() -> None:
    whole = module(*SCRIPTS)
    assert whole.count("export default") == 1
    assert "import " not in whole


def test_the_style_has_both_themes_and_stays_within_our_own_root() -> None:
    style = sheet()
    assert '[data-jp-theme-light="false"] .genuinely' in style
    assert ".vscode-dark .genuinely" in style
    assert ".jp-" not in style


def test_the_copies_in_the_browser_are_forgotten_by_a_widget_that_says_so() -> None:
    assert "The copies in this browser are gone." in forget_in_browser().said
