"""axe-core on a part of the page: the rules of WCAG 2.2 at AA, and those of good practice that a part can keep."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_RUN = """async ([selector, tags]) => {
  const found = await axe.run(selector, { runOnly: { type: "tag", values: tags } });
  return found.violations.map(each => [each.id, each.help, each.nodes.map(node => node.html.slice(0, 200))]);
}"""


@cache
def _source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, selector: str = ".genuinely") -> list[Any]:
    """Return what axe finds wrong in the parts of the page that the selector names: rule, help, places."""
    if page.locator(selector).count() == 0:
        raise AssertionError(f"nothing on the page is {json.dumps(selector)}")
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    return list(page.evaluate(_RUN, [selector, list(_TAGS)]))
