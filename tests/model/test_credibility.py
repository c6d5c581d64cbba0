import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents.choice import NOTHING
from reassure.agents.response import force_chance, score_with_toll
from reassure.agents.situation import ACT
from reassure.agents.united_states import WASHINGTON
from reassure.model import credibility
from reassure.model.levers import TROOP_LEVERS

SHARE = st.floats(0, 1)


@pytest.fixture(scope="module")
def capable(fresh):
    """Capability at 20 thousand with half of everything, but for what is changed."""

    def at(troops=20.0, air=0.5, backing=0.5, **set_):
        levers = {"us_intelligence": 0.5, "us_logistics": 0.5, "us_air_defence": 0.5, "us_basing": 0.5, **set_}
        world = fresh(**levers)
        return credibility.fighting_capability(troops, air, backing, world.levers, world.uncertainties)

    return at


@pytest.mark.parametrize(
    "more",
    [
        {"troops": 40.0}, {"air": 1.0}, {"backing": 1.0}, {"us_intelligence": 1}, {"us_logistics": 1}, {"us_air_defence": 1}, {"us_basing": 1},
    ],
)  # fmt: skip
def test_what_makes_a_force_capable(capable, more):
    assert 0 < capable() < capable(**more) < 1


@pytest.mark.parametrize(
    ("troops", "air", "backing", "enablers", "exponent"),
    [
        (16.0, 0.0, 1.0, (), 0.22),  # sixteen thousand by themselves
        (32.0, 0.0, 1.0, (), 0.44),
        (16.0, 0.0, 1.0, ("us_intelligence",), 0.4384),
        (16.0, 0.0, 1.0, ("us_logistics",), 0.3448),
        (16.0, 0.0, 1.0, ("us_air_defence",), 0.2824),
        (16.0, 0.0, 1.0, ("us_basing",), 0.298),
        (16.0, 0.0, 1.0, ("us_intelligence", "us_logistics", "us_air_defence", "us_basing"), 0.7036),
        (16.0, 1.0, 1.0, (), 0.7746),  # air support enables, and counts as eight thousand more
        (0.0, 1.0, 1.0, (), 0.2582),
        (16.0, 1.0, 0.5, (), 0.46025),
        (16.0, 1.0, 0.0, ("us_intelligence",), 0.22),  # nothing is delivered
        (16.0, 1.0, 1.0, ("us_intelligence", "us_logistics", "us_air_defence", "us_basing"), 1.5),
    ],
)
def test_capability_in_figures(capable, troops, air, backing, enablers, exponent):
    # C12, C31: what is given is 1 - exp(-x)
    none = {"us_intelligence": 0, "us_logistics": 0, "us_air_defence": 0, "us_basing": 0}
    found = capable(troops=troops, air=air, backing=backing, us_multiplier=1, **none | dict.fromkeys(enablers, 1))
    assert found == pytest.approx(1.0 - math.exp(-exponent))


@pytest.mark.parametrize(("multiplier", "backing", "left"), [(1, 0.3, 0.3), (0.5, 0.3, 0.65), (0, 0.3, 1.0), (1, 1.0, 1.0)])
def test_what_washingtons_conduct_leaves_of_an_enabler(fresh, multiplier, backing, left):
    assert credibility.dependence(backing, fresh(us_multiplier=multiplier).uncertainties) == pytest.approx(left)


def test_troops_and_enablers_multiply(capable):
    # C12, C31: the same soldiers are worth more with enablers, and enablers more with soldiers
    with_all, alone = capable(troops=10.0, air=0.0, backing=1.0), capable(troops=10.0, air=0.0, backing=0.0)
    more = capable(troops=20.0, air=0.0, backing=1.0) - capable(troops=20.0, air=0.0, backing=0.0)
    assert more > with_all - alone > 0
    assert capable(troops=0.0, air=0.0) == 0.0


def test_without_washington_in_the_equation_its_conduct_does_not_count(capable):
    assert capable(us_multiplier=0, backing=0.0) == capable(us_multiplier=0, backing=1.0) == capable(backing=1.0)


