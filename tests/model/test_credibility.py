import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents.choice import NOTHING
from reassure.agents.united_states import WASHINGTON
from reassure.model import credibility

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


def gap(world):
    credibility.measure_gap(world)
    return [float(world.coalition[name]) for name in ("promised_answer", "true_answer", "believed_answer")]


def test_three_figures_from_one_rule(seen):
    # with everything delivered, nobody's will in doubt and no spread of types, promise, truth and belief are one
    world = seen("paris_declaration", troops=25.0, resolve_spread=0)
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
