"""What the tests of the capitals share."""

import pytest

from reassure.agents.russia import CONDUCT


@pytest.fixture(scope="session")
def moscow(seen):
    """Makes a world with a Moscow of given figures, in the midst of a confrontation: `moscow(LEVER_OR_UNCERTAINTY=...)`.

    No two figures are alike and none is 0 or 1, so that an expectation worked out by hand tells them apart: value .8, cost 1.5,
    precision .8, grievance .2, waiting .1, belief .4, backing down .3; punishment .3, intelligence .6, confidence .3, tension .4;
    legal form .6, capability .7.
    """

    def make(troops=20.0, **set_):
        world = seen(troops=troops, **{"share_in_cities": 0.5, "share_on_line": 0.3, "response_policy": "reciprocal", **set_})
        mind, situation = world.russia, world.situation
        mind.value, mind.cost, mind.precision, mind.stand_down_cost = 0.8, 1.5, 0.8, 0.3
        mind.grievance, mind.waiting_cost, mind.belief = 0.2, 0.1, 0.4
        situation.punishment, situation.intelligence, situation.confidence, situation.tension = 0.3, 0.6, 0.3, 0.4
        situation.legal, situation.capability, situation.conduct = 0.6, 0.7, CONDUCT.coerce
        return world

    return make
