import numpy as np
import pytest

from reassure.agents import commitment as rules
from reassure.agents.choice import open_none
from reassure.agents.commitment import STATUS, STEP


def find(world):
    """Any ally that could send troops."""
    return next(each for each in world.allies if each.sustainable > 1.0)


OPPOSED = -5.0
"""The stance of a declared opponent, as `stance_opposed` has it."""


def opened(world, status, crisis=0, pending=0, willingness=0.5, stance=OPPOSED):
    each = find(world)
    each.status, each.willingness, each.stance = status, willingness, stance
    world.situation.crisis, world.situation.mission_pending = crisis, pending
    open_none(each.decision, 0, 0)
    up = np.exp(world.uncertainties.join_precision * willingness)
    total = rules.weigh(each, up, world.situation, world.levers, world.uncertainties)
    rules.account_for_steps(each, total, world.situation, world.uncertainties)
    assert each.decision.probability.sum() == pytest.approx(1.0)
    return {option for option in range(len(rules.OPTIONS)) if each.decision.open[option] == 1}


@pytest.mark.parametrize(
    ("status", "pending", "set_", "expected"),
    [
        (STATUS.out, 0, {}, {STEP.stay_out, STEP.support, STEP.pledge}),
        (STATUS.supporting, 0, {}, {STEP.stay_out, STEP.support, STEP.pledge}),
        (STATUS.pledged, 0, {}, {STEP.stay_out, STEP.support, STEP.deploy}),
        (STATUS.deployed, 0, {}, {STEP.withdraw, STEP.draw_down, STEP.deploy, STEP.reinforce}),
        (STATUS.out, 1, {}, {STEP.veto, STEP.stay_out, STEP.support, STEP.pledge}),
        (STATUS.supporting, 1, {}, {STEP.veto, STEP.stay_out, STEP.support, STEP.pledge}),
        (STATUS.pledged, 1, {}, {STEP.veto, STEP.stay_out, STEP.support, STEP.deploy}),
        (STATUS.deployed, 1, {}, {STEP.withdraw, STEP.draw_down, STEP.deploy, STEP.reinforce}),
        (STATUS.out, 0, {"troop_ceiling": 0}, {STEP.stay_out, STEP.support}),
        (STATUS.pledged, 0, {"troop_ceiling": 0}, {STEP.stay_out, STEP.support}),
        (STATUS.out, 0, {"troop_ceiling": 0.5}, {STEP.stay_out, STEP.support, STEP.pledge}),
    ],
)
def test_what_is_open_to_a_government(seen, status, pending, set_, expected):
    assert opened(seen(**set_), status, pending=pending) == expected


def test_without_authority_nobody_can_pledge(seen):
    world = seen()
    world.situation.presence_allowed = 0
    assert opened(world, STATUS.out) == {STEP.stay_out, STEP.support}


@pytest.mark.parametrize(("sustainable", "can"), [(0.0, False), (0.3, True)])
def test_only_who_can_keep_troops_up_can_pledge_them(seen, sustainable, can):
    world = seen()
    each = find(world)
    each.sustainable, each.status = sustainable, STATUS.out
    open_none(each.decision, 0, 0)
    rules.weigh(each, 1.0, world.situation, world.levers, world.uncertainties)
    assert bool(each.decision.open[STEP.pledge]) == can


@pytest.mark.parametrize(
    ("status", "crisis", "option", "utility", "bars"),
    [
        (STATUS.out, 0, STEP.stay_out, 0.0, 0.0),
        (STATUS.out, 0, STEP.support, 2.7, 2.2),
        (STATUS.out, 0, STEP.pledge, 3.2, 2.2),
        (STATUS.out, 0, STEP.veto, -5.1, -4.6),
        (STATUS.pledged, 0, STEP.stay_out, 0.0, 0.0),
        (STATUS.pledged, 0, STEP.support, 2.7, 2.2),
        (STATUS.pledged, 0, STEP.deploy, 2.95, 1.95),  # C47: a quarter dearer than the pledge
        (STATUS.deployed, 0, STEP.withdraw, 0.0, 0.0),
        (STATUS.deployed, 0, STEP.draw_down, 0.9, 0.4),
        (STATUS.deployed, 0, STEP.deploy, 1.4, 0.4),
        (STATUS.deployed, 0, STEP.reinforce, 0.3, -1.2),
        (STATUS.deployed, 1, STEP.draw_down, 0.9, 0.4),
        (STATUS.deployed, 1, STEP.reinforce, 0.9, -0.6),
    ],
)
def test_what_each_step_is_worth_to_a_government_half_willing(seen, status, crisis, option, utility, bars):
    world = seen()
    opened(world, status, crisis=crisis, pending=1, willingness=0.5)
    made = find(world).decision
    assert made.utility[option] == pytest.approx(utility)
    assert made.terms[option, 0] == pytest.approx(bars)


