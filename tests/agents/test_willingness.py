import numpy as np
import pytest

from reassure.agents import willingness as rules
from reassure.agents.commitment import STATUS
from reassure.agents.profiles import ALLIES, STANCE
from reassure.agents.willingness import JOIN_TERM, TERMS

INDEX = {profile.iso3: index for index, profile in enumerate(ALLIES)}


def ally(world, code):
    return world.allies[INDEX[code]]


def willing(world, code="FRA", **situation):
    """An ally's willingness, with something of the situation changed."""
    for name, value in situation.items():
        world.situation[name] = value
    each = ally(world, code)
    rules.weigh_mood(world.coalition.mood, world.situation, float(world.coalition.will), world.levers, world.uncertainties)
    up = rules.odds_of_a_step_up(each, world.coalition.mood, world.situation)
    rules.account_for_willingness(each, world.coalition.mood, world.uncertainties)
    assert each.willingness == pytest.approx(each.reasons.sum())
    assert up == pytest.approx(np.exp(world.uncertainties.join_precision * each.willingness))
    return float(each.willingness)


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"britain_in": 1.0}, 1),  # C5, T19
        ({"share_in": 0.5}, 1),  # Granovetter
        ({"tension": 0.8}, -1),  # C22
        ({"weariness": 0.8}, -1),
        ({"hostility": 0.9}, 1),  # C21
        ({"backing": 1.0}, 1),  # C8
        ({"backing": 0.0}, -1),
        ({"mission": 1}, 1),
    ],
)
def test_what_moves_a_government(seen, change, sign):
    assert (willing(seen(), **change) - willing(seen())) * sign > 0.05


@pytest.mark.parametrize(("form", "clarity"), [("none", 0.0), ("political", 0.0), ("time_limited", 0.15), ("treaty", -0.4)])
def test_a_clear_mandate_eases_and_a_treaty_frightens(seen, form, clarity):
    # C6, C42
    world = seen(legal_form=form)
    willing(world)
    assert ally(world, "FRA").reasons[JOIN_TERM.legal_clarity] == clarity


def test_stances_order_the_governments(seen):
    world = seen()
    assert willing(world, "GBR") > willing(world, "DNK") > willing(world, "HUN")
    assert willing(world, "HUN") < -4.6 < willing(world, "DEU")


def test_who_is_in_stays_where_he_would_not_have_come(seen):
    world = seen()
    each = ally(world, "FRA")
    outside = willing(world)
    each.status = STATUS.deployed
    assert willing(world) == pytest.approx(outside + 0.6)


def test_a_threat_has_a_part_of_its_own_and_a_part_for_all(seen):
    # C21: nearness to the war, and what Moscow's conduct shows
    calm, hostile = seen(), seen()
    willing(calm, "EST")
    near = ally(calm, "EST").reasons[JOIN_TERM.threat]
    willing(hostile, "EST", hostility=0.9)
    willing(calm, "PRT")
    assert ally(hostile, "EST").reasons[JOIN_TERM.threat] > near > ally(calm, "PRT").reasons[JOIN_TERM.threat]


@pytest.mark.parametrize("score", ["stance", "threat", "opinion", "cost"])
def test_what_is_a_states_own_waits_for_it_to_be_weighed(seen, score):
    world = seen()
    before = willing(world)
    ally(world, "FRA")[score] += 0.5
    assert willing(world) == before
    rules.weigh_nation(ally(world, "FRA"), world.uncertainties)
    assert (willing(world) > before) == (score != "cost")


