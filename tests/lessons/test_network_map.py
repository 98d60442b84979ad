"""The network map: whom to write to first, in what order and why; kept, and there again."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from genuinely.coaching.look import look
from genuinely.lessons import network_map
from genuinely.lessons.controls import cleaned
from genuinely.lessons.network_controls import CONTROLS, example, example_from, scene, words
from genuinely.lessons.network_drawing import angles, spots
from genuinely.lessons.network_people import YOU, Contact, contacts_from, first_of_each, own_graph, suggestions, worlds
from genuinely.lessons.reading import LessonDataError, Table


def order(*contacts: Contact) -> list[str]:
    return [each.contact.name for each in suggestions(contacts)]


def groups(*contacts: Contact) -> dict[str, str]:
    return {each.contact.name: each.group for each in suggestions(contacts)}


def shown(**values: Any) -> Any:
    return scene(words(), cleaned(CONTROLS, values))


FRIEND = Contact("A.", "friendly", "year", "lab")
SILENT = Contact("B.", "close", "longer", "lab")
DOOR = Contact("C.", "slight", "year", "choir")
OTHER = Contact("D.", "slight", "year", "lab")


def test_existing_come_first_then_dormant_then_bridges_then_the_rest() -> None:
    assert order(OTHER, DOOR, SILENT, FRIEND) == ["A.", "B.", "C.", "D."]
    assert groups(OTHER, DOOR, SILENT, FRIEND) == {"A.": "existing", "B.": "dormant", "C.": "bridge", "D.": "later"}


def test_a_slight_tie_is_a_bridge_only_while_nobody_else_goes_there() -> None:
    assert groups(FRIEND, DOOR)["C."] == "bridge"
    assert groups(FRIEND, DOOR, Contact("E.", "close", "year", "CHOIR"))["C."] == "later"
    assert groups(FRIEND, Contact("C.", "slight", "year", "choir", knows=("a.",)))["C."] == "later"


def test_within_a_group_the_only_way_into_a_world_comes_first() -> None:
    close = Contact("E.", "close", "year", "lab")
    alone = Contact("F.", "friendly", "year", "press")
    assert order(FRIEND, close, alone) == ["F.", "E.", "A."]


def test_a_surprise_after_some_time_comes_before_a_voice_of_last_week() -> None:
    quiet = Contact("G.", "friendly", "three_years", "lab")
    assert order(FRIEND, quiet) == ["G.", "A."]
    assert "silent" in suggestions((FRIEND, quiet))[0].reasons


def test_who_knows_another_world_is_said_to() -> None:
    both = Contact("H.", "friendly", "year", "lab", knows=("C.",))
    told = {each.contact.name: each for each in suggestions((FRIEND, both, DOOR))}
    assert told["H."].joins == ("choir",)
    assert told["C."].joins == ("lab",)
    assert told["A."].joins == ()


def test_one_of_each_group_is_proposed_and_nobody_of_the_rest() -> None:
    assert [each.contact.name for each in first_of_each(suggestions((OTHER, DOOR, SILENT, FRIEND)))] == [
        "A.",
        "B.",
        "C.",
    ]
    assert first_of_each(suggestions((OTHER, Contact("E.", "slight", "year", "lab")))) == ()


def test_people_of_one_world_know_each_other_and_all_know_you() -> None:
    graph = own_graph((FRIEND, SILENT, DOOR))
    assert graph.neighbours[YOU] == {"A.", "B.", "C."}
    assert graph.neighbours["A."] == {YOU, "B."}
    assert [tie.strength for tie in graph.ties if tie.one == YOU] == [2, 3, 1]


def test_people_without_a_world_are_not_taken_to_know_each_other() -> None:
    graph = own_graph((Contact("A."), Contact("B.")))
    assert graph.neighbours["A."] == {YOU}


def test_rows_without_a_name_are_left_out_and_equal_names_told_apart() -> None:
    rows = [{"name": " K.  M. "}, {"name": "  "}, {}, {"name": "k. m.", "world": "lab", "knows": "A., B."}]
    found = contacts_from(rows)
    assert [each.name for each in found] == ["K. M.", "k. m. (2)"]
    assert found[1].knows == ("A.", "B.")


def test_nobody_can_be_called_like_the_node_of_the_learner() -> None:
    (found,) = contacts_from([{"name": YOU}])
    assert found.name != YOU


@pytest.mark.parametrize("row", [{"name": "A.", "strength": None}, {"name": "A.", "strength": "huge", "knows": None}])
def test_what_is_not_chosen_counts_as_the_first_choice(row: dict[str, Any]) -> None:
    assert contacts_from([row]) == (Contact("A.", "slight", "year"),)


def test_everybody_has_a_direction_of_their_own() -> None:
    people = tuple(Contact(str(number), world=f"w{number % 5}") for number in range(40))
    assert len({round(angle, 6) for angle in angles(people).values()}) == 40
    assert set(spots(people)) == {YOU, *(each.name for each in people)}
    assert len(worlds(people)) == 5


@pytest.mark.parametrize("count", [1, 2, 40])
def test_any_number_of_people_can_be_drawn(count: int) -> None:
    rows = [{"name": f"P{number}", "world": f"w{number % 7}", "recency": "longer"} for number in range(count)]
    figure = shown(people=rows).draw(look()["dark"])
    numbers = {text.get_text() for text in figure.axes[0].texts}
    assert {str(number) for number in range(1, count + 1)} <= numbers


def test_the_words_name_everybody_whom_the_picture_shows() -> None:
    told = shown(people=[{"name": "K. M.", "world": "choir", "strength": "friendly"}])
    assert "choir: K. M." in told.text
    assert "K. M.: Close or friendly" in told.below_plain
    assert "Nobody else here belongs to choir." in told.below_plain
    assert any("neighbour" in sentence for sentence in told.comparison)


def test_what_is_typed_is_escaped() -> None:
    told = shown(people=[{"name": "<b>x</b>", "strength": "close", "world": "<i>"}])
    assert "<b>x</b>" not in told.below
    assert "&lt;b&gt;x&lt;/b&gt;" in told.below


def test_an_empty_table_shows_an_example_that_says_so() -> None:
    assert "invented example" in shown().comparison[0]
    assert example()[0].name in shown().text
    assert "invented example" not in " ".join(shown(people=[{"name": "K."}]).comparison)


def test_the_club_without_its_weak_ties_says_who_is_cut_off() -> None:
    assert "28 still hang together; 6 are cut off" in shown(view="without_weak").comparison[0]
    assert "34 still hang together; 0 are cut off" in shown(view="without_strong").comparison[0]
    assert "7 are weak and 1 strong" in shown(view="club").text
    assert "44% lead through member 1" in shown(view="club").comparison[1]
    assert "9% of their other acquaintances, two with a strong tie 23%" in shown(view="club").comparison[0]


def test_the_table_of_ones_own_people_is_away_while_the_club_is_looked_at() -> None:
    assert tuple(shown(view="club").away_parts) == ("people",)
    assert tuple(shown(view="yours").away_parts) == ()


def test_the_picture_of_the_club_has_its_ties() -> None:
    lines = [len(shown(view=view).draw(look()["light"]).axes[0].lines) for view in ("club", "without_weak")]
    assert lines == [78, 48]


def test_people_are_kept_and_come_back() -> None:
    rows = [{"name": "K.", "world": "choir", "strength": "close", "recency": "longer"}]
    network_map().sent = {"number": 1, "value": {"view": "yours", "people": rows}}
    again = network_map()
    assert again.value["people"] == rows
    assert "K." in again.shown["text"]


def test_where_no_widget_can_be_shown_a_page_stands_there() -> None:
    bundle = network_map()._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert "Where to begin" in data["text/plain"]
    assert "E25" in data["text/html"]


@pytest.mark.parametrize(("was", "becomes"), [('"slight"', '"huge"'), ("name =", "nom ="), ("recency", "since")])
def test_an_example_that_does_not_fit_is_refused(was: str, becomes: str) -> None:
    text = 'people = [{ name = "A.", strength = "slight", recency = "year" }]'.replace(was, becomes)
    with pytest.raises(LessonDataError, match=r"network\.toml: key 'people\[1\]"):
        example_from(Table("network.toml", "", tomllib.loads(text)))
