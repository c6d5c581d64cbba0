import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reassure.runs.ensemble.intervals import NOT_OBSERVED, Interval, Moments, median, paired_difference, plain, ratio, share, within


def moments(x, y):
    x, y = np.asarray(x, float), np.asarray(y, float)
    return Moments(len(x), x.sum(), y.sum(), (x * x).sum(), (x * y).sum(), (y * y).sum())


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),  # Wilson's intervals as any table gives them
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_share_is_wilsons(count, total, low, high):
    found = share(count, total)
    assert found.value == count / total
    assert found.low == pytest.approx(low, abs=1e-4)
    assert found.high == pytest.approx(high, abs=1e-4)


@pytest.mark.parametrize("nothing", [share(0, 0), paired_difference(0, 0, 0), ratio(moments([], [])), median(np.zeros(4, int))])
def test_nothing_observed_is_null_and_never_nan(nothing):
    assert nothing == NOT_OBSERVED
    assert plain({"a": [nothing]}) == {"a": [{"value": None, "low": None, "high": None}]}


def test_paired_difference_agrees_with_agresti_and_min():
    # 2 x 2 table with discordant cells 150 and 86 of 1600 (Agresti 2002, table 10.1: approval of a prime minister)
    found = paired_difference(150, 86, 1600)
    assert found.value == pytest.approx(0.04)
    assert (found.low, found.high) == (pytest.approx(0.021, abs=1e-3), pytest.approx(0.0587, abs=1e-3))


@settings(deadline=None)
@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_a_paired_difference_turned_round_is_its_negative(first, second, same):
    total = first + second + same
    there, back = paired_difference(first, second, total), paired_difference(second, first, total)
    if total:
        assert there.value == -back.value
        assert there.low == pytest.approx(-back.high) and there.high == pytest.approx(-back.low)
        assert -1 <= there.low <= there.value <= there.high <= 1


def test_no_difference_at_all_still_has_an_interval():
    found = paired_difference(0, 0, 1000)
    assert found.value == 0.0
    assert found.low < 0 < found.high
    assert found.sign == 0


def test_a_ratio_weighs_futures_by_what_they_lived():
    found = ratio(moments([1.0, 9.0], [0.0, 90.0]))
    assert found.value == 9.0
    assert found.low < 9.0 < found.high


def test_the_interval_of_a_ratio_covers_as_often_as_it_says():
    draw = np.random.default_rng(1)
    hits = 0
    for _ in range(400):
        lived = draw.uniform(1, 5, 200)
        found = ratio(moments(lived, 3.0 * lived + draw.normal(0, 2, 200) * lived))
        hits += found.low <= 3.0 <= found.high
    assert 0.91 <= hits / 400 <= 0.98


def test_a_ratio_of_ones_is_a_mean():
    values = [1.0, 2.0, 6.0]
    found = ratio(moments([1, 1, 1], values))
    assert found.value == 3.0
    assert found.high - found.value == pytest.approx(1.959964 * np.std(values, ddof=1) / math.sqrt(3))


@pytest.mark.parametrize(
    ("interval", "sign"),
    [
        (Interval(1, 0.5, 2), 1),
        (Interval(-1, -2, -0.5), -1),
        (Interval(0, -1, 1), 0),
        (NOT_OBSERVED, 0),
        (Interval(1, None, None), 0),
    ],
)
def test_sign(interval, sign):
    assert interval.sign == sign


def test_one_observation_has_no_interval():
    assert ratio(moments([2.0], [4.0])) == Interval(2.0, None, None)


def test_median_of_weeks():
    histogram = np.bincount([3] * 42 + [7] * 16 + [9] * 42)
    found = median(histogram)
    assert found == (7, 3, 9)
    assert median(np.bincount([5])) == (5, 5, 5)


def test_within_cuts_to_what_is_possible():
    assert within(Interval(0.5, -0.2, 1.3), 0.0, 1.0) == (0.5, 0.0, 1.0)
    assert within(NOT_OBSERVED, 0.0, 1.0) == NOT_OBSERVED


@pytest.mark.parametrize(
    ("count", "total"), [(0, 1), (1, 1), (0, 50), (3, 50), (25, 50), (50, 50), (7, 100_000), (99_999, 100_000)]
)
def test_the_interval_of_a_share_is_scipys(count, total):
    from scipy.stats import binomtest

    expected = binomtest(count, total).proportion_ci(0.95, method="wilson")
    found = share(count, total)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), rel=1e-12, abs=1e-15)
