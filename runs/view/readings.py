"""What Moscow may be, for someone who sees only what it does: rival readings, weighted by how well each explains its choices.

A reading is a draw of Moscow's hidden side (mindset, value of the aim, sensitivity to costs, sizes of fear and affront, weight of
the window, and which of two rules holds where the literature is split) from the declared distributions, pins respected, by the
model's own rule for week 0. Each time Moscow has chosen, the week is played again for every reading from the very state Moscow
chose in, and the probability with which that Moscow would have taken the option it took multiplies the reading's weight (Bayes).
What stays unlearned: everything outside Moscow's hidden side, what Moscow has learnt and unlearnt on the way (its evidence, its
habituation), and where it chose to act within an option. Opportunities come by luck alone, so a week without a choice tells
nothing; nor does a choice that was ordered from outside.
"""

import numpy as np

from ...agents.choice import NOTHING
from ...agents.mindset import MINDSETS
from ...agents.record import cells, first_cell
from ...agents.russia import RUSSIA_RECORD
from ...model.beginning import begin_future
from ...model.future import drawings
from ...model.orders import NO_ORDERS
from ...model.outcomes import OUTCOME
from ...model.scenario import Scenario
from ...model.uncertainties import UNCERTAINTIES_RECORD
from ...model.world import WORLD, cells_of
from ..ensemble.structures import STRUCTURE_NAMES
from .ahead import week_ahead

READINGS = 200
"""How many readings are held against each other: the error this adds is part of the interval shown."""

HIDDEN = {
    "russia": (
        "mindset",
        "full_value",
        "value",
        "cost",
        "precision",
        "fear_weight",
        "affront_weight",
        "base_grievance",
        "stand_down_cost",
    ),
    "uncertainties": (
        "mindset",
        "value_shift",
        "cost_sensitivity",
        "fear_size",
        "affront_size",
        "anticipation_weight",
        *STRUCTURE_NAMES,
    ),
    "outcome": ("mindset", "fear_size", "affront_size", *STRUCTURE_NAMES),
}
"""The fields of a world that make up Moscow's hidden side; `value` and the grievances follow from them anew each week."""

RECORDS = {"russia": RUSSIA_RECORD, "uncertainties": UNCERTAINTIES_RECORD, "outcome": OUTCOME}
HIDDEN_CELLS = np.array(
    [first_cell(WORLD, part) + first_cell(RECORDS[part], name) for part, names in HIDDEN.items() for name in names]
)
SMALLEST = 1e-12
"""Least probability that a reading is held to have given to what happened: none is ruled out for ever by rounding."""


class Readings:
    """Rival readings of one future's Moscow, and their weights week by week."""

    def __init__(self, scenario: Scenario, beginning: np.ndarray, count: int = READINGS, orders: np.ndarray = NO_ORDERS):
        """`beginning` is the world of week 0 (an array of length 1); reading k is drawn on its branch k of luck.

        `orders`: those of the future, as records.
        """
        self._orders = orders
        drawing = drawings(scenario)
        self._hidden = np.zeros((count, len(HIDDEN_CELLS)), np.int64)
        self.mindsets = np.zeros(count, np.int64)
        for number in range(count):
            drawn = beginning.copy()
            drawn[0].luck.branch = number + 1
            begin_future(drawn[0], cells_of(drawn, "uncertainties")[0], drawing)
            self._hidden[number] = _bits(drawn)[HIDDEN_CELLS]
            self.mindsets[number] = drawn[0].russia.mindset
        self._logs = [np.zeros(count)]
        """Log likelihood of everything Moscow chose in the weeks before each week."""

    def applied(self, world: np.ndarray, number: int) -> np.ndarray:
        """A copy of a state (an array of length 1) in which Moscow is that reading."""
        other = world.copy()
        _bits(other)[HIDDEN_CELLS] = self._hidden[number]
        return other

    def weights(self, history: np.ndarray) -> np.ndarray:
        """How likely each reading is after the weeks of a history (the states of weeks 0 to now); they sum to 1."""
        for week in range(len(self._logs) - 1, len(history) - 1):
            self._logs.append(self._logs[-1] + self._told_by(history[week : week + 1], history[week + 1]))
        logs = self._logs[len(history) - 1]
        weights = np.exp(logs - logs.max())
        return weights / weights.sum()

    def by_mindset(self, weights: np.ndarray) -> tuple[float, ...]:
        """The weight of each mindset, in the order of `MINDSETS`."""
        return tuple(float(weights[self.mindsets == number].sum()) for number in range(len(MINDSETS)))

    def _told_by(self, before: np.ndarray, after: np.record) -> np.ndarray:
        """Log probability of what Moscow chose between two states, for each reading; zeros if it chose nothing itself."""
        logs = np.zeros(len(self._hidden))
        made = after.russia.decision
        if made.step != before[0].luck.step or made.chosen == NOTHING or made.ordered:
            return logs
        for number in range(len(logs)):
            tried = week_ahead(self.applied(before, number), self._orders)[0].russia.decision
            logs[number] = np.log(max(float(tried.probability[made.chosen]), SMALLEST))
        return logs


def effective(weights: np.ndarray) -> float:
    """How many equally weighted readings would tell as much (Kish 1965)."""
    return float(1.0 / np.square(weights).sum())


def _bits(world: np.ndarray) -> np.ndarray:
    """A state's cells as whole numbers, so that both kinds of cell are copied as they are."""
    return world.view(np.int64).reshape(-1)[: cells(WORLD)]
