import math
from functools import cache

import pytest

from reassure.agents import response
from reassure.agents.situation import ACT


@pytest.fixture(scope="module")
def seen(seen):
    """The same worlds, each made once and handed out as a copy."""
    made = cache(seen)
    return lambda *preset, **set_: made(*preset, **set_).copy()


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
def test_prospects_are_chances_and_rise_with_capability(seen, act):
    assumed = seen().uncertainties
    ladder = [response.prospect_of(act, capability / 10, assumed) for capability in range(11)]
    assert ladder == sorted(ladder)
    assert 0 < ladder[0] < ladder[-1] < 1


@pytest.mark.parametrize(
    ("act", "incapable", "half", "capable"),
    [(ACT.probe, 0.35, 0.65, 0.95), (ACT.strike, 0.35, 0.65, 0.95), (ACT.seizure, 0.1, 0.475, 0.85), (ACT.war, 0.1, 0.475, 0.85)],
)
def test_graver_acts_are_harder_to_answer(seen, act, incapable, half, capable):
    prospects = [response.prospect_of(act, capability, seen().uncertainties) for capability in (0.0, 0.5, 1.0)]
    assert prospects == pytest.approx([incapable, half, capable])


@pytest.mark.parametrize(("deaths", "weighs"), [(0.0, 0.0), (1.0, 0.301030), (9.0, 1.0), (99.0, 2.0), (999.0, 3.0)])
def test_tenfold_deaths_weigh_one_more(deaths, weighs):
    # X10
    assert response.toll_of(deaths) == pytest.approx(weighs, abs=1e-6)


@pytest.mark.parametrize(
    ("act", "deaths", "weigh"),
    [(ACT.probe, 0.0, 0.0), (ACT.seizure, 30.0, 1.491362), (ACT.strike, 30.0, 1.491362), (ACT.war, 60.0, 1.785330)],
)
def test_graver_acts_kill_more_and_a_probe_nobody(seen, act, deaths, weigh):
    world = seen()
    world.situation.expected_deaths[:] = world.situation.expected_toll[:] = 7.0
    response.expect_deaths(world.situation, world.uncertainties)
    assert world.situation.expected_deaths[act] == deaths
    assert world.situation.expected_toll[act] == pytest.approx(weigh, abs=1e-6)


TERMS = ("touched", "presence", "legal_obligation", "prospect", "deaths", "backing", "rules_of_engagement", "policy", "will")
QUIET = {
    "act": ACT.strike, "touched": 0.0, "present": 0.0, "deaths": 0.0, "capability": 0.25, "legal": 0.0, "backing": 0.0,
    "excused": 0.0, "will": 0.0,
}  # fmt: skip
"""A strike elsewhere that is as likely as not to be answered with success, by a state that nothing binds."""


@pytest.mark.parametrize(
    ("case", "terms"),
    [
        ({}, {}),
        ({"touched": 1.0}, {"touched": 1.0}),  # 2.6
        ({"touched": 0.5}, {"touched": 0.5}),
        ({"touched": 1.0, "excused": 0.25}, {"touched": 0.75}),
        ({"present": 1.0}, {"presence": 0.12, "rules_of_engagement": 0.225}),  # A19; C39
        ({"present": 1.0, "touched": 0.5}, {"touched": 0.5, "presence": 0.06, "rules_of_engagement": 0.225}),
        ({"present": 1.0, "touched": 1.0}, {"touched": 1.0, "rules_of_engagement": 0.225}),
        ({"present": 1.0, "rules_of_engagement": 1.0}, {"presence": 0.12, "rules_of_engagement": 0.5}),
        ({"present": 0.0, "rules_of_engagement": 1.0}, {}),
        ({"legal": 1.0}, {"legal_obligation": 1.25}),  # A18
        ({"legal": 0.6}, {"legal_obligation": 0.75}),
        ({"legal": 1.0, "excused": 0.5}, {"legal_obligation": 0.625}),
        ({"capability": 1.0}, {"prospect": 0.54}),  # A20
        ({"capability": 0.0}, {"prospect": -0.18}),
        ({"deaths": 9.0}, {"deaths": -0.25}),  # T18
        ({"deaths": 1.0}, {"deaths": -0.075257}),
        ({"deaths": 0.2}, {"deaths": -0.019795}),
        ({"deaths": 99.0, "capability": 1.0}, {"deaths": -0.05, "prospect": 0.54}),
        ({"backing": 1.0}, {"backing": 0.8}),  # C8, C12
        ({"backing": -0.5}, {"backing": -0.4}),
        ({"backing": 1.0, "us_multiplier": 0.25}, {"backing": 0.2}),
        ({"will": -0.7}, {"will": -0.7}),
        ({"response_policy": "escalate"}, {}),  # T27: a policy for acts below war
        ({"act": ACT.war, "response_policy": "escalate"}, {"prospect": -0.255}),
        ({"act": ACT.probe, "response_policy": "escalate"}, {"policy": 0.7}),
        ({"act": ACT.seizure, "response_policy": "concede"}, {"policy": -0.7, "prospect": -0.255}),
    ],
)
def test_the_reasons_for_an_answer(seen, case, terms):
    settings = {name: value for name, value in case.items() if name not in QUIET}
    world = seen(**{"rules_of_engagement": 0.45, **settings})
    row = world.russia.answer_terms
    row[:] = 9.0  # what was left there from another answer
    told = {**QUIET, **{name: value for name, value in case.items() if name in QUIET}}
    total = response.answer_score(row, *told.values(), world.levers, world.uncertainties)
    found = {name: float(row[getattr(response.ANSWER_TERM, name)]) for name in (*TERMS, "base", "alarm")}
    assert found == pytest.approx({**dict.fromkeys(TERMS, 0.0), **terms, "base": -1.9, "alarm": 0.0}, abs=1e-6)
    assert total == pytest.approx(-1.9 + sum(terms.values()), abs=1e-6)


