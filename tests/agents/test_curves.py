import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents.curves import (
    approach,
    arrival,
    at_least,
    chance_of,
    clamp,
    comes_about,
    decay,
    left_after,
    saturating,
    soft_floor,
)

FINITE = st.floats(-700, 700)


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


@pytest.mark.parametrize(
    ("rate", "weeks", "chance"),
    [(52.0, 1.0, 0.632121), (1.0, 52.0, 0.632121), (12.0, 1.0, 0.206077), (0.0, 9.0, 0.0), (3.0, 0.0, 0.0)],
)
def test_a_year_of_arrivals_has_fifty_two_weeks(rate, weeks, chance):
    assert arrival(rate, weeks) == pytest.approx(chance, abs=1e-6)


@pytest.mark.parametrize(
    ("draw", "expected", "comes"),
    [
        (0.0951, 0.1, True),  # 1 - e^-.1 is .09516
        (0.0952, 0.1, False),
        (0.6321, 1.0, True),
        (0.6322, 1.0, False),
        (0.86, 2.0, True),
        (0.87, 2.0, False),
        (1e-9, 0.0, False),
    ],
)
def test_a_rare_event_comes_about_as_often_as_poisson_says(draw, expected, comes):
    assert bool(comes_about(draw, expected)) == comes


@given(st.floats(1e-3, 1.0), st.floats(0.0, 5.0))
def test_the_shortcut_for_rare_events_changes_nothing(draw, expected):
    assert bool(comes_about(draw, expected)) == (draw < 1.0 - math.exp(-expected))


@pytest.mark.parametrize(("rate", "weeks", "left"), [(0.02, 0.0, 1.0), (0.02, 50.0, 0.367879), (0.1, 5.0, 0.606531)])
def test_what_is_left_of_a_gap(rate, weeks, left):
    assert left_after(rate, weeks) == pytest.approx(left, abs=1e-6)


@pytest.mark.parametrize(
    ("value", "target", "left", "after"), [(0.2, 1.0, 1.0, 0.2), (0.2, 1.0, 0.0, 1.0), (0.2, 1.0, 0.25, 0.8), (1.0, 0.2, 0.25, 0.4)]
)
def test_a_value_approaches_its_target(value, target, left, after):
    assert approach(value, target, left) == pytest.approx(after)


@pytest.mark.parametrize(("value", "held"), [(-1.5, -1.0), (-1.0, -1.0), (-0.5, -0.5), (2.0, 2.0), (2.5, 2.0)])
def test_clamping(value, held):
    assert clamp(value, -1.0, 2.0) == held


@pytest.mark.parametrize(("value", "floor", "held"), [(0.1, 0.3, 0.3), (0.3, 0.3, 0.3), (0.4, 0.3, 0.4), (-2.0, -1.0, -1.0)])
def test_a_floor(value, floor, held):
    assert at_least(value, floor) == held


@pytest.mark.parametrize(("value", "half", "share"), [(0.0, 3.0, 0.0), (3.0, 3.0, 0.5), (9.0, 3.0, 0.75), (1.0, 4.0, 0.2)])
def test_saturation(value, half, share):
    assert saturating(value, half) == pytest.approx(share)


@pytest.mark.parametrize(
    ("value", "counts"),
    [
        (-5.0, 0.0),
        (-0.3, 0.138629),  # at the margin: ln 2 / 5
        (0.0, 0.340283),
        (0.5, 0.803630),
        (3.0, 3.3),  # far above it: the value itself, and the margin
        (5.69, 5.99),
        (5.71, 6.01),
        (40.0, 40.3),
        (400.0, 400.3),
    ],
)
def test_the_soft_floor(seen, value, counts):
    assert soft_floor(value, seen().uncertainties) == pytest.approx(counts, abs=1e-6)


def test_the_soft_floor_has_no_step_where_it_is_taken_for_straight(seen):
    assumed = seen().uncertainties
    below, above = soft_floor(5.7 - 1e-9, assumed), soft_floor(5.7 + 1e-9, assumed)
    assert above - below == pytest.approx(2e-9, abs=1e-12)


def test_the_soft_floor_is_not_taken_for_straight_too_soon(seen):
    # at 3.3 above the margin the curve still lies e^-16.5 / 5 above it
    assert soft_floor(3.0, seen().uncertainties) - 3.3 == pytest.approx(1.365e-8, rel=1e-3)
