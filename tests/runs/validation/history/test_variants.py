"""The cases told otherwise: nothing changed but what is said to be."""

from dataclasses import replace

import numpy as np
import pytest

from reassure.runs.validation.history.case import Force
from reassure.runs.validation.history.variants import (
    FEWEST_RUNS,
    HINDSIGHT,
    JUDGED,
    NOISE,
    VARIANTS,
    shares_of_forces,
    shifts,
    with_every_force,
    with_noise,
    without_hindsight,
)


def test_without_hindsight_nothing_is_left_of_both_columns(case):
    versions = without_hindsight(case)
    other = without_hindsight(replace(case, challenger_value=0.1, gp_backing=0.2))
    assert versions == other
    for name in HINDSIGHT:
        assert np.mean([getattr(version, name) for version in versions]) == pytest.approx(0.5)
    assert {replace(version, challenger_value=0, gp_backing=0) for version in versions} == {
        replace(case, challenger_value=0, gp_backing=0)
    }


def test_noise_is_even_and_within_bounds():
    by = np.array(shifts())
    assert by.sum(axis=0) == pytest.approx(np.zeros(len(JUDGED)))
    assert (abs(by) <= NOISE).all()
    assert (by.std(axis=0) > NOISE / 3).all()
    assert len({tuple(row) for row in by.round(9)}) == len(by)


def test_noise_moves_the_judged_columns_alone_and_never_out_of_range(case):
    edge = replace(case, combat_capable=0.0, gp_backing=1.0)
    for version in with_noise(edge):
        assert all(0 <= getattr(version, name) <= 1 for name in JUDGED)
        assert replace(version, **{name: getattr(edge, name) for name in JUDGED}) == edge


def test_scrambled_forces_occur_as_often_as_in_the_file(case):
    cases = [case, case, replace(case, force_type=Force.DENIAL), replace(case, force_type=Force.NONE)]
    shares = dict(zip((version.force_type for version in with_every_force(case)), shares_of_forces(cases), strict=True))
    assert shares == {"none": 0.25, "observer": 0, "interposition": 0, "tripwire": 0.5, "denial": 0.25}


def test_every_version_of_a_pooled_variant_is_played_with_the_fewest_runs(case):
    assert max(len(variant.versions(case)) for variant in VARIANTS if variant.pooled) * 4 == FEWEST_RUNS
