"""Every exact check passes on the rules as they are, and fails on rules that are another law."""

import math

import pytest

from reassure.runs.validation.verification.check import Group, Scope, Verdict
from reassure.runs.validation.verification.exact import (
    arming,
    attrition,
    cascade,
    deterrence,
    learning,
    lottery,
    opinion,
    rungs,
    survival,
    tripwire,
)

FAMILIES = (arming, attrition, cascade, deterrence, learning, lottery, opinion, rungs, survival, tripwire)
EFFORT = 4


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__.rsplit(".", 1)[-1])
def test_the_rules_give_the_exact_answer(family):
    found = list(family.checks(EFFORT))
    assert found
    assert [check for check in found if check.verdict is not Verdict.PASSED] == []
    assert {(check.group, check.scope) for check in found} == {(Group.EXACT, Scope.PART)}
    assert all(check.statement and check.source for check in found)


def linear_law(attacker, defender, attacker_kills, defender_kills, weeks):
    return max(attacker - defender, 0.0), max(defender - attacker, 0.0)


def deaths_by_number(row, act, touched, present, deaths, *rest):
    return -0.001 * deaths


def stubborn(russia, lesson, assumed):
    return None


def simple_interest(rate, weeks):
    return min(rate * weeks / 52.0, 1.0)


@pytest.mark.parametrize(
    ("family", "rule", "another"),
    [
        (attrition, "square_law", linear_law),
        (attrition, "victory_chance", lambda attacker, defender, quality, certainty: attacker / (attacker + defender * quality)),
        (opinion, "answer_score", deaths_by_number),
        (learning, "learn", stubborn),
        (survival, "arrival", simple_interest),
        (arming, "ukrainian_power_after", lambda power, weeks, *rest: power + weeks / 60.0),
        (cascade, "sustainable_contingent", lambda ally, assumed: ally.active / assumed.rotation),
        (rungs, "climb_or_descend", lambda world: None),
        (deterrence, "foreseen_answer", lambda *arguments: 0.5),
        (tripwire, "foreseen_answer", lambda russia, act, touched, troops, *rest: troops / 100.0),
        (tripwire, "force_chance", lambda score, *rest: 1.0 / (1.0 + math.exp(-0.5 * score))),
    ],
)
def test_another_law_fails(monkeypatch, family, rule, another):
    monkeypatch.setattr(family, rule, another)
    assert Verdict.FAILED in {check.verdict for check in family.checks(EFFORT)}


@pytest.mark.parametrize(("concession", "status_quo", "conflict"), [(1.0, 0.5, -0.5), (0.8, 0.1, -1.0), (2.0, 1.9, 0.0)])
def test_the_threshold_moves_as_theory_says(concession, status_quo, conflict):
    # T7: with the prize up, with satisfaction and the cost of conflict down
    here = deterrence.threshold(deterrence.Worth(concession, status_quo, conflict))
    assert deterrence.threshold(deterrence.Worth(concession + 0.1, status_quo, conflict)) > here
    assert deterrence.threshold(deterrence.Worth(concession, status_quo + 0.05, conflict)) < here
    assert deterrence.threshold(deterrence.Worth(concession, status_quo, conflict - 0.1)) < here


def test_a_threat_that_is_not_capable_has_no_threshold():
    assert math.isnan(deterrence.threshold(deterrence.Worth(1.0, 0.5, 0.6)))


def test_partial_credibility_can_make_war_likelier():
    # T9: more credible, more quiet, and more war, in Moscow's own rule with the guarantor's part as published
    bluff = deterrence.course(0.3, 0.2 + 0.8 * 0.375, 0.2857142857)
    separating = deterrence.course(0.3, 0.55, 0.0)
    assert separating[0] > bluff[0]
    assert separating[1] > bluff[1]


def test_one_leader_decides_a_cascade():
    assert [cascade.cascade([0, threshold, 2, 3, 4]) for threshold in (1, 2)] == [5, 1]
