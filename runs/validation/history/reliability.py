"""Whether chances mean what they say: what was given beside what happened, on the whole and by how much was given."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ...ensemble.intervals import Interval, share
from .case import ENDS
from .forecast import Forecast
from .scores import MAJOR, interval_of, resamples

BANDS = ((0.0, 0.1), (0.1, 0.4), (0.4, 1.0))
"""Chances of major failure that count as low, middling and high; so few cases bear no finer ones. A bound belongs to the upper."""


class InTheLarge(NamedTuple):
    """One outcome over all cases: how often it was expected, how often it happened, and the difference."""

    outcome: str
    expected: float
    happened: float
    excess: Interval


class Band(NamedTuple):
    """The cases whose chance of major failure lay within bounds: how many, what was expected, what happened."""

    low: float
    high: float
    cases: int
    expected: float | None
    happened: Interval


def in_the_large(forecast: Forecast) -> list[InTheLarge]:
    """Each outcome, expected and happened."""
    counts = resamples(forecast.count)
    given, seen = forecast.chances, forecast.weights
    excess = given - seen
    return [
        InTheLarge(
            end.value,
            float(given[:, place].mean()),
            float(seen[:, place].mean()),
            interval_of(float(excess[:, place].mean()), counts @ excess[:, place] / forecast.count),
        )
        for place, end in enumerate(ENDS)
    ]


def bands(forecast: Forecast) -> Sequence[Band]:
    """The cases by their chance of major failure. A case about which coders differ counts as it goes by halves."""
    given, seen = forecast.chances[:, MAJOR], forecast.weights[:, MAJOR]
    found = []
    for low, high in BANDS:
        own = (given >= low) & ((given < high) | (high == BANDS[-1][1]))
        cases = int(own.sum())
        expected = float(given[own].mean()) if cases else None
        found.append(Band(low, high, cases, expected, share(round(float(seen[own].sum())), cases)))
    return found


def dice(chances: np.ndarray, runs: int) -> float:
    """What so many futures a case, instead of endlessly many, add to the Brier score."""
    return float(np.mean((chances * (1 - chances)).sum(axis=1)) / runs)
