"""X13, X14: Lanchester's square law, in the formula, in the war as it is fought, and in the odds that Moscow weighs."""

import math
from collections.abc import Iterator

import numpy as np

from .....agents.campaign import victory_chance
from .....model.fighting import fight_war, square_law
from ..agreement import exactly, within_error
from ..check import Check, Group
from ..stage import stripped

SOURCE = "X13, X14, T30: Lanchester"
DURATION = 109.861229
SEED = 13


def checks(effort: int) -> Iterator[Check]:
    """The published fights, the war of the model, the law for strengths at random, and parity."""
    statement = "1,000 against 800 of equal quality: survivors of both at t = 109.861229"
    formula = square_law(1000.0, 800.0, 0.01, 0.01, DURATION)
    yield exactly("X13", statement, SOURCE, [600, 0], formula, "the formula", tolerance=1e-4)
    yield exactly("X13", statement, SOURCE, [600, 0], war(1000.0, 800.0, DURATION), "a general war of the model", tolerance=1e-4)
    left, _ = square_law(3.0, 1.0, 0.01, 0.01, math.atanh(1 / 3) / 0.01)
    yield exactly(
        "X14", "three to one of equal quality: per cent that the attacker loses", SOURCE, [5.719096], [100 * (1 - left / 3)]
    )
    yield exactly(
        "X14",
        "parity: chance of winning at three to one against quality 9, and at two to one against quality 4",
        SOURCE,
        [0.5, 0.5],
        [victory_chance(3.0, 1.0, 9.0, 2.2), victory_chance(2.0, 1.0, 4.0, 2.2)],
    )
    yield invariant(effort)


def war(attacker: float, defender: float, weeks: float) -> tuple[float, float]:
    """Both strengths after so many weeks of a general war of equal quality and expected effectiveness, in a single step."""
    world = stripped(attrition=0.01, breaking_point=1.0)
    field = world.field
    field.war, field.effectiveness = 1, 1.0
    field.attacker = field.attacker_start = attacker
    field.defender = field.defender_start = defender
    field.ukrainian_power = 1.0
    world.weeks_per_step = weeks
    fight_war(world)
    return float(field.attacker), float(field.defender)


def invariant(effort: int) -> Check:
    """The difference of squares is kept while both sides stand."""
    draw = np.random.default_rng(SEED)
    errors = []
    for _ in range(effort):
        attacker, defender = draw.uniform(0.5, 2.0, 2)
        kills, losses = draw.uniform(0.005, 0.1, 2)
        left, right = square_law(attacker, defender, kills, losses, 2.0)
        before = kills * attacker**2 - losses * defender**2
        errors.append(kills * left**2 - losses * right**2 - before)
    return within_error("X13", Group.EXACT, "a A^2 - b D^2 is kept, strengths and rates at random", SOURCE, errors, "fights")
