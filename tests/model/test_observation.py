import math

import numpy as np
import pytest

from reassure.agents.commitment import STATUS
from reassure.agents.profiles import ALLIES
from reassure.agents.united_states import WASHINGTON
from reassure.model import observation
from reassure.model.credibility import fighting_capability
from reassure.model.crisis import BY
from reassure.model.outcomes import EVENT


def cover(world):
    return np.array([sector.cover for sector in world.situation.sectors[:8]])


@pytest.mark.parametrize("troops", [1.0, 10.0, 40.0])
def test_posture_decides_what_an_offensive_touches(seen, troops):
    # C27, C53
    rear, cities, line = (
        cover(seen(troops=troops, share_in_cities=share, share_on_line=near)) for share, near in ((0, 0), (1, 0), (0, 1))
    )
    assert not rear.any()
    assert cities.argmax() == 6  # Odesa: most protection for its length
    assert (cities[2:4] == 0).all()  # no city is guarded in Luhansk and Donetsk
    assert np.ptp(line[:7]) < 1e-12
    assert line[7] == cities[7] == 0.0
    assert (cities <= 1).all() and (line <= 1).all()


@pytest.mark.parametrize(
    ("line", "cities", "frontage", "share", "cover"),
    [
        (0.4, 0.0, 0.2, 0.3, 0.306172),  # ten thousand: .4 (1 - exp(-1.45))
        (0.0, 0.5, 0.2, 0.3, 0.443196),  # at one and a half times the mean density
        (0.4, 0.5, 0.2, 0.3, 0.749368),
        (0.0, 0.5, 0.6, 0.3, 0.257838),  # thinly spread
        (0.0, 0.5, 0.2, 0.0, 0.0),
        (0.4, 0.5, 0.0, 0.3, 0.0),
        (0.9, 0.9, 0.1, 0.9, 1.0),
    ],
)
def test_what_ten_thousand_cover(seen, line, cities, frontage, share, cover):
    world = seen()
    world.levers.share_on_line, world.levers.share_in_cities = line, cities
    sector = world.situation.sectors[0]
    sector.frontage, sector.city_share = frontage, share
    assert observation.cover_of(sector, 10.0, world.levers, world.uncertainties) == pytest.approx(cover, abs=2e-6)


def test_nobody_there_touches_nobody(seen):
    world = seen(troops=0.0, share_on_line=0.3)
    assert not cover(world).any()
    assert world.situation.touch_war == 0.0


def test_a_sector_split_in_two_has_the_cover_of_the_whole(seen):
    world = seen(troops=12.0, share_on_line=0.3)
    half = world.situation.sectors[0].copy()
    half.frontage, half.city_share = half.frontage / 2, half.city_share / 2
    assert observation.cover_of(half, 12.0, world.levers, world.uncertainties) == pytest.approx(
        world.situation.sectors[0].cover, abs=1e-15
    )


@pytest.mark.parametrize(("cities", "line", "most"), [(0, 0, 0.35), (1, 0, 0.8), (0, 1, 0.95), (0.5, 0.5, 0.875)])
def test_missiles_reach_even_the_rear(seen, cities, line, most):
    world = seen(share_in_cities=cities, share_on_line=line)
    assert observation.touch_of_war(3.0, world.levers, world.uncertainties) == pytest.approx(most / 2)
    assert observation.touch_of_war(9.0, world.levers, world.uncertainties) == pytest.approx(0.75 * most)
    assert observation.touch_of_war(1e9, world.levers, world.uncertainties) == pytest.approx(most)


@pytest.mark.parametrize(
    ("authorised", "mandate_end", "troops", "kept"),
    [(1, 1000.0, 20.0, 1.0), (1, 30.0, 20.0, 0.65), (0, 30.0, 0.0, 1.0), (1, 62.0, 20.0, 1.0), (1, 61.0, 20.0, 0.65)],
)
def test_what_everyone_can_expect_in_a_year(seen, authorised, mandate_end, troops, kept):
    world = seen(troops=20.0)
    world.coalition.authorised, world.coalition.mandate_end, world.week = authorised, mandate_end, 10.0
    observation.observe(world)
    observation.look_ahead(world)
    assert world.situation.troops_later == pytest.approx(troops * kept)
    assert world.situation.legal_later == pytest.approx(world.situation.legal * kept)


