"""What a store comes to is what `compare` finds over the same futures."""

from dataclasses import replace

import pytest

from reassure.model.scenario import load
from reassure.runs.batch import run
from reassure.runs.batch.summary import summaries
from reassure.runs.ensemble import comparison
from reassure.runs.store.refusal import StoreError


def estimates(content, path=()):
    """Every number anywhere in the JSON, by its place."""
    if isinstance(content, dict):
        for key, each in content.items():
            yield from estimates(each, (*path, key))
    else:
        yield path, content


def same(one, other):
    """Whether two comparisons say the same, but for cover switched the other way, which no store holds."""
    stored = {name: replace(result, switched=None) for name, result in other.results.items()}
    found, expected = (dict(estimates(each.as_json())) for each in (one, replace(other, results=stored)))
    assert found.keys() == expected.keys()
    assert len(found) > 400
    for place, value in expected.items():
        assert found[place] == (pytest.approx(value, rel=1e-9, abs=1e-12) if isinstance(value, float) else value), place


def test_a_store_sums_up_to_what_compare_finds(plain, stores):
    (found,) = summaries(plain)
    expected = comparison.compare(load("bare_ceasefire"), [load(stores.force)], stores.runs, 3, stores.weeks)
    same(found.comparison, expected)


def test_with_its_twin_as_the_baseline_too(tmp_path, stores):
    twin = stores.force + "_without_troops"
    (found,) = summaries(run(stores.force, out=tmp_path / "store", runs=20, weeks=20, baseline=twin))
    expected = comparison.compare(load(twin), [load(stores.force)], 20, 1, 20)
    same(found.comparison, expected)


def test_each_row_of_a_design_sums_up_to_what_compare_finds_there(swept, stores):
    found = list(summaries(swept))
    assert len(found) == 6
    for each in (found[1], found[5]):
        pins = {"fear_size": each.values["fear_size"]}
        policy = load(stores.force).with_levers({"troop_ceiling": each.values["troop_ceiling"]}).with_pins(pins)
        expected = comparison.compare(load("bare_ceasefire").with_pins(pins), [policy], 40, 1, 26).as_json()
        without_noise = each.comparison.as_json()
        for place, value in estimates(expected):
            if "noise_floor" not in place and "distinguishable" not in place and place[0] == "scenarios":
                inside = without_noise
                for key in place:
                    inside = inside[key]
                assert inside == (pytest.approx(value) if isinstance(value, float) else value), place


def test_rows_of_one_run_met_the_same_luck_at_every_point(swept):
    frame = swept.frame()
    shared = ["value_shift", "affront_size", "will_level", "reconstitution_years", "wider_war_rate", "mindset"]
    assert (frame.groupby("run")[shared].nunique() == 1).all(axis=None)
    assert frame.groupby("run").size().nunique() == 1
    assert set(frame["fear_size"]) == {0, 1, 2}


def test_verdicts_in_the_rows_are_those_of_the_pairs(swept):
    frame = swept.frame().set_index(["point", "run"])
    for column, other in (("verdict_against_baseline", "baseline_point"), ("verdict_of_troops", "twin_point")):
        paired = frame[frame[other].notna()]
        without = frame["failed"].reindex(list(zip(paired[other].astype(int), paired.index.get_level_values("run"), strict=True)))
        fails = paired["failed"].to_numpy(), without.to_numpy()
        clashes = paired["outcome"].isin(["clash", "wider_war"]).to_numpy()
        expected = [
            {
                (False, True): "deterred",
                (False, False): "held_anyway",
                (True, True): "escalated" if clash else "not_deterred",
                (True, False): "provoked_and_escalated" if clash else "provoked",
            }[bool(one), bool(two)]
            for one, two, clash in zip(*fails, clashes, strict=True)
        ]
        assert list(paired[column]) == expected
        assert frame[frame[other].isna()][column].isna().all()


def test_a_row_that_is_not_there_is_refused(swept, plain):
    with pytest.raises(StoreError, match="whole number from 0 to 5"):
        list(summaries(swept, 6))
    with pytest.raises(StoreError, match="nothing is swept here"):
        list(summaries(plain, 0))
