"""The good answers: which cards have one, and that each is one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from genuinely.assessing import assess
from genuinely.coaching.problem_sets import maximum
from genuinely.coaching.studio.models import ModelError, model_of, read_model
from genuinely.coaching.studio.telling import counter
from genuinely.resources import data
from genuinely.scenarios import load_scenario, load_scenarios

REPOSITORY = Path(__file__).resolve().parents[3]
IDS = sorted(file.name.removesuffix(".toml") for file in data("models").iterdir() if file.name.endswith(".toml"))
GOOD = 'id = "x"\nmessage = "Dear Ada, no hurry."\n[shows]\neasy_no = "no hurry"\n'


def in_lessons() -> list[str]:
    """The cards that a lesson names in its code."""
    found: dict[str, None] = {}
    for file in sorted((REPOSITORY / "notebooks").glob("*.ipynb")):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                words = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", "".join(cell["source"]))
                found.update(dict.fromkeys(word for word in words if word in load_scenarios()))
    return list(found)


def test_every_card_of_a_lesson_that_does_not_count_for_points_has_a_good_answer() -> None:
    ids = in_lessons()
    assert "old-classmate-monitoring" in ids
    assert [id for id in ids if maximum(id) is None and id not in IDS] == []


@pytest.mark.parametrize("id", IDS)
def test_none_is_for_a_card_that_counts_for_points(id: str) -> None:
    assert maximum(id) is None


@pytest.mark.parametrize("id", IDS)
def test_each_reads_as_a_good_answer_and_shows_how(id: str) -> None:
    model, card = model_of(id), load_scenario(id)
    assert model is not None
    found = assess(model.message, card)
    assert found.flags == ()
    assert found.total >= 65
    assert counter(model.message, card)["fits"]
    assert {*model.shows} >= {name for name, weight in card.criteria.items() if weight >= 2} - {"concise"}


def test_a_card_may_have_none() -> None:
    assert model_of("a-card-without-one") is None


def test_a_good_file_is_read() -> None:
    model = read_model(GOOD, "x.toml")
    assert model.message == "Dear Ada, no hurry."
    assert model.shows["easy_no"] == "no hurry"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id = ", "not valid TOML"),
        (GOOD.replace('"x"', '"y"'), "key 'id'"),
        (GOOD.replace("message", "mesage"), "key 'mesage' is not known"),
        ('id = "x"\nmessage = " "', "key 'message'"),
        (GOOD.replace("easy_no", "easy"), "key 'shows.easy'"),
        (GOOD.replace('"no hurry"', '"in a hurry"'), "expected words of the message"),
        (f"shows = 3\n{GOOD.split('[shows]')[0]}", "key 'shows'"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_its_name_and_key(text: str, said: str) -> None:
    with pytest.raises(ModelError, match=re.escape(said)) as caught:
        read_model(text, "x.toml")
    assert str(caught.value).startswith("x.toml: ")
