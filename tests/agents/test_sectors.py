import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents import sectors
from reassure.agents.choice import NOTHING
from reassure.agents.situation import SECTOR_SLOTS
from reassure.model.uncertainties import UNCERTAINTIES, UNCERTAINTIES_RECORD

UTILITIES = st.lists(st.floats(-1, 1), min_size=8, max_size=8)
COUNT = 8


@pytest.fixture(scope="module")
def front(seen):
    """Makes a world with the named sectors and 15 thousand soldiers in it."""
    return lambda **set_: seen(troops=15.0, **set_)


@pytest.fixture(scope="module")
def situation(front):
    """The situation of such a world; not to be changed."""
    return front().situation


def row(utilities):
    filled = np.zeros(SECTOR_SLOTS)
    filled[: len(utilities)] = utilities
    return filled


def scratch():
    """Where the odds are worked out."""
    return np.zeros(SECTOR_SLOTS)


def expected_best(utilities, weights):
    return math.log(sum(w * math.exp(9 * u) for w, u in zip(weights, utilities, strict=True))) / 9


ASSUMED = np.zeros(1, UNCERTAINTIES_RECORD)[0]
for _name, _declared in UNCERTAINTIES.items():
    ASSUMED[_name] = _declared.default


@given(UTILITIES, st.floats(0.001, 0.999))
def test_freedom_of_choice_is_the_expected_best_less_the_sector_taken(situation, utilities, draw):
    weights = [float(sector.frontage) for sector in situation.sectors[:COUNT]]
    picked, freedom = sectors.pick_sector(row(utilities), scratch(), situation.sectors, COUNT, draw, NOTHING, ASSUMED)
    assert weights[picked] > 0
    assert freedom + utilities[picked] == pytest.approx(expected_best(utilities, weights))


@given(UTILITIES)
def test_sectors_are_taken_as_often_as_their_weights_say(situation, utilities):
    weights = np.array([sector.frontage * math.exp(9 * u) for sector, u in zip(situation.sectors[:COUNT], utilities, strict=True)])
    edges = np.cumsum(weights) / weights.sum()
    for draw in (0.1, 0.35, 0.6, 0.85):
        picked, _ = sectors.pick_sector(row(utilities), scratch(), situation.sectors, COUNT, draw, NOTHING, ASSUMED)
        assert edges[picked] >= draw - 1e-9
        assert picked == 0 or edges[picked - 1] <= draw + 1e-9


@given(UTILITIES, st.integers(0, 6), st.floats(0.05, 0.95))
def test_splitting_a_sector_changes_no_expected_best(situation, utilities, split, share):
    whole, parted = situation, situation.copy()
    extra = parted.sectors[COUNT]
    for name in extra.dtype.names:
        extra[name] = parted.sectors[split][name]
    extra.frontage = share * whole.sectors[split].frontage
    parted.sectors[split].frontage = (1 - share) * whole.sectors[split].frontage
    one, free = sectors.pick_sector(row(utilities), scratch(), whole.sectors, COUNT, 0.5, NOTHING, ASSUMED)
    wider = [*utilities, utilities[split]]
    other, freer = sectors.pick_sector(row(wider), scratch(), parted.sectors, COUNT + 1, 0.5, NOTHING, ASSUMED)
    assert free + utilities[one] == pytest.approx(freer + wider[other], abs=1e-12)


@pytest.mark.parametrize(("ordered", "picked"), [(0, 0), (5, 5), (6, 6), (SECTOR_SLOTS, 3)])
def test_an_order_names_the_sector(situation, ordered, picked):
    utilities = row([0.0, 0.0, 0.0, 5.0, 0.0, 0.0, 0.0, 0.0])
    assert sectors.pick_sector(utilities, scratch(), situation.sectors, COUNT, 0.5, ordered, ASSUMED)[0] == picked


def test_the_rear_is_never_chosen(situation):
    utilities = row([0.0] * 7 + [9.0])
    assert {
        sectors.pick_sector(utilities, scratch(), situation.sectors, COUNT, draw / 20, NOTHING, ASSUMED)[0] for draw in range(1, 20)
    } <= set(range(7))


def grab(world, index=4):
    return sectors.grab_chance(world.situation.sectors[index], world.situation, world.uncertainties)


def test_a_grab_is_even_at_the_square_root_of_the_terrain(front):
    world = front()
    sector = world.situation.sectors[4]
    world.situation.intelligence = world.situation.capability = 0.0
    sector.russian_share, sector.ukrainian_share = 0.2, 0.2
    world.situation.russian_power = world.situation.ukrainian_power * math.sqrt(sector.terrain)
    assert grab(world) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("field", "value", "sign"),
    [("russian_power", 1.2, 1), ("ukrainian_power", 1.2, -1), ("intelligence", 1.0, -1), ("capability", 1.0, -1)],
)
def test_what_helps_a_grab(front, field, value, sign):
    world = front()
    world.situation.sectors[4].cover = 0.5
    world.situation.intelligence = world.situation.capability = 0.2
    before = grab(world)
    world.situation[field] = value
    assert (grab(world) - before) * sign > 0.005


def test_a_force_that_cannot_fight_stops_no_grab(front):
    world = front(denial=0)
    world.situation.sectors[4].cover = 0.0
    bare = grab(world)
    world.situation.sectors[4].cover = world.situation.capability = 1.0
    assert grab(world) == bare


@pytest.mark.parametrize("share", ["russian_share", "ukrainian_share"])
def test_nobody_there_is_no_battle(front, share):
    world = front()
    world.situation.sectors[4][share] = 0.0
    assert grab(world) == 0.0
