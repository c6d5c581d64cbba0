"""How good a forecast is: three-class Brier score, log score, and how well it orders the major failures; all over cases.

Intervals are percentiles of a bootstrap over cases (Efron 1979): cases are what there is a sample of, futures can be had at will.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ...ensemble.intervals import CONFIDENCE, NOT_OBSERVED, Interval
from .case import ENDS, End
from .forecast import Forecast

DOUBT = 0.01
"""For the log score every forecaster's chances are mixed with this much of even chances, so that none is ever infinitely wrong."""
RESAMPLES = 2000
SEED = 1
MAJOR = ENDS.index(End.MAJOR)
BRIER, LOG, AUC = "brier", "log", "auc"
LOWER_IS_BETTER = {BRIER: True, LOG: True, AUC: False}
"""The scores, and which way is better."""


@dataclass(frozen=True)
class Scored:
    """One score of one forecast: its value, and what it is in every resample of the cases (nan where it cannot be had)."""

    value: float
    resampled: np.ndarray

    @property
    def interval(self) -> Interval:
        """With its 95 % interval."""
        return interval_of(self.value, self.resampled)

    def less(self, other: "Scored") -> Interval:
        """This score less another of the same cases, pairing the resamples."""
        return interval_of(self.value - other.value, self.resampled - other.resampled)


def interval_of(value: float, resampled: np.ndarray) -> Interval:
    """A value with the percentile interval of its resamples; none from a single case."""
    if np.isnan(value):
        return NOT_OBSERVED
    found = resampled[~np.isnan(resampled)]
    if len(found) < 2:
        return Interval(float(value), None, None)
    low, high = np.quantile(found, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return Interval(float(value), float(low), float(high))


def scores(forecast: Forecast) -> dict[str, Scored]:
    """Every score of a forecast, by name."""
    counts = resamples(forecast.count)
    return {
        BRIER: _mean(by_case(brier_losses(forecast.chances), forecast), counts),
        LOG: _mean(by_case(log_losses(forecast.chances), forecast), counts),
        AUC: _auc(forecast, counts),
    }


def brier_losses(chances: np.ndarray) -> np.ndarray:
    """Rows by outcome: the sum of squares between the chances and what would have happened, 0 to 2 (Brier 1950)."""
    return (chances**2).sum(axis=1, keepdims=True) - 2 * chances + 1


def log_losses(chances: np.ndarray) -> np.ndarray:
    """Rows by outcome: minus the natural logarithm of the chance given to it, mixed with a little doubt."""
    return -np.log((1 - DOUBT) * chances + DOUBT / len(ENDS))


def by_case(losses: np.ndarray, forecast: Forecast) -> np.ndarray:
    """The loss of every case."""
    return np.bincount(forecast.case, (losses * forecast.weights).sum(axis=1), forecast.count)


@lru_cache(maxsize=8)
def resamples(count: int) -> np.ndarray:
    """How often each of so many cases is drawn in every resample."""
    if count < 2:
        return np.zeros((0, count))
    return np.random.default_rng(SEED).multinomial(count, np.full(count, 1 / count), RESAMPLES).astype(float)


def _mean(losses: np.ndarray, counts: np.ndarray) -> Scored:
    return Scored(float(losses.mean()), counts @ losses / len(losses))


def _auc(forecast: Forecast, counts: np.ndarray) -> Scored:
    """The chance that of a case that went to major failure and one that did not the former was given more; ties count half."""
    order = forecast.chances[:, MAJOR] if forecast.order is None else forecast.order
    _, level = np.unique(order, return_inverse=True)
    major = forecast.weights[:, MAJOR]
    other = forecast.weights.sum(axis=1) - major
    once = np.ones((1, forecast.count))
    return Scored(
        float(_ordered(once, forecast.case, level, major, other)[0]), _ordered(counts, forecast.case, level, major, other)
    )


def _ordered(counts: np.ndarray, case: np.ndarray, level: np.ndarray, major: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Weighted area under the curve for each row of case counts; a row of a case is never held against itself."""
    levels = np.eye(level.max() + 1)[level]
    drawn = counts[:, case]
    positives, negatives = (drawn * major) @ levels, (drawn * other) @ levels
    below = np.cumsum(negatives, axis=1) - negatives
    itself = drawn**2 @ (major * other)
    won = (positives * (below + 0.5 * negatives)).sum(axis=1) - 0.5 * itself
    pairs = positives.sum(axis=1) * negatives.sum(axis=1) - itself
    return np.divide(won, pairs, out=np.full(len(pairs), np.nan), where=pairs > 1e-12)
