"""Shards: whole blocks of futures, a file each. Which block a future lies in follows from the manifest alone.

A block is some points in a row over some runs in a row. It is played, encoded and written as one, so that a process killed at any
moment leaves whole blocks and nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .point import PLACEBO, Point

FUTURES = "futures"
"""The folder of the shards within a store."""
FEWEST_ROWS, MOST_ROWS, PIECES = 1_000, 10_000, 64
"""A shard holds so many rows at least and at most; within that a batch is cut into so many, for cores and against loss."""


@dataclass(frozen=True)
class Round:
    """Runs that were asked for together, by `batch` or by `extend`. Placebos are played on the first of them."""

    first_run: int
    runs: int
    placebo_runs: int


@dataclass(frozen=True, order=True)
class Shard:
    """Points `first_point` to `first_point + points - 1` over runs `first_run` to `first_run + runs - 1`."""

    first_run: int
    first_point: int
    points: int
    runs: int

    @property
    def name(self) -> str:
        """Of its file: first and last point, first and last run."""
        last_point, last_run = self.first_point + self.points - 1, self.first_run + self.runs - 1
        return f"points-{self.first_point:06d}-{last_point:06d}-runs-{self.first_run:010d}-{last_run:010d}.parquet"

    @property
    def rows(self) -> int:
        """How many futures it holds."""
        return self.points * self.runs


def rows_a_shard(futures: int) -> int:
    """How many rows a shard of a batch of so many futures holds; it does not depend on the machine."""
    return min(MOST_ROWS, max(FEWEST_ROWS, futures // PIECES))


def cut(points: Sequence[Point], rounds: Sequence[Round], shard_rows: int) -> Iterator[Shard]:
    """All shards of a store, in an order in which what a point is paired with is never played after it."""
    placebos = _placebos(points)
    for each in rounds:
        yield from _blocks(0, len(points) - placebos, each.first_run, each.runs, shard_rows)
        yield from _blocks(len(points) - placebos, placebos, each.first_run, each.placebo_runs, shard_rows)


def how_many(points: Sequence[Point], rounds: Sequence[Round], shard_rows: int) -> int:
    """How many shards `cut` gives, without making them."""
    placebos = _placebos(points)
    shards = 0
    for each in rounds:
        for count, runs in ((len(points) - placebos, each.runs), (placebos, each.placebo_runs)):
            whole, rest = divmod(runs, shard_rows)
            shards += count * whole + (-(-count // (shard_rows // rest)) if rest else 0)
    return shards


def _placebos(points: Sequence[Point]) -> int:
    return sum(point.role == PLACEBO for point in points)


def _blocks(first_point: int, points: int, first_run: int, runs: int, shard_rows: int) -> Iterator[Shard]:
    for start in range(first_run, first_run + runs, shard_rows):
        piece = min(shard_rows, first_run + runs - start)
        together = max(1, shard_rows // piece)
        for point in range(first_point, first_point + points, together):
            yield Shard(start, point, min(together, first_point + points - point), piece)
