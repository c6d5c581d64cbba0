"""Combat: a defender's quality, and the ratio at which it is overcome (T30)."""

import math
from collections.abc import Iterator

import numpy as np

from .....agents.campaign import victory_chance
from .....model.fighting import fight_war, open_war
from .....model.outcomes import ORIGIN
from ..check import Check
from ..experiment import Told, plain_average
from ..judgement import Sample, about_nothing, in_draws
from ..settings import Draws
from . import minds
from .arms import Whole

WON = Told("wars won by the attacker, less half,", points=True)
WARS = 4
"""Wars fought in each random moment, on luck of their own."""
NEAR_HALF = 0.05
"""How far from a half still counts as a half (assumption)."""


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T30."""
    source = "Lanchester 1916; X14"
    margins, won = [], np.zeros(draws.number)
    for place, world in enumerate(minds.copies(draws)):
        assumed = world.uncertainties
        even = math.sqrt(assumed.defender_advantage)
        below, at, above = (
            victory_chance(ratio * even, 1.0, assumed.defender_advantage, assumed.war_certainty) for ratio in (0.9, 1.0, 1.1)
        )
        margins.append(min(1e-9 - abs(at - 0.5), 0.5 - below, above - 0.5))
        won[place] = np.mean([fought_at_even_odds(world.copy(), even, war) for war in range(WARS)])
    yield in_draws(
        "T30",
        "A breakthrough is as likely as not exactly at a ratio of the root of the defender's quality",
        source,
        np.array(margins),
    )
    yield about_nothing(
        "T30",
        "Wars fought week by week at that ratio are won by the attacker in half of all cases",
        source,
        WON,
        plain_average(won - 0.5),
        NEAR_HALF,
        Sample(draws.number, f"{WARS * draws.number:,} wars in {draws.number} draws"),
    )


def fought_at_even_odds(world: np.record, ratio: float, war: int) -> bool:
    """Whether the attacker wins the war of this number, in which its strength is `ratio` times the defence it meets."""
    world.luck.branch = war
    world.coalition.fights = 0
    open_war(world, ORIGIN.moscow_launched)
    field = world.field
    field.attacker = field.attacker_start = ratio * field.defender
    while not world.over:
        fight_war(world)
    return bool(world.russia.gains > 0)
