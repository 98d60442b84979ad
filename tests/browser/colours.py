"""Colours as the browser paints them, and how well a text stands out from its ground."""

from __future__ import annotations

from playwright.sync_api import Locator

Colour = list[float]

_GROUND = """element => {
  for (let at = element; at; at = at.parentElement) {
    const parts = getComputedStyle(at).backgroundColor.match(/[\\d.]+/g).map(Number);
    if (parts.length < 4 || parts[3] > 0) return parts.slice(0, 3);
  }
  return [255, 255, 255];
}"""
_PAIRS = f"""elements => elements.map(element => {{
  const ground = ({_GROUND})(element);
  const [red, green, blue, opacity = 1] = getComputedStyle(element).color.match(/[\\d.]+/g).map(Number);
  return [[red, green, blue].map((part, i) => opacity * part + (1 - opacity) * ground[i]), ground];
}})"""


def ground(element: Locator) -> Colour:
    """Return what an element stands on: red, green and blue from 0 to 255."""
    return list(element.first.evaluate(_GROUND))


def text_and_ground(elements: Locator) -> list[tuple[Colour, Colour]]:
    """Return the colour of each element's text, with what shines through it, and of its ground."""
    return [(text, under) for text, under in elements.evaluate_all(_PAIRS)]


def contrast(one: Colour, other: Colour) -> float:
    """Return WCAG 2.2's contrast ratio of two colours, from 1 to 21."""

    def luminance(colour: Colour) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (p / 255 for p in colour)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
