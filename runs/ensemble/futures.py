"""Ensembles: many futures of one policy, in plain threads over the compiled loop.

Results do not depend on the number of threads, the size of the pieces or their order, because luck does not.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

import numpy as np

from ...agents.chance import set_seed
from ...agents.record import cells, first_cell
from ...model.future import FIVE_YEARS, LARGEST_COUNTER, LARGEST_SEED, blank_world, drawings, whole
from ...model.loop import play_futures
from ...model.orders import NO_ORDERS, Order, OrderError, order_records
from ...model.outcomes import OUTCOME
from ...model.scenario import Scenario
from ...model.uncertainties import DRAWING
from ...model.world import WORLD, cells_of, copy_of

PIECE = 250
"""Futures a thread plays before it takes the next piece: some tens of milliseconds, so that Ctrl-C answers at once."""

OUTCOME_START = first_cell(WORLD, "outcome")
OUTCOME_CELLS = cells(OUTCOME)
NO_BRANCHES = np.zeros(0, np.int64)


@dataclass(frozen=True)
class Policy:
    """What is run: a scenario, how long, and orders that override choices. Two policies of the same seed share their luck."""

    scenario: Scenario
    weeks: int = FIVE_YEARS
    steps_per_week: int = 1
    orders: tuple[Order, ...] = field(default=())


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def play(
    policy: Policy,
    runs: int,
    seed: int,
    first_run: int = 0,
    threads: int | None = None,
    advance: Callable[[int], object] | None = None,
) -> np.ndarray:
    """The outcomes of runs `first_run` to `first_run + runs - 1` under a policy, in order: one OUTCOME record each.

    `advance` is told how many futures have just been finished. Raises OrderError if an order was not open when it came due.
    """
    seed = whole("seed", seed, 0, LARGEST_SEED)
    runs = whole("runs", runs, 1, LARGEST_COUNTER)
    first_run = whole("first_run", first_run, 0, LARGEST_COUNTER - runs)
    outcomes = np.zeros(runs, OUTCOME)
    rows = outcomes.view(np.float64).reshape(runs, OUTCOME_CELLS)
    blank = blank_world(policy.scenario, policy.weeks, policy.steps_per_week)
    orders = order_records(policy.orders, policy.weeks)
    set_seed(blank[0].luck, seed)
    drawing = drawings(policy.scenario)

    def piece(start: int) -> int:
        stop = min(start + PIECE, runs)
        _play_piece(blank, drawing, orders, first_run + start, NO_BRANCHES, rows[start:stop])
        return stop - start

    for done in in_pieces(piece, range(0, runs, PIECE), threads or cores()):
        if advance:
            advance(done)
    if policy.orders and outcomes["refused_orders"].any():
        first = int(np.flatnonzero(outcomes["refused_orders"])[0]) + first_run
        raise OrderError(
            f"an order asked for something not open then, first in run {first}; 'reassure play --run {first}' shows it"
        )
    return outcomes


def roll_out(
    world: np.ndarray, branches: int, threads: int = 1, first_branch: int = 1, orders: np.ndarray = NO_ORDERS
) -> np.ndarray:
    """Play on from a world (an array of length 1) on `branches` branches of luck from `first_branch` on; one OUTCOME record each.

    Orders (as records) that are still to come are given in all of them.

    The odds so found are conditional on everything this future has drawn already, its hidden mindset included.
    """
    outcomes = np.zeros(branches, OUTCOME)
    rows = outcomes.view(np.float64).reshape(branches, OUTCOME_CELLS)
    no_drawings = np.zeros(0, DRAWING)

    def piece(start: int) -> int:
        stop = min(start + PIECE, branches)
        _play_piece(world, no_drawings, orders, -1, np.arange(first_branch + start, first_branch + stop), rows[start:stop])
        return stop - start

    for _ in in_pieces(piece, range(0, branches, PIECE), threads):
        pass
    return outcomes


def _play_piece(
    template: np.ndarray, drawing: np.ndarray, orders: np.ndarray, first_run: int, branches: np.ndarray, rows: np.ndarray
) -> None:
    """Play futures from a world that is left alone, on scratch space of their own, into rows of outcomes (`model/loop.py`)."""
    scratch, own = copy_of(template), orders.copy()
    cells, values = scratch.view(np.float64), cells_of(scratch, "uncertainties")[0]
    play_futures(scratch, cells, template.view(np.float64), values, drawing, own, first_run, branches, rows, OUTCOME_START)


def in_pieces(piece: Callable[[int], int], starts: Iterable[int], threads: int) -> Iterator[int]:
    """Do the pieces in threads, keeping few waiting so that an interruption ends soon."""
    if threads == 1:
        yield from map(piece, starts)
        return
    pending = set()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for start in starts:
                pending.add(pool.submit(piece, start))
                if len(pending) >= 2 * threads:
                    done, pending = wait(pending, return_when=FIRST_COMPLETED)
                    for finished in done:
                        yield finished.result()
            for finished in pending:
                yield finished.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
