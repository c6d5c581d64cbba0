import pytest

from reassure.agents import ally, response, russia, ukraine, united_states
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
