import pytest

from reassure.agents import vote as rules
from reassure.agents.commitment import STATUS
from reassure.agents.profiles import ALLIES
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
    assert pressing("PRT") > pressing("PRT", act=ACT.probe)


def test_common_and_national_will_move_the_vote_alike(seen):
    plain, common, national = seen(troops=15.0), seen(troops=15.0), seen(troops=15.0)
    common.coalition.will += 1.0
    find(national).national_will += 1.0
    assert votes(common)[VOTE.force] == pytest.approx(votes(national)[VOTE.force])
    assert votes(common)[VOTE.force] > votes(plain)[VOTE.force]


@pytest.mark.parametrize(
    ("troops", "own", "status", "legal", "says"),
    [
        (15.0, 2.0, STATUS.deployed, 0.6, True),
        (15.0, 0.0, STATUS.supporting, 0.6, False),
        (0.0, 0.0, STATUS.supporting, 0.6, True),
        (0.0, 0.0, STATUS.out, 0.6, False),
        (0.0, 0.0, STATUS.supporting, 0.0, False),
    ],
)
def test_who_has_a_say(seen, troops, own, status, legal, says):
    world = seen(troops=troops)
    world.situation.legal = legal
    each = find(world)
    each.troops, each.status = own, status
    assert bool(rules.has_a_say(each, world.situation)) == says


@pytest.mark.parametrize(("act", "base"), [(ACT.probe, 0.0), (ACT.seizure, 0.5), (ACT.strike, 0.5), (ACT.war, 0.5)])
def test_anything_graver_than_a_probe_is_pressed_more_readily(seen, act, base):
    world = seen()
    world.situation.hostility = 0.6
    each = find(world, "FRA")
    each.threat = 0.4
    votes(world, act=act)
    terms = each.answer.terms
    assert terms[rules.VOTE.pressure, rules.ANSWER_TERM.base] == base
    assert terms[rules.VOTE.pressure, rules.ANSWER_TERM.alarm] == pytest.approx(0.7)
    assert each.answer.utility[rules.VOTE.pressure] == pytest.approx(base + 0.7)
