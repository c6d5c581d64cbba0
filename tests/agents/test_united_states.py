import datetime

import numpy as np
import pytest

from reassure.agents import united_states
from reassure.agents.chance import PURPOSE, WHO, deal_mishaps, deal_opportunities, normals, uniform
from reassure.agents.choice import NOTHING, add_up, begin, logit
from reassure.agents.united_states import WASHINGTON, WASHINGTON_TERM

REVIEWS = [WASHINGTON.withdraw, WASHINGTON.withhold, WASHINGTON.slow_walk, WASHINGTON.deliver, WASHINGTON.deliver_more]


def chances(world, weigh, precision, will=0.5, **situation):
    """Washington's probabilities at a will, with something of the situation changed."""
    world.united_states.will = will
    for name, value in situation.items():
        world.situation[name] = value
    made = world.united_states.decision
    begin(made, 0, 0)
    weigh(world.united_states, world.situation, world.levers, world.uncertainties)
    add_up(made)
    logit(made, precision)
    return made.probability.copy()


def review(world, **change):
    return chances(world, united_states.weigh_review, 2.0, **change)


def stance(world, **change):
    return chances(world, united_states.weigh_crisis, 1.0, **change)


def generosity(probability):
    return float(np.dot(probability[REVIEWS], range(5)))


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"will": 0.9}, 1),
        ({"will": 0.1}, -1),
        ({"hostility": 0.9}, 1),  # C21
        ({"tension": 0.9}, -1),  # C39
        ({"attention": 0.2}, -1),
        ({"us_backstop": 1}, 1),  # C8
    ],
)
def test_what_makes_washington_deliver(seen, change, sign):
    lever = {name: change.pop(name) for name in ("us_backstop",) if name in change}
    assert (generosity(review(seen(**lever), **change)) - generosity(review(seen()))) * sign > 0.05


@pytest.mark.parametrize(
    ("will", "likely"),
    [
        (0.02, {WASHINGTON.withdraw, WASHINGTON.withhold}),
        (0.5, {WASHINGTON.slow_walk, WASHINGTON.deliver}),
        (0.98, {WASHINGTON.deliver_more}),
    ],
)
def test_the_will_picks_the_policy(seen, will, likely):
    probability = review(seen("bare_ceasefire"), will=will)
    assert int(probability.argmax()) in likely
    assert probability[REVIEWS].sum() == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("option", "change", "sign"),
    [
        (WASHINGTON.back, {"will": 0.9}, 1),
        (WASHINGTON.back, {"will": 0.1}, -1),
        (WASHINGTON.back, {"us_backstop": 1}, 1),
        (WASHINGTON.back, {"us_backstop": 0}, -1),
        (WASHINGTON.back, {"tension": 0.9}, -1),
        (WASHINGTON.concede, {"will": 0.1}, 1),
        (WASHINGTON.concede, {"response_policy": "escalate"}, -1),
        (WASHINGTON.concede, {"response_policy": "concede"}, 1),
    ],
)
def test_what_makes_washington_stand_behind_its_allies(seen, option, change, sign):
    lever = {name: change.pop(name) for name in ("us_backstop", "response_policy") if name in change}
    after, before = stance(seen(**lever), **change), stance(seen())
    assert (after[option] - before[option]) * sign > 0.01
    assert after[[WASHINGTON.concede, WASHINGTON.restrain, WASHINGTON.back]].sum() == pytest.approx(1.0)


def drift(world):
    united_states.drift(world.united_states, world.situation, world.uncertainties, world.luck)


def test_the_will_returns_to_its_level(seen):
    world = seen(will_noise=0)
    world.united_states.will, world.united_states.level = 0.9, 0.4
    drift(world)
    assert world.united_states.will == pytest.approx(0.4 + 0.5 * np.exp(-0.02))


def test_the_noise_of_a_week_is_as_declared_whatever_the_step(seen):
    spreads = []
    for step in (1.0, 0.25):
        world = seen()
        world.situation.weeks_per_step = step
        moved = []
        for run in range(600):
            world.luck.run = run
            deal_mishaps(world.luck)
            world.united_states.will = world.united_states.level = 0.5
            drift(world)
            moved.append(float(world.united_states.will) - 0.5)
        spreads.append(np.std(moved) / np.sqrt(step))
    assert spreads == pytest.approx([0.03, 0.03], rel=0.12)


@pytest.mark.parametrize(
    ("policy", "share"),
    [
        (WASHINGTON.withdraw, 0.0),
        (WASHINGTON.withhold, 0.25),
        (WASHINGTON.slow_walk, 0.5),
        (WASHINGTON.deliver, 0.8),
        (WASHINGTON.deliver_more, 1.0),
    ],
)
def test_deliveries_follow_the_policy(seen, policy, share):
    world = seen()
    world.united_states.policy = policy
    for _ in range(60):
        drift(world)
    assert world.united_states.delivered == pytest.approx(share, abs=1e-6)


