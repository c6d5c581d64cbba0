"""How fast futures are played in each way, in one run on the same rules and seeds: speeds are ratios between them.

The ways take turns, and every figure is the median over the turns, a ratio the median of the ratios within one turn: a machine
that is slow for a while is slow for all of them. What runs on one core is timed by the processor time it takes, so that other work
on the machine counts little; all cores are held against one by the clock. Futures end when a war is decided, so their lengths
differ; each way is timed by the week and stated for a future of the ensemble's mean length.
"""

import inspect
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, TypeVar

import numba
import numpy as np

from ...agents.chance import LUCK, uniforms_at
from ...agents.declaration import DeclarationError
from ...model.future import FIVE_YEARS
from ...model.scenario import SHIPPED, Scenario
from ..baseline.instructions import NotCountedError, instructions_a_future
from ..ensemble import futures
from . import plain_objects as plain
from .by_rule import Share, by_rule

TARGET_RATIO = 200.0
"""What the ensemble is to reach: futures per core against each other way."""

Counted = TypeVar("Counted")

DRAWS = 4_000_000
ENSEMBLE_FUTURES = 2_000
BATCH_FUTURES = 1
PLAIN_FUTURES = 5
REPEATS = 5


@dataclass(frozen=True)
class Turn:
    """One turn of all ways: seconds a future of the ensemble's mean length takes in each."""

    ensemble: float
    ensemble_by_clock: float
    all_cores_by_clock: float
    mesa_batch_run: float
    plain_objects: float
    same_outcomes: bool


@dataclass(frozen=True)
class Speeds:
    """What was measured. Speeds in futures a second, of `mean_weeks` weeks each; costs in nanoseconds.

    `ratios`: the ensemble on one core against the other ways, and all cores against one. `instructions`: of a future, counted by
    valgrind (`runs/baseline/instructions.py`); None where they cannot be counted or were not. `rules`: what each of them costs.
    """

    scenario: str
    weeks: int
    mean_weeks: float
    cores: int
    ensemble_one_core: float
    ensemble_all_cores: float
    mesa_batch_run: float
    plain_objects: float
    nanoseconds_per_draw: float
    ratios: dict[str, float]
    same_outcomes: bool
    instructions: int | None = None
    rules: tuple[Share, ...] = ()

    @property
    def milliseconds(self) -> float:
        """Milliseconds a future of the ensemble costs on this core."""
        return 1000.0 / self.ensemble_one_core

    def json(self) -> dict[str, Any]:
        """Everything measured and derived, as one object."""
        return {
            **asdict(self),
            "milliseconds_per_future": self.milliseconds,
            "targets": {"ratio": TARGET_RATIO},
            "targets_met": self.met,
        }

    @property
    def met(self) -> bool:
        """Whether the ensemble is as fast as it should be."""
        return all(self.ratios[f"ensemble_to_{way}"] >= TARGET_RATIO for way in ("mesa_batch_run", "plain_objects"))


