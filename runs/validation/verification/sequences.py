"""Intervals that hold at every effort at once: what a verdict rests on, so that it does not hang on where one stopped looking.

A check is asked at effort 20 today and at effort 80 tomorrow, of the same settings and more. An ordinary 95 % interval is honest
at one effort that was named beforehand; read again and again it misses sooner or later, and a verdict that was luck at one effort
turns at the next. A confidence sequence covers the truth at all efforts together with 95 % probability, so two verdicts of one
check can contradict each other only in the one sequence of twenty that misses. The price is width: about half as wide again as an
ordinary interval (a mean of a hundred settings: 3.0 standard errors on each side instead of 2.0).
"""

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from scipy.optimize import brentq
from scipy.special import betaincinv, betaln, ndtri

from ...ensemble.intervals import CONFIDENCE, NOT_OBSERVED, Interval

MISS = 1.0 - CONFIDENCE
"""Probability with which a sequence may ever miss the truth."""
POWER = 0.8
"""Probability with which an effect that "could have been seen" would have been called so (Cohen 1988)."""
PRIOR = 0.5
"""Both parameters of the beta mixture over shares (Jeffreys): most weight near none and near all, where the lines are drawn."""
TUNED_FOR = 100
"""Number of settings at which the sequence of a mean is narrowest; any other number would be as honest."""


@lru_cache(maxsize=8192)
def share_at_every_effort(count: int, total: int) -> Interval:
    """A share with its confidence sequence: `count` of `total` independent draws.

    The bets against a share are averaged over a beta mixture (Ville 1939; Robbins 1970): a share is kept as long as those who bet
    against it have not multiplied their stake by one over MISS. Exact for every share and any number of draws.
    """
    if total == 0:
        return NOT_OBSERVED
    stake = float(betaln(count + PRIOR, total - count + PRIOR) - betaln(PRIOR, PRIOR))

    def left(value: float) -> float:
        """What is left of the room to bet against this share; negative once it is refused."""
        odds = count * math.log(value) if count else 0.0
        odds += (total - count) * math.log1p(-value) if count < total else 0.0
        return odds - stake - math.log(MISS)

    estimate, edge = count / total, 1e-15
    low = brentq(left, edge, estimate) if count and left(edge) < 0.0 else 0.0
    high = brentq(left, estimate, 1.0 - edge) if count < total and left(1.0 - edge) < 0.0 else 1.0
    return Interval(estimate, low, high)


def errors_on_each_side(number: int) -> float:
    """How many standard errors the confidence sequence of a mean of so many settings reaches on each side.

    The normal mixture (Robbins 1970) with an estimated spread: exact as the number of settings grows (Waudby-Smith, Arbour, Sinha,
    Kennedy & Ramdas 2024), which is the same that is asked of an ordinary interval of a mean.
    """
    if number < 2:
        return math.inf
    bound = -2.0 * math.log(MISS)
    mixed = number * (bound + math.log(bound) + 1.0) / TUNED_FOR
    return math.sqrt(2.0 * (mixed + 1.0) / mixed * math.log(math.sqrt(mixed + 1.0) / MISS))


def mean_at_every_effort(value: float, error: float, number: int) -> Interval:
    """A mean with its confidence sequence, from its standard error over so many independent settings."""
    half = errors_on_each_side(number) * error
    return Interval(value, value - half, value + half) if math.isfinite(half) else Interval(value, None, None)


def average(values: np.ndarray) -> Interval:
    """The mean of independent numbers, one a setting, with its confidence sequence."""
    if not len(values):
        return NOT_OBSERVED
    error = float(values.std(ddof=1)) / len(values) ** 0.5 if len(values) > 1 else math.nan
    return mean_at_every_effort(float(values.mean()), error, len(values))


def effect_seen(error: float, number: int) -> float:
    """The least change of a mean that would be told from nothing with probability POWER, given its standard error."""
    return (errors_on_each_side(number) + float(ndtri(POWER))) * error


@lru_cache(maxsize=1024)
def share_told_above(line: float, total: int) -> float:
    """The least true share that so many draws would tell from the line, above it, with probability POWER; NaN if there is none."""
    fewest = _first(total, lambda count: (share_at_every_effort(count, total).low or 0.0) >= line)
    if fewest is None:
        return math.nan
    return float(betaincinv(fewest, total - fewest + 1, POWER)) if fewest else 0.0


@lru_cache(maxsize=1024)
def share_told_below(line: float, total: int) -> float:
    """The largest true share that so many draws would tell from the line, below it, with probability POWER; NaN if none."""
    fewest_beside = _first(total, lambda beside: (share_at_every_effort(total - beside, total).high or 0.0) < line)
    if fewest_beside is None:
        return math.nan
    return 1.0 - float(betaincinv(fewest_beside, total - fewest_beside + 1, POWER)) if fewest_beside else 1.0


def _first(total: int, good: Callable[[int], bool]) -> int | None:
    """The least count from 0 to `total` that is good, if every larger one is too; None if none is."""
    if not good(total):
        return None
    low, high = 0, total
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if good(middle) else (middle + 1, high)
    return low
