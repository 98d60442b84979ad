"""What a learner does in a message studio, in JupyterLab and in Notebook 7."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from browser.lab import Lab

STUDIO = "from genuinely import Studio"
SAFE = "Hi Rafael, Hana here. "
ASK = "Would you send me two columns from one village?"
EXIT = "No answer is fine too."
MESSAGE = f"{SAFE}{ASK} {EXIT}"
ID, RECIPIENT = "old-classmate-monitoring", "Rafael Quintero"


@dataclass
class Writing:
    """One studio on a page."""

    root: Locator

    @property
    def page(self) -> Page:
        return self.root.page

    @property
    def area(self) -> Locator:
        return self.root.locator(".g-letter textarea")

    @property
    def status(self) -> Locator:
        return self.root.locator(".g-foot .g-status")

    @property
    def kept(self) -> Locator:
        """The status, while all of the text is kept."""
        return self.root.locator(".g-foot .g-status[data-kind=kept]")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name)

    def fold(self, name: str) -> Locator:
        return self.root.locator("details", has=self.page.locator("summary", has_text=name)).last

    def write(self, text: str) -> None:
        """Put a text into the editor, in place of what stood there, and wait until it is kept."""
        self.area.fill(text)
        expect(self.kept).to_be_attached(timeout=15_000)

    def marked(self) -> list[str]:
        """Return the words under each mark."""
        return self.root.locator(".g-under mark").all_inner_texts()

    def predict(self, word: str = "emerging") -> None:
        """Predict one word for every level, and open the levels."""
        self.button("Predict, then see how it reads").click()
        for group in self.root.locator("fieldset").all():
            group.get_by_label(word).check()
        self.button("Show the levels").click()
        expect(self.root.locator(".g-meters")).to_be_visible(timeout=15_000)


def shown(lab: Lab, index: int) -> Writing:
    """Run a cell and return the studio that it shows, once it can be written in."""
    lab.run(index)
    return there(lab, index)


def there(lab: Lab, index: int) -> Writing:
    writing = Writing(lab.cell(index).locator(".g-studio"))
    expect(writing.area).to_be_editable(timeout=30_000)
    lab.page.wait_for_timeout(300)  # the page takes the focus back once, after a cell has run
    return writing


def fresh_page(lab: Lab, name: str, code: str) -> None:
    """Open a notebook whose second cell is the code, with nothing kept of anything."""
    lab.open(name, [f"{STUDIO}\nfrom genuinely.keeping import forget, forgettable\nforget(forgettable())", code])
    lab.run(0)
    lab.page.evaluate("localStorage.clear()")


def fresh(lab: Lab, name: str, code: str = f"Studio({ID!r})") -> Writing:
    """Open a notebook with one studio, of which nothing is kept."""
    fresh_page(lab, name, code)
    return shown(lab, 1)


def kept(lab: Lab, kind: str, name: str = ID) -> list[dict[str, Any]]:
    """Return the entries of a kept file."""
    file = lab.home / "my_work" / kind / f"{name}.json"
    return list(json.loads(file.read_text(encoding="utf-8"))["entries"])
