"""From a case to a scenario: general, by meaning, within every declared range, and blind to names."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.model.levers import LEVERS
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.validation.history import balance
from reassure.runs.validation.history.case import Case, End, Force, Law
from reassure.runs.validation.history.codebook import LEAST_BALANCE, MOST_BALANCE, NAMES
from reassure.runs.validation.history.mapping import LINES, NEUTRAL, scenario_of, values_of

SHARES = st.floats(0, 1)
CASES = st.builds(
    Case,
    case_id=st.text(max_size=5),
    force_type=st.sampled_from(Force),
    combat_capable=SHARES,
    air_isr_enablers=SHARES,
    gp_backing=SHARES,
    legal_commitment=st.sampled_from(Law),
    challenger_consented=SHARES,
    challenger_value=SHARES,
    local_balance=st.floats(LEAST_BALANCE, MOST_BALANCE),
    sanctions_threat=SHARES,
    post_war=st.booleans(),
    outcome=st.sampled_from(End),
    guarantors=st.integers(1, 9),
)


@given(CASES)
def test_every_case_is_a_scenario_within_all_ranges(case):
    scenario = scenario_of(case)
    for name, value in values_of(case).items():
        held = scenario.levers if name in LEVERS else scenario.pins
        assert held[name] == pytest.approx(value)


@given(CASES, st.text(max_size=9), st.sampled_from(End), st.booleans(), st.none() | st.floats(0, 9))
def test_names_and_what_came_of_it_are_not_looked_at(case, name, outcome, either, years):
    other = replace(
        case, case_id=name, case_name=name, outcome=outcome, either_side=either, years_to_failure=years, start_year=1900
    )
    assert scenario_of(other) == scenario_of(case)


def test_every_line_and_every_neutral_value_names_something_declared_with_a_reason():
    for line in LINES:
        assert line.column in NAMES
        assert all((name in LEVERS) != (name in UNCERTAINTIES) for name in line.names)
        assert line.reason
        assert line.said
    assert all(each.name in LEVERS or each.name in UNCERTAINTIES for each in NEUTRAL)
    named = [name for line in LINES for name in line.names] + [each.name for each in NEUTRAL]
    assert len(named) == len(set(named))


RISING = {
    "challenger_value": ("challenger_value",),
    "combat_capable": ("rules_of_engagement", "capability_unaided"),
    "air_isr_enablers": ("us_intelligence", "us_air_surge"),
    "gp_backing": ("us_backstop", "will_level"),
    "challenger_consented": ("russian_consent",),
    "sanctions_threat": ("sanctions", "isolation"),
}


@given(CASES, st.sampled_from([*RISING]), SHARES, SHARES)
def test_more_in_a_column_is_never_less_of_what_it_goes_to(case, column, one, other):
    low, high = (values_of(replace(case, **{column: value})) for value in sorted((one, other)))
    assert all(low[name] <= high[name] for name in RISING[column])
    assert {name for name in low if low[name] != high[name]} <= {*RISING[column], "elected_will", *LEVERS}


@given(CASES, st.floats(LEAST_BALANCE, MOST_BALANCE), st.floats(LEAST_BALANCE, MOST_BALANCE))
def test_a_stronger_challenger_is_never_weaker_against_its_protege(case, one, other):
    low, high = (replace(case, local_balance=value) for value in sorted((one, other)))
    for power in (balance.challenger_rebuilt, balance.challenger_at_first):
        assert power(low) / balance.protege(low) <= power(high) / balance.protege(high) * (1 + 1e-9)
    assert balance.challenger_at_first(low) <= balance.challenger_rebuilt(low)


@given(CASES, st.floats(0.9, 3.9))
def test_the_ratio_is_the_one_coded_where_the_ranges_hold_it(case, ratio):
    coded = replace(case, local_balance=ratio)
    assert balance.challenger_rebuilt(coded) / balance.protege(coded) == pytest.approx(ratio)


def test_the_usual_balance_is_the_shipped_world(case):
    usual = replace(case, local_balance=balance.USUAL_BALANCE)
    assert balance.challenger_rebuilt(usual) == pytest.approx(UNCERTAINTIES["russian_ceiling"].default)
    assert balance.protege(usual) == pytest.approx(UNCERTAINTIES["ukrainian_start"].default)
    spent = balance.challenger_at_first(replace(usual, post_war=True))
    assert spent == pytest.approx(UNCERTAINTIES["russian_start"].default)


@pytest.mark.parametrize(
    ("force", "troops", "monitors"),
    [("none", 0, 0), ("observer", 0, 0.7), ("interposition", 5, 0.7), ("tripwire", 5, 0.3), ("denial", 30, 0.3)],
)
def test_what_the_kinds_of_force_are(case, force, troops, monitors):
    values = values_of(replace(case, force_type=Force(force)))
    assert (values["troop_ceiling"], values["monitors"]) == (troops, monitors)
    assert ("denial" in values) == (force == "denial")


@pytest.mark.parametrize(
    ("law", "binds", "years"), [("none", 0, 0), ("political", 0.33, 0), ("time_limited", 0.6, 2), ("treaty", 1, 0)]
)
def test_what_the_forms_of_law_are(case, law, binds, years):
    values = values_of(replace(case, legal_commitment=Law(law)))
    assert (values["legal_form"], values["mandate_years"]) == (binds, years)


def test_further_pins_are_held_but_what_the_case_says_goes_first(case):
    pins = scenario_of(case, {"updating": 0.3, "challenger_value": 0.1}).pins
    assert (pins["updating"], pins["challenger_value"]) == (0.3, 0.8)
