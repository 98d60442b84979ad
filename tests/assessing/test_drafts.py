"""The cards' own drafts are weak, and their levels say so."""

from __future__ import annotations

from genuinely.assessing import assess
from genuinely.scenarios import load_scenarios


def test_no_draft_reaches_more_than_35_by_its_levels() -> None:
    totals = {id: assess(card.draft, card).total for id, card in load_scenarios().items()}
    assert {id: total for id, total in totals.items() if total > 35} == {}
