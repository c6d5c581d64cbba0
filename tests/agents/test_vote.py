import numpy as np
import pytest

from reassure.agents import vote as rules
from reassure.agents.chance import PURPOSE, WHO, uniform
from reassure.agents.commitment import STATUS
from reassure.agents.profiles import ALLIES
from reassure.agents.response import ANSWER_TERM
from reassure.agents.situation import ACT
from reassure.agents.vote import VOTE

INDEX = {profile.iso3: index for index, profile in enumerate(ALLIES)}


def find(world, code="FRA"):
    return world.allies[INDEX[code]]


def votes(world, code="FRA", act=ACT.strike, touched=1, troops=2.0, deaths=30.0):
    world.situation.attack.act, world.situation.attack.touched, world.situation.attack.deaths = act, touched, deaths
    each = find(world, code)
    each.troops = troops
    chosen = rules.vote(each, world.situation, float(world.coalition.will), world.levers, world.uncertainties, world.luck)
    made = each.answer
    assert made.probability.sum() == pytest.approx(1.0)
    assert chosen == made.chosen
    return made.probability.copy()


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ({"touched": 0}, {"touched": 1}),
        ({"troops": 0.0}, {"troops": 2.0}),
        ({"act": ACT.seizure, "touched": 0}, {"act": ACT.seizure, "touched": 1}),
    ],
)
def test_who_is_hit_answers(seen, less, more):
    assert votes(seen(troops=15.0), **more)[VOTE.force] > 1.5 * votes(seen(troops=15.0), **less)[VOTE.force]


def test_short_of_force_the_nearest_press_hardest(seen):
    def pressing(code, **attack):
        probability = votes(seen(troops=15.0), code, **attack)
        return probability[VOTE.pressure] / (probability[VOTE.pressure] + probability[VOTE.restraint])

    assert pressing("EST") > pressing("PRT")


def test_common_and_national_will_move_the_vote_alike(seen):
    plain, common, national = seen(troops=15.0), seen(troops=15.0), seen(troops=15.0)
    common.coalition.will += 1.0
    find(national).national_will += 1.0
    assert votes(common)[VOTE.force] == pytest.approx(votes(national)[VOTE.force])
    assert votes(common)[VOTE.force] > votes(plain)[VOTE.force]


@pytest.mark.parametrize(
    ("troops", "own", "party", "legal", "says"),
    [
        (15.0, 2.0, 1, 0.6, True),
        (15.0, 2.0, 0, 0.6, True),  # whoever sends troops, party or not
        (15.0, 0.0, 1, 0.6, False),
        (0.0, 0.0, 1, 0.6, True),
        (0.0, 0.0, 0, 0.6, False),
        (0.0, 0.0, 1, 0.0, False),
        (0.5, 0.3, 1, 0.6, True),  # a company is a contribution
        (0.5, 0.0, 1, 0.6, False),  # and silences those who sent none
        (0.0, 0.0, 1, 0.33, True),  # however loosely it binds
    ],
)
@pytest.mark.parametrize("status", [STATUS.out, STATUS.supporting, STATUS.pledged, STATUS.deployed])
def test_who_has_a_say_whatever_it_has_promised(seen, troops, own, party, legal, says, status):
    world = seen(troops=troops)
    world.situation.legal = legal
    each = find(world)
    each.troops, each.in_coalition, each.status = own, party, status
    assert bool(rules.has_a_say(each, world.situation)) == says


@pytest.mark.parametrize("act", [ACT.probe, ACT.seizure, ACT.strike, ACT.war])
def test_a_state_presses_by_its_alarm_whatever_the_act(seen, act):
    world = seen()
    world.situation.hostility = 0.6
    each = find(world, "FRA")
    each.threat = 0.4
    votes(world, act=act)
    assert each.answer.terms[VOTE.pressure, ANSWER_TERM.base] == 0.0
    assert each.answer.terms[VOTE.pressure, ANSWER_TERM.alarm] == pytest.approx(0.7)
    assert each.answer.utility[VOTE.pressure] == pytest.approx(0.7)


