import numpy as np
import pytest

from reassure.agents.russia import CONDUCT
from reassure.agents.situation import ACT, NO_ATTACK
from reassure.agents.ukraine import KYIV
from reassure.model import incidents
from reassure.model.crisis import BY
from reassure.model.uncertainties import UNCERTAINTIES

COMPLY, COERCE, PROBE = CONDUCT


def plain(fresh, **set_):
    """A world of round numbers: no monitors, nobody there."""
    return fresh("bare_ceasefire", **{"monitors": 0, "contact_rate": 0.0015, "accident_rate": 0.00025, **set_})


# -- what quiet heals


def subsided(world, steps=1, friction_in_quiet=0.5, friction_under_pressure=0.25, normalised=0.9):
    """A world some steps later; these shares of the gaps are left after each."""
    pace = world.situation.pace
    pace.friction_in_quiet, pace.friction_under_pressure = friction_in_quiet, friction_under_pressure
    pace.normalised = normalised
    for _ in range(steps):
        incidents.subside(world)
    return world


def test_in_quiet_friction_falls_towards_a_tenth(fresh):
    assert subsided(plain(fresh)).field.friction == pytest.approx(0.55)
    assert subsided(plain(fresh), 200).field.friction == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("disturbed", "value"),
    [("conduct", COERCE), ("conduct", PROBE), ("crisis", 1), ("war", 1), ("clash", 1)],
)
def test_unquiet_times_bring_friction_and_grievance_back(fresh, disturbed, value):
    world = plain(fresh, normalisation=0.15)
    world.field[disturbed] = value
    world.field.friction, world.russia.normalised, world.field.quiet_weeks = 0.4, 0.5, 100.0
    subsided(world)
    assert world.field.friction == pytest.approx(0.85)  # a quarter of the gap to one is left
    assert world.russia.normalised == pytest.approx(0.45)
    assert world.field.quiet_weeks == 0.0


@pytest.mark.parametrize(
    ("quiet_weeks", "weeks", "after"),
    [(0.0, 1.0, 0.2), (25.0, 1.0, 0.2), (25.5, 0.5, 0.2), (25.5, 1.0, 0.202), (100.0, 1.0, 0.202), (100.0, 0.5, 0.201)],
)
def test_grievance_fades_after_half_a_year_of_quiet(fresh, quiet_weeks, weeks, after):
    world = plain(fresh, normalisation=0.104)  # a fifth of a per cent a week
    world.field.quiet_weeks, world.russia.normalised, world.weeks_per_step = quiet_weeks, 0.2, weeks
    subsided(world)
    assert world.field.quiet_weeks == quiet_weeks + weeks
    assert world.russia.normalised == pytest.approx(after)


def test_grievance_fades_to_nothing_and_no_further(fresh):
    world = plain(fresh, normalisation=0.15)
    world.field.quiet_weeks, world.russia.normalised = 500.0, 0.999
    assert subsided(world).russia.normalised == 1.0


def test_without_normalisation_grievance_never_fades(fresh):
    assert subsided(plain(fresh, normalisation=0), 300).russia.normalised == 0.0


def test_violations_subside_by_half_of_what_can_go_in_two_years(fresh):
    world = plain(fresh)
    for _ in range(104):
        incidents.subside(world)
    assert world.field.friction == pytest.approx(0.55)
    for _ in range(104):
        incidents.subside(world)
    assert world.field.friction == pytest.approx(0.325)


@pytest.mark.parametrize(("weeks", "friction", "normalised"), [(1, 0.185646, 0.495025), (10, 0.668909, 0.452419)])
def test_a_week_of_pressure_brings_back_a_tenth_of_the_violations_and_a_hundredth_of_the_grievance(
    fresh, weeks, friction, normalised
):
    # 1 - .9 e^(-weeks/10), .5 e^(-weeks/100)
    world = plain(fresh)
    world.field.friction, world.russia.normalised, world.field.conduct = 0.1, 0.5, COERCE
    for _ in range(weeks):
        incidents.subside(world)
    assert (world.field.friction, world.russia.normalised) == pytest.approx((friction, normalised), abs=1e-6)


