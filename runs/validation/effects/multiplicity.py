"""Many comparisons: which of them are told apart from luck, and how wide their intervals must then be.

Within a quantity the chances of its comparisons are multiplied by their number (Bonferroni); over the quantities the share of false
findings is held at five per cent (Benjamini & Hochberg 1995), and intervals of what was selected are widened accordingly
(Benjamini & Yekutieli 2005).
"""

import math
from collections.abc import Sequence

from scipy.special import ndtri

from ...ensemble.intervals import CONFIDENCE, Interval, Z

FALSE = 1.0 - CONFIDENCE
"""The share of false findings allowed, and the level of a plain interval."""


def chance_of(change: Interval) -> float:
    """The chance of a difference at least so large if there were none, from its plain interval; 1 if nothing was observed."""
    if change.value is None or change.low is None or change.high is None or change.value == 0.0:
        return 1.0
    error = (change.high - change.low) / (2.0 * Z)
    return math.erfc(abs(change.value) / error / math.sqrt(2.0)) if error > 0.0 else 0.0


def level(smallest: Sequence[float], comparisons: Sequence[int]) -> float:
    """The level at which a quantity's comparisons, taken together, are told apart from luck.

    `smallest`: of each quantity the smallest chance among its `comparisons`. Between 0.05 and 0.05 over the number of quantities.
    """
    corrected = sorted(min(1.0, chance * number) for chance, number in zip(smallest, comparisons, strict=True))
    many = len(corrected)
    accepted = [rank for rank, chance in enumerate(corrected, 1) if chance <= FALSE * rank / many]
    return FALSE * max(accepted, default=1) / max(1, many)


def widened(change: Interval, chance: float) -> Interval:
    """The same difference with an interval that misses only with this chance."""
    if change.value is None or change.low is None or change.high is None:
        return change
    half = (change.high - change.low) / 2.0 * -float(ndtri(chance / 2.0)) / Z
    return Interval(change.value, change.value - half, change.value + half)
