"""Every sign at small effort: nothing fails, every sign is there, and the naive ones are asked of part and whole."""

import pytest

from reassure.runs.validation.verification.check import Group, Scope, Verdict
from reassure.runs.validation.verification.settings import Draws
from reassure.runs.validation.verification.signs import all_families
from reassure.runs.validation.verification.signs.arms import Whole

DRAWS, MORE_DRAWS = 140, 420
SETTINGS = 24
BOTH = {"T9", "T12", "T15", "T16", "T17", "T18", "T26", "T27", "T31", "T32", "T33"}
"""Signs that a model in which more troops are always better fails, asked of the part and of the whole."""
KNOWN_DISAGREEMENTS = {"T10", "T13", "T15", "T16", "T21", "T25", "T26"}
"""Signs of which one rule, investigated and reported, does not show what theory says."""


@pytest.fixture(scope="module")
def found():
    return list(all_families(Draws(DRAWS), Whole(Draws(SETTINGS))))


@pytest.fixture(scope="module")
def found_with_more_effort():
    return list(all_families(Draws(MORE_DRAWS), Whole(Draws(4))))


def test_every_sign_is_asked(found):
    assert {check.label for check in found} == {f"T{number}" for number in range(1, 37)}
    assert all(check.group is Group.SIGN for check in found)


def test_every_sign_says_what_it_could_have_seen(found):
    silent = {check.label for check in found if not check.power}
    assert silent == {"T6", "T28"}  # a rate that is reported, and a sign without a carrier


def test_no_sign_fails(found):
    assert [(check.statement, check.found) for check in found if check.verdict is Verdict.FAILED] == []


def test_part_and_whole_are_both_reported(found):
    for label in BOTH:
        assert {check.scope for check in found if check.label == label} == set(Scope), label


def test_the_rules_show_every_sign_but_the_named_ones(found_with_more_effort):
    parts = [check for check in found_with_more_effort if check.scope is Scope.PART]
    disagreeing = [check for check in parts if check.verdict.decided and not check.verdict.good]
    assert {check.label for check in disagreeing} <= KNOWN_DISAGREEMENTS
    assert all(check.remark for check in disagreeing)
    assert sum(check.verdict is Verdict.UNDECIDED for check in parts) <= 0.2 * len(parts)


def test_what_a_part_decides_stays_decided_with_more_effort(found, found_with_more_effort):
    for less, more in zip(found, found_with_more_effort, strict=True):
        assert (less.label, less.scope) == (more.label, more.scope)
        if less.scope is Scope.PART and less.verdict.decided and more.verdict.decided:
            assert less.verdict is more.verdict, (less.statement, less.found, more.found)


def test_what_is_not_shown_says_why(found):
    whole = [check for check in found if check.scope is Scope.WHOLE and not check.verdict.good]
    assert all(check.remark for check in whole if not check.statement.startswith("A coalition"))
