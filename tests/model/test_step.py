"""Nobody chooses merely because a week has passed: halving the step leaves outcome shares unchanged within sampling error."""

import numpy as np
import pytest

from reassure.model.outcomes import EVENT, failed
from reassure.model.scenario import load
from reassure.runs.ensemble.futures import Policy, play

RUNS = 1500


@pytest.fixture(scope="module", params=["bare_ceasefire", "limited_reassurance_force"])
def pair(request):
    return [play(Policy(load(request.param), weeks=156, steps_per_week=steps), RUNS, seed=21 + steps) for steps in (1, 2)]


@pytest.mark.parametrize(
    "share",
    [
        pytest.param(lambda outcomes: failed(outcomes["worst"]), id="failed"),
        pytest.param(lambda outcomes: outcomes["first"][:, EVENT.renewed_war] >= 0, id="war"),
        pytest.param(lambda outcomes: outcomes["first"][:, EVENT.erosion] >= 0, id="erosion"),
        pytest.param(lambda outcomes: outcomes["first"][:, EVENT.mobilisation] >= 0, id="mobilisation"),
    ],
)
def test_halving_the_step_changes_no_share(pair, share):
    one, two = (np.mean(share(outcomes)) for outcomes in pair)
    pooled = (one + two) / 2
    assert 0 < pooled < 1
    assert abs(one - two) / np.sqrt(2 * pooled * (1 - pooled) / RUNS) < 3.5


@pytest.mark.parametrize("mean", range(7))
def test_halving_the_step_changes_no_mean(pair, mean):
    means = []
    for outcomes in pair:
        rate = outcomes["sums"][:, mean] / outcomes["weeks"]
        means.append((rate.mean(), rate.std() / np.sqrt(RUNS)))
    (one, error), (two, other) = means
    assert abs(one - two) <= 3.5 * np.hypot(error, other) + 0.01 * abs(one)  # both are zero where nobody is there
