"""X10: casualties and support (Mueller 1973), in the score by which states answer an attack."""

import math
from collections.abc import Iterator

import numpy as np

from .....agents.response import ANSWER_TERMS, answer_score, force_chance, prospect_of
from .....agents.situation import ACT
from .....model.uncertainties import UNCERTAINTIES
from ..agreement import exactly
from ..check import Check
from ..stage import stripped

POINTS = 15.0
"""Points of support that a tenfold increase in own casualties costs."""


def score(world: np.record, deaths: float) -> float:
    """The score of answering a war that touches the force, at so many own deaths."""
    row = np.zeros(len(ANSWER_TERMS))
    return float(answer_score(row, ACT.war, 1.0, 1.0, deaths, 0.0, 0.0, 0.0, 0.0, 0.0, world.levers, world.uncertainties))


def points_at_even_odds() -> float:
    """What tenfold deaths cost in points at even odds, with the shipped coefficients and no capability."""
    world = stripped(
        answer_precision=UNCERTAINTIES["answer_precision"].default, answer_deaths=UNCERTAINTIES["answer_deaths"].default
    )
    lost = score(world, 99.0) - score(world, 9.0)
    return 100.0 * (float(force_chance(lost, world.uncertainties)) - 0.5)


def checks(effort: int) -> Iterator[Check]:
    """Every tenfold costs the same; by the natural logarithm the slope is 6.514."""
    world = stripped(answer_deaths=POINTS / (1.0 - prospect_of(ACT.war, 0.0, stripped().uncertainties)))
    tenfold = [score(world, 10.0 ** (power + 1) - 1.0) - score(world, 10.0**power - 1.0) for power in range(4)]
    slope = (score(world, math.e**5 - 1.0) - score(world, math.e**3 - 1.0)) / 2.0
    yield exactly(
        "X10",
        "own deaths: change of the score for every tenfold from 1 to 10,000, and for each unit of ln, at 15 points a tenfold",
        "X10: Mueller 1973",
        [-POINTS] * 4 + [-POINTS / math.log(10.0)],
        [*tenfold, slope],
        f"the model scores in log odds: with its coefficients and no capability a tenfold costs {points_at_even_odds():.0f} points"
        " at even odds, less where success looks likely (Gelpi, Feaver & Reifler 2009)",
    )
