import math

import numpy as np
import pytest

from reassure.agents import response
from reassure.agents.situation import ACT
from reassure.model.uncertainties import UNCERTAINTIES, UNCERTAINTIES_RECORD

ASSUMED = np.zeros(1, UNCERTAINTIES_RECORD)[0]
for _name, _declared in UNCERTAINTIES.items():
    ASSUMED[_name] = _declared.default


@pytest.fixture(scope="module")
def score(seen):
    """The score of an answer to a war that touches the force, but for what is changed."""

    def scored(
        act=ACT.war, touched=1.0, present=1.0, deaths=20.0, capability=0.3, legal=0.6, backing=0.3, excused=0.0, will=0.0, **set_
    ):
        world = seen(**set_)
        row = world.russia.answer_terms
        total = response.answer_score(
            row, act, touched, present, deaths, capability, legal, backing, excused, will, world.levers, world.uncertainties
        )
        assert total == pytest.approx(row.sum())
        return total

    return scored


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"touched": 0.0}, -1),
        ({"legal": 1.0}, 1),
        ({"capability": 0.9}, 1),
        ({"backing": 1.0}, 1),
        ({"backing": -0.5}, -1),
        ({"deaths": 200.0}, -1),
        ({"excused": 0.5}, -1),
        ({"will": 1.0}, 1),
        ({"rules_of_engagement": 1.0}, 1),
        ({"rules_of_engagement": 0.0}, -1),
    ],
)
def test_what_binds_and_what_holds_back(score, change, sign):
    assert (score(**change) - score()) * sign > 0.05


@pytest.mark.parametrize(("policy", "sign"), [("concede", -1), ("reciprocal", 0), ("escalate", 1)])
@pytest.mark.parametrize("act", [ACT.probe, ACT.seizure, ACT.strike, ACT.war])
def test_the_declared_policy_is_for_acts_below_war(score, act, policy, sign):
    change = score(act=act, response_policy=policy) - score(act=act)
    assert change == pytest.approx(0.7 * sign if act in {ACT.probe, ACT.seizure} else 0.0)


def test_a_legal_form_is_worth_what_the_poll_says(score):
    # A18: 45 to 74 per cent is 1.25 in log odds
    assert score(legal=1.0) - score(legal=0.0) == pytest.approx(1.25)
    assert math.log(0.74 / 0.26) - math.log(0.45 / 0.55) == pytest.approx(1.25, abs=0.01)


def test_own_deaths_bite_only_as_far_as_success_looks_poor(score):
    poor = score(capability=0.0, deaths=200.0) - score(capability=0.0, deaths=2.0)
    good = score(capability=1.0, deaths=200.0) - score(capability=1.0, deaths=2.0)
    assert poor < 4 * good < 0


def test_presence_counts_only_where_it_is_not_attacked_itself(score):
    assert score(touched=0.0) - score(touched=0.0, present=0.0) == pytest.approx(0.12 + 0.5 * 0.45)


def test_without_washington_in_the_equation_its_backing_does_not_count(score):
    assert score(us_multiplier=0.0, backing=1.0) == score(us_multiplier=0.0, backing=-0.5)


@pytest.mark.parametrize("act", [ACT.probe, ACT.seizure, ACT.strike, ACT.war])
def test_prospects_are_chances_and_rise_with_capability(act):
    ladder = [response.prospect_of(act, capability / 10, ASSUMED) for capability in range(11)]
    assert ladder == sorted(ladder)
    assert 0 < ladder[0] < ladder[-1] < 1


def test_graver_acts_are_harder_to_answer():
    prospects = [response.prospect_of(act, 0.2, ASSUMED) for act in (ACT.probe, ACT.seizure, ACT.war)]
    assert prospects == sorted(prospects, reverse=True)


@pytest.mark.parametrize("score", [-2.0, -0.5, 0.0, 1.0])
def test_states_vote_as_they_lean(seen, score):
    assumed = seen().uncertainties
    assert response.force_chance(score, 1.0, assumed) == pytest.approx(1 / (1 + math.exp(-1.6 * score)))
    assert response.force_chance(score, 0.0, assumed) == pytest.approx(0.3 / (1 + math.exp(-1.6 * score)))


def test_a_soft_coalition_answers_by_mistake_at_low_precision(seen):
    # T12, X5: the soft guarantor's mistakes become rarer the surer it votes, the hard one's fight likelier
    precisions = (0.5, 1.0, 2.0, 3.0)
    soft = [response.force_chance(-0.2, 1.0, seen(answer_precision=precision).uncertainties) for precision in precisions]
    hard = [response.force_chance(0.2, 1.0, seen(answer_precision=precision).uncertainties) for precision in precisions]
    assert soft == sorted(soft, reverse=True)
    assert hard == sorted(hard)


@pytest.mark.parametrize(
    ("began", "conditional", "intelligence", "monitors", "excused"),
    [
        (0, "on", 1.0, 0.0, 0.0),
        (0, "on", 0.0, 0.0, 0.1875),
        (0, "off", 0.0, 0.0, 0.0),
        (1, "off", 1.0, 0.0, 0.0),
        (1, "on", 0.0, 0.0, 0.3125),
        (1, "on", 1.0, 0.0, 0.5),
        (1, "on", 0.0, 1.0, 0.5),
        (1, "on", 0.5, 0.2, 0.40625),
    ],
)
def test_conditional_cover_excuses_as_far_as_kyiv_is_taken_to_have_begun(seen, began, conditional, intelligence, monitors, excused):
    world = seen(conditional_cover=conditional, monitors=monitors)
    world.situation.kyiv_began, world.situation.intelligence = began, intelligence
    assert response.excuse(world.situation, world.levers, world.uncertainties) == pytest.approx(excused)


@pytest.mark.parametrize(
    ("act", "hardly", "fully"), [(ACT.probe, 0.35, 0.95), (ACT.seizure, 0.15, 0.85), (ACT.strike, 0.35, 0.95), (ACT.war, 0.1, 0.85)]
)
def test_what_an_answer_may_hope_for(act, hardly, fully):
    assert response.prospect_of(act, 0.0, ASSUMED) == pytest.approx(hardly)
    assert response.prospect_of(act, 1.0, ASSUMED) == pytest.approx(fully)


def test_tenfold_deaths_weigh_one_more():
    # X10
    assert [response.toll_of(deaths) for deaths in (0.0, 9.0, 99.0)] == pytest.approx([0.0, 1.0, 2.0])


def test_graver_acts_are_expected_to_kill_more(fresh):
    world = fresh()
    assert list(world.situation.expected_deaths) == [0.0, 20.0, 40.0, 60.0]
    assert list(world.situation.expected_toll) == pytest.approx([0.0, 1.322219, 1.612784, 1.785330], abs=1e-6)


@pytest.mark.parametrize(
    ("intelligence", "monitors", "shown"), [(0, 0, 0.25), (1, 0, 1.0), (0, 1, 1.0), (0.4, 0.2, 0.55), (0.2, 0.4, 0.55)]
)
def test_who_began_is_seen_by_whoever_sees_more(seen, intelligence, monitors, shown):
    world = seen(monitors=monitors)
    world.situation.intelligence = intelligence
    assert response.attribution(world.situation, world.levers, world.uncertainties) == pytest.approx(shown)
