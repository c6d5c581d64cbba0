"""X1, X2: war as a costly lottery, and shifting power (Fearon 1995)."""

import math
from collections.abc import Iterator

import numpy as np

from ..agreement import exactly, within_error
from ..check import Check, Group
from ..stage import mobilising_gains, stripped, turning_point

SEED = 1
PIE = 100.0
"""Utility of a pie: so large that the soft floor of anticipation, which counts only near the margin, is the plain difference."""


def checks(effort: int) -> Iterator[Check]:
    """The share that buys Moscow off, and the shift of power at which the declining side fights."""
    yield from reservation(effort)
    yield from shifting_power(effort)


def chance_by_powers(attacker: float) -> dict[str, float]:
    """Land powers at which the attacker wins with this chance, at a certainty and a quality of one."""
    return {"russian_power": attacker, "ukrainian_power": 1.0 - attacker}


def least_share(win: float, cost: float) -> float:
    """The share of the pie at which Moscow is as well off living with things as they are as at war."""
    world = stripped(military_cost=cost / (0.5 + 0.5 * (1.0 - win) / win))
    world.russia.value = 1.0
    for name, power in chance_by_powers(win).items():
        world.situation[name] = power

    def gain(share: float) -> float:
        world.russia.grievance = -share
        return mobilising_gains(world)

    return turning_point(gain, -2.0, 2.0)


def reservation(effort: int) -> Iterator[Check]:
    """X1: any share of at least p - c is better than war; for less, Moscow fights."""
    source = "X1, T1: Fearon 1995"
    remark = "this end of the bargaining range; nobody in this model chooses the size of a demand (see the list below)"
    yield exactly(
        "X1",
        "war is a costly lottery: least share that Moscow takes instead of war, at p, c of .4, .2 and .3, .1",
        source,
        [0.2, 0.2],
        [least_share(0.4, 0.2), least_share(0.3, 0.1)],
        remark,
    )
    draw = np.random.default_rng(SEED)
    cases = [(draw.uniform(0.1, 0.9), draw.uniform(0.0, 0.5)) for _ in range(effort)]
    errors = [least_share(win, cost) - (win - cost) for win, cost in cases]
    yield within_error("X1", Group.EXACT, "the same share for chances and costs at random", source, errors, "lotteries")


def fighting_gains(discount: float, first: float, second: float, cost: float) -> float:
    """Gain of the declining side (Moscow) from war now, if the riser would win with these chances in the two periods.

    The rule weighs war now against war later with the weight of anticipation, which is the discount factor here. War now settles
    both periods, so its single cost is spread over them. The status quo gives the whole pie of the first period: as much as a
    riser can offer. Costs are put in as the shadow of escalation, which may differ between now and later.
    """
    world = stripped(anticipation_weight=discount, escalation_cost=1.0)
    situation, russia = world.situation, world.russia
    situation.quorum.votes = situation.quorum_later.votes = 0.0  # the game knows no third state that could answer
    russia.value, russia.cost, russia.grievance, russia.precision = PIE, PIE, -PIE, 1.0 / PIE
    for name, power in chance_by_powers(1.0 - first).items():
        situation[name] = power
    for name, power in chance_by_powers(1.0 - second).items():
        situation[f"{name}_later"] = power
    situation.legal = math.sqrt(cost / (1.0 + discount))
    situation.legal_later = math.sqrt(cost)
    return mobilising_gains(world) / PIE


def shift_needed(discount: float, first: float, cost: float) -> float:
    """The riser's later chance of winning above which the declining side fights now."""
    return turning_point(lambda second: fighting_gains(discount, first, second, cost), 0.01, 0.85)


def shifting_power(effort: int) -> Iterator[Check]:
    """X2: the declining side fights exactly if d(p2 - p1) - p1 > c(1 - d)."""
    source = "X2, T3: Fearon 1995"
    yield exactly(
        "X2",
        "shifting power (d .9, p1 .2, c .1): the riser's later chance above which Moscow fights now",
        source,
        [0.2 + (0.2 + 0.1 * 0.1) / 0.9],
        [shift_needed(0.9, 0.2, 0.1)],
        "at the published p2 = .6 it fights (.16 > .01)",
    )
    draw = np.random.default_rng(SEED)
    errors: list[float] = []
    while len(errors) < effort:
        discount, first, cost = draw.uniform(0.5, 1.0), draw.uniform(0.05, 0.3), draw.uniform(0.0, 0.1)
        exact = first + (first + cost * (1.0 - discount)) / discount
        if exact < 0.8:
            errors.append(shift_needed(discount, first, cost) - exact)
    yield within_error("X2", Group.EXACT, "the same for discounts, chances and costs at random", source, errors, "games")
