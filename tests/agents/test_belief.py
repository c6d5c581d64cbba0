import itertools
import math
from functools import cache

import pytest

from reassure.agents import belief
from reassure.agents.situation import ACT
from reassure.agents.united_states import WASHINGTON
from reassure.model.answer import answer_probe, answer_seizure, answer_strike
from reassure.model.crisis import end_crisis
from reassure.model.uncertainties import UNCERTAINTIES


@pytest.fixture(scope="module")
def seen(seen):
    """The same worlds, each made once and handed out as a copy."""
    made = cache(seen)
    return lambda *preset, **set_: made(*preset, **set_).copy()


@pytest.fixture(scope="module")
def believed(seen):
    """Moscow's belief under the limited force with troops there, but for what is changed in the situation or declared."""

    def at(evidence=0.0, crisis=0, stood_behind=None, contributors=8.0, troops=15.0, **set_):
        overdue, backing, legal, capability = (set_.pop(name, None) for name in ("overdue", "backing", "legal", "capability"))
        world = seen(troops=troops, **set_)
        situation = world.situation
        situation.contributors, situation.crisis = contributors, crisis
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
        ({"contributors": 12.0}, 1),  # C25
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
    alone = believed(contributors=0.0, legal=legal)
    assert all(believed(contributors=float(number), legal=legal) >= alone for number in range(1, 20))


def test_odds_are_multiplied_by_likelihood_ratios(believed):
    # X11: prior .2, likelihood ratio 3, posterior .428571
    plain = believed()
    shift = math.log(0.2 / 0.8) - math.log(plain / (1 - plain))
    assert believed(evidence=shift) == pytest.approx(0.2, abs=2e-3)
    decay = math.exp(-math.log(2) / 104)
    assert believed(evidence=(shift + math.log(3)) / decay) == pytest.approx(0.428571, abs=1e-6)


LESSONS = (0.6, -0.17, 1.2, -1.2)


@pytest.mark.parametrize("order", list(itertools.permutations(LESSONS))[::5])
def test_the_order_of_lessons_does_not_matter(seen, order):
    # T25
    world = seen(updating=1.0)
    for lesson in order:
        belief.learn(world.russia, lesson, world.uncertainties)
    assert world.russia.evidence == pytest.approx(sum(LESSONS))


@pytest.mark.parametrize(
    ("updating", "lesson", "evidence"),
    [(0.0, 1.2, 0.0), (0.5, 1.2, 0.6), (1.5, 9.0, 3.0), (1.5, -9.0, -3.0), (1.5, 1.9, 2.85), (1.5, -1.9, -2.85), (1.5, 2.1, 3.0)],
)
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


def test_lessons_are_half_forgotten_after_two_years(seen):
    world = seen()
    world.russia.evidence = 2.0
    for _ in range(104):
        belief.believe(world.russia, world.situation, world.levers, world.uncertainties)
    assert world.russia.evidence == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("answer", "touched", "forceful", "lesson"),
    [
        (answer_probe, 1, True, 0.6),  # answered firmly
        (answer_probe, 0, True, 0.6),
        (answer_probe, 1, False, -0.55),  # T26: the force was tried and did nothing
        (answer_probe, 0, False, -0.17),
        (answer_seizure, 0, False, -0.28),
        (answer_strike, 1, True, 0.6),  # it fought
        (answer_strike, 1, False, -0.55),  # it fled
    ],
)
def test_what_an_answer_teaches(seen, answer, touched, forceful, lesson):
    for updating in (1.0, 0.5):
        world = seen(troops=10.0, updating=updating)
        world.situation.attack.act = {answer_probe: ACT.probe, answer_seizure: ACT.seizure, answer_strike: ACT.strike}[answer]
        world.situation.attack.touched, world.situation.attack.sector = touched, 3
        world.uncertainties.absence_discount = 1.0  # what is agreed is done
        world.russia.evidence = 0.0
        answer(world, forceful)
        assert world.russia.evidence == pytest.approx(updating * lesson)


@pytest.mark.parametrize(
    ("stance", "promised", "lesson"),
    [
        (WASHINGTON.back, 1.0, 0.25),
        (WASHINGTON.back, 0.0, 0.25),
        (WASHINGTON.concede, 1.0, -0.45),
        (WASHINGTON.deliver, 1.0, -0.45),  # C48: what was promised and not done
        (WASHINGTON.deliver, 0.5, -0.225),
        (WASHINGTON.deliver, 0.0, 0.0),
    ],
)
def test_what_a_crisis_teaches(seen, stance, promised, lesson):
    world = seen(troops=10.0, updating=1, us_backstop=promised)
    world.field.crisis, world.united_states.stance_in_crisis, world.russia.evidence = 1, stance, 0.0
    end_crisis(world)
    assert world.russia.evidence == pytest.approx(lesson)


SHOWN = ("contributors", "backing", "overdue")


@pytest.fixture(scope="module")
def shown(seen):
    """Log odds of a hard coalition where nothing is there to be seen, but for what is said."""
    base = seen("bare_ceasefire")

    def at(troops=0.0, capability=0.0, legal=0.0, us_multiplier=1.0, **set_):
        world = base.copy()
        world.situation.contributors, world.situation.backing, world.situation.overdue = 0.0, 0.5, 0.0
        world.levers.rules_of_engagement, world.levers.us_backstop = 0.3, 0.0
        world.uncertainties.us_multiplier = us_multiplier
        for name, value in set_.items():
            (world.situation if name in SHOWN else world.levers)[name] = value
        return belief.signals(troops, capability, legal, world.situation, world.levers, world.uncertainties)

    return at


