"""The chances of a case: what counts as which outcome, and that nothing but what is coded of a case moves them."""

from dataclasses import replace

import numpy as np
import pytest

from reassure.model.outcomes import END, MEAN, OUTCOME
from reassure.runs.validation.history import chances as module
from reassure.runs.validation.history.case import End, Force, Law
from reassure.runs.validation.history.chances import chances_of, ends_of


@pytest.mark.parametrize(
    ("worst", "deaths", "end"),
    [
        ("held", 0, 0),
        ("held", 999, 0),
        ("simmering", 999, 1),
        ("simmering", 1000, 2),
        ("held", 1000, 2),
        ("eroded", 0, 1),
        ("renewed_war", 0, 2),
        ("clash", 0, 2),
        ("wider_war", 0, 2),
    ],
)
def test_what_counts_as_which_outcome(worst, deaths, end):
    outcome = np.zeros(1, OUTCOME)
    outcome["worst"] = getattr(END, worst)
    outcome["sums"][:, MEAN.deaths_per_year] = deaths
    assert ends_of(outcome).tolist() == [end]


def test_chances_sum_to_one_and_are_the_same_again(case):
    found = chances_of([case], 120)
    assert found.sum() == pytest.approx(1)
    assert (found == chances_of([case], 120)).all()


def test_names_and_outcomes_change_no_chance(case):
    other = replace(case, case_id="B", case_name="Elsewhere", outcome=End.MAJOR, start_year=1850)
    assert (chances_of([other], 120) == chances_of([case], 120)).all()


def test_every_reading_and_every_mindset_has_an_equal_part(case, monkeypatch):
    played = []

    def play(policy, runs, seed, first_run, advance):
        played.append((policy.scenario.pins["challenger_value"], policy.scenario.pins["mindset"], runs, first_run))
        return np.zeros(runs, OUTCOME)

    monkeypatch.setattr(module, "play", play)
    chances_of([case, replace(case, challenger_value=0.2)], 80, first_run=5)
    assert [each[:3] for each in played] == [(value, mindset, 10) for value in (0.8, 0.2) for mindset in range(4)]
    assert [each[3] for each in played] == [5 + 10 * place for place in range(8)]
    played.clear()
    chances_of([case], 10)
    assert sum(each[2] for each in played) == 10


def test_what_is_pinned_holds_unless_the_case_says_otherwise(case, monkeypatch):
    played = []

    def play(policy, runs, seed, first_run, advance):
        played.append(policy.scenario.pins)
        return np.zeros(runs, OUTCOME)

    monkeypatch.setattr(module, "play", play)
    chances_of([case], 8, pins={"mindset": 2, "updating": 0.2, "join_base": -1})
    assert {pins["mindset"] for pins in played} == {2}
    assert {pins["updating"] for pins in played} == {0.2}
    assert {pins["join_base"] for pins in played} == {-2.4}


def test_extremes_of_history_are_told_apart(case):
    """By theory, not by fit: a worthless prize behind a full guarantee, and a dear one with nothing in the way."""
    safe = replace(
        case, force_type=Force.DENIAL, combat_capable=1, air_isr_enablers=1, gp_backing=1, challenger_value=0.1, local_balance=1
    )
    bare = replace(
        case, force_type=Force.NONE, combat_capable=0, gp_backing=0, legal_commitment=Law.NONE, challenger_value=1, local_balance=20
    )
    assert chances_of([safe], 200)[0] > 0.9
    assert chances_of([bare], 200)[2] > 0.7


def test_the_force_that_is_coded_comes(case):
    from reassure.runs.ensemble.futures import Policy, play
    from reassure.runs.validation.history.mapping import SIZE, scenario_of

    for force in Force:
        for guarantors in (1, 3):
            outcomes = play(Policy(scenario_of(replace(case, force_type=force, guarantors=guarantors)), 12), 40, 1)
            assert outcomes["troops"].mean() == pytest.approx(SIZE[force], rel=0.05)
            assert (outcomes["joiners"].mean() > 3) == (guarantors > 1 and SIZE[force] > 0)