@pytest.mark.parametrize(
    ("set_", "situation", "term", "worth"),
    [
        ({}, {}, JOIN_TERM.base, -2.4),
        ({}, {"hostility": 0.5}, JOIN_TERM.threat, 1.1 * 0.3 * 0.5),
        ({"us_backstop": 0.5}, {"backing": 0.8}, JOIN_TERM.backstop, 0.44 * 0.4),
        ({}, {"britain_in": 1.0, "france_in": 1.0}, JOIN_TERM.leaders, 1.3),
        ({}, {"britain_in": 1.0, "france_in": 0.0}, JOIN_TERM.leaders, 0.65),
        ({}, {"britain_in": 0.0, "france_in": 0.0}, JOIN_TERM.leaders, 0.0),
        ({}, {"share_in": 0.5}, JOIN_TERM.contagion, 1.5),
        ({}, {"share_in": 0.1}, JOIN_TERM.contagion, 0.3),
        ({}, {"tension": 0.0, "weariness": 1.0}, JOIN_TERM.escalation, -0.4),
        ({"rules_of_engagement": 1.0}, {"tension": 0.0, "weariness": 0.0}, JOIN_TERM.escalation, -0.4 * 0.55),  # C22, C39
        ({"rules_of_engagement": 0.0}, {"tension": 0.0, "weariness": 0.0}, JOIN_TERM.escalation, 0.4 * 0.45),
        ({"us_backstop": 0}, {"backing": 0.8}, JOIN_TERM.backstop, 0.0),
        ({}, {"tension": 0.4, "weariness": 0.6}, JOIN_TERM.escalation, -0.8 * 0.7),
        ({"legal_form": "none"}, {}, JOIN_TERM.legal_clarity, 0.0),
        ({"legal_form": "political"}, {}, JOIN_TERM.legal_clarity, 0.0),
        ({"legal_form": "time_limited"}, {}, JOIN_TERM.legal_clarity, 0.15),
        ({"legal_form": "treaty"}, {}, JOIN_TERM.legal_clarity, -0.4),
        ({}, {"mission": 1}, JOIN_TERM.mission, 0.5),
        ({}, {"mission": 0}, JOIN_TERM.mission, 0.0),
        ({"nato_mission": "on", "consensus_forced": "on"}, {}, JOIN_TERM.mission, 2.0),
        ({"nato_mission": "on", "consensus_forced": "off"}, {}, JOIN_TERM.mission, 0.0),
        ({"nato_mission": "off", "consensus_forced": "on"}, {}, JOIN_TERM.mission, 0.0),
    ],
)
def test_what_counts_in_all_alike(seen, set_, situation, term, worth):
    world = seen(**set_)
    for name, value in situation.items():
        world.situation[name] = value
    rules.weigh_mood(world.coalition.mood, world.situation, 0.0, world.levers, world.uncertainties)
    assert world.coalition.mood.reasons[term] == pytest.approx(worth)


def test_the_common_will_to_fight_is_in_part_a_will_to_come(seen):
    world = seen()
    rules.weigh_mood(world.coalition.mood, world.situation, 0.5, world.levers, world.uncertainties)
    assert world.coalition.mood.reasons[JOIN_TERM.will] == pytest.approx(0.15)


def test_what_counts_in_a_state_alone(seen):
    world = seen()
    each = ally(world, "FRA")
    each.stance, each.threat, each.opinion, each.cost = 1.3, 0.7, 0.25, 0.2
    rules.weigh_nation(each, world.uncertainties)
    own = each.nation.reasons
    assert [own[JOIN_TERM.stance], own[JOIN_TERM.threat], own[JOIN_TERM.opinion], own[JOIN_TERM.cost]] == pytest.approx(
        [1.3, 0.33, 0.2, -0.1]
    )
    assert each.nation.willingness == pytest.approx(1.73)
    assert each.nation.odds == pytest.approx(np.exp(3.6 * 1.73))


@pytest.mark.parametrize(
    ("code", "stance"), [("GBR", 2.2), ("FRA", 2.2), ("EST", 1.0), ("DEU", -0.3), ("POL", -1.6), ("MKD", -3.0), ("HUN", -5.0)]
)
def test_the_declared_stance_sets_the_score(seen, code, stance):
    assert ally(seen(), code).stance == stance


def test_a_border_with_russia_or_belarus_is_felt(seen):
    # C21: nobody who shares one feels less threatened than .8
    for profile, each in zip(ALLIES, seen().allies, strict=True):
        assert each.threat == (max(0.8, profile.threat) if profile.borders_russia else profile.threat)


