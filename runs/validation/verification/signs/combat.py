"""Combat: a defender's quality, and the ratio at which it is overcome (T30)."""

import math
from collections.abc import Iterator

import numpy as np

from .....agents.campaign import victory_chance
from .....model.fighting import fight_war, open_war
from .....model.outcomes import ORIGIN
from ....ensemble.intervals import share
from ..check import Check, Group, Scope, Verdict
from ..judgement import in_draws, percent
from . import minds
from .arms import Whole


def checks(draws: int, whole: Whole) -> Iterator[Check]:
    """T30."""
    source = "Lanchester 1916; X14"
    margins, won = [], 0
    for world in minds.copies(draws):
        assumed = world.uncertainties
        even = math.sqrt(assumed.defender_advantage)
        below, at, above = (
            victory_chance(ratio * even, 1.0, assumed.defender_advantage, assumed.war_certainty) for ratio in (0.9, 1.0, 1.1)
        )
        margins.append(min(1e-9 - abs(at - 0.5), 0.5 - below, above - 0.5))
        won += fought_at_even_odds(world, even)
    yield in_draws(
        "T30",
        "A breakthrough is as likely as not exactly at a ratio of the root of the defender's quality",
        source,
        np.array(margins),
    )
    found = share(won, draws)
    yield Check(
        "T30",
        Group.SIGN,
        Scope.WHOLE,
        "Wars fought week by week at that ratio are won by the attacker in half of all cases",
        source,
        "0.5 within the 95 % interval",
        f"{percent(found)} of {draws} wars",
        Verdict.PASSED if (found.low or 0.0) <= 0.5 <= (found.high or 1.0) else Verdict.FAILED,
    )


def fought_at_even_odds(world: np.record, ratio: float) -> bool:
    """Whether the attacker wins a war in which its strength is `ratio` times the defence it meets."""
    world.coalition.fights = 0
    open_war(world, ORIGIN.moscow_launched)
    field = world.field
    field.attacker = field.attacker_start = ratio * field.defender
    while not world.over:
        fight_war(world)
    return bool(world.russia.gains > 0)
