"""A store that is open for reading: its manifest, and its rows as tables, frames and futures."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from ...agents.declaration import DeclarationError, nearest
from ...model.scenario import Scenario
from ...model.uncertainties import UNCERTAINTIES
from .manifest import Manifest, load
from .point import SCENARIO, Point
from .refusal import StoreError
from .rows import FOLDED, outcomes_of
from .schema import schema
from .shards import FUTURES, Shard, read

if TYPE_CHECKING:
    import pandas

KEPT_TABLES = 16
"""Shards held in memory while a store is folded; neighbouring points often share one."""


class Store:
    """A batch on disk. Opening it reads the manifest only. Raises StoreError if there is none, or if it is damaged."""

    def __init__(self, folder: str | Path):
        self.folder = Path(folder)
        self.manifest: Manifest = load(self.folder)
        names = {path.name for path in (self.folder / FUTURES).glob("*.parquet")}
        self.shards: list[Shard] = [shard for shard in self.manifest.shards if shard.name in names]
        """The shards that are there."""
        self._folded = lru_cache(KEPT_TABLES)(lambda shard: outcomes_of(read(self.folder, shard, FOLDED)))

    @property
    def futures(self) -> int:
        """How many futures are there."""
        return sum(shard.rows for shard in self.shards)

    @property
    def missing(self) -> int:
        """How many futures are not there yet."""
        return sum(shard.rows for shard in self.manifest.shards) - self.futures

    @property
    def paths(self) -> list[Path]:
        """The Parquet files, in order."""
        return [self.folder / FUTURES / shard.name for shard in self.shards]

    def point(self, number: int | None = None) -> Point:
        """The point of that number; without one the first scenario that is no baseline. Raises StoreError if there is none."""
        points = self.manifest.points
        if number is None:
            return next((point for point in points if point.role == SCENARIO), points[0])
        if not 0 <= number < len(points):
            raise StoreError(f"--point is a whole number from 0 to {len(points) - 1}, not {number}")
        return points[number]

    def policy(self, point: Point) -> Scenario:
        """The scenario that was played at a point."""
        return point.policy(self.manifest.experiment.scenarios)

    def table(self, columns: Sequence[str] | None = None) -> pa.Table:
        """All rows, by point within each block of runs; `columns`: only these. Raises DeclarationError for an unknown one."""
        every = schema(self.manifest.varied)
        wanted = list(every.names if columns is None else columns)
        for name in wanted:
            if name not in every.names:
                raise DeclarationError(f"unknown column {name!r}; {self._nearest(name, every.names)}")
        asked = pa.schema([every.field(name) for name in wanted])
        tables = [read(self.folder, shard, wanted).replace_schema_metadata().cast(asked) for shard in self.shards]
        return pa.concat_tables(tables or [asked.empty_table()]).unify_dictionaries()

    def _nearest(self, name: str, names: Sequence[str]) -> str:
        """What to say to someone who asks for a column that is not there: an uncertainty that is the same in every row has none."""
        if name not in UNCERTAINTIES:
            return nearest(name, names)
        pins = self.policy(self.manifest.points[0]).pins
        return f"it is {pins.get(name, UNCERTAINTIES[name].default):g} in every row"

    def frame(self, columns: Sequence[str] | None = None) -> "pandas.DataFrame":
        """The same as a pandas data frame; names are categories."""
        return self.table(columns).to_pandas()

    def row(self, point: Point, run: int) -> dict[str, Any] | None:
        """One future's row, or None if it is not there (yet)."""
        shard = self._home(point, run)
        if shard is None:
            return None
        place = (point.number - shard.first_point) * shard.runs + run - shard.first_run
        return read(self.folder, shard).slice(place, 1).to_pylist()[0]

    def _home(self, point: Point, run: int) -> Shard | None:
        """The shard that holds a future, if it is there."""
        for shard in self.shards:
            if point.number in _points_in(shard) and shard.first_run <= run < shard.first_run + shard.runs:
                return shard
        return None

    def pieces(self, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
        """First run and number of runs of each block that is there for all of these points."""
        homes = {(number, shard.first_run): shard for shard in self.shards for number in _points_in(shard)}
        for first_run in dict.fromkeys(shard.first_run for shard in self.shards):
            there = [homes.get((point.number, first_run)) for point in points]
            if all(there):
                yield first_run, min(shard.runs for shard in there if shard)

    def outcomes(self, point: Point, first_run: int) -> np.ndarray | None:
        """A point's futures of the block that begins with `first_run`, as OUTCOME records; None if they are not there."""
        for shard in self.shards:
            if shard.first_run == first_run and point.number in _points_in(shard):
                start = (point.number - shard.first_point) * shard.runs
                return self._folded(shard)[start : start + shard.runs]
        return None


def _points_in(shard: Shard) -> range:
    return range(shard.first_point, shard.first_point + shard.points)
