import numpy as np
import pytest

from reassure.model import reckoning
from reassure.model.outcomes import END, EVENT, MEANS


def week(world, step, deaths=0.0, violations=0.0):
    world.luck.step, world.week = step, step * world.weeks_per_step
    world.field.deaths, world.field.violations = deaths, violations
    reckoning.reckon(world)


@pytest.mark.parametrize(("deaths", "worst"), [(24.0 / 52, END.held), (26.0 / 52, END.simmering)])
def test_a_year_with_twenty_five_deaths_simmers(fresh, deaths, worst):
    world = fresh("bare_ceasefire")
    for step in range(260):
        week(world, step, deaths)
    assert world.outcome.worst == worst
    assert (world.outcome.first[EVENT.simmering] >= 0) == (worst == END.simmering)


@pytest.mark.parametrize("steps_per_week", range(1, 8))
def test_a_new_year_begins_with_no_deaths(fresh, steps_per_week):
    world = fresh("bare_ceasefire", steps_per_week=steps_per_week)
    for step in range(52 * steps_per_week * 3):
        week(world, step, deaths=20.0 / 52 / steps_per_week)
    assert world.outcome.deaths_this_year == 0.0
    assert world.outcome.worst == END.held


def test_sums_are_kept_over_the_weeks_lived(fresh):
    world = fresh(steps_per_week=2)
    world.coalition.troops, world.coalition.joiners, world.russia.belief = 12.0, 6, 0.4
    for step in range(20):
        week(world, step, deaths=1.0, violations=100.0)
    sums = dict(zip([declared.name for declared in MEANS], world.outcome.sums, strict=True))
    assert world.outcome.weeks == 10.0
    assert (sums["violations_per_year"], sums["deaths_per_year"]) == (2000.0, 20.0)
    assert (sums["troops"], sums["joiners"], sums["belief"]) == pytest.approx((120.0, 60.0, 4.0))


def test_nothing_is_summed_once_the_war_is_on(fresh):
    world = fresh()
    world.field.war, world.field.war_weeks = 1, 3.0
    week(world, 30, deaths=5.0)
    assert world.outcome.weeks == 0.0
    assert not np.any(world.outcome.sums)


@pytest.mark.parametrize(
    ("field", "gains", "hostility"),
    [
        ({}, 0, 0.0),
        ({"conduct": 1}, 0, 0.4),
        ({"conduct": 2}, 0, 0.7),
        ({}, 1, 0.8),
        ({"crisis": 1}, 0, 0.9),
        ({"clash": 1}, 0, 1.0),
    ],
)
def test_allies_read_moscow_by_what_it_does(fresh, field, gains, hostility):
    world = fresh()
    for name, value in field.items():
        world.field[name] = value
    world.russia.gains = gains
    assert reckoning.shown_hostility(world) == hostility
    for _ in range(200):
        reckoning.fade(world)
    assert world.coalition.hostility == pytest.approx(hostility, abs=1e-4)


def test_moods_fade(fresh):
    world = fresh(weariness_half_life=52)
    world.field.tension = world.coalition.weariness = 1.0
    for _ in range(52):
        reckoning.fade(world)
    assert world.field.tension == pytest.approx(np.exp(-0.03 * 52))
    assert world.coalition.weariness == pytest.approx(0.5)
