"""Carrying out a batch: shards go to threads or to a cluster as what they need is there, and are written as they come back.

One process writes, and holds the store's lock; everything else only computes. Few shards are under way at a time, so memory stays
bounded however long the batch.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Protocol

import numpy as np

from ..ensemble.futures import cores
from ..files.whole import write_whole
from ..store.manifest import Manifest
from ..store.rows import codes_of
from ..store.schema import OUTCOME_NAMES
from ..store.shard_file import read
from ..store.shards import FUTURES, Shard
from .work import Done, Job, do

Advance = Callable[[int], object]


class Workers(Protocol):
    """Who plays shards: threads here, or a cluster."""

    @property
    def width(self) -> int:
        """How many shards can be played at once."""

    def submit(self, job: Job, advance: Advance) -> "Future[Done]":
        """Have a shard played."""

    def stop(self) -> None:
        """Let go of everything under way."""


class Stopped(Exception):  # noqa: N818 - it is no error
    """The batch was interrupted: a thread that plays a shard drops it."""


class Threads:
    """Threads of this process, one a core."""

    def __init__(self, width: int | None = None):
        self.width = width or cores()
        self._pool: Executor = ThreadPoolExecutor(self.width, thread_name_prefix="reassure")
        self._stopped = threading.Event()

    def submit(self, job: Job, advance: Advance) -> "Future[Done]":
        """Have a shard played."""

        def told(done: int) -> None:
            if self._stopped.is_set():
                raise Stopped
            advance(done)

        return self._pool.submit(do, job, told)

    def stop(self) -> None:
        """Drop what is under way within some tens of milliseconds."""
        self._stopped.set()
        self._pool.shutdown(wait=True, cancel_futures=True)


class Known:
    """The worst reached at points that others are paired with, kept as long as anyone needs it."""

    def __init__(self, folder: Path, manifest: Manifest, waiting: Iterable[Shard]):
        self._folder, self._manifest, self._points = folder, manifest, manifest.points
        self._pending = set(waiting)
        self._worst: dict[tuple[int, int], np.ndarray] = {}
        self._homes = {(point, shard.first_run): shard for shard in manifest.shards for point in _points_in(shard)}
        self._needed: dict[tuple[int, int], int] = {}
        for shard in self._pending:
            for key in self._keys(shard):
                self._needed[key] = self._needed.get(key, 0) + 1

    def _keys(self, shard: Shard) -> set[tuple[int, int]]:
        """What a shard needs of other shards: point and first run."""
        own = _points_in(shard)
        paired = {other for number in own for other in (self._points[number].baseline, self._points[number].twin)}
        return {(other, shard.first_run) for other in paired if other is not None and other not in own}

    def ready(self, shard: Shard) -> bool:
        """Whether everything it needs has been played."""
        return not any(self._homes[key] in self._pending for key in self._keys(shard))

    def of(self, shard: Shard) -> dict[int, np.ndarray]:
        """What it needs; read from the store if it was played by an earlier process."""
        for key in self._keys(shard):
            if key not in self._worst:
                self._read(self._homes[key])
        return {key[0]: self._worst[key] for key in self._keys(shard)}

    def _read(self, home: Shard) -> None:
        rows = read(self._folder, self._manifest, home, self._manifest.schema, ["outcome"])
        worst = codes_of(rows["outcome"], OUTCOME_NAMES).astype(np.int8)
        for number, row in zip(_points_in(home), worst.reshape(home.points, home.runs), strict=True):
            self._keep(number, home, row)

    def _keep(self, number: int, home: Shard, worst: np.ndarray) -> None:
        if self._needed.get((number, home.first_run)):
            self._worst[number, home.first_run] = worst

    def played(self, shard: Shard, done: Done) -> None:
        """Take note of a shard that has come back; forget what nobody needs any more."""
        self._pending.discard(shard)
        for number, worst in done.worst.items():
            self._keep(number, shard, worst)
        for key in self._keys(shard):
            self._needed[key] -= 1
            if not self._needed[key]:
                self._worst.pop(key, None)


def _points_in(shard: Shard) -> range:
    return range(shard.first_point, shard.first_point + shard.points)


def carry_out(folder: Path, manifest: Manifest, missing: list[Shard], workers: Workers, advance: Advance) -> None:
    """Play the missing shards of a store and write each as it is done. The caller holds the lock.

    Interrupted, or refused by the disk, it leaves whole shards only; what they hold is kept. Raises StoreError.
    """
    known = Known(folder, manifest, missing)
    waiting = deque(missing)
    under_way: dict[Future[Done], Shard] = {}
    try:
        while waiting or under_way:
            while len(under_way) < 2 * workers.width and (shard := _next(waiting, known, 8 * workers.width)):
                under_way[workers.submit(_job(manifest, shard, known), advance)] = shard
            finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in finished:
                shard, done = under_way.pop(future), future.result()
                write_whole(folder / FUTURES / shard.name, done.content)
                known.played(shard, done)
    finally:
        workers.stop()


def _next(waiting: "deque[Shard]", known: Known, ahead: int) -> Shard | None:
    """The first of the next few shards that can be played now, taken from those that wait."""
    for index in range(min(ahead, len(waiting))):
        if known.ready(waiting[index]):
            shard = waiting[index]
            del waiting[index]
            return shard
    return None


def _job(manifest: Manifest, shard: Shard, known: Known) -> Job:
    experiment = manifest.experiment
    points = tuple(manifest.points[number] for number in _points_in(shard))
    policies = tuple(point.policy(experiment.scenarios) for point in points)
    return Job(
        shard,
        points,
        policies,
        experiment.seed,
        experiment.weeks,
        manifest.rulebook,
        manifest.varied,
        known.of(shard),
        manifest.labels(shard),
    )
