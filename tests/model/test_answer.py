import numpy as np
import pytest

from reassure.agents.commitment import STATUS
from reassure.agents.situation import ACT, NO_ATTACK
from reassure.agents.vote import VOTE
from reassure.model import answer
from reassure.model.deeds import attack
from reassure.model.outcomes import EVENT


def force(seen, votes=(VOTE.force, VOTE.force), troops=(5.0, 5.0), run=0, **set_):
    """A world with contributors that have voted."""
    world = seen(troops=sum(troops), run=run, updating=1, **set_)
    for each, vote, own in zip(world.allies, votes, troops, strict=False):
        each.status, each.troops, each.answer.chosen = STATUS.deployed, own, vote
    return world


@pytest.mark.parametrize(
    ("votes", "troops", "quorum", "forceful"),
    [
        ((VOTE.force, VOTE.force), (5.0, 5.0), 0.5, True),
        ((VOTE.force, VOTE.restraint), (5.0, 5.0), 0.5, True),
        ((VOTE.force, VOTE.restraint), (4.0, 6.0), 0.5, False),
        ((VOTE.force, VOTE.pressure), (4.0, 6.0), 0.35, True),
        ((VOTE.restraint, VOTE.pressure), (5.0, 5.0), 0.05, False),
    ],
)
def test_votes_weigh_by_troops_and_bind_at_the_quorum(seen, votes, troops, quorum, forceful):
    world = force(seen, votes, troops, response_quorum=quorum)
    assert bool(answer.count_votes(world)) == forceful
    assert world.coalition.force_share == pytest.approx(
        sum(own for own, vote in zip(troops, votes, strict=True) if vote == VOTE.force) / 10
    )


def test_with_nobody_to_vote_nobody_answers(seen):
    world = seen("bare_ceasefire")
    assert not answer.count_votes(world)
    assert world.coalition.force_share == 0.0


@pytest.mark.parametrize(("behind", "forceful"), [(1.0, True), (0.2, False)])
def test_american_troops_count_as_washington_stands(seen, behind, forceful):
    world = seen("bare_ceasefire", troops=10.0, us_ground_troops=10)
    world.coalition.american_troops, world.situation.stood_behind = 10.0, behind
    assert bool(answer.count_votes(world)) == forceful


def attacked(world, act, touched=1, sector=3):
    attack(world, act, sector, touched)
    answer.answer(world)
    assert world.situation.attack.act == NO_ATTACK
    return world


FIRM, SOFT = (VOTE.force, VOTE.force), (VOTE.restraint, VOTE.restraint)


@pytest.mark.parametrize(
    ("act", "touched", "votes", "lesson", "shaken"),
    [
        (ACT.probe, 1, FIRM, 0.6, 0.04),
        (ACT.probe, 0, FIRM, 0.6, 0.04),
        (ACT.probe, 1, SOFT, -0.55, -0.05),
        (ACT.probe, 0, SOFT, -0.17, -0.02),  # T26: salami
        (ACT.strike, 1, FIRM, 1.2, 0.0),
        (ACT.strike, 1, SOFT, -1.2, -0.15),
        (ACT.war, 1, FIRM, 1.2, 0.0),
        (ACT.war, 1, SOFT, -1.2, 0.0),
        (ACT.war, 0, SOFT, 0.0, 0.0),
    ],
)
def test_what_an_answer_teaches(seen, act, touched, votes, lesson, shaken):
    world = force(seen, votes)
    confidence = float(world.ukraine.confidence)
    attacked(world, act, touched)
    assert world.russia.evidence == pytest.approx(lesson)
    assert world.ukraine.confidence - confidence == pytest.approx(shaken)


@pytest.mark.parametrize(("act", "touched", "votes"), [(ACT.strike, 1, FIRM), (ACT.seizure, 1, FIRM), (ACT.war, 1, FIRM)])
def test_a_force_that_is_hit_and_fights_is_a_clash(seen, act, touched, votes):
    world = attacked(force(seen, votes), act, touched)
    assert world.outcome.first[EVENT.clash] == world.outcome.first[EVENT.attack_on_force] == 0
    assert world.coalition.fights == 1


