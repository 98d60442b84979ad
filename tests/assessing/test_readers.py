"""Both readers, or the light one alone where the full one cannot be had."""

from __future__ import annotations

import subprocess
import sys

import pytest

from genuinely.assessing import assess
from genuinely.assessing.light import load_light
from genuinely.assessing.readers import ReaderError, best_reader, load_blend, read_both
from genuinely.assessing.text import read
from genuinely.scenarios import CRITERIA, load_scenario

CARD = load_scenario("coat-rack")
MESSAGE = "Dear Gergely,\nWould you send me one page? If not, that is fine.\nSari"


def test_both_read_where_onnxruntime_is() -> None:
    found = assess(MESSAGE, CARD)
    assert (found.reader, found.versions.assessor) == ("full", load_blend().version)


def test_the_light_one_can_be_asked_for_and_is_named() -> None:
    found = assess(MESSAGE, CARD, reader="light")
    assert (found.reader, found.versions.assessor) == ("light", load_light().version)


def test_without_onnxruntime_the_light_one_stands_alone_and_says_so() -> None:
    """In a process in which it cannot be imported, as in a kernel in the browser."""
    code = (
        "import sys; sys.modules['onnxruntime'] = None\n"
        "from genuinely import assess, load_scenarios\n"
        f"found = assess({MESSAGE!r}, load_scenarios()['coat-rack'])\n"
        "print(found.reader, found.versions.assessor, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    reader, version, _ = done.stdout.split()
    assert (reader, version) == ("light", load_light().version)


def test_the_full_one_where_it_cannot_be_had_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("genuinely.assessing.readers.best_reader", lambda: "light")
    with pytest.raises(ReaderError, match=r"Install them, or let the light one read\."):
        assess(MESSAGE, CARD, reader="full")


def test_the_encoder_is_a_witness_on_every_criterion() -> None:
    assert best_reader() == "full"
    found = read_both(read(MESSAGE), CARD)
    assert set(found.witness) == set(CRITERIA)


def test_a_move_that_both_see_is_likelier_than_one_that_neither_sees() -> None:
    blend = load_blend()
    low, high = dict.fromkeys(blend.weights, 0.02), dict.fromkeys(blend.weights, 0.98)
    for move in blend.weights:
        assert blend.join(high, high)[move] > blend.join(low, low)[move]


def test_nothing_to_read_needs_no_encoder() -> None:
    assert read_both(read(""), CARD).moves == ()
