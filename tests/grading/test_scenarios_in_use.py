"""Which scenarios the course uses: enough of them, none twice for points, and none of those with an answer."""

from __future__ import annotations

import re
from collections import Counter

from genuinely.coaching.problem_sets import load_problem_sets
from genuinely.coaching.studio.models import model_of
from genuinely.scenarios import load_scenario, load_scenarios

from .problem_set import ASSIGNMENTS, REPOSITORY, points, read, source

AT_LEAST = 20


def for_points() -> list[str]:
    """The scenarios that are worth points, as the notebooks of the problem sets ask for them."""
    cells = [cell for each in ASSIGNMENTS for cell in read("solutions", each)["cells"]]
    return [found[1] for cell in cells if (found := re.fullmatch(r'score\("(.+)"\)', source(cell)))]


def in_lessons() -> set[str]:
    """The scenarios whose ids stand in any lesson, in whatever call."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in (REPOSITORY / "notebooks").glob("*.ipynb"))
    return set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text)) & set(load_scenarios())


def in_data() -> set[str]:
    """The scenarios whose ids stand in data that shows answers: models, examples, lessons, dialogues and so on."""
    silent = {"scenarios", "problem_sets", "ratings", "fairness", "model"}
    files = [
        file
        for folder in (REPOSITORY / "data").iterdir()
        if folder.is_dir() and folder.name not in silent
        for file in folder.rglob("*.toml")
    ]
    assert files
    text = "\n".join(file.read_text(encoding="utf-8") + file.stem for file in files)
    return set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text)) & set(load_scenarios())


def test_the_course_uses_twenty_scenarios_or_more() -> None:
    assert len(set(for_points()) | in_lessons()) >= AT_LEAST


def test_none_is_worth_points_twice() -> None:
    assert [id for id, count in Counter(for_points()).items() if count > 1] == []
    assert sorted(for_points()) == sorted(id for each in load_problem_sets().values() for id in each.rewrites)


def test_each_problem_set_asks_for_three_or_four_on_different_channels_and_of_different_kinds() -> None:
    for assignment in ASSIGNMENTS:
        cards = [load_scenario(id) for id in points(assignment)]
        assert len(cards) in (3, 4)
        assert len({card.channel for card in cards}) >= 3
        assert len({card.kind for card in cards}) >= 2


def test_none_that_is_worth_points_has_a_model_answer() -> None:
    assert [id for id in for_points() if model_of(id) is not None] == []


def test_none_that_is_worth_points_is_practised_in_a_lesson_or_answered_in_data() -> None:
    assert in_lessons()
    assert set(for_points()) & in_lessons() == set()
    assert set(for_points()) & in_data() == set()
