import time

import pytest

from reassure.agents.declaration import DeclarationError
from reassure.model.levers import LEVERS
from reassure.model.scenario import load
from reassure.runs.batch.experiment import Request, prepare
from reassure.runs.batch.points import Plan
from reassure.runs.batch.sweep import parse_sweeps

FORCE = "limited_reassurance_force"
MANY_ROWS = 40_000


def points(*sweeps, scenarios=(FORCE,), **further):
    manifest = prepare(Request(scenarios, runs=10, axes=parse_sweeps(sweeps), **further))
    return manifest, manifest.points


def test_a_scenario_has_a_baseline_a_twin_and_placebos():
    _, found = points()
    assert [(point.name, point.role, point.baseline, point.twin) for point in found] == [
        ("bare_ceasefire", "baseline", None, None),
        (FORCE + "_without_troops", "twin", 0, None),
        (FORCE, "scenario", 0, 1),
        (FORCE + "_without_troops_placebo", "placebo", None, None),
        (FORCE + "_placebo", "placebo", None, None),
    ]


def test_what_is_the_same_at_several_rows_is_played_once():
    _, found = points("troop_ceiling=5,15,30")
    assert [point.role for point in found] == ["baseline", "twin", "scenario", "scenario", "scenario"]
    assert found[0].designs == found[1].designs == [0, 1, 2]
    assert [point.design for point in found] == [None, None, 0, 1, 2]
    assert {point.twin for point in found[2:]} == {1}


def test_levers_are_not_set_in_the_baseline_and_uncertainties_are():
    manifest, found = points("arms=0.1,0.9", "fear_size=0,2")
    experiment = manifest.experiment
    for point in found:
        policy = point.policy(experiment.scenarios)
        rows = [experiment.design.at(row) for row in point.designs]
        assert {row["fear_size"] for row in rows} == {policy.pins["fear_size"]}
        if point.role == "baseline":
            assert policy.levers == load("bare_ceasefire").levers
        else:
            assert [row["arms"] for row in rows] == [policy.levers["arms"]]
    assert sum(point.role == "baseline" for point in found) == 2


def test_what_a_point_is_paired_with_differs_from_it_in_troops_alone():
    manifest, found = points("share_on_line=0,0.2", scenarios=(FORCE, "full_nato_mission"))
    policies = [point.policy(manifest.experiment.scenarios) for point in found]
    for point in found:
        if point.twin is not None:
            with_troops, without = policies[point.number], policies[point.twin]
            assert without.levers == with_troops.without_troops().levers
            assert point.twin < point.number
            assert {name for name in LEVERS if with_troops.levers[name] != without.levers[name]} <= {
                "troop_ceiling", "us_ground_troops"
            }  # fmt: skip


def test_the_baseline_with_levers_swept_is_compared_with_itself():
    _, found = points("arms=0,1", scenarios=("bare_ceasefire",))
    assert [(point.name, point.role) for point in found] == [
        ("bare_ceasefire", "baseline"), ("bare_ceasefire_as_set", "scenario"), ("bare_ceasefire_as_set", "scenario")
    ]  # fmt: skip


def test_a_row_whose_levers_cannot_hold_together_is_named():
    with pytest.raises(DeclarationError, match=r"row 3 of the design, .*share_in_cities and share_on_line"):
        points("share_in_cities=0,0.8", "share_on_line=0,0.8")


def test_what_is_swept_is_not_set_as_well():
    with pytest.raises(DeclarationError, match="arms is both swept and held"):
        points("arms=0,1", levers={"arms": 0.5})


def test_two_scenarios_of_one_name_are_refused(tmp_path):
    paths = []
    for place, arms in (("one", 0.5), ("two", 0.6)):
        (tmp_path / place).mkdir()
        paths.append(tmp_path / place / "mine.toml")
        paths[-1].write_text(f"[levers]\narms = {arms}\n")
    with pytest.raises(DeclarationError, match="two different scenarios are named mine"):
        points(scenarios=[str(path) for path in paths])


def test_a_twin_may_be_the_baseline():
    _, found = points(baseline=FORCE + "_without_troops", placebo=False)
    assert [(point.name, point.role, point.baseline, point.twin) for point in found] == [
        (FORCE + "_without_troops", "baseline", None, None),
        (FORCE, "scenario", 0, 0),
    ]


def test_a_point_of_very_many_rows_is_laid_out_in_a_time_that_grows_with_them():
    plan, baseline = Plan(points()[0].experiment), load("bare_ceasefire")
    began = time.process_time()
    for row in range(MANY_ROWS):
        assert plan.enter(baseline, "baseline", "bare_ceasefire", row) == 0
    assert time.process_time() - began < 4
    assert plan.points[0].designs == list(range(MANY_ROWS))
