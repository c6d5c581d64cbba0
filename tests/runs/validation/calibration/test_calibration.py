import pytest

from reassure.runs.ensemble.intervals import Interval
from reassure.runs.validation.calibration import calibration
from reassure.runs.validation.history.library import first_coding


def test_acceptance_is_met_for_each_kind_of_guarantee():
    found = list(calibration.acceptance())
    assert [pattern.found.value for pattern in found] == pytest.approx([0.32, 0.42, 0.61], abs=0.01)
    assert all(pattern.met for pattern in found)


@pytest.mark.parametrize(("value", "met"), [(0.34, False), (0.35, True), (0.5, True), (0.61, False), (None, False)])
def test_a_pattern_is_met_within_its_band_only(value, met):
    assert calibration.Pattern("x", "A1", 0.35, 0.60, Interval(value, None, None)).met is met


def test_the_coalition_grows_with_the_backstop():
    joiners = [pattern.found.value for pattern in calibration.coalition_sizes(150) if "states" in pattern.name]
    assert joiners[0] < joiners[1]


def test_a_country_of_little_value_is_attacked_less_often():
    values = {case.challenger_value for case in first_coding().cases}
    assert min(values) < 0.5 < max(values)
    mixed = calibration.war_ever(calibration.case_mix("bare_ceasefire", 156, 2100, after_war_only=False))
    ukrainian = calibration.war_ever(calibration.play(calibration.Policy(calibration.load("bare_ceasefire"), 156), 2100, 1))
    assert mixed.high < ukrainian.low
