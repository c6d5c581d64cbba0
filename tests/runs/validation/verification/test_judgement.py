import numpy as np
import pytest

from reassure.runs.ensemble.intervals import NOT_OBSERVED, Interval
from reassure.runs.validation.verification import judgement
from reassure.runs.validation.verification.check import Scope, Verdict
from reassure.runs.validation.verification.experiment import WAR
from reassure.runs.validation.verification.judgement import Sample

TEXTS = ("T0", "statement", "source")
SAMPLE = Sample(100, "some pairs")


@pytest.mark.parametrize(
    ("right", "wrong", "finding", "verdict"),
    [
        (200, 0, "", Verdict.AGREES),
        (950, 50, "", Verdict.UNDECIDED),  # exactly on the line
        (95, 5, "known", Verdict.UNDECIDED),
        (20, 0, "", Verdict.UNDECIDED),  # too few to tell
        (80, 20, "", Verdict.FAILED),
        (80, 20, "known", Verdict.DISAGREES),
        (0, 100, "", Verdict.FAILED),
    ],
)
def test_a_law_is_decided_where_its_interval_lies_on_one_side_of_nineteen_in_twenty(right, wrong, finding, verdict):
    margins = np.array([0.1] * right + [-0.1] * wrong)
    check = judgement.in_draws(*TEXTS, margins, finding)
    assert check.verdict is verdict
    assert f"{100 * right / (right + wrong):.1f} %" in check.found
    assert check.power.startswith("a share of ")


@pytest.mark.parametrize("seed", range(5))
def test_a_law_whose_share_lies_on_the_line_stays_undecided_at_every_effort(seed):
    holds = np.random.default_rng(seed).random(6400) < judgement.ENOUGH
    for draws in (100, 160, 640, 6400):
        margins = np.where(holds[:draws], 0.1, -0.1)
        assert judgement.in_draws(*TEXTS, margins).verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(("number", "verdict"), [(50, Verdict.UNDECIDED), (1000, Verdict.FAILED)])
def test_a_law_that_never_shows_does_not_agree(number, verdict):
    assert judgement.in_draws(*TEXTS, np.zeros(number)).verdict is verdict


@pytest.mark.parametrize(
    ("change", "sign", "finding", "verdict"),
    [
        (Interval(0.1, 0.05, 0.15), 1, "", Verdict.AGREES),
        (Interval(0.1, 0.05, 0.15), -1, "", Verdict.FAILED),
        (Interval(0.1, 0.05, 0.15), -1, "known", Verdict.DISAGREES),
        (Interval(0.1, 0.01, 0.19), 1, "", Verdict.UNDECIDED),  # an interval that would hold zero at some effort
        (Interval(0.1, -0.05, 0.25), 1, "", Verdict.UNDECIDED),
        (NOT_OBSERVED, 1, "", Verdict.UNDECIDED),
    ],
)
def test_an_average_must_lie_on_its_side_with_its_whole_interval(change, sign, finding, verdict):
    check = judgement.on_average(*TEXTS, WAR, change, sign, SAMPLE, finding)
    assert check.verdict is verdict
    assert check.scope is Scope.WHOLE
    assert check.power


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(0.0, Verdict.AGREES), (0.02, Verdict.UNDECIDED), (-0.03, Verdict.UNDECIDED), (0.06, Verdict.DISAGREES)],
)
def test_little_means_within_the_band_named_beforehand(value, verdict):
    change = Interval(value, value - 0.01, value + 0.01)
    assert judgement.about_nothing(*TEXTS, WAR, change, 0.03, SAMPLE).verdict is verdict


@pytest.mark.parametrize(("margin", "label"), [(0.1, "Shown in the part only: "), (-0.1, "")])
def test_what_only_the_part_shows_is_labelled(margin, label):
    part = judgement.in_draws(*TEXTS, np.full(200, margin))
    check = judgement.on_average(*TEXTS, WAR, Interval(0.1, -0.05, 0.25), 1, SAMPLE, part=part)
    assert check.remark == f"{label}not told from nothing at this effort"


@pytest.mark.parametrize(
    ("seen", "of", "verdict"),
    [(20, 100, Verdict.AGREES), (1, 100, Verdict.UNDECIDED), (0, 100, Verdict.UNDECIDED), (0, 1000, Verdict.DISAGREES)],
)
def test_a_possibility_must_appear_in_one_of_fifty(seen, of, verdict):
    assert judgement.possible(*TEXTS, Scope.PART, np.arange(of) < seen).verdict is verdict


@pytest.mark.parametrize(("value", "verdict"), [(0.2, Verdict.AGREES), (-0.2, Verdict.UNDECIDED), (0.0, Verdict.UNDECIDED)])
def test_settings_picked_by_their_luck_can_show_and_not_refute(value, verdict):
    change = Interval(value, value - 0.05, value + 0.05)
    assert judgement.shows_again(*TEXTS, WAR, change, SAMPLE).verdict is verdict


def test_a_claim_of_two_parts_is_as_good_as_the_weaker():
    agrees, undecided, disagrees = Verdict.AGREES, Verdict.UNDECIDED, Verdict.DISAGREES
    assert judgement.both(agrees, agrees) is agrees
    assert judgement.both(agrees, undecided) is undecided
    assert judgement.both(disagrees, undecided) is disagrees
