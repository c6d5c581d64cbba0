import numpy as np
import pytest

from reassure.agents.choice import NOTHING
from reassure.agents.commitment import STATUS
from reassure.agents.russia import CONDUCT, MOSCOW
from reassure.agents.situation import ACT, NO_ATTACK
from reassure.agents.ukraine import KYIV
from reassure.agents.united_states import WASHINGTON
from reassure.model import turn
from reassure.model.credibility import measure_gap
from reassure.model.observation import observe
from reassure.model.order_of_play import ORDER_OF_PLAY
from reassure.model.orders import OBEYED, REFUSED, order_records, parse_order
from reassure.model.outcomes import EVENT

UNLUCKY = 0.999999
"""A draw by which nothing rare comes about."""


# -- the week opens


def test_chance_deals_first(fresh):
    world = fresh()
    luck = world.luck
    luck.strategic = luck.conduct = luck.kyiv = luck.washington = 7
    luck.contact = luck.crisis = luck.will_noise = luck.violations_noise = 9.0
    turn.open_week(world)
    assert {int(luck.strategic), int(luck.conduct), int(luck.kyiv), int(luck.washington)} <= {0, 1}
    assert 0 < luck.contact < 1 and 0 < luck.crisis < 1
    assert abs(luck.will_noise) < 3 and abs(luck.violations_noise) < 3


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_opportunities_fall_as_often_as_the_pace_says(fresh, chance):
    world = fresh()
    pace = world.situation.pace
    pace.strategic = pace.conduct = pace.kyiv = pace.washington = chance
    turn.open_week(world)
    assert {int(world.luck[name]) for name in ("strategic", "conduct", "kyiv", "washington")} == {chance}


def test_last_weeks_deeds_are_seen_and_no_longer_count(fresh):
    world = fresh("bare_ceasefire", us_intelligence=1)
    world.ladder.deed, world.ladder.words = 9, 3
    world.field.tension, world.field.conduct, world.week = 0.4, CONDUCT.probe, 3.0
    world.united_states.delivered = 0.7
    turn.open_week(world)
    assert (world.ladder.deed, world.ladder.words) == (2, 0)  # standing pressure is a deed
    assert (world.situation.tension, world.situation.conduct, world.situation.week) == (0.4, CONDUCT.probe, 3.0)
    assert (world.situation.backing, world.situation.intelligence) == (0.7, 0.7)


def test_orders_of_the_week_are_handed_out(fresh):
    world = fresh()
    turn.deliver_orders(world, order_records([parse_order("0:russia:probe", 260), parse_order("1:ukraine:press", 260)], 260))
    assert (world.russia.decision.order, world.ukraine.decision.order) == (MOSCOW.probe, NOTHING)


# -- Washington


def test_washingtons_will_wavers_and_deliveries_follow_its_policy(seen):
    world = seen(will_noise=0.1, will_level=0.5)
    capital = world.united_states
    capital.will = capital.level = 0.5
    capital.delivered, capital.policy, world.luck.will_noise, world.luck.washington = 0.5, WASHINGTON.withdraw, 1.0, 0
    turn.washington_acts(world)
    assert capital.will == pytest.approx(0.6)
    assert 0.3 < capital.delivered < 0.5
    assert (capital.decision.chosen, capital.stance_in_crisis) == (NOTHING, NOTHING)


@pytest.mark.parametrize(("crisis", "review", "node"), [(0, 1, 0), (1, 0, 1)])
def test_washington_reviews_deliveries_or_takes_a_stance(seen, crisis, review, node):
    world = seen()
    world.situation.crisis, world.luck.washington, world.luck.step = crisis, review, 4
    turn.washington_acts(world)
    made = world.united_states.decision
    assert (made.step, made.node) == (4, node)
    assert (world.united_states.stance_in_crisis == made.chosen) == (crisis == 1)


# -- the allies


def asked(fresh, week=4.0, alarm=0, next_turn=9.0):
    """A world in week 4, in which every ally that is asked decides, and the first one has its turn."""
    world = fresh("limited_reassurance_force")
    world.week = world.situation.week = week
    world.luck.step = 4
    world.coalition.alarm, world.coalition.next_turn = alarm, next_turn
    for ally in world.allies:
        ally.next_review, ally.next_government, ally.next_turn = 0.0, 1e6, 9.0
    world.allies[0].next_turn = 4.0
    return world


def mood(world):
    return np.frombuffer(world.coalition.mood.tobytes())


def deciders(world):
    return [index for index, ally in enumerate(world.allies) if ally.decision.step == 4]


