"""Instruments that one writes in: people kept over a restart, steps that open in turn."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from browser.instruments import shown
from browser.lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOAD = "from genuinely.lessons import network_map, recall_game"


def test_a_person_is_drawn_kept_and_there_again_after_a_restart(lab: Lab) -> None:
    lab.open("people", [LOAD, "network_map()"])
    lab.run(0)
    network = shown(lab, 1)
    network.get_by_role("button", name="Add a line").click()
    network.get_by_label("Initials or name").fill("K. M.")
    network.get_by_label("How close").select_option("close")
    network.get_by_label("Last contact").select_option("longer")
    network.get_by_role("textbox", name="World").fill("choir")
    expect(network.locator(".g-status")).to_contain_text("Kept")
    file = lab.home / "my_work" / "instruments" / "network.json"
    (person,) = json.loads(file.read_text(encoding="utf-8"))["entries"][-1]["values"]["people"]
    assert person == {"name": "K. M.", "strength": "close", "recency": "longer", "world": "choir"}
    lab.restart()
    lab.run(0)
    again = shown(lab, 1)
    expect(again.get_by_label("Initials or name")).to_have_value("K. M.")
    expect(again.get_by_text("You were close once")).to_be_visible()


def test_the_steps_of_the_game_open_one_after_the_other(lab: Lab) -> None:
    lab.open("game", [LOAD, "recall_game('steps')"])
    lab.run(0)
    game = shown(lab, 1)
    expect(game.get_by_text("This opens when all eight notes are read.")).to_be_visible()
    for number in range(1, 9):
        expect(game.get_by_text(f"{number} of 8")).to_be_visible()
        game.get_by_role("button", name="Leave it").click()
    for number in range(1, 7):
        expect(game.get_by_text(f"{number} of 6")).to_be_visible()
        game.get_by_role("button", name="right", exact=True).click()
    game.get_by_label("What I still know", exact=True).fill("spoons")
    game.get_by_role("button", name="That is all I remember").click()
    game.get_by_label("Pádraig: his grandmother").first.check()
    expect(game.get_by_text("1 of 8 came back, 1 of them")).to_be_visible()
