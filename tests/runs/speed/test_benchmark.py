"""The benchmark compares like with like: every way of playing gives the same futures."""

import json

import mesa
import pytest

from reassure.agents.declaration import DeclarationError
from reassure.model.scenario import load
from reassure.runs.ensemble import futures
from reassure.runs.speed import benchmark
from reassure.runs.speed import plain_objects as plain

SCENARIO = load("limited_reassurance_force")


def test_plain_objects_give_the_same_outcomes_as_records():
    weeks, runs = 40, range(3, 6)
    played = plain.timed(SCENARIO, seed=7, runs=runs, weeks=weeks)
    outcomes = futures.play(futures.Policy(SCENARIO, weeks), len(runs), seed=7, first_run=runs.start)
    assert all(plain.same(outcome, numbers) for outcome, numbers in zip(outcomes, played.outcomes, strict=True))
    assert played.weeks == sum(outcomes["last_step"] + 1)


def test_a_table_takes_two_indices_and_gives_rows_to_write_in():
    table = plain.Table([[1.0, 2.0], [3.0, 4.0]])
    table[1, 0] += 0.5
    table[0][1] = 9.0
    assert (table[1, 0], table[0, 1], table.shape, len(table)) == (3.5, 9.0, (2, 2), 2)


def test_differing_outcomes_are_noticed():
    outcome = futures.play(futures.Policy(SCENARIO, 2), 1, seed=1)[0]
    numbers = list(plain.numbers_in(outcome))
    assert plain.same(outcome, numbers)
    numbers[-1] += 1e-12
    assert not plain.same(outcome, numbers)


def test_the_batch_runner_of_mesa_plays_distinct_runs():
    rows = benchmark.batch_run(SCENARIO, runs=2, seed=1, weeks=2)
    assert {row["run"] for row in rows} == {0, 1}


def test_without_a_batch_runner_in_mesa_it_is_refused_in_one_line(monkeypatch):
    monkeypatch.delattr(mesa, "batch_run", raising=False)
    with pytest.raises(DeclarationError, match="which Mesa 4 no longer has"):
        benchmark.measure(SCENARIO, weeks=2)


@pytest.fixture(scope="module")
def speeds():
    return benchmark.measure(SCENARIO, weeks=2, ensemble_futures=20, batch_futures=1, plain_futures=1, repeats=1)


def test_what_is_measured_is_one_json_object(speeds):
    told = json.loads(json.dumps(speeds.json(), allow_nan=False))
    assert told["same_outcomes"] is True
    assert set(told["ratios"]) == {"ensemble_to_mesa_batch_run", "ensemble_to_plain_objects", "all_cores_to_one"}
    for name in (
        "ensemble_one_core",
        "ensemble_all_cores",
        "mesa_batch_run",
        "plain_objects",
        "nanoseconds_per_draw",
    ):
        assert told[name] > 0, name
    assert told["mean_weeks"] == 2