@pytest.mark.parametrize(("status", "crisis"), [(STATUS.out, 0), (STATUS.pledged, 0), (STATUS.deployed, 0), (STATUS.deployed, 1)])
@pytest.mark.parametrize("willingness", [-3.0, 0.5, 2.0])
def test_odds_follow_utilities_at_the_declared_precision(seen, status, crisis, willingness):
    # a logit at 3.6 a score, however the odds were multiplied together
    world = seen()
    opened(world, status, crisis=crisis, pending=1, willingness=willingness)
    made = find(world).decision
    weight = np.where(made.open, np.exp(3.6 * made.utility), 0.0)
    assert made.probability == pytest.approx(weight / weight.sum(), rel=1e-9)


@pytest.mark.parametrize(("status", "crisis"), [(STATUS.out, 0), (STATUS.pledged, 0), (STATUS.deployed, 0), (STATUS.deployed, 1)])
def test_odds_add_up_to_what_is_told_and_the_account_closes_what_is_closed(seen, status, crisis):
    world = seen()
    each = find(world)
    each.status, world.situation.crisis = status, crisis
    made = each.decision
    made.utility[:], made.probability[:], made.terms[:] = 7.0, 0.25, 3.0
    open_none(made, 0, 0)
    total = rules.weigh(each, 0.5, world.situation, world.levers, world.uncertainties)
    assert made.probability[made.open == 1].sum() == pytest.approx(total)
    rules.account_for_steps(each, total, world.situation, world.uncertainties)
    assert not made.probability[made.open == 0].any() and not made.utility[made.open == 0].any()
    assert not made.terms[made.open == 0].any() and made.probability.sum() == pytest.approx(1.0)


def test_being_there_multiplies_the_odds_of_staying(seen):
    assert seen().situation.bar_odds.inertia == pytest.approx(np.exp(3.6 * 0.6))


def most_likely(world, status, willingness, **change):
    opened(world, status, willingness=willingness, **change)
    return int(find(world).decision.probability.argmax())


@pytest.mark.parametrize(
    ("status", "pending", "willingness", "option"),
    [
        (STATUS.out, 0, -3.0, STEP.stay_out),
        (STATUS.out, 0, -1.0, STEP.support),
        (STATUS.out, 0, 1.0, STEP.pledge),
        (STATUS.out, 1, -6.0, STEP.veto),
        (STATUS.pledged, 0, 1.0, STEP.deploy),
        (STATUS.pledged, 0, -1.0, STEP.support),
        (STATUS.deployed, 0, -1.0, STEP.withdraw),
        (STATUS.deployed, 0, -0.2, STEP.draw_down),
        (STATUS.deployed, 0, 1.0, STEP.deploy),
        (STATUS.deployed, 0, 2.5, STEP.reinforce),
    ],
)
def test_the_scale_of_commitment(seen, status, pending, willingness, option):
    assert most_likely(seen(), status, willingness, pending=pending) == option


@pytest.mark.parametrize("status", [STATUS.out, STATUS.pledged, STATUS.deployed])
def test_a_more_willing_government_never_does_less(seen, status):
    world = seen()
    reached = []
    for willingness in np.linspace(-6, 4, 41):
        opened(world, status, willingness=willingness)
        probability = find(world).decision.probability
        reached.append(float(np.dot(probability, [-1, 0, 0, 1, 1, 2, 2, 3])))
    assert np.all(np.diff(reached) > -1e-12)


def test_in_a_crisis_reinforcing_is_easier(seen):
    chances = []
    for crisis in (0, 1):
        world = seen()
        opened(world, STATUS.deployed, crisis=crisis, willingness=1.2)
        chances.append(find(world).decision.probability[STEP.reinforce])
    assert chances[1] > 2 * chances[0]


