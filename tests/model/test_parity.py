"""One rulebook, two ways: the Mesa model, the compiled loop and the interpreted rules give the same future to the last bit."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reassure.model.future import blank_world, drawings
from reassure.model.levers import LEVERS
from reassure.model.loop import play_futures
from reassure.model.orders import ACTORS, Order, options_of, order_records
from reassure.model.outcomes import OUTCOME
from reassure.model.scenario import SHIPPED
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.model.wargame import Wargame
from reassure.model.world import cells_of
from reassure.runs.ensemble.futures import OUTCOME_START, Policy, play

WEEKS = 40
PROGRAM = Path(__file__).with_name("hash_futures.py")


def looped(model, accounted=1):
    """The state at the end of the same future as the compiled loop plays it, with or without accounts of what is chosen."""
    worlds = blank_world(model.preset, model.weeks, model.steps_per_week)
    worlds[0].situation.accounted = accounted
    worlds[0].luck.seed_low, worlds[0].luck.seed_high = model.seed & 0xFFFFFFFF, model.seed >> 32
    row = np.zeros((1, OUTCOME.itemsize // 8))
    cells = worlds.view(np.float64)
    play_futures(
        worlds, cells, cells.copy(), cells_of(worlds, "uncertainties")[0], drawings(model.preset),
        order_records(model.orders, model.weeks), model.run, np.zeros(0, np.int64), row, OUTCOME_START,
    )  # fmt: skip
    assert row.tobytes() == worlds["outcome"].tobytes()
    return worlds.tobytes()


def stepped(*arguments, **keywords):
    model = Wargame(*arguments, **keywords)
    while model.running:
        model.step()
    return model


def value_of(quantity):
    return st.floats(quantity.low, quantity.high).map(lambda value: round(value) if quantity.high - quantity.low >= 100 else value)


FREE_LEVERS = [
    name
    for name, lever in LEVERS.items()
    if type(lever).__name__ == "Quantity" and name not in {"share_in_cities", "share_on_line"}
]
FREE_PINS = [name for name, uncertainty in UNCERTAINTIES.items() if type(uncertainty).__name__ != "Category"]
LEVER = st.sampled_from(FREE_LEVERS).flatmap(lambda name: st.tuples(st.just(name), value_of(LEVERS[name])))
PIN = st.sampled_from(FREE_PINS).flatmap(lambda name: st.tuples(st.just(name), value_of(UNCERTAINTIES[name])))
ORDER = st.sampled_from(list(ACTORS)).flatmap(
    lambda actor: st.builds(Order, st.integers(0, WEEKS - 1), st.just(actor), st.integers(0, len(options_of(actor)) - 1))
)


def votes(order):
    return order.actor > 3 and order.option > 7


@settings(max_examples=60)
@example(
    preset="full_nato_mission",
    changed={"consensus_forced": 1, "us_ground_troops": 20},
    seed=2**64 - 1,
    run=2**32 - 1,
    orders=[],
    step=1,
)
@example(preset="bare_ceasefire", changed={}, seed=0, run=0, orders=[Order(0, 1, 7), Order(3, 1, 9)], step=2)
@given(
    preset=st.sampled_from(SHIPPED),
    changed=st.lists(LEVER | PIN, max_size=6).map(dict),
    seed=st.integers(0, 2**64 - 1),
    run=st.integers(0, 2**32 - 1),
    orders=st.lists(ORDER, max_size=8, unique_by=lambda order: (order.week, order.actor, votes(order))),
    step=st.sampled_from([1, 1, 2]),
)
def test_the_mesa_model_and_the_compiled_loop_agree_to_the_last_bit(preset, changed, seed, run, orders, step):
    model = stepped(preset, rng=seed, run=run, weeks=WEEKS, orders=orders, steps_per_week=step, **changed)
    assert model.state == looped(model)
    assert np.isfinite(model._worlds["outcome"]["sums"]).all()


ACCOUNTS = {"situation": ["accounted"], "coalition": ["true_answer"]}
"""What an account alone says, beside what every ally's decision tells of."""
ACCOUNTS_OF_AN_ALLY = {"willingness", "reasons"}


@pytest.mark.parametrize("preset", SHIPPED)
def test_who_keeps_no_accounts_chooses_the_same(preset):
    # the ensemble plays without: choice by choice and in all else the future must be that of which the page explains every step
    told = stepped(preset, rng=5, run=9, weeks=130)
    unread = np.frombuffer(looped(told, accounted=0), told._worlds.dtype)[0]
    for field, kind in told.world.dtype.fields.items():
        if field == "allies":
            for ally, other in zip(told.world.allies, unread.allies, strict=True):
                for name in set(ally.dtype.names) - ACCOUNTS_OF_AN_ALLY - {"decision"}:
                    assert ally[name].tobytes() == other[name].tobytes(), name
                for name in ("step", "node", "chosen", "sector", "order", "ordered", "refused", "draw", "open"):
                    assert ally.decision[name].tobytes() == other.decision[name].tobytes(), name
        elif field in ACCOUNTS:
            for name in set(kind[0].names) - set(ACCOUNTS[field]):
                assert told.world[field][name].tobytes() == unread[field][name].tobytes(), name
        else:
            assert told.world[field].tobytes() == unread[field].tobytes(), field
    assert not unread.allies["reasons"].any() and told.world.allies["reasons"].any()


@pytest.mark.parametrize("preset", SHIPPED)
def test_any_future_of_a_batch_can_be_reopened(preset):
    batch = play(Policy(Wargame(preset, rng=1, weeks=1).preset, weeks=120), 5, seed=11, first_run=4, threads=1)
    for index in (0, 4):
        model = stepped(preset, rng=11, run=4 + index, weeks=120)
        assert model.world.outcome.tobytes() == batch[index].tobytes()


def hashed(weeks, **environment):
    """The hash of some futures as another process plays them."""
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(weeks)], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_compiled_and_interpreted_rules_agree_to_the_last_bit():
    assert hashed(13) == hashed(13, NUMBA_DISABLE_JIT="1", PYTHONWARNINGS="ignore")


@pytest.mark.skipif(
    not os.environ.get("REASSURE_BOUNDS"), reason="compiles all rules once more (minutes): set REASSURE_BOUNDS=1, as .ci/run does"
)
def test_rules_compiled_with_bounds_checks_agree_to_the_last_bit():
    assert hashed(200) == hashed(200, NUMBA_BOUNDSCHECK="1")