@pytest.mark.parametrize(
    ("act", "touched", "votes"),
    [(ACT.strike, 1, SOFT), (ACT.seizure, 0, FIRM), (ACT.seizure, 1, SOFT), (ACT.war, 1, SOFT), (ACT.probe, 1, FIRM)],
)
def test_everything_else_is_none(seen, act, touched, votes):
    world = attacked(force(seen, votes, legal_form="none"), act, touched)
    assert world.outcome.first[EVENT.clash] == -1
    assert world.coalition.fights == 0


@pytest.mark.parametrize(("form", "share"), [("none", 0.0), ("time_limited", 0.36), ("treaty", 1.0)])
def test_guarantors_that_are_not_hit_may_enter_a_war_on_their_law(seen, form, share):
    entered = [attacked(force(seen, FIRM, run=run, legal_form=form), ACT.war, 0).coalition.fights for run in range(60)]
    assert np.mean(entered) == pytest.approx(share, abs=4 * np.sqrt(share * (1 - share) / 60))


def test_a_general_war_is_a_general_war(seen):
    world = attacked(force(seen, SOFT), ACT.war)
    assert (world.field.war, world.field.crisis, world.outcome.first[EVENT.renewed_war]) == (1, 0, 0)


def grabs(seen, votes, runs=120, **set_):
    """Shares of grabs that take ground, and that spill into war."""
    worlds = [attacked(force(seen, votes, run=run, **set_), ACT.seizure, 0) for run in range(runs)]
    return np.mean([world.outcome.first[EVENT.erosion] >= 0 for world in worlds]), np.mean([world.field.war for world in worlds])


def test_a_grab_that_is_answered_in_time_takes_ground_half_as_often(seen):
    # C39: with no hours lost every answer is in time
    alone, spilt = grabs(seen, SOFT, response_hours=0)
    fought, _ = grabs(seen, FIRM, response_hours=0)
    assert 0 < fought < 0.8 * alone
    assert spilt == pytest.approx(0.12, abs=4 * np.sqrt(0.11 / 120))


def test_an_answer_that_comes_late_is_worth_less(seen):
    assert grabs(seen, FIRM, response_hours=168)[0] > grabs(seen, FIRM, response_hours=0)[0]


def test_a_grab_costs_both_sides(seen):
    world = force(seen, SOFT)
    before = float(world.field.russian_power), float(world.field.ukrainian_power)
    attacked(world, ACT.seizure, 0)
    assert world.field.russian_power <= before[0]
    assert world.field.ukrainian_power == pytest.approx(before[1] - 0.03)


def test_a_strike_left_unanswered_may_end_the_presence(seen):
    # T18
    ended = [1 - attacked(force(seen, SOFT, run=run), ACT.strike).coalition.authorised for run in range(150)]
    assert np.mean(ended) == pytest.approx(0.35, abs=4 * np.sqrt(0.23 / 150))


@pytest.mark.parametrize("act", [ACT.seizure, ACT.strike, ACT.war])
def test_own_deaths_lie_around_the_expected_within_a_factor(seen, act):
    deaths = []
    for run in range(200):
        if run == 0:
            world = force(seen, run=run)
        world.luck.run = run
        attack(world, act, 3, 1)
        deaths.append(float(world.situation.attack.deaths))
    assert np.median(deaths) == pytest.approx({ACT.seizure: 20, ACT.strike: 40, ACT.war: 60}[act], rel=0.3)
    assert np.std(np.log(deaths)) == pytest.approx(1.1, rel=0.15)


@pytest.mark.parametrize(("act", "touched"), [(ACT.probe, 1), (ACT.seizure, 0), (ACT.war, 0)])
def test_who_is_not_hit_gravely_does_not_count_as_attacked(seen, act, touched):
    world = force(seen)
    attack(world, act, 3, touched)
    assert world.situation.attack.deaths == 0.0
    assert world.outcome.first[EVENT.attack_on_force] == -1
