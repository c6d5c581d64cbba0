import pytest

from reassure.model.levers import LEVERS
from reassure.runs.validation.verification import extremes
from reassure.runs.validation.verification.check import Verdict


@pytest.fixture
def short(monkeypatch):
    """The long checks, shortened: their full length is run by `reassure verify`."""
    monkeypatch.setattr(extremes, "WEEKS_AT_AN_END", 16)
    monkeypatch.setattr(extremes, "HORIZONS", (1, 300))


def test_every_limit_holds(short):
    found = list(extremes.checks(4))
    assert [check for check in found if check.verdict is not Verdict.PASSED] == []
    assert len({check.statement for check in found}) == len(found)


def test_every_end_of_every_lever_is_tried(monkeypatch, short):
    tried = []

    def follow(worlds, breaches):
        tried.append(worlds[0].levers.copy())
        return 1

    monkeypatch.setattr(extremes, "followed", follow)
    next(extremes.checks(1))
    for name, lever in LEVERS.items():
        assert {lever.low, lever.high} <= {float(levers[name]) for levers in tried}


def test_states_that_follow_who_moved_before_are_noticed(monkeypatch):
    def turn(world, index):
        world.coalition.joiners += 1
        world.allies[index].reasons[0] = world.coalition.joiners

    monkeypatch.setattr(extremes, "turn", turn)
    assert extremes.order_of_turns(2).verdict is Verdict.FAILED
    assert extremes.symmetry(2).verdict is Verdict.FAILED


def test_a_law_that_favours_a_side_is_noticed(monkeypatch):
    monkeypatch.setattr(extremes, "square_law", lambda attacker, defender, *rest: (attacker, 0.9 * defender))
    assert extremes.symmetry(2).verdict is Verdict.FAILED


def test_a_count_that_forgets_the_last_state_is_noticed(monkeypatch):
    def count_commitments(world):
        world.coalition.pledged = (world.allies["sustainable"] * world.allies["share"])[:-1].sum()

    monkeypatch.setattr(extremes, "count_commitments", count_commitments)
    assert extremes.order_of_states(12).verdict is Verdict.FAILED
