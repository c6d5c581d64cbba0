from datetime import date

import numpy as np
import pytest

from reassure.agents import ally as rules
from reassure.agents.ally import ALLY_NODE, explain_ally
from reassure.agents.chance import PURPOSE, WHO, normals_from, uniforms_at
from reassure.agents.choice import NOTHING
from reassure.agents.commitment import STATUS, STEP
from reassure.agents.profiles import ALLIES
from reassure.agents.willingness import JOIN_TERM, weigh_mood

INDEX = {profile.iso3: index for index, profile in enumerate(ALLIES)}


def find(world, code="FRA"):
    return world.allies[INDEX[code]]


def act(world, code="FRA", week=5.0, alarm=0):
    world.situation.week = week
    world.luck.step = int(week)
    world.situation.last_sitting = rules.last_sitting(week, world.uncertainties)
    mood = world.coalition.mood
    weigh_mood(mood, world.situation, float(world.coalition.will), world.levers, world.uncertainties)
    return int(
        rules.act(
            find(world, code),
            world.situation,
            mood,
            alarm,
            world.levers,
            world.uncertainties,
            world.luck,
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
        ({"status": STATUS.pledged, "decide_week": 6.0, "next_review": 5.0}, 1, False),
        ({"status": STATUS.pledged, "decide_week": 5.0}, 0, True),
        ({"status": STATUS.pledged, "decide_week": 6.0}, 0, False),
        ({"status": STATUS.pledged, "decide_week": 6.0, "next_review": 5.0}, 0, False),
        ({"status": STATUS.deployed, "decide_week": 5.0}, 0, False),  # its decision is behind it
        ({"status": STATUS.out, "decide_week": 5.0}, 0, False),
        ({"next_review": 5.5}, 0, False),
        ({"next_government": 5.0}, 0, True),
        ({"next_government": 5.5}, 0, False),
    ],
)
def test_when_a_government_decides(seen, changes, alarm, acts):
    world = seen()
    calm(world, **changes)
    assert (act(world, alarm=alarm) != NOTHING) == acts


@pytest.mark.parametrize(
    ("status", "node"),
    [(STATUS.out, ALLY_NODE.join), (STATUS.pledged, ALLY_NODE.national_decision), (STATUS.deployed, ALLY_NODE.stay)],
)
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
        each.status = STATUS.out
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
    assert each.reasons[JOIN_TERM.stance] == each.stance
    assert each.stance == pytest.approx(0.5 * stance + 0.5 * float(world.situation.mean_stance), abs=2.0)


def test_governments_change_at_their_rate_and_favour_nobody(seen):
    world = seen(government_change_rate=0.25)
    assert np.mean(
        [sum(each.next_government < 104.0 for each in seen(run=run).allies if each.term_by_law == 0) for run in range(12)]
    ) == pytest.approx(
        28 * (0.25 + 0.75 * (1 - np.exp(-1 / 3))),
        rel=0.2,  # a year in four is the shortest term, then three years on average
    )
    stances = []
    for step in range(400):
        world.luck.step = step
        each = find(world)
        each.stance = float(world.situation.mean_stance)
        rules.change_government(each, world.situation, world.uncertainties, world.luck)
        stances.append(float(each.stance))
    assert np.mean(stances) == pytest.approx(float(world.situation.mean_stance), abs=0.1)
    assert pytest.approx(0.5, rel=0.15) == np.std(stances)


def test_without_elections_governments_never_change(seen):
    assert np.isinf(seen(government_change_rate=0).allies["next_government"]).all()


@pytest.mark.parametrize("option", [STEP.stay_out, STEP.support, STEP.pledge])
def test_an_order_is_obeyed_at_once(seen, option):
    world = seen()
    each = calm(world)
    each.decision.order = option
    assert act(world) == option
    assert each.decision.ordered == 1


@pytest.mark.parametrize(
    ("status", "option"),
    [(STATUS.out, STEP.deploy), (STATUS.out, STEP.veto), (STATUS.deployed, STEP.pledge), (STATUS.pledged, STEP.reinforce)],
)
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


@pytest.mark.parametrize("status", [STATUS.out, STATUS.pledged, STATUS.deployed])
def test_the_explanation_adds_up_option_by_option(seen, status):
    world = seen()
    each = calm(world, status=status, next_review=5.0, decide_week=5.0)
    world.situation.mission_pending = 1
    act(world)
    explanation = explain_ally("France", each)
    assert len(explanation.weighed) >= 3
    for item in explanation.weighed:
        assert item.utility == pytest.approx(sum(reason.value for reason in item.reasons))


@pytest.mark.parametrize(
    ("week", "gap", "sittings", "next_review"),
    [(5.0, 8.0, 4, 12.0), (4.0, 8.0, 4, 12.0), (3.9, 8.0, 4, 8.0), (11.0, 12.0, 4, 20.0), (5.0, 6.0, 2, 10.0)],
)
def test_cabinets_sit_on_the_weeks_of_one_calendar(seen, week, gap, sittings, next_review):
    world = seen(weeks_between_sittings=sittings)
    each = calm(world, next_review=week, review_gap=gap)
    act(world, week=week)
    assert each.next_review == next_review


def test_a_pledge_waiting_for_its_decision_sits_but_decides_nothing(seen):
    world = seen()
    each = calm(world, status=STATUS.pledged, decide_week=9.0, next_review=5.0, review_gap=8.0)
    assert act(world) == NOTHING
    assert (each.status, each.next_review) == (STATUS.pledged, 12.0)
    assert not each.decision.open.any()