def test_pledging_is_easier_than_deploying(seen):
    # C47: theatre
    world = seen(theatre=1)
    opened(world, STATUS.out, willingness=0.3)
    pledging = find(world).decision.probability[STEP.pledge]
    opened(world, STATUS.pledged, willingness=0.3)
    assert find(world).decision.probability[STEP.deploy] < pledging


@pytest.mark.parametrize(
    ("chosen", "before", "status", "share", "vetoes"),
    [
        (STEP.veto, STATUS.out, STATUS.out, 0.0, 1),
        (STEP.stay_out, STATUS.pledged, STATUS.out, 0.0, 0),
        (STEP.support, STATUS.out, STATUS.supporting, 0.0, 0),
        (STEP.pledge, STATUS.out, STATUS.pledged, 0.75, 0),
        (STEP.deploy, STATUS.pledged, STATUS.deployed, 0.75, 0),
        (STEP.draw_down, STATUS.deployed, STATUS.deployed, 0.35, 0),
        (STEP.reinforce, STATUS.deployed, STATUS.deployed, 1.0, 0),
        (STEP.withdraw, STATUS.deployed, STATUS.out, 0.0, 0),
    ],
)
def test_what_a_choice_makes_of_a_government(seen, chosen, before, status, share, vetoes):
    world = seen()
    each = find(world)
    each.status, each.lag, each.vetoes = before, 9.0, 1
    rules.carry_out(each, chosen, 20.0, world.uncertainties)
    assert (each.status, each.share, each.vetoes) == (status, share, vetoes)
    assert each.decide_week == (29.0 if chosen == STEP.pledge else 0.0)


@pytest.mark.parametrize(
    ("status", "share", "chosen", "changed"),
    [
        (STATUS.deployed, 0.75, STEP.deploy, 0),
        (STATUS.deployed, 0.75, STEP.reinforce, 1),  # more of the same
        (STATUS.pledged, 0.75, STEP.deploy, 1),  # what was pledged goes
        (STATUS.out, 0.0, STEP.stay_out, 0),
        (STATUS.out, 0.0, STEP.veto, 0),
        (STATUS.out, 0.0, STEP.support, 1),
    ],
)
def test_a_contingent_moves_only_if_status_or_share_does(seen, status, share, chosen, changed):
    world = seen()
    each = find(world)
    each.status, each.share, each.changed = status, share, 0
    rules.carry_out(each, chosen, 20.0, world.uncertainties)
    assert each.changed == changed


@pytest.mark.parametrize("bar", ["support_bar", "withdraw_bar", "reinforce_bar", "reinforce_bar_in_crisis", "veto_bar", "theatre"])
def test_odds_follow_utilities_wherever_a_bar_lies(seen, bar):
    world = seen(**{bar: {"veto_bar": -3.1, "support_bar": -1.3, "withdraw_bar": 0.3}.get(bar, 0.7)})
    for status, crisis in ((STATUS.out, 0), (STATUS.pledged, 0), (STATUS.deployed, 0), (STATUS.deployed, 1)):
        opened(world, status, crisis=crisis, pending=1, willingness=0.5)
        made = find(world).decision
        weight = np.where(made.open, np.exp(3.6 * made.utility), 0.0)
        assert made.probability == pytest.approx(weight / weight.sum(), rel=1e-9)


@pytest.mark.parametrize(
    ("chosen", "share"), [(STEP.pledge, 0.6), (STEP.deploy, 0.5), (STEP.draw_down, 0.2), (STEP.reinforce, 0.9)]
)
def test_every_step_commits_a_share_of_its_own(seen, chosen, share):
    world = seen(share_pledged=0.6, share_deployed=0.5, share_drawn_down=0.2, share_reinforced=0.9)
    assert rules.share_after(chosen, world.uncertainties) == share


def test_a_state_outside_the_alliance_has_no_say_in_its_consensus(seen):
    # C46: the consensus is that of 32 members
    for member in (0, 1):
        world = seen()
        world.situation.mission_pending = 1
        each = find(world)
        each.in_nato, each.status, each.stance = member, STATUS.out, OPPOSED
        open_none(each.decision, 0, 0)
        rules.weigh(each, 1.0, world.situation, world.levers, world.uncertainties)
        assert bool(each.decision.open[STEP.veto]) == bool(member)