@pytest.mark.parametrize(("presidential", "reach"), [(1, 0.25), (0, 0.12)])
def test_elections_move_the_level_once(seen, presidential, reach):
    levels = []
    for run in range(2000):
        if run < 3:
            world = seen(run=run, will_level=0.3)
        world.luck.run = run
        power = world.united_states
        power.level, power.next_election, power.next_is_presidential = 0.3, 10.0, presidential
        world.situation.week = 9.0
        drift(world)
        assert power.level == 0.3
        world.situation.week = 10.0
        drift(world)
        levels.append(float(power.level))
        assert power.next_is_presidential == 1 - presidential
        assert power.next_election > 10.0 + 90
        world.situation.week = 11.0
        drift(world)
        assert power.level == levels[-1]
    assert np.mean(levels) == pytest.approx(0.5 if presidential else 0.3, abs=0.05)
    assert np.std(levels) == pytest.approx(reach, rel=0.15)


def act(world):
    return int(united_states.act(world.united_states, world.situation, world.levers, world.uncertainties, world.luck))


def test_a_stance_is_taken_once_in_a_crisis_and_forgotten_after_it(seen):
    world = seen()
    world.situation.crisis = 1
    taken = act(world)
    assert taken in {WASHINGTON.concede, WASHINGTON.restrain, WASHINGTON.back}
    for step in range(1, 20):
        world.luck.step = step
        assert act(world) == NOTHING
        assert world.united_states.stance_in_crisis == taken
    world.situation.crisis = 0
    act(world)
    assert world.united_states.stance_in_crisis == NOTHING


@pytest.mark.parametrize("option", REVIEWS)
def test_an_order_sets_the_policy(seen, option):
    world = seen()
    world.united_states.decision.order = option
    assert act(world) == option == world.united_states.policy


@pytest.mark.parametrize("option", [WASHINGTON.concede, WASHINGTON.restrain, WASHINGTON.back])
def test_an_order_in_a_crisis_sets_the_stance_even_later(seen, option):
    world = seen()
    world.situation.crisis = 1
    act(world)
    world.luck.step = 1
    world.united_states.decision.order = option
    assert act(world) == option == world.united_states.stance_in_crisis


@pytest.mark.parametrize(("crisis", "option"), [(0, WASHINGTON.back), (1, WASHINGTON.deliver)])
def test_an_order_to_what_is_not_open_is_refused(seen, crisis, option):
    world = seen()
    world.situation.crisis = crisis
    world.united_states.decision.order = option
    assert act(world) != option
    assert world.united_states.decision.refused == 1


def test_reviews_fall_at_their_rate(seen):
    world = seen()
    reviews = 0
    for run in range(1500):
        world.luck.run = run
        deal_opportunities(world.luck, world.situation.pace)
        reviews += act(world) != NOTHING
    expected = 1 - np.exp(-4 / 52)
    assert reviews / 1500 == pytest.approx(expected, abs=4 * np.sqrt(expected / 1500))


def reasons(world, weigh, **situation):
    chances(world, weigh, 1.0, **situation)
    return world.united_states.decision.terms


POLICIES = (WASHINGTON.withdraw, WASHINGTON.withhold, WASHINGTON.slow_walk, WASHINGTON.deliver, WASHINGTON.deliver_more)


@pytest.mark.parametrize(
    ("term", "a_step"),
    [
        (WASHINGTON_TERM.will, 1.6),  # half way from even to certain will
        (WASHINGTON_TERM.promise, 0.3),  # half a promise
        (WASHINGTON_TERM.alarm, 0.24),
        (WASHINGTON_TERM.entrapment, -0.4),
        (WASHINGTON_TERM.attention, -0.2),
    ],
)
def test_every_step_of_deliveries_is_worth_the_same(seen, term, a_step):
    terms = reasons(seen(us_backstop=0.5), united_states.weigh_review, will=0.75, hostility=0.4, tension=0.5, attention=0.6)
    assert [terms[policy, term] for policy in POLICIES] == pytest.approx([a_step * steps for steps in range(5)])


def test_further_steps_of_deliveries_cost_more_than_the_last(seen):
    # bars between neighbours: -2.2, -1.1, 0, 1.1
    terms = reasons(seen(), united_states.weigh_review)
    worth = [terms[policy, WASHINGTON_TERM.step] for policy in POLICIES]
    assert np.diff(worth) == pytest.approx([2.2, 1.1, 0.0, -1.1])


