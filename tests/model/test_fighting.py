import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents.campaign import victory_chance
from reassure.model import fighting
from reassure.model.fighting import GROUND_LOST_IN_DEFEAT, square_law
from reassure.model.outcomes import END, EVENT
from reassure.model.theatre import SECTOR_NAMES

STRENGTH = st.floats(0.3, 3.0)
RATE = st.floats(0.005, 0.2)


def test_published_example_of_the_square_law():
    # X13: 1,000 against 800 of equal quality leaves 600 when the last defender falls at t = 109.861229
    attacker, defender = square_law(1000.0, 800.0, 0.01, 0.01, 109.861229)
    assert attacker == pytest.approx(600.0, abs=1e-4)
    assert defender == pytest.approx(0.0, abs=1e-4)


def test_three_to_one_costs_the_attacker_one_in_seventeen():
    # X14: 5.719 per cent
    gone = math.atanh(1 / 3) / 0.01
    attacker, defender = square_law(3.0, 1.0, 0.01, 0.01, gone)
    assert defender == pytest.approx(0.0, abs=1e-9)
    assert 1 - attacker / 3 == pytest.approx(0.05719, abs=1e-5)


@given(STRENGTH, STRENGTH, RATE, RATE, st.floats(0.1, 4.0))
def test_the_difference_of_squares_is_kept(attacker, defender, kills, losses, weeks):
    left, right = square_law(attacker, defender, kills, losses, weeks)
    if left > 0 and right > 0:
        assert kills * left**2 - losses * right**2 == pytest.approx(kills * attacker**2 - losses * defender**2, abs=1e-12)


@given(STRENGTH, STRENGTH, RATE, RATE, st.floats(0.1, 2.0))
def test_two_half_steps_are_one_step(attacker, defender, kills, losses, weeks):
    whole = square_law(attacker, defender, kills, losses, weeks)
    half = square_law(*square_law(attacker, defender, kills, losses, weeks / 2), kills, losses, weeks / 2)
    if min(whole) > 0:
        assert half == pytest.approx(whole, abs=1e-12)


def fight(world, effectiveness=None, limit=400):
    """A war to its end; weeks it took."""
    fighting.open_war(world)
    if effectiveness is not None:
        world.field.effectiveness = effectiveness
    weeks = 0
    while not world.over and weeks < limit:
        fighting.fight_war(world)
        weeks += 1
    return weeks


@pytest.mark.parametrize("step", [1, 2])
@pytest.mark.parametrize(("russian", "ukrainian"), [(0.9, 0.6), (0.7, 0.6), (1.2, 0.6)])
def test_moscow_wins_as_often_as_it_weighed(seen, russian, ukrainian, step):
    world = seen("bare_ceasefire")
    weighed = victory_chance(russian, ukrainian, 1.6, 2.2)
    won = 0
    for run in range(600):
        world.luck.run, world.luck.step, world.over = run, 7, 0
        world.weeks_per_step = 1.0 / step
        world.field.russian_power, world.field.ukrainian_power = russian, ukrainian
        world.situation.intelligence = world.situation.air_defence = 0.0
        gains = int(world.russia.gains)
        fight(world)
        won += world.russia.gains > gains
    assert won / 600 == pytest.approx(weighed, abs=4 * math.sqrt(weighed * (1 - weighed) / 600))


@pytest.mark.parametrize("hair", [-1e-3, 1e-3])
@pytest.mark.parametrize("attrition", [0.005, 0.06])
def test_near_parity_the_hair_decides(seen, hair, attrition):
    world = seen("bare_ceasefire", attrition=attrition)
    world.field.russian_power = world.field.ukrainian_power = 0.8
    world.situation.intelligence = world.situation.air_defence = 0.0
    fight(world, effectiveness=math.sqrt(1.6) * (1 + hair))
    assert world.over == 1
    assert (world.russia.gains > 0) == (hair > 0 and world.field.war_weeks < 104)


