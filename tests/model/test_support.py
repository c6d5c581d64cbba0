import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.model import support
from reassure.model.uncertainties import UNCERTAINTIES


@pytest.mark.parametrize(
    ("name", "low", "usual", "high"),
    [
        ("reconstitution_years", 2, 5, 10),  # A32: minimum viable in two, Denmark's five, Norway's ten
        ("attention_half_life", 78, 156, 400),  # a year and a half, three years, the better part of a decade
        ("sanctions_cost", 0, 0.3, 0.5),  # A44: wide, from nothing at all
    ],
)
def test_what_nobody_knows_of_support_is_drawn_from_what_is_argued(name, low, usual, high):
    declared = UNCERTAINTIES[name]
    assert (declared.low, declared.default, declared.high) == (low, usual, high)


def test_both_armies_begin_where_the_war_left_them(fresh):
    # A29, A30: about six tenths of what Russia had in early 2022
    world = fresh("bare_ceasefire")
    assert (world.field.russian_power, world.field.ukrainian_power, world.field.attention) == (0.6, 0.62, 1.0)


@pytest.mark.parametrize("years", [2, 5, 10])
def test_russia_is_rebuilt_when_its_clock_says(fresh, years):
    # A32; linear, in full without sanctions
    world = fresh("bare_ceasefire", sanctions=0, reconstitution_years=years)
    after = [support.russian_power_after(0.6, 52.0 * year, world.levers, 1.0, world.uncertainties) for year in range(years + 2)]
    assert after == pytest.approx([*np.linspace(0.6, 1.15, years + 1), 1.15])


@pytest.mark.parametrize(
    ("sanctions", "attention", "pace", "top"),
    [
        (0, 1.0, 0.55 / 260, 1.15),
        (1, 1.0, 0.4125 / 260, 0.8625),  # a quarter slower, to a level a quarter lower
        (1, 0.0, 0.495 / 260, 1.035),  # without attention four tenths of the sanctions are kept up
        (0.5, 1.0, 0.48125 / 260, 1.00625),
    ],
)
def test_sanctions_slow_and_lower_reconstitution(fresh, sanctions, attention, pace, top):
    world = fresh("bare_ceasefire", sanctions=sanctions, sanctions_automatic=0, reconstitution_years=5)
    assert support.russian_growth(world.levers, attention, world.uncertainties) == pytest.approx((pace, top))
    assert support.russian_power_after(0.6, 52.0 * 20, world.levers, attention, world.uncertainties) == pytest.approx(top)


def test_an_army_above_its_ceiling_does_not_grow(fresh):
    world = fresh("bare_ceasefire", russian_start=1.2, russian_ceiling=0.8)
    assert support.russian_power_after(1.2, 100.0, world.levers, 1.0, world.uncertainties) == 1.2
    assert support.russian_growth(world.levers, 1.0, world.uncertainties)[0] == 0.0


@given(st.floats(0.3, 1.1), st.floats(1, 100), st.floats(1, 100))
def test_two_spells_build_as_much_as_one(fresh, power, one, other):
    world = fresh("bare_ceasefire")
    growth = world.levers, 0.7, world.uncertainties
    twice = support.russian_power_after(support.russian_power_after(power, one, *growth), other, *growth)
    assert twice == pytest.approx(support.russian_power_after(power, one + other, *growth), abs=1e-12)


@pytest.mark.parametrize(
    ("arms", "attention", "delivered", "works", "level"),
    [
        (0, 1.0, 0.5, 0.0, 0.55),  # by itself
        (1, 1.0, 1.0, 0.0, 1.0),  # an army as large as Russia's of early 2022
        (1, 1.0, 0.0, 0.0, 0.7975),  # nine twentieths of the arms are American
        (1, 0.0, 1.0, 0.0, 0.685),  # three tenths of the arms outlive attention
        (0, 1.0, 0.0, 1.0, 0.6),  # field works
        (1, 1.0, 1.0, 1.0, 1.05),
    ],
)
def test_what_ukraine_can_sustain(fresh, arms, attention, delivered, works, level):
    # C30, C45
    world = fresh("bare_ceasefire", arms=arms)
    power = support.ukrainian_power_after(0.6, 0.0, works, world.levers, attention, delivered, world.uncertainties)
    assert power == pytest.approx(level, abs=1e-9)
    half_way = support.ukrainian_power_after(0.6, 0.5, works, world.levers, attention, delivered, world.uncertainties)
    assert half_way == pytest.approx((0.6 + level) / 2)


