"""What was fitted belongs to the data that lies here, and what is in use sees what the fit saw."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from genuinely.assessing.features import featurize
from genuinely.assessing.full.encoder import tokenizer
from genuinely.assessing.full.tokens import message_windows
from genuinely.assessing.text import read
from genuinely.resources import data
from genuinely.scenarios import load_scenarios

ROOT = Path(__file__).resolve().parents[2]
RATINGS, MODEL = ROOT / "data" / "ratings", ROOT / "data" / "model"
MADE = [MODEL / "made.json", RATINGS / "held_out.made.json", RATINGS / "held_out_light.made.json"] + [
    RATINGS / f"held_out_full_{fold}.made.json" for fold in range(5)
]


def sum_of(file: Path) -> str:
    return hashlib.sha256(file.read_text(encoding="utf-8").encode("utf-8")).hexdigest()


@pytest.mark.parametrize("made", MADE, ids=lambda file: str(file.name))
def test_what_was_fitted_was_fitted_to_the_data_and_with_the_settings_that_lie_here(made: Path) -> None:
    told = json.loads(made.read_text(encoding="utf-8"))
    assert {name: sum_of(RATINGS / name) for name in told["data"]} == told["data"], "fit again: training/README.md"
    assert sum_of(ROOT / "training" / "settings.toml") == told["settings"], "fit again: training/README.md"


def looked_at() -> list[dict[str, Any]]:
    text = data("ratings", "looked_at.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def message(id: str) -> tuple[str, str]:
    rows = map(json.loads, data("ratings", "messages.jsonl").read_text(encoding="utf-8").splitlines())
    return next((row["message"], row["scenario"]) for row in rows if row["id"] == id)


def test_twenty_messages_were_stored() -> None:
    assert len(looked_at()) == 20


@pytest.mark.parametrize("seen", looked_at(), ids=lambda seen: str(seen["id"]))
def test_sentences_tokens_and_features_are_those_of_the_fit(seen: dict[str, Any]) -> None:
    """A change to how a text is read makes the model stale: then fit again (training/README.md)."""
    written, card_id = message(seen["id"])
    text, card = read(written), load_scenarios()[card_id]
    assert [[sentence.start, sentence.end] for sentence in text.sentences] == seen["segments"]
    assert [list(window.ids) for window in message_windows(text, card, tokenizer())] == seen["tokens"]
    assert [crc32(repr(row).encode()) for row in featurize(text, card)] == seen["features"]
