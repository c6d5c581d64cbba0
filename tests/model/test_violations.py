import numpy as np
import pytest

from reassure.agents.chance import deal_mishaps, wavering
from reassure.agents.russia import CONDUCT
from reassure.agents.ukraine import KYIV
from reassure.model import violations
from reassure.model.uncertainties import UNCERTAINTIES as DECLARED

COMPLY, COERCE, PROBE = CONDUCT


def plain(fresh, **set_):
    """A world of round numbers: no monitors, nobody there."""
    return fresh("bare_ceasefire", **{"monitors": 0, "violations_base": 1000, "deaths_per_violation": 0.001, **set_})


def counted(world, runs=300, conduct=COMPLY):
    """Mean violations and deaths of a week."""
    world.field.conduct = conduct
    found = []
    for run in range(runs):
        world.luck.run = run
        deal_mishaps(world.luck)
        violations.count_violations(world)
        found.append((float(world.field.violations), float(world.field.deaths)))
    return np.mean(found, axis=0)


@pytest.mark.parametrize(
    ("conduct", "tension", "low", "high"),
    [
        (COMPLY, 0.0, 5_000, 98 / 2 * 365),  # A33: fewer than in a weekend of December 2020
        (COERCE, 0.1, 80_000, 110_000),  # A34: 94 thousand in 2021
        (PROBE, 0.2, 320_000, 401_000),  # A33, A34: 2016 and 2017
    ],
)
def test_one_scale_runs_from_calm_to_the_worst_years_that_monitors_counted(fresh, conduct, tension, low, high):
    world = plain(fresh, monitors=0.7, violations_base=DECLARED["violations_base"].default)
    world.field.tension = tension
    assert low < counted(world, conduct=conduct)[0] * 52 < high


@pytest.mark.parametrize(
    ("conduct", "monitors", "low", "high"),
    [
        (COMPLY, 0.0, 2, 15),
        (COERCE, 0.7, 25, 60),
        (PROBE, 0.7, 120, 240),  # some 300, give or take 100, in the twenty months to August 2020
    ],
)
def test_a_ceasefire_that_both_keep_can_hold(fresh, conduct, monitors, low, high):
    # the codebook's 25 deaths a year lie above a year of compliance and below one of pressure
    drawn = {name: DECLARED[name].default for name in ("violations_base", "deaths_per_violation")}
    assert low < counted(plain(fresh, monitors=monitors, **drawn), conduct=conduct)[1] * 52 < high


@pytest.mark.parametrize(("noise", "counted_"), [(0.0, 923.1163), (1.0, 1377.1278), (-1.0, 618.7834), (0.2, 1000.0)])
def test_violations_waver_from_week_to_week_by_half_as_much_again(fresh, noise, counted_):
    # e^(.4 z - .08)
    world = plain(fresh)
    world.luck.violations_noise = noise
    violations.count_violations(world)
    assert world.field.violations == pytest.approx(counted_)


def test_noise_keeps_the_mean_of_violations(fresh):
    world = plain(fresh)
    found = []
    for high in range(1024, 65536, 2048):
        for low in range(1024, 65536, 2048):
            world.luck.violations_noise = wavering((high << 16) + low)
            violations.count_violations(world)
            found.append(float(world.field.violations))
    assert np.mean(found) == pytest.approx(1000, rel=0.005)


def quiet(world):
    """The violations of a week without noise."""
    world.luck.violations_noise = 0.2  # half the spread of the logarithm
    violations.count_violations(world)
    return float(world.field.violations)


