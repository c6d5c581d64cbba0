import numpy as np
import pytest

from reassure.agents import ally, response, russia, ukraine, united_states
from reassure.agents.choice import NOTHING, Option, Term, decision
from reassure.agents.explanation import Explanation, Reason, Weighed, explain
from reassure.model.wargame import Wargame

ACTORS = {
    "russia": (russia.OPTIONS, russia.TERMS),
    "ukraine": (ukraine.OPTIONS, ukraine.TERMS),
    "united states": (united_states.OPTIONS, united_states.TERMS),
    "ally": (ally.OPTIONS, (*ally.TERMS, ally.BAR)),
    "vote": (ally.VOTES, response.ANSWER_TERMS),
}


@pytest.mark.parametrize("actor", ACTORS)
def test_every_term_says_what_it_means_and_where_it_comes_from(actor):
    options, terms = ACTORS[actor]
    assert all(option.name and option.meaning for option in options)
    assert all(term.name and term.meaning and term.source for term in terms)
    assert len({term.name for term in terms}) == len(terms)


@pytest.fixture(scope="module")
def played():
    model = Wargame("limited_reassurance_force", rng=3, run=2, weeks=40)
    seen = []
    while model.running:
        model.step()
        seen += [agent.explain() for agent in model.agents if agent.decided_now]
        seen += [each.explain_answer() for each in model.allies if each.explain_answer()]
    return seen


def test_before_the_first_decision_there_is_nothing_to_explain():
    model = Wargame("bare_ceasefire", rng=1, weeks=2)
    assert [agent.explain() for agent in model.agents] == [None] * 34
    assert {agent.latest for agent in model.agents} == {""}


def test_every_reason_counts(played):
    assert len(played) > 60
    for explanation in played:
        assert sum(item.probability for item in explanation.weighed) == pytest.approx(1.0)
        assert explanation.chosen in {item.option for item in explanation.weighed}
        assert 0.0 < explanation.draw < 1.0
        for item in explanation.weighed:
            assert item.utility == pytest.approx(sum(reason.value for reason in item.reasons), abs=1e-9)
            assert all(reason.source for reason in item.reasons)


def test_every_capital_is_heard(played):
    assert {"Russia", "Ukraine", "United States", "France", "United Kingdom"} <= {explanation.actor for explanation in played}


OPTIONS = (Option("wait", 0, "do nothing"), Option("talk", 1, "say something"), Option("shout", 2, "say it loudly"))
TERMS = (Term("habit", 0, "what is always done", "a study"), Term("anger", 1, "what is felt", "assumption"))
HABIT, ANGER = (("habit", "what is always done", "a study"), ("anger", "what is felt", "assumption"))


def recorded(**values):
    """A decision between waiting and shouting; to talk was not open."""
    made = np.zeros(1, decision(OPTIONS, TERMS)).view(np.recarray)[0]
    made.step, made.node, made.chosen, made.sector, made.draw, made.ordered = 6, 1, 2, NOTHING, 0.625, 1
    made.open[:] = (1, 0, 1)
    made.utility[:] = (0.5, 9.0, 0.75)
    made.probability[:] = (0.375, 0.0, 0.625)
    made.terms[:] = ((0.5, 0.0), (9.0, 9.0), (-0.25, 1.0))
    for name, value in values.items():
        made[name] = value
    return made


def told(**values):
    return explain("somebody", recorded(**values), OPTIONS, TERMS, ("calm", "crisis"))


def test_an_explanation_is_the_record_in_words():
    def reason(term, value):
        name, meaning, source = term
        return Reason(name, value, meaning, source)

    assert told() == Explanation(
        actor="somebody",
        step=6,
        node="crisis",
        chosen="shout",
        sector=None,
        draw=0.625,
        ordered=True,
        refused=False,
        weighed=(
            Weighed("wait", "do nothing", 0.5, 0.375, (reason(HABIT, 0.5),)),
            Weighed("shout", "say it loudly", 0.75, 0.625, (reason(HABIT, -0.25), reason(ANGER, 1.0))),
        ),
    )


@pytest.mark.parametrize(
    ("values", "field", "value"),
    [
        ({"sector": 0}, "sector", 0),
        ({"sector": 3}, "sector", 3),
        ({"node": 0}, "node", "calm"),
        ({"chosen": 0}, "chosen", "wait"),
        ({"ordered": 0}, "ordered", False),
        ({"refused": 1}, "refused", True),
    ],
)
def test_what_an_explanation_tells(values, field, value):
    assert getattr(told(**values), field) == value


def test_before_anything_was_chosen_there_is_no_explanation():
    assert told(chosen=NOTHING) is None