@pytest.mark.parametrize(("share", "pull"), [(0.8, 1.04), (0.5, 0.65), (0.2, 0.26)])
def test_which_leader_pulls_how_much_is_an_uncertainty(seen, share, pull):
    world = seen(join_share_of_britain=share)
    world.situation.britain_in, world.situation.france_in = 1.0, 0.0
    rules.weigh_mood(world.coalition.mood, world.situation, 0.0, world.levers, world.uncertainties)
    assert world.coalition.mood.reasons[JOIN_TERM.leaders] == pytest.approx(pull)


def test_the_mood_of_a_week_worked_by_hand(seen):
    # -2.4 base, .165 hostility, .176 backstop, 1.3 leaders, 1.5 company, -.56 escalation, .15 will, .15 mandate, .5 mission
    world = seen(us_backstop=0.5, legal_form="time_limited", nato_mission="off")
    situation = world.situation
    situation.hostility, situation.backing, situation.britain_in, situation.france_in = 0.5, 0.8, 1.0, 1.0
    situation.share_in, situation.tension, situation.weariness, situation.mission = 0.5, 0.4, 0.6, 1
    mood = world.coalition.mood
    rules.weigh_mood(mood, situation, 0.5, world.levers, world.uncertainties)
    assert mood.willingness == pytest.approx(0.981)
    assert mood.odds == pytest.approx(np.exp(3.6 * 0.981))


@pytest.mark.parametrize(
    ("status", "willingness", "inertia"),
    [(STATUS.out, 0.7, 0.0), (STATUS.supporting, 0.7, 0.0), (STATUS.pledged, 0.7, 0.0), (STATUS.deployed, 1.3, 0.6)],
)
def test_a_willingness_is_what_is_its_own_and_what_is_everyones(seen, status, willingness, inertia):
    world = seen()
    each, mood = ally(world, "FRA"), world.coalition.mood
    for part, sum_ in ((each.nation, 1.2), (mood, -0.5)):
        part.reasons[:] = 0.0
        part.reasons[JOIN_TERM.threat], part.willingness, part.odds = sum_, sum_, np.exp(3.6 * sum_)
    each.status = status
    up = rules.odds_of_a_step_up(each, mood, world.situation)
    rules.account_for_willingness(each, mood, world.uncertainties)
    assert each.willingness == pytest.approx(willingness)
    assert each.reasons[JOIN_TERM.threat] == pytest.approx(0.7)
    assert each.reasons[JOIN_TERM.inertia] == pytest.approx(inertia)
    assert up == pytest.approx(np.exp(3.6 * willingness))


@pytest.mark.parametrize(
    ("stance", "score"),
    [
        ("willing_lead", 2.2),
        ("willing", 1.0),
        ("conditional", -0.3),
        ("non_troop_support", -1.6),
        ("uncommitted", -3.0),
        ("opposed", -5.0),
    ],
)
def test_what_a_stance_is_worth(seen, stance, score):
    assert rules.score_of_stance(getattr(STANCE, stance), seen().uncertainties) == score


def test_what_a_government_weighs_stands_under_its_name(seen):
    # C21: Estonia lies near, Portugal far; A39, A40: its public says which way opinion counts
    world = seen()
    for code in ("EST", "PRT"):
        willing(world, code)
    assert ally(world, "EST").reasons[JOIN_TERM.threat] > ally(world, "PRT").reasons[JOIN_TERM.threat] + 0.1
    for index, profile in enumerate(ALLIES):
        willing(world, profile.iso3)
        assert np.sign(world.allies[index].reasons[JOIN_TERM.opinion]) == np.sign(profile.net_opinion), profile.iso3


@pytest.mark.parametrize(
    ("name", "word", "source"),
    [("threat", "threat", "C21"), ("opinion", "public", "A39"), ("cost", "cost", "A27"), ("leaders", "United Kingdom", "C5")],
)
def test_each_term_says_what_it_is_and_whence(name, word, source):
    term = TERMS[JOIN_TERM._fields.index(name)]
    assert word in term.meaning and source in term.source
