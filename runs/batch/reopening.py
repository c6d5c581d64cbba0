"""A future of a store opened again: what has to be known to play it, and the week in which it is decided."""

from dataclasses import dataclass, replace
from typing import Any

from ...model.outcomes import BROUGHT_BY, EVENTS, WORST
from ...model.scenario import Scenario
from ..store.point import Point
from ..store.refusal import StoreError
from ..store.rows import table_of
from ..store.schema import WEEK_OF
from ..store.shards import Shard
from ..store.store import Store
from ..story.divergence import parting
from .work import Job, play_job

REACHED = {WORST[level].name: EVENTS[event].name for level, event in BROUGHT_BY.items()}
"""The event by which each outcome worse than held is reached."""


@dataclass(frozen=True)
class Reopened:
    """One future of a store: with these, `Wargame(scenario, rng=seed, run=run, weeks=weeks)` is that future."""

    scenario: Scenario
    """With the levers and pins of its point."""
    twin: Scenario | None
    """The same without troops; None if there are none."""
    point: Point
    seed: int
    run: int
    weeks: int
    stored: dict[str, Any] | None
    """Its row; None if it has not been played yet."""
    varied: tuple[str, ...]
    """The uncertainties that have a column in its store."""


def reopen(store: Store, run: int, point: int | None = None) -> Reopened:
    """The future of that run at that point (default: the first scenario). Raises StoreError if the store has no such future.

    Raises StoreError too if other rules wrote the store: by these the same seed would be another future.
    """
    manifest = store.manifest
    manifest.refuse_other_rules(store.folder)
    if not 0 <= run < manifest.runs:
        raise StoreError(f"RUN is a whole number from 0 to {manifest.runs - 1}, not {run}")
    chosen = store.point(point)
    policy = store.policy(chosen)
    twin = policy.without_troops() if policy.has_troops else None
    experiment = manifest.experiment
    return Reopened(
        policy,
        twin,
        chosen,
        experiment.seed,
        run,
        experiment.weeks,
        store.row(chosen, run),
        manifest.varied,
    )


def decisive_week(future: Reopened) -> tuple[int, str]:
    """The week at which to open a future, and why.

    That in which it first parts from its twin by a choice of a capital; without a twin, or if they never part, that in which it
    reached the worst it reached; else week 0. Plays both futures as Mesa models: about a second.
    """
    if future.twin is not None:
        parted = parting(future.scenario, future.twin, future.seed, future.run, future.weeks)
        if parted is not None:
            return int(parted.week), f"it parts from the same luck without the troops: a choice of {parted.actor}"
    row = future.stored or row_of(future)
    event = REACHED.get(row["outcome"])
    week = row[WEEK_OF + event] if event else None
    if week is not None:
        return int(week), f"it reaches the worst it reaches: {row['outcome']}"
    return 0, "it stays held to the end"


def row_of(future: Reopened) -> dict[str, Any]:
    """The row of a future as played here and now; what it is paired with is not played, so its verdicts are empty."""
    alone = replace(future.point, baseline=None, twin=None)
    shard = Shard(future.run, future.point.number, 1, 1)
    job = Job(shard, (alone,), (future.scenario,), future.seed, future.weeks, {}, future.varied, {})
    return table_of(play_job(job)).to_pylist()[0]


def differences(future: Reopened) -> list[str]:
    """The columns in which the stored row differs from the future as played here; none if it is the same to the last bit."""
    if future.stored is None:
        return []
    here = row_of(future)
    unplayed = {"verdict_against_baseline", "verdict_of_troops", "baseline_point", "twin_point"}
    return [name for name, value in here.items() if name not in unplayed and future.stored[name] != value]
