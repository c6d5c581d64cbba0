"""X11: Bayesian updating of the belief that the coalition is hard."""

import math
from collections.abc import Iterator

import numpy as np

from .....agents.belief import believe, learn
from ..agreement import exactly, within_error
from ..check import Check, Group
from ..stage import stripped

SEED = 11


def posterior(prior: float, ratios: list[float]) -> float:
    """Moscow's belief after answers with these likelihood ratios, by its rules."""
    world = stripped(belief_base=math.log(prior / (1.0 - prior)), updating=1.0)
    for ratio in ratios:
        learn(world.russia, math.log(ratio), world.uncertainties)
    believe(world.russia, world.situation, world.levers, world.uncertainties)
    return float(world.russia.belief)


def checks(effort: int) -> Iterator[Check]:
    """odds' = odds x LR, once and many times."""
    source = "X11, T25: Bayes"
    statement = "belief of .2 in a hard coalition after an answer three times as likely from a hard one"
    yield exactly("X11", statement, source, [0.428571], [posterior(0.2, [3.0])])
    draw = np.random.default_rng(SEED)
    errors = []
    for _ in range(effort):
        prior, ratios = draw.uniform(0.01, 0.99), np.exp(draw.uniform(-0.7, 0.7, 4))
        odds = prior / (1.0 - prior) * ratios.prod()
        errors.append(posterior(prior, list(ratios)) - odds / (1.0 + odds))
    yield within_error("X11", Group.EXACT, "belief after four answers at random, against Bayes' rule", source, errors, "histories")
