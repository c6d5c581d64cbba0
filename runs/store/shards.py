"""Shards: Parquet files of whole blocks of futures. Which block a future lies in follows from the manifest alone.

A block is some points in a row over some runs in a row. It is played, encoded and written as one, so that a process killed at any
moment leaves whole blocks and nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ..console.command_line import command
from .point import PLACEBO, Point
from .refusal import StoreError
from .schema import schema

FUTURES = "futures"
"""The folder of the shards within a store."""
RULES = b"reassure.rules"
"""Under this key a shard names the rules it was written by."""
FEWEST_ROWS, MOST_ROWS, PIECES = 1_000, 10_000, 64
"""A shard holds so many rows at least and at most; within that a batch is cut into so many, for cores and against loss."""
LEVEL = 1
"""Of Zstandard: the drawn numbers do not compress further at any."""
NAMED = re.compile(r"points-(\d{6})-(\d{6})-runs-(\d{10})-(\d{10})\.parquet$")


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
    placebos = sum(point.role == PLACEBO for point in points)
    for each in rounds:
        yield from _blocks(0, len(points) - placebos, each.first_run, each.runs, shard_rows)
        yield from _blocks(len(points) - placebos, placebos, each.first_run, each.placebo_runs, shard_rows)


def _blocks(first_point: int, points: int, first_run: int, runs: int, shard_rows: int) -> Iterator[Shard]:
    for start in range(first_run, first_run + runs, shard_rows):
        piece = min(shard_rows, first_run + runs - start)
        together = max(1, shard_rows // piece)
        for point in range(first_point, first_point + points, together):
            yield Shard(start, point, min(together, first_point + points - point), piece)


def encode(table: pa.Table, rules: str) -> bytes:
    """A shard as the bytes of its file: the same for the same rows, with a checksum for every page."""
    sink = pa.BufferOutputStream()
    pq.write_table(
        table.replace_schema_metadata({RULES: rules.encode()}),
        sink,
        compression="zstd",
        compression_level=LEVEL,
        use_dictionary=[field.name for field in table.schema if field.type != pa.float64()],
        write_page_checksum=True,
        write_statistics=["point", "run"],
    )
    return sink.getvalue().to_pybytes()


def read(folder: Path, shard: Shard, columns: Sequence[str] | None = None) -> pa.Table:
    """The rows of a shard, by point and run. Raises StoreError if it is damaged or cannot be read."""
    path = folder / FUTURES / shard.name
    try:
        wanted = None if columns is None else list(columns)
        table = pq.read_table(path, columns=wanted, page_checksum_verification=True, partitioning=None)
    except (OSError, pa.ArrowException) as error:
        reason = getattr(error, "strerror", None)
        raise StoreError(f"cannot read {path}: {reason}") if reason else damaged(path, str(error)) from None
    if table.num_rows != shard.rows:
        raise damaged(path, f"it has {table.num_rows} rows, not {shard.rows}")
    return table


def check(folder: Path, shard: Shard, rules: str, varied: Sequence[str]) -> None:
    """Read a whole shard. Raises StoreError if a bit of it is not as it was written, or other rules wrote it."""
    path = folder / FUTURES / shard.name
    table = read(folder, shard)
    if (table.schema.metadata or {}).get(RULES) != rules.encode():
        raise damaged(path, "it was written by other rules than its manifest says")
    if table.schema.remove_metadata() != schema(varied):
        raise damaged(path, "its columns are not those of a store")


def damaged(path: Path, reason: str) -> StoreError:
    """The refusal of a damaged shard."""
    told = reason.splitlines()[0].rstrip(".") if reason else "unreadable"
    return StoreError(f"{path} is damaged: {told}; '{command('resume', path.parents[1])}' plays its futures again")
