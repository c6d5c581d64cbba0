"""Futures as rows, and rows as futures again: OUTCOME records to a table of the schema, and back for what counts and sorts them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from ...agents.choice import NOTHING
from ...agents.declaration import Choice, Quantity, Switch, Whole
from ...model.levers import LEVERS
from ...model.outcomes import EVENTS, MEAN_SPANS, MEANS, OUTCOME, failed
from ...model.scenario import Scenario
from ...model.uncertainties import UNCERTAINTIES
from ..ensemble.structures import STRUCTURE_NAMES, STRUCTURES
from .point import Point
from .schema import (
    COUNTS,
    FINAL,
    LEVER_COLUMNS,
    MEAN,
    MINDSET_NAMES,
    NAMES,
    ORIGIN_NAMES,
    OUTCOME_NAMES,
    RUNG_NAMES,
    VERDICT_NAMES,
    WEEK_OF,
    schema,
)

FOLDED = (
    "mindset",
    "fear_size",
    "affront_size",
    "wider_war_rate",
    *STRUCTURE_NAMES,
    "outcome",
    "began",
    "peak_rung",
    *(WEEK_OF + event.name for event in EVENTS),
    "mobilisations",
    "launches",
    "weeks_of_ceasefire",
    *(MEAN + mean.name for mean in MEANS),
)
"""The columns from which a tally, a pairing and the noise floor are folded."""


@dataclass(frozen=True)
class Futures:
    """The futures of some points over the same runs, point by point."""

    points: Sequence[Point]
    policies: Sequence[Scenario]
    """What was played at each point."""
    first_run: int
    outcomes: np.ndarray
    """OUTCOME records, shape (points, runs)."""
    draws: np.ndarray
    """Uncertainties that vary, shape (points, runs, uncertainties)."""
    varied: Sequence[str]
    """Their names."""
    against_baseline: np.ndarray
    """Indices into VERDICT, shape (points, runs); NOTHING where there is no baseline to compare with."""
    of_troops: np.ndarray
    """The same against the twin without troops."""


def table_of(futures: Futures) -> pa.Table:
    """The futures as a table of the schema."""
    columns = dict(_columns(futures))
    wanted = schema(futures.varied)
    return pa.table([columns[field.name].cast(field.type) for field in wanted], schema=wanted)


def outcomes_of(table: pa.Table) -> np.ndarray:
    """OUTCOME records from a table with the columns FOLDED; what those columns do not hold stays zero."""
    made = np.zeros(table.num_rows, OUTCOME)
    made["mindset"] = codes_of(table["mindset"], MINDSET_NAMES)
    for structure in STRUCTURES:
        made[structure.name] = codes_of(table[structure.name], structure.readings)
    made["worst"] = codes_of(table["outcome"], OUTCOME_NAMES)
    made["began"] = codes_of(table["began"], ORIGIN_NAMES)
    made["peak_rung"] = codes_of(table["peak_rung"], RUNG_NAMES)
    for index, event in enumerate(EVENTS):
        made["first"][:, index] = table[WEEK_OF + event.name].fill_null(NOTHING)
    for name in ("mobilisations", "launches", "fear_size", "affront_size", "wider_war_rate"):
        made[name] = table[name]
    lived = made["weeks"] = np.asarray(table["weeks_of_ceasefire"])
    for index, mean in enumerate(MEANS):
        made["sums"][:, index] = np.asarray(table[MEAN + mean.name].fill_null(0.0)) * _span(lived, index)
    return made


def refuse_impossible(outcomes: np.ndarray, weeks: int) -> None:
    """Raise ValueError for records that no future of so many weeks comes to; files without a checksum may hold such."""
    if any(outcomes[name].min(initial=0) < 0 for name in ("mindset", *STRUCTURE_NAMES, "worst", "began", "peak_rung")):
        raise ValueError("a future without an outcome")
    if outcomes["first"].min(initial=NOTHING) < NOTHING or outcomes["first"].max(initial=NOTHING) > weeks:
        raise ValueError(f"weeks beyond the {weeks} of a future")


def codes_of(column: pa.ChunkedArray, names: Sequence[str]) -> np.ndarray:
    """A column of names as indices into `names`; NOTHING where it is empty."""
    codes = [
        np.array([names.index(name) for name in chunk.dictionary.to_pylist()] + [NOTHING])[
            np.asarray(chunk.indices.fill_null(len(chunk.dictionary)))
        ]
        for chunk in column.cast(NAMES).chunks
    ]
    return np.concatenate(codes) if codes else np.zeros(0, np.int64)


def _span(lived: np.ndarray, index: int) -> np.ndarray:
    """What a mean is taken over: weeks or years of ceasefire."""
    return lived / MEAN_SPANS[index]


def _columns(futures: Futures) -> Iterator[tuple[str, pa.Array]]:
    count, runs = futures.outcomes.shape
    points = futures.points

    def each_point(values: Sequence[object], kind: pa.DataType) -> pa.Array:
        """A value a point, repeated over its runs."""
        kinds = pa.array(values, kind)
        if kind == pa.string():
            kinds = kinds.dictionary_encode()
        return kinds.take(pa.array(np.repeat(np.arange(count), runs)))

    yield "point", each_point([point.number for point in points], pa.int32())
    yield "run", pa.array(np.tile(np.arange(futures.first_run, futures.first_run + runs), count))
    yield "scenario", each_point([point.name for point in points], pa.string())
    yield "role", each_point([point.role for point in points], pa.string())
    yield "design", each_point([point.design for point in points], pa.int32())
    yield "baseline_point", each_point([point.baseline for point in points], pa.int32())
    yield "twin_point", each_point([point.twin for point in points], pa.int32())
    for column, lever in zip(LEVER_COLUMNS, LEVERS.values(), strict=True):
        values = [_as_shown(lever, policy.levers[lever.name]) for policy in futures.policies]
        yield column.name, each_point(values, pa.string() if column.kind == NAMES else column.kind)
    draws = futures.draws.reshape(count * runs, -1)
    for index, uncertainty in enumerate(UNCERTAINTIES[name] for name in futures.varied):
        if isinstance(uncertainty, Choice):
            yield uncertainty.name, _named(draws[:, index].astype(np.int64), [name for name, _ in uncertainty.choices])
        else:
            yield uncertainty.name, pa.array(np.ascontiguousarray(draws[:, index]))
    yield from _results(futures.outcomes.reshape(-1))
    yield "verdict_against_baseline", _named(futures.against_baseline.reshape(-1), VERDICT_NAMES)
    yield "verdict_of_troops", _named(futures.of_troops.reshape(-1), VERDICT_NAMES)


def _results(outcomes: np.ndarray) -> Iterator[tuple[str, pa.Array]]:
    """What became of each future."""
    yield "outcome", _named(outcomes["worst"], OUTCOME_NAMES)
    yield "failed", pa.array(failed(outcomes["worst"]))
    yield "began", _named(outcomes["began"], ORIGIN_NAMES)
    yield "peak_rung", _named(outcomes["peak_rung"], RUNG_NAMES)
    for index, event in enumerate(EVENTS):
        first = np.ascontiguousarray(outcomes["first"][:, index])
        yield WEEK_OF + event.name, pa.array(first, mask=first == NOTHING)
    for name in COUNTS:
        yield name, _plain(outcomes[name])
    yield "weeks_played", _plain(outcomes["last_step"] + 1)
    lived = np.ascontiguousarray(outcomes["weeks"])
    yield "weeks_of_ceasefire", pa.array(lived)
    never = lived == 0.0
    for index, mean in enumerate(MEANS):
        span = np.where(never, 1.0, _span(lived, index))
        yield MEAN + mean.name, pa.array(outcomes["sums"][:, index] / span, mask=never)
    for name in ("joiners", "troops", "confidence"):
        yield FINAL + name, _plain(outcomes[name])


def _plain(values: np.ndarray) -> pa.Array:
    return pa.array(np.ascontiguousarray(values))


def _named(codes: np.ndarray, names: Sequence[str]) -> pa.Array:
    """Indices into `names` as names; empty where NOTHING."""
    codes = np.ascontiguousarray(codes)
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32(), mask=codes == NOTHING), pa.array(names, pa.string()))


def _as_shown(lever: Quantity, value: float) -> object:
    """A lever's value as its column has it."""
    if isinstance(lever, Choice):
        return lever.text(value)
    return bool(value) if isinstance(lever, Switch) else int(value) if isinstance(lever, Whole) else value
