"""Where effects are looked for: the shipped scenarios, and random settings drawn by name over every declared range."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from ....model.scenario import BASELINE, Scenario, load, shipped
from ....model.uncertainties import UNCERTAINTIES
from ...ensemble.futures import Policy, play
from ..verification.settings import KEPT, any_levers, any_values

ALL_SCENARIOS, RANDOM_SETTINGS = "all scenarios", "random settings"
"""The mean over the shipped scenarios, and over the random settings."""
PLACES = (*shipped(), ALL_SCENARIOS, RANDOM_SETTINGS)

PRIZE = "challenger_value"
ON_ANY_PRIZE = frozenset({"prize_steepness"})
"""What shows only where the prize is not Ukraine: its settings draw the prize too. For all else it stays Ukraine: lesser prizes,
most of the range, are seldom fought for, so that fewer failures would be left to show an effect in."""

UNDER_A_POLICY: Mapping[str, tuple[tuple[str, float], ...]] = {
    "answer_policy": (("response_policy", 1.0),),
    "concede_policy": (("response_policy", 1.0),),
}
"""What weighs a lever that counts for one side or the other, and for neither as shipped, is looked at where it counts for one: over
both sides it would cancel out."""

DOMAIN: Mapping[str, float] = {"deploy_start": 4, "weeks_to_deploy": 26}
"""Levers not drawn: over their ranges the force would come too late, or never, in half of the settings."""


@lru_cache(maxsize=2)
def scenarios() -> tuple[Scenario, ...]:
    """The shipped scenarios, in order."""
    return tuple(load(name) for name in shipped())


@lru_cache(maxsize=6)
def random_settings(count: int, any_prize: bool = False, held: tuple[tuple[str, float], ...] = ()) -> tuple[Scenario, ...]:
    """So many scenarios with every lever and every fixed number at random; what differs from future to future is drawn in each.

    Each value comes from a stream of its own name, so that what is declared besides changes none. The prize is Ukraine, or any.
    Levers that are `held` keep that value throughout.
    """
    base = load(BASELINE)
    fixed = [name for name, each in UNCERTAINTIES.items() if not each.drawn and (name not in KEPT or (any_prize and name == PRIZE))]
    made = []
    for number in range(count):
        pins = any_values(UNCERTAINTIES, number)
        levers = {**any_levers(number), **DOMAIN, **dict(held)}
        made.append(base.with_levers(levers).with_pins({name: pins[name] for name in fixed}))
    return tuple(made)


def played(scenario: Scenario, runs: int, seed: int, first_run: int = 0) -> np.ndarray:
    """The outcomes of these runs, in this thread."""
    return play(Policy(scenario), runs, seed, first_run, threads=1)
