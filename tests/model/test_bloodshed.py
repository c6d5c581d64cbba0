import numpy as np
import pytest

from reassure.agents import grievance, ukraine
from reassure.agents.choice import begin
from reassure.agents.ukraine import KYIV, KYIV_TERM
from reassure.model import bloodshed
from reassure.model.future import FIVE_YEARS
from reassure.model.observation import observe
from reassure.model.outcomes import EVENT, failed
from reassure.model.reckoning import fade
from reassure.model.scenario import load
from reassure.runs.ensemble.futures import Policy, play

SIZES = ("weariness_bloodshed", "hostility_bloodshed", "confidence_bloodshed", "kyiv_provoked_by_deaths", "grievance_bloodshed")


@pytest.mark.parametrize("steps_per_week", [1, 4])
def test_half_a_year_of_killing_is_half_remembered(fresh, steps_per_week):
    world = fresh("bare_ceasefire", steps_per_week=steps_per_week)
    world.field.deaths = 2.0 / steps_per_week
    for _ in range(26 * steps_per_week):
        bloodshed.remember_deaths(world)
    assert world.field.bloodshed == pytest.approx(52.0)  # half of two a week, a year's worth
    world.field.deaths = 0.0
    for _ in range(52 * steps_per_week):
        bloodshed.remember_deaths(world)
    assert world.field.bloodshed == pytest.approx(13.0)


@pytest.mark.parametrize(("deaths", "felt"), [(0.0, 0.0), (25.0, 0.2), (100.0, 0.5), (400.0, 0.8)])
def test_the_killing_is_felt_by_the_logarithm_of_the_dead(fresh, deaths, felt):
    world = fresh("bare_ceasefire")
    world.field.bloodshed = deaths
    observe(world)
    assert world.situation.bloodshed == pytest.approx(felt)


def faded(world, felt, weeks):
    world.situation.bloodshed = felt
    for _ in range(weeks):
        fade(world)
    return world.coalition


@pytest.mark.parametrize(("felt", "weary", "hostile"), [(0.0, 0.0, 0.0), (0.5, 0.001, 0.15), (1.0, 0.002, 0.3)])
def test_deaths_tire_the_coalition_and_alarm_it(fresh, felt, weary, hostile):
    # T18, C21
    assert faded(fresh(), felt, 1).weariness == pytest.approx(weary)
    assert faded(fresh(), felt, 300).hostility == pytest.approx(hostile, abs=1e-4)


def test_half_a_step_of_deaths_tires_half_as_much(fresh):
    assert faded(fresh(steps_per_week=2), 1.0, 1).weariness == pytest.approx(0.001)


def test_nobody_is_wearier_than_altogether(fresh):
    world = fresh(weariness_half_life=156)
    world.coalition.weariness = 1.0
    assert faded(world, 1.0, 1).weariness < 1.0
    assert faded(fresh(weariness_half_life=156, weariness_bloodshed=0.006), 1.0, 5000).weariness == 1.0


def test_who_already_shows_all_hostility_shows_no_more(fresh):
    world = fresh()
    world.field.war = 1
    assert faded(world, 1.0, 300).hostility == pytest.approx(1.0)


def kyiv(world, felt):
    """Kyiv's confidence in log odds, and how provoked it feels."""
    world.situation.bloodshed = felt
    share = ukraine.warranted_confidence(world.situation, 0.0, world.levers, world.uncertainties)
    begin(world.ukraine.decision, 0, 0)
    ukraine.weigh(world.ukraine, world.situation, world.levers, world.uncertainties)
    return np.log(share / (1 - share)), float(world.ukraine.decision.terms[KYIV.hedge, KYIV_TERM.provocation])


@pytest.mark.parametrize("felt", [0.25, 1.0])
def test_deaths_take_kyivs_confidence_and_provoke_it(seen, felt):
    world = seen("bare_ceasefire")
    (before, calm), (after, provoked) = kyiv(world, 0.0), kyiv(world, felt)
    assert (after - before, provoked - calm) == pytest.approx((-0.4 * felt, 0.15 * felt))


@pytest.mark.parametrize(("felt", "normalised", "minds"), [(0.0, 0.0, 0.0), (0.5, 0.0, 0.02), (1.0, 0.0, 0.04), (1.0, 0.5, 0.02)])
def test_deaths_harden_moscow(seen, felt, normalised, minds):
    world = seen("bare_ceasefire", mindset="opportunist", fear_size=0, affront_size=0)
    world.situation.bloodshed, world.russia.normalised = felt, normalised
    grievance.resent(world.russia, world.situation, world.levers, world.uncertainties)
    assert world.russia.grievance == pytest.approx(minds)


def wars_and_failures(runs=3000, **pins):
    outcomes = play(Policy(load("bare_ceasefire").with_pins(pins), FIVE_YEARS), runs, 1)
    return np.mean(outcomes["first"][:, EVENT.renewed_war] >= 0), np.mean(failed(outcomes["worst"])), outcomes["confidence"].mean()


def test_a_bloodier_ceasefire_fails_more_often():
    calm, bloody = wars_and_failures(violations_base=300), wars_and_failures(violations_base=6000)
    assert bloody[0] > calm[0] + 0.005
    assert bloody[1] > calm[1] + 0.005
    assert bloody[2] < calm[2] - 0.02


def test_violence_that_nobody_feels_changes_nothing_but_the_count():
    unfelt = dict.fromkeys(SIZES, 0.0)
    assert wars_and_failures(500, violations_base=100, **unfelt) == wars_and_failures(500, violations_base=6000, **unfelt)


def test_where_nobody_dies_nothing_of_it_is_felt(fresh):
    world = fresh("bare_ceasefire")
    world.field.violations = 5000.0
    for _ in range(50):
        bloodshed.remember_deaths(world)
    observe(world)
    assert (world.field.bloodshed, world.situation.bloodshed) == (0.0, 0.0)
