"""Colours that can be read in both themes, and a style block that can stand alone."""

from __future__ import annotations

import copy
import re
from importlib.resources import files

import pytest

from genuinely.coaching import look as look_module
from genuinely.coaching.look import LINES, TONES, LookError, look, mark_classes, style, style_variables
from genuinely.coaching.wording_keys import MOVES

THEMES = ("light", "dark")


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("text", ["ink", "quiet", "accent"])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_text_is_readable_on_every_ground(theme: str, text: str, ground: str) -> None:
    assert contrast(look()[theme][text], look()[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", TONES)
def test_text_and_number_are_readable_on_every_mark(theme: str, tone: str) -> None:
    colours = look()[theme]
    assert contrast(colours["ink"], colours[tone]["tint"]) >= 4.5
    assert contrast(colours[tone]["line"], colours[tone]["tint"]) >= 4.5
    assert contrast(colours[tone]["line"], colours["paper"]) >= 4.5
    assert contrast(colours[tone]["line"], colours["raised"]) >= 4.5


def test_every_text_colour_of_the_sheets_is_one_of_those_tested() -> None:
    static = files("genuinely.coaching") / "static"
    sheets = [(static / name).read_text(encoding="utf-8") for name in ("output.css", "widget.css")]
    used = {value.strip() for sheet in sheets for value in re.findall(r"(?<![\w-])color:([^;}]+)", sheet)}
    tested = {"var(--g-ink)", "var(--g-quiet)", "var(--g-accent)", "var(--line)", "var(--g-against-line)", "inherit"}
    assert used <= tested


def test_a_mark_is_told_by_its_line_and_not_by_colour_alone() -> None:
    helping, against = mark_classes("ask"), mark_classes("pressure")
    assert {"g-solid", "g-wavy"} == {c for c in (*helping.split(), *against.split()) if c.removeprefix("g-") in LINES}


@pytest.mark.parametrize("move", MOVES)
def test_every_move_has_a_look_that_the_sheet_knows(move: str) -> None:
    tone, line = mark_classes(move).split()
    assert f".{tone}{{" in style()
    assert line == "g-solid" or f".{line}" in style()


def test_both_themes_and_vs_code_are_served() -> None:
    css = style_variables()
    assert css.startswith(".genuinely{")
    assert '[data-jp-theme-light="false"] .genuinely' in css
    assert "body.vscode-dark .genuinely" in css


def test_the_style_is_small_and_hangs_on_our_own_root() -> None:
    assert len(style().encode("utf-8")) < 10_000
    sheet = re.sub(r"@[^{]+\{", "", style().removeprefix("<style>").removesuffix("</style>"))
    selectors = [s for rule in re.findall(r"([^{}]+)\{[^{}]*\}", sheet) for s in rule.split(",")]
    assert selectors
    assert all(".genuinely" in selector for selector in selectors)


def test_it_respects_reduced_motion_and_narrow_pages() -> None:
    assert "prefers-reduced-motion" in style()
    assert "@container" in style()


@pytest.mark.parametrize(
    ("keys", "value"),
    [(("dark", "ink"), "white"), (("light", "against", "tint"), None), (("moves", "ask", "line"), "bold")],
)
def test_a_slip_in_the_file_is_named(keys: tuple[str, ...], value: object, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = copy.deepcopy(dict(look()))
    at = broken
    for key in keys[:-1]:
        at = at[key]
    if value is None:
        del at[keys[-1]]
    else:
        at[keys[-1]] = value
    monkeypatch.setattr(look_module.tomllib, "loads", lambda _: broken)
    with pytest.raises(LookError, match=re.escape(".".join(keys))):
        look.__wrapped__()
