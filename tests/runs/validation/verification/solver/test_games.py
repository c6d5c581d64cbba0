"""The capitals choose as the logit equilibrium of the game they are in, over random precisions and payoffs."""

import pytest

from reassure.runs.validation.verification.agreement import TOLERANCE
from reassure.runs.validation.verification.moments import moments
from reassure.runs.validation.verification.solver import crisis, games

pytest.importorskip("pygambit")

COUNT = 12


@pytest.fixture(scope="module")
def worlds():
    return list(moments(COUNT, 7, us_ground_troops=0.0))


@pytest.mark.parametrize(("name", "errors_of"), games.GAMES, ids=[game.__name__ for _, game in games.GAMES])
def test_choices_equal_the_equilibrium(worlds, name, errors_of):
    errors = [error for world in worlds for error in errors_of(world.copy())]
    assert len(errors) >= 2 * COUNT
    assert max(map(abs, errors)) <= TOLERANCE


def test_precisions_and_payoffs_range_widely(worlds):
    precisions = [crisis.moscow_precision(world) for world in worlds]
    assert max(precisions) > 2 * min(precisions)
    assert len({float(world.russia.value) for world in worlds}) > COUNT / 2


def test_another_precision_and_another_score_are_noticed(worlds, monkeypatch):
    precise = crisis.moscow_precision
    monkeypatch.setattr(crisis, "moscow_precision", lambda world: 1.3 * precise(world))
    assert max(abs(error) for world in worlds for error in crisis.mobilisation(world.copy())) > TOLERANCE
    monkeypatch.setattr(crisis, "score_of", lambda world, touched, capability: 0.5)
    monkeypatch.setattr(crisis, "moscow_precision", precise)
    assert max(abs(error) for world in worlds for error in crisis.deterrence(world.copy())) > TOLERANCE
