"""One shard's work: play its futures, sort them against those they are paired with, encode them. A pure function of its job.

It writes nothing, so it may be done by a thread, by a process on another machine, or twice after a loss, with the same bytes.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from ...agents.choice import NOTHING
from ...model.outcomes import OUTCOME
from ...model.scenario import Scenario
from ..ensemble.compiling import ensure_compiled
from ..ensemble.futures import Policy, play
from ..ensemble.verdict import verdict
from ..store.draws import drawn_uncertainties
from ..store.point import Point
from ..store.refusal import StoreError
from ..store.rows import Futures, table_of
from ..store.rulebook import difference, rulebook
from ..store.shard_file import encode
from ..store.shards import Shard

GETTING_READY = threading.Lock()


@dataclass(frozen=True)
class Job:
    """All that is needed to play one shard anywhere."""

    shard: Shard
    points: tuple[Point, ...]
    policies: tuple[Scenario, ...]
    seed: int
    weeks: int
    rulebook: Mapping[str, str]
    varied: tuple[str, ...]
    """The uncertainties that have a column in this store."""
    worst: Mapping[int, np.ndarray]
    """The worst reached over these runs at points of other shards that these are paired with."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What the shard's file says of itself."""


@dataclass(frozen=True)
class Done:
    """A shard that has been played."""

    content: bytes
    """Of its file."""
    worst: Mapping[int, np.ndarray]
    """The worst reached at each of its points: one small number a run."""


def do(job: Job, advance: Callable[[int], object] | None = None) -> Done:
    """Play one shard in this thread. `advance` is told how many futures have just been finished.

    Raises StoreError if the rules installed here are not those of the job.
    """
    make_ready()
    differing = difference(job.rulebook, rulebook())
    if differing:
        raise StoreError(f"a worker has other rules: {differing} differ")
    futures = play_job(job, advance)
    worst = {point.number: futures.outcomes["worst"][index].astype(np.int8) for index, point in enumerate(job.points)}
    return Done(encode(table_of(futures), job.labels), worst)


def play_job(job: Job, advance: Callable[[int], object] | None = None) -> Futures:
    """The futures of a job, sorted against those they are paired with."""
    shard = job.shard
    outcomes = np.zeros((shard.points, shard.runs), OUTCOME)
    draws = np.zeros((shard.points, shard.runs, len(job.varied)))
    for index, policy in enumerate(job.policies):
        outcomes[index] = play(Policy(policy, job.weeks), shard.runs, job.seed, shard.first_run, threads=1, advance=advance)
        draws[index] = drawn_uncertainties(policy, job.seed, shard.first_run, shard.runs, job.varied)
    known = {**job.worst, **{point.number: outcomes["worst"][index] for index, point in enumerate(job.points)}}
    return Futures(
        job.points,
        job.policies,
        shard.first_run,
        outcomes,
        draws,
        job.varied,
        against_baseline=_verdicts(job, known, [point.baseline for point in job.points]),
        of_troops=_verdicts(job, known, [point.twin for point in job.points]),
    )


def _verdicts(job: Job, known: Mapping[int, np.ndarray], against: list[int | None]) -> np.ndarray:
    """The verdict of each future against the same run at another point; NOTHING where there is none."""
    sorted_so = np.full((job.shard.points, job.shard.runs), NOTHING)
    for index, (point, other) in enumerate(zip(job.points, against, strict=True)):
        if other is not None:
            sorted_so[index] = verdict(known[point.number], known[other])
    return sorted_so


def make_ready() -> None:
    """Once in each process, whatever the threads: have the rules compiled or load them, and know which they are."""
    with GETTING_READY:
        _ready()


@cache
def _ready() -> None:
    ensure_compiled()
    rulebook()  # Python 3.11 cannot parse in two threads at once