# -- deadly contact


@pytest.mark.parametrize(
    ("conduct", "cities", "line", "troops", "chance"),
    [
        (COMPLY, 0, 1, 3.0, 0.00075),
        (COMPLY, 0, 1, 9.0, 0.001125),
        (COMPLY, 0, 1, 1.0, 0.000375),
        (COERCE, 0, 1, 3.0, 0.0015),
        (PROBE, 0, 1, 3.0, 0.0045),
        (PROBE, 1, 0, 3.0, 0.0018),  # C53: in the cities two fifths as often as on the line, in the rear a tenth
        (PROBE, 0, 0, 3.0, 0.00045),
        (PROBE, 0.3, 0.2, 3.0, 0.001665),
    ],
)
def test_deadly_contact_depends_on_moscows_conduct_and_on_where_the_force_stands(fresh, conduct, cities, line, troops, chance):
    for draw, met in ((0.98 * chance, 0.08), (1.02 * chance, 0.0)):
        world = plain(fresh, share_in_cities=cities, share_on_line=line)
        world.field.conduct, world.coalition.troops, world.luck.contact = conduct, troops, draw
        incidents.meet_by_accident(world)
        assert world.coalition.weariness == met


def test_half_a_step_brings_half_the_contact(fresh):
    for draw, met in ((0.0022, 0.08), (0.0023, 0.0)):
        world = plain(fresh, share_in_cities=0, share_on_line=1)
        world.field.conduct, world.coalition.troops, world.luck.contact, world.weeks_per_step = PROBE, 3.0, draw, 0.5
        incidents.meet_by_accident(world)
        assert world.coalition.weariness == met


def met(fresh, lucky, fight=(0.5, 1.0), **set_):
    """A world with deadly contact this week."""
    world = lucky(plain(fresh, share_in_cities=0, share_on_line=1, **set_), contact=[fight])
    world.coalition.troops, world.luck.contact = 10.0, 1e-9
    world.coalition.weariness, world.field.tension, world.field.attention = 0.2, 0.3, 0.4
    return world


def test_what_deadly_contact_leaves_behind(fresh, lucky):
    world = met(fresh, lucky)
    incidents.meet_by_accident(world)
    assert world.coalition.weariness == pytest.approx(0.28)
    assert world.field.tension == pytest.approx(0.35)
    assert world.field.attention == pytest.approx(0.43)
    assert (world.ladder.deed, world.field.pending_contact) == (6, 0)  # the rung of an attack on the force


def test_weariness_and_tension_stay_below_one(fresh, lucky):
    world = met(fresh, lucky)
    world.coalition.weariness = world.field.tension = 0.99
    incidents.meet_by_accident(world)
    assert (world.coalition.weariness, world.field.tension) == (1.0, 1.0)


@pytest.mark.parametrize(("draw", "pending"), [((0.05, 0.06), 1), ((0.06, 0.07), 0)])
def test_six_contacts_in_a_hundred_become_a_fight(fresh, lucky, draw, pending):
    world = met(fresh, lucky, draw)
    incidents.meet_by_accident(world)
    assert world.field.pending_contact == pending


@pytest.mark.parametrize(("troops", "meets"), [(0.0, False), (0.1, True)])
def test_nobody_there_meets_nobody(fresh, lucky, troops, meets):
    world = met(fresh, lucky)
    world.coalition.troops = troops
    incidents.meet_by_accident(world)
    assert (world.coalition.weariness > 0.2) == (world.ladder.deed > 0) == meets


@pytest.mark.parametrize(
    ("pending", "troops", "act"), [(1, 5.0, ACT.strike), (1, 0.1, ACT.strike), (1, 0.0, NO_ATTACK), (0, 5.0, NO_ATTACK)]
)
def test_a_contact_that_became_a_fight_is_answered_once(fresh, pending, troops, act):
    world = plain(fresh)
    world.field.pending_contact, world.coalition.troops = pending, troops
    assert incidents.contact_attack(world) == act
    assert world.field.pending_contact == 0
    assert incidents.contact_attack(world) == NO_ATTACK


