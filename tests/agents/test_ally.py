import numpy as np
import pytest

from reassure.agents import ally as rules
from reassure.agents.ally import (
    DECIDE_NODE,
    DEPLOY,
    DRAW_DOWN,
    FORCE,
    IN,
    JOIN_NODE,
    OUT,
    PLEDGE,
    PLEDGED,
    PRESSURE,
    REINFORCE,
    RESTRAINT,
    STAY_NODE,
    STAY_OUT,
    SUPPORT,
    SUPPORTING,
    VETO,
    WITHDRAW,
    explain_ally,
)
from reassure.agents.choice import NOTHING, begin
from reassure.agents.profiles import ALLIES
from reassure.agents.situation import PROBE, SEIZURE, STRIKE

INDEX = {profile.iso3: index for index, profile in enumerate(ALLIES)}


def find(world, code="FRA"):
    return world.allies[INDEX[code]]


def willing(world, code="FRA", **situation):
    """An ally's willingness, with something of the situation changed."""
    for name, value in situation.items():
        world.situation[name] = value
    each = find(world, code)
    each.willingness = rules.weigh_willingness(
        each, world.situation, float(world.coalition.will), world.levers, world.uncertainties
    )
    assert each.willingness == pytest.approx(each.reasons.sum())
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
    assert find(world).reasons[rules.LEGAL_CLARITY] == clarity


def test_stances_order_the_governments(seen):
    world = seen()
    assert willing(world, "GBR") > willing(world, "DNK") > willing(world, "HUN")
    assert willing(world, "HUN") < rules.VETO_BAR < willing(world, "DEU")


def opened(world, status, crisis=0, pending=0, willingness=0.5, code="FRA"):
    each = find(world, code)
    each.status, each.willingness = status, willingness
    world.situation.crisis, world.situation.mission_pending = crisis, pending
    begin(each.decision, 0, 0)
    rules.weigh(each, world.situation, world.levers, world.uncertainties)
    assert each.decision.probability.sum() == pytest.approx(1.0)
    return {option for option in range(len(rules.OPTIONS)) if each.decision.open[option]}


@pytest.mark.parametrize(
    ("status", "pending", "set_", "expected"),
    [
        (OUT, 0, {}, {STAY_OUT, SUPPORT, PLEDGE}),
        (SUPPORTING, 0, {}, {STAY_OUT, SUPPORT, PLEDGE}),
        (PLEDGED, 0, {}, {STAY_OUT, SUPPORT, DEPLOY}),
        (IN, 0, {}, {WITHDRAW, DRAW_DOWN, DEPLOY, REINFORCE}),
        (OUT, 1, {}, {VETO, STAY_OUT, SUPPORT, PLEDGE}),
        (OUT, 0, {"troop_ceiling": 0}, {STAY_OUT, SUPPORT}),
    ],
)
def test_what_is_open_to_a_government(seen, status, pending, set_, expected):
    assert opened(seen(**set_), status, pending=pending) == expected


def test_without_authority_nobody_can_pledge(seen):
    world = seen()
    world.situation.presence_allowed = 0
    assert opened(world, OUT) == {STAY_OUT, SUPPORT}


def most_likely(world, status, willingness, **change):
    opened(world, status, willingness=willingness, **change)
    return int(find(world).decision.probability.argmax())


@pytest.mark.parametrize(
    ("status", "pending", "willingness", "option"),
    [
        (OUT, 0, -3.0, STAY_OUT),
        (OUT, 0, -1.0, SUPPORT),
        (OUT, 0, 1.0, PLEDGE),
        (OUT, 1, -6.0, VETO),
        (PLEDGED, 0, 1.0, DEPLOY),
        (PLEDGED, 0, -1.0, SUPPORT),
        (IN, 0, -1.0, WITHDRAW),
        (IN, 0, -0.2, DRAW_DOWN),
        (IN, 0, 1.0, DEPLOY),
        (IN, 0, 2.5, REINFORCE),
    ],
)
def test_the_scale_of_commitment(seen, status, pending, willingness, option):
    assert most_likely(seen(), status, willingness, pending=pending) == option


@pytest.mark.parametrize("status", [OUT, PLEDGED, IN])
def test_a_more_willing_government_never_does_less(seen, status):
    world = seen()
    reached = []
    for willingness in np.linspace(-6, 4, 41):
        opened(world, status, willingness=willingness)
        probability = find(world).decision.probability
        reached.append(float(np.dot(probability, [-1, 0, 0, 1, 1, 2, 2, 3])))
    assert np.all(np.diff(reached) > -1e-12)


