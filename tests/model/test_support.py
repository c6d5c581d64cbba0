import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.model import support


@pytest.mark.parametrize("years", [2, 5, 10])
def test_russia_is_rebuilt_when_its_clock_says(fresh, years):
    # A32; linear, in full without sanctions
    world = fresh("bare_ceasefire", sanctions=0, reconstitution_years=years)
    after = [support.russian_power_after(0.6, 52.0 * year, world.levers, 1.0, world.uncertainties) for year in range(years + 2)]
    assert after == pytest.approx([*np.linspace(0.6, 1.15, years + 1), 1.15])


def test_sanctions_slow_and_lower_reconstitution(fresh):
    free, held = (
        fresh("bare_ceasefire", sanctions=0, reconstitution_years=5),
        fresh("bare_ceasefire", sanctions=1, reconstitution_years=5),
    )
    powers = [support.russian_power_after(0.6, 52.0 * 20, world.levers, 1.0, world.uncertainties) for world in (free, held)]
    assert powers == pytest.approx([1.15, 1.15 * 0.75])
    paces = [support.russian_growth(world.levers, 1.0, world.uncertainties)[0] for world in (free, held)]
    assert paces[1] == pytest.approx(0.75 * paces[0])


def test_an_army_above_its_ceiling_does_not_grow(fresh):
    world = fresh("bare_ceasefire", russian_start=1.2, russian_ceiling=0.8)
    assert support.russian_power_after(1.2, 100.0, world.levers, 1.0, world.uncertainties) == 1.2


@given(st.floats(0.3, 1.1), st.floats(1, 100), st.floats(1, 100))
def test_two_spells_build_as_much_as_one(fresh, power, one, other):
    world = fresh("bare_ceasefire")
    growth = world.levers, 0.7, world.uncertainties
    twice = support.russian_power_after(support.russian_power_after(power, one, *growth), other, *growth)
    assert twice == pytest.approx(support.russian_power_after(power, one + other, *growth), abs=1e-12)


@pytest.mark.parametrize(
    ("arms", "delivered", "works", "level"),
    [(0, 0.5, 0.0, 0.55), (1, 1.0, 0.0, 1.0), (1, 0.0, 0.0, 0.55 + 0.45 * 0.55), (0, 0.0, 1.0, 0.6)],
)
def test_what_ukraine_can_sustain(fresh, arms, delivered, works, level):
    # C30, C45
    world = fresh("bare_ceasefire", arms=arms)
    power = support.ukrainian_power_after(0.6, 0.0, works, world.levers, 1.0, delivered, world.uncertainties)
    assert power == pytest.approx(level, abs=1e-6)


@pytest.mark.parametrize(("troops", "bound"), [(0.0, 1.0), (6.0, 0.65), (1e9, 0.3)])
def test_troops_bind_attention(fresh, troops, bound):
    world = fresh("bare_ceasefire", attention_half_life=100)
    world.coalition.troops = troops
    for _ in range(100):
        support.fade_and_rebuild(world)
    assert world.field.attention == pytest.approx(0.5**bound)


def test_in_a_general_war_nobody_rebuilds(fresh):
    world = fresh("bare_ceasefire")
    world.field.war = 1
    before = float(world.field.russian_power), float(world.field.ukrainian_power)
    support.fade_and_rebuild(world)
    assert (world.field.russian_power, world.field.ukrainian_power) == before


@pytest.mark.parametrize(("automatic", "attention", "kept"), [(0, 1.0, 1.0), (0, 0.0, 0.4), (1, 0.0, 0.7), (0.5, 0.5, 0.775)])
def test_sanctions_that_snap_back_need_less_attention(fresh, automatic, attention, kept):
    world = fresh("bare_ceasefire", sanctions=0.8, sanctions_automatic=automatic)
    assert support.sanctions_in_force(world.levers, attention, world.uncertainties) == pytest.approx(0.8 * kept)


def test_punishment_is_sanctions_and_isolation(fresh):
    world = fresh("bare_ceasefire", sanctions=1, sanctions_automatic=1, isolation=1, sanctions_cost=0.3, isolation_cost=0.08)
    assert support.punishment(world.levers, 1.0, world.uncertainties) == pytest.approx(0.38)


@pytest.mark.parametrize(("attention", "arms"), [(1.0, 0.6), (0.0, 0.18)])
def test_arms_follow_attention_in_part(fresh, attention, arms):
    world = fresh("bare_ceasefire", arms=0.6)
    assert support.arms_reaching(world.levers, attention, world.uncertainties) == pytest.approx(arms)
