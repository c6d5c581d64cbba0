"""Real futures, few of them."""

import json

import pytest

from reassure.agents.mindset import MINDSETS
from reassure.model.outcomes import EVER, MEANS, RUNGS, WORST, failed
from reassure.model.scenario import ScenarioError, load
from reassure.runs.ensemble import findings, headlines, tables
from reassure.runs.ensemble.comparison import NOTE, compare, futures_needed, placebos, switched
from reassure.runs.ensemble.futures import Policy, play
from reassure.runs.ensemble.plan import plan
from reassure.runs.ensemble.selection import both_ways
from reassure.runs.ensemble.structures import STRUCTURES
from reassure.runs.ensemble.verdict import VERDICT, Pairing

RUNS = 200
TWIN = "limited_reassurance_force_without_troops"
MISSION = "full_nato_mission_if_it_comes_about"


@pytest.fixture(scope="module")
def comparison():
    scenarios = both_ways([load("limited_reassurance_force"), load("full_nato_mission")])
    return compare(load("bare_ceasefire"), scenarios, RUNS, weeks=104)


@pytest.fixture(scope="module")
def written(comparison):
    return json.loads(json.dumps(comparison.as_json(), allow_nan=False))


def estimates(content):
    """Every estimate anywhere in the JSON."""
    if isinstance(content, dict):
        if "value" in content:
            yield content
        else:
            for each in content.values():
                yield from estimates(each)


def test_the_json_has_everything(written):
    assert (written["baseline"], written["runs"], written["seed"], written["weeks"]) == ("bare_ceasefire", RUNS, 1, 104)
    assert written["note"] == NOTE
    assert list(written["scenarios"]) == [
        "bare_ceasefire", "limited_reassurance_force", TWIN, "full_nato_mission", "full_nato_mission_without_troops",
        MISSION, f"{MISSION}_without_troops",
    ]  # fmt: skip
    for name, result in written["scenarios"].items():
        for group in (result, *result["by_mindset"].values()):
            assert set(group["outcomes"]) == {each.name for each in WORST}
            assert sum(each["value"] for each in group["outcomes"].values()) == pytest.approx(1)
            assert set(group["ever"]) == set(EVER)
            assert set(group["means"]) == {each.name for each in MEANS}
            assert sum(group["peak_rung"][rung]["value"] for rung in RUNGS) == pytest.approx(1)
            assert {"clash_given_attack", "wider_war_given_clash", "launch_given_mobilisation"} <= set(group["conditional"])
        assert set(result["by_mindset"]) == {each.name for each in MINDSETS}
        assert sum(group["futures"] for group in result["by_mindset"].values()) == RUNS
        assert ("contrasts" in result) == (name != "bare_ceasefire")
        assert ("authorisation" in result) == name.startswith("full_nato_mission")


def test_the_contrasts_have_everything(written):
    force = written["scenarios"]["limited_reassurance_force"]["contrasts"]
    assert list(force) == ["bare_ceasefire", TWIN]
    assert list(written["scenarios"][TWIN]["contrasts"]) == ["bare_ceasefire"]
    for contrast in force.values():
        for group in (contrast, *contrast["by_mindset"].values()):
            assert group["failure_difference"].keys() == group["war_difference"].keys() == {"value", "low", "high"}
            assert set(group["verdict"]) == {each.name for each in VERDICT}
            assert sum(each["value"] for each in group["verdict"].values()) == pytest.approx(1)
            assert all(isinstance(each["distinguishable"], bool) for each in group["verdict"].values())
            assert group["noise_floor"]["value"] >= 0
    assert set(force[TWIN]["raises_failure_over_fear_and_affront"]) == {each.name for each in MINDSETS}
    assert "raises_failure_over_fear_and_affront" not in force["bare_ceasefire"]


def test_every_estimate_lies_within_its_interval(written):
    found = list(estimates(written))
    assert len(found) > 500
    for each in found:
        if each["value"] is not None and each["low"] is not None:
            assert each["low"] - 1e-12 <= each["value"] <= each["high"] + 1e-12


def test_the_troops_make_no_difference_to_what_they_are_contrasted_with(written):
    scenarios = written["scenarios"]
    contrast = scenarios["limited_reassurance_force"]["contrasts"][TWIN]
    change = scenarios["limited_reassurance_force"]["failure"]["value"] - scenarios[TWIN]["failure"]["value"]
    assert contrast["failure_difference"]["value"] == pytest.approx(change)
    assert scenarios[TWIN]["means"]["troops"]["value"] == 0.0


def test_contrasts_turned_round_are_their_negatives():
    bare, outside = load("bare_ceasefire"), load("external_guarantees")
    there = compare(bare, [outside], 100, weeks=52).results["external_guarantees"].contrasts["bare_ceasefire"].overall
    back = compare(outside, [bare], 100, weeks=52).results["bare_ceasefire"].contrasts["external_guarantees"].overall
    assert there.failure_difference.value == -back.failure_difference.value
    assert there.war_difference.low == pytest.approx(-back.war_difference.high)


def test_a_scenario_against_itself_changes_nothing(tmp_path):
    (tmp_path / "same.toml").write_text("[levers]\narms = 0.35\nmonitors = 0.3\n")
    same = load(str(tmp_path / "same.toml"))
    found = compare(load("bare_ceasefire").with_levers(same.levers), [same], 100, weeks=104).results["same"]
    overall = found.contrasts["bare_ceasefire"].overall
    assert overall.failure_difference.value == 0.0
    assert {name for name, each in overall.verdict.items() if each.value} <= {"held_anyway", "not_deterred", "escalated"}


