"""How the measurements of speed and memory are written down."""

import platform
import sys

from ..baseline.instructions import PROCESSOR
from ..docs_pages.reference import table
from .benchmark import Speeds
from .scaling import MEMORY_WEEKS, Scaling

WORTH_NAMING = 0.01
"""Share of all instructions from which a rule is named."""


def markdown(speeds: Speeds, scaling: Scaling) -> str:
    """The page `docs/performance.md`."""
    every = max(scaling.by_threads)
    ratios = speeds.ratios
    ways = [
        ("ensemble, one core", _speed(speeds.ensemble_one_core), "", "the compiled loop over records"),
        (
            f"ensemble, {speeds.cores} cores",
            _speed(speeds.ensemble_all_cores),
            f"{ratios['all_cores_to_one']:.2f} x one core",
            "threads",
        ),
        (
            "`mesa.batch_run`, one process",
            _speed(speeds.mesa_batch_run),
            f"one core is {ratios['ensemble_to_mesa_batch_run']:,.0f} x this",
            "Mesa agents that call the same compiled rules",
        ),
        (
            f"`mesa.batch_run`, {scaling.cores} processes",
            _speed(scaling.mesa_by_processes),
            f"all cores are {scaling.ensemble_to_mesa:,.0f} x this",
            "the same, one process a core",
        ),
        (
            "plain Python objects",
            _speed(speeds.plain_objects),
            f"one core is {ratios['ensemble_to_plain_objects']:,.0f} x this",
            "the same rules uncompiled: a plain Mesa model",
        ),
    ]
    threads = [
        (count, _speed(speed), f"{speed / scaling.by_threads[1]:.2f}") for count, speed in sorted(scaling.by_threads.items())
    ]
    memory = [(f"{each.futures:,}", f"{each.peak:,.0f}", f"{each.disk:,.0f}", f"{each.seconds:,.0f}") for each in scaling.memory]
    same = "equal to the last bit" if speeds.same_outcomes else "NOT EQUAL, which is a fault"
    machine = f"Python {platform.python_version()} on {platform.machine()} ({sys.platform}), {speeds.cores} cores"
    counted = f", {speeds.instructions:,} instructions of a processor of kind {PROCESSOR}" if speeds.instructions else ""
    return f"""# Speed and memory

Written by `reassure bench --out docs/performance.md`: {speeds.scenario}, {speeds.weeks} weeks, of which
{speeds.mean_weeks:.0f} are lived on the mean; {machine}. Speeds depend on the machine and on what else
it does; the ratios between them depend on it less. The ways take turns: a figure is the
median over the turns, a ratio the median of the ratios within one turn.

## Ways to play a future

{table(("way", "futures/s", "ratio", "what it is"), ways)}

A future costs {speeds.milliseconds:.3f} ms of this core{counted}; a random draw (two numbers) {speeds.nanoseconds_per_draw:.0f} ns.
Outcomes on plain objects and in the ensemble are {same}.

{_by_rule(speeds)}## By threads

{table(("threads", "futures/s", "x one thread"), threads)}

## Stored

A batch stores {_speed(scaling.stored)} futures a second on {every} threads. Storing adds {100 * scaling.storing_share:.1f} % to the
processor time of the bare futures (drawing the uncertainties again, making columns, compressing, checksums).

{table(("futures", "peak memory, MiB", "on disk, MiB", "seconds"), memory)}

Each in a process of its own, futures of {MEMORY_WEEKS} weeks: memory depends on the rows under way, not on how many there
are or how long they live.
"""


def _by_rule(speeds: Speeds) -> str:
    """Where the instructions go; nothing where they were not counted."""
    if not speeds.rules:
        return ""
    dear = [each for each in speeds.rules if each.share >= WORTH_NAMING]
    rest = speeds.rules[len(dear) :]
    whole = sum(each.instructions for each in speeds.rules)
    rows = [(f"`{each.rule}`", f"{each.instructions:,.0f}", f"{each.calls:,.1f}", f"{100 * each.share:.1f} %") for each in dear]
    left, share = sum(each.instructions for each in rest), sum(each.share for each in rest)
    rows.append((f"{len(rest)} others", f"{left:,.0f}", "", f"{100 * share:.1f} %"))
    return f"""## By rule

Instructions of a rule itself in a future, without the rules it calls. Counted with every rule compiled apart, which costs
{whole:,.0f} instructions a future in all: in the ensemble they are woven into one another and cost less.
The steps of a week that are mere phrases stand under `loop.play_futures`.

{table(("rule", "instructions", "calls", "share"), rows)}

"""


def _speed(futures_per_second: float) -> str:
    return f"{futures_per_second:,.0f}" if futures_per_second >= 10 else f"{futures_per_second:.2f}"
