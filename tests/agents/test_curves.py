import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents.curves import approach, arrival, chance_of, decay, left_after, soft_floor
from reassure.model.uncertainties import UNCERTAINTIES, UNCERTAINTIES_RECORD

FINITE = st.floats(-700, 700)
ASSUMED = np.zeros(1, UNCERTAINTIES_RECORD)[0]
for _name, _declared in UNCERTAINTIES.items():
    ASSUMED[_name] = _declared.default


@given(FINITE)
def test_the_logistic_curve_is_symmetric_and_a_chance(score):
    assert 0.0 <= chance_of(score) <= 1.0
    assert chance_of(score) + chance_of(-score) == pytest.approx(1.0)


@pytest.mark.parametrize(("score", "chance"), [(0.0, 0.5), (math.log(3), 0.75), (-math.log(3), 0.25), (1e4, 1.0), (-1e4, 0.0)])
def test_the_logistic_curve(score, chance):
    assert chance_of(score) == pytest.approx(chance)


@given(st.floats(0, 100), st.floats(0, 52), st.floats(0, 52))
def test_two_short_spells_bring_as_many_arrivals_as_a_long_one(rate, one, other):
    none = (1 - arrival(rate, one)) * (1 - arrival(rate, other))
    assert 1 - none == pytest.approx(arrival(rate, one + other))


@given(st.floats(-2, 2), st.floats(-2, 2), st.floats(0, 1), st.floats(0, 50))
def test_approaching_in_two_half_steps_is_approaching_in_one(value, target, rate, weeks):
    half, whole = left_after(rate, weeks / 2), left_after(rate, weeks)
    halves = approach(approach(value, target, half), target, half)
    assert halves == pytest.approx(approach(value, target, whole), abs=1e-12)


@pytest.mark.parametrize(("weeks", "left"), [(0.0, 1.0), (10.0, 0.5), (20.0, 0.25)])
def test_half_lives(weeks, left):
    assert decay(10.0, weeks) == pytest.approx(left)


@pytest.mark.parametrize("value", [-5.0, -0.3, 0.0, 0.5, 3.0, 40.0])
def test_the_soft_floor(value):
    assert soft_floor(value, ASSUMED) == pytest.approx(math.log1p(math.exp(5 * (value + 0.3))) / 5)
