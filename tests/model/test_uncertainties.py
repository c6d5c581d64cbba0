import numpy as np
import pytest

from reassure.model.future import new_world
from reassure.model.scenario import load
from reassure.model.uncertainties import UNCERTAINTIES

RUNS = 400


@pytest.fixture(scope="module")
def drawn():
    """Every uncertainty as drawn in many runs: a row a run."""
    rows = [new_world(load("bare_ceasefire"), 1, run)[0].uncertainties for run in range(RUNS)]
    return {name: np.array([float(row[name]) for row in rows]) for name in UNCERTAINTIES}


@pytest.mark.parametrize("name", UNCERTAINTIES)
def test_what_is_drawn_lies_in_its_range(drawn, name):
    declared = UNCERTAINTIES[name]
    assert declared.low <= drawn[name].min() <= drawn[name].max() <= declared.high
    assert (drawn[name] == declared.default).all() == (not declared.drawn)


@pytest.mark.parametrize("name", [name for name, declared in UNCERTAINTIES.items() if declared.drawn])
def test_what_is_drawn_has_its_distribution(drawn, name):
    declared, values = UNCERTAINTIES[name], drawn[name]
    low, high, peak = declared.low, declared.high, declared.default
    spread = (high - low) / np.sqrt(12)
    if declared.distribution == "uniform":
        middle = (low + high) / 2
    elif declared.distribution == "triangular":
        middle = (low + high + peak) / 3
    elif declared.distribution == "category":
        counts = np.bincount(values.astype(int), minlength=int(high) + 1) / RUNS
        assert counts == pytest.approx(1 / (high - low + 1), abs=4 * np.sqrt(0.25 / RUNS))
        return
    elif declared.distribution == "normal":
        middle, spread = peak, declared.spread
    else:
        assert declared.distribution == "lognormal"
        values, middle, spread = np.log(values), np.log(peak), declared.spread
    assert values.mean() == pytest.approx(middle, abs=4 * spread / np.sqrt(RUNS))


def test_uncertainties_are_drawn_independently(drawn):
    names = [name for name, declared in UNCERTAINTIES.items() if declared.drawn]
    apart = np.corrcoef([drawn[name] for name in names]) - np.eye(len(names))
    assert np.abs(apart).max() < 4.5 / np.sqrt(RUNS)


@pytest.mark.parametrize(
    ("name", "value"), [("mindset", "revisionist"), ("fear_size", 1.25), ("reconstitution_years", 2), ("theatre", 1)]
)
def test_what_is_pinned_is_not_drawn(fresh, name, value):
    parsed = UNCERTAINTIES[name].parse(value)
    assert {float(fresh(run=run, **{name: value}).uncertainties[name]) for run in range(5)} == {parsed}


def test_no_scenario_hides_the_sizes_of_fear_and_affront():
    for name in ("limited_reassurance_force", "full_nato_mission", "external_guarantees", "paris_declaration"):
        assert not {"fear_size", "affront_size", "mindset"} & set(load(name).pins)
    assert {UNCERTAINTIES[name].distribution for name in ("fear_size", "affront_size", "wider_war_rate", "normalisation")} == {
        "uniform"
    }
