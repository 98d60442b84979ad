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


_DRAWN = """svg => {
  const parts = (colour) => (colour.startsWith("rgb") ? colour.match(/[\\d.]+/g).map(Number) : null);
  const over = (above, under, opacity) => above.map((part, i) => opacity * part + (1 - opacity) * under[i]);
  const page = getComputedStyle(svg.closest(".genuinely")).backgroundColor;
  return [...svg.querySelectorAll("text")].map((text) => {
    const box = text.getBoundingClientRect();
    const below = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    let ground = parts(page).slice(0, 3);
    for (const shape of below.filter((each) => each.matches("svg path, svg use") && svg.contains(each)).reverse()) {
      const style = getComputedStyle(shape);
      const fill = parts(style.fill);
      if (fill) ground = over(fill.slice(0, 3), ground, (fill[3] ?? 1) * style.fillOpacity * style.opacity);
    }
    return [text.textContent, parts(getComputedStyle(text).fill).slice(0, 3), ground];
  });
}"""


def ground(element: Locator) -> Colour:
    """Return what an element stands on: red, green and blue from 0 to 255."""
    return list(element.first.evaluate(_GROUND))


def text_and_ground(elements: Locator) -> list[tuple[Colour, Colour]]:
    """Return the colour of each element's text, with what shines through it, and of its ground."""
    return [(text, under) for text, under in elements.evaluate_all(_PAIRS)]


def drawn_text_and_ground(svg: Locator) -> list[tuple[str, Colour, Colour]]:
    """Return each text of a drawing with its colour and that of what lies under its middle.

    The drawing has to be in the window as a whole. Hatching counts as what it is drawn on.
    """
    return [(text, colour, under) for text, colour, under in svg.evaluate(_DRAWN)]


def contrast(one: Colour, other: Colour) -> float:
    """Return WCAG 2.2's contrast ratio of two colours, from 1 to 21."""

    def luminance(colour: Colour) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (p / 255 for p in colour)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
