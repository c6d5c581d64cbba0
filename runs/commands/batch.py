"""`reassure batch`, `resume`, `extend`: many futures kept in a store, which survives being killed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...agents.declaration import DeclarationError, nearest
from ...model.future import LARGEST_COUNTER, LARGEST_SEED, LONGEST, whole
from ...model.levers import LEVERS
from ...model.scenario import BASELINE, parse_assignments
from ...model.uncertainties import UNCERTAINTIES
from ..console.command_line import command
from ..console.options import FixOption, JsonOption, SetOption, StoreArgument
from ..console.paragraph import line, paragraph
from ..console.terminal import console, note, write_json

if TYPE_CHECKING:
    from ..batch.batch import Outlook
    from ..batch.drive import Workers
    from ..batch.experiment import Request
    from ..store.manifest import Manifest

SourcesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="EXPERIMENT.toml|SCENARIO",
        help="A file that describes an experiment, or scenarios as for compare. Default: all shipped ones.",
        show_default=False,
    ),
]
OutOption = Annotated[Path, typer.Option(metavar="DIR", help="Folder for the store; made if need be.", show_default=False)]
BaselineOption = Annotated[
    str | None,
    typer.Option(metavar="SCENARIO", help=f"What the others are compared with. Default: {BASELINE}.", show_default=False),
]
RunsOption = Annotated[
    str | None,
    typer.Option(metavar="N", help=f"Futures at each point, 1 to {LARGEST_COUNTER}. Default: 10000.", show_default=False),
]
MoreRunsOption = Annotated[str, typer.Option("--runs", metavar="N", help="Futures to add at each point.", show_default=False)]
SeedOption = Annotated[
    str | None,
    typer.Option(metavar="N", help=f"Seed of the luck that all share, 1 to {LARGEST_SEED}. Default: 1.", show_default=False),
]
WeeksOption = Annotated[
    str | None, typer.Option(metavar="N", help=f"Length of a future, 1 to {LONGEST}. Default: 260.", show_default=False)
]
SweepOption = Annotated[
    list[str] | None,
    typer.Option(
        "--sweep",
        metavar="NAME=a,b,c|a:b:n|a:b",
        help="Vary a lever (not in the baseline) or an uncertainty (throughout): at listed values, at n values from a to b, or "
        "over a range for latin and sobol; repeatable. Default: none.",
        show_default=False,
    ),
]
DesignOption = Annotated[
    str | None,
    typer.Option(
        metavar="grid|latin|sobol", help="How swept values are combined. Default: grid, every combination.", show_default=False
    ),
]
PointsOption = Annotated[
    str | None, typer.Option(metavar="N", help="Combinations of a latin or sobol design, 1 to 65536.", show_default=False)
]
PlaceboOption = Annotated[
    bool | None,
    typer.Option(
        "--placebo/--no-placebo",
        help="Also play each policy with a lever moved by one per cent, for the noise floor. Default: only if nothing is swept.",
        show_default=False,
    ),
]
SchedulerOption = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Play on the Dask cluster with this scheduler, such as tcp://node1:8786. Default: here.",
        show_default=False,
    ),
]


def batch(
    sources: SourcesArgument = None,
    *,
    out: OutOption,
    baseline: BaselineOption = None,
    runs: RunsOption = None,
    seed: SeedOption = None,
    weeks: WeeksOption = None,
    set_: SetOption = None,
    fix: FixOption = None,
    sweep: SweepOption = None,
    design: DesignOption = None,
    points: PointsOption = None,
    placebo: PlaceboOption = None,
    scheduler: SchedulerOption = None,
    json: JsonOption = False,
) -> None:
    """Play many futures into a folder: a row each, every scenario with its twin without troops over the same luck.

    Every point of the design plays the same runs, so any two are paired. Killed at any moment, `reassure resume DIR` goes on.
    """
    from ..batch.batch import begin
    from ..batch.design import METHODS
    from ..batch.sweep import parse_sweeps
    from ..ensemble.caution import caution

    given: dict = {
        "baseline": baseline,
        "runs": None if runs is None else whole("--runs", runs, 1, LARGEST_COUNTER),
        "seed": None if seed is None else whole("--seed", seed, 0, LARGEST_SEED),
        "weeks": None if weeks is None else whole("--weeks", weeks, 1, LONGEST),
        "points": None if points is None else whole("--points", points, 1, 65_536),
        "placebo": placebo,
        "method": design,
        "axes": parse_sweeps(sweep or []) or None,
    }
    if design is not None and design not in METHODS:
        raise DeclarationError(f"--design: there is no design {design!r}; {nearest(design, METHODS)}")
    request = _request(sources or [])
    request = replace(
        request,
        levers={**request.levers, **parse_assignments(set_ or [], LEVERS)},
        pins={**request.pins, **parse_assignments(fix or [], UNCERTAINTIES)},
        **{name: value for name, value in given.items() if value is not None},
    )
    _carry_out(out, scheduler, json, lambda **watched: begin(request, out, **watched), caution(request.runs))


def resume(folder: StoreArgument, scheduler: SchedulerOption = None, json: JsonOption = False) -> None:
    """Finish a batch that was interrupted: plays what is missing or damaged, and only that."""
    from ..batch import batch

    _carry_out(folder, scheduler, json, lambda **watched: batch.resume(folder, **watched))


def extend(folder: StoreArgument, runs: MoreRunsOption, scheduler: SchedulerOption = None, json: JsonOption = False) -> None:
    """Add runs to every point of a batch, on further luck of the same seed."""
    from ..batch import batch

    more = whole("--runs", runs, 1, LARGEST_COUNTER)
    _carry_out(folder, scheduler, json, lambda **watched: batch.extend(folder, more, **watched))


def _request(sources: list[str]) -> Request:
    """What the arguments ask for: an experiment's file, or scenarios."""
    from ..batch.experiment import Request
    from ..batch.experiment_file import is_experiment, read_experiment

    files = [source for source in sources if source.casefold().endswith(".toml") and is_experiment(Path(source))]
    if files and len(sources) > 1:
        raise DeclarationError(f"{files[0]} is an experiment and stands alone; the scenarios it compares are named in it")
    return read_experiment(Path(files[0])) if files else Request(sources)


