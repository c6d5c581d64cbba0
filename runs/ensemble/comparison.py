"""Comparing guarantees: the baseline, each scenario and its twin without troops, all over the same luck."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...model.future import FIVE_YEARS
from ...model.scenario import Scenario
from . import rival_readings
from .caution import caution
from .contrast import Contrast, contrast
from .futures import PIECE, Policy, cores, play
from .intervals import plain
from .placebo import Noise, placebo
from .plan import Entry, plan
from .summary import authorisation, summary_with_mindsets
from .switched import Switched, switch
from .tally import Tally
from .verdict import Pairing

NOTE = "This explores assumptions; it does not forecast. Every share follows from the rules and the ranges assumed."
CHUNK, LARGEST_CHUNK = 2_000, 32_000
"""Futures of each policy held in memory at a time: enough pieces to keep every core busy."""
PLACEBO_SHARE, FEWEST_PLACEBOS = 8, 1_000
"""The placebo is run on one future in eight, or on so many if that is fewer: it is a floor, not a finding."""
SWITCHED_SHARE, FEWEST_SWITCHED = 4, 1_000
"""Conditional cover is switched the other way in one future in four, or in so many if that is fewer."""


@dataclass(frozen=True)
class Result:
    """What one policy came to."""

    entry: Entry
    tally: Tally
    contrasts: dict[str, Contrast]
    """By the name of what it is contrasted with."""
    switched: Switched | None = None
    """What the troops alone change with conditional cover switched the other way; None if that was not played."""

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
            "rival_readings": rival_readings.as_json(list(self.results.values())),
        }


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
        work.do(first, min(size, runs - first), seed, advance, placebos(runs), switched(runs))
    return Comparison(baseline.name, runs, seed, weeks, work.results())


def futures_needed(entries: Sequence[Entry], runs: int) -> int:
    """How many futures a comparison of these plays, the baseline, placebos and those with cover switched included."""
    with_troops = sum(1 for entry in entries if entry.twin)
    return len(entries) * runs + (len(entries) - 1) * placebos(runs) + 2 * with_troops * switched(runs)


def placebos(runs: int) -> int:
    """On how many of the runs the placebo is played."""
    return min(runs, max(FEWEST_PLACEBOS, runs // PLACEBO_SHARE))


def switched(runs: int) -> int:
    """On how many of the runs conditional cover is switched the other way."""
    return min(runs, max(FEWEST_SWITCHED, runs // SWITCHED_SHARE))


class Work:
    """The sums that a comparison keeps while it runs."""

    def __init__(self, entries: list[Entry], weeks: int):
        self.entries = entries
        self.weeks = weeks
        self.scenarios = {entry.name: entry.scenario for entry in entries}
        self.tallies = {entry.name: Tally(weeks) for entry in entries}
        self.switched = {entry.name: Switched() for entry in entries if entry.twin}
        self.noises = {entry.name: Noise() for entry in entries[1:]}
        self.pairings = {
            (entry.name, against): Pairing(weeks)
            for entry in entries[1:]
            for against in dict.fromkeys([entries[0].name, *([entry.twin] if entry.twin else [])])
        }

    def do(
        self,
        first: int,
        runs: int,
        seed: int,
        advance: Callable[[int], object] | None = None,
        placebo_runs: int = 0,
        switched_runs: int = 0,
    ) -> None:
        """Play one chunk of every entry over the same luck and fold it in; placebos and switched cover up to so many runs."""

        def played(scenario: Scenario, count: int) -> np.ndarray:
            return play(Policy(scenario, self.weeks), count, seed, first, advance=advance)

        outcomes = {entry.name: played(entry.scenario, runs) for entry in self.entries}
        self.fold(outcomes)
        if (again := min(runs, placebo_runs - first)) > 0:
            for name, noise in self.noises.items():
                noise.fold(outcomes[name][:again], played(placebo(self.scenarios[name])[0], again))
        if (again := min(runs, switched_runs - first)) > 0:
            for name, pairs in self.switched.items():
                other = switch(self.scenarios[name])
                pairs.fold(played(other, again), played(other.without_troops(), again))

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
        played = {name: pairs for name, pairs in self.switched.items() if pairs.futures}
        return {
            entry.name: Result(entry, self.tallies[entry.name], contrasts[entry.name], played.get(entry.name))
            for entry in self.entries
        }