@pytest.mark.parametrize(
    ("act", "touched", "legal", "share"),
    [
        (ACT.probe, 1.0, 0.0, 1.0),
        (ACT.war, 0.5, 0.0, 1.0),
        (ACT.probe, 0.0, 1.0, 0.3),  # whatever binds: nobody goes to war over a probe
        (ACT.seizure, 0.0, 0.6, 0.36),
        (ACT.war, 0.0, 0.6, 0.36),
        (ACT.war, 0.0, 1.0, 1.0),  # a treaty is honoured by whoever has agreed to it (A17, A18)
        (ACT.war, 0.0, 0.0, 0.0),
    ],
)
def test_what_is_agreed_is_carried_out_where_the_force_is_hit_and_elsewhere_as_far_as_the_law_binds(
    seen, act, touched, legal, share
):
    assert response.acted_on(act, touched, legal, seen().uncertainties) == pytest.approx(share)


@pytest.mark.parametrize(
    ("intelligence", "monitors", "shown"),
    [(0.0, 0.0, 0.25), (1.0, 0.0, 1.0), (0.0, 1.0, 1.0), (0.5, 0.0, 0.625), (0.2, 0.8, 0.85), (0.8, 0.2, 0.85)],
)
def test_who_began_is_shown_by_whoever_sees_more(seen, intelligence, monitors, shown):
    # C15, C29
    world = seen(monitors=monitors)
    world.situation.intelligence = intelligence
    assert response.attribution(world.situation, world.levers, world.uncertainties) == pytest.approx(shown)


@pytest.mark.parametrize("score", [-2.0, -0.5, 0.0, 1.0])
def test_states_vote_as_they_lean(seen, score):
    assumed = seen().uncertainties
    assert response.force_chance(score, assumed) == pytest.approx(1 / (1 + math.exp(-1.6 * score)))


def test_a_soft_coalition_answers_by_mistake_at_low_precision(seen):
    # T12, X5: the soft guarantor's mistakes become rarer the surer it votes, the hard one's fight likelier
    precisions = (0.5, 1.0, 2.0, 3.0)
    soft = [response.force_chance(-0.2, seen(answer_precision=precision).uncertainties) for precision in precisions]
    hard = [response.force_chance(0.2, seen(answer_precision=precision).uncertainties) for precision in precisions]
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
    ("term", "says"),
    [
        ("base", "nothing at stake"),
        ("touched", "under attack"),
        ("presence", "in the country"),
        ("legal_obligation", "legal form"),
        ("prospect", "succeeding"),
        ("deaths", "own deaths"),
        ("backing", "Washington"),
        ("rules_of_engagement", "rules"),
        ("policy", "response policy"),
        ("will", "national will"),
        ("alarm", "nearness to the war"),
    ],
)
def test_each_reason_says_what_it_is(term, says):
    assert says in response.ANSWER_TERMS[getattr(response.ANSWER_TERM, term)].meaning