@pytest.mark.parametrize(
    ("set_", "conduct", "kyiv", "friction", "tension", "troops", "a_week"),
    [
        ({}, COMPLY, KYIV.restrain, 1.0, 0.0, 0.0, 1000),
        ({}, COERCE, KYIV.restrain, 1.0, 0.0, 0.0, 6000),
        ({}, PROBE, KYIV.restrain, 1.0, 0.0, 0.0, 24000),
        ({}, COMPLY, KYIV.retaliate, 1.0, 0.0, 0.0, 1300),
        ({}, COMPLY, KYIV.press, 1.0, 0.0, 0.0, 1300),
        ({}, COMPLY, KYIV.hedge, 1.0, 0.0, 0.0, 1000),
        ({}, COMPLY, KYIV.fortify, 1.0, 0.0, 0.0, 1000),
        ({}, COMPLY, KYIV.restrain, 0.3, 0.0, 0.0, 300),
        ({}, COMPLY, KYIV.restrain, 1.0, 0.4, 0.0, 1200),
        ({}, COMPLY, KYIV.restrain, 1.0, 1.0, 0.0, 1500),
        ({"monitors": 1}, COMPLY, KYIV.restrain, 1.0, 0.0, 0.0, 500),  # A34: 55 per cent fewer after July 2020
        ({"monitors": 0.6}, COMPLY, KYIV.restrain, 1.0, 0.0, 0.0, 700),
        ({"violations_base": 3000}, COMPLY, KYIV.restrain, 1.0, 0.0, 0.0, 3000),
        # C29 and the wager of 2.6: a force on the line adds contact, one in the rear does not
        ({"share_on_line": 1, "share_in_cities": 0}, COMPLY, KYIV.restrain, 1.0, 0.0, 0.0, 1000),
        ({"share_on_line": 1, "share_in_cities": 0}, COMPLY, KYIV.restrain, 1.0, 0.0, 3.0, 1250),
        ({"share_on_line": 1, "share_in_cities": 0}, COMPLY, KYIV.restrain, 1.0, 0.0, 9.0, 1375),
        ({"share_on_line": 0.5, "share_in_cities": 0}, COMPLY, KYIV.restrain, 1.0, 0.0, 3.0, 1125),
        ({"share_on_line": 0, "share_in_cities": 1}, COMPLY, KYIV.restrain, 1.0, 0.0, 9.0, 1000),
        ({"monitors": 1, "share_on_line": 1, "share_in_cities": 0}, PROBE, KYIV.press, 0.5, 1.0, 3.0, 14625),
    ],
)
def test_what_multiplies_violations(fresh, set_, conduct, kyiv, friction, tension, troops, a_week):
    world = plain(fresh, **set_)
    world.field.conduct, world.field.friction, world.field.tension = conduct, friction, tension
    world.ukraine.conduct, world.coalition.troops = kyiv, troops
    assert quiet(world) == pytest.approx(a_week)
    world.weeks_per_step = 0.5
    assert quiet(world) == pytest.approx(a_week / 2)


@pytest.mark.parametrize(("conduct", "deaths"), [(COMPLY, 0.5), (COERCE, 3.0), (PROBE, 14.4)])
def test_deaths_follow_violations_by_moscows_conduct(fresh, conduct, deaths):
    # a thousand violations, times 1, 6 and 24; one death in two thousand, two thousand and 1,667
    world = plain(fresh)
    world.field.conduct = conduct
    quiet(world)
    assert world.field.deaths == pytest.approx(deaths)


@pytest.mark.parametrize("weeks", [1.0, 0.5])
@pytest.mark.parametrize(("base", "rung"), [(0.349, 0), (0.351, 1)])
def test_what_december_2020_counted_in_a_week_is_the_end_of_calm(fresh, weeks, base, rung):
    world = plain(fresh)
    world.field.friction, world.weeks_per_step = base, weeks
    quiet(world)
    assert world.ladder.deed == rung


@pytest.fixture(scope="module")
def futures(fresh):
    """What is drawn in many futures."""
    rows = [fresh("bare_ceasefire", run=run).uncertainties for run in range(150)]
    return {name: np.array([float(row[name]) for row in rows]) for name in ("violations_base", "deaths_per_violation")}


@pytest.mark.parametrize(
    ("name", "median", "spread", "low", "high"),
    [("violations_base", 400, 0.4, 100, 6000), ("deaths_per_violation", 0.0009, 0.5, 0.0002, 0.006)],
)
def test_no_two_ceasefires_are_equally_violent(futures, name, median, spread, low, high):
    assert np.median(futures[name]) == pytest.approx(median, rel=0.15)
    assert np.log(futures[name]).std() == pytest.approx(spread, rel=0.2)
    assert (DECLARED[name].low, DECLARED[name].high) == (low, high)