@pytest.mark.parametrize(
    ("start", "ramp", "troops"),
    [(4, 26, 25.0), (40, 26, 5.0 + 25.0 * 12 / 26), (52, 26, 5.0), (520, 1, 5.0), (0, 104, 5.0 + 25.0 * 52 / 104)],
)
def test_what_is_expected_in_a_year_is_what_the_schedule_brings_until_then(seen, start, ramp, troops):
    world = seen(troops=5.0, deploy_start=start, weeks_to_deploy=ramp)
    world.coalition.promised_troops, world.coalition.mandate_end = 25.0, 1000.0
    observation.observe(world)
    observation.look_ahead(world)
    assert world.situation.troops_later == world.situation.expected == pytest.approx(troops)


def test_announced_troops_are_expected(seen):
    world = seen(troops=5.0)
    world.coalition.promised_troops, world.coalition.mandate_end = 25.0, 1000.0
    observation.observe(world)
    observation.look_ahead(world)
    assert world.situation.troops_later == 25.0
    assert world.situation.capability_later > world.situation.capability
    assert world.situation.touch_war_later > world.situation.touch_war


def test_troops_that_are_being_taken_home_are_expected_to_be_gone(seen):
    world = seen(troops=5.0)
    world.coalition.promised_troops, world.coalition.mandate_end = 2.0, 1000.0
    observation.observe(world)
    observation.look_ahead(world)
    assert world.situation.troops_later == 2.0


def test_a_year_ahead_in_figures(seen):
    world = seen(
        "bare_ceasefire",
        troops=9.0,
        arms=1,
        sanctions=0,
        reconstitution_years=5,
        share_in_cities=1,
        us_air_steady=0.5,
        us_intelligence=1,
    )
    world.coalition.mandate_end, world.united_states.delivered, world.ukraine.works = 1000.0, 0.0, 1.0
    situation = world.situation
    situation.backing = 0.25
    observation.look_ahead(world)
    assert situation.touch_war_later == pytest.approx(0.75 * 0.8)
    assert situation.russian_power_later == pytest.approx(0.6 + 0.55 / 5)
    assert situation.ukrainian_power_later == pytest.approx(0.8475 + (0.62 - 0.8475) * math.exp(-52 / 60))
    capability = fighting_capability(9.0, 0.5, 0.25, world.levers, world.uncertainties)
    assert situation.capability_later == pytest.approx(capability)


@pytest.mark.parametrize(
    ("where", "value", "seen_as"),
    [
        (("coalition", "promised_troops"), 7.0, "expected"),
        (("coalition", "troops"), 7.0, "troops"),
        (("coalition", "contributors"), 7, "contributors"),
        (("coalition", "mission"), 1, "mission"),
        (("coalition", "authorised"), 0, "presence_allowed"),
        (("coalition", "weariness"), 0.7, "weariness"),
        (("coalition", "hostility"), 0.7, "hostility"),
        (("field", "russian_power"), 0.7, "russian_power"),
        (("field", "ukrainian_power"), 0.7, "ukrainian_power"),
        (("field", "attention"), 0.7, "attention"),
        (("field", "tension"), 0.7, "tension"),
        (("field", "conduct"), 2, "conduct"),
        (("field", "crisis"), 1, "crisis"),
        (("field", "crisis_weeks"), 7.0, "crisis_weeks"),
        (("field", "conceded"), 1, "conceded"),
        (("ukraine", "hedge"), 0.7, "hedge"),
        (("ukraine", "confidence"), 0.7, "confidence"),
        (("united_states", "delivered"), 0.7, "backing"),
    ],
)
def test_what_is_the_case_is_seen(seen, where, value, seen_as):
    world = seen()
    before = world.situation[seen_as]
    world[where[0]][where[1]] = value
    observation.observe(world)
    assert world.situation[seen_as] == value != before


