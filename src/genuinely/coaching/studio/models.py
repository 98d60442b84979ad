"""One good answer for a card: `data/models/<id>.toml`, checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from genuinely.resources import data
from genuinely.scenarios import CRITERIA, FrozenDict


class ModelError(ValueError):
    """A model answer does not fit. The message names file, key and remedy."""


@dataclass(frozen=True)
class Model:
    """One good answer among many. `shows` maps a criterion to the words of the message that serve it."""

    id: str
    message: str
    shows: FrozenDict[str, str]


@cache
def model_of(id: str) -> Model | None:
    """Return the model answer of a card, or None where there is none. Raises ModelError."""
    file = data("models", f"{id}.toml")
    return read_model(file.read_text(encoding="utf-8"), f"{id}.toml") if file.is_file() else None


def read_model(text: str, source: str) -> Model:
    """Make a model answer from the text of a file named `source`. Raises ModelError."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ModelError(f"{source}: is not valid TOML: {error}. Mend that line.") from error
    for key in found:
        if key not in ("id", "message", "shows"):
            raise ModelError(f"{source}: key '{key}' is not known. Take it out.")
    if f"{found.get('id')}.toml" != source:
        raise ModelError(f"{source}: key 'id': found {found.get('id')!r}, expected the file's name without .toml.")
    message, shows = found.get("message"), found.get("shows", {})
    if not isinstance(message, str) or not message.strip():
        raise ModelError(f"{source}: key 'message': found {message!r}, expected the message in quotes.")
    if not isinstance(shows, dict):
        raise ModelError(f"{source}: key 'shows': expected a table of criteria with words of the message.")
    for criterion, words in shows.items():
        if criterion not in CRITERIA:
            raise ModelError(f"{source}: key 'shows.{criterion}': expected one of {', '.join(CRITERIA)}.")
        if not isinstance(words, str) or not words.strip() or words not in message:
            raise ModelError(f"{source}: key 'shows.{criterion}': found {words!r}, expected words of the message.")
    return Model(found["id"], message.strip(), FrozenDict(shows))
