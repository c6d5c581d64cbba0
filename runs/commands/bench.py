"""`reassure bench`: how fast each way of playing futures is on this machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from ...model import scenario
from ..baseline.instructions import PROCESSOR
from ..console.options import JsonOption
from ..console.paragraph import paragraph
from ..console.table import print_table
from ..console.terminal import console, write_json
from ..speed.benchmark import TARGET_RATIO

if TYPE_CHECKING:
    from ..speed.benchmark import Speeds
    from ..speed.scaling import Scaling

SCENARIO = "limited_reassurance_force"
DEAREST = 12
"""Rules named on the terminal."""

WeeksOption = Annotated[str, typer.Option(metavar="N", help="Length of a future, 1 to 5200.")]
FullOption = Annotated[
    bool, typer.Option("--full", help="Also measure speed by threads and by processes, and the cost and memory of storing.")
]
OutOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Measure in full and write it as a Markdown page. Default: none.", show_default=False),
]


def bench(weeks: WeeksOption = "260", full: FullOption = False, out: OutOption = None, json: JsonOption = False) -> None:
    """Measure how fast futures are played: the ensemble, mesa.batch_run, the same rules on plain Python objects.

    Speeds depend on the machine and on what else it does; the ratios between them depend on it less. A minute or two,
    in full several.
    """
    from ...model.future import LONGEST, whole
    from ..ensemble.compiling import ensure_compiled
    from ..files.whole import check_file, write_whole
    from ..speed import scaling
    from ..speed.benchmark import measure
    from ..speed.performance_page import markdown

    length = whole("--weeks", weeks, 1, LONGEST)
    check_file(out)
    ensure_compiled()
    speeds = measure(scenario.load(SCENARIO), length, tell=_tell, count=bool(full or out))
    further = scaling.measure(scenario.load(SCENARIO), length, tell=_tell) if full or out else None
    if out and further:
        write_whole(out, markdown(speeds, further))
    if json:
        write_json({**speeds.json(), **({"scaling": further.json()} if further else {})})
    else:
        _print(speeds)
        if further:
            _print_rules(speeds)
            _print_scaling(further)


def _tell(stage: str) -> None:
    print(f"Measuring {stage} ...", file=sys.stderr, flush=True)


def _print(speeds: Speeds) -> None:
    out = console()
    paragraph(out, f"{speeds.scenario}, {speeds.weeks} weeks, on the mean {speeds.mean_weeks:.0f} lived; medians over a few turns")
    out.print()
    table = Table(box=None, pad_edge=False)
    table.add_column("way")
    table.add_column("futures/s", justify="right")
    table.add_column("ensemble is", justify="right")
    table.add_column("what it is")
    ratios = speeds.ratios
    table.add_row("ensemble, one core", _speed(speeds.ensemble_one_core), "", "the compiled loop over records")
    table.add_row(
        f"ensemble, {speeds.cores} cores", _speed(speeds.ensemble_all_cores), "", f"{ratios['all_cores_to_one']:.2f} times one core"
    )
    table.add_row(
        "mesa.batch_run",
        _speed(speeds.mesa_batch_run),
        f"{ratios['ensemble_to_mesa_batch_run']:,.0f} x",
        "Mesa agents that call the same compiled rules, one process",
    )
    table.add_row(
        "plain objects",
        _speed(speeds.plain_objects),
        f"{ratios['ensemble_to_plain_objects']:,.0f} x",
        "the same rules, uncompiled, on Python objects and lists: a plain Mesa model",
    )
    print_table(out, table)
    same = "equal to the last bit" if speeds.same_outcomes else "NOT EQUAL: a fault, please report it"
    counted = f" and {speeds.instructions:,} instructions of a processor of kind {PROCESSOR}" if speeds.instructions else ""
    out.print()
    paragraph(
        out,
        f"Outcomes on plain objects and in the ensemble: {same}."
        f"\nA future costs {speeds.milliseconds:.3f} ms of this core{counted}; a random draw (two numbers)"
        f" {speeds.nanoseconds_per_draw:.0f} ns."
        f"\nTarget: {TARGET_RATIO:.0f} times each of the others: {'met' if speeds.met else 'NOT met'}.",
    )


def _print_rules(speeds: Speeds) -> None:
    if not speeds.rules:
        return
    out, table = console(), Table(box=None, pad_edge=False)
    for heading in ("rule", "instructions", "calls", "share"):
        table.add_column(heading, justify="left" if heading == "rule" else "right")
    for each in speeds.rules[:DEAREST]:
        table.add_row(each.rule, f"{each.instructions:,.0f}", f"{each.calls:,.1f}", f"{100 * each.share:.1f} %")
    out.print()
    paragraph(
        out, f"Where the instructions of a future go, the {DEAREST} dearest of {len(speeds.rules)} rules, each compiled apart"
    )
    out.print()
    print_table(out, table)


def _print_scaling(found: Scaling) -> None:
    out = console()
    threads = ", ".join(f"{count}: {_speed(speed)}" for count, speed in found.by_threads.items())
    memory = ", ".join(f"{each.futures:,}: {each.peak:,.0f} MiB" for each in found.memory)
    out.print()
    paragraph(
        out,
        f"Futures/s by threads: {threads}; mesa.batch_run with a process a core: {_speed(found.mesa_by_processes)}."
        f"\nStored: {_speed(found.stored)} futures/s; storing adds {100 * found.storing_share:.1f} % of processor time."
        f"\nPeak memory of a stored batch by futures: {memory}.",
    )


def _speed(futures_per_second: float) -> str:
    return f"{futures_per_second:,.0f}" if futures_per_second >= 10 else f"{futures_per_second:.2f}"