@pytest.mark.parametrize(
    ("week", "alarm", "next_turn", "count"),
    [(4.0, 0, 4.0, 1), (4.0, 0, 4.5, 0), (3.5, 0, 0.0, 0), (4.0, 1, 9.0, 31), (3.5, 1, 9.0, 31)],
)
def test_who_has_a_turn_decides_and_in_an_alarm_all_do(fresh, week, alarm, next_turn, count):
    world = asked(fresh, week, alarm, next_turn)
    turn.allies_act(world)
    assert deciders(world) == list(range(count))


@pytest.mark.parametrize(("alarm", "next_turn", "anybody"), [(0, 4.0, True), (0, 4.5, False), (1, 9.0, True)])
def test_the_mood_is_worked_out_and_the_allies_are_counted_if_anybody_has_a_turn(fresh, alarm, next_turn, anybody):
    world = asked(fresh, 4.0, alarm, next_turn)
    for name in world.coalition.mood.dtype.names:
        world.coalition.mood[name] = -77.0
    world.coalition.joiners, world.allies[3].status, world.allies[3].share = 9, STATUS.deployed, 1.0
    turn.set_the_mood(world)
    assert (mood(world) == -77.0).all() == (not anybody)
    turn.count_allies(world)
    assert world.coalition.joiners == (1 if anybody else 9)


def test_the_mood_is_that_of_this_weeks_will(fresh):
    low, high = asked(fresh, 4.0, 1), asked(fresh, 4.0, 1)
    low.coalition.will, high.coalition.will = -1.0, 1.0
    turn.set_the_mood(low)
    turn.set_the_mood(high)
    assert mood(high).sum() > mood(low).sum()


# -- before Moscow


@pytest.mark.parametrize(
    ("set_", "looks"),
    [
        ({}, False),
        ({"washington": 1}, False),
        ({"strategic": 1}, True),
        ({"conduct": 1}, True),
        ({"kyiv": 1}, True),
    ],
)
def test_who_may_choose_this_week_looks_a_year_ahead(seen, set_, looks):
    world = quiet_luck(seen())
    for name, value in set_.items():
        world.luck[name] = value
    assert bool(turn.somebody_looks_ahead(world)) == looks


@pytest.mark.parametrize("why", ["crisis", "gap", "russia", "ukraine"])
def test_so_does_who_has_an_order_or_a_gap_before_it_and_everybody_in_a_crisis(seen, why):
    world = quiet_luck(seen())
    if why == "crisis":
        world.field.crisis = 1
    elif why == "gap":
        world.russia.gap = 1
    else:
        world[why].decision.order = 0
    assert turn.somebody_looks_ahead(world)


def quiet_luck(world):
    """The same world in a week in which nobody has an opportunity and nothing rare comes about."""
    luck = world.luck
    luck.strategic = luck.conduct = luck.kyiv = luck.washington = 0
    luck.contact = luck.crisis = UNLUCKY
    luck.will_noise = luck.violations_noise = 0.0
    return world


def test_before_moscow_chooses_everything_moves_and_is_seen(seen):
    world = quiet_luck(seen(us_backstop=0.5, arms=1, us_logistics=0))
    coalition = world.coalition
    for index in (0, 1):
        ally = world.allies[index]
        ally.status, ally.share, ally.sustainable = STATUS.deployed, 1.0, 10.0
    coalition.pledged, coalition.moving, coalition.alarm, world.week = 20.0, 1, 1, 10.0
    world.field.attention, world.field.crisis = 0.5, 1
    world.united_states.stance_in_crisis = WASHINGTON.concede
    world.russia.belief, world.russia.grievance, world.situation.legal_later = -7.0, -7.0, -7.0
    coalition.true_answer = coalition.believed_answer = -7.0
    ukrainian = float(world.field.ukrainian_power)
    turn.before_moscow(world)
    assert coalition.alarm == 0
    assert (world.field.conceded, world.outcome.first[EVENT.concession]) == (1, 10)
    assert coalition.troops == pytest.approx(20 / 26)  # a week of a ramp of 26
    assert world.field.attention < 0.5 and world.field.ukrainian_power > ukrainian
    assert world.situation.legal_later >= 0  # in a crisis everybody looks ahead
    assert world.russia.grievance > 0 and 0 < world.russia.belief < 1
    assert 0 < coalition.believed_answer < 1 and 0 < coalition.true_answer < 1
    before = world.tobytes()
    observe(world)
    measure_gap(world)
    assert world.tobytes() == before  # what was seen, and the gap, are those after all that


@pytest.mark.parametrize(("kyiv", "seen_ahead"), [(0, False), (1, True)])
def test_nobody_asks_what_a_year_will_bring_if_nobody_may_choose(seen, kyiv, seen_ahead):
    world = quiet_luck(seen())
    world.luck.kyiv, world.situation.legal_later = kyiv, -7.0
    turn.before_moscow(world)
    assert (world.situation.legal_later >= 0) == seen_ahead


# -- deeds and answers