def test_an_order_hurries_a_national_decision(seen):
    world = seen()
    each = calm(world, status=STATUS.pledged, decide_week=9.0)
    each.decision.order = STEP.deploy
    assert act(world) == STEP.deploy
    assert (each.status, each.decision.node) == (STATUS.deployed, ALLY_NODE.national_decision)


@pytest.mark.parametrize(
    ("week", "rate", "draw", "change"),
    [
        (0.0, 0.25, np.exp(-1), 208.0),  # four years on average, one of them the shortest term
        (10.0, 0.25, np.exp(-0.5), 140.0),
        (10.0, 0.25, 1.0, 62.0),
        (0.0, 0.5, np.exp(-1), 104.0),
        (10.0, 0.0, 0.5, np.inf),
        (10.0, 0.01, np.exp(-1), 5210.0),
    ],
)
def test_governments_last_their_shortest_term_and_fall_at_a_constant_hazard_then(seen, week, rate, draw, change):
    world = seen(government_change_rate=rate)
    assert rules.next_change(find(world, "DEU"), week, draw, world.uncertainties) == pytest.approx(change)


@pytest.mark.parametrize(
    ("code", "first", "term"),
    [
        ("FRA", (date(2027, 5, 13) - date(2026, 1, 5)).days / 7, 5 * 365.25 / 7),
        ("SWE", (date(2026, 9, 13) - date(2026, 1, 5)).days / 7, 4 * 365.25 / 7),
        ("NOR", (date(2029, 9, 10) - date(2026, 1, 5)).days / 7, 4 * 365.25 / 7),
    ],
)
def test_where_the_law_sets_the_day_of_a_vote_governments_change_on_it_and_not_before(seen, code, first, term):
    begun = [float(find(seen(run=run), code).next_government) for run in range(20)]
    assert begun == pytest.approx([first] * 20)
    world = seen()
    each = calm(world, code, next_government=first)
    rules.change_government(each, world.situation, world.uncertainties, world.luck)
    assert each.next_government == pytest.approx(first + term)
    assert np.isinf(find(seen(government_change_rate=0), code).next_government)


@pytest.mark.parametrize("code", ["DEU", "HUN"])
@pytest.mark.parametrize("elected", [5.0, 7.8])
def test_a_new_government_is_voted_in_by_the_luck_of_its_week(seen, code, elected):
    world = seen()
    each = calm(world, code, stance=2.0, next_government=elected, threat=0.4, opinion=0.0, cost=0.0)
    world.situation.mean_stance = -1.0
    rules.change_government(each, world.situation, world.uncertainties, world.luck)
    actor, step = WHO.first_ally + each.luck, {5.0: 6, 7.8: 8}[elected]
    jolt, _ = normals_from(*uniforms_at(world.luck, step, actor, PURPOSE.government))
    leaning, gap = uniforms_at(world.luck, step, actor, PURPOSE.leaning)
    assert each.stance == pytest.approx(0.5 + 0.5 * jolt)  # half way from 2 to -1, and jolted
    assert each.leaning == leaning
    assert each.next_government == pytest.approx(elected + 52.0 - 156.0 * np.log(gap))
    assert each.next_review == 0.0
    assert each.nation.willingness == pytest.approx(each.stance)


@pytest.mark.parametrize(("moves", "stance"), [(0.0, 2.0), (0.25, 1.25), (1.0, -1.0)])
def test_how_far_a_new_government_moves_to_the_middle_is_an_uncertainty(seen, moves, stance):
    world = seen(government_moves_to_middle=moves, government_jolt=0)
    each = calm(world, stance=2.0, next_government=5.0)
    world.situation.mean_stance = -1.0
    rules.change_government(each, world.situation, world.uncertainties, world.luck)
    assert each.stance == pytest.approx(stance)


def test_a_government_decides_by_its_own_leaning_and_its_own_lag(seen):
    world = seen()
    each = calm(world, "GBR", next_review=5.0, leaning=0.999999, lag=9.0)
    assert act(world, "GBR") == STEP.pledge
    assert each.decision.draw == 0.999999
    assert (each.status, each.decide_week, each.decision.step) == (STATUS.pledged, 14.0, 5)


def test_an_ally_already_there_weighs_its_being_there(seen):
    world = seen()
    each = calm(world, status=STATUS.deployed, next_review=5.0)
    act(world)
    outside = float(each.nation.willingness + world.coalition.mood.willingness)
    assert each.decision.utility[STEP.deploy] == pytest.approx(2 * (outside + 0.6) + 0.4)


@pytest.mark.parametrize(
    ("status", "option", "steps"),
    [
        (STATUS.out, "veto", -1),
        (STATUS.out, "stay_out", 0),
        (STATUS.out, "support", 1),
        (STATUS.out, "pledge", 2),
        (STATUS.pledged, "deploy", 2),
        (STATUS.deployed, "withdraw", 0),
        (STATUS.deployed, "draw_down", 1),
        (STATUS.deployed, "deploy", 2),
        (STATUS.deployed, "reinforce", 3),
    ],
)
def test_an_explanation_counts_every_reason_as_often_as_the_steps_it_takes(seen, status, option, steps):
    world = seen()
    each = calm(world, status=status, next_review=5.0, decide_week=5.0, stance=-5.0)
    world.situation.mission_pending = 1
    act(world)
    told = next(item for item in explain_ally("France", each).weighed if item.option == option)
    worth = {reason.name: reason.value for reason in told.reasons}
    assert worth.get("base", 0.0) == pytest.approx(-2.4 * steps)
    assert ("bars" in worth) == (option not in {"stay_out", "withdraw"})
    assert "inertia" not in worth or status == STATUS.deployed


def test_who_has_decided_nothing_has_nothing_to_explain(seen):
    each = calm(seen())
    each.decision.chosen = NOTHING
    assert explain_ally("France", each) is None
