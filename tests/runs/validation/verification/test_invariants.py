"""Whole futures, under scenarios that hypothesis draws from all declared ranges, week by week."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reassure.agents.declaration import Choice, Switch, Whole
from reassure.model.future import new_world
from reassure.model.levers import LEVERS
from reassure.model.scenario import BASELINE, load
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.validation.verification import invariants
from reassure.runs.validation.verification.check import Verdict
from reassure.runs.validation.verification.moments import play_on, weekly


def value_of(quantity):
    if isinstance(quantity, Choice):
        return st.sampled_from([value for _, value in quantity.choices])
    if isinstance(quantity, Switch):
        return st.sampled_from([0.0, 1.0])
    if isinstance(quantity, Whole):
        return st.integers(int(quantity.low), int(quantity.high)).map(float)
    return st.floats(quantity.low, quantity.high)


@st.composite
def scenarios(draw):
    """Any levers and uncertainties; a few moved, hypothesis shrinks towards none."""
    levers = draw(st.dictionaries(st.sampled_from(list(LEVERS)), st.none(), max_size=12))
    pins = draw(st.dictionaries(st.sampled_from(list(UNCERTAINTIES)), st.none(), max_size=20))
    moved = {name: draw(value_of(LEVERS[name])) for name in levers}
    if "share_on_line" in moved or "share_in_cities" in moved:
        line = moved.get("share_on_line", 0.0)
        moved |= {"share_on_line": line, "share_in_cities": min(moved.get("share_in_cities", 0.0), 1.0 - line)}
    return (
        load(draw(st.sampled_from([BASELINE, "limited_reassurance_force", "full_nato_mission"])))
        .with_levers(moved)
        .with_pins({name: draw(value_of(UNCERTAINTIES[name])) for name in pins})
    )


@given(scenarios(), st.integers(0, 2**64 - 1), st.integers(1, 80))
@settings(max_examples=30)
def test_no_future_breaks_an_invariant(scenario, seed, weeks):
    breaches = invariants.none_yet()
    played = invariants.followed(new_world(scenario, seed, weeks=weeks), breaches)
    assert 1 <= played <= weeks
    assert breaches == invariants.none_yet()


def test_stepping_by_the_week_is_playing_through():
    for run in range(3):
        worlds = new_world(load("limited_reassurance_force"), 3, run, weeks=120)
        through = play_on(worlds.copy())
        *_, last = weekly(worlds)
        assert last.tobytes() == through.tobytes()


def test_the_checks_of_the_command():
    found = list(invariants.checks(2))
    assert [check.label for check in found] == list(invariants.RULES)
    assert {check.verdict for check in found} == {Verdict.PASSED}


def test_a_breach_makes_the_check_fail(monkeypatch):
    monkeypatch.setattr(invariants, "out_of_range", lambda world: ["field.tension = 2"] if world.week == 5 else [])
    found = {check.label: check for check in invariants.checks(1)}
    assert found["range"].verdict is Verdict.FAILED
    assert "week 5: field.tension = 2" in found["range"].found
    assert found["options"].verdict is Verdict.PASSED