def measure(
    scenario: Scenario,
    weeks: int = FIVE_YEARS,
    seed: int = 1,
    ensemble_futures: int = ENSEMBLE_FUTURES,
    batch_futures: int = BATCH_FUTURES,
    plain_futures: int = PLAIN_FUTURES,
    repeats: int = REPEATS,
    tell: Callable[[str], object] = lambda stage: None,
    count: bool = False,
) -> Speeds:
    """Measure every way of playing; `count`: the instructions of a future too. `tell` is told what is being measured.

    The rules must have been compiled.
    """
    policy = futures.Policy(scenario, weeks)
    tell("the ensemble, before the turns begin")
    batch_run(scenario, 1, seed, 1)  # loads every rule that Mesa's agents call
    outcomes = futures.play(policy, ensemble_futures, seed, threads=1)
    mean_weeks = float(np.mean(outcomes["last_step"] + 1.0))

    def turn() -> Turn:
        started = time.perf_counter()
        ensemble = _seconds(lambda: futures.play(policy, ensemble_futures, seed, threads=1)) / ensemble_futures
        by_clock = (time.perf_counter() - started) / ensemble_futures
        # as many for each core, so that no core is alone with the last piece for long
        many = ensemble_futures * futures.cores()
        all_cores = _seconds(lambda: futures.play(policy, many, seed), time.perf_counter) / many
        played = plain.timed(scenario, seed, range(plain_futures), weeks)
        batch = _seconds(lambda: batch_run(scenario, batch_futures, seed, weeks))
        return Turn(
            ensemble=ensemble,
            ensemble_by_clock=by_clock,
            all_cores_by_clock=all_cores,
            mesa_batch_run=batch / float(np.sum(outcomes["last_step"][:batch_futures] + 1.0)) * mean_weeks,
            plain_objects=played.seconds / played.weeks * mean_weeks,
            same_outcomes=all(plain.same(outcomes[run], numbers) for run, numbers in enumerate(played.outcomes)),
        )

    turns = []
    for number in range(repeats):
        tell(f"every way in turn, {number + 1} of {repeats}")
        turns.append(turn())
    tell("the random numbers")
    return Speeds(
        scenario=scenario.name,
        weeks=weeks,
        mean_weeks=mean_weeks,
        cores=futures.cores(),
        ensemble_one_core=1.0 / median(each.ensemble for each in turns),
        ensemble_all_cores=1.0 / median(each.all_cores_by_clock for each in turns),
        mesa_batch_run=1.0 / median(each.mesa_batch_run for each in turns),
        plain_objects=1.0 / median(each.plain_objects for each in turns),
        nanoseconds_per_draw=median(_nanoseconds(_draw, DRAWS) for _ in range(repeats)),
        ratios={
            "ensemble_to_mesa_batch_run": median(each.mesa_batch_run / each.ensemble for each in turns),
            "ensemble_to_plain_objects": median(each.plain_objects / each.ensemble for each in turns),
            "all_cores_to_one": median(each.ensemble_by_clock / each.all_cores_by_clock for each in turns),
        },
        same_outcomes=all(each.same_outcomes for each in turns),
        instructions=_counted(instructions_a_future, scenario, tell, "the instructions of a future") if count else None,
        rules=tuple(_counted(by_rule, scenario, tell, "the instructions of each rule") or ()) if count else (),
    )


def _counted(count: Callable[[str], Counted], scenario: Scenario, tell: Callable[[str], object], what: str) -> Counted | None:
    if scenario.name not in SHIPPED:
        return None
    tell(what)
    try:
        return count(scenario.name)
    except NotCountedError as reason:
        tell(f"nothing of it: {reason}")
        return None


def batch_run(scenario: Scenario, runs: int, seed: int, weeks: int, processes: int = 1) -> list[dict]:
    """Play some runs by Mesa's own batch runner, in this process or in several, before and after Mesa 3.5.

    Raises DeclarationError on Mesa 4, which has none.
    """
    import mesa

    from ...model.wargame import Wargame

    if not hasattr(mesa, "batch_run"):
        raise DeclarationError("the benchmark compares with mesa.batch_run, which Mesa 4 no longer has; run it with Mesa 3")
    parameters: dict[str, Any] = {"preset": [scenario], "run": range(runs), "weeks": [weeks]}
    further: dict[str, Any] = {}
    # from 3.5 on, the batch runner hands each model its seed; before, a seed is a parameter like any other
    if "rng" in inspect.signature(mesa.batch_run).parameters:
        further["rng"] = [seed]
    else:
        parameters["rng"] = [seed]
    return mesa.batch_run(Wargame, parameters, number_processes=processes, max_steps=weeks, display_progress=False, **further)


def _seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    started = clock()
    work()
    return clock() - started


def _nanoseconds(loop: Callable[..., float], times: int) -> float:
    """Cost of one turn of a compiled loop."""
    luck = np.zeros(1, LUCK)[0]
    loop(1, luck)  # compiles it, the first time
    return _seconds(lambda: loop(times, luck)) / times * 1e9


@numba.njit(error_model="numpy")
def _draw(times, luck):
    """Draws of two uniforms, as the rules make them."""
    total = 0.0
    for step in range(times):
        first, second = uniforms_at(luck, step, 1, 0)
        total += first + second
    return total
