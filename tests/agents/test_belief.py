import itertools
import math

import pytest

from reassure.agents import belief


@pytest.fixture(scope="module")
def believed(seen):
    """Moscow's belief under the limited force with troops there, but for what is changed in the situation or declared."""

    def at(evidence=0.0, crisis=0, stood_behind=None, joiners=8.0, troops=15.0, **set_):
        overdue, backing, legal, capability = (set_.pop(name, None) for name in ("overdue", "backing", "legal", "capability"))
        world = seen(troops=troops, **set_)
        situation = world.situation
        situation.joiners, situation.crisis = joiners, crisis
        for name, value in {
            "overdue": overdue, "backing": backing, "legal": legal, "capability": capability, "stood_behind": stood_behind,
        }.items():  # fmt: skip
            if value is not None:
                situation[name] = value
        world.russia.evidence = evidence
        belief.believe(world.russia, situation, world.levers, world.uncertainties)
        return float(world.russia.belief)

    return at


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"legal": 1.0}, 1),  # A18, C37
        ({"legal": 0.0}, -1),
        ({"troops": 0.0}, -1),  # A19
        ({"capability": 0.9}, 1),  # C31
        ({"rules_of_engagement": 1.0}, 1),  # T29
        ({"joiners": 12.0}, 1),  # C25
        ({"backing": 1.0}, 1),  # C8
        ({"backing": 0.0}, -1),
        ({"overdue": 1.0}, -1),  # C47, C50
        ({"evidence": 1.0}, 1),
        ({"evidence": -1.0}, -1),
        ({"crisis": 1, "stood_behind": 1.0}, 1),  # RAND RR2533
        ({"crisis": 1, "stood_behind": 0.0}, -1),
        ({"crisis": 1, "stood_behind": -0.5}, -1),
    ],
)
def test_what_moscow_reads_as_resolve(believed, change, sign):
    assert (believed(**change) - believed()) * sign > 0.005


@pytest.mark.parametrize("set_", [{"us_backstop": 0.0}, {"us_multiplier": 0.0}])
def test_conduct_that_was_never_promised_teaches_nothing(believed, set_):
    assert believed(backing=1.0, capability=0.5, **set_) == pytest.approx(believed(backing=0.0, capability=0.5, **set_))


def test_flags_count_flat_beyond_ten_thousand(believed):
    # A19, T15: presence is nearly the same at 10 and 40 thousand, for the same capability
    ladder = [believed(troops=troops, capability=0.3) for troops in (0.0, 10.0, 40.0)]
    assert ladder[2] - ladder[1] < 0.25 * (ladder[1] - ladder[0])


@pytest.mark.parametrize("legal", [0.33, 0.6, 1.0])
def test_the_first_to_join_does_not_lower_cohesion(believed, legal):
    alone = believed(joiners=0.0, legal=legal)
    assert all(believed(joiners=float(number), legal=legal) >= alone for number in range(1, 20))


def test_odds_are_multiplied_by_likelihood_ratios(believed):
    # X11: prior .2, likelihood ratio 3, posterior .428571
    plain = believed()
    shift = math.log(0.2 / 0.8) - math.log(plain / (1 - plain))
    assert believed(evidence=shift) == pytest.approx(0.2, abs=2e-3)
    decay = math.exp(-math.log(2) / 104)
    assert believed(evidence=(shift + math.log(3)) / decay) == pytest.approx(0.428571, abs=1e-6)


LESSONS = (belief.FIRM_ON_PROBE, belief.SOFT_ELSEWHERE, belief.FOUGHT, belief.FLED)


@pytest.mark.parametrize("order", list(itertools.permutations(LESSONS))[::5])
def test_the_order_of_lessons_does_not_matter(seen, order):
    # T25
    world = seen(updating=1.0)
    for lesson in order:
        belief.learn(world.russia, lesson, world.uncertainties)
    assert world.russia.evidence == pytest.approx(sum(LESSONS))


@pytest.mark.parametrize(("updating", "lesson", "evidence"), [(0.0, 1.2, 0.0), (0.5, 1.2, 0.6), (1.5, 9.0, 3.0), (1.5, -9.0, -3.0)])
def test_how_much_moscow_learns_is_an_uncertainty(seen, updating, lesson, evidence):
    world = seen(updating=updating)
    belief.learn(world.russia, lesson, world.uncertainties)
    assert world.russia.evidence == pytest.approx(evidence)


@pytest.mark.parametrize("sign", [1, -1])
def test_lessons_fade_by_half_in_their_half_life(seen, sign):
    world = seen(memory_half_life=52)
    world.russia.evidence = 2.0 * sign
    for _ in range(52):
        belief.believe(world.russia, world.situation, world.levers, world.uncertainties)
    assert world.russia.evidence == pytest.approx(sign)


def test_firm_answers_teach_hardness_and_soft_ones_softness():
    assert min(belief.FIRM_ON_PROBE, belief.FOUGHT, belief.STOOD_BY) > 0
    assert max(belief.SOFT_ON_PROBE, belief.SOFT_ELSEWHERE, belief.SOFT_ON_SEIZURE, belief.FLED, belief.CONCEDED) < 0
    assert abs(belief.SOFT_ELSEWHERE) < abs(belief.SOFT_ON_PROBE) < abs(belief.FLED)
