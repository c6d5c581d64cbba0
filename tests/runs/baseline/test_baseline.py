"""The futures come to what the baseline says; where they do not, the failure says which figures moved."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from reassure.model.outcomes import EVENTS, MEANS, WORST
from reassure.model.scenario import load, shipped
from reassure.runs.baseline.__main__ import made
from reassure.runs.baseline.figures import tables
from reassure.runs.baseline.file import COMMAND, INSTRUCTIONS, MADE, PLACE, figures_in, read, write_out
from reassure.runs.baseline.instructions import SCENARIO, instructions_a_future
from reassure.runs.baseline.moves import cheaper_or_dearer, failure_message, moved, split
from reassure.runs.ensemble.by_mindset import NAMES
from reassure.runs.ensemble.verdict import VERDICT

COUNTED = "REASSURE_INSTRUCTIONS"
COST = (INSTRUCTIONS, SCENARIO)
HOUSE = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def standing():
    """The figures in the file."""
    return read(HOUSE / PLACE)


@pytest.fixture(scope="module")
def played():
    """The figures that the command would write now, but for the instructions."""
    return figures_in(write_out([made(), *tables()]))


def test_the_futures_come_to_what_the_baseline_says(standing, played):
    moves = moved(split(standing)[0], played)
    if moves:
        pytest.fail(failure_message(moves), pytrace=False)


@pytest.mark.skipif(os.environ.get(COUNTED) != "1", reason=f"takes two minutes and valgrind; asked for with {COUNTED}=1")
def test_a_future_costs_as_many_instructions_as_the_baseline_says(standing):
    counted = {COST: Decimal(instructions_a_future())}
    moves = cheaper_or_dearer(split(standing)[1], counted)
    if moves:
        pytest.fail(failure_message(moves), pytrace=False)


def test_the_failure_lists_what_moved_by_scenario(played):
    """Four figures of the baseline are doctored: two changed, one taken out, one that no future comes to."""
    held, joiners = ("paris_declaration", "outcomes", "held"), ("paris_declaration", "means", "joiners")
    deterred = ("paris_declaration", "verdict", "deterred", "troops_alone")
    doctored = {("bare_ceasefire", "events", "clash", "first_week"): Decimal("3.50")} | played
    doctored |= {held: Decimal("0.9000"), deterred: Decimal("-0.0100")}
    del doctored[joiners]

    said = failure_message(moved(doctored, played))

    opening, bare, paris, closing = said.split("\n\n")
    assert opening.endswith("4 figures moved.")
    assert closing.endswith(f"\n    {COMMAND}")
    assert [line.split() for line in bare.splitlines()] == [
        ["bare_ceasefire", "old", "new", "difference"],
        ["events.clash.first_week", "3.50", "none"],
    ]
    assert [line.split() for line in paris.splitlines()] == [
        ["paris_declaration", "old", "new", "difference"],
        ["outcomes.held", "0.9000", str(played[held]), str(played[held] - Decimal("0.9000"))],
        ["verdict.deterred.troops_alone", "-0.0100", str(played[deterred]), f"+{played[deterred] + Decimal('0.0100')}"],
        ["means.joiners", "none", str(played[joiners])],
    ]


@pytest.mark.parametrize(("now", "moves"), [(1_010_000, 0), (990_000, 0), (1_010_001, 1), (989_999, 1)])
def test_instructions_may_differ_by_one_per_cent_up_or_down(now, moves):
    assert len(cheaper_or_dearer({COST: Decimal(1_000_000)}, {COST: Decimal(now)})) == moves


def test_a_baseline_without_instructions_is_not_taken_for_one_that_agrees():
    assert cheaper_or_dearer({}, {COST: Decimal(1)}) == [(COST, None, 1)]


def test_every_scenario_twin_and_mindset_has_its_figures(played):
    scenarios = [load(name) for name in shipped()]
    names = {each.name for each in scenarios} | {each.without_troops().name for each in scenarios if each.has_troops}
    assert {key[0] for key in played} == names | {MADE}
    for name in names:
        assert sum(played[name, "outcomes", each.name] for each in WORST) == 1
        assert all((name, "events", each.name, "ever") in played for each in EVENTS)
        assert all((name, "means", each.name) in played for each in MEANS)
        assert all((name, "mindsets", each, "failed") in played for each in NAMES)
    for scenario in scenarios:
        columns = {"package"} if scenario.name != "bare_ceasefire" else set()
        columns |= {"troops_alone"} if scenario.has_troops else set()
        found = {key[3] for key in played if key[:2] == (scenario.name, "verdict")}
        assert found == columns
        for column in columns:
            assert sum(played[scenario.name, "verdict", each.name, column] for each in VERDICT) == 1


def test_the_figures_agree_with_each_other(played):
    force = "limited_reassurance_force"
    change = played[force, "verdict", "failure_difference", "troops_alone"]
    assert change == played[force, "outcomes", "failed"] - played[f"{force}_without_troops", "outcomes", "failed"]