def test_the_clock_is_seen(fresh):
    world = fresh(steps_per_week=2)
    world.week = 13.5
    observation.observe_field(world)
    assert (world.situation.week, world.situation.weeks_per_step) == (13.5, 0.5)


@pytest.mark.parametrize(
    ("seen_as", "worth"),
    [("intelligence", 0.35), ("air", 0.2), ("air_defence", 0.15), ("basing", 0.05), ("backing", 0.5), ("stood_behind", 0.36)],
)
def test_what_washington_delivers_is_seen(seen, seen_as, worth):
    # half of what is promised
    world = seen(us_intelligence=0.7, us_air_steady=0.4, us_air_defence=0.3, us_basing=0.1, us_backstop=0.6)
    world.united_states.delivered = 0.5
    observation.observe(world)
    assert world.situation[seen_as] == pytest.approx(worth)


@pytest.mark.parametrize(("seen_as", "worth"), [("arms", 0.39), ("sanctions", 0.38), ("punishment", 0.1118)])
def test_support_that_fades_is_seen_to_fade(seen, seen_as, worth):
    # with half the attention: .6 (.3 + .7 / 2); .5 (.52 + .48 / 2); .3 x .38 x .7 and .4 of .08
    world = seen(arms=0.6, sanctions=0.5, sanctions_automatic=0.4, isolation=0.4, sanctions_cost=0.3)
    world.field.attention = 0.5
    observation.observe(world)
    assert world.situation[seen_as] == pytest.approx(worth)


@pytest.mark.parametrize(
    ("code", "status", "britain", "france"),
    [
        ("GBR", STATUS.pledged, 1.0, 0.0),
        ("GBR", STATUS.deployed, 1.0, 0.0),
        ("FRA", STATUS.pledged, 0.0, 1.0),
        ("FRA", STATUS.deployed, 0.0, 1.0),
        ("EST", STATUS.deployed, 0.0, 0.0),
        ("GBR", STATUS.supporting, 0.0, 0.0),
        ("FRA", STATUS.supporting, 0.0, 0.0),
    ],
)
def test_everyone_looks_at_the_two_leaders(seen, code, status, britain, france):
    # C5, C24
    world = seen()
    world.allies["status"] = STATUS.out
    place = next(index for index, profile in enumerate(ALLIES) if profile.iso3 == code)
    world.allies[place].status = status
    world.situation.britain_in = world.situation.france_in = 0.5
    observation.observe(world)
    assert (world.situation.britain_in, world.situation.france_in) == (britain, france)


def test_those_who_have_committed_are_seen_as_a_share_of_all(seen):
    world = seen()
    world.coalition.committed = 31
    observation.observe(world)
    assert world.situation.share_in == 1.0


@pytest.mark.parametrize(("mission", "authorised", "pending"), [("on", -1, 1), ("on", 20, 0), ("off", -1, 0)])
def test_a_mission_is_pending_until_it_is_authorised(seen, mission, authorised, pending):
    world = seen(nato_mission=mission)
    world.outcome.first[EVENT.authorisation], world.situation.mission_pending = authorised, 1 - pending
    observation.observe(world)
    assert world.situation.mission_pending == pending


def test_law_and_what_is_overdue_are_seen(seen):
    world = seen(legal_form="time_limited", deploy_start=4, weeks_to_deploy=26)
    world.coalition.legal_share, world.coalition.announced, world.week = 0.5, 20.0, 50.0
    world.outcome.first[EVENT.authorisation] = 24
    observation.observe(world)
    assert world.situation.legal == pytest.approx(0.3)
    assert world.situation.overdue == pytest.approx(0.5)  # thirteen weeks into the ramp, which began late


