"""Names that every system takes."""

from __future__ import annotations

import re

import pytest

from genuinely.keeping.names import safe


def test_an_id_is_its_own_name() -> None:
    assert safe("bank-chatbot-repairs") == "bank-chatbot-repairs"


@pytest.mark.parametrize(
    "name", ["con", "nul", "com1", "LPT9", "aux", "a/b", "..", "", "a.", "a ", "x" * 300, "Łódź", "?*:"]
)
def test_a_hard_name_becomes_a_plain_one(name: str) -> None:
    plain = safe(name)
    assert re.fullmatch(r"[a-z0-9-]{1,60}", plain)
    assert plain not in {"con", "nul", "com1", "lpt9", "aux"}


def test_names_that_differ_in_case_alone_stay_apart() -> None:
    assert len({safe("plan").lower(), safe("Plan").lower(), safe("PLAN").lower()}) == 3


def test_a_hard_name_stays_readable() -> None:
    assert safe("My Plan: Tuesday").startswith("my-plan-tuesday-")