@pytest.mark.parametrize(
    ("stance", "delivered", "behind"),
    [
        (NOTHING, 1.0, 0.72),
        (NOTHING, 0.5, 0.36),
        (WASHINGTON.back, 0.0, 1.0),
        (WASHINGTON.restrain, 1.0, 0.0),
        (WASHINGTON.concede, 1.0, -0.5),
    ],
)
def test_how_far_washington_stands_behind_its_allies(fresh, stance, delivered, behind):
    world = fresh(us_backstop=0.6)
    world.united_states.stance_in_crisis, world.united_states.delivered = stance, delivered
    assert credibility.standing_behind(world.united_states, world.levers, world.uncertainties) == pytest.approx(behind)


@pytest.mark.parametrize(
    ("stance", "basing", "air"),
    [(NOTHING, 1, 0.2), (WASHINGTON.restrain, 1, 0.2), (WASHINGTON.back, 1, 0.8), (WASHINGTON.back, 0, 0.48)],
)
def test_a_surge_comes_when_washington_backs_and_as_far_as_bases_let_it(fresh, stance, basing, air):
    # RAND RR2533: steady state and surge apart
    world = fresh(us_air_steady=0.2, us_air_surge=0.8, us_basing=basing)
    world.united_states.stance_in_crisis = stance
    assert credibility.air_that_applies(world.united_states, world.levers, world.uncertainties) == pytest.approx(air)


@pytest.mark.parametrize(("backstop", "behind"), [(0, 0.3), (1, 1.0)])
def test_deliveries_alone_stand_for_some_backing(fresh, backstop, behind):
    world = fresh(us_backstop=backstop)
    world.united_states.delivered = 1.0
    assert credibility.standing_behind(world.united_states, world.levers, world.uncertainties) == pytest.approx(behind)


def test_a_surge_smaller_than_what_is_there_brings_nothing(fresh):
    world = fresh(us_air_steady=0.5, us_air_surge=0.4, us_basing=1)
    world.united_states.stance_in_crisis = WASHINGTON.back
    assert credibility.air_that_applies(world.united_states, world.levers, world.uncertainties) == 0.5


def answer_to_war(world, touched, capability, legal, backing, excused, will=0.0):
    """The chance of an answer to a general war, from what the reader can see is asked."""
    toll = math.log10(61.0) if touched else 0.0  # sixty deaths are expected at first
    score = score_with_toll(
        world.russia.answer_terms.copy(), ACT.war, touched, touched, toll, capability, legal, backing, excused, will, world.levers,
        world.uncertainties,
    )  # fmt: skip
    return force_chance(score, world.uncertainties) * (1.0 if touched else legal**2)


@pytest.mark.parametrize(
    ("package", "touched", "legal"),
    [
        ({"troop_ceiling": 20, "us_ground_troops": 5, "legal_form": "treaty"}, 1.0, 1.0),
        ({"us_ground_troops": 25}, 1.0, 0.0),
        ({"troop_ceiling": 25}, 1.0, 0.0),
        ({"troop_ceiling": 0.5}, 1.0, 0.0),  # few, but they can be hit
        ({"legal_form": "time_limited"}, 0.0, 0.6),
    ],
)
def test_what_is_promised(fresh, package, touched, legal):
    # every soldier there, every enabler delivered; six tenths of a backstop beside daily help are .72
    enablers = {"us_air_steady": 0.4, "us_intelligence": 0.7, "us_backstop": 0.6, "rules_of_engagement": 0.5}
    world = fresh("bare_ceasefire", **enablers, **package)
    troops = sum(package.get(name, 0) for name in TROOP_LEVERS)
    capability = credibility.fighting_capability(troops, 0.4, 1.0, world.levers, world.uncertainties)
    expected = answer_to_war(world, touched, capability, legal, 0.72, 0.0)
    assert world.coalition.promised_answer == pytest.approx(expected)
    assert 0 < expected < 1


