"""The drawing of a guess and what was found: right in numbers, in words, and in both themes."""

from __future__ import annotations

import base64
import re
from typing import Any

import pytest

from genuinely.coaching.look import look
from genuinely.keeping import keep
from genuinely.lessons import answered_requests
from genuinely.lessons.answered import AnsweredRequests, _outline

FOUND = {"replied": 64, "delivered": 44}


def guessed(**guess: Any) -> None:
    keep("journal", "02-guess", {"answers": guess})


def area(xs: list[float], ys: list[float]) -> float:
    """The area inside a closed line (the shoelace formula)."""
    return abs(sum(xs[i] * ys[i + 1] - xs[i + 1] * ys[i] for i in range(len(xs) - 1))) / 2


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("count", range(1, 101))
def test_the_line_goes_round_as_many_letters_as_were_guessed(count: int) -> None:
    assert area(*_outline(count)) == pytest.approx(count)


def test_as_many_letters_are_filled_as_were_found() -> None:
    figure = AnsweredRequests(FOUND, {"replied": 20, "delivered": None}).draw(look()["light"])
    filled = [len(axes.collections[0].get_offsets()) for axes in figure.axes]
    empty = [len(axes.collections[1].get_offsets()) for axes in figure.axes]
    assert filled == [64, 44]
    assert empty == [36, 56]
    assert [len(axes.lines) for axes in figure.axes] == [1, 0]


@pytest.mark.parametrize("guess", [0, 1, 10, 64, 99, 100])
def test_any_guess_can_be_drawn(guess: int) -> None:
    guessed(replied=guess, delivered=guess)
    assert answered_requests("02-guess").html().count("<img") == 2


def test_the_words_say_what_the_drawing_shows() -> None:
    guessed(replied=20, delivered=60)
    shown = answered_requests("02-guess").plain()
    assert "64 replied and 44 sent it" in shown
    assert "Your guess for “replied” was 20: 44 too low." in shown
    assert "Your guess for “delivered” was 60: 16 too high." in shown
    assert "economists" in shown
    assert "Krawczyk and Reuben 2012" in shown


def test_a_right_guess_is_called_right() -> None:
    guessed(replied=64)
    assert "exactly right" in answered_requests("02-guess").plain()


@pytest.mark.parametrize("guess", [{}, {"replied": "many"}, {"replied": None}])
def test_without_a_guess_it_shows_what_was_found(guess: dict[str, Any]) -> None:
    guessed(**guess)
    shown = answered_requests("02-guess").plain()
    assert "64 replied" in shown
    assert "Your guess" not in shown


def test_each_theme_has_its_picture_with_the_same_words() -> None:
    shown = answered_requests("02-guess").html()
    alternatives = re.findall(r'<img class="g-(light|dark)"[^>]*alt="([^"]+)"', shown)
    assert [theme for theme, _ in alternatives] == ["light", "dark"]
    assert alternatives[0][1] == alternatives[1][1]
    light, dark = (base64.b64decode(each).decode() for each in re.findall(r"base64,([^\"]+)", shown))
    assert look()["light"]["interest"]["line"] in light
    assert look()["dark"]["interest"]["line"] in dark


def test_the_same_guess_draws_the_same_picture() -> None:
    assert answered_requests("02-guess").html() == answered_requests("02-guess").html()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_can_be_told_from_its_ground(theme: str) -> None:
    colours = look()[theme]
    for text in (colours["ink"], colours["against"]["line"]):
        assert contrast(text, colours["paper"]) >= 4.5
    for shape in (colours["interest"]["line"], colours["quiet"]):
        assert contrast(shape, colours["paper"]) >= 3
