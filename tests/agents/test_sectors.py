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


@pytest.mark.parametrize(("ordered", "picked"), [(0, 0), (5, 5), (6, 6), (7, 7), (COUNT, 3), (SECTOR_SLOTS, 3), (NOTHING, 3)])
def test_an_order_names_the_sector(situation, ordered, picked):
    utilities = row([0.0, 0.0, 0.0, 5.0, 0.0, 0.0, 0.0, 0.0])
    assert sectors.pick_sector(utilities, scratch(), situation.sectors, COUNT, 0.5, ordered, ASSUMED)[0] == picked


def test_the_rear_is_never_chosen(situation):
    utilities = row([0.0] * 7 + [9.0])
    assert {
        sectors.pick_sector(utilities, scratch(), situation.sectors, COUNT, draw / 20, NOTHING, ASSUMED)[0] for draw in range(1, 20)
    } <= set(range(7))


def grab(world, index=4):
    return sectors.grab_chance(world.situation.sectors[index], world.situation, world.levers, world.uncertainties)


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


@pytest.mark.parametrize(("share", "chance"), [("russian_share", 0.0), ("ukrainian_share", 1.0)])
def test_nobody_there_is_no_battle(front, share, chance):
    # whom nobody attacks loses nothing; where nobody defends a grab succeeds
    world = front()
    world.situation.sectors[4][share] = 0.0
    assert grab(world) == chance


@pytest.mark.parametrize("capability", [0.2, 0.9])
def test_a_force_denies_ground_as_far_as_its_rules_let_it_fight(front, capability):
    # C39: one that may only observe denies nothing, however capable
    chances = {}
    for rules in (0.0, 0.45, 1.0):
        world = front()
        world.situation.sectors[4].cover, world.situation.capability = 0.8, capability
        world.levers.rules_of_engagement = rules
        chances[rules] = grab(world)
    world.situation.sectors[4].cover = 0.0
    assert chances[1.0] < chances[0.45] < chances[0.0] == grab(world)


@pytest.mark.parametrize(("draw", "picked"), [(0.0, 1), (0.24, 1), (0.26, 3), (1.0, 3)])
def test_every_lot_falls_on_a_sector_with_a_front(situation, draw, picked):
    two = situation.copy()
    for index, frontage in enumerate([0.0, 0.2, 0.0, 0.6, 0.0, 0.0, 0.0, 0.0]):
        two.sectors[index].frontage = frontage
    taken, freedom = sectors.pick_sector(row([9.0] + [0.5] * 7), scratch(), two.sectors, COUNT, draw, NOTHING, ASSUMED)
    assert (taken, freedom) == (picked, pytest.approx(0.0))


@pytest.mark.parametrize(("better", "odds"), [(0.0, 1.0), (0.1, math.exp(0.9)), (-0.2, math.exp(-1.8))])
def test_the_better_sector_is_taken_at_a_precision_of_nine(situation, better, odds):
    two = situation.copy()
    for index in range(COUNT):
        two.sectors[index].frontage = 0.5 if index < 2 else 0.0
    weights = scratch()
    _, freedom = sectors.pick_sector(row([0.3, 0.3 + better] + [0.0] * 6), weights, two.sectors, COUNT, 0.0, NOTHING, ASSUMED)
    assert weights[1] / weights[0] == pytest.approx(odds)
    assert freedom == pytest.approx(math.log((1 + odds) / 2) / 9)


@pytest.mark.parametrize(
    ("attackers", "set_", "chance"),
    [
        # even strength on open ground: an even battle; twice the strength: odds of 4^1.1 (square law, certainty 2.2)
        (1.0, {}, 0.5),
        (2.0, {}, 0.8213),
        (0.5, {}, 0.1787),
        # ground of quality 4 makes up for half the strength
        (2.0, {"terrain": 4.0}, 0.5),
        # warning is worth a fifth to the defender, half of it a tenth
        (1.2, {"intelligence": 1.0}, 0.5),
        (1.1, {"intelligence": 0.5}, 0.5),
        # a fully capable force that is there is worth four fifths, less where it is seldom or weak, more if it denies more
        (1.8, {"cover": 1.0, "capability": 1.0}, 0.5),
        (1.4, {"cover": 0.5, "capability": 1.0}, 0.5),
        (1.4, {"cover": 1.0, "capability": 0.5}, 0.5),
        (1.0, {"cover": 0.0, "capability": 1.0}, 0.5),
        (1.0, {"cover": 1.0, "capability": 0.0}, 0.5),
        (2.6, {"cover": 1.0, "capability": 1.0, "denial": 0.5}, 0.5),
        (1.0, {"cover": 1.0, "capability": 1.0, "denial": 0.0}, 0.5),
        (1.2 * 1.8, {"cover": 1.0, "capability": 1.0, "intelligence": 1.0}, 0.5),
    ],
)
def test_chances_of_a_grab_worked_out_by_hand(front, attackers, set_, chance):
    world = front(denial=set_.get("denial", 0.25))
    sector, situation = world.situation.sectors[4], world.situation
    sector.terrain, sector.cover = set_.get("terrain", 1.0), set_.get("cover", 0.0)
    situation.intelligence, situation.capability = set_.get("intelligence", 0.0), set_.get("capability", 0.0)
    # strength is power times the share of it that stands there
    sector.russian_share, situation.russian_power = 0.2, attackers * 0.5
    sector.ukrainian_share, situation.ukrainian_power = 0.1, 1.0
    assert grab(world) == pytest.approx(chance, abs=1e-4)
