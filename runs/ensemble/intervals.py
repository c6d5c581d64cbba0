"""Estimates with their 95 % intervals: every probability and every mean the program prints is one of these."""

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy.special import ndtri

CONFIDENCE = 0.95
Z = float(ndtri(0.5 + CONFIDENCE / 2))


class Interval(NamedTuple):
    """An estimate and its 95 % interval. All None if nothing was observed; the bounds None if one observation allows none."""

    value: float | None
    low: float | None
    high: float | None

    @property
    def sign(self) -> int:
        """-1 if the whole interval lies below zero, 1 if above, 0 if it holds zero or nothing is known."""
        if self.low is None or self.high is None:
            return 0
        return int(self.low > 0) - int(self.high < 0)


NOT_OBSERVED = Interval(None, None, None)


@lru_cache(maxsize=8192)
def share(count: int, total: int) -> Interval:
    """`count` of `total` independent futures, with Wilson's interval (1927).

    SciPy's own, which a test holds it against, takes half a second to import: a fifth of a small comparison.
    """
    if total == 0:
        return NOT_OBSERVED
    value, shrink = count / total, Z * Z / total
    centre = (value + shrink / 2) / (1 + shrink)
    half = math.sqrt(shrink * (value * (1 - value) + shrink / 4)) / (1 + shrink)
    return Interval(value, centre - half if count else 0.0, centre + half if count < total else 1.0)


def paired_difference(only_first: int, only_second: int, total: int) -> Interval:
    """The share of the first less the share of the second, over `total` pairs.

    Only the pairs that disagree matter: those where only the first holds, and where only the second does. Adjusted Wald interval of
    Agresti and Min (2005): half a pair is added to each of the four cells.
    """
    if total == 0:
        return NOT_OBSERVED
    padded = total + 2
    centre = (only_first - only_second) / padded
    spread = math.sqrt(max(0.0, only_first + only_second + 1 - padded * centre * centre)) / padded
    return Interval((only_first - only_second) / total, max(-1.0, centre - Z * spread), min(1.0, centre + Z * spread))


class Moments(NamedTuple):
    """What a ratio of totals needs from its futures: how many they are, and sums of x, y, x squared, xy and y squared."""

    futures: int
    x: float
    y: float
    xx: float
    xy: float
    yy: float


def ratio(moments: Moments) -> Interval:
    """Total y over total x (violations over years lived), so that each future weighs as much as it lived.

    The interval is the linearised one for ratio estimates (Cochran 1977, chapter 6), over futures as the independent units.
    """
    futures, x, y, xx, xy, yy = moments
    if futures == 0 or x <= 0.0:
        return NOT_OBSERVED
    value = y / x
    if futures == 1:
        return Interval(value, None, None)
    residual = max(0.0, yy - 2 * value * xy + value * value * xx)
    spread = math.sqrt(residual * futures / (futures - 1)) / x
    return Interval(value, value - Z * spread, value + Z * spread)


def within(interval: Interval, low: float, high: float) -> Interval:
    """An interval cut to what is possible."""
    return Interval(*(None if bound is None else min(max(bound, low), high) for bound in interval))


def median(histogram: np.ndarray) -> Interval:
    """The median of whole numbers counted in `histogram`, with the interval that order statistics give."""
    total = int(histogram.sum())
    if total == 0:
        return NOT_OBSERVED
    reach = Z * math.sqrt(total) / 2
    ranks = [min(max(total / 2 + shift, 0.5), total) for shift in (0.0, -reach, reach)]
    return Interval(*(float(np.searchsorted(histogram.cumsum(), rank)) for rank in ranks))


def plain(content: object) -> object:
    """Nested maps and lists with every interval as a map of `value`, `low` and `high`, for JSON."""
    if isinstance(content, Interval):
        return content._asdict()
    if isinstance(content, dict):
        return {key: plain(each) for key, each in content.items()}
    if isinstance(content, list):
        return [plain(each) for each in content]
    return content
