"""What is written in a studio is not lost: restart, reload, a kernel that is gone, two tabs, a temporary server."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from browser.lab import Lab
from browser.studio import ID, MESSAGE, STUDIO, Writing, fresh, kept, shown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOT_CONNECTED = "Not connected: run the first cell of this page, then this one."


def copies(lab: Lab) -> list[str]:
    return list(lab.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('genuinely/'))"))


def reload(lab: Lab) -> None:
    lab.page.reload()
    lab.page.locator("#jupyterlab-splash").wait_for(state="detached", timeout=60_000)
    lab.wait_until_idle()


@pytest.fixture
def second(lab: Lab) -> Iterator[Lab]:
    """Another tab of the same browser."""
    with lab.page.context.expect_page() as opened:
        lab.page.evaluate("void window.open('about:blank')")
    yield Lab(opened.value, lab.url, lab.folder, lab.home)
    opened.value.close()


def test_the_text_stands_there_after_a_restart_and_after_a_reload(lab: Lab) -> None:
    writing = fresh(lab, "again")
    writing.write(MESSAGE)
    assert kept(lab, "desk")[-1]["text"] == MESSAGE
    assert copies(lab) == []
    lab.restart()
    lab.run(0)  # what the first cell forgets is gone; the text below was typed since
    lab.open("again-2", [STUDIO, f"Studio({ID!r})"])
    lab.run(0)
    shown(lab, 1).write(MESSAGE)
    lab.restart()
    lab.run(0)
    expect(shown(lab, 1).area).to_have_value(MESSAGE)
    reload(lab)
    lab.run(0)
    expect(shown(lab, 1).area).to_have_value(MESSAGE)


def test_without_its_kernel_a_studio_says_so_within_three_seconds_and_nothing_typed_is_lost(lab: Lab) -> None:
    writing = fresh(lab, "lost")
    writing.write("Hi Rafael,")
    lab.command("kernelmenu:shutdown")
    lab.page.wait_for_function("() => !jupyterapp.shell.currentWidget.sessionContext.session", timeout=30_000)
    started = time.monotonic()
    writing.area.press_sequentially(" one question.")
    expect(writing.status).to_contain_text(NOT_CONNECTED, timeout=3_000)
    assert time.monotonic() - started < 3
    writing.area.press_sequentially(" Two, in fact.")
    assert len(copies(lab)) == 1
    lab.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.changeKernel({ name: 'python3' })")
    lab.wait_until_idle()
    again = shown_after_import(lab)
    expect(again.area).to_have_value("Hi Rafael, one question. Two, in fact.")
    expect(again.kept).to_be_attached(timeout=15_000)
    assert kept(lab, "desk")[-1]["text"] == "Hi Rafael, one question. Two, in fact."
    assert copies(lab) == []


def shown_after_import(lab: Lab) -> Writing:
    lab.page.evaluate(f"jupyterapp.shell.currentWidget.content.widgets[0].model.sharedModel.setSource({STUDIO!r})")
    lab.run(0)
    return shown(lab, 1)


def test_a_kernel_that_is_restarted_is_missed_without_a_key_being_pressed(lab: Lab) -> None:
    writing = fresh(lab, "restarted")
    writing.write("Hi Rafael,")
    lab.restart()
    expect(writing.status).to_contain_text(NOT_CONNECTED, timeout=6_000)


def test_what_was_typed_without_a_kernel_comes_back_after_a_reload(lab: Lab) -> None:
    writing = fresh(lab, "closed-laptop")
    writing.write("Hi Rafael,")
    lab.restart()
    writing.area.press_sequentially(" while nobody was there.")
    expect(writing.status).to_contain_text(NOT_CONNECTED, timeout=6_000)
    reload(lab)
    again = shown_after_import(lab)
    expect(again.area).to_have_value("Hi Rafael, while nobody was there.")
    expect(again.kept).to_be_attached(timeout=15_000)


def test_while_another_cell_runs_nothing_is_lost(lab: Lab) -> None:
    writing = fresh(lab, "busy")
    kernel = "jupyterapp.shell.currentWidget.sessionContext.session.kernel"
    lab.page.evaluate(f"void {kernel}.requestExecute({{code: 'import time; time.sleep(5)'}})")
    writing.area.press_sequentially("Hi Rafael.")
    expect(writing.kept).to_be_attached(timeout=15_000)
    assert kept(lab, "desk")[-1]["text"] == "Hi Rafael."


def test_a_second_tab_on_the_same_kernel_follows(lab: Lab, second: Lab) -> None:
    first = fresh(lab, "followed")
    first.write("Hi Rafael,")
    second.page.goto(lab.address("followed").removesuffix("?reset"))
    second.wait_until_idle()
    other = shown(second, 1)
    expect(other.area).to_have_value("Hi Rafael,")
    first.write("Hi Rafael, from the first tab.")
    other.area.focus()
    expect(other.area).to_have_value("Hi Rafael, from the first tab.", timeout=15_000)
    other.write("Hi Rafael, from the second tab.")
    first.page.bring_to_front()
    first.area.focus()
    expect(first.area).to_have_value("Hi Rafael, from the second tab.", timeout=15_000)
    expect(first.status).to_have_text("Changed in another tab; shown here too.")


def test_two_notebooks_on_one_message_overwrite_nothing_silently(lab: Lab, second: Lab) -> None:
    first = fresh(lab, "mine")
    first.write("Hi Rafael,")
    second.open("theirs", [STUDIO, f"Studio({ID!r})"])
    second.run(0)
    other = shown(second, 1)
    cut_off(second)
    other.area.press_sequentially(" from the second.")
    first.write("Hi Rafael, from the first.")
    come_back(second)
    alert = other.root.get_by_role("alert")
    expect(alert).to_contain_text("This message was changed in another place", timeout=15_000)
    expect(other.area).to_have_value("Hi Rafael, from the second.")
    assert kept(lab, "desk")[-1]["text"] == "Hi Rafael, from the first."
    other.button("Go on with the text that stands here").click()
    expect(alert).to_be_empty()
    expect(other.status).to_contain_text("Done. The other text is among the versions.", timeout=15_000)
    assert kept(lab, "desk")[-1]["text"] == "Hi Rafael, from the second."
    assert "Hi Rafael, from the first." in [entry["text"] for entry in kept(lab, "messages")]


def cut_off(lab: Lab) -> None:
    """The page hears nothing for a while: what it sends waits."""
    lab.page.evaluate("""() => {
      const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
      window.waiting = [];
      const socket = kernel._ws;
      window.release = () => { delete socket.send; waiting.forEach(each => socket.send(each)); };
      socket.send = message => waiting.push(message);
    }""")


def come_back(lab: Lab) -> None:
    lab.page.evaluate("release()")


def test_the_other_text_can_be_taken(lab: Lab, second: Lab) -> None:
    first = fresh(lab, "mine-again")
    first.write("Hi Rafael,")
    second.open("theirs-again", [STUDIO, f"Studio({ID!r})"])
    second.run(0)
    other = shown(second, 1)
    cut_off(second)
    other.area.press_sequentially(" from the second.")
    first.write("Hi Rafael, from the first.")
    come_back(second)
    other.button("Go on with the text from the other place").click(timeout=15_000)
    expect(other.area).to_have_value("Hi Rafael, from the first.")
    expect(other.area).to_be_focused()
    expect(other.root.get_by_role("alert")).to_be_empty()


def test_another_users_copy_in_the_same_browser_is_left_alone(lab: Lab) -> None:
    lab.open("apart", [STUDIO, f"Studio({ID!r})"])
    key = f"genuinely/studio/0123456789ab/card/{ID}#1"
    lab.page.evaluate("key => localStorage.setItem(key, JSON.stringify({ text: 'not mine', base: 0, time: 1 }))", key)
    writing = fresh_kernel(lab)
    expect(writing.area).not_to_have_value("not mine")
    assert key in copies(lab)
    writing.root.locator("summary", has_text="Where this is kept").click()
    writing.button("Forget the copies in this browser").click()
    expect(writing.root.get_by_text("The copies in this browser are gone.")).to_be_visible()
    assert copies(lab) == []


def fresh_kernel(lab: Lab) -> Writing:
    lab.run(0)
    return shown(lab, 1)


def test_a_temporary_server_offers_to_take_the_work_along_and_to_bring_it_back(lab: Lab) -> None:
    temporary = "import os\nos.environ['BINDER_SERVICE_HOST'] = '10.0.0.1'\n"
    writing = fresh(lab, "temporary", f"{temporary}Studio({ID!r})")
    expect(writing.root.get_by_text("This is a temporary server")).to_be_visible()
    writing.write(MESSAGE)
    writing.button("Keep this version").click()
    expect(writing.root.get_by_text("Kept as version 1.")).to_be_visible()
    with lab.page.expect_download() as downloading:
        writing.button("Take all my work along").click()
    file = lab.folder / downloading.value.suggested_filename
    downloading.value.save_as(file)
    expect(writing.root.get_by_text("in the folder for downloads")).to_be_visible()
    lab.restart()  # as another server would: the studio above can keep nothing more
    lab.run(0)
    lab.page.evaluate("localStorage.clear()")
    assert [*(lab.home / "my_work").rglob("*.json")] == []
    empty = shown(lab, 1)
    expect(empty.area).to_have_value("")
    empty.root.get_by_label("Bring work back").set_input_files(file)
    expect(empty.root.get_by_text("files came back. Run this cell again to see them.")).to_be_visible(timeout=15_000)
    expect(shown(lab, 1).area).to_have_value(MESSAGE)


def test_the_widget_that_forgets_clears_the_copies(lab: Lab) -> None:
    lab.open("forgets", ["from genuinely.coaching.studio import forget_in_browser\nforget_in_browser()"])
    lab.page.evaluate("localStorage.setItem('genuinely/studio/x', '1')")
    lab.run(0)
    expect(lab.cell(0).get_by_role("status")).to_contain_text("The copies in this browser are gone.")
    assert copies(lab) == []


def test_what_was_forgotten_in_a_terminal_does_not_come_back_out_of_the_browser(lab: Lab) -> None:
    writing = fresh(lab, "forgotten")
    writing.write("Hi Rafael,")
    lab.restart()
    writing.area.press_sequentially(" a secret.")
    assert len(copies(lab)) == 1
    lab.run(0)  # the first cell deletes the files, as `genuinely forget` does
    empty = shown(lab, 1)
    expect(empty.area).to_have_value("")
    assert copies(lab) == []
