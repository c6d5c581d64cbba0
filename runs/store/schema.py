"""The columns of a store, built from what is declared: one row a future, names plain, so that it opens anywhere as it is.

Of the uncertainties only what varies has a column: what is drawn anew in each future, and what this experiment sweeps or pins to
different values. What is the same in every row stands in the manifest, or at its declared default.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pyarrow as pa

from ...agents.declaration import Choice, Quantity, Switch, Whole
from ...agents.mindset import MINDSETS
from ...model.levers import LEVERS
from ...model.outcomes import EVENTS, MEANS, ORIGINS, RUNGS, WORST
from ...model.uncertainties import UNCERTAINTIES
from ..ensemble.verdict import VERDICT

NAMES = pa.dictionary(pa.int32(), pa.string())
"""Text of which there are few kinds: a number a row, and each kind once."""


class Column(NamedTuple):
    """A column of the store."""

    name: str
    kind: pa.DataType
    unit: str
    meaning: str
    source: str = ""


def _declared(quantity: Quantity) -> Column:
    """The column of a lever or uncertainty: names as text, switches as true or false."""
    kind = pa.float64()
    if isinstance(quantity, Choice):
        kind = NAMES
    elif isinstance(quantity, Switch):
        kind = pa.bool_()
    elif isinstance(quantity, Whole):
        kind = pa.int64()
    return Column(quantity.name, kind, quantity.unit, quantity.meaning, quantity.source)


IDENTITY = (
    Column("point", pa.int32(), "number", "Point of the experiment: one policy; the manifest lists them."),
    Column("run", pa.int64(), "number", "Run: rows of one run met the same luck at every point."),
    Column("scenario", NAMES, "name", "Scenario, twin (..._without_troops) or placebo (..._placebo)."),
    Column("role", NAMES, "name", "baseline, scenario, twin or placebo (a lever moved by one per cent, for the noise floor)."),
    Column("design", pa.int32(), "number", "Row of the design; empty if the point belongs to several or to none."),
    Column("baseline_point", pa.int32(), "number", "Point of the baseline; empty for baselines and placebos."),
    Column("twin_point", pa.int32(), "number", "Point of the twin without troops; empty if there is none."),
)
LEVER_COLUMNS = tuple(_declared(lever) for lever in LEVERS.values())
DRAWN = tuple(name for name, uncertainty in UNCERTAINTIES.items() if uncertainty.drawn)
"""The uncertainties that have a column in every store."""

WEEK_OF, MEAN, FINAL = "week_of_", "mean_", "final_"
COUNTS = ("crises", "mobilisations", "launches", "attacks", "clashes")

RESULTS = (
    Column("outcome", NAMES, "name", "The worst reached: " + ", ".join(each.name for each in WORST) + "."),
    Column("failed", pa.bool_(), "true or false", "Whether the ceasefire failed: eroded or worse."),
    Column("began", NAMES, "name", "Who or what began the war: " + ", ".join(each.name for each in ORIGINS) + "."),
    Column("peak_rung", NAMES, "name", "Highest rung of the ladder of deeds reached."),
    *(
        Column(WEEK_OF + event.name, pa.int16(), event.unit, f"Week: {event.meaning}; empty if never.", event.source)
        for event in EVENTS
    ),
    *(Column(name, pa.int32(), "number", f"How many {name} there were.") for name in COUNTS),
    Column("weeks_played", pa.int16(), "weeks", "Weeks until the future was over."),
    Column("weeks_of_ceasefire", pa.float64(), "weeks", "Weeks over which the means are taken."),
    *(Column(MEAN + mean.name, pa.float64(), mean.unit, mean.meaning, mean.source) for mean in MEANS),
    Column(FINAL + "joiners", pa.int32(), "states", "States that had decided to send troops, at the end."),
    Column(FINAL + "troops", pa.float64(), "thousand soldiers", "Foreign troops in Ukraine, at the end."),
    Column(FINAL + "confidence", pa.float64(), "0 to 1", "Kyiv's confidence in the guarantee, at the end."),
    Column("verdict_against_baseline", NAMES, "name", "The future against the same luck under the baseline."),
    Column("verdict_of_troops", NAMES, "name", "The future against the same luck without the troops."),
)


def uncertainty_columns(varied: Iterable[str]) -> tuple[Column, ...]:
    """The columns of the uncertainties of these names."""
    return tuple(_declared(UNCERTAINTIES[name]) for name in varied)


def columns(varied: Sequence[str] = DRAWN) -> tuple[Column, ...]:
    """Every column of a store in which these uncertainties vary."""
    return (*IDENTITY, *LEVER_COLUMNS, *uncertainty_columns(varied), *RESULTS)


def schema(varied: Sequence[str] = DRAWN) -> pa.Schema:
    """The same as a schema of Arrow."""
    return pa.schema([(column.name, column.kind) for column in columns(varied)])


def varied(pins: Iterable[dict[str, float]]) -> tuple[str, ...]:
    """Which uncertainties vary over policies with these pins, in the order of declaration.

    Those that are drawn count as varying even where they are pinned, so that every store has their columns.
    """
    values: dict[str, set[float]] = {}
    every = list(pins)
    for name in {name for each in every for name in each}:
        values[name] = {each.get(name, UNCERTAINTIES[name].default) for each in every}
    return tuple(name for name in UNCERTAINTIES if name in DRAWN or len(values.get(name, ())) > 1)


OUTCOME_NAMES = tuple(each.name for each in WORST)
VERDICT_NAMES = tuple(each.name for each in VERDICT)
RUNG_NAMES = RUNGS
ORIGIN_NAMES = tuple(each.name for each in ORIGINS)
MINDSET_NAMES = tuple(mindset.name for mindset in MINDSETS)

if len({column.name for column in columns(tuple(UNCERTAINTIES))}) != len(columns(tuple(UNCERTAINTIES))):
    raise ValueError("two columns of the store bear the same name")
