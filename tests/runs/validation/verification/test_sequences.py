import math

import numpy as np
import pytest

from reassure.runs.ensemble.intervals import share
from reassure.runs.validation.verification import sequences
from reassure.runs.validation.verification.sequences import share_at_every_effort


@pytest.mark.parametrize("truth", [0.02, 0.5, 0.95])
def test_a_sequence_misses_a_share_at_any_effort_in_at_most_one_of_twenty(truth):
    draw = np.random.default_rng(1)
    looks = (10, 20, 40, 80, 160, 320, 640)
    counts = (draw.random((400, looks[-1])) < truth).cumsum(axis=1)
    missed = 0
    for row in counts:
        found = [share_at_every_effort(int(row[number - 1]), number) for number in looks]
        missed += any(each.low > truth or each.high < truth for each in found)
    assert missed <= 0.05 * len(counts)


def test_a_sequence_misses_a_mean_at_any_effort_in_at_most_one_of_twenty():
    draw = np.random.default_rng(2)
    missed = 0
    for values in draw.normal(0.3, 1.0, (400, 640)):
        found = [sequences.average(values[:number]) for number in (40, 80, 160, 320, 640)]
        missed += any(each.low > 0.3 or each.high < 0.3 for each in found)
    assert missed <= 0.05 * 400


@pytest.mark.parametrize(("count", "total"), [(0, 30), (30, 30), (7, 30), (29, 30), (1, 1)])
def test_a_sequence_holds_the_ordinary_interval(count, total):
    found, ordinary = share_at_every_effort(count, total), share(count, total)
    assert 0.0 <= found.low <= ordinary.low + 0.01
    assert ordinary.high - 0.01 <= found.high <= 1.0
    assert found.low <= found.value <= found.high


def test_a_law_without_exception_is_told_from_the_line_by_about_120_draws():
    assert share_at_every_effort(100, 100).low < 0.95 < share_at_every_effort(130, 130).low


def test_the_power_of_a_share_is_the_chance_of_telling_it_from_the_line():
    line, total = 0.95, 400
    above, below = sequences.share_told_above(line, total), sequences.share_told_below(line, total)
    assert below < line < above < 1.0
    draw = np.random.default_rng(3)
    told_above = np.mean([share_at_every_effort(int(count), total).low >= line for count in draw.binomial(total, above, 2000)])
    told_below = np.mean([share_at_every_effort(int(count), total).high < line for count in draw.binomial(total, below, 2000)])
    assert told_above == pytest.approx(sequences.POWER, abs=0.04)
    assert told_below == pytest.approx(sequences.POWER, abs=0.04)


def test_too_few_draws_could_have_seen_nothing():
    assert math.isnan(sequences.share_told_above(0.95, 20))
    assert sequences.share_told_below(0.95, 20) < 0.8
    assert sequences.errors_on_each_side(1) == math.inf


def test_more_settings_see_smaller_effects():
    assert sequences.errors_on_each_side(100) == pytest.approx(3.03, abs=0.01)
    seen = [sequences.effect_seen(1.0 / math.sqrt(number), number) for number in (20, 100, 500, 2500)]
    assert seen == sorted(seen, reverse=True)
