"""`reassure summary`: the tables of `compare` from a store."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from ...model.future import LARGEST_COUNTER, whole
from ..console.command_line import command
from ..console.options import JsonOption, StoreArgument
from ..console.paragraph import paragraph
from ..console.table import print_table
from ..console.terminal import console, noted_unless_refused, write_json

if TYPE_CHECKING:
    from ..batch.response import Response
    from ..batch.summary import Summary
    from ..ensemble.comparison import Comparison

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


FEWEST_DIGITS = 4


def summary(folder: StoreArgument, out: FiguresOption = None, row: RowOption = None, json: JsonOption = False) -> None:
    """Say what a batch comes to, as compare would: outcomes, contrasts, verdicts, each with its interval.

    Nothing is played. A batch that is not finished is summed up as far as it goes.
    """
    from ..batch.response import responses
    from ..batch.summary import summaries
    from ..files import results_folder as folders
    from ..store.store import Store

    one = None if row is None else whole("--row", row, 0, LARGEST_COUNTER)
    with noted_unless_refused() as remark:
        store = Store(folder, remark)
        if out is not None:
            folders.check(out)
        rows = summaries(store, one)
        first = next(rows)
        second = next(rows, None)
        if store.missing:
            remark(f"{store.missing:,} futures are missing; '{command('resume', folder)}' plays them")
        if second is None:
            _show_one(first, store.manifest.experiment.placebo, out, json)
        else:
            found = [each for row in chain([first, second], rows) for each in responses(row)]
            asked = store.manifest.experiment
            _show_rows(found, replace(first.comparison, levers=asked.levers, pins=asked.pins), out, json)


def _show_one(found: Summary, placebo: bool, out: Path | None, json: bool) -> None:
    from .. import figures
    from ..files import results_folder as folders

    saved = folders.save(out, {**figures.draw_all(found.comparison), "summary.json": found.as_json()}) if out else []
    if json:
        write_json(found.as_json())
    else:
        _print_one(found, saved, placebo)


def _show_rows(found: list[Response], comparison: Comparison, out: Path | None, json: bool) -> None:
    from ..ensemble.caution import caution
    from ..ensemble.comparison import NOTE
    from ..figures.response import draw_response
    from ..files import results_folder as folders

    told: dict[str, object] = {"note": NOTE, "caution": caution(comparison.runs), "runs": comparison.runs}
    told |= {"weeks": comparison.weeks, "seed": comparison.seed, "rows": [each.as_json() for each in found]}
    saved = folders.save(out, {**draw_response(found, comparison), "summary.json": told}) if out else []
    if json:
        write_json(told)
    else:
        _print_rows(found, comparison, saved)


def _print_one(found: Summary, saved: list[Path], placebo: bool) -> None:
    from ..batch.sweep import found as quantity_of
    from .compare import print_comparison

    paper = console()
    if found.values:
        set_at = ", ".join(f"{name}={quantity_of(name).text(value)}" for name, value in found.values.items())
        paragraph(paper, f"Row {found.row} of the design: {set_at}")
        paper.print()
    print_comparison(found.comparison, saved, paper)
    if not placebo:
        paragraph(paper, "No placebo was played, so nothing is marked as noise; 'reassure batch --placebo' plays it.")


def _print_rows(found: list[Response], comparison: Comparison, saved: list[Path]) -> None:
    from ..ensemble.caution import caution
    from ..ensemble.comparison import NOTE
    from ..ensemble.wording import percent, points
    from .compare import print_saved

    table = Table(box=None, pad_edge=False)
    for heading in ("row", "set at", "scenario", "fails %", "package:\npoints", "troops alone:\npoints"):
        table.add_column(heading, no_wrap=heading != "scenario")
    digits = _digits([each.values for each in found])
    for each in found:
        alone = points(each.troops_alone.failure_difference, "\n") if each.troops_alone else "-"
        package = points(each.package.failure_difference, "\n")
        table.add_row(str(each.row), _spoken(each.values, digits), each.called, percent(each.failure.value), package, alone)
    paper = console()
    paragraph(
        paper,
        f"{comparison.runs:,} futures of {comparison.weeks} weeks at each point, the same luck for all (seed {comparison.seed})",
    )
    if warning := caution(comparison.runs):
        paragraph(paper, warning, style="bold")
    paper.print()
    print_table(paper, table)
    paper.print()
    paragraph(paper, "Points: by how many of 100 failures change, with the 95 % interval; less is better. In full: --row K")
    paragraph(paper, NOTE, style="bold")
    if saved:
        print_saved(saved, paper)


def _spoken(values: dict[str, float], digits: dict[str, int]) -> str:
    """What a row sets, a line each."""
    from ..batch.sweep import found

    told = []
    for name, value in values.items():
        text = found(name).text(value)
        told.append(f"{name}={value:.{digits[name]}g}" if _is_number(text) else f"{name}={text}")
    return "\n".join(told)


def _digits(rows: list[dict[str, float]]) -> dict[str, int]:
    """With how many digits the values of each axis are told apart; at least with FEWEST_DIGITS."""
    told = {}
    for name in rows[0]:
        values = {row[name] for row in rows}
        told[name] = next(
            digits for digits in range(FEWEST_DIGITS, 18) if len({f"{each:.{digits}g}" for each in values}) == len(values)
        )
    return told


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
