import math
import sys

import pytest

from reassure.runs.validation.verification.check import Verdict
from reassure.runs.validation.verification.solver import games
from reassure.runs.validation.verification.solver.tree import Choice, End, SolverMissingError, chance, equilibrium, gambit


def two_nodes(fighting):
    answer = Choice(1, "answer", {"not": End((1.0, 0.0)), "force": End((-0.5, fighting))})
    return Choice(0, "attack", {"wait": End((0.5, 0.0)), "attack": answer})


def logistic(score):
    return 1 / (1 + math.exp(-score))


@pytest.mark.parametrize("fighting", [-0.2, 0.2])
@pytest.mark.parametrize("precisions", [(0.3, 0.3), (1.0, 1.0), (5.0, 5.0), (20.0, 20.0), (5.0, 1.0), (0.7, 9.0)])
def test_the_oracle_knows_the_closed_form_of_the_two_node_tree(precisions, fighting):
    pytest.importorskip("pygambit")
    fights = logistic(precisions[1] * fighting)
    attacks = logistic(precisions[0] * (fights * -0.5 + (1 - fights) * 1.0 - 0.5))
    found = equilibrium(two_nodes(fighting), precisions)
    assert found["answer:force"] == pytest.approx(fights, abs=1e-7)
    assert found["attack:attack"] == pytest.approx(attacks, abs=1e-7)


def test_chance_nodes_weigh():
    pytest.importorskip("pygambit")
    lottery = chance(0.3, End((1.0,)), End((0.0,)))
    found = equilibrium(Choice(0, "bet", {"sure": End((0.2,)), "lottery": lottery}), (4.0,))
    assert found["bet:lottery"] == pytest.approx(logistic(4.0 * 0.1), abs=1e-7)


@pytest.mark.parametrize(("first", "worth"), [(0.0, 2.0), (1.0, 1.0)])
def test_what_is_certain_needs_no_chance_node(first, worth):
    assert chance(first, End((1.0,)), End((2.0,))) == End((worth,))


def test_without_the_solver_its_checks_are_not_run_and_say_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "pygambit", None)
    with pytest.raises(SolverMissingError):
        gambit()
    found = list(games.checks(3))
    assert len(found) == len(games.GAMES)
    assert {check.verdict for check in found} == {Verdict.NOT_RUN}
    assert all("pygambit is not installed" in check.remark and not check.found for check in found)
