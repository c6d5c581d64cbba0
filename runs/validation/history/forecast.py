"""Chances given beside what happened, for so many cases: the one thing that every score is made from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .case import ENDS, Case


@dataclass(frozen=True)
class Forecast:
    """Chances by row, each row belonging to a case. The weights of a case sum to one over its rows and outcomes.

    A case has one row as a rule; several if it is forecast in several versions that are scored one by one. Its weight stands at the
    outcome that happened; where two coders differ about that, half at each.
    """

    chances: np.ndarray
    """Rows by outcome, each row summing to 1."""
    weights: np.ndarray
    """Rows by outcome."""
    case: np.ndarray
    """The number of the case that each row belongs to, 0 to `count` - 1."""
    count: int
    order: np.ndarray | None = None
    """What the rows are ordered by, if not by the chance of major failure."""


def happened(readings: Sequence[Case]) -> np.ndarray:
    """What happened in one case by its readings, as weights over the outcomes."""
    weights = np.zeros(len(ENDS))
    for reading in readings:
        weights[ENDS.index(reading.outcome)] += 1.0 / len(readings)
    return weights


def one_by_one(chances: np.ndarray, weights: np.ndarray, order: np.ndarray | None = None) -> Forecast:
    """A forecast with a row a case."""
    return Forecast(chances, weights, np.arange(len(chances)), len(chances), order)


def version_by_version(chances: np.ndarray, shares: np.ndarray, weights: np.ndarray) -> Forecast:
    """A forecast in several versions, each scored by itself. `chances`: version, case, outcome; `shares`: of each version."""
    versions, count, _ = chances.shape
    spread = shares[:, None, None] * weights[None, :, :]
    return Forecast(
        chances.reshape(versions * count, -1), spread.reshape(versions * count, -1), np.tile(np.arange(count), versions), count
    )