# -- crises that nobody chose


@pytest.mark.parametrize(
    ("conduct", "kyiv", "monitors", "chance", "origin"),
    [
        (COMPLY, KYIV.restrain, 0, 0.00025, BY.accident),
        (COERCE, KYIV.restrain, 0, 0.0005, BY.accident),
        (PROBE, KYIV.retaliate, 0, 0.0015, BY.accident),
        (COMPLY, KYIV.press, 0, 0.00125, BY.kyiv),  # T31
        (PROBE, KYIV.press, 0, 0.0075, BY.kyiv),
        (COMPLY, KYIV.hedge, 1, 0.0001, BY.accident),  # C29
        (COMPLY, KYIV.restrain, 0.5, 0.000175, BY.accident),
    ],
)
def test_crises_that_nobody_chose(fresh, conduct, kyiv, monitors, chance, origin):
    for draw, began in ((0.98 * chance, origin), (1.02 * chance, 0)):
        world = plain(fresh, monitors=monitors)
        world.field.conduct, world.ukraine.conduct, world.luck.crisis = conduct, kyiv, draw
        incidents.stumble(world)
        assert (world.field.crisis, world.field.crisis_origin) == (began > 0, began)
        assert world.outcome.crises == (began > 0)


def test_half_a_step_brings_half_the_accidents(fresh):
    for draw, began in ((0.00012, 1), (0.00013, 0)):
        world = plain(fresh)
        world.luck.crisis, world.weeks_per_step = draw, 0.5
        incidents.stumble(world)
        assert world.field.crisis == began


def test_a_rate_means_as_many_as_a_poisson_process_brings(fresh):
    # at six in a hundred a week there is at least one crisis in 5.82 per cent of weeks
    for draw, began in ((0.058, 1), (0.059, 0)):
        world = plain(fresh, accident_rate=0.001, accidents_pressed=10)
        world.field.conduct, world.ukraine.conduct, world.luck.crisis = PROBE, KYIV.press, draw
        incidents.stumble(world)
        assert world.field.crisis == began


def test_in_a_crisis_nobody_stumbles_into_another(fresh):
    world = plain(fresh)
    world.field.crisis, world.field.crisis_weeks, world.field.crisis_origin = 1, 5.0, BY.moscow
    world.luck.crisis = 1e-9
    incidents.stumble(world)
    assert (world.field.crisis_weeks, world.field.crisis_origin, world.outcome.crises) == (5.0, BY.moscow, 0)


# -- what differs from future to future


@pytest.fixture(scope="module")
def futures(fresh):
    """What is drawn in many futures."""
    rows = [fresh("bare_ceasefire", run=run).uncertainties for run in range(150)]
    return {name: np.array([float(row[name]) for row in rows]) for name in ("normalisation", "contact_rate", "accident_rate")}


def test_grievance_may_not_fade_at_all_or_by_a_seventh_a_year(futures):
    found = futures["normalisation"]
    assert 0 <= found.min() < 0.005 and 0.145 < found.max() <= 0.15
    assert UNCERTAINTIES["normalisation"].default == 0.05  # a healing within a generation


@pytest.mark.parametrize(("name", "median"), [("contact_rate", 0.0015), ("accident_rate", 0.00025)])
def test_rates_without_data_are_drawn_within_a_factor_of_four(futures, name, median):
    found = futures[name]
    assert np.median(found) == pytest.approx(median, rel=0.15)
    assert np.log(found).std() == pytest.approx(0.7, rel=0.2)
    assert found.max() <= 4 * median


@pytest.mark.parametrize(
    ("name", "low", "high"), [("normalisation", 0, 0.15), ("contact_rate", 0, 0.006), ("accident_rate", 0, 0.001)]
)
def test_what_nobody_would_believe_is_not_drawn(name, low, high):
    declared = UNCERTAINTIES[name]
    assert (declared.low, declared.high) == (low, high)
