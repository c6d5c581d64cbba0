"""Rows of a design are the futures that `play` plays, byte for byte."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reassure.agents.declaration import DeclarationError
from reassure.model.levers import LEVERS
from reassure.model.scenario import load
from reassure.runs.ensemble.futures import Policy, play
from reassure.runs.ensemble.rows import Rows, play_rows

FORCE = load("limited_reassurance_force")
WEEKS = 40


def alone(run, levers, pins, seed=3):
    policy = Policy(FORCE.with_levers(levers).with_pins(pins), WEEKS)
    return play(policy, 1, seed, first_run=run, threads=1)[0].tobytes()


@given(st.data())
@settings(max_examples=15, deadline=None)
def test_each_row_is_the_future_of_its_run_levers_and_pins(data):
    count = data.draw(st.integers(1, 4))
    runs = np.array(data.draw(st.lists(st.integers(0, 2**32 - 2), min_size=count, max_size=count)))
    names = ("arms", "us_backstop", "troop_ceiling")
    levers = {
        name: np.array(data.draw(st.lists(st.floats(LEVERS[name].low, LEVERS[name].high), min_size=count, max_size=count)))
        for name in data.draw(st.sets(st.sampled_from(names)))
    }
    pins = {"mindset": np.array(data.draw(st.lists(st.sampled_from([0.0, 1.0, 2.0, 3.0]), min_size=count, max_size=count)))}
    played = play_rows(FORCE, Rows(runs, levers, pins), seed=3, weeks=WEEKS)
    for row, outcome in enumerate(played):
        mine, held = ({name: float(column[row]) for name, column in columns.items()} for columns in (levers, pins))
        assert outcome.tobytes() == alone(int(runs[row]), mine, held)


def test_threads_and_pieces_change_nothing():
    rows = Rows(np.arange(600), {"arms": np.linspace(0, 1, 600)}, {"fear_size": np.linspace(0, 2, 600)})
    one, two = (play_rows(FORCE, rows, seed=1, weeks=20, threads=threads) for threads in (1, 2))
    assert one.tobytes() == two.tobytes()


def test_no_rows_are_no_outcomes():
    assert len(play_rows(FORCE, Rows(np.zeros(0, int)), seed=1)) == 0


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (Rows(np.array([0.5])), "whole numbers"),
        (Rows(np.array([-1])), "a run is a whole number from 0"),
        (Rows(np.arange(2), {"arms": np.zeros(3)}), "arms has 3 values for 2 rows"),
        (Rows(np.arange(2), {"armz": np.zeros(2)}), "unknown lever 'armz'; did you mean 'arms'"),
        (Rows(np.arange(2), {"arms": np.array([0.5, 1.5])}), "row 1: arms takes"),
        (Rows(np.arange(2), {"arms": np.array([0.5, np.nan])}), "row 1: arms takes"),
        (Rows(np.arange(1), {"nato_mission": np.array([0.5])}), "nato_mission"),
        (Rows(np.arange(1), {}, {"fear_size": np.array([3.0])}), "row 0: fear_size takes"),
        (
            Rows(np.arange(2), {"share_in_cities": np.array([0.1, 0.8]), "share_on_line": np.array([0.5, 0.5])}),
            "add up to at most 1",
        ),
    ],
)
def test_a_design_that_cannot_be_played_is_refused(rows, message):
    with pytest.raises(DeclarationError, match=message):
        play_rows(FORCE, rows, seed=1)
