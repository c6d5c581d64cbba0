import numpy as np
import pytest

from reassure.runs.ensemble.intervals import NOT_OBSERVED, Interval
from reassure.runs.validation.verification import judgement
from reassure.runs.validation.verification.check import Scope, Verdict
from reassure.runs.validation.verification.experiment import WAR

TEXTS = ("T0", "statement", "source")


@pytest.mark.parametrize(
    ("right", "wrong", "finding", "verdict"),
    [
        (95, 5, "", Verdict.PASSED),
        (94, 6, "", Verdict.FAILED),
        (94, 6, "known", Verdict.DISAGREES),
        (0, 100, "", Verdict.FAILED),
    ],
)
def test_a_law_holds_in_nineteen_of_twenty_draws(right, wrong, finding, verdict):
    margins = np.array([0.1] * right + [-0.1] * wrong)
    check = judgement.in_draws(*TEXTS, margins, finding)
    assert check.verdict is verdict
    assert f"{right:.1f} %" in check.found


def test_a_law_that_never_shows_has_not_passed():
    assert judgement.in_draws(*TEXTS, np.zeros(50)).verdict is Verdict.FAILED


@pytest.mark.parametrize(
    ("change", "sign", "finding", "verdict"),
    [
        (Interval(0.1, 0.05, 0.15), 1, "", Verdict.PASSED),
        (Interval(0.1, 0.05, 0.15), -1, "", Verdict.FAILED),
        (Interval(0.1, 0.05, 0.15), -1, "known", Verdict.DISAGREES),
        (Interval(0.1, -0.05, 0.25), 1, "", Verdict.DISAGREES),
        (NOT_OBSERVED, 1, "", Verdict.DISAGREES),
    ],
)
def test_an_average_must_lie_on_its_side_with_its_whole_interval(change, sign, finding, verdict):
    check = judgement.on_average(*TEXTS, WAR, change, sign, "some pairs", finding)
    assert check.verdict is verdict
    assert check.scope is Scope.WHOLE


@pytest.mark.parametrize(("value", "verdict"), [(0.02, Verdict.PASSED), (-0.02, Verdict.PASSED), (0.04, Verdict.DISAGREES)])
def test_little_means_within_the_band_named_beforehand(value, verdict):
    change = Interval(value, value - 0.03, value + 0.03)
    assert judgement.about_nothing(*TEXTS, WAR, change, 0.03, "some pairs").verdict is verdict


@pytest.mark.parametrize(("margin", "label"), [(0.1, "Shown in the part only: "), (-0.1, "")])
def test_what_only_the_part_shows_is_labelled(margin, label):
    part = judgement.in_draws(*TEXTS, np.full(20, margin))
    check = judgement.on_average(*TEXTS, WAR, Interval(0.1, -0.05, 0.25), 1, "some pairs", part=part)
    assert check.remark == f"{label}not distinguishable from nothing"


def test_a_possibility_fails_only_if_it_never_appears():
    assert judgement.possible(*TEXTS, Scope.PART, np.array([False, True])).verdict is Verdict.PASSED
    assert judgement.possible(*TEXTS, Scope.PART, np.array([False, False])).verdict is Verdict.DISAGREES
