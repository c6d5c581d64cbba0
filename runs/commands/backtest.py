"""`reassure backtest`: the model's chances of historical cases beside what became of them, scored with simple rivals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from ...model.future import whole
from ..console.command_line import command
from ..console.options import JsonOption
from ..console.paragraph import paragraph
from ..console.progress import progress_bar
from ..console.table import print_table
from ..console.terminal import console, note, write_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..validation.history.backtest import Backtest

FEWEST, MOST = 64, 1_000_000
RUNS = "400"
FilesArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE.csv]...",
        help="A file of cases in the codebook's columns (docs/backtest.md); several are several coders' readings, put together by "
        "case_id. Default: the shipped library, both codings.",
        show_default=False,
    ),
]
RunsOption = Annotated[str, typer.Option("--runs", metavar="N", help=f"Futures of each case, {FEWEST} to {MOST}.")]
TableOption = Annotated[bool, typer.Option("--table", help="A row a case as well: its chances beside what happened.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE.md", help="Write it all as a Markdown page to this file.", show_default=False)
]


def backtest(
    files: FilesArgument = None,
    runs: RunsOption = RUNS,
    table: TableOption = False,
    out: OutOption = None,
    json: JsonOption = False,
) -> None:
    """Score the model on historical cases, beside base rates, the codebook's rule and the value of the prize alone.

    It explores assumptions; how well it does on history is shown as it is, with what so few cases can show.
    """
    from ..files.whole import check_file, write_whole
    from ..validation.history.case_file import read_cases
    from ..validation.history.library import first_coding, second_coding

    futures = whole("--runs", runs, FEWEST, MOST)
    check_file(out)
    read = [read_cases(path) for path in files] if files else [first_coding(), second_coding()]

    from ..ensemble.compiling import ensure_compiled
    from ..validation.history import backtest as work
    from ..validation.history import backtest_page as page

    ensure_compiled()
    with progress_bar(json) as progress:
        task = progress.add_task("Playing futures", total=work.futures_played(read, futures))
        found = work.backtest(read, futures, advance=lambda done: progress.advance(task, done))
    if out:
        options = [] if futures == int(RUNS) else ["--runs", futures]
        write_whole(out, page.markdown(found, read, command("backtest", *(files or []), *options, "--out", out)))
    if json:
        write_json(page.as_json(found, read))
        return
    for file in read:
        for remark in file.remarks:
            note(f"{file.name}, {remark}")
    _print(found, table)


def _print(found: Backtest, by_case: bool) -> None:
    from ..ensemble.caution import caution
    from ..ensemble.comparison import NOTE
    from ..ensemble.wording import spoken
    from ..validation.history import backtest_page as page
    from ..validation.history.sentences import all_of

    paper = console()
    for tested in found.tested:
        paragraph(paper, f"{spoken(tested.sample.name).capitalize()}: {len(tested.sample.readings)} cases", style="bold")
        for sentence in all_of(tested):
            paragraph(paper, sentence)
        paper.print()
        _print_table(page.SCORE_TABLE, page.score_rows(tested))
        _print_table(page.DIFFERENCE_TABLE, page.difference_rows(tested))
        _print_table(page.VARIANT_HEADINGS[:-1], [row[:-1] for row in page.variant_rows(tested)])
        _print_table(page.BAND_HEADINGS, page.band_rows(tested))
        if by_case:
            _print_table(page.CASE_HEADINGS, page.case_rows(tested))
    paragraph(paper, f"{found.runs:,} futures of each case.")
    if warning := caution(found.runs):
        paragraph(paper, warning, style="bold")
    paragraph(paper, page.SHAPED.replace("`", "").replace("*", ""))
    paragraph(paper, NOTE)


def _print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table of texts, and a blank line."""
    made = Table(box=None, padding=(0, 1))
    for heading in headings:
        made.add_column(heading)
    for row in rows:
        made.add_row(*row)
    paper = console()
    print_table(paper, made)
    paper.print()
