"""Floor 1: the scenario cards, as values."""

from genuinely.scenarios.card import CRITERIA, Person, Scenario, ScenarioError
from genuinely.scenarios.frozen import FrozenDict
from genuinely.scenarios.own import own_files
from genuinely.scenarios.shelf import UnknownScenarioError, load_scenario, load_scenarios, own_scenarios

__all__ = [
    "CRITERIA",
    "FrozenDict",
    "Person",
    "Scenario",
    "ScenarioError",
    "UnknownScenarioError",
    "load_scenario",
    "load_scenarios",
    "own_files",
    "own_scenarios",
]
