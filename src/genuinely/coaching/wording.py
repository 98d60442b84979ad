"""The words that a learner sees: read from `data/wording/en/`, checked, and filled in."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from genuinely.coaching.wording_keys import ENTRIES, SENTENCES
from genuinely.resources import data

LANGUAGE = "en"

Words = Mapping[str, Mapping[str, str]]


class WordingError(ValueError):
    """A wording file that does not fit. The message names file, key and remedy."""


@cache
def words(file: str) -> Words:
    """Return the entries of a wording file ("criteria", "moves", "flags", "levels", "channels").

    Raises WordingError if an entry is missing, unknown or empty.
    """
    entries, keys = ENTRIES[file]
    return check(load(file), f"{file}.toml", {entry: dict.fromkeys(keys, frozenset()) for entry in entries})


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` of `sentences.toml` with its braces filled in."""
    section, name = key.split(".")
    return sentences()[section][name].format(**values)


@cache
def sentences() -> Words:
    """Return the sentences by section and name, each checked for the braces that the course fills in."""
    return check(load("sentences"), "sentences.toml", SENTENCES)


def check(found: Mapping[str, Any], source: str, expected: Mapping[str, Mapping[str, frozenset[str]]]) -> Words:
    """Return `found` if it has the sections, keys and braces of `expected`, and no others.

    Raises WordingError.
    """
    _same_keys(found, expected, source, "")
    for section, keys in expected.items():
        if not isinstance(found[section], Mapping):
            raise WordingError(f"{source}: [{section}]: found a value, expected a table begun by [{section}].")
        _same_keys(found[section], keys, source, f"{section}.")
        for key, braces in keys.items():
            _check_text(found[section][key], braces, f"{source}: key '{section}.{key}'")
    return found


def _same_keys(found: Mapping[str, Any], expected: Mapping[str, Any], source: str, at: str) -> None:
    for key in expected:
        if key not in found:
            raise WordingError(f"{source}: key '{at}{key}' is missing. Add it with its words.")
    for key in found:
        if key not in expected:
            known = ", ".join(expected)
            raise WordingError(f"{source}: key '{at}{key}' is not known. Take it out, or spell it as one of: {known}.")


def _check_text(text: object, braces: frozenset[str], where: str) -> None:
    if not isinstance(text, str) or not text.strip():
        raise WordingError(f"{where}: found {text!r}, expected words in quotes.")
    try:
        used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise WordingError(f"{where}: a brace is left open ({error}). Close it or take it out.") from error
    if not used <= braces:
        allowed = ", ".join(f"{{{name}}}" for name in sorted(braces)) or "none"
        strange = ", ".join(f"{{{name}}}" for name in sorted(used - braces))
        raise WordingError(f"{where}: {strange} cannot be filled in. Braces that can: {allowed}.")


def load(file: str) -> Mapping[str, Any]:
    """Return what stands in a wording file, as it stands there. Raises WordingError if it cannot be read."""
    source = data("wording", LANGUAGE, f"{file}.toml")
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except OSError as error:
        raise WordingError(f"{file}.toml: cannot be read ({error}). Install the course again.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WordingError(f"{file}.toml: is not valid TOML in UTF-8: {error}. Mend that line.") from error