def test_runs_do_not_depend_on_chunks(monkeypatch):
    monkeypatch.setattr("reassure.runs.ensemble.comparison.LARGEST_CHUNK", 30)
    pieces = compare(load("bare_ceasefire"), [load("paris_declaration")], 70, weeks=52).as_json()
    monkeypatch.undo()
    whole = compare(load("bare_ceasefire"), [load("paris_declaration")], 70, weeks=52).as_json()
    for one, other in zip(estimates(pieces), estimates(whole), strict=True):
        assert one == pytest.approx(other) if None not in other.values() else one == other


def test_progress_adds_up():
    done = []
    bare, paris = load("bare_ceasefire"), load("paris_declaration")
    compare(bare, [paris], 30, weeks=8, advance=done.append)
    assert sum(done) == futures_needed(plan(bare, [paris]), 30) == 30 * (3 + 2 + 2)  # all, placebos, cover switched
    assert (placebos(10), placebos(1_000_000)) == (10, 125_000)
    assert (switched(10), switched(1_000_000)) == (10, 250_000)


def test_the_plan_runs_nothing_twice():
    bare, force = load("bare_ceasefire"), load("limited_reassurance_force")
    entries = plan(bare, [bare, force.without_troops(), force, force])
    assert [entry.name for entry in entries] == ["bare_ceasefire", TWIN, "limited_reassurance_force"]
    with pytest.raises(ScenarioError, match="two different scenarios are named limited_reassurance_force"):
        plan(bare, [force, force.with_levers({"arms": 1})])


def test_findings_say_the_difference_first(comparison):
    sentences = list(findings.contrasts(comparison))
    assert len(sentences) == 6
    assert sentences[1].startswith("Troops alone (limited reassurance force against the same package without troops): ")
    assert "held anyway" in sentences[0] and "(" in sentences[0].split(":")[1]
    (mission,) = findings.missions(comparison)
    assert mission.startswith("Full NATO mission needs the consensus of 32")
    assert mission.endswith('what it does stands under "if it comes about".')
    assert headlines.troops_headline(comparison).startswith("Troops")
    assert tables.mindset_table(comparison).row_count == 3 * (1 + len(MINDSETS))


def test_a_bid_and_the_mission_cannot_be_mistaken_for_one_another(comparison, written):
    names = [str(cell) for cell in tables.outcome_table(comparison).columns[0].cells]
    assert [name for name in names if "NATO" in name] == ["Full NATO mission, as a bid", "Full NATO mission, if it comes about"]
    authorised = {name: written["scenarios"][name]["authorisation"]["authorised"] for name in ("full_nato_mission", MISSION)}
    assert authorised[MISSION]["value"] == 1.0 > authorised["full_nato_mission"]["high"]


def test_it_is_said_who_begins_the_wars(comparison, written):
    told = findings.origins(comparison)
    assert told.startswith("Of 100 wars Moscow's own mobilisation and launch begins so many: bare ceasefire ")
    assert told.count("(") == 4 and "without troops" not in told
    for result in written["scenarios"].values():
        began = result["wars"]["began"]
        assert sum(each["of_futures"]["value"] for each in began.values()) == pytest.approx(result["wars"]["share"]["value"])
        assert result["wars"]["share"]["value"] >= result["ever"]["renewed_war"]["value"]


def test_troops_alone_are_told_under_every_reading(comparison, written):
    told = written["rival_readings"]
    assert told["title"].startswith("Troops alone: ")
    assert list(told["scenarios"]) == ["limited_reassurance_force", "full_nato_mission", MISSION]
    for name, row in told["scenarios"].items():
        contrast = comparison.results[name].troops_alone
        assert row["overall"]["value"] == contrast.overall.failure_difference.value
        assert list(row["readings"]) == [*(each.name for each in STRUCTURES), "conditional_cover"]
        assert list(row["readings"]["conditional_cover"]["failure_difference"]) == ["on", "off"]
        assert row["readings"]["conditional_cover"]["failure_difference"]["on"] == row["overall"]
    table = tables.readings_table(comparison)
    assert table.row_count == 3 * (1 + len(STRUCTURES) + 1)
    assert table.title == told["title"]


def test_readings_add_up_to_all_futures(comparison):
    pairing = Pairing(104)
    force = load("limited_reassurance_force")
    outcomes = [play(Policy(each, 104), RUNS, 1) for each in (force, force.without_troops())]
    pairing.fold(*outcomes)
    assert (pairing.by_reading.sum(axis=(0, 2, 3, 4)) == RUNS).all()
    with_it, without_it = (failed(each["worst"]) for each in outcomes)
    for place, structure in enumerate(STRUCTURES):
        for number, reading in enumerate(structure.readings):
            own = outcomes[0][structure.name] == number
            found = contrast_of(comparison)[structure.name][reading]
            assert found.value == pytest.approx(with_it[own].mean() - without_it[own].mean()), place


def contrast_of(comparison):
    return comparison.results["limited_reassurance_force"].troops_alone.by_reading


def test_cover_switched_is_the_scenario_with_the_lever_the_other_way(comparison):
    force = load("limited_reassurance_force").with_levers({"conditional_cover": "off"})
    with_it, without_it = (failed(play(Policy(each, 104), RUNS, 1)["worst"]) for each in (force, force.without_troops()))
    switched_so = comparison.results["limited_reassurance_force"].switched
    assert switched_so.futures == RUNS
    assert switched_so.failure_difference.value == pytest.approx(with_it.mean() - without_it.mean())
