"""Pictures of the instruments: one drawing in the colours of the page, and numbers as one reads them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from typing import Any

import pytest
from matplotlib.figure import Figure

from genuinely.coaching.look import PLAIN_COLOURS, TONES, look
from genuinely.lessons.instruments import INSTRUMENTS, instrument
from genuinely.lessons.plotting import WIDTH, bare_axes, plain, quiet_axes, sheet, signed
from genuinely.lessons.themed import themed_svg


def drawn(colours: Mapping[str, Any]) -> Figure:
    figure = sheet(2)
    axes = figure.add_subplot()
    axes.bar([0, 1], [1, 2], color=colours["exchange"]["line"], edgecolor=colours["exchange"]["tint"])
    axes.set_title("spoons", color=colours["ink"])
    quiet_axes(axes, colours)
    return figure


def palette(theme: str) -> dict[str, str]:
    """Return every colour of a theme by the name of its variable."""
    colours = look()[theme]
    toned = {f"{tone}-{part}": colours[tone][part] for tone in TONES for part in ("tint", "line")}
    return {**toned, **{name: colours[name] for name in PLAIN_COLOURS}}


def test_it_is_as_wide_as_its_place_and_left_to_the_words_beside_it() -> None:
    svg = themed_svg(drawn)
    opening = svg[: svg.index(">")]
    assert re.search(r"viewBox=", opening)
    assert not re.search(r' (width|height)="', opening)
    assert 'aria-hidden="true"' in opening


def test_its_letters_are_letters_of_the_page() -> None:
    assert re.search(r"<text[^>]*>spoons</text>", themed_svg(drawn))


def test_the_same_drawing_comes_out_the_same_and_without_a_date() -> None:
    assert themed_svg(drawn) == themed_svg(drawn)
    assert "<metadata>" not in themed_svg(drawn)


def test_its_colours_are_those_of_the_page() -> None:
    svg = themed_svg(drawn)
    for name in ("exchange-line", "exchange-tint", "ink", "quiet"):
        assert f"var(--g-{name})" in svg
    assert "#" + look()["light"]["ink"].lstrip("#") not in svg


def test_two_names_with_one_colour_in_the_light_have_one_in_the_dark_as_well() -> None:
    """Or a drawing that is made once, from the light colours, could not be told apart in the dark."""
    light, dark = palette("light"), palette("dark")
    for one, other in itertools.combinations(light, 2):
        if light[one] == light[other]:
            assert dark[one] == dark[other], (one, other)


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_no_instrument_draws_with_a_colour_that_stays_when_the_theme_changes(name: str) -> None:
    picture = instrument(name).shown["picture"]
    assert re.findall(r"(?:fill|stroke|color)\s*[:=]\s*\"?#[0-9a-fA-F]{3,8}", picture) == []
    assert "var(--g-" in picture


def test_a_sheet_has_the_width_that_reads_well_beside_controls() -> None:
    assert tuple(sheet(3).get_size_inches()) == (WIDTH, 3)


def test_quiet_axes_keep_the_lines_that_are_named() -> None:
    axes = sheet(2).add_subplot()
    quiet_axes(axes, look()["dark"], keep="bottom")
    assert [side for side, spine in axes.spines.items() if spine.get_visible()] == ["bottom"]


def test_bare_axes_show_nothing_of_themselves() -> None:
    axes = sheet(2).add_subplot()
    bare_axes(axes)
    assert not axes.axison


@pytest.mark.parametrize(
    ("value", "digits", "read"),
    [
        (2.0, 2, "2"),
        (1.25, 2, "1.25"),
        (1.5, 2, "1.5"),
        (-0.5, 1, "−0.5"),
        (-0.001, 2, "0"),
        (20, 0, "20"),
        (16.67, 0, "17"),
    ],
)
def test_a_number_has_no_needless_noughts_and_a_minus_that_is_one(value: float, digits: int, read: str) -> None:
    assert plain(value, digits) == read


@pytest.mark.parametrize(("value", "read"), [(2.0, "+2"), (-1.5, "−1.5"), (0.001, "0"), (-0.001, "0")])
def test_a_change_has_its_sign_and_nought_has_none(value: float, read: str) -> None:
    assert signed(value) == read
