"""What is declared is used: a forgotten step of a recipe in docs/extending.md is named here."""

import ast

import pytest

from reassure.agents import response, russia, ukraine, united_states, willingness
from reassure.model.levers import LEVERS
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.numbers.trees import modules, rules

READ = {node.attr for module in modules().values() for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("name", LEVERS)
def test_every_lever_is_read_by_a_rule(name):
    assert name in READ, f"no rule reads the lever {name}: write what it does"


@pytest.mark.parametrize("name", UNCERTAINTIES)
def test_every_number_is_read_by_a_rule(name):
    assert name in READ, f"no rule reads the number {name}: use it where it counts"


TABLES = {
    "KYIV_TERM": ukraine.TERMS,
    "MOSCOW_TERM": russia.TERMS,
    "WASHINGTON_TERM": united_states.TERMS,
    "JOIN_TERM": willingness.TERMS,
    "ANSWER_TERM": response.ANSWER_TERMS,
}


@pytest.mark.parametrize(("handle", "term"), [(handle, term.name) for handle, terms in TABLES.items() for term in terms])
def test_every_term_is_weighed_by_a_rule(handle, term):
    assert any(
        isinstance(node, ast.Attribute) and node.attr == term and isinstance(node.value, ast.Name) and node.value.id == handle
        for rule in rules().values()
        for node in ast.walk(rule.tree)
    ), f"no rule gives {handle}.{term} a value: write the line that weighs it"
