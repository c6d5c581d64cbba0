import pytest

from reassure.agents import russia, ukraine, united_states, willingness
from reassure.agents.response import ANSWER_TERMS
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.numbers.behind import behind, written

TABLES = {
    "MOSCOW_TERM": russia.TERMS,
    "KYIV_TERM": ukraine.TERMS,
    "WASHINGTON_TERM": united_states.TERMS,
    "JOIN_TERM": willingness.TERMS,
    "ANSWER_TERM": ANSWER_TERMS,
}


@pytest.mark.parametrize(
    ("table", "option", "term", "number"),
    [
        ("MOSCOW_TERM", "probe", "own_cost", "probe_cost"),
        ("MOSCOW_TERM", "probe", "information", "information_value"),
        ("MOSCOW_TERM", "mobilise", "own_cost", "mobilisation_cost"),
        ("KYIV_TERM", "press", "confidence", "emboldening"),
        ("JOIN_TERM", "", "contagion", "join_contagion"),
        ("ANSWER_TERM", "", "legal_obligation", "answer_legal"),
    ],
)
def test_the_numbers_that_a_term_reads(table, option, term, number):
    assert number in behind(table, option, term).direct


@pytest.mark.parametrize(
    ("option", "term", "number"),
    [
        ("comply", "status_quo", "fear_size"),
        ("comply", "status_quo", "affront_size"),
        ("launch", "aim", "war_certainty"),
        ("launch", "escalation", "escalation_cost"),
        ("coerce", "punishment", "sanctions_cost"),
    ],
)
def test_the_numbers_behind_what_a_term_reads(option, term, number):
    found = behind("MOSCOW_TERM", option, term)
    assert number in found.through or number in found.direct


def test_a_war_is_told_part_by_part():
    assert "escalation_cost" not in behind("MOSCOW_TERM", "launch", "aim").through
    assert "war_certainty" not in behind("MOSCOW_TERM", "launch", "escalation").through


def test_every_term_that_is_written_is_one_of_a_table():
    for table, _, term in written():
        assert term in {row.name for row in TABLES[table]}, (table, term)


NUMBERLESS = {("ANSWER_TERM", "will"), ("ANSWER_TERM", "presence")}
"""Terms that are what they are: the will is drawn, and the spread of the draw is the coefficient; what presence adds is measured (A19)."""


@pytest.mark.parametrize(("table", "term"), [(table, row.name) for table, rows in TABLES.items() for row in rows])
def test_every_term_has_declared_numbers_behind_it(table, term):
    found = [behind(table, option, name) for known, option, name in written() if (known, name) == (table, term)]
    assert found, "it is never written"
    names = {name for each in found for name in (*each.direct, *each.through)}
    assert names <= set(UNCERTAINTIES)
    assert names or (table, term) in NUMBERLESS