@pytest.mark.parametrize("effectiveness", [math.exp(-4), math.exp(4)])
def test_the_most_one_sided_war_stays_finite(seen, effectiveness):
    world = seen("bare_ceasefire", attrition=0.06, war_certainty=1.5)
    fight(world, effectiveness)
    assert np.isfinite([world.field.attacker, world.field.defender, world.field.russian_power, world.field.ukrainian_power]).all()
    assert (world.russia.gains == GROUND_LOST_IN_DEFEAT) == (effectiveness > 1)


def test_both_armies_shrink_by_what_the_war_costs_them(seen):
    world = seen("bare_ceasefire")
    world.field.russian_power, world.field.ukrainian_power = 0.9, 0.6
    fighting.open_war(world)
    start = float(world.field.defender)
    for _ in range(5):
        fighting.fight_war(world)
    assert world.field.russian_power == world.field.attacker
    assert world.field.ukrainian_power == pytest.approx(0.6 * world.field.defender / start)


def test_defeat_costs_the_ground_worth_most(seen):
    world = seen("bare_ceasefire")
    fight(world, effectiveness=4.0)
    lost = {SECTOR_NAMES[index] for index, sector in enumerate(world.situation.sectors[:8]) if sector.lost}
    assert lost == {"donetsk", "zaporizhzhia", "sumy_kharkiv"}
    assert world.outcome.worst == END.renewed_war
    assert world.outcome.first[EVENT.renewed_war] == world.outcome.first[EVENT.erosion] == 0


def test_an_undecided_war_ends_after_two_years(seen):
    world = seen("bare_ceasefire", attrition=0.005, breaking_point=0.7)
    world.field.russian_power, world.field.ukrainian_power = 0.8, 0.8
    assert fight(world, effectiveness=math.sqrt(1.6)) == 104
    assert world.russia.gains == 0


def test_ground_lost_once_is_worth_half_and_counted_each_time(seen):
    world = seen("bare_ceasefire")
    value = float(world.situation.sectors[3].value)
    fighting.lose_ground(world, 3)
    fighting.lose_ground(world, 3)
    assert world.situation.sectors[3].value == value / 2
    assert world.russia.gains == 2
    assert world.outcome.worst == END.eroded


@pytest.mark.parametrize("fights", [0, 1])
def test_the_coalition_adds_its_weight_only_if_it_fights(seen, fights):
    world = seen(troops=20.0)
    world.coalition.fights = fights
    fighting.open_war(world)
    alone = seen(troops=20.0)
    fighting.open_war(alone)
    assert (world.field.defender > alone.field.defender) == (fights == 1)


def clash_of(seen, runs, **set_):
    """How clashes short of war end within a year: spread, war, settled."""
    ends = []
    for run in range(runs):
        if run == 0:
            world = seen(troops=20.0, **set_)
        world.luck.run, world.over = run, 0
        world.field.war = world.field.clash_weeks = 0
        world.outcome.first[:] = -1
        fighting.open_clash(world)
        for week in range(52):
            world.luck.step = week
            fighting.fight_clash(world)
            if world.over or world.field.war or not world.field.clash:
                break
        ends.append(
            "spread"
            if world.outcome.first[EVENT.wider_war] >= 0
            else "war"
            if world.field.war
            else "settled"
            if not world.field.clash
            else "on"
        )
    return {end: ends.count(end) / runs for end in set(ends)}


def test_how_a_clash_ends(seen):
    ends = clash_of(seen, 500, wider_war_rate=0.002)
    assert ends["war"] == pytest.approx(0.03 / (0.03 + 0.125), abs=0.07)
    assert ends.get("on", 0) < 0.01


def test_a_clash_spreads_faster_at_a_higher_rate(seen):
    slow, fast = (clash_of(seen, 400, wider_war_rate=rate).get("spread", 0) for rate in (0.002, 0.02))
    assert fast > 3 * slow > 0


def test_a_clash_is_worse_than_a_war_and_a_wider_war_worse_still(seen):
    world = seen(troops=20.0)
    fighting.open_clash(world)
    fighting.open_war(world)
    assert world.outcome.worst == END.clash
    assert world.outcome.first[EVENT.clash] == world.outcome.first[EVENT.renewed_war] == 0
    assert (world.field.tension, world.field.crisis) == (1.0, 0)
    assert END.wider_war > END.clash > END.renewed_war