def test_who_is_in_stays_where_he_would_not_have_come(seen):
    world = seen()
    willing(world)
    each = find(world)
    outside = willing(world)
    each.status = IN
    assert willing(world) == pytest.approx(outside + 0.6)


def test_in_a_crisis_reinforcing_is_easier(seen):
    chances = []
    for crisis in (0, 1):
        world = seen()
        opened(world, IN, crisis=crisis, willingness=1.2)
        chances.append(find(world).decision.probability[REINFORCE])
    assert chances[1] > 2 * chances[0]


def test_pledging_is_easier_than_deploying(seen):
    # C47: theatre
    world = seen(theatre=1)
    opened(world, OUT, willingness=0.3)
    pledging = find(world).decision.probability[PLEDGE]
    opened(world, PLEDGED, willingness=0.3)
    assert find(world).decision.probability[DEPLOY] < pledging


@pytest.mark.parametrize(
    ("chosen", "before", "status", "share", "vetoes"),
    [
        (VETO, OUT, OUT, 0.0, 1),
        (STAY_OUT, PLEDGED, OUT, 0.0, 0),
        (SUPPORT, OUT, SUPPORTING, 0.0, 0),
        (PLEDGE, OUT, PLEDGED, 0.75, 0),
        (DEPLOY, PLEDGED, IN, 0.75, 0),
        (DRAW_DOWN, IN, IN, 0.35, 0),
        (REINFORCE, IN, IN, 1.0, 0),
        (WITHDRAW, IN, OUT, 0.0, 0),
    ],
)
def test_what_a_choice_makes_of_a_government(seen, chosen, before, status, share, vetoes):
    each = find(seen())
    each.status, each.lag, each.vetoes = before, 9.0, 1
    rules.carry_out(each, chosen, 20.0)
    assert (each.status, each.share, each.vetoes) == (status, share, vetoes)
    assert each.decide_week == (29.0 if chosen == PLEDGE else 0.0)


def act(world, code="FRA", week=5.0, alarm=0):
    world.situation.week = week
    world.luck.step = int(week)
    return int(
        rules.act(
            find(world, code),
            world.situation,
            float(world.coalition.will),
            alarm,
            world.levers,
            world.uncertainties,
            world.luck,
            INDEX[code],
        )
    )


def calm(world, code="FRA", **changes):
    """An ally with nothing due."""
    each = find(world, code)
    each.next_review, each.next_government = 1000.0, 1000.0
    for name, value in changes.items():
        each[name] = value
    return each


@pytest.mark.parametrize(
    ("changes", "alarm", "acts"),
    [
        ({}, 0, False),
        ({"next_review": 5.0}, 0, True),
        ({}, 1, True),
        ({"status": PLEDGED, "decide_week": 6.0, "next_review": 5.0}, 1, False),
        ({"status": PLEDGED, "decide_week": 5.0}, 0, True),
        ({"status": PLEDGED, "decide_week": 6.0}, 0, False),
    ],
)
def test_when_a_government_decides(seen, changes, alarm, acts):
    world = seen()
    calm(world, **changes)
    assert (act(world, alarm=alarm) != NOTHING) == acts


@pytest.mark.parametrize(("status", "node"), [(OUT, JOIN_NODE), (PLEDGED, DECIDE_NODE), (IN, STAY_NODE)])
def test_the_next_review_is_a_gap_away_on_the_calendar_of_fours(seen, status, node):
    world = seen()
    each = calm(world, status=status, decide_week=5.0, next_review=5.0, review_gap=8.0)
    act(world)
    assert each.decision.node == node
    assert each.next_review == 12.0


def test_a_government_changes_its_mind_only_because_the_situation_does(seen):
    world = seen()
    each = calm(world, "DEU", next_review=0.0, review_gap=0.0)
    first = act(world, "DEU", week=1.0)
    begun = int(each.status)
    for week in range(2, 30):
        each.status = OUT
        assert act(world, "DEU", week=float(week)) == first
    assert each.status == begun


def test_a_new_government_brings_a_new_leaning_and_a_review_at_once(seen):
    world = seen()
    each = calm(world, "HUN", next_government=5.0)
    stance, leaning = float(each.stance), float(each.leaning)
    assert act(world, "HUN") != NOTHING
    assert each.leaning != leaning
    assert each.next_government > 5.0
    assert stance == -5.0
    assert each.stance == pytest.approx(0.5 * stance + 0.5 * rules.MEAN_STANCE, abs=2.0)