@pytest.mark.parametrize(
    ("there", "adds"),
    [
        ({}, 0.0),
        ({"legal": 1.0}, 1.3 + 0.2),  # A18, C37; a treaty shows some cohesion though nobody has joined
        ({"legal": 0.5}, 0.65 + 0.1),
        ({"contributors": 3.0}, 0.125),  # C25
        ({"contributors": 12.0}, 0.5),
        ({"contributors": 24.0}, 0.5),
        ({"legal": 1.0, "contributors": 3.0}, 1.3 + 0.2),  # the larger of the two
        ({"legal": 1.0, "contributors": 6.0}, 1.3 + 0.25),
        ({"troops": 3.0}, 0.225),  # A19, T15: flags by half
        ({"troops": 9.0}, 0.3375),
        ({"troops": 97.0}, 0.4365),
        ({"troops": 3.0, "rules_of_engagement": 1.0}, 0.225 + 0.21),  # T29
        ({"troops": 3.0, "rules_of_engagement": 0.0}, 0.225 - 0.09),
        ({"rules_of_engagement": 1.0}, 0.0),  # rules for nobody
        ({"capability": 1.0}, 1.6),  # C31
        ({"capability": 0.25}, 0.4),
        ({"backing": 1.0, "us_backstop": 1.0}, 0.7),  # C8
        ({"backing": 0.0, "us_backstop": 1.0}, -0.7),
        ({"backing": 0.5, "us_backstop": 1.0}, 0.0),
        ({"backing": 1.0, "us_backstop": 0.5}, 0.35),
        ({"backing": 1.0, "us_backstop": 0.0}, 0.0),
        ({"backing": 1.0, "us_backstop": 1.0, "us_multiplier": 0.5}, 0.35),  # C12
        ({"overdue": 1.0}, -0.9),  # C47, C50
        ({"overdue": 0.5}, -0.45),
    ],
)
def test_what_shows_a_hard_coalition(shown, there, adds):
    assert shown(**there) == pytest.approx(-2.5 + adds)


@pytest.mark.parametrize(
    ("crisis", "stood_behind", "promised", "surge", "multiplier", "shift"),
    [
        (0, 1.0, 1.0, 1.0, 1.0, 0.0),
        (0, 0.0, 1.0, 1.0, 1.0, 0.0),
        (1, 1.0, 0.0, 0.0, 1.0, 0.4),
        (1, 1.0, 0.0, 1.0, 1.0, 1.6),  # RAND RR2533: what it really sends
        (1, 1.0, 0.0, 0.5, 1.0, 1.0),
        (1, 1.0, 0.0, 1.0, 0.5, 0.8),
        (1, 0.99, 1.0, 1.0, 1.0, 0.0),
        (1, 0.01, 1.0, 1.0, 1.0, 0.0),
        (1, 0.0, 1.0, 1.0, 1.0, -0.4),
        (1, -0.5, 1.0, 0.0, 1.0, -0.4),
        (1, 0.0, 0.5, 0.0, 1.0, -0.2),
        (1, 0.0, 1.0, 0.0, 0.5, -0.2),
        (1, 0.0, 0.0, 0.0, 1.0, 0.0),
    ],
)
def test_in_a_crisis_washingtons_stance_is_plain_to_see(seen, crisis, stood_behind, promised, surge, multiplier, shift):
    world = seen(troops=10.0, us_backstop=promised, us_air_surge=surge, us_multiplier=multiplier)
    situation, russia = world.situation, world.russia
    odds = []
    for situation.crisis, situation.stood_behind in ((0, 0.5), (crisis, stood_behind)):
        belief.believe(russia, situation, world.levers, world.uncertainties)
        odds.append(math.log(russia.belief / (1 - russia.belief)))
    assert odds[1] - odds[0] == pytest.approx(shift)


def test_belief_is_what_is_seen_and_what_was_learnt(seen):
    world = seen("bare_ceasefire")
    world.situation.backing = 0.5
    for evidence, pace, odds in ((0.0, 1.0, -2.5), (2.0, 0.5, -1.5), (-2.0, 0.75, -4.0)):
        world.russia.evidence, world.situation.pace.memory = evidence, pace
        belief.believe(world.russia, world.situation, world.levers, world.uncertainties)
        assert world.russia.evidence == evidence * pace
        assert world.russia.belief == pytest.approx(1 / (1 + math.exp(-odds)))


def test_belief_reads_troops_capability_and_law_each_by_its_weight(seen):
    world = seen("bare_ceasefire", rules_of_engagement=0.3)
    situation = world.situation
    situation.troops, situation.capability, situation.legal, situation.backing = 3.0, 0.25, 1.0, 0.5
    belief.believe(world.russia, situation, world.levers, world.uncertainties)
    assert world.russia.belief == pytest.approx(1 / (1 + math.exp(2.5 - 0.225 - 0.4 - 1.3 - 0.2)))


def test_how_much_moscow_learns_lies_between_nothing_and_half_as_much_again(fresh):
    drawn = [float(fresh("bare_ceasefire", run=run).uncertainties.updating) for run in range(40)]
    assert 0.0 <= min(drawn) < 0.2
    assert 1.3 < max(drawn) <= 1.5
    assert UNCERTAINTIES["updating"].default == 0.75  # the middle: studies disagree
