"""Which scenarios are asked for, and with what they are compared."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ...model import scenario
from ...model.scenario import TWIN, Scenario

CHANGED = "_as_set"
"""Ends the name of the baseline where it is also compared, with levers set, with itself as it is."""


def both_ways(scenarios: Iterable[Scenario]) -> list[Scenario]:
    """The same, each mission that the alliance may refuse followed by itself as if it came about: two questions, told apart."""
    told = []
    for each in scenarios:
        told.append(each)
        if each.is_a_bid and not each.name.endswith(TWIN):
            told.append(each.if_it_comes_about())
    return told


def asked_for(
    names: Iterable[str] | None, baseline: str, levers: Mapping[str, float], pins: Mapping[str, float], varied: bool = False
) -> tuple[Scenario, list[Scenario]]:
    """The baseline and the scenarios to compare with it (all shipped ones unless named), with levers set in them and pins in all.

    `varied`: levers will be varied beyond those. Raises ScenarioError in one line for whatever is not right.
    """
    against = scenario.load(baseline).with_pins(pins)
    compared = []
    for name in dict.fromkeys(names or [each for each in scenario.shipped() if each != against.name]):
        changed = scenario.load(name).with_pins(pins).with_levers(levers)
        if changed.name == against.name and (levers or varied):
            changed = replace(changed, name=changed.name + CHANGED)
        compared.append(changed)
    return against, compared
