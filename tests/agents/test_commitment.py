import numpy as np
import pytest

from reassure.agents import commitment as rules
from reassure.agents.choice import begin
from reassure.agents.commitment import STATUS, STEP


def find(world):
    """Any ally that could send troops."""
    return next(each for each in world.allies if each.sustainable > 1.0)


def opened(world, status, crisis=0, pending=0, willingness=0.5):
    each = find(world)
    each.status, each.willingness = status, willingness
    world.situation.crisis, world.situation.mission_pending = crisis, pending
    begin(each.decision, 0, 0)
    up = np.exp(world.uncertainties.join_precision * willingness)
    rules.weigh(each, up, world.situation, world.levers, world.uncertainties)
    assert each.decision.probability.sum() == pytest.approx(1.0)
    return {option for option in range(len(rules.OPTIONS)) if each.decision.open[option]}


@pytest.mark.parametrize(
    ("status", "pending", "set_", "expected"),
    [
        (STATUS.out, 0, {}, {STEP.stay_out, STEP.support, STEP.pledge}),
        (STATUS.supporting, 0, {}, {STEP.stay_out, STEP.support, STEP.pledge}),
        (STATUS.pledged, 0, {}, {STEP.stay_out, STEP.support, STEP.deploy}),
        (STATUS.deployed, 0, {}, {STEP.withdraw, STEP.draw_down, STEP.deploy, STEP.reinforce}),
        (STATUS.out, 1, {}, {STEP.veto, STEP.stay_out, STEP.support, STEP.pledge}),
        (STATUS.out, 0, {"troop_ceiling": 0}, {STEP.stay_out, STEP.support}),
    ],
)
def test_what_is_open_to_a_government(seen, status, pending, set_, expected):
    assert opened(seen(**set_), status, pending=pending) == expected


def test_without_authority_nobody_can_pledge(seen):
    world = seen()
    world.situation.presence_allowed = 0
    assert opened(world, STATUS.out) == {STEP.stay_out, STEP.support}


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