def test_governments_change_at_their_rate_and_favour_nobody(seen):
    world = seen(government_change_rate=0.25)
    assert np.mean([sum(each.next_government < 104.0 for each in seen(run=run).allies) for run in range(12)]) == pytest.approx(
        31 * (1 - np.exp(-0.5)), rel=0.2
    )
    stances = []
    for step in range(400):
        world.luck.step = step
        each = find(world)
        each.stance = rules.MEAN_STANCE
        rules.change_government(each, world.uncertainties, world.luck, INDEX["FRA"])
        stances.append(float(each.stance))
    assert np.mean(stances) == pytest.approx(rules.MEAN_STANCE, abs=0.1)
    assert pytest.approx(0.5, rel=0.15) == np.std(stances)


def test_without_elections_governments_never_change(seen):
    assert np.isinf(seen(government_change_rate=0).allies["next_government"]).all()


@pytest.mark.parametrize("option", [STAY_OUT, SUPPORT, PLEDGE])
def test_an_order_is_obeyed_at_once(seen, option):
    world = seen()
    each = calm(world)
    each.decision.order = option
    assert act(world) == option
    assert each.decision.ordered == 1


@pytest.mark.parametrize(("status", "option"), [(OUT, DEPLOY), (OUT, VETO), (IN, PLEDGE), (PLEDGED, REINFORCE)])
def test_an_order_to_what_is_not_open_is_refused(seen, status, option):
    world = seen()
    each = calm(world, status=status)
    each.decision.order = option
    assert act(world) != option
    assert each.decision.refused == 1


def test_the_lag_from_pledge_to_decision_lies_in_its_range(seen):
    lags = np.concatenate([seen(run=run, decision_lag=26).allies["lag"] for run in range(6)])
    assert 4.0 < lags.min() < 6.0
    assert 24.0 < lags.max() < 26.0


def votes(world, code="FRA", act=STRIKE, touched=1, troops=2.0, deaths=30.0):
    world.situation.attack.act, world.situation.attack.touched, world.situation.attack.deaths = act, touched, deaths
    each = find(world, code)
    each.troops = troops
    chosen = rules.vote(
        each, world.situation, float(world.coalition.will), world.levers, world.uncertainties, world.luck, INDEX[code]
    )
    made = each.answer
    assert made.probability.sum() == pytest.approx(1.0)
    assert chosen == made.chosen
    return made.probability.copy()


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ({"touched": 0}, {"touched": 1}),
        ({"troops": 0.0}, {"troops": 2.0}),
        ({"act": SEIZURE, "touched": 0}, {"act": SEIZURE, "touched": 1}),
    ],
)
def test_who_is_hit_answers(seen, less, more):
    assert votes(seen(troops=15.0), **more)[FORCE] > 1.5 * votes(seen(troops=15.0), **less)[FORCE]


def test_short_of_force_the_nearest_press_hardest(seen):
    def pressing(code, **attack):
        probability = votes(seen(troops=15.0), code, **attack)
        return probability[PRESSURE] / (probability[PRESSURE] + probability[RESTRAINT])

    assert pressing("EST") > pressing("PRT")
    assert pressing("PRT") > pressing("PRT", act=PROBE)


def test_common_and_national_will_move_the_vote_alike(seen):
    plain, common, national = seen(troops=15.0), seen(troops=15.0), seen(troops=15.0)
    common.coalition.will += 1.0
    find(national).national_will += 1.0
    assert votes(common)[FORCE] == pytest.approx(votes(national)[FORCE])
    assert votes(common)[FORCE] > votes(plain)[FORCE]


@pytest.mark.parametrize(
    ("troops", "own", "status", "legal", "says"),
    [
        (15.0, 2.0, IN, 0.6, True),
        (15.0, 0.0, SUPPORTING, 0.6, False),
        (0.0, 0.0, SUPPORTING, 0.6, True),
        (0.0, 0.0, OUT, 0.6, False),
        (0.0, 0.0, SUPPORTING, 0.0, False),
    ],
)
def test_who_has_a_say(seen, troops, own, status, legal, says):
    world = seen(troops=troops)
    world.situation.legal = legal
    each = find(world)
    each.troops, each.status = own, status
    assert bool(rules.has_a_say(each, world.situation)) == says


@pytest.mark.parametrize("status", [OUT, PLEDGED, IN])
def test_the_explanation_adds_up_option_by_option(seen, status):
    world = seen()
    each = calm(world, status=status, next_review=5.0, decide_week=5.0)
    world.situation.mission_pending = 1
    act(world)
    explanation = explain_ally("France", each)
    assert len(explanation.weighed) >= 4
    for item in explanation.weighed:
        assert item.utility == pytest.approx(sum(reason.value for reason in item.reasons))
