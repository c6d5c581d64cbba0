"""Simple forecasters that the model must beat, each told of every case but the one it forecasts (leave-one-out).

Whoever has two readings of a case weighs them half each, leaves both out together, and gives the mean of what it says of the two.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax, softmax

from .case import ENDS, Case, Force
from .forecast import Forecast, happened, one_by_one

DEAR = 0.75
"""Value of the prize from which the codebook's rule calls it dear."""
PRIOR_SPREAD = 3.0
"""Of the fitted coefficients, in log odds per quarter of the scale of value: a normal prior of that standard deviation, so loose
that it only keeps a fit finite where a line parts the outcomes without exception."""
PRIOR_SPREAD_LEVEL = 10.0
"""The same of the intercepts."""
MIDDLE, QUARTER = 0.5, 0.25

Readings = Sequence[Sequence[Case]]
"""The readings of each case: one, or one by each coder."""


def base_rates(cases: Readings) -> np.ndarray:
    """How often each outcome happened in the other cases; even chances where there is no other."""
    weights = np.array([happened(readings) for readings in cases])
    return _rates(weights.sum(axis=0) - weights)


def is_mild(case: Case) -> bool:
    """The codebook's rule: a force of denial, or a prize that is not dear, holds."""
    return case.force_type is Force.DENIAL or case.challenger_value < DEAR


def codebook_rule(cases: Readings) -> np.ndarray:
    """How often each outcome happened in the other cases of which the rule says the same; base rates where there is none."""
    owners, readings, weights = _flat(cases)
    mild = np.array([is_mild(reading) for reading in readings])
    base = base_rates(cases)
    said = np.zeros((len(readings), len(ENDS)))
    for place, owner in enumerate(owners):
        alike = (owners != owner) & (mild == mild[place])
        said[place] = _rates(weights[alike].sum(axis=0)[None])[0] if alike.any() else base[owner]
    return _mean_by_owner(said, owners, len(cases))


def value_alone(cases: Readings) -> np.ndarray:
    """A multinomial logit in the challenger's value alone, fitted to the other cases with a loose prior."""
    owners, readings, weights = _flat(cases)
    value = (np.array([reading.challenger_value for reading in readings]) - MIDDLE) / QUARTER
    said = np.zeros((len(readings), len(ENDS)))
    for owner in range(len(cases)):
        others, own = owners != owner, owners == owner
        said[own] = softmax(_logits(fit_logit(value[others], weights[others]), value[own]), axis=1)
    return _mean_by_owner(said, owners, len(cases))


@dataclass(frozen=True)
class Rival:
    """A simple forecaster.

    What it is told of the other cases moves its chances a little against the case left out, which would be counted as bad order
    (base rates would order every pair wrongly). So a rival is ordered by what it goes by, for which nothing is fitted.
    """

    name: str
    meaning: str
    chances: Callable[[Readings], np.ndarray]
    goes_by: Callable[[Case], float]

    def forecast(self, cases: Readings) -> Forecast:
        """What it says of the cases."""
        order = np.array([np.mean([self.goes_by(reading) for reading in readings]) for readings in cases])
        weights = np.array([happened(readings) for readings in cases])
        return one_by_one(self.chances(cases), weights, order)


BASE_RATES = Rival("base rates", "how often each outcome happened in the other cases", base_rates, lambda case: 0.0)
RIVALS = (
    BASE_RATES,
    Rival("the codebook's rule", f"denial or a value below {DEAR:g} holds: how often each outcome happened in the other "
          "cases of which it says the same", codebook_rule, lambda case: float(not is_mild(case))),
    Rival("the value alone", "a multinomial logit in the challenger's value, fitted to the other cases, with a loose normal prior "
          f"(standard deviation {PRIOR_SPREAD:g} log odds per quarter of the scale)", value_alone,
          lambda case: case.challenger_value),
)  # fmt: skip
"""The rivals, from the simplest on."""


def fit_logit(value: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Intercept and slope of every outcome but the first, as a flat array, by penalised maximum likelihood.

    `weights`: rows by outcome, as in a forecast.
    """
    spread = np.repeat([PRIOR_SPREAD_LEVEL, PRIOR_SPREAD], len(ENDS) - 1)

    def loss(coefficients: np.ndarray) -> tuple[float, np.ndarray]:
        logits = _logits(coefficients, value)
        miss = (softmax(logits, axis=1) * weights.sum(axis=1, keepdims=True) - weights)[:, 1:]
        gradient = np.concatenate([miss.sum(axis=0), (miss * value[:, None]).sum(axis=0)])
        likelihood = (weights * log_softmax(logits, axis=1)).sum()
        return 0.5 * ((coefficients / spread) ** 2).sum() - likelihood, gradient + coefficients / spread**2

    return minimize(loss, np.zeros(len(spread)), jac=True, method="BFGS", options={"gtol": 1e-6}).x


def _logits(coefficients: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Log odds of every outcome against the first."""
    level, slope = coefficients.reshape(2, len(ENDS) - 1)
    return np.column_stack([np.zeros(len(value)), level + slope * value[:, None]])


def _flat(cases: Readings) -> tuple[np.ndarray, list[Case], np.ndarray]:
    """Every reading, whose it is, and what happened by it, a case's readings weighing one together."""
    owners = np.repeat(np.arange(len(cases)), [len(readings) for readings in cases])
    flat = [reading for readings in cases for reading in readings]
    weights = np.array([happened([reading]) / len(readings) for readings in cases for reading in readings])
    return owners, flat, weights


def _rates(weights: np.ndarray) -> np.ndarray:
    """Rows of weights as rows of shares; even ones where there is nothing."""
    total = weights.sum(axis=1, keepdims=True)
    return np.divide(weights, total, out=np.full(weights.shape, 1 / weights.shape[1]), where=total > 1e-9)


def _mean_by_owner(said: np.ndarray, owners: np.ndarray, count: int) -> np.ndarray:
    """The mean of what is said of a case's readings."""
    sums = np.zeros((count, said.shape[1]))
    np.add.at(sums, owners, said)
    return sums / np.bincount(owners, minlength=count)[:, None]
