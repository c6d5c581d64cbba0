"""The simple forecasters: exactly what the other cases say, and nothing of the case itself."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize

from reassure.runs.validation.history.case import ENDS, End, Force
from reassure.runs.validation.history.library import first_coding
from reassure.runs.validation.history.rivals import (
    PRIOR_SPREAD,
    PRIOR_SPREAD_LEVEL,
    RIVALS,
    base_rates,
    codebook_rule,
    fit_logit,
    value_alone,
)


@pytest.fixture(scope="module")
def told(case):
    def telling(*rows):
        return [
            [replace(case, case_id=str(place), force_type=Force(force), challenger_value=value, outcome=End(outcome))]
            for place, (force, value, outcome) in enumerate(rows)
        ]

    return telling


def test_base_rates_are_those_of_the_other_cases(told):
    cases = told(("none", 0.9, "major"), ("none", 0.9, "held"), ("none", 0.1, "held"), ("none", 0.1, "low_level"))
    third = 1 / 3
    assert base_rates(cases) == pytest.approx(np.array([[2, 1, 0], [1, 1, 1], [1, 1, 1], [2, 0, 1]]) * third)


def test_the_rule_counts_the_other_cases_of_which_it_says_the_same(told):
    cases = told(
        ("none", 0.9, "major"),
        ("tripwire", 0.75, "held"),
        ("denial", 0.9, "held"),
        ("none", 0.74, "held"),
        ("none", 0.2, "low_level"),
    )
    assert codebook_rule(cases) == pytest.approx(np.array([[1, 0, 0], [0, 0, 1], [0.5, 0.5, 0], [0.5, 0.5, 0], [1, 0, 0]]))


def test_a_lone_case_of_its_kind_has_base_rates_and_a_lone_case_even_chances(told):
    cases = told(("none", 0.9, "major"), ("none", 0.2, "held"), ("none", 0.3, "low_level"))
    assert codebook_rule(cases)[0] == pytest.approx([0.5, 0.5, 0])
    alone = cases[:1]
    assert all(rival.chances(alone)[0] == pytest.approx([1 / 3] * 3) for rival in RIVALS)


def test_two_readings_of_a_case_are_one_case(told):
    one = told(("none", 0.9, "major"), ("none", 0.2, "held"), ("none", 0.3, "held"))
    two = [readings * 2 for readings in one]
    for rival in RIVALS:
        assert rival.chances(two) == pytest.approx(rival.chances(one), abs=1e-4)


def test_readings_that_differ_are_averaged(told, case):
    cases = told(("none", 0.9, "major"), ("none", 0.2, "held"))
    both = [*cases, [replace(case, outcome=End.LOW_LEVEL), replace(case, outcome=End.MAJOR)]]
    assert base_rates(both)[0] == pytest.approx([0.5, 0.25, 0.25])


@given(st.integers(0, 41), st.sampled_from(End), st.integers(0, 2))
def test_no_rival_knows_the_outcome_of_the_case_it_forecasts(place, outcome, which):
    cases = [[case] for case in first_coding().cases]
    changed = [*cases[:place], [replace(cases[place][0], outcome=outcome)], *cases[place + 1 :]]
    rival = RIVALS[which]
    assert rival.chances(changed)[place] == pytest.approx(rival.chances(cases)[place], abs=1e-6)


def test_the_logit_is_the_penalised_maximum():
    """Against the same objective written out and maximised by another method."""
    random = np.random.default_rng(3)
    value, weights = random.uniform(-2, 2, 40), np.eye(3)[random.integers(0, 3, 40)]

    def loss(coefficients):
        a, b, c, d = coefficients
        total = (
            (a / PRIOR_SPREAD_LEVEL) ** 2 + (b / PRIOR_SPREAD_LEVEL) ** 2 + (c / PRIOR_SPREAD) ** 2 + (d / PRIOR_SPREAD) ** 2
        ) / 2
        for x, happened in zip(value, weights, strict=True):
            odds = np.exp([0, a + c * x, b + d * x])
            total -= np.log(odds[happened == 1] / odds.sum()).item()
        return total

    other = minimize(loss, np.zeros(4), method="Nelder-Mead", options={"xatol": 1e-7, "fatol": 1e-10, "maxiter": 5000}).x
    assert fit_logit(value, weights) == pytest.approx(other, abs=1e-4)


def test_the_value_alone_stays_finite_where_it_parts_the_outcomes(told):
    cases = told(*(("none", 0.1, "held"),) * 5, *(("none", 0.9, "major"),) * 5)
    said = value_alone(cases)
    assert np.isfinite(said).all()
    assert said.sum(axis=1) == pytest.approx(np.ones(10))
    assert (said[:5, 0] > 0.9).all()
    assert (said[5:, ENDS.index(End.MAJOR)] > 0.9).all()


def test_rivals_are_ordered_by_what_they_go_by(told):
    cases = told(("none", 0.9, "major"), ("denial", 0.95, "held"), ("none", 0.2, "held"))
    assert [rival.forecast(cases).order.tolist() for rival in RIVALS] == [[0, 0, 0], [1, 0, 0], [0.9, 0.95, 0.2]]
