"""The message studio in JupyterLab: what somebody sees while they write, and what they can ask for."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.lab import Lab
from browser.studio import ASK, EXIT, MESSAGE, SAFE, STUDIO, Writing, fresh, kept, shown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

IN_ONE_FRAME = """area => {
  const marks = () => [...area.parentElement.querySelectorAll("mark")].map(mark => mark.textContent);
  const before = marks();
  area.setRangeText("Good morning. ", 0, 0);
  area.dispatchEvent(new InputEvent("input"));
  return [before, marks(), area.previousElementSibling.textContent.replace("\\u200b", "") === area.value];
}"""


def wait_for_marks(writing: Writing, *words: str) -> None:
    for each in words:
        expect(writing.root.locator(".g-under mark", has_text=each).first).to_be_attached(timeout=15_000)


def test_words_that_do_something_are_marked_and_the_legend_says_what_for(lab: Lab) -> None:
    writing = fresh(lab, "marked")
    writing.area.click()
    lab.page.keyboard.type(MESSAGE, delay=10)
    wait_for_marks(writing, ASK, EXIT)
    legend = writing.root.get_by_role("list", name="What the marked words do")
    row = legend.get_by_role("listitem").filter(has_text="An easy way to say no")
    expect(row).to_contain_text("makes a no or a short answer easy")
    number = row.locator("b").inner_text()
    assert number in (writing.root.locator("mark", has_text=EXIT).last.get_attribute("data-numbers") or "").split()
    expect(writing.root.locator(".g-count")).to_contain_text("words · ")


def test_standing_marks_move_with_the_text_in_the_same_frame(lab: Lab) -> None:
    writing = fresh(lab, "moving")
    writing.write(MESSAGE)
    wait_for_marks(writing, EXIT)
    before, after, same_letters = writing.area.evaluate(IN_ONE_FRAME)
    assert before == after != []
    assert same_letters


def test_marks_lie_under_their_words_over_many_lines(lab: Lab) -> None:
    writing = fresh(lab, "lines-and-marks")
    writing.write(f"{SAFE}\n\n{'I count bike helmets at one corner, and they never agree. ' * 4}\n\n{ASK}\n\n{EXIT}")
    wait_for_marks(writing, EXIT)
    sizes = writing.root.locator(".g-letter > *").evaluate_all("all => all.map(e => [e.clientWidth, e.scrollHeight])")
    assert sizes[0] == sizes[1]
    fonts = writing.root.locator(".g-letter > *").evaluate_all(
        "all => all.map(e => { const s = getComputedStyle(e);"
        " return [s.font, s.letterSpacing, s.wordSpacing, s.padding, s.whiteSpace, s.textIndent]; })"
    )
    assert fonts[0] == fonts[1]


def test_enter_begins_a_line_and_undo_takes_back_what_was_typed(lab: Lab) -> None:
    writing = fresh(lab, "keys")
    writing.area.click()
    lab.page.keyboard.type("Dear Rafael,\n\nOne question.")
    expect(writing.area).to_have_value("Dear Rafael,\n\nOne question.")
    lab.page.keyboard.press("Control+z")
    expect(writing.area).not_to_have_value("Dear Rafael,\n\nOne question.")
    assert lab.page.evaluate("jupyterapp.shell.currentWidget.content.widgets.length") == 2


def test_levels_come_after_the_prediction_with_the_gap_in_words(lab: Lab) -> None:
    writing = fresh(lab, "predicting")
    writing.write(MESSAGE)
    expect(writing.root.locator(".g-meters")).to_be_hidden()
    expect(writing.button("What next?")).to_be_hidden()
    writing.predict("strong")
    expect(writing.root.locator(".g-levels .g-heading")).to_be_focused()
    expect(writing.root.locator(".g-said-rows")).to_contain_text("The prediction and the checker agree on")
    rows = writing.root.get_by_role("listitem").filter(has=lab.page.locator(".g-bar"))
    assert rows.count() == len(kept(lab, "predictions", "studio")[0]["predicted"])
    easy_no = rows.filter(has_text="An easy way to say no")
    expect(easy_no.locator(".g-bar")).to_have_attribute("data-level", "2")
    writing.area.fill(f"{SAFE}{ASK} I need it by tomorrow.")
    expect(easy_no.locator(".g-bar")).not_to_have_attribute("data-level", "2", timeout=15_000)
    expect(writing.root.locator(".g-meters [role=status]")).to_contain_text(
        "An easy way to say no: now", timeout=15_000
    )
    writing.button("Hide the levels and predict again").click()
    expect(writing.root.get_by_role("radio").first).to_be_focused()
    writing.button("Not yet").click()
    expect(writing.button("Predict, then see how it reads")).to_be_focused()


def test_help_opens_rung_by_rung_and_the_good_answer_after_two_attempts(lab: Lab) -> None:
    writing = fresh(lab, "helping")
    writing.write(f"{SAFE}I finish my contract in August and look at your field. Any advice would be great, thanks.")
    writing.predict()
    writing.button("What next?").click()
    expect(writing.root.get_by_text("Next step: ")).to_be_visible()
    expect(writing.root.get_by_text("opens after one more attempt")).to_be_visible()
    writing.root.locator("summary", has_text="A nudge").press("Enter")
    expect(writing.fold("A nudge").locator("p").first).to_be_visible()
    writing.write(
        f"{SAFE}I read your post on two numbers that disagree, and mine disagree too, so I wonder why. Thanks."
    )
    expect(writing.root.get_by_text("This was said of an earlier version")).to_be_visible()
    writing.button("Keep this version").click()
    expect(writing.root.get_by_text("Kept as version 2.")).to_be_visible()
    writing.button("Look again").click()
    writing.root.locator("summary", has_text="One good answer").click()
    expect(writing.fold("One good answer").locator(".g-model")).to_contain_text("bike helmets")


def test_versions_are_compared_and_any_one_stands_there_again(lab: Lab) -> None:
    writing = fresh(lab, "comparing")
    writing.write(f"{SAFE}{ASK}")
    writing.button("Keep this version").click()
    writing.write(f"{SAFE}{EXIT}")
    writing.button("Keep this version").click()
    writing.root.locator("summary", has_text="Versions: 2 versions are kept.").click()
    writing.root.get_by_label("Compare", exact=True).select_option("1")
    writing.root.get_by_label("with", exact=True).select_option("2")
    writing.button("Show what changed").click()
    changes = writing.root.locator(".g-changes")
    expect(changes.locator("ins")).to_contain_text("No answer is fine too")
    expect(changes.locator("del")).to_contain_text("Would you send me two columns")
    writing.area.fill(f"{SAFE}Not kept as a version.")
    writing.button("Go back to this version: 1").click()
    expect(writing.area).to_have_value(f"{SAFE}{ASK}")
    wait_for_marks(writing, ASK)
    assert [entry["text"] for entry in kept(lab, "messages")][-1] == f"{SAFE}Not kept as a version."


def test_one_click_copies_the_text_and_keeps_it_as_a_version(lab: Lab) -> None:
    writing = fresh(lab, "copying")
    lab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    writing.write(MESSAGE)
    writing.button("Copy the text").click()
    expect(writing.root.get_by_text("Copied. Kept as version 1.")).to_be_visible()
    assert lab.page.evaluate("navigator.clipboard.readText()") == MESSAGE


def test_the_keys_for_saving_keep_a_version(lab: Lab) -> None:
    writing = fresh(lab, "saving")
    writing.write(MESSAGE)
    writing.area.press("Control+s")
    expect(writing.root.get_by_text("Kept as version 1.")).to_be_visible()


def test_a_problem_in_the_kernel_is_said_and_the_studio_goes_on(lab: Lab) -> None:
    lab.open("breaking", [STUDIO, "studio = Studio('coat-rack')\nstudio", "studio._session.showing = None"])
    lab.run(0)
    writing = shown(lab, 1)
    lab.run(2)
    writing.area.fill("Dear Gergely")
    expect(writing.status).to_contain_text("Something went wrong in reading this", timeout=15_000)
    expect(writing.area).to_have_value("Dear Gergely")
