"""Colours as data, and the small style block that every output carries with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from genuinely.coaching.wording_keys import MOVES
from genuinely.resources import data

PLAIN_COLOURS = ("paper", "raised", "ink", "quiet", "rule", "accent")
TONES = ("exchange", "interest", "create", "craft", "against", "neutral")
LINES = ("solid", "dashed", "wavy", "dotted")

_HEX = re.compile(r"#[0-9a-f]{6}")
_DARK = (
    '[data-jp-theme-light="false"] .genuinely',
    "body.vscode-dark .genuinely",
    "body.vscode-high-contrast:not(.vscode-high-contrast-light) .genuinely",
)


class LookError(ValueError):
    """`look.toml` does not fit. The message names the key and the remedy."""


@cache
def look() -> Mapping[str, Any]:
    """Return `data/look/look.toml`, checked. Raises LookError."""
    found = tomllib.loads(data("look", "look.toml").read_text(encoding="utf-8"))
    for theme in ("light", "dark"):
        for name in PLAIN_COLOURS:
            _colour(found, theme, name)
        for tone in TONES:
            _colour(found, theme, tone, "tint")
            _colour(found, theme, tone, "line")
    for move in MOVES:
        _one_of(found, TONES, "moves", move, "tone")
        _one_of(found, LINES, "moves", move, "line")
    return found


def mark_classes(move: str) -> str:
    """Return the classes that give a move its colour and its line."""
    style = look()["moves"][move]
    return f"g-{style['tone']} g-{style['line']}"


def style_variables() -> str:
    """Return CSS that sets the colours on our own root class: for the light theme and the dark, and light on paper."""
    return f".genuinely{{{_variables('light')}}}@media screen{{{','.join(_DARK)}{{{_variables('dark')}}}}}"


def page_variables() -> str:
    """Return CSS for a page of our own, behind `style()`: as the system is set on the screen, and light on paper."""
    dark = f"@media screen and (prefers-color-scheme:dark){{.genuinely{{{_variables('dark')}}}}}"
    return f":root{{color-scheme:light dark}}{dark}"


@cache
def style() -> str:
    """Return the style block of an output: it has to stand alone, in a page that we do not own."""
    sheet = (files("genuinely.coaching") / "static" / "output.css").read_text(encoding="utf-8")
    tones = "".join(f".genuinely .g-{t}{{--tint:var(--g-{t}-tint);--line:var(--g-{t}-line)}}" for t in TONES)
    return f"<style>{style_variables()}{tones}{_squeeze(sheet)}</style>"


def _variables(theme: str) -> str:
    colours = look()[theme]
    plain = [f"--g-{name}:{colours[name]}" for name in PLAIN_COLOURS]
    toned = [f"--g-{tone}-{part}:{colours[tone][part]}" for tone in TONES for part in ("tint", "line")]
    return ";".join([*plain, *toned])


def _squeeze(css: str) -> str:
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r"\s+", " ", without_comments)).replace(";}", "}").strip()


def _colour(found: Mapping[str, Any], *keys: str) -> None:
    value = _at(found, *keys)
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise LookError(f"look.toml: key '{'.'.join(keys)}': found {value!r}, expected a colour such as '#1c1e22'.")


def _one_of(found: Mapping[str, Any], known: tuple[str, ...], *keys: str) -> None:
    value = _at(found, *keys)
    if value not in known:
        raise LookError(f"look.toml: key '{'.'.join(keys)}': found {value!r}, expected one of {', '.join(known)}.")


def _at(found: Any, *keys: str) -> Any:
    for key in keys:
        if not isinstance(found, Mapping) or key not in found:
            raise LookError(f"look.toml: key '{'.'.join(keys)}' is missing. Add it.")
        found = found[key]
    return found