@pytest.mark.parametrize(
    ("pending", "war", "clash", "act"), [(1, 0, 0, ACT.strike), (0, 0, 0, NO_ATTACK), (1, 1, 0, NO_ATTACK), (1, 0, 1, NO_ATTACK)]
)
def test_last_weeks_contact_may_have_become_a_fight_unless_there_is_one(seen, pending, war, clash, act):
    world = seen(troops=10.0)
    field = world.field
    field.pending_contact, field.war, field.clash = pending, war, clash
    turn.face_contact(world)
    attack = world.situation.attack
    assert (attack.act, field.pending_contact) == (act, 0)
    if act == ACT.strike:
        assert (attack.sector, attack.touched, world.outcome.attacks) == (NOTHING, 1, 1)


@pytest.mark.parametrize(("opportunity", "decided"), [(1, 4), (0, -1)])
def test_moscow_and_kyiv_choose_when_an_opportunity_falls(seen, opportunity, decided):
    world = quiet_luck(seen())
    world.luck.step, world.luck.conduct, world.luck.kyiv = 4, opportunity, opportunity
    turn.moscow_acts(world)
    turn.kyiv_acts(world)
    assert (world.russia.decision.step, world.ukraine.decision.step) == (decided, decided)


@pytest.mark.parametrize(("act", "voters"), [(ACT.strike, [0, 2]), (NO_ATTACK, [])])
def test_those_who_have_a_say_vote_if_there_is_an_attack(seen, act, voters):
    world = seen(troops=10.0)
    world.luck.step, world.situation.attack.act = 4, act
    for index in (0, 2):
        world.allies[index].status, world.allies[index].troops = STATUS.deployed, 5.0
    turn.allies_vote(world)
    assert [index for index, ally in enumerate(world.allies) if ally.answer.step == 4] == voters


def test_the_votes_are_cast_with_the_common_will(seen):
    shares = []
    for will in (-3.0, 3.0):
        world = seen(troops=10.0)
        world.coalition.will, world.situation.attack.act, world.situation.attack.touched = will, ACT.strike, 1
        world.allies[0].status, world.allies[0].troops = STATUS.deployed, 10.0
        turn.allies_vote(world)
        shares.append(float(world.allies[0].answer.probability[2]))
    assert shares[1] > shares[0] + 0.3


def test_kyiv_feels_what_moscow_has_been_taught(seen):
    found = []
    for evidence in (-2.0, 2.0):
        world = seen()
        world.russia.evidence = evidence
        turn.kyiv_feels(world)
        found.append(float(world.ukraine.confidence))
    assert found[0] < found[1]


# -- the week closes


def closing(seen, lucky, step=3, **set_):
    """A quiet week about to close."""
    world = quiet_luck(seen(troops=10.0, violations_base=1000, deaths_per_violation=0.001, monitors=0, **set_))
    world.luck.step, world.week = step, 1.0 * step
    lucky(world, escalation=[(0.5, 1)], war=[(0.4, 0.6), (0.5, 1)], contact=[(0.5, 1)])
    world.coalition.troops = 10.0
    world.field.violations = world.field.deaths = 99.0
    return world


def test_a_quiet_week_is_counted_and_the_clock_moves_on(seen, lucky):
    world = closing(seen, lucky)
    world.coalition.joiners, world.ukraine.confidence = 6, 0.45
    world.field.tension, world.field.friction = 0.0, 1.0
    turn.close_week(world)
    assert world.field.violations == pytest.approx(1000 * np.exp(-0.08))
    assert world.field.deaths == pytest.approx(0.5 * np.exp(-0.08))
    assert world.field.quiet_weeks == 1.0
    assert world.field.friction < 1.0
    outcome = world.outcome
    assert (outcome.weeks, outcome.last_step, outcome.joiners, outcome.troops, outcome.confidence) == (1.0, 3, 6, 10.0, 0.45)
    assert outcome.sums[0] == world.field.violations
    assert world.ladder.rung == 1
    assert (world.luck.step, world.week, world.over) == (4, 4.0, 0)


def test_moods_fade_at_the_end_of_the_week(seen, lucky):
    world = closing(seen, lucky)
    world.field.tension = world.coalition.weariness = 0.5
    turn.close_week(world)
    assert 0.4 < world.field.tension < 0.5
    assert 0.4 < world.coalition.weariness < 0.5


@pytest.mark.parametrize(
    ("step", "steps_per_week", "week", "over"), [(258, 1, 259.0, 0), (259, 1, 260.0, 1), (518, 2, 259.5, 0), (519, 2, 260.0, 1)]
)
def test_the_future_ends_at_its_horizon(fresh, step, steps_per_week, week, over):
    world = fresh("bare_ceasefire", steps_per_week=steps_per_week)
    world.luck.step = step
    quiet_luck(world)
    turn.close_week(world)
    assert (world.week, world.over) == (week, over)


