import numpy as np
import pytest

from reassure.agents.chance import deal_mishaps, wavering
from reassure.agents.situation import ACT, NO_ATTACK
from reassure.agents.ukraine import KYIV
from reassure.model import incidents
from reassure.model.crisis import BY_ACCIDENT, BY_KYIV

CALM, COERCED, PROBED = range(3)


def counted(world, runs=300, conduct=CALM, kyiv=KYIV.restrain, friction=1.0):
    """Mean violations and deaths of a week."""
    world.field.conduct, world.ukraine.conduct, world.field.friction = conduct, kyiv, friction
    found = []
    for run in range(runs):
        world.luck.run = run
        deal_mishaps(world.luck)
        incidents.count_violations(world)
        found.append((float(world.field.violations), float(world.field.deaths)))
    return np.mean(found, axis=0)


def plain(fresh, **set_):
    return fresh("bare_ceasefire", violations_base=1500, deaths_per_violation=0.0012, **{"monitors": 0, **set_})


def test_a_bare_ceasefire_is_on_the_scale_of_the_counts(fresh):
    # A33, A34: 94 to 401 thousand a year
    kept, harassed, tested = (
        counted(fresh("bare_ceasefire", monitors=0.7), conduct=conduct)[0] * 52 for conduct in (CALM, COERCED, PROBED)
    )
    assert kept < 94_000 < harassed < 401_000 < tested


def test_noise_keeps_the_mean_of_violations(fresh):
    world = plain(fresh)
    violations = []
    for high in range(512, 65536, 1024):
        for low in range(512, 65536, 1024):
            world.luck.violations_noise = wavering((high << 16) + low)
            incidents.count_violations(world)
            violations.append(float(world.field.violations))
    world.luck.violations_noise = 0.5 * incidents.WAVERING
    incidents.count_violations(world)
    assert np.mean(violations) == pytest.approx(float(world.field.violations), rel=0.002)


@pytest.mark.parametrize(
    ("change", "factor"),
    [
        ({"conduct": COERCED}, 2.0),
        ({"conduct": PROBED}, 6.0),
        ({"kyiv": KYIV.retaliate}, 1.3),
        ({"kyiv": KYIV.press}, 1.3),
        ({"friction": 0.5}, 0.5),
    ],
)
def test_what_multiplies_violations(fresh, change, factor):
    assert counted(plain(fresh), **change)[0] == pytest.approx(factor * counted(plain(fresh))[0])


@pytest.mark.parametrize(("monitors", "factor"), [(0, 1.0), (1, 0.5), (0.6, 0.7)])
def test_monitors_lower_violations(fresh, monitors, factor):
    assert counted(plain(fresh, monitors=monitors))[0] == pytest.approx(factor * counted(plain(fresh))[0])


def test_a_force_on_the_line_raises_contact_and_one_in_the_rear_does_not(fresh):
    # C29 and the wager of 2.6
    found = []
    for line in (0, 1):
        world = plain(fresh, share_in_cities=0, share_on_line=line)
        world.coalition.troops = 3.0
        found.append(counted(world)[0] / counted(plain(fresh))[0])
    assert found == pytest.approx([1.0, 1.25])


def test_deaths_come_from_heavy_weapons(fresh):
    rates = [np.divide(*counted(plain(fresh), conduct=conduct)[::-1]) for conduct in (CALM, COERCED, PROBED)]
    assert rates == pytest.approx([0.00024, 0.0006, 0.0018])


def test_a_ceasefire_that_both_keep_can_hold(fresh):
    # the codebook's 25 deaths a year lie above a year of compliance and below one of pressure
    assert counted(plain(fresh))[1] * 52 < 25 < counted(plain(fresh), conduct=COERCED)[1] * 52


def test_half_a_step_brings_half_the_violations(fresh):
    world = plain(fresh)
    whole = counted(world)[0]
    world.weeks_per_step = 0.5
    assert counted(world)[0] == pytest.approx(whole / 2)


def test_friction_subsides_by_half_in_its_half_life_and_comes_back_at_once(fresh):
    world = plain(fresh, quiet_half_life=104, normalisation=0.1)
    for _ in range(104):
        incidents.subside(world)
    assert world.field.friction == pytest.approx(0.1 + 0.9 / 2)
    assert world.field.quiet_weeks == 104
    assert world.russia.normalised == pytest.approx(0.1 * (104 - 26) / 52)
    world.field.conduct = COERCED
    for _ in range(30):
        incidents.subside(world)
    assert world.field.friction > 0.95
    assert world.field.quiet_weeks == 0


