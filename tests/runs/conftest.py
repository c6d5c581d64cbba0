"""Made-up outcomes, consistent in themselves, for what counts and sorts them."""

from types import SimpleNamespace

import numpy as np
import pytest

from reassure.model.outcomes import BROUGHT_BY, EVENT, ORIGINS, OUTCOME
from reassure.runs.ensemble.structures import STRUCTURE_NAMES

WEEKS = 60


def random_outcomes(futures, seed=0):
    """So many OUTCOME records at random: events in random weeks, and the worst reached that follows from them."""
    draw = np.random.default_rng(seed)
    made = np.zeros(futures, OUTCOME)
    made["mindset"] = draw.integers(0, 4, futures)
    made["peak_rung"] = draw.integers(0, 11, futures)
    first = draw.integers(0, WEEKS, made["first"].shape)
    made["first"] = np.where(draw.random(first.shape) < 0.3, first, -1)
    for level, event in BROUGHT_BY.items():
        made["worst"] = np.where(made["first"][:, event] >= 0, level, made["worst"])
    war = (made["first"][:, [EVENT.renewed_war, EVENT.wider_war]] >= 0).any(axis=1)
    made["began"] = np.where(war, draw.integers(1, len(ORIGINS), futures), 0)
    for name in STRUCTURE_NAMES:
        made[name] = draw.integers(0, 2, futures)
    made["mobilisations"] = draw.integers(0, 5, futures)
    made["launches"] = draw.binomial(made["mobilisations"], 0.5)
    made["weeks"] = draw.uniform(1, WEEKS, futures)
    made["sums"] = draw.uniform(0, 100, made["sums"].shape)
    made["fear_size"], made["affront_size"] = draw.uniform(0, 2, (2, futures))
    made["wider_war_rate"] = draw.uniform(0.002, 0.02, futures)
    return made


def with_worst(worst, mindset=0):
    """Futures of one mindset that end in these outcomes."""
    made = np.zeros(len(worst), OUTCOME)
    made["worst"], made["mindset"], made["first"] = worst, mindset, -1
    made["fear_size"], made["affront_size"] = np.random.default_rng(5).uniform(0, 2, (2, len(worst)))
    return made


@pytest.fixture(scope="session")
def made():
    """`made.random_outcomes(futures, seed)`, `made.with_worst(outcomes, mindset)`, `made.weeks`."""
    return SimpleNamespace(random_outcomes=random_outcomes, with_worst=with_worst, weeks=WEEKS)
