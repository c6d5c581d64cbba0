"""The same presence deters some Russias and provokes others; the net sign is an output, not a constant."""

import numpy as np
import pytest

from reassure.agents.mindset import MINDSETS
from reassure.model.outcomes import failed
from reassure.model.scenario import load
from reassure.runs.ensemble.futures import Policy, play

RUNS = 1500
FORCE = load("limited_reassurance_force")


def contrast(**pins):
    """Paired failures with the troops and without them, and the mindset of each run."""
    scenario = FORCE.with_pins(pins)
    present, absent = (play(Policy(each), RUNS, seed=8) for each in (scenario, scenario.without_troops()))
    assert np.array_equal(present["mindset"], absent["mindset"])
    return failed(present["worst"]), failed(absent["worst"]), present["mindset"]


@pytest.fixture(scope="module")
def headline():
    return contrast()


def test_the_same_presence_deters_some_futures_and_provokes_others(headline):
    present, absent, mindset = headline
    assert np.mean(absent & ~present) > 0.01  # deterred
    assert np.mean(present & ~absent) > 0.01  # provoked
    assert set(mindset) == set(range(len(MINDSETS)))


@pytest.mark.parametrize("mindset", range(len(MINDSETS)), ids=[mindset.name for mindset in MINDSETS])
def test_no_mindset_is_beyond_help_or_beyond_harm(headline, mindset):
    present, absent, whose = headline
    here = whose == mindset
    assert 0 < np.mean(present[here]) < 1
    assert np.any(present[here] != absent[here])


def test_fear_and_affront_decide_what_the_troops_add():
    added = []
    for size in (0, 2):
        present, absent, mindset = contrast(fear_size=size, affront_size=size)
        added.append((present.astype(float) - absent, mindset))
    (unfelt, _), (felt, _) = added
    assert unfelt.mean() < 0  # where nothing is resented, presence only deters
    assert felt.mean() > unfelt.mean() + 3 * np.std(felt - unfelt) / np.sqrt(RUNS)


def test_the_sign_is_fixed_by_no_switch(headline):
    # per mindset the troops' share of failures moves up with what is felt, most for the one that minds flags
    rises = []
    for name in ("opportunist", "prestige_driven"):
        low, high = (
            np.subtract(*[side.astype(float) for side in contrast(mindset=name, fear_size=size, affront_size=size)[:2]]).mean()
            for size in (0, 2)
        )
        rises.append(high - low)
    assert rises[1] > rises[0] > -0.02