def test_who_promises_nothing_has_promised_nothing(fresh):
    world = fresh("bare_ceasefire", us_backstop=1)
    world.coalition.promised_answer = 0.5
    credibility.promise(world)
    assert world.coalition.promised_answer == 0.0


@pytest.mark.parametrize(("troops", "legal", "touched"), [(15.0, 0.6, 1.0), (15.0, 0.0, 1.0), (0.5, 0.0, 1.0), (0.0, 0.6, 0.0)])
@pytest.mark.parametrize("belief", [0.0, 0.25, 1.0])
def test_the_three_figures_differ_by_will_and_belief_alone(seen, troops, legal, touched, belief):
    world = seen(troops=troops, resolve_spread=1.5, conditional_cover=0)
    world.situation.legal, world.situation.stood_behind, world.coalition.capability = legal, 0.4, 0.35
    world.coalition.member_will, world.russia.belief = -0.7, belief

    def chance(will):
        return answer_to_war(world, touched, 0.35, legal, 0.4, 0.0, will)

    _, true, believed = gap(world)
    assert true == pytest.approx(chance(-0.7))
    assert believed == pytest.approx(belief * chance(1.5) + (1.0 - belief) * chance(-1.5))


def test_conditional_cover_excuses_from_a_fight_that_kyiv_began(seen):
    # T32: the promise stands as it was given, what it would come to does not
    plain, excused = seen(troops=15.0, conditional_cover="off"), seen(troops=15.0, conditional_cover="on")
    for world in (plain, excused):
        world.situation.kyiv_began, world.coalition.member_will = 1, 0.0
    (promised, true, believed), (promised_too, less_true, less_believed) = gap(plain), gap(excused)
    assert promised_too == promised
    assert less_true < true - 0.02
    assert less_believed < believed - 0.02


def test_a_force_that_has_gone_leaves_no_answer(seen):
    world = seen(troops=15.0)
    assert min(gap(world)) > 0
    world.coalition.troops = world.situation.legal = 0.0
    assert gap(world)[1:] == [0.0, 0.0]


def gap(world):
    credibility.measure_gap(world)
    return [float(world.coalition[name]) for name in ("promised_answer", "true_answer", "believed_answer")]


def test_three_figures_from_one_rule(seen):
    # with everything delivered, nobody's will in doubt and no spread of types, promise, truth and belief are one
    world = seen("paris_declaration", troops=25.0, resolve_spread=0, conditional_cover=0)
    united_states, coalition = world.united_states, world.coalition
    united_states.delivered, coalition.member_will = 1.0, 0.0
    coalition.capability = credibility.fighting_capability(25.0, world.levers.us_air_steady, 1.0, world.levers, world.uncertainties)
    world.situation.stood_behind = credibility.standing_behind(united_states, world.levers, world.uncertainties)
    promised, true, believed = gap(world)
    assert true == pytest.approx(promised)
    assert believed == pytest.approx(promised)


@pytest.mark.parametrize(("will", "sign"), [(1.0, 1), (-1.0, -1)])
def test_true_will_moves_the_true_answer_alone(seen, will, sign):
    plain, other = seen(troops=15.0), seen(troops=15.0)
    plain.coalition.member_will, other.coalition.member_will = 0.0, will
    one, two = gap(plain), gap(other)
    assert (two[1] - one[1]) * sign > 0.05
    assert (one[0], one[2]) == (two[0], two[2])


@given(SHARE, SHARE)
def test_belief_moves_the_believed_answer_alone(seen, low, high):
    one, two = seen(troops=15.0), seen(troops=15.0)
    one.russia.belief, two.russia.belief = sorted((low, high))
    first, second = gap(one), gap(two)
    assert first[:2] == second[:2]
    assert first[2] <= second[2]


def test_nobody_there_and_nobody_bound_promises_nothing(seen):
    assert gap(seen("bare_ceasefire")) == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("preset", ["limited_reassurance_force", "external_guarantees", "full_nato_mission", "paris_declaration"])
def test_a_promise_is_a_chance_and_more_than_moscow_believes_at_first(seen, preset):
    promised, _, believed = gap(seen(preset))
    assert 0 < believed < promised < 1
