import numpy as np
import pyarrow as pa

from reassure.agents.choice import NOTHING
from reassure.model.future import new_world
from reassure.model.outcomes import OUTCOME, WORST
from reassure.model.scenario import load
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.batch.experiment import Request, prepare
from reassure.runs.batch.sweep import parse_sweeps
from reassure.runs.ensemble.futures import Policy, play
from reassure.runs.ensemble.verdict import VERDICT
from reassure.runs.store.draws import drawn_uncertainties
from reassure.runs.store.rows import FOLDED, Futures, codes_of, outcomes_of, table_of
from reassure.runs.store.schema import DRAWN, OUTCOME_NAMES, columns, schema, varied

FORCE = load("limited_reassurance_force").with_pins({"denial": 0.1, "mindset": "revisionist"})


def futures(outcomes, points=2):
    manifest = prepare(Request(["limited_reassurance_force"], runs=1, axes=parse_sweeps(["legal_form=none,treaty"])))
    chosen = [point for point in manifest.points if point.role == "scenario"][:points]
    policies = [point.policy(manifest.experiment.scenarios) for point in chosen]
    shape = outcomes.shape
    sorted_so = np.full(shape, NOTHING)
    sorted_so[0] = 2
    draws = np.stack([drawn_uncertainties(policy, 1, 7, shape[1], DRAWN) for policy in policies])
    return Futures(chosen, policies, 7, outcomes, draws, DRAWN, sorted_so, np.full(shape, NOTHING))


def test_the_drawn_uncertainties_are_those_of_the_world_to_the_last_bit():
    rows = drawn_uncertainties(FORCE, 2**63 + 5, 1000, 6, tuple(UNCERTAINTIES))
    for run, row in enumerate(rows, start=1000):
        assumed = new_world(FORCE, 2**63 + 5, run)[0].uncertainties
        assert row.tobytes() == np.array([assumed[name] for name in UNCERTAINTIES]).tobytes()
    assert (rows[:, list(UNCERTAINTIES).index("denial")] == 0.1).all()


def test_rows_give_back_what_is_folded(made):
    outcomes = made.random_outcomes(60).reshape(2, 30)
    outcomes["weeks"][0, 0], outcomes["sums"][0, 0] = 0, 0
    table = table_of(futures(outcomes))
    back = outcomes_of(table.select(FOLDED))
    for name in ("worst", "peak_rung", "first", "mobilisations", "launches", "weeks"):
        assert (back[name] == outcomes.ravel()[name]).all(), name
    assert np.allclose(back["sums"], outcomes.ravel()["sums"], rtol=1e-14)
    assert table["mean_troops"][0].as_py() is None
    assert table["week_of_erosion"].null_count == (outcomes["first"][..., 1] == NOTHING).sum()


def test_names_are_text_and_levers_repeat_over_the_runs_of_a_point():
    table = table_of(futures(np.zeros((2, 3), OUTCOME)))
    assert table.schema == schema()
    assert table["legal_form"].to_pylist() == ["none"] * 3 + ["treaty"] * 3
    assert table["run"].to_pylist() == [7, 8, 9] * 2
    assert table["outcome"].to_pylist() == ["held"] * 6
    assert table["verdict_against_baseline"].to_pylist() == [VERDICT[2].name] * 3 + [None] * 3
    assert table["nato_mission"].to_pylist() == [False] * 6


def test_names_are_read_whatever_dictionary_they_were_written_with():
    column = pa.chunked_array([pa.array(["clash", None]).dictionary_encode(), pa.array(["held", "clash"]).dictionary_encode()])
    assert list(codes_of(column, OUTCOME_NAMES)) == [4, NOTHING, 0, 4]


def test_what_is_stored_is_what_was_played():
    outcomes = play(Policy(FORCE, 30), 5, seed=1, first_run=7)[None]
    table = table_of(futures(outcomes, points=1))
    assert table["outcome"].to_pylist() == [WORST[worst].name for worst in outcomes[0]["worst"]]
    assert table["weeks_played"].to_pylist() == list(outcomes[0]["last_step"] + 1)


def test_every_column_says_what_it_is():
    assert all(column.meaning and column.unit for column in columns(tuple(UNCERTAINTIES)))


def test_only_what_varies_has_a_column():
    assert varied([{}, {"mindset": 1.0}]) == DRAWN
    assert set(varied([{}, {"denial": 0.1}])) == {*DRAWN, "denial"}
    assert varied([{"denial": 0.1}, {"denial": 0.1}]) == DRAWN
    assert "denial" not in schema().names
    assert "denial" in schema(varied([{"denial": 0.1}, {"denial": 0.2}])).names
