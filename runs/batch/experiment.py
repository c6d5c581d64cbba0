"""An experiment made ready: everything asked for is checked, looked up and laid out as points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ...agents.declaration import DeclarationError
from ...model.future import FIVE_YEARS, LARGEST_COUNTER, LARGEST_SEED, LONGEST, whole
from ...model.scenario import BASELINE, Scenario
from ..ensemble.comparison import placebos
from ..ensemble.plan import plan
from ..ensemble.selection import asked_for
from ..store.asked_for import Experiment, Method
from ..store.manifest import Manifest, new_manifest
from ..store.shards import Round, rows_a_shard
from ..store.soundness import refuse_too_many_shards
from .design import design
from .points import points_of
from .sweep import Axis, SweepError

MOST_FUTURES = 10**12
"""Of one store."""


@dataclass(frozen=True)
class Request:
    """What a person asks for, on the command line, in a file or in Python, before it is looked up."""

    scenarios: Sequence[str] = ()
    baseline: str = BASELINE
    runs: int = 10_000
    seed: int = 1
    weeks: int = FIVE_YEARS
    levers: Mapping[str, float] = field(default_factory=dict)
    pins: Mapping[str, float] = field(default_factory=dict)
    axes: Sequence[Axis] = ()
    method: Method = "grid"
    points: int | None = None
    placebo: bool | None = None
    """Whether placebos are played; None: only where nothing is swept."""
    title: str = ""
    summary: str = ""


def prepare(request: Request) -> Manifest:
    """The manifest of a store for what is asked. Raises DeclarationError in one line for whatever is not right."""
    runs = whole("runs", request.runs, 1, LARGEST_COUNTER)
    seed = whole("seed", request.seed, 0, LARGEST_SEED)
    weeks = whole("weeks", request.weeks, 1, LONGEST)
    for axis in request.axes:
        if axis.name in request.levers or axis.name in request.pins:
            raise SweepError(f"{axis.name} is both swept and held at a value")
    combinations = design(request.axes, request.method, request.points, seed)
    refuse_too_many(runs * len(combinations.rows))
    varied = any(axis.is_lever for axis in request.axes)
    against, compared = asked_for(request.scenarios, request.baseline, request.levers, request.pins, varied)
    experiment = Experiment(
        title=request.title,
        summary=request.summary,
        baseline=against.name,
        scenarios=_by_name([against, *compared]),
        levers=dict(request.levers),
        pins=dict(request.pins),
        design=combinations,
        seed=seed,
        weeks=weeks,
        placebo=not request.axes if request.placebo is None else request.placebo,
    )
    plan(against, compared)  # refuses names that could not be told apart
    points = points_of(experiment)
    refuse_too_many(runs * len(points))
    manifest = new_manifest(experiment, points, a_round(experiment, 0, runs), rows_a_shard(runs * len(points)))
    refuse_too_many_shards(manifest)
    return manifest


def a_round(experiment: Experiment, first_run: int, runs: int) -> Round:
    """Runs that are asked for together, with as many of them for placebos as `compare` would play."""
    return Round(first_run, runs, placebos(runs) if experiment.placebo else 0)


def refuse_too_many(futures: int) -> None:
    """Raise DeclarationError if a store cannot hold so many futures."""
    if futures > MOST_FUTURES:
        raise DeclarationError(f"this asks for {futures:,} futures or more, and a store holds at most {MOST_FUTURES:,}")


def _by_name(scenarios: Iterable[Scenario]) -> dict[str, Scenario]:
    """Scenarios by name. Raises DeclarationError if two different ones bear the same."""
    named: dict[str, Scenario] = {}
    for scenario in scenarios:
        before = named.setdefault(scenario.name, scenario)
        if before != scenario:
            raise DeclarationError(f"two different scenarios are named {scenario.name}; give one of the files another name")
    return named
