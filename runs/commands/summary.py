"""`reassure summary`: the tables of `compare` from a store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from ...model.future import LARGEST_COUNTER, whole
from ..options import JsonOption, StoreArgument
from ..terminal import console, write_json

if TYPE_CHECKING:
    from ..batch.summary import Summary

FiguresOption = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="DIR", help="Folder for the figures (PNG and SVG) and summary.json. Default: none.", show_default=False
    ),
]
RowOption = Annotated[
    str | None,
    typer.Option(metavar="K", help="Only this row of the design, in full, with the tables of compare. Default: all, a line each.",
                 show_default=False),
]  # fmt: skip


def summary(folder: StoreArgument, out: FiguresOption = None, row: RowOption = None, json: JsonOption = False) -> None:
    """Say what a batch comes to, as compare would: outcomes, contrasts, verdicts, each with its interval.

    Nothing is played. A batch that is not finished is summed up as far as it goes.
    """
    from .. import folder as folders
    from ..batch.summary import summaries
    from ..store.store import Store

    one = None if row is None else whole("--row", row, 0, LARGEST_COUNTER)
    store = Store(folder)
    if out is not None:
        folders.check(out)
    found = list(summaries(store, one))
    if store.missing:
        print(f"reassure: {store.missing:,} futures are missing; 'reassure resume {folder}' plays them", file=sys.stderr)
    saved = _save(found, out) if out is not None else []
    if json:
        write_json(found[0].as_json() if len(found) == 1 else {"rows": [each.as_json() for each in found]})
    elif len(found) == 1:
        _print_one(found[0], saved, store.manifest.experiment.placebo)
    else:
        _print_rows(found, saved)


def _save(found: list[Summary], out: Path) -> list[Path]:
    from .. import figures, folder

    if len(found) == 1:
        return folder.save(out, {**figures.draw_all(found[0].comparison), "summary.json": found[0].as_json()})
    from ..figures.response import draw_response

    return folder.save(out, {**draw_response(found), "summary.json": {"rows": [each.as_json() for each in found]}})


def _print_one(found: Summary, saved: list[Path], placebo: bool) -> None:
    from .compare import print_comparison

    paper = console()
    if found.values:
        paper.print(f"Row {found.row} of the design: {_spoken(found.values)}\n")
    print_comparison(found.comparison, saved, paper)
    if not placebo:
        paper.print("No placebo was played, so nothing is marked as noise; 'reassure batch --placebo' plays it.")


def _print_rows(found: list[Summary], saved: list[Path]) -> None:
    from ..comparison import NOTE
    from ..findings import called, percent, points
    from ..summary import failure

    table = Table(box=None, pad_edge=False)
    for heading in ("row", "set at", "scenario", "fails %", "package: points", "troops alone: points"):
        table.add_column(heading, overflow="fold", justify="left")
    for each in found:
        for name, result in each.comparison.results.items():
            if result.entry.twin_of or not result.contrasts:
                continue
            package = next(contrast for contrast in result.contrasts.values() if not contrast.troops_alone)
            alone = result.troops_alone
            table.add_row(
                str(each.row),
                _spoken(each.values, "\n"),
                called(result),
                percent(failure(each.comparison.results[name].tally).value),
                points(package.overall.failure_difference),
                points(alone.overall.failure_difference) if alone else "-",
            )
    paper = console()
    first = found[0].comparison
    paper.print(f"{first.runs:,} futures of {first.weeks} weeks at each point, the same luck for all (seed {first.seed})\n")
    paper.print(table)
    paper.print("\nPoints: by how many of 100 failures change, with the 95 % interval; less is better. In full: --row K or --json")
    paper.print(NOTE, style="bold")
    if saved:
        paper.print(f"Saved in {saved[0].parent}: " + ", ".join(path.name for path in saved))


def _spoken(values: dict[str, float], between: str = ", ") -> str:
    """What a row sets, as a person would write it."""
    from ..batch.sweep import found

    return between.join(f"{name}={_short(found(name).text(value))}" for name, value in values.items())


def _short(text: str) -> str:
    """A number with four digits, a name as it is."""
    try:
        return f"{float(text):.4g}"
    except ValueError:
        return text
