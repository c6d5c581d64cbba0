"""What one thing may do to the worth of an act, and that a breach would be seen."""

import pytest

from reassure.runs.validation.verification.check import Verdict
from reassure.runs.validation.verification.exact import choices
from reassure.runs.validation.verification.settings import Draws


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr(choices, "SITUATIONS", Draws(60))


def test_the_rules_keep_to_all_of_them():
    assert [(check.statement, check.found) for check in choices.checks(1) if check.verdict is not Verdict.PASSED] == []


@pytest.mark.parametrize(
    ("before", "after", "breach"),
    [
        (choices.unprovoked, choices.as_it_is, choices.dearer),
        (choices.unanswered, choices.no_later, choices.cheaper),
        (choices.free_of_price, choices.no_later, choices.cheaper),
        (choices.no_later, choices.out_of_reach, choices.apart),
        (choices.hours(first=False), choices.hours(first=True), choices.cheaper),
        (choices.quorum(first=False), choices.quorum(first=True), choices.cheaper),
    ],
)
def test_a_breach_would_be_seen(before, after, breach):
    assert choices.never("the other way round", before, after, breach).verdict is Verdict.FAILED


def test_a_feeling_of_what_is_not_there_would_be_seen(monkeypatch):
    monkeypatch.setattr(choices, "empty", lambda world: None)
    assert choices.nothing_is_not_felt().verdict is Verdict.FAILED
