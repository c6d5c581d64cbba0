"""Random settings are drawn by name: what one number is hangs on no other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents.declaration import Declarations, Quantity
from reassure.model.levers import LEVERS
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.validation.verification import moments, settings

MADE_UP = Quantity("a_made_up_number", "share", 0, 1, 0.5, "Nothing.", "test")
NUMBERS = st.integers(0, 2 * settings.OTHERS)


@given(number=NUMBERS, seed=st.integers(0, 10**9), place=st.integers(0, len(UNCERTAINTIES)))
def test_declaring_a_number_changes_no_other(number, seed, place):
    others = list(UNCERTAINTIES.values())
    more = Declarations("uncertainty", *others[:place], MADE_UP, *others[place:])
    found = settings.any_values(more, number, seed)
    assert MADE_UP.low <= found.pop(MADE_UP.name) <= MADE_UP.high
    assert found == settings.any_values(UNCERTAINTIES, number, seed)


@given(number=NUMBERS, order=st.permutations(list(LEVERS.values())), removed=st.sampled_from(list(LEVERS)))
def test_neither_order_nor_what_is_removed_changes_a_number(number, order, removed):
    fewer = Declarations("lever", *(each for each in order if each.name != removed))
    whole = settings.any_values(LEVERS, number)
    assert settings.any_values(fewer, number) == {name: value for name, value in whole.items() if name != removed}


@given(number=st.integers(0, 10**6))
def test_random_futures_are_drawn_by_name_too(number):
    declared = Declarations("uncertainty", *UNCERTAINTIES.values(), MADE_UP)
    found = moments.anywhere_in(declared, number, 5)
    del found[MADE_UP.name]
    assert found == moments.anywhere_in(UNCERTAINTIES, number, 5)


def test_a_lever_declared_changes_no_setting(monkeypatch):
    before = settings.any_levers(3)
    monkeypatch.setattr(settings, "LEVERS", Declarations("lever", MADE_UP, *LEVERS.values()))
    after = settings.any_levers(3)
    del after[MADE_UP.name]
    assert after == before


def test_a_larger_count_holds_the_smaller_and_another_seed_is_another_world():
    assert settings.settings(3) == settings.settings(5)[:3]
    assert settings.settings(3)[0].levers != settings.settings(3, 1)[0].levers
    assert settings.worlds(2).tobytes() == settings.worlds(4)[:2].tobytes()
    assert settings.worlds(2, 1).tobytes() != settings.worlds(2).tobytes()


@pytest.fixture(scope="module")
def many():
    return [settings.any_levers(number) for number in range(600)]


def test_every_lever_moves_over_its_range(many):
    for name, lever in LEVERS.items():
        values = np.array([levers[name] for levers in many])
        assert lever.low <= values.min() and values.max() <= lever.high
        assert len(set(values)) > 1
        assert values.max() - values.min() > 0.8 * (lever.high - lever.low), name


def test_shares_of_the_force_are_jointly_possible(many):
    assert all(levers["share_in_cities"] + levers["share_on_line"] <= 1.0 for levers in many)


def test_a_deployment_begins_soon_late_or_never(many):
    starts = np.array([levers["deploy_start"] for levers in many])
    assert np.mean(starts < 52) > 0.5
    assert 0.05 < np.mean(starts > 260) < 0.2
    assert set(starts) == {int(start) for start in starts}


def test_americans_are_in_half_of_the_settings(many):
    assert 0.4 < np.mean([levers["us_ground_troops"] > 0 for levers in many]) < 0.6
