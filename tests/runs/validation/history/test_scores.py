"""Scores against what is worked out by hand and by others' code."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from reassure.runs.validation.history.forecast import Forecast, one_by_one, version_by_version
from reassure.runs.validation.history.scores import AUC, BRIER, LOG, RESAMPLES, resamples, scores

HELD, LOW, MAJOR = np.eye(3)


def of(chances, happened):
    return one_by_one(np.array(chances, float), np.array(happened, float))


def test_brier_and_log_scores_by_hand():
    found = scores(of([[0.5, 0.3, 0.2], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]], [HELD, MAJOR, LOW]))
    # .25 + .09 + .04 = .38; 0; 1 + 1 = 2
    assert found[BRIER].value == pytest.approx((0.38 + 0 + 2) / 3)
    doubt = 0.01 / 3
    assert found[LOG].value == pytest.approx(-(math.log(0.495 + doubt) + math.log(0.99 + doubt) + math.log(doubt)) / 3)


def test_even_chances_score_two_thirds_and_the_log_of_three():
    found = scores(of([[1 / 3] * 3] * 4, [HELD, LOW, MAJOR, MAJOR]))
    assert found[BRIER].value == pytest.approx(2 / 3)
    assert found[LOG].value == pytest.approx(math.log(3))
    assert found[AUC].value == 0.5


def test_auc_by_hand_with_ties():
    # major: .6 and .4; other: .4, .1: wins .6>.4, .6>.1, .4=.4 half, .4>.1
    chances = [[0.4, 0, 0.6], [0.6, 0, 0.4], [0.6, 0, 0.4], [0.9, 0, 0.1]]
    assert scores(of(chances, [MAJOR, MAJOR, HELD, LOW]))[AUC].value == pytest.approx(3.5 / 4)


@given(st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.3, 0.5, 0.9]), st.booleans()), min_size=2, max_size=25))
def test_auc_is_the_statistic_of_mann_and_whitney(rows):
    given_, major = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    value = scores(of(np.column_stack([1 - given_, 0 * given_, given_]), [MAJOR if each else HELD for each in major]))[AUC].value
    if major.all() or not major.any():
        assert math.isnan(value)
    else:
        wins = mannwhitneyu(given_[major], given_[~major]).statistic
        assert value == pytest.approx(wins / (major.sum() * (~major).sum()))


def test_a_case_of_which_coders_differ_counts_by_halves_and_is_not_held_against_itself():
    half = (LOW + MAJOR) / 2
    found = scores(of([[0.2, 0.3, 0.5], [0.8, 0.1, 0.1]], [half, HELD]))
    low, major = 0.04 + 0.49 + 0.25, 0.04 + 0.09 + 0.25
    assert found[BRIER].value == pytest.approx(((low + major) / 2 + 0.04 + 0.01 + 0.01) / 2)
    assert found[AUC].value == 1.0


def test_versions_are_scored_one_by_one_with_their_shares():
    chances = np.array([[[1.0, 0, 0], [0.5, 0.5, 0]], [[0, 0, 1.0], [0.5, 0.5, 0]]])
    weights = np.array([HELD, LOW])
    found = scores(version_by_version(chances, np.array([0.75, 0.25]), weights))
    assert found[BRIER].value == pytest.approx((0.75 * 0 + 0.25 * 2 + 0.5) / 2)


def test_what_is_ordered_by_something_else_keeps_its_chances():
    forecast = of([[0.5, 0, 0.5], [0.5, 0, 0.5]], [MAJOR, HELD])
    found = scores(replace(forecast, order=np.array([2.0, 1.0])))
    assert found[AUC].value == 1.0
    assert found[BRIER].value == scores(forecast)[BRIER].value


def test_every_resample_draws_as_many_cases_as_there_are():
    counts = resamples(7)
    assert counts.shape == (RESAMPLES, 7)
    assert (counts.sum(axis=1) == 7).all()
    assert resamples(1).shape == (0, 1)


@given(st.integers(2, 12), st.integers(0, 1000))
def test_a_resample_scores_as_if_its_cases_stood_there(count, seed):
    random = np.random.default_rng(seed)
    chances, happened = random.dirichlet([1, 1, 1], count).round(1), np.eye(3)[random.integers(0, 3, count)]
    found = scores(of(chances, happened))
    drawn = np.repeat(np.arange(count), resamples(count)[5].astype(int))
    again = scores(of(chances[drawn], happened[drawn]))
    for name in (BRIER, LOG, AUC):
        assert found[name].resampled[5] == pytest.approx(again[name].value, nan_ok=True)


def test_a_difference_pairs_the_resamples():
    happened = [HELD, LOW, MAJOR] * 10
    worse, better = of([[0.4, 0.3, 0.3]] * 30, happened), of(0.8 * np.array(happened) + 0.2 / 3, happened)
    found = scores(better)[BRIER].less(scores(worse)[BRIER])
    assert found.value == pytest.approx(scores(better)[BRIER].value - scores(worse)[BRIER].value)
    assert found.high < 0
    same = scores(better)[BRIER].less(scores(better)[BRIER])
    assert (same.value, same.low, same.high) == (0, 0, 0)


def test_a_single_case_has_no_interval_and_no_order():
    found = scores(of([[0.2, 0.3, 0.5]], [MAJOR]))
    assert found[BRIER].interval.value == pytest.approx(0.38)
    assert found[BRIER].interval.low is None
    assert found[AUC].interval.value is None


def test_intervals_cover_about_as_often_as_they_say():
    """Forty cases from a known world: the mean Brier score of a forecaster who knows it lies within, 19 of 20 times."""
    random = np.random.default_rng(4)
    chances = np.array([0.5, 0.2, 0.3])
    true = 1 - (chances**2).sum()
    inside = 0
    for _ in range(300):
        interval = scores(of([chances] * 40, random.multinomial(1, chances, 40)))[BRIER].interval
        inside += interval.low <= true <= interval.high
    assert 0.90 <= inside / 300 <= 0.98


def test_a_forecast_needs_no_more_than_it_says():
    forecast = Forecast(np.array([[0.1, 0.2, 0.7]]), np.array([MAJOR]), np.array([0]), 1)
    assert scores(forecast)[BRIER].value == pytest.approx(0.14)