@pytest.mark.parametrize(
    ("standing", "worth"),
    [
        (WASHINGTON.withdraw, [0.0, -0.75, -1.5, -2.25, -3.0]),
        (WASHINGTON.slow_walk, [-1.5, -0.75, 0.0, -0.75, -1.5]),
        (WASHINGTON.deliver_more, [-3.0, -2.25, -1.5, -0.75, 0.0]),
    ],
)
def test_each_step_away_from_what_stands_has_a_price(seen, standing, worth):
    world = seen()
    world.united_states.policy = standing
    terms = reasons(world, united_states.weigh_review)
    assert [terms[policy, WASHINGTON_TERM.inertia] for policy in POLICIES] == pytest.approx(worth)


@pytest.mark.parametrize("standing", POLICIES)
def test_what_stands_is_likelier_to_stand_than_where_nothing_keeps_it(seen, standing):
    kept = []
    for inertia in (0, 0.75, 1.5):
        world = seen(review_inertia=inertia)
        world.united_states.policy = standing
        kept.append(review(world)[standing])
    assert kept[0] < kept[1] < kept[2]


def reversals(seen, **set_):
    """Changes of policy in five years, and steps of two or more among them, of a Washington whose will stays where it is."""
    world = seen("bare_ceasefire", us_backstop=0.5, **set_)
    changes, jumps = [], []
    steps = np.abs(np.subtract.outer(REVIEWS, REVIEWS))
    for will in (0.1, 0.3, 0.5, 0.7, 0.9):
        moves = np.zeros((5, 5))
        for standing in REVIEWS:
            world.united_states.policy = standing
            moves[standing] = review(world, will=will)[REVIEWS]
        stands = np.linalg.matrix_power(moves, 500)[0]
        changes.append(20 * stands @ (moves * (steps > 0)).sum(1))
        jumps.append(20 * stands @ (moves * (steps > 1)).sum(1))
    return np.mean(changes), np.mean(jumps)


def test_washington_changes_its_policy_about_once_a_year(seen):
    # December 2023, April 2024, January and July 2025; shorter halts are no policy. Drift and elections add to this
    changes, jumps = reversals(seen)
    restless, leaping = reversals(seen, review_inertia=0)
    assert 2.5 < changes < 5.5
    assert changes < 0.6 * restless
    assert jumps < 0.5 * leaping


@pytest.mark.parametrize(
    ("option", "term", "worth"),
    [
        (WASHINGTON.back, WASHINGTON_TERM.base, -4.9),
        (WASHINGTON.back, WASHINGTON_TERM.will, 3.75),
        (WASHINGTON.back, WASHINGTON_TERM.promise, 1.5),
        (WASHINGTON.back, WASHINGTON_TERM.alarm, 0.2),
        (WASHINGTON.back, WASHINGTON_TERM.entrapment, -0.3),
        (WASHINGTON.concede, WASHINGTON_TERM.base, -2.6),
        (WASHINGTON.concede, WASHINGTON_TERM.will, 0.5),
        (WASHINGTON.concede, WASHINGTON_TERM.entrapment, 0.2),
        (WASHINGTON.concede, WASHINGTON_TERM.policy, -0.8),
    ],
)
def test_what_weighs_in_a_crisis(seen, option, term, worth):
    world = seen(us_backstop=0.5, response_policy="escalate")
    terms = reasons(world, united_states.weigh_crisis, will=0.75, hostility=0.4, tension=0.5)
    assert terms[option, term] == pytest.approx(worth)
    assert not terms[WASHINGTON.restrain].any()
    assert [i for i, is_open in enumerate(world.united_states.decision.open) if is_open == 1] == [
        WASHINGTON.concede,
        WASHINGTON.restrain,
        WASHINGTON.back,
    ]


def test_a_review_opens_the_five_policies_and_nothing_else(seen):
    world = seen()
    reasons(world, united_states.weigh_review)
    assert [option for option, is_open in enumerate(world.united_states.decision.open) if is_open == 1] == REVIEWS


@pytest.mark.parametrize(
    ("noise", "step", "will", "after"),
    [
        (1.0, 1.0, 0.5, 0.53),
        (-2.0, 1.0, 0.5, 0.44),
        (1.0, 0.25, 0.5, 0.515),  # noise grows with the root of time
        (2.0, 1.0, 0.98, 1.0),
        (-2.0, 1.0, 0.02, 0.0),
    ],
)
def test_the_will_wavers_within_its_bounds(seen, noise, step, will, after):
    world = seen()
    world.united_states.will = world.united_states.level = will
    world.luck.will_noise, world.situation.weeks_per_step = noise, step
    drift(world)
    assert world.united_states.will == pytest.approx(after)


def voted(world, presidential, level=0.3):
    world.situation.week = 10.0
    power = world.united_states
    power.level, power.next_election, power.next_is_presidential = level, 10.0, presidential
    drift(world)
    return power


