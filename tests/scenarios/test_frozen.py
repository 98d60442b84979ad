"""A mapping that cannot be changed."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from genuinely.scenarios import FrozenDict

CHANGES: dict[str, Callable[[Any], object]] = {
    "set": lambda d: d.__setitem__("a", 2),
    "delete": lambda d: d.__delitem__("a"),
    "update": lambda d: d.update(a=2),
    "pop": lambda d: d.pop("a"),
    "popitem": lambda d: d.popitem(),
    "clear": lambda d: d.clear(),
    "setdefault": lambda d: d.setdefault("b", 2),
    "union in place": lambda d: d.__ior__({"b": 2}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_no_change_is_possible(change: Callable[[Any], object]) -> None:
    frozen = FrozenDict({"a": 1})
    with pytest.raises(TypeError, match="cannot be changed"):
        change(frozen)
    assert frozen == {"a": 1}


def test_every_way_of_changing_a_dict_is_among_those_tried() -> None:
    reading = {"copy", "fromkeys", "get", "items", "keys", "values"}
    tried = {"update", "pop", "popitem", "clear", "setdefault"}
    assert {name for name in dir(dict) if not name.startswith("_")} - reading == tried


def test_it_is_a_dict_to_whoever_reads_it() -> None:
    frozen = FrozenDict({"b": 1, "a": 2})
    assert isinstance(frozen, dict)
    assert list(frozen) == ["b", "a"]
    assert repr(frozen) == "{'b': 1, 'a': 2}"


def test_it_becomes_json() -> None:
    assert json.loads(json.dumps(FrozenDict({"a": FrozenDict({"b": 1})}))) == {"a": {"b": 1}}


@pytest.mark.parametrize("again", [lambda d: pickle.loads(pickle.dumps(d)), copy.copy, copy.deepcopy])
def test_its_copies_are_frozen_too(again: Callable[[Any], Any]) -> None:
    frozen = FrozenDict({"a": 1})
    made = again(frozen)
    assert made == frozen
    assert type(made) is FrozenDict
    with pytest.raises(TypeError):
        made["a"] = 2


def test_equal_ones_have_one_hash_whatever_their_order() -> None:
    assert hash(FrozenDict({"a": 1, "b": 2})) == hash(FrozenDict({"b": 2, "a": 1}))


def test_it_cannot_be_hashed_if_its_values_cannot() -> None:
    with pytest.raises(TypeError):
        hash(FrozenDict({"a": [1]}))
