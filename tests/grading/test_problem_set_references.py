"""The rated messages of the problem sets: what their readers found, and that the checker finds the same."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping

import pytest

from genuinely.assessing import assess
from genuinely.scenarios import load_scenario

from .problem_set import REPOSITORY, Written, points, reference, written

STRONG_AT_LEAST = 85
WEAK_AT_MOST = 45
MOST_DISAGREEMENTS = 0.05
"""Of all the messages, the share on which the checker may differ from their readers."""

every_message = pytest.mark.parametrize("answer", written(), ids=lambda answer: answer.name)


def disagreements() -> list[dict[str, str]]:
    file = REPOSITORY / "tests" / "known_disagreements.toml"
    found: list[dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8")).get("disagreements", [])
    return found


def known() -> set[str]:
    return {f"{each['scenario']}-{each['kind']}-{each['voice']}" for each in disagreements()}


def unlisted() -> list[Written]:
    """The messages on which checker and readers have to agree; how many others there may be is held below."""
    return [answer for answer in written() if answer.name not in known()]


def total(levels: Mapping[str, int], scenario: str) -> float:
    """What the levels come to, from 0 to 100, weighted as the card says."""
    weights = load_scenario(scenario).criteria
    return 50 * sum(weights[name] * levels[name] for name in weights) / sum(weights.values())


def is_as_meant(found: float, kind: str) -> bool:
    return found >= STRONG_AT_LEAST if kind == "strong" else found <= WEAK_AT_MOST


def test_every_rewrite_has_references_in_three_voices_and_a_weak_message_beside_each() -> None:
    count = Counter((answer.assignment, answer.scenario, answer.kind) for answer in written())
    for assignment in {answer.assignment for answer in written()}:
        for scenario in points(assignment):
            assert count[assignment, scenario, "strong"] == count[assignment, scenario, "weak"] == 3
    assert len({answer.name for answer in written()}) == len(written())


@every_message
def test_readers_rated_each_criterion_of_the_card_and_agree_on_what_the_message_is(answer: Written) -> None:
    for levels in answer.ratings:
        assert set(levels) == set(load_scenario(answer.scenario).criteria)
        assert set(levels.values()) <= {0, 1, 2}
        assert is_as_meant(total(levels, answer.scenario), answer.kind)


@pytest.mark.parametrize("answer", unlisted(), ids=lambda answer: answer.name)
def test_checker_finds_what_the_readers_found(answer: Written) -> None:
    found = assess(answer.message, load_scenario(answer.scenario))
    assert answer.kind == "weak" or found.flags == ()
    assert is_as_meant(found.total, answer.kind), (found.total, dict(found.levels))


def test_the_answer_in_solutions_is_one_of_the_references() -> None:
    for assignment in {answer.assignment for answer in written()}:
        for scenario in points(assignment):
            ours = [each.message for each in written() if each.scenario == scenario and each.kind == "strong"]
            assert reference(scenario, assignment) in ours


def test_known_disagreements_are_few_and_each_says_why() -> None:
    assert len(known()) == len(disagreements())
    assert known() <= {answer.name for answer in written()}
    assert len(known()) <= MOST_DISAGREEMENTS * len(written())
    assert all(each["why"].strip() for each in disagreements())


def test_the_page_about_the_checker_shows_the_known_disagreements() -> None:
    page = (REPOSITORY / "docs" / "how-right-is-the-checker.md").read_text(encoding="utf-8")
    shown = page.partition("<!-- known disagreements")[2].partition("<!-- end of known disagreements -->")[0]
    rows = [line for line in shown.splitlines() if line.startswith("| ")][1:]
    assert rows == [
        f"| {load_scenario(each['scenario']).title} (`{each['scenario']}`) | {_answer(each)} | {each['why']} |"
        for each in disagreements()
    ]


def _answer(listed: dict[str, str]) -> str:
    voice = listed["voice"]
    return f"strong, {voice}" if listed["kind"] == "strong" else f"weak, beside the {voice} one"


def test_the_checkers_page_says_how_often_the_two_readers_gave_the_same_level() -> None:
    pairs = [(first[name], second[name]) for first, second in (each.ratings for each in written()) for name in first]
    said = f"{sum(one == other for one, other in pairs)} of {len(pairs)} levels"
    page = REPOSITORY / "docs" / "how-right-is-the-checker.md"
    assert said in page.read_text(encoding="utf-8")
