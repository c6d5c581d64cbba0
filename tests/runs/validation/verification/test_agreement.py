import math

import pytest

from reassure.runs.validation.verification.agreement import exactly, holds, within_error
from reassure.runs.validation.verification.check import Group, Scope, Verdict


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        ([0.5, 1.0], Verdict.PASSED),
        ([0.5 + 9e-7, 1.0], Verdict.PASSED),
        ([0.5 + 2e-6, 1.0], Verdict.FAILED),
        ([0.5, math.nan], Verdict.FAILED),
        ([0.5], Verdict.FAILED),
        ([1.0, 0.5], Verdict.FAILED),
        ([], Verdict.FAILED),
    ],
)
def test_figures_agree_or_fail(found, verdict):
    check = exactly("X0", "a statement", "a source", [0.5, 1.0], found)
    assert check.verdict is verdict
    assert check.expected == "0.5, 1"


@pytest.mark.parametrize(
    ("errors", "verdict"),
    [([1e-7, -1e-7], Verdict.PASSED), ([0.0, 1e-5], Verdict.FAILED), ([0.0, -1e-5], Verdict.FAILED), ([], Verdict.FAILED)],
)
def test_the_largest_distance_counts_and_nothing_tried_is_no_pass(errors, verdict):
    assert within_error("X0", Group.EXACT, "a statement", "a source", errors, "cases").verdict is verdict


def test_a_figure_that_is_none_fails():
    assert within_error("X0", Group.EXACT, "a statement", "a source", [0.0, math.nan], "cases").verdict is Verdict.FAILED


@pytest.mark.parametrize(
    ("breaches", "cases", "verdict"), [([], 3, Verdict.PASSED), (["one"], 3, Verdict.FAILED), ([], 0, Verdict.FAILED)]
)
def test_one_breach_fails_and_so_does_nothing_tried(breaches, cases, verdict):
    check = holds("range", Group.EXTREME, Scope.PART, "a statement", "a source", breaches, cases)
    assert check.verdict is verdict
    assert check.found.endswith("the first: one") == bool(breaches)
