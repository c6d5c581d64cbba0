"""Who must agree, and whether in time: the reckoning by which everybody foresees a coalition's answer."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from reassure.agents.curves import chance_of
from reassure.agents.quorum import QUORUM, agreed_chance, call_quorum, foiled_by_answer, hours_until_answer, in_time

LEANINGS = (-3.0, -1.0, -0.2, 0.0, 0.4, 1.5, 4.0)


@pytest.fixture(scope="module")
def agreed(seen):
    """The chance of an agreed answer: `agreed(leaning, votes, american=, stood_behind=, LEVER_OR_UNCERTAINTY=...)`."""

    def at(leaning, votes=1.0, american=0.0, stood_behind=0.0, **set_):
        world = seen(**set_)
        quorum = np.zeros(1, QUORUM)[0]
        call_quorum(quorum, votes, american, stood_behind, world.levers, world.uncertainties)
        return agreed_chance(leaning, quorum)

    return at


@pytest.mark.parametrize("quorum", [0.05, 0.3, 0.5, 0.9, 1.0])
@pytest.mark.parametrize("leaning", LEANINGS)
def test_one_voter_decides_alone_whatever_the_quorum(agreed, quorum, leaning):
    assert agreed(leaning, response_quorum=quorum) == pytest.approx(chance_of(leaning), abs=1e-12)


@pytest.mark.parametrize("votes", [5, 9, 15])
@pytest.mark.parametrize("quorum", [0.3, 0.5, 0.7])
def test_it_stays_near_the_binomial_of_equal_independent_voters(agreed, votes, quorum):
    needed = math.ceil(quorum * votes - 1e-9)
    for leaning in LEANINGS:
        exact = binom.sf(needed - 1, votes, chance_of(leaning))
        assert agreed(leaning, float(votes), response_quorum=quorum) == pytest.approx(exact, abs=0.17), leaning


@given(st.floats(-6, 6), st.floats(1, 20), st.floats(0.05, 0.95), st.floats(0.001, 0.04))
def test_a_higher_quorum_never_makes_an_answer_likelier(agreed, leaning, votes, quorum, more):
    assert agreed(leaning, votes, response_quorum=quorum + more) <= agreed(leaning, votes, response_quorum=quorum) + 1e-12


@given(st.floats(-6, 6), st.floats(1, 20), st.floats(0.01, 1.0))
def test_the_more_they_lean_to_it_the_likelier_it_is(agreed, leaning, votes, more):
    assert agreed(leaning + more, votes) >= agreed(leaning, votes)


def test_a_quorum_out_of_reach_is_no_answer(agreed):
    # three soldiers in ten are American and Washington stands aside: seven in ten can never be nine in ten
    assert agreed(9.0, 8.0, american=0.3, stood_behind=0.0, response_quorum=0.9) == 0.0
    assert agreed(9.0, 8.0, american=0.3, stood_behind=1.0, response_quorum=0.9) > 0.9
    assert agreed(9.0, 0.0) == 0.0  # nobody has a say


def test_american_troops_alone_can_be_the_quorum(agreed):
    assert agreed(-9.0, 5.0, american=0.6, stood_behind=1.0, response_quorum=0.5) == 1.0
    assert agreed(-9.0, 5.0, american=0.6, stood_behind=0.0, response_quorum=0.5) == 0.0  # four in ten cannot reach five


@pytest.mark.parametrize("lever", ["response_hours", "rules_of_engagement"])
def test_late_answers_foil_less(seen, lever):
    values = {"response_hours": (0, 24, 96, 168), "rules_of_engagement": (1.0, 0.6, 0.2, 0.0)}[lever]
    worlds = [
        seen(response_hours=48, **{lever: value}) if lever != "response_hours" else seen(response_hours=value) for value in values
    ]
    chances = [in_time(world.levers, world.uncertainties) for world in worlds]
    foiled = [foiled_by_answer(world.levers, world.uncertainties) for world in worlds]
    assert all(later < sooner for sooner, later in pairwise(chances))
    assert all(later < sooner for sooner, later in pairwise(foiled))


@pytest.mark.parametrize(
    ("hours", "rules", "expected"),
    [(0, 0.0, 0.0), (48, 1.0, 48.0), (48, 0.0, 72.0), (48, 0.5, 60.0)],
)
def test_hours_by_plan_and_by_rules(seen, hours, rules, expected):
    world = seen(response_hours=hours, rules_of_engagement=rules, rules_that_slow=0.5)
    assert hours_until_answer(world.levers, world.uncertainties) == pytest.approx(expected)
    assert in_time(world.levers, world.uncertainties) == pytest.approx(math.exp(-expected / 96.0))
