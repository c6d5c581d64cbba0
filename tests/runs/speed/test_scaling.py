"""Speed by cores and memory by futures: measured, and written down as measured."""

import json
from dataclasses import replace

import pytest

from reassure.model.scenario import load
from reassure.runs.speed import benchmark, performance_page, scaling
from reassure.runs.speed.by_rule import Share

FORCE = load("limited_reassurance_force")


@pytest.fixture(scope="module")
def found():
    return scaling.measure(FORCE, weeks=3, played=200, sizes=(300,), repeats=1)


def test_threads_are_doubled_up_to_all_cores():
    assert [scaling.counts(cores) for cores in (1, 2, 6, 8)] == [[1], [1, 2], [1, 2, 4, 6], [1, 2, 4, 8]]


def test_what_is_measured_is_one_json_object(found):
    told = json.loads(json.dumps(found.json(), allow_nan=False))
    assert all(speed > 0 for speed in told["by_threads"].values())
    assert told["ensemble_to_mesa_batch_run_on_all_cores"] > 1
    assert told["stored"] > 0
    (memory,) = told["memory"]
    assert memory["futures"] == 300
    assert 50 < memory["peak"] < 1024
    assert memory["disk"] > 0.01


def test_the_page_shows_what_was_measured(found):
    speeds = benchmark.measure(FORCE, weeks=2, ensemble_futures=20, batch_futures=1, plain_futures=1, repeats=1)
    page = performance_page.markdown(speeds, found)
    assert f"| {found.memory[0].futures} | {found.memory[0].peak:,.0f} |" in page
    assert f"{speeds.ratios['ensemble_to_plain_objects']:,.0f} x this" in page
    assert "equal to the last bit" in page
    assert "## By rule" not in page  # nothing was counted


def test_the_page_names_the_rules_that_cost_most(found):
    speeds = benchmark.measure(FORCE, weeks=2, ensemble_futures=20, batch_futures=1, plain_futures=1, repeats=1)
    shares = (Share("arithmetic.exp", 900.0, 12.0, 0.9), Share("a.b", 95.0, 3.0, 0.095), Share("c.d", 5.0, 1.0, 0.005))
    page = performance_page.markdown(replace(speeds, rules=shares), found)
    assert "| `arithmetic.exp` | 900 | 12.0 | 90.0 % |" in page
    assert "| 1 others | 5 |  | 0.5 % |" in page
    assert "1,000 instructions a future in all" in page
