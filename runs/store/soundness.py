"""Whether a manifest holds together: what it says of one thing must fit what it says of another, and all of it must be possible.

A manifest of this version proves itself by its checksum. Those of older versions have none, and anybody may have edited one.
"""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...model.future import LARGEST_COUNTER, LARGEST_SEED, LONGEST, whole
from ...model.levers import LEVERS
from ...model.scenario import Scenario, parse_values
from ...model.uncertainties import UNCERTAINTIES
from .asked_for import Design, Experiment
from .point import PLACEBO
from .refusal import StoreError
from .shards import MOST_ROWS, how_many

if TYPE_CHECKING:
    from .manifest import Manifest

MOST_SHARDS = 2**20
"""Of one store: what there is to do is kept as a list of them."""


def refuse_unsound(manifest: "Manifest") -> None:
    """Raise DeclarationError, saying what does not fit. Names and ranges are those of the rules that wrote it, if not of ours."""
    _refuse_experiment(manifest.experiment)
    _refuse_points(manifest)
    _refuse_rounds(manifest)
    refuse_too_many_shards(manifest)
    if manifest.other_rules is None:
        for scenario in manifest.experiment.scenarios.values():
            refuse_other_levers(scenario)
            parse_values(scenario.levers, LEVERS)
            parse_values(scenario.pins, UNCERTAINTIES)
        for point in manifest.points:
            parse_values(point.levers, LEVERS)
            parse_values(point.pins, UNCERTAINTIES)


def refuse_too_many_shards(manifest: "Manifest") -> None:
    """Raise StoreError if a store would be cut into more shards than can be kept account of."""
    shards = how_many(manifest.points, manifest.rounds, manifest.shard_rows)
    if shards > MOST_SHARDS:
        raise StoreError(
            f"{manifest.runs:,} runs of {len(manifest.points):,} points are {shards:,} files of up to {manifest.shard_rows:,} "
            f"futures, and a store holds at most {MOST_SHARDS:,}"
        )


def refuse_other_levers(scenario: Scenario) -> None:
    """Raise StoreError if a scenario was written where other levers were declared than are here."""
    differing = sorted(scenario.levers.keys() ^ LEVERS.keys())
    if differing:
        raise StoreError(f"the levers of {scenario.name} are not those declared here: {', '.join(differing[:4])}")


def _refuse_experiment(experiment: Experiment) -> None:
    whole("seed", experiment.seed, 0, LARGEST_SEED)
    whole("weeks", experiment.weeks, 1, LONGEST)
    _refuse_numbers(experiment.levers, experiment.pins)
    for name, scenario in experiment.scenarios.items():
        _refuse_numbers(scenario.levers, scenario.pins)
        if scenario.name != name:
            raise StoreError(f"the scenario under {name} is named {scenario.name}")
    if experiment.baseline not in experiment.scenarios:
        raise StoreError(f"its baseline {experiment.baseline} is none of its scenarios")
    _refuse_design(experiment.design)


def _refuse_design(design: Design) -> None:
    if len(set(design.axes)) != len(design.axes):
        raise StoreError("its design has an axis twice")
    for row, values in enumerate(design.rows):
        if len(values) != len(design.axes):
            raise StoreError(f"row {row} of its design has {len(values)} values for {len(design.axes)} axes")
        _refuse_numbers(design.at(row))


def _refuse_points(manifest: "Manifest") -> None:
    experiment, points = manifest.experiment, manifest.points
    if not points:
        raise StoreError("it has no points")
    placebos = [point.role == PLACEBO for point in points]
    if placebos != sorted(placebos):
        raise StoreError("its placebos do not come last")
    for number, point in enumerate(points):
        if point.number != number:
            raise StoreError("its points are not numbered in order")
        if point.scenario not in experiment.scenarios:
            raise StoreError(f"point {number} is of {point.scenario}, which is none of its scenarios")
        if any(not 0 <= row < len(experiment.design.rows) for row in point.designs):
            raise StoreError(f"point {number} belongs to a row that its design does not have")
        if any(other is not None and not 0 <= other < number for other in (point.baseline, point.twin)):
            raise StoreError(f"point {number} is paired with one that does not come before it")
        _refuse_numbers(point.levers, point.pins)


def _refuse_rounds(manifest: "Manifest") -> None:
    whole("shard_rows", manifest.shard_rows, 1, MOST_ROWS)
    runs = 0
    for number, each in enumerate(manifest.rounds):
        if each.first_run != runs:
            raise StoreError(f"round {number} begins at run {each.first_run}, not {runs}")
        whole(f"runs of round {number}", each.runs, 1, LARGEST_COUNTER - runs)
        whole(f"placebo_runs of round {number}", each.placebo_runs, 0, each.runs)
        runs += each.runs
    if not runs:
        raise StoreError("it has no runs")


def _refuse_numbers(*maps: Mapping[str, float]) -> None:
    for values in maps:
        for name, value in values.items():
            if not math.isfinite(value):
                raise StoreError(f"{name} is {value}")
