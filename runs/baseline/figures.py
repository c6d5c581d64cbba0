"""The figures of the baseline: every shipped scenario and twin, overall and by mindset, from the same futures each time."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from ...model.future import FIVE_YEARS
from ...model.outcomes import EVENTS, MEANS
from ...model.scenario import BASELINE, load, shipped
from ..ensemble.by_mindset import NAMES
from ..ensemble.comparison import Result, Work
from ..ensemble.contrast import Contrast
from ..ensemble.plan import plan
from ..ensemble.summary import ever, failure, outcomes, total_over_total
from ..ensemble.tally import Tally

FUTURES = 2_000
SEED = 1
WEEKS = FIVE_YEARS

Rows = dict[str, dict[str, str]]
"""Figures by row and column, as they are written; the column of a table that has only one is nameless."""

MEANINGS = {
    "outcomes": "share of futures by the worst reached; failed: eroded or worse",
    "events": "share of futures in which it ever happened; mean first week, of those in which it did",
    "means": "over the weeks of ceasefire lived",
    "verdict": "share of pairs; package: against the bare ceasefire, troops_alone: against the twin without troops",
    "mindsets": "share of this mindset's futures; troops_alone: difference in failure against the twin, with deterred and provoked",
}
"""The tables of a scenario, and what they show."""


@dataclass(frozen=True)
class Table:
    """Some figures; for a scenario's the name is `SCENARIO.TABLE`."""

    name: str
    rows: Rows
    meaning: str = ""
    """Where the name alone does not say it."""
    units: dict[str, str] = field(default_factory=dict)
    """Of each row, where they differ."""


def tables(futures: int = FUTURES, seed: int = SEED, weeks: int = WEEKS) -> Iterator[Table]:
    """Play every scenario and twin over the same luck and give their figures. The rules should have been compiled."""
    work = Work(plan(load(BASELINE), map(load, shipped())), weeks)
    work.do(0, futures, seed)
    for name, result in work.results().items():
        yield Table(f"{name}.outcomes", worst(result.tally))
        yield Table(f"{name}.events", events(result.tally))
        yield Table(f"{name}.means", means(result.tally), units={mean.name: mean.unit for mean in MEANS})
        if result.contrasts:
            yield Table(f"{name}.verdict", verdicts(result))
        yield Table(f"{name}.mindsets", mindsets(result))


def worst(tally: Tally) -> Rows:
    """How futures end."""
    return {name: _only(_share(each.value)) for name, each in {"failed": failure(tally), **outcomes(tally)}.items()}


def events(tally: Tally) -> Rows:
    """How often each event happens, and when first."""
    rows = {}
    for place, event in enumerate(EVENTS):
        first = tally.first[:, place].sum(axis=0)
        row = {"ever": _share(ever(tally, event.name).value)}
        if first.any():
            row["first_week"] = f"{np.average(np.arange(len(first)), weights=first):.2f}"
        rows[event.name] = row
    return rows


def means(tally: Tally) -> Rows:
    """What the ceasefire is like while it lasts."""
    return {mean.name: _only(_five_digits(total_over_total(tally, mean.name).value)) for mean in MEANS}


def verdicts(result: Result) -> Rows:
    """What the package changes against the bare ceasefire, and its troops alone."""
    contrasts = {"package": result.contrasts.get(BASELINE), "troops_alone": result.troops_alone}
    columns = {name: _changes(contrast) for name, contrast in contrasts.items() if contrast}
    return {row: {name: column[row] for name, column in columns.items()} for row in next(iter(columns.values()))}


def mindsets(result: Result) -> Rows:
    """The headline by mindset: how often the ceasefire fails, and what the troops alone change."""
    rows = {}
    for kind, name in enumerate(NAMES):
        rows[name] = {"failed": _share(failure(result.tally.of(kind)).value)}
        if result.troops_alone:
            changes = _changes(result.troops_alone, name)
            rows[name] |= {"troops_alone": changes["failure_difference"]} | {
                each: changes[each] for each in ("deterred", "provoked")
            }
    return rows


def _changes(contrast: Contrast, mindset: str | None = None) -> dict[str, str]:
    """The difference in failure and the verdict of one contrast, overall or for one mindset."""
    changes = contrast.by_mindset[mindset] if mindset else contrast.overall
    shares = {"failure_difference": changes.failure_difference, **changes.verdict}
    return {name: _share(each.value) for name, each in shares.items()}


def _only(figure: str) -> dict[str, str]:
    return {"": figure}


def _share(value: float | None) -> str:
    """A share of futures, or a difference of two: no finer than single futures can move it."""
    return f"{value or 0.0:z.4f}"


def _five_digits(value: float | None) -> str:
    """A mean of any size."""
    size = f"{value or 0.0:.4e}"
    return f"{float(size):z.{max(0, 4 - int(size.partition('e')[2]))}f}"
