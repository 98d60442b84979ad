"""The learner's own message to a real person: the form, what cannot be judged, another language, and privacy."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.axe import violations
from browser.colours import contrast, text_and_ground
from browser.lab import Lab
from browser.studio import STUDIO, Writing, fresh_page, kept, there

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OWN = "Studio.own()"
GERMAN = (
    "Lieber Herr Ofori, ich lese seit einem Jahr Ihren Blog und habe eine Frage zu den Takten, die Sie von Hand "
    "zeichnen. Ich arbeite selbst mit solchen Netzen. Keine Antwort ist auch in Ordnung."
)


def the_form(lab: Lab, name: str) -> Writing:
    fresh_page(lab, name, OWN)
    lab.run(1)
    own = Writing(lab.cell(1).locator(".g-studio"))
    expect(own.button("To the message")).to_be_visible(timeout=30_000)
    lab.page.wait_for_timeout(300)
    return own


def by_keyboard(lab: Lab, own: Writing) -> Writing:
    """Fill the form from its first field to its button, and go on to the message."""
    own.root.get_by_label("Their name or initials").focus()
    for text in ("K. O.", "Plans trams", "Plans timetables by hand, and writes a blog on it"):
        lab.page.keyboard.type(text)
        lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Tab")  # what they are trying to get done stays empty
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.type("Train networks on max and plus\nKeep the runner-up of every maximum")
    for _ in range(4):
        lab.page.keyboard.press("Tab")
    expect(own.button("To the message")).to_be_focused()
    lab.page.keyboard.press("Enter")
    expect(own.area).to_be_focused(timeout=15_000)
    return there(lab, 1)


def test_a_short_form_makes_the_card_and_the_keyboard_goes_through_it(lab: Lab) -> None:
    own = the_form(lab, "own")
    own.button("To the message").click()
    expect(own.root.get_by_text("A little more is needed: their name or initials")).to_be_visible()
    writing = by_keyboard(lab, own)
    expect(writing.root.get_by_role("heading", name="To K. O.")).to_be_visible()
    expect(writing.root.get_by_role("region", name="The card")).to_contain_text("Plans timetables by hand")
    writing.write("Dear K., I read your blog. Which loop comes next? No answer is fine.")
    assert kept(lab, "own_desk", "first")[-1]["text"].startswith("Dear K.")
    assert not (lab.home / "my_work" / "desk").exists()


def test_what_cannot_be_judged_is_said_and_not_called_missing(lab: Lab) -> None:
    writing = by_keyboard(lab, the_form(lab, "own-limits"))
    writing.write("Dear K., I work with networks and would like a call on Tuesday. Please send your files.")
    writing.predict()
    gain = writing.root.locator(".g-meter", has_text="Something in it for them")
    expect(gain).to_contain_text("not judged")
    expect(gain).to_contain_text("nothing is said yet about what they are trying to get done")
    expect(gain.locator(".g-bar")).to_have_attribute("data-level", "none")


def test_another_language_gets_questions_and_no_flag(lab: Lab) -> None:
    writing = by_keyboard(lab, the_form(lab, "own-language"))
    writing.area.fill(GERMAN)
    expect(writing.root.get_by_text("Most of this message is in another language than English")).to_be_visible(
        timeout=15_000
    )
    expect(writing.root.locator(".g-questions li")).to_have_count(9)
    expect(writing.root.locator(".g-flag")).to_have_count(0)
    expect(writing.root.locator(".g-under mark")).to_have_count(0)
    assert writing.area.get_attribute("lang") is None
    writing.area.fill("Dear K., I read your blog. Which loop comes next? No answer is fine.")
    expect(writing.button("Predict, then see how it reads")).to_be_visible(timeout=15_000)


def test_the_form_can_be_changed_and_the_message_stays(lab: Lab) -> None:
    writing = by_keyboard(lab, the_form(lab, "own-change"))
    writing.write("Dear K., one question on your blog.")
    writing.button("Change what is known of the two").click()
    expect(writing.root.get_by_label("Their name or initials")).to_be_focused()
    expect(writing.root.get_by_label("Their name or initials")).to_have_value("K. O.")
    writing.root.get_by_label("Their name or initials").fill("Kwabena")
    writing.button("To the message").click()
    expect(writing.root.get_by_role("heading", name="To Kwabena")).to_be_visible(timeout=15_000)
    expect(writing.area).to_have_value("Dear K., one question on your blog.")


def test_what_is_typed_into_the_form_without_a_kernel_comes_back(lab: Lab) -> None:
    own = the_form(lab, "own-lost")
    lab.restart()
    own.root.get_by_label("Their name or initials").fill("K. O.")
    own.button("To the message").click()
    expect(own.root.get_by_text("Not connected: run the first cell")).to_be_visible(timeout=6_000)
    lab.page.evaluate(f"jupyterapp.shell.currentWidget.content.widgets[0].model.sharedModel.setSource({STUDIO!r})")
    lab.run(0)
    lab.run(1)
    expect(own.root.get_by_label("Their name or initials")).to_have_value("K. O.", timeout=30_000)


def test_nothing_of_it_is_stored_in_the_notebook(lab: Lab) -> None:
    writing = by_keyboard(lab, the_form(lab, "own-private"))
    writing.write("Dear K., a secret about timetables.")
    lab.run(1)
    there(lab, 1)
    lab.command("docmanager:save")
    lab.page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty", timeout=15_000)
    stored = (lab.folder / "own-private.ipynb").read_text(encoding="utf-8")
    assert "Studio.own()" in stored
    assert "secret" not in stored
    assert "K. O." not in stored


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_the_form_can_be_read_and_axe_finds_nothing(theme: str, lab: Lab) -> None:
    the_form(lab, "own-look")
    lab.theme(theme)
    lab.page.wait_for_timeout(500)
    pairs = text_and_ground(lab.page.locator(".g-studio :is(label, p, button, input, textarea, select)"))
    assert len(pairs) > 20
    assert [(text, ground) for text, ground in pairs if contrast(text, ground) < 4.5] == []
    assert violations(lab.page, ".g-studio") == []
