"""A force that is announced for a day that never comes changes nothing but what was promised, bit for bit."""

import numpy as np
import pytest

from reassure.model.outcomes import MEAN
from reassure.model.scenario import SHIPPED, load
from reassure.runs.ensemble.futures import Policy, play

WITH_TROOPS = [name for name in SHIPPED if load(name).levers["troop_ceiling"] > 0]
PROMISED = [MEAN.credibility_gap, MEAN.joiners]
"""Who promised troops, and what their answer would be; Moscow believes in none of it."""


@pytest.mark.parametrize("name", [*WITH_TROOPS, "full_nato_mission_if_it_comes_about"])
def test_it_leaves_every_future_as_it_was(name):
    scenario = load(name).with_levers({"deploy_start": 520, "mandate_years": 0})
    promised, without = play(Policy(scenario), 300, 1), play(Policy(scenario.without_troops()), 300, 1)
    for outcomes in (promised, without):
        outcomes["sums"][:, PROMISED] = 0.0
        outcomes["joiners"] = 0
    differing = [field for field in promised.dtype.names if not np.array_equal(promised[field], without[field])]
    assert not differing


def test_a_force_that_comes_does_change_futures():
    scenario = load("limited_reassurance_force")
    assert (play(Policy(scenario), 150, 1)["worst"] != play(Policy(scenario.without_troops()), 150, 1)["worst"]).any()