@pytest.mark.parametrize(("presidential", "middle", "size"), [(1, 0.5, 0.25), (0, 0.3, 0.12)])
def test_a_presidential_election_redraws_the_level_and_midterms_shift_it(seen, presidential, middle, size):
    for run in range(8):
        world = seen(run=run)
        shock, _ = normals(world.luck, WHO.united_states, PURPOSE.election)
        expected = min(max(middle + size * shock, 0.02), 0.98)
        assert voted(world, presidential).level == pytest.approx(expected)


@pytest.mark.parametrize("presidential", [0, 1])
def test_no_election_makes_the_level_certain(seen, presidential):
    world = seen(election_spread=0.5, midterm_spread=0.3)
    levels = []
    for run in range(150):
        world.luck.run = run
        levels += [float(voted(world, presidential, level).level) for level in (0.1, 0.9)]
    assert (min(levels), max(levels)) == (0.02, 0.98)


MIDTERMS, INAUGURATION, NEXT_MIDTERMS = datetime.date(2026, 11, 3), datetime.date(2029, 1, 20), datetime.date(2030, 11, 5)


@pytest.mark.parametrize(("presidential", "days"), [(0, (INAUGURATION - MIDTERMS).days), (1, (NEXT_MIDTERMS - INAUGURATION).days)])
def test_the_next_election_is_where_the_calendar_has_it(seen, presidential, days):
    assert voted(seen(), presidential).next_election - 10.0 == pytest.approx(days / 7, abs=0.5)


def test_no_level_moves_before_its_week(seen):
    world = seen()
    world.united_states.level, world.united_states.next_election, world.situation.week = 0.3, 10.0, 9.99
    drift(world)
    assert world.united_states.level == 0.3


def test_deliveries_close_a_quarter_of_the_gap_in_a_week(seen):
    world = seen()
    world.united_states.delivered, world.united_states.policy = 0.3, WASHINGTON.deliver
    drift(world)
    assert world.united_states.delivered == pytest.approx(0.8 - 0.5 * np.exp(-0.25))


def logit_of(utilities, precision):
    weight = np.exp(precision * np.array(utilities))
    return weight / weight.sum()


def test_a_review_is_a_choice_among_five_worked_by_hand(seen):
    # a step: will 1.6, promise .3, alarm .24, entrapment -.4, attention -.2 = 1.54; steps 2.2, 3.3, 3.3, 2.2 beside;
    # three quarters of a point for each step away from delivering
    world = seen(us_backstop=0.5)
    world.united_states.will = 0.75
    situation = world.situation
    situation.hostility, situation.tension, situation.attention = 0.4, 0.5, 0.6
    world.luck.washington, world.luck.step = 1, 6
    act(world)
    made = world.united_states.decision
    assert made.probability[REVIEWS] == pytest.approx(logit_of([-2.25, 2.24, 5.63, 7.92, 7.61], 2.0))
    assert (made.step, united_states.NODES[made.node]) == (6, "review")
    assert made.draw == uniform(world.luck, WHO.united_states, PURPOSE.policy)
    assert world.united_states.policy == made.chosen


def test_a_stance_is_a_choice_among_three_worked_by_hand(seen):
    # back -4.9 + 3.75 + 1.5 + .2 - .3 = .25; concede -2.6 + .5 + .2 - .8 = -2.7
    world = seen(us_backstop=0.5, response_policy="escalate")
    world.united_states.will = 0.75
    situation = world.situation
    situation.hostility, situation.tension, situation.crisis = 0.4, 0.5, 1
    world.luck.step = 6
    act(world)
    made = world.united_states.decision
    stances = [WASHINGTON.concede, WASHINGTON.restrain, WASHINGTON.back]
    assert made.probability[stances] == pytest.approx(logit_of([-2.7, 0.0, 0.25], 1.0))
    assert made.utility[stances] == pytest.approx([-2.7, 0.0, 0.25])
    assert (made.step, united_states.NODES[made.node]) == (6, "crisis")
    assert made.draw == uniform(world.luck, WHO.united_states, PURPOSE.policy)


def test_between_reviews_nothing_is_weighed_and_the_policy_stands(seen):
    world = seen()
    world.united_states.policy, world.luck.washington = WASHINGTON.slow_walk, 0
    assert act(world) == NOTHING
    assert world.united_states.policy == WASHINGTON.slow_walk
    assert not world.united_states.decision.open.any()


def test_a_crisis_leaves_the_policy_as_it_is(seen):
    world = seen()
    world.united_states.policy, world.situation.crisis, world.luck.washington = WASHINGTON.slow_walk, 1, 1
    act(world)
    assert world.united_states.policy == WASHINGTON.slow_walk