@pytest.mark.parametrize("steps_per_week", [1, 3])
def test_a_year_and_a_bit_of_rebuilding(fresh, steps_per_week):
    # Ukraine's gap to what it can sustain shrinks to 1/e in sixty weeks; troops without number hold attention where it is
    world = fresh(
        "bare_ceasefire", sanctions=0, arms=1, reconstitution_years=5, steps_per_week=steps_per_week, attention_presence=1
    )
    world.coalition.troops, world.united_states.delivered, world.ukraine.works = 1e12, 0.0, 1.0
    for _ in range(60 * steps_per_week):
        support.fade_and_rebuild(world)
    assert world.field.attention == pytest.approx(1.0)
    assert world.field.ukrainian_power == pytest.approx(0.8475 + (0.62 - 0.8475) / np.e)
    assert world.field.russian_power == pytest.approx(0.6 + 60 * 0.55 / 260)


@pytest.mark.parametrize(("troops", "bound"), [(0.0, 1.0), (6.0, 0.65), (18.0, 0.475), (1e9, 0.3)])
def test_troops_bind_attention(fresh, troops, bound):
    world = fresh("bare_ceasefire", attention_half_life=100)
    world.coalition.troops = troops
    for _ in range(100):
        support.fade_and_rebuild(world)
    assert world.field.attention == pytest.approx(0.5**bound)


def test_attention_fades_by_the_week_and_not_by_the_step(fresh):
    world = fresh("bare_ceasefire", attention_half_life=100, steps_per_week=4)
    for _ in range(40):
        support.fade_and_rebuild(world)
    assert world.field.attention == pytest.approx(0.5**0.1)


@pytest.mark.parametrize(("attention", "held"), [(1.5, 1.0), (-0.5, 0.0)])
def test_attention_is_between_none_and_all(fresh, attention, held):
    world = fresh("bare_ceasefire")
    world.field.attention = attention
    support.fade_and_rebuild(world)
    assert world.field.attention == held


@pytest.mark.parametrize(("power", "held"), [(0.0, 0.05), (9.0, 2.0)])
def test_armies_neither_vanish_nor_grow_without_end(fresh, power, held):
    world = fresh("bare_ceasefire")
    world.field.russian_power = world.field.ukrainian_power = power
    support.fade_and_rebuild(world)
    assert (world.field.russian_power, world.field.ukrainian_power) == (held, held)


def test_in_a_general_war_nobody_rebuilds_but_attention_fades(fresh):
    world = fresh("bare_ceasefire", attention_half_life=100)
    world.field.war = 1
    before = float(world.field.russian_power), float(world.field.ukrainian_power)
    support.fade_and_rebuild(world)
    assert (world.field.russian_power, world.field.ukrainian_power) == before
    assert world.field.attention == pytest.approx(0.5**0.01)


@pytest.mark.parametrize(
    ("automatic", "attention", "kept"), [(0, 1.0, 1.0), (0, 0.0, 0.4), (1, 0.0, 0.7), (0.5, 0.5, 0.775), (1, 0.5, 0.85)]
)
def test_sanctions_that_snap_back_need_less_attention(fresh, automatic, attention, kept):
    world = fresh("bare_ceasefire", sanctions=0.8, sanctions_automatic=automatic)
    assert support.sanctions_in_force(world.levers, attention, world.uncertainties) == pytest.approx(0.8 * kept)


@pytest.mark.parametrize(
    ("sanctions", "automatic", "isolation", "attention", "punishment"),
    [
        (0, 0, 0, 1.0, 0.0),
        (1, 1, 0, 1.0, 0.3),
        (1, 0, 0, 1.0, 0.15),  # what needs a new decision counts half
        (0.5, 1, 0, 1.0, 0.15),
        (1, 1, 0, 0.0, 0.21),  # faded
        (1, 0.5, 0, 0.0, 0.12375),
        (0, 0, 1, 0.0, 0.08),  # C36: weakly
        (1, 1, 0.5, 1.0, 0.34),
    ],
)
def test_punishment_is_sanctions_and_isolation(fresh, sanctions, automatic, isolation, attention, punishment):
    world = fresh("bare_ceasefire", sanctions=sanctions, sanctions_automatic=automatic, isolation=isolation, sanctions_cost=0.3)
    assert support.punishment(world.levers, attention, world.uncertainties) == pytest.approx(punishment)


@pytest.mark.parametrize(("attention", "arms"), [(1.0, 0.6), (0.0, 0.18), (0.5, 0.39)])
def test_arms_follow_attention_in_part(fresh, attention, arms):
    world = fresh("bare_ceasefire", arms=0.6)
    assert support.arms_reaching(world.levers, attention, world.uncertainties) == pytest.approx(arms)


@pytest.mark.parametrize(("before", "change", "after"), [(0.5, 0.2, 0.7), (0.9, 0.2, 1.0), (0.5, -0.2, 0.3), (0.1, -0.2, 0.0)])
def test_deeds_stir_attention_up_to_all_of_it(fresh, before, change, after):
    field = fresh("bare_ceasefire").field
    field.attention = before
    support.stir_attention(field, change)
    assert field.attention == pytest.approx(after)
