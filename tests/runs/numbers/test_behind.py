import pytest

from reassure.agents import russia, ukraine, united_states, willingness
from reassure.agents.response import ANSWER_TERMS
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.numbers.behind import behind, terms

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
    for table, _, term in terms():
        assert term in {row.name for row in TABLES[table]}, (table, term)


def test_every_term_of_a_table_has_numbers_behind_it():
    written = {(table, term) for table, _, term in terms()}
    for table, rows in TABLES.items():
        assert {(table, row.name) for row in rows} <= written
        bare = [
            row.name
            for row in rows
            if not any(
                found.direct or found.through for place, found in terms().items() if (place[0], place[2]) == (table, row.name)
            )
        ]
        assert set(bare) <= NUMBERLESS.get(table, set()), (table, bare)


NUMBERLESS = {"ANSWER_TERM": {"will"}}
"""Terms that are what they are: the will itself is drawn, its spread is the coefficient of the draw."""


def test_only_declared_numbers_are_named():
    assert {name for found in terms().values() for name in (*found.direct, *found.through)} <= set(UNCERTAINTIES)
