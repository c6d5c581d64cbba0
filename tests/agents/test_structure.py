"""Rival structures: each reading is a rule of its own, and which one holds is drawn or pinned."""

import pytest

from reassure.agents.belief import learn
from reassure.agents.grievance import resent
from reassure.agents.structure import STRUCTURES, left_of_grievance
from reassure.model.future import new_world
from reassure.model.scenario import load
from reassure.model.uncertainties import UNCERTAINTIES


@pytest.mark.parametrize(
    ("reading", "belief", "left"),
    [("vents", 0.0, 0.6), ("vents", 1.0, 0.6), ("wins", 0.0, 0.6), ("wins", 1.0, 1.0), ("wins", 0.5, 0.8)],
)
def test_what_pressure_leaves_of_grievance(seen, reading, belief, left):
    world = seen(pressure_relief=reading)
    assert left_of_grievance(0.6, belief, world.uncertainties) == pytest.approx(left)


@pytest.mark.parametrize(("reading", "equal"), [("matters", False), ("strength_alone", True)])
def test_where_troops_stand(seen, reading, equal):
    felt = []
    for place in ({"share_on_line": 1.0, "share_in_cities": 0.0}, {"share_on_line": 0.0, "share_in_cities": 0.0}):
        world = seen(troops=20.0, fear_of_nearness=reading, **place)
        resent(world.russia, world.situation, world.levers, world.uncertainties)
        felt.append((world.russia.fear, world.russia.affront))
    assert (felt[0] == felt[1]) == equal
    assert felt[0] >= felt[1]


@pytest.mark.parametrize(("reading", "learnt"), [("forms", True), ("never", False)])
def test_whether_anything_is_learnt(seen, reading, learnt):
    world = seen(reputation=reading, updating=1.0)
    learn(world.russia, 0.6, world.uncertainties)
    assert (world.russia.evidence != 0.0) == learnt


def test_each_is_drawn_evenly_unless_it_is_pinned():
    base = load("bare_ceasefire")
    for name in (structure.name for structure in STRUCTURES):
        drawn = [float(new_world(base, 1, run)[0].uncertainties[name]) for run in range(200)]
        assert 70 < sum(drawn) < 130
        pinned = base.with_pins({name: UNCERTAINTIES[name].choices[1][0]})
        assert {float(new_world(pinned, 1, run)[0].uncertainties[name]) for run in range(5)} == {1.0}