@pytest.mark.parametrize(("crisis", "weeks"), [(1, 3.0), (0, 2.0)])
def test_only_a_crisis_counts_its_weeks(seen, lucky, crisis, weeks):
    world = closing(seen, lucky)
    world.field.crisis, world.field.crisis_weeks = crisis, 2.0
    turn.close_week(world)
    assert world.field.crisis_weeks == weeks


def test_half_a_step_of_a_crisis_is_half_a_week(seen, lucky):
    world = closing(seen, lucky)
    world.field.crisis, world.weeks_per_step = 1, 0.5
    turn.close_week(world)
    assert world.field.crisis_weeks == 0.5


@pytest.mark.parametrize(("war", "clash", "happens"), [(0, 0, True), (0, 1, False), (1, 0, False)])
def test_accidents_happen_where_nobody_fights(seen, lucky, war, clash, happens):
    world = closing(seen, lucky)
    world.luck.contact = world.luck.crisis = 1e-12
    start_fight(world, war, clash)
    turn.close_week(world)
    assert (world.coalition.weariness > 0) == happens
    assert (world.outcome.crises == 1) == happens


def start_fight(world, war, clash):
    """A war or a clash that will go on for a while."""
    field = world.field
    field.war, field.clash, field.war_weeks, field.clash_weeks = war, clash, 3.0 * war, 3.0 * clash
    field.attacker = field.attacker_start = field.defender = field.defender_start = 1.0
    field.effectiveness = 1.0


@pytest.mark.parametrize(
    ("war", "clash", "violations", "war_weeks", "clash_weeks", "rung"),
    [(0, 0, True, 0.0, 0.0, 1), (1, 0, False, 4.0, 0.0, 7), (0, 1, True, 0.0, 4.0, 8), (1, 1, False, 4.0, 4.0, 8)],
)
def test_a_war_takes_the_place_of_violations_and_a_clash_does_not(
    seen, lucky, war, clash, violations, war_weeks, clash_weeks, rung
):
    world = closing(seen, lucky)
    start_fight(world, war, clash)
    turn.close_week(world)
    field = world.field
    assert (field.violations > 0) == (field.deaths > 0) == violations
    assert field.violations != 99.0
    assert (field.war_weeks, field.clash_weeks, world.ladder.rung) == (war_weeks, clash_weeks, rung)
    assert (field.quiet_weeks == 1.0) == (war == clash == 0)


def test_once_a_clash_has_spread_nobody_counts_the_war_within_it(seen, lucky):
    world = closing(seen, lucky)
    start_fight(world, 1, 1)
    lucky(world, escalation=[(0.0, 0.002)])
    turn.close_week(world)
    assert world.outcome.first[EVENT.wider_war] == 3
    assert (world.over, world.field.war_weeks) == (1, 3.0)


@pytest.mark.parametrize(("ordered", "state", "refused"), [(1, OBEYED, 0), (0, REFUSED, 1)])
def test_orders_that_were_not_carried_out_are_taken_back(seen, lucky, ordered, state, refused):
    world, orders = closing(seen, lucky, step=0), order_records([parse_order("0:ukraine:press", 260)], 260)
    turn.deliver_orders(world, orders)
    world.ukraine.decision.step, world.ukraine.decision.ordered = 0, ordered
    turn.take_back_orders(world, orders)
    assert (orders[0].state, world.outcome.refused_orders) == (state, refused)
    assert world.ukraine.decision.order == NOTHING


def test_what_kyiv_ventures_is_felt_in_the_same_week(fresh):
    world = fresh()
    turn.play_week(world, order_records([parse_order("0:ukraine:press", 260)], 260))
    assert (world.ukraine.conduct, world.outcome.presses) == (KYIV.press, 1)
    assert world.field.tension > 0.04


@pytest.mark.parametrize(
    ("pending", "orders"),
    [(1, ("0:ukraine:press",)), (0, ("0:russia:coerce", "0:ukraine:retaliate", "0:esp:pledge")), (0, ("0:russia:mobilise",))],
)
def test_a_week_is_its_steps_one_after_the_other(seen, pending, orders):
    # weeks in which something happens at every step
    world, given = seen(troops=10.0), order_records([parse_order(order, 260) for order in orders], 260)
    world.allies[0].status, world.allies[0].share, world.allies[0].troops = STATUS.deployed, 1.0, 10.0
    world.field.pending_contact, world.coalition.authorised = pending, 0
    apart = world.copy()
    turn.play_week(world, given)
    for step in ORDER_OF_PLAY:
        getattr(turn, step.name)(apart, *([given] if step.orders else []))
    assert apart.tobytes() == world.tobytes()
    assert world.outcome.first[EVENT.authorisation] == 0
    assert world.outcome.attacks == pending
