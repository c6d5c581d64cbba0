"""A store that is open for reading: its manifest, and its rows as tables, frames and futures. No row is given unproven."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from ...agents.declaration import DeclarationError, nearest
from ...model.scenario import Scenario
from ...model.uncertainties import UNCERTAINTIES
from ..ensemble.futures import cores
from .folder import Found, look_into
from .manifest import Manifest, load
from .point import SCENARIO, Point
from .refusal import StoreError
from .rows import FOLDED, outcomes_of, refuse_impossible
from .schema import schema
from .shard_file import proven, read
from .shards import FUTURES, Shard
from .soundness import refuse_other_levers

if TYPE_CHECKING:
    import pandas

KEPT_TABLES = 16
"""Shards held in memory while a store is folded; neighbouring points often share one."""


class StoreWarning(UserWarning):
    """What somebody who reads a store ought to know: other rules wrote it, or there is something in it that is not of it."""


def warn(remark: str) -> None:
    """Say a remark as Python says warnings, of the line that opened the store."""
    warnings.warn(remark, StoreWarning, stacklevel=3)


class Store:
    """A batch on disk. Opening it reads the manifest only. Raises StoreError if there is none, or if it is damaged.

    `say` is told what there is to know of a store that is not quite as these rules would write it.
    """

    def __init__(self, folder: str | Path, say: Callable[[str], object] = warn):
        self.folder = Path(folder)
        self.manifest: Manifest = load(self.folder)
        self.found: Found = look_into(self.folder, self.manifest)
        self.shards: list[Shard] = self.found.shards
        """The shards that are there."""
        self._folded = lru_cache(KEPT_TABLES)(self._fold)
        for remark in (*self.manifest.remarks(self.folder), *self.found.remarks()):
            say(remark)

    @cached_property
    def schema(self) -> pa.Schema:
        """What the rows consist of: by the rules that are here, or if others wrote the store as its first shard has it."""
        if self.manifest.other_rules is None:
            return self.manifest.schema
        if not self.shards:
            return schema()
        return proven(self.folder, self.manifest, self.shards[0], None).schema_arrow.remove_metadata()

    def prove(self) -> None:
        """Read every shard that is there. Raises StoreError if one is not as it was written, or not of this store."""
        expected = self.schema
        with ThreadPoolExecutor(cores()) as pool:
            for _ in pool.map(lambda shard: proven(self.folder, self.manifest, shard, expected), self.shards):
                pass

    def _read(self, shard: Shard, columns: Sequence[str] | None = None) -> pa.Table:
        return read(self.folder, self.manifest, shard, self.schema, columns)

    def _fold(self, shard: Shard) -> np.ndarray:
        for name in FOLDED:
            if name not in self.schema.names:
                raise StoreError(f"{self.folder} was written by other rules and has no column {name}, which a summary needs")
        rows = self._read(shard, FOLDED)
        try:
            outcomes = outcomes_of(rows)
            refuse_impossible(outcomes, self.manifest.experiment.weeks)
        except (ValueError, TypeError, pa.ArrowException) as error:
            raise StoreError(f"{self.folder} holds what these rules cannot sum up: {error}") from None
        return outcomes

    @property
    def futures(self) -> int:
        """How many futures are there."""
        return sum(shard.rows for shard in self.shards)

    @property
    def missing(self) -> int:
        """How many futures are not there yet."""
        return sum(shard.rows for shard in self.found.missing)

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
        """The scenario that was played at a point. Raises StoreError if other rules wrote the store that know other levers."""
        refuse_other_levers(self.manifest.experiment.scenarios[point.scenario])
        return point.policy(self.manifest.experiment.scenarios)

    def table(self, columns: Sequence[str] | None = None) -> pa.Table:
        """All rows, by point within each block of runs; `columns`: only these. Raises DeclarationError for an unknown one."""
        every = self.schema
        wanted = list(every.names if columns is None else columns)
        for name in wanted:
            if name not in every.names:
                raise DeclarationError(f"unknown column {name!r}; {self._nearest(name, every.names)}")
        asked = pa.schema([every.field(name) for name in wanted])
        tables = [self._read(shard, wanted).select(wanted) for shard in self.shards]
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
        return self._read(shard).slice(place, 1).to_pylist()[0]

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