def test_cover_is_worked_out_anew_when_the_force_has_changed(seen):
    world = seen(troops=10.0)
    cover_of_ten, touch_of_ten = cover(world), float(world.situation.touch_war)
    world.situation.sectors["cover"], world.situation.touch_war = 0.5, 0.5
    observation.observe(world)
    assert (cover(world) == 0.5).all() and world.situation.touch_war == 0.5
    world.situation.troops = 9.0
    observation.observe(world)
    assert (cover(world) == cover_of_ten).all() and world.situation.touch_war == touch_of_ten
    assert world.situation.troops == 10.0


@pytest.mark.parametrize(
    ("stance", "air", "backing"),
    [
        (-1, 0.4, 0.8),
        (WASHINGTON.back, 0.8, 1.0),  # everything, and the surge
        (WASHINGTON.restrain, 0.4, 0.4),  # half of what was delivered
        (WASHINGTON.concede, 0.4, 0.4),
    ],
)
def test_in_a_crisis_deliveries_follow_the_stance(seen, stance, air, backing):
    world = seen(troops=12.0, us_air_steady=0.4, us_air_surge=0.8, us_basing=1)
    world.united_states.delivered, world.united_states.stance_in_crisis = 0.8, stance
    observation.observe(world)
    capability = fighting_capability(12.0, air, backing, world.levers, world.uncertainties)
    assert world.coalition.capability == world.situation.capability == pytest.approx(capability)


@pytest.mark.parametrize(("delivered", "backing"), [(3.0, 1.0), (-3.0, 0.0)])
def test_what_is_delivered_in_a_crisis_is_between_nothing_and_all(seen, delivered, backing):
    world = seen(troops=12.0)
    world.united_states.delivered, world.united_states.stance_in_crisis = delivered, WASHINGTON.restrain
    observation.observe(world)
    capability = fighting_capability(12.0, world.levers.us_air_steady, backing, world.levers, world.uncertainties)
    assert world.coalition.capability == pytest.approx(capability)


def test_both_armies_are_expected_to_rebuild(seen):
    world = seen("bare_ceasefire", arms=1)
    situation = world.situation
    assert situation.russian_power_later > situation.russian_power
    assert situation.ukrainian_power_later > situation.ukrainian_power


@pytest.mark.parametrize(("origin", "began"), [(0, 0), (BY.accident, 0), (BY.kyiv, 1)])
def test_everyone_knows_whether_kyiv_began_it(seen, origin, began):
    world = seen()
    world.field.crisis, world.field.crisis_origin = 1, origin
    world.situation.kyiv_began = 1 - began
    observation.observe(world)
    assert world.situation.kyiv_began == began


@pytest.mark.parametrize(
    ("origin", "own", "gathered"), [(0, 0, 0), (BY.moscow, 1, 1), (BY.accident, 0, 0), (BY.kyiv, 0, 0), (BY.grab, 1, 0)]
)
def test_moscow_knows_whose_crisis_it_is_and_whether_an_army_stands_ready(seen, origin, own, gathered):
    world = seen()
    world.field.crisis, world.field.crisis_origin = min(origin, 1), origin
    world.situation.own_making, world.situation.gathered = 1 - own, 1 - gathered
    observation.observe(world)
    assert (world.situation.own_making, world.situation.gathered) == (own, gathered)


@pytest.mark.parametrize(("war", "clash", "fighting"), [(0, 0, 0), (1, 0, 1), (0, 1, 1)])
def test_a_fight_is_seen(seen, war, clash, fighting):
    world = seen()
    world.field.war, world.field.clash, world.situation.fighting = war, clash, 1 - fighting
    observation.observe(world)
    assert world.situation.fighting == fighting


def test_agents_see_nothing_of_the_luck_to_come():
    from reassure.agents.situation import SITUATION

    assert not {"mindset", "will", "national_will", "luck", "leaning", "effectiveness"} & set(SITUATION.names)
