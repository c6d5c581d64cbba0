import numpy as np
import pytest

from reassure.agents.choice import NOTHING
from reassure.agents.russia import CONDUCT
from reassure.model import reckoning
from reassure.model.outcomes import END, EVENT, MEANS
from reassure.model.uncertainties import UNCERTAINTIES


def week(world, step, deaths=0.0, violations=0.0):
    world.luck.step, world.week = step, step * world.weeks_per_step
    world.field.deaths, world.field.violations = deaths, violations
    reckoning.reckon(world)


@pytest.mark.parametrize(
    ("years", "before", "counted", "worst", "week_noted"),
    [
        (0, 24.0, 1, END.held, NOTHING),  # the codebook's violence is recurrent: one such year is not enough
        (1, 23.0, 1, END.held, NOTHING),
        (1, 24.0, 2, END.simmering, 67),
        (1, 24.5, 2, END.simmering, 67),
        (1, 25.0, 1, END.held, NOTHING),  # a year counts once
        (2, 24.0, 3, END.simmering, 67),
    ],
)
def test_the_twenty_fifth_death_of_a_second_year_makes_it_simmer(fresh, years, before, counted, worst, week_noted):
    world = fresh("bare_ceasefire")
    world.outcome.deaths_this_year, world.outcome.deathly_years = before, years
    week(world, 67, deaths=1.0)
    assert world.outcome.deathly_years == counted
    assert (world.outcome.worst, world.outcome.first[EVENT.simmering]) == (worst, week_noted)


@pytest.mark.parametrize(
    ("deaths", "deathly", "worst", "week_noted"), [(24.0 / 52, 0, END.held, NOTHING), (25.5 / 52, 5, END.simmering, 102)]
)
def test_years_with_twenty_five_deaths_simmer_from_the_second_on(fresh, deaths, deathly, worst, week_noted):
    world = fresh("bare_ceasefire")
    for step in range(260):
        week(world, step, deaths)
    assert (world.outcome.worst, world.outcome.deathly_years) == (worst, deathly)
    assert world.outcome.first[EVENT.simmering] == week_noted


@pytest.mark.parametrize(("gap", "worst"), [(1, END.simmering), (4, END.simmering), (0, END.held)])
def test_the_two_years_need_not_follow_each_other(fresh, gap, worst):
    world = fresh("bare_ceasefire")
    for step in range(260):
        week(world, step, 30.0 if step in {10, 20 + 52 * gap} else 0.0)
    assert world.outcome.worst == worst


@pytest.mark.parametrize("steps_per_week", range(1, 8))
def test_a_new_year_begins_with_no_deaths(fresh, steps_per_week):
    world = fresh("bare_ceasefire", steps_per_week=steps_per_week)
    for step in range(52 * steps_per_week * 3):
        week(world, step, deaths=20.0 / 52 / steps_per_week)
    assert world.outcome.deaths_this_year == 0.0
    assert world.outcome.worst == END.held
    week(world, 52 * steps_per_week * 3, deaths=1.0)
    assert world.outcome.deaths_this_year == 1.0


@pytest.mark.parametrize("steps_per_week", [1, 3, 7])
def test_deaths_of_january_and_october_are_of_one_year(fresh, steps_per_week):
    world = fresh("bare_ceasefire", steps_per_week=steps_per_week)
    for step in range(52 * steps_per_week):
        week(world, step, deaths=13.0 if step in {0, 40 * steps_per_week} else 0.0)
        assert world.outcome.deathly_years == (step >= 40 * steps_per_week)
    assert world.outcome.deaths_this_year == 0.0


def test_sums_are_kept_over_the_weeks_lived(fresh):
    world = fresh(steps_per_week=2)
    world.coalition.troops, world.coalition.joiners, world.russia.belief = 12.0, 6, 0.4
    world.ukraine.confidence, world.coalition.promised_answer, world.coalition.believed_answer = 0.7, 0.9, 0.6
    for step in range(20):
        week(world, step, deaths=1.0, violations=100.0)
    sums = dict(zip([declared.name for declared in MEANS], world.outcome.sums, strict=True))
    assert world.outcome.weeks == 10.0
    assert (sums["violations_per_year"], sums["deaths_per_year"]) == (2000.0, 20.0)
    assert (sums["troops"], sums["joiners"], sums["belief"]) == pytest.approx((120.0, 60.0, 4.0))
    assert (sums["kyiv_confidence"], sums["credibility_gap"]) == pytest.approx((7.0, 3.0))
    assert sums["believed_answer"] == pytest.approx(6.0)


def test_a_second_week_is_added_to_the_first(fresh):
    world = fresh()
    world.outcome.sums[:] = 100.0
    world.outcome.weeks = world.outcome.deaths_this_year = 3.0
    world.coalition.troops = world.coalition.joiners = world.russia.belief = world.ukraine.confidence = 1
    world.coalition.promised_answer, world.coalition.believed_answer = 1.5, 0.5
    week(world, 3, deaths=1.0, violations=1.0)
    assert world.outcome.sums.tolist() == [101.0] * 7 + [100.5]
    assert (world.outcome.weeks, world.outcome.deaths_this_year) == (4.0, 4.0)


@pytest.mark.parametrize(
    ("war", "war_weeks", "summed"), [(1, 3.0, False), (1, 1.5, False), (1, 1.0, True), (1, 0.0, True), (0, 3.0, True)]
)
def test_nothing_is_summed_once_the_war_is_on(fresh, war, war_weeks, summed):
    # the week in which it breaks out still counts
    world = fresh()
    world.field.war, world.field.war_weeks = war, war_weeks
    week(world, 30, deaths=5.0)
    assert world.outcome.weeks == (1.0 if summed else 0.0)
    assert np.any(world.outcome.sums) == summed


@pytest.mark.parametrize(
    ("field", "gains", "hostility"),
    [
        ({}, 0, 0.0),
        ({"conduct": CONDUCT.comply}, 0, 0.0),
        ({"conduct": CONDUCT.coerce}, 0, 0.4),
        ({"conduct": CONDUCT.probe}, 0, 0.7),
        ({"conduct": CONDUCT.coerce}, 1, 1.0),
        ({"conduct": CONDUCT.probe}, 2, 1.0),
        ({"crisis": 1}, 0, 1.0),
        ({"clash": 1, "crisis": 1}, 0, 1.0),
        ({"war": 1}, 1, 1.0),
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


def test_the_allies_learn_in_some_twenty_weeks(fresh):
    world = fresh()
    world.field.war, world.coalition.hostility = 1, 0.2
    for _ in range(20):
        reckoning.fade(world)
    assert world.coalition.hostility == pytest.approx(1.0 - 0.8 / np.e)


def test_moods_fade(fresh):
    world = fresh(weariness_half_life=52)
    world.field.tension = world.coalition.weariness = 1.0
    for _ in range(52):
        reckoning.fade(world)
    assert world.field.tension == pytest.approx(np.exp(-0.03 * 52))
    assert world.coalition.weariness == pytest.approx(0.5)


def test_weariness_is_forgotten_in_one_to_three_years():
    declared = UNCERTAINTIES["weariness_half_life"]
    assert (declared.low, declared.default, declared.high) == (52, 87, 156)