@pytest.mark.parametrize(("stance", "blocks"), [(-5.0, True), (-4.1, True), (-3.9, False), (-3.0, False), (1.0, False)])
def test_only_who_is_nearer_to_opposition_than_to_having_said_nothing_may_block(seen, stance, blocks):
    # C7, C23: sending no troops is not blocking others who do
    assert (STEP.veto in opened(seen(), STATUS.out, pending=1, stance=stance)) == blocks


@pytest.mark.parametrize(("weeks_since", "crisis", "again"), [(0.0, 0, False), (51.0, 0, False), (52.0, 0, True), (10.0, 1, True)])
def test_a_national_decision_against_sending_troops_stands_for_a_year(seen, weeks_since, crisis, again):
    world = seen(decision_holds=52)
    each = find(world)
    each.status, each.standing = STATUS.pledged, STEP.pledge
    rules.carry_out(each, STEP.support, 30.0, world.uncertainties)
    assert each.settled_until == 82.0
    world.situation.week = 30.0 + weeks_since
    assert (STEP.pledge in opened(world, STATUS.supporting, crisis=crisis)) == again


PRESENT = {STEP.withdraw, STEP.draw_down, STEP.deploy, STEP.reinforce}
ABSENT = {STEP.stay_out, STEP.support, STEP.pledge}


@pytest.mark.parametrize(
    ("before", "chosen", "status", "left"),
    [
        (STEP.stay_out, STEP.support, STATUS.supporting, {STEP.support, STEP.pledge}),
        (STEP.support, STEP.stay_out, STATUS.out, {STEP.stay_out}),
        (STEP.pledge, STEP.deploy, STATUS.deployed, {STEP.deploy, STEP.reinforce}),
        (STEP.deploy, STEP.reinforce, STATUS.deployed, {STEP.reinforce}),
        (STEP.reinforce, STEP.deploy, STATUS.deployed, {STEP.withdraw, STEP.draw_down, STEP.deploy}),
        (STEP.deploy, STEP.draw_down, STATUS.deployed, {STEP.withdraw, STEP.draw_down}),
        (STEP.deploy, STEP.withdraw, STATUS.out, {STEP.stay_out, STEP.support}),
        (STEP.deploy, STEP.deploy, STATUS.deployed, PRESENT),  # nothing was decided
    ],
)
def test_a_step_is_not_taken_back_for_a_year_and_further_steps_are_free(seen, before, chosen, status, left):
    world = seen(decision_holds=52)
    each = find(world)
    each.standing = before
    rules.carry_out(each, chosen, 30.0, world.uncertainties)
    world.situation.week = 81.0
    assert opened(world, status, pending=0) == left
    world.situation.week = 82.0
    assert opened(world, status, pending=0) == (PRESENT if status == STATUS.deployed else ABSENT)


@pytest.mark.parametrize("what", ["crisis", "attack", "order"])
def test_a_crisis_an_attack_on_the_force_and_an_order_reopen_what_was_decided(seen, what):
    world = seen(decision_holds=52)
    each = find(world)
    each.standing = STEP.pledge
    rules.carry_out(each, STEP.deploy, 30.0, world.uncertainties)
    world.situation.week = 40.0
    assert STEP.withdraw not in opened(world, STATUS.deployed)
    if what == "attack":
        rules.reopen(each)
    if what == "order":
        each.decision.order = STEP.withdraw
    assert STEP.withdraw in opened(world, STATUS.deployed, crisis=int(what == "crisis"))


def test_who_blocks_may_let_the_alliance_pass_and_does_not_block_again(seen):
    world = seen(decision_holds=52)
    each = find(world)
    each.standing = STEP.stay_out
    rules.carry_out(each, STEP.veto, 30.0, world.uncertainties)
    world.situation.week = 31.0
    assert opened(world, STATUS.out, pending=1) == {STEP.veto, STEP.stay_out}
    rules.carry_out(each, STEP.stay_out, 31.0, world.uncertainties)
    assert opened(world, STATUS.out, pending=1) == ABSENT


def test_a_pledge_comes_to_its_national_decision_however_lately_it_was_made(seen):
    world = seen(decision_holds=52)
    each = find(world)
    each.standing = STEP.support
    rules.carry_out(each, STEP.pledge, 30.0, world.uncertainties)
    world.situation.week = 35.0
    assert opened(world, STATUS.pledged) == {STEP.stay_out, STEP.support, STEP.deploy}
