"""What a comparison has to run: the baseline, each scenario and its twin without troops, each once."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...model.scenario import Scenario, ScenarioError


@dataclass(frozen=True)
class Entry:
    """One policy that is run."""

    name: str
    scenario: Scenario
    twin: str | None = None
    """Name of its twin without troops; None if it has no troops."""
    twin_of: str | None = None
    """Of which scenario it is the twin."""


def plan(baseline: Scenario, scenarios: Iterable[Scenario]) -> list[Entry]:
    """What has to be run: the baseline, each scenario once, and the twin of each that has troops.

    Raises ScenarioError if two different scenarios bear the same name.
    """
    entries = {baseline.name: Entry(baseline.name, baseline)}
    for scenario in scenarios:
        twin = scenario.without_troops() if scenario.has_troops else None
        _enter(entries, Entry(scenario.name, scenario, twin.name if twin else None))
        if twin:
            _enter(entries, Entry(twin.name, twin, twin_of=scenario.name))
    return list(entries.values())


def _enter(entries: dict[str, Entry], entry: Entry) -> None:
    before = entries.get(entry.name)
    if before is not None and _told(before.scenario) != _told(entry.scenario):
        raise ScenarioError(f"two different scenarios are named {entry.name}; give one of the files another name")
    alike = next((name for name in entries if name != entry.name and _in_tables(name) == _in_tables(entry.name)), None)
    if alike:
        raise ScenarioError(f"{alike} and {entry.name} read alike in tables; give one of the files another name")
    if before is None or (before.twin_of is None and entry.twin_of):
        entries[entry.name] = entry


def _in_tables(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


def _told(scenario: Scenario) -> tuple[object, ...]:
    """All of a scenario that shows in what it comes to."""
    return scenario.title, scenario.start, scenario.levers, scenario.pins
