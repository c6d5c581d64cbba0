"""`reassure compare`: whether guarantees deter, fail or provoke, and what their troops add."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ...model import scenario
from ...model.future import LARGEST_COUNTER, LARGEST_SEED, LONGEST, whole
from ...model.levers import LEVERS
from ...model.scenario import BASELINE
from ...model.uncertainties import UNCERTAINTIES
from ..console.options import FixOption, JsonOption
from ..console.paragraph import line, paragraph
from ..console.table import print_table
from ..console.terminal import console, write_json
from ..ensemble.selection import asked_for, both_ways

if TYPE_CHECKING:
    from ..ensemble.comparison import Comparison

ScenariosArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SCENARIO",
        help="Shipped scenarios (see: reassure scenarios), twins NAME_without_troops, or TOML files. Default: all shipped ones.",
        show_default=False,
    ),
]
BaselineOption = Annotated[str, typer.Option(metavar="SCENARIO", help="What the others are compared with.")]
RunsOption = Annotated[str, typer.Option(metavar="N", help=f"Futures of each, 1 to {LARGEST_COUNTER}.")]
SeedOption = Annotated[str, typer.Option(metavar="N", help=f"Seed of the luck that all share, 1 to {LARGEST_SEED}.")]
WeeksOption = Annotated[str, typer.Option(metavar="N", help=f"Length of a future, 1 to {LONGEST}.")]
ChangeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="LEVER=VALUE",
        help="Set a lever in every scenario compared and in its twin, which stays without troops; the baseline stays as it is. "
        "Within the range that `reassure show` lists; repeatable. Default: as in the scenario.",
        show_default=False,
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", help="Folder for the figures (PNG and SVG) and comparison.json. Default: none.", show_default=False
    ),
]


def compare(
    scenarios: ScenariosArgument = None,
    baseline: BaselineOption = BASELINE,
    runs: RunsOption = "10000",
    seed: SeedOption = "1",
    weeks: WeeksOption = "260",
    set_: ChangeOption = None,
    fix: FixOption = None,
    out: OutOption = None,
    json: JsonOption = False,
) -> None:
    """Compare guarantees over the same futures: whether each deters, fails or provokes, and what its troops add.

    Each scenario is played with the same luck as the baseline and as its own twin without troops. --fix pins an uncertainty in all
    of them. The result explores assumptions; it does not forecast.
    """
    numbers = (
        whole("--runs", runs, 1, LARGEST_COUNTER),
        whole("--seed", seed, 0, LARGEST_SEED),
        whole("--weeks", weeks, 1, LONGEST),
    )
    set_levers = scenario.parse_assignments(set_ or [], LEVERS)
    pinned = scenario.parse_assignments(fix or [], UNCERTAINTIES)
    against, compared = asked_for(scenarios, baseline, set_levers, pinned)
    compared = both_ways(compared)

    from ..ensemble import comparison
    from ..ensemble.compiling import ensure_compiled
    from ..files import results_folder as folder

    entries = comparison.plan(against, compared)
    if out is not None:
        from ..figures import names_of

        folder.check(out, (*names_of(entries), "comparison.json"))
    ensure_compiled()
    with _progress(json) as progress:
        task = progress.add_task("Playing futures", total=comparison.futures_needed(entries, numbers[0]))
        found = comparison.compare(
            against,
            compared,
            *numbers,
            advance=lambda done: progress.advance(task, done),
        )
    found = replace(found, levers=set_levers, pins=pinned)
    saved = _save(found, out) if out is not None else []
    if json:
        write_json(found.as_json())
    else:
        print_comparison(found, saved, console())


def _progress(quiet: bool) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=quiet or not sys.stderr.isatty(),
    )


def _save(found: Comparison, out: Path) -> list[Path]:
    from .. import figures
    from ..files import results_folder as folder

    return folder.save(out, {**figures.draw_all(found), "comparison.json": found.as_json()})


def departures(found: Comparison) -> list[str]:
    """What the command line set and fixed, a line each; nothing if it left all as it stands."""
    told = (("Set in the scenarios compared", found.levers, LEVERS), ("Fixed in all", found.pins, UNCERTAINTIES))
    return [
        f"{heading}: {', '.join(f'{name}={declared[name].text(value)}' for name, value in values.items())}"
        for heading, values, declared in told
        if values
    ]


def print_comparison(found: Comparison, saved: list[Path], paper: Console) -> None:
    """The tables and findings of a comparison, for people; `saved` are the files that hold its figures."""
    from ..ensemble import findings, tables
    from ..ensemble.caution import caution
    from ..ensemble.comparison import NOTE

    paragraph(paper, f"{found.runs:,} futures of {found.weeks} weeks for each, the same luck for all (seed {found.seed})")
    for sentence in filter(None, (*departures(found), caution(found.runs))):
        paragraph(paper, sentence)
    paper.print()
    print_table(paper, tables.outcome_table(found))
    for sentence in filter(None, (findings.origins(found), *findings.contrasts(found))):
        _print_apart(sentence, paper)
    per_mindset = tables.mindset_table(found)
    if per_mindset:
        print_table(paper, per_mindset)
    by_reading = tables.readings_table(found)
    if by_reading:
        print_table(paper, by_reading)
        for sentence in findings.disputed(found):
            paragraph(paper, sentence, hang=2)
        paper.print()
    for sentence in filter(None, map(findings.provocations, found.results.values())):
        _print_apart(sentence, paper)
    for sentence in findings.missions(found):
        _print_apart(sentence, paper)
    if len(found.results) > 1:
        paragraph(paper, findings.NOISE_LEGEND)
    paragraph(paper, NOTE, style="bold")
    if saved:
        print_saved(saved, paper)
    else:
        paragraph(paper, "Figures are saved with --out DIR; everything, also by kind of Moscow, is printed with --json.")


def _print_apart(sentence: str, paper: Console) -> None:
    paragraph(paper, sentence)
    paper.print()


def print_saved(saved: list[Path], paper: Console) -> None:
    """Where files were saved, on a line that can be pasted, and what they are called."""
    line(paper, f"Saved in {saved[0].parent}:")
    paragraph(paper, ", ".join(path.name for path in saved), indent=2)
