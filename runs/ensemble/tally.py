"""What many futures of one policy came to, in memory that does not grow with their number."""

import numpy as np

from ...agents.choice import NOTHING
from ...model.outcomes import BROUGHT_BY, EVENT, EVENTS, MEAN_SPANS, MEANS, ORIGINS, RUNGS, WORST
from ...model.uncertainties import UNCERTAINTIES
from .by_mindset import KINDS, ByMindset, count

RATES = ("low", "middle", "high")
"""Thirds of the range of `wider_war_rate`, which has no source."""

RATIOS = (*(mean.name for mean in MEANS), "launches")
"""What is kept as a total over a total: the means over the time lived, launches over mobilisations."""


class Tally(ByMindset):
    """Counts and sums over the futures folded in so far."""

    def __init__(self, weeks: int):
        self.weeks = weeks
        self.worst = np.zeros((KINDS, 2, len(WORST)), np.int64)
        """Futures by mindset, whether the presence was ever authorised, and the worst reached."""
        self.began = np.zeros((KINDS, len(ORIGINS)), np.int64)
        """Futures by who or what began the war."""
        self.peak = np.zeros((KINDS, len(RUNGS)), np.int64)
        """Futures by the highest rung reached."""
        self.first = np.zeros((KINDS, len(EVENTS), weeks + 1), np.int64)
        """Futures by the week in which each event first happened."""
        self.reached = np.zeros((KINDS, len(WORST), weeks + 1), np.int64)
        """Futures by the week in which they first were at least so bad; row 0 stays empty, since all are held at first."""
        self.clash_after_attack = np.zeros((KINDS, 2), np.int64)
        """Futures in which the force was attacked, by whether there was a clash."""
        self.wider_after_clash = np.zeros((KINDS, len(RATES), 2), np.int64)
        """Futures with a clash, by the third of the range from which its rate of spread was drawn, and by whether it spread."""
        self.moments = np.zeros((KINDS, len(RATIOS), 5))
        """For each ratio y/x the sums of x, y, xx, xy, yy."""

    @property
    def futures(self) -> int:
        """How many futures are in."""
        return int(self.worst.sum())

    def fold(self, outcomes: np.ndarray) -> None:
        """Add futures: an array of OUTCOME records."""
        mindset, worst, first = outcomes["mindset"], outcomes["worst"], outcomes["first"]
        happened = first != NOTHING
        self.worst += count(self.worst.shape, mindset, happened[:, EVENT.authorisation].astype(int), worst)
        self.began += count(self.began.shape, mindset, outcomes["began"])
        self.peak += count(self.peak.shape, mindset, outcomes["peak_rung"])
        self._fold_weeks(mindset, first, happened)
        attacked, clashed = happened[:, EVENT.attack_on_force], happened[:, EVENT.clash]
        self.clash_after_attack += count(self.clash_after_attack.shape, mindset[attacked], clashed[attacked].astype(int))
        self.wider_after_clash += count(
            self.wider_after_clash.shape,
            mindset[clashed],
            third_of_rates(outcomes["wider_war_rate"][clashed]),
            happened[clashed, EVENT.wider_war].astype(int),
        )
        self._fold_moments(outcomes)

    def _fold_weeks(self, mindset: np.ndarray, first: np.ndarray, happened: np.ndarray) -> None:
        run, event = np.nonzero(happened)
        self.first += count(self.first.shape, mindset[run], event, first[run, event])
        never = self.weeks + 1
        soonest = np.full(len(first), never)
        for level, bad in reversed(BROUGHT_BY.items()):
            soonest = np.minimum(soonest, np.where(happened[:, bad], first[:, bad], never))
            here = soonest < never
            self.reached[:, level] += count(self.reached[:, level].shape, mindset[here], soonest[here])

    def _fold_moments(self, outcomes: np.ndarray) -> None:
        y = np.column_stack([outcomes["sums"], outcomes["launches"]])
        x = np.empty_like(y)
        x[:, :-1] = outcomes["weeks"][:, None]
        x[:, :-1] /= MEAN_SPANS
        x[:, -1] = outcomes["mobilisations"]
        belongs = (outcomes["mindset"] == np.arange(KINDS)[:, None]).astype(float)
        self.moments += np.stack([belongs @ each for each in (x, y, x * x, x * y, y * y)], axis=-1)

    def shares_over_time(self) -> np.ndarray:
        """The share of futures whose worst so far is each outcome: shape (outcomes, weeks + 1), columns summing to 1."""
        at_least = self.reached.sum(axis=0).cumsum(axis=-1) / max(1, self.futures)
        at_least[0] = 1.0
        return at_least - np.vstack([at_least[1:], np.zeros((1, at_least.shape[1]))])


def third_of_rates(rate: np.ndarray) -> np.ndarray:
    """In which third of its declared range each `wider_war_rate` lies: 0, 1 or 2."""
    declared = UNCERTAINTIES["wider_war_rate"]
    return np.clip(len(RATES) * (rate - declared.low) / (declared.high - declared.low), 0, len(RATES) - 1).astype(int)
