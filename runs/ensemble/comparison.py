"""Comparing guarantees: the baseline, each scenario and its twin without troops, all over the same luck."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from ...model.future import FIVE_YEARS
from ...model.scenario import Scenario, ScenarioError
from .caution import caution
from .contrast import Contrast, contrast
from .futures import PIECE, Policy, cores, play
from .intervals import plain
from .placebo import Noise, placebo
from .summary import authorisation, summary_with_mindsets
from .tally import Tally
from .verdict import Pairing

NOTE = "This explores assumptions; it does not forecast. Every share follows from the rules and the ranges assumed."
CHUNK, LARGEST_CHUNK = 2_000, 32_000
"""Futures of each policy held in memory at a time: enough pieces to keep every core busy."""
PLACEBO_SHARE, FEWEST_PLACEBOS = 4, 1_000
"""The placebo is run on one future in four, or on so many if that is fewer: it is a floor, not a finding."""


@dataclass(frozen=True)
class Entry:
    """One policy that is run."""

    name: str
    scenario: Scenario
    twin: str | None = None
    """Name of its twin without troops; None if it has no troops."""
    twin_of: str | None = None
    """Of which scenario it is the twin."""


@dataclass(frozen=True)
class Result:
    """What one policy came to."""

    entry: Entry
    tally: Tally
    contrasts: dict[str, Contrast]
    """By the name of what it is contrasted with."""

    @property
    def troops_alone(self) -> Contrast | None:
        """The contrast with its twin, if it has one."""
        return self.contrasts.get(self.entry.twin or "")

    def as_json(self) -> dict[str, object]:
        """The summary, by mindset too, and the contrasts; what authorisation made of a mission that needs consensus."""
        content = summary_with_mindsets(self.tally)
        if self.entry.scenario.levers["nato_mission"]:
            content["authorisation"] = authorisation(self.tally)
        content = {name: plain(each) for name, each in content.items()}
        if self.contrasts:
            content["contrasts"] = {name: each.as_json() for name, each in self.contrasts.items()}
        return content


@dataclass(frozen=True)
class Comparison:
    """Policies compared over the same futures."""

    baseline: str
    runs: int
    seed: int
    weeks: int
    results: dict[str, Result]
    """By name: the baseline first, each scenario followed by its twin."""
    levers: Mapping[str, float] = field(default_factory=dict)
    """Set in every scenario but the baseline."""
    pins: Mapping[str, float] = field(default_factory=dict)
    """Pinned throughout."""

    def as_json(self) -> dict[str, object]:
        """The whole comparison as one JSON object."""
        return {
            "note": NOTE,
            "caution": caution(self.runs),
            "baseline": self.baseline,
            "runs": self.runs,
            "seed": self.seed,
            "weeks": self.weeks,
            "set": dict(self.levers),
            "fix": dict(self.pins),
            "scenarios": {name: result.as_json() for name, result in self.results.items()},
        }


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


def compare(
    baseline: Scenario,
    scenarios: Iterable[Scenario],
    runs: int = 10_000,
    seed: int = 1,
    weeks: int = FIVE_YEARS,
    advance: Callable[[int], object] | None = None,
) -> Comparison:
    """Run everything in the plan over runs 0 to `runs` - 1 and compare. `advance` is told how many futures have been played.

    Memory does not grow with `runs`. `weeks` is the length of a future. Raises ScenarioError as `plan` does.
    """
    entries = plan(baseline, scenarios)
    work = Work(entries, weeks)
    size = min(max(CHUNK, 4 * PIECE * cores()), LARGEST_CHUNK)
    for first in range(0, runs, size):
        work.do(first, min(size, runs - first), placebos(runs), seed, advance)
    return Comparison(baseline.name, runs, seed, weeks, work.results())


def futures_needed(entries: int, runs: int) -> int:
    """How many futures a comparison of so many entries plays, the baseline and placebos included."""
    return entries * runs + (entries - 1) * placebos(runs)


def placebos(runs: int) -> int:
    """On how many of the runs the placebo is played."""
    return min(runs, max(FEWEST_PLACEBOS, runs // PLACEBO_SHARE))


class Work:
    """The sums that a comparison keeps while it runs."""

    def __init__(self, entries: list[Entry], weeks: int):
        self.entries = entries
        self.weeks = weeks
        self.tallies = {entry.name: Tally(weeks) for entry in entries}
        self.noises = {entry.name: Noise() for entry in entries[1:]}
        self.pairings = {
            (entry.name, against): Pairing(weeks)
            for entry in entries[1:]
            for against in dict.fromkeys([entries[0].name, *([entry.twin] if entry.twin else [])])
        }

    def do(self, first: int, runs: int, placebo_runs: int, seed: int, advance: Callable[[int], object] | None) -> None:
        """Play one chunk of every entry over the same luck and fold it in."""
        outcomes = {
            entry.name: play(Policy(entry.scenario, self.weeks), runs, seed, first, advance=advance) for entry in self.entries
        }
        self.fold(outcomes)
        again = min(runs, placebo_runs - first)
        if again <= 0:
            return
        for entry in self.entries[1:]:
            moved = Policy(placebo(entry.scenario)[0], self.weeks)
            self.noises[entry.name].fold(outcomes[entry.name][:again], play(moved, again, seed, first, advance=advance))

    def fold(self, outcomes: Mapping[str, np.ndarray]) -> None:
        """Fold in futures that have been played: of every entry, by name, the OUTCOME records of the same runs."""
        for name, played in outcomes.items():
            self.tallies[name].fold(played)
        for (name, against), pairing in self.pairings.items():
            pairing.fold(outcomes[name], outcomes[against])

    def results(self) -> dict[str, Result]:
        """What the sums come to."""
        contrasts: dict[str, dict[str, Contrast]] = {entry.name: {} for entry in self.entries}
        twins = {entry.name: entry.twin for entry in self.entries}
        for (name, against), pairing in self.pairings.items():
            contrasts[name][against] = contrast(against, against == twins[name], pairing, self.noises[name])
        return {entry.name: Result(entry, self.tallies[entry.name], contrasts[entry.name]) for entry in self.entries}