def held_against(world, troops=2.0, touched=1, **attack):
    """A vote on a strike that cost 99 lives, in a coalition of some strength; who began is plain to see."""
    situation = world.situation
    situation.capability, situation.legal, situation.stood_behind = 0.5, 0.6, 0.25
    situation.hostility, situation.intelligence, situation.kyiv_began = 0.6, 1.0, 1
    world.coalition.will = 0.4
    each = find(world)
    each.threat, each.national_will = 0.4, 0.3
    votes(world, troops=troops, touched=touched, deaths=99.0, **attack)
    return each.answer


@pytest.mark.parametrize(
    ("term", "worth"),
    [
        (ANSWER_TERM.base, -1.9),
        (ANSWER_TERM.touched, 0.5),  # 1, half of it excused
        (ANSWER_TERM.presence, 0.0),  # counts only where nobody is hit
        (ANSWER_TERM.legal_obligation, 0.375),  # 1.25 x .6, half of it excused
        (ANSWER_TERM.prospect, 0.18),  # success at .65
        (ANSWER_TERM.deaths, -0.35),  # two powers of ten
        (ANSWER_TERM.backing, 0.2),
        (ANSWER_TERM.rules_of_engagement, 0.25),
        (ANSWER_TERM.policy, 0.0),  # a strike is above what the policy is about
        (ANSWER_TERM.will, 0.7),
    ],
)
def test_what_counts_for_force_after_a_strike_on_the_force_that_kyiv_brought_about(seen, term, worth):
    answer = held_against(seen(troops=15.0, conditional_cover="on", rules_of_engagement=0.5))
    assert answer.terms[VOTE.force, term] == pytest.approx(worth)


def test_the_chances_of_a_vote_worked_by_hand(seen):
    # score -.045 at 1.6 a unit: force .482; short of force .7 for pressing: .6682 of the rest
    answer = held_against(seen(troops=15.0, conditional_cover="on", rules_of_engagement=0.5))
    assert answer.utility == pytest.approx([0.0, 0.7, -0.045])
    assert answer.probability == pytest.approx([0.1719, 0.3461, 0.4820], abs=1e-4)
    assert list(answer.open) == [1, 1, 1]


@pytest.mark.parametrize(
    ("troops", "touched", "own_hit", "own_there", "force"),
    [
        (2.0, 1, 1.0, 0.0, 1.0),
        (0.5, 1, 1.0, 0.0, 1.0),  # a small contingent under attack is under attack
        (2.0, 0, 0.0, 0.12, 1.0),  # others are hit elsewhere
        (0.0, 1, 0.0, 0.0, 1.0),  # the force is hit, but none of its own
    ],
)
def test_only_own_troops_under_attack_count_as_such(seen, troops, touched, own_hit, own_there, force):
    answer = held_against(seen(troops=15.0, conditional_cover=0), troops, touched)
    assert answer.terms[VOTE.force, ANSWER_TERM.touched] == pytest.approx(own_hit)
    assert answer.terms[VOTE.force, ANSWER_TERM.presence] == pytest.approx(own_there)
    score = answer.utility[VOTE.force]
    assert answer.probability[VOTE.force] == pytest.approx(force / (1 + np.exp(-1.6 * score)))


def test_a_new_vote_begins_on_a_clean_sheet(seen):
    world = seen(troops=15.0)
    votes(world, act=ACT.war)
    world.luck.step = 7
    votes(world, act=ACT.probe)
    made = find(world).answer
    assert made.terms[VOTE.pressure, ANSWER_TERM.base] == 0.0
    assert (made.step, made.node, made.sector) == (7, rules.VOTE_NODES.index("answer"), -1)


def test_every_ally_votes_by_a_draw_of_its_own(seen):
    world = seen(troops=15.0)
    for code in INDEX:
        votes(world, code)
    drawn = [float(each.answer.draw) for each in world.allies]
    assert drawn == [uniform(world.luck, WHO.first_ally + profile.luck, PURPOSE.vote) for profile in ALLIES]
    assert len(set(drawn)) == len(ALLIES)