def _carry_out(folder: Path, scheduler: str | None, json: bool, work: Callable[..., Manifest], warning: str | None = None) -> None:
    """Do the work with a bar, and say what there is now; interrupted, say how to go on. `warning` is said before it begins."""
    from ..console.progress import progress_bar

    workers = _workers(scheduler)
    with progress_bar(json) as progress:
        task = progress.add_task("Laying out what is to be played", total=None)

        def look(outlook: Outlook) -> None:
            progress.update(task, description="Playing futures", total=outlook.total - outlook.kept)
            for line in filter(None, (warning, *outlook.damaged, *outlook.strays)):
                note(line)

        try:
            manifest = work(workers=workers, look=look, advance=lambda done: progress.advance(task, done))
        except KeyboardInterrupt:
            note(f"what was finished is kept; '{command('resume', folder)}' goes on")
            raise
    told = _told(folder, manifest)
    if json:
        write_json(told)
    else:
        out = console()
        line(out, f"{told['futures']:,} futures in {folder}:")
        paragraph(
            out,
            f"{told['points']:,} points, {told['runs']:,} runs of each, {told['weeks']} weeks, seed {told['seed']}.\nTables:",
        )
        line(out, f"  {command('summary', folder)}")


def _workers(scheduler: str | None) -> Workers | None:
    if scheduler is None:
        return None
    from ..batch.cluster import Cluster

    return Cluster(scheduler)


def _told(folder: Path, manifest: Manifest) -> dict:
    shards = manifest.shards
    return {
        "folder": str(folder),
        "futures": sum(shard.rows for shard in shards),
        "points": len(manifest.points),
        "runs": manifest.runs,
        "weeks": manifest.experiment.weeks,
        "seed": manifest.experiment.seed,
        "shards": len(shards),
        "rules": manifest.rules,
        "note": "explores assumptions, does not forecast",
    }