@pytest.mark.parametrize("disturbed", [{"conduct": COERCED}, {"crisis": 1}, {"war": 1}, {"clash": 1}])
def test_grievance_does_not_fade_in_unquiet_times(fresh, disturbed):
    world = plain(fresh, normalisation=0.15)
    for name, value in disturbed.items():
        world.field[name] = value
    for _ in range(100):
        incidents.subside(world)
    assert world.russia.normalised == 0.0


def test_without_normalisation_grievance_never_fades(fresh):
    world = plain(fresh, normalisation=0)
    for _ in range(300):
        incidents.subside(world)
    assert world.russia.normalised == 0.0


def contacts(world, runs=4000):
    """Shares of weeks with deadly contact, and of contacts that become fights."""
    contact = fights = 0
    for run in range(runs):
        world.luck.run = run
        deal_mishaps(world.luck)
        world.coalition.weariness = world.field.pending_contact = 0
        incidents.meet_by_accident(world)
        contact += world.coalition.weariness > 0
        fights += world.field.pending_contact
    return contact / runs, fights / max(contact, 1)


def test_deadly_contact_comes_at_its_rate_and_seldom_becomes_a_fight(fresh):
    world = plain(fresh, contact_rate=0.006, share_in_cities=0, share_on_line=1)
    world.coalition.troops = 1e9
    world.field.conduct = PROBED
    contact, fights = contacts(world)
    assert contact == pytest.approx(1 - np.exp(-0.036), abs=4 * np.sqrt(0.036 / 4000))
    assert 0.01 < fights < 0.16


@pytest.mark.parametrize(("cities", "line", "exposure"), [(0, 1, 1.0), (1, 0, 0.4), (0, 0, 0.1)])
def test_contact_depends_on_where_the_force_stands(fresh, cities, line, exposure):
    world = plain(fresh, contact_rate=0.006, share_in_cities=cities, share_on_line=line)
    world.coalition.troops = 1e9
    world.field.conduct = PROBED
    expected = 0.036 * exposure
    assert contacts(world)[0] == pytest.approx(expected, abs=4 * np.sqrt(expected / 4000))


def test_nobody_there_meets_nobody(fresh):
    assert contacts(plain(fresh, contact_rate=0.006), 200) == (0.0, 0.0)


@pytest.mark.parametrize(("pending", "troops", "act"), [(1, 5.0, ACT.strike), (1, 0.0, NO_ATTACK), (0, 5.0, NO_ATTACK)])
def test_a_contact_that_became_a_fight_is_answered_once(fresh, pending, troops, act):
    world = plain(fresh)
    world.field.pending_contact, world.coalition.troops = pending, troops
    assert incidents.contact_attack(world) == act
    assert incidents.contact_attack(world) == NO_ATTACK


def stumbles(world, runs=3000):
    origins = []
    for run in range(runs):
        world.luck.run = run
        deal_mishaps(world.luck)
        world.field.crisis = world.field.crisis_origin = 0
        incidents.stumble(world)
        origins.append(int(world.field.crisis_origin))
    return origins.count(BY_ACCIDENT) / runs, origins.count(BY_KYIV) / runs


@pytest.mark.parametrize(
    ("kyiv", "conduct", "rate"), [(KYIV.restrain, CALM, 0.001), (KYIV.restrain, PROBED, 0.006), (KYIV.press, PROBED, 0.03)]
)
def test_crises_that_nobody_chose(fresh, kyiv, conduct, rate):
    world = plain(fresh, accident_rate=0.001)
    world.ukraine.conduct, world.field.conduct = kyiv, conduct
    by_accident, by_kyiv = stumbles(world)
    assert by_accident + by_kyiv == pytest.approx(rate, abs=4 * np.sqrt(rate / 3000))
    assert (by_kyiv > 0) == (kyiv == KYIV.press)


def test_monitors_lower_misreading(fresh):
    rates = []
    for monitors in (0, 1):
        world = plain(fresh, accident_rate=0.001, monitors=monitors)
        world.field.conduct = PROBED
        rates.append(sum(stumbles(world)))
    assert rates[1] < 0.7 * rates[0]


def test_in_a_crisis_nobody_stumbles_into_another(fresh):
    world = plain(fresh, accident_rate=0.001)
    world.field.crisis, world.field.crisis_weeks = 1, 5.0
    for run in range(300):
        world.luck.run = run
        deal_mishaps(world.luck)
        incidents.stumble(world)
    assert (world.field.crisis_weeks, world.outcome.crises) == (5.0, 0)
