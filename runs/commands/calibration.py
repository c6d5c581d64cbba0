"""`reassure calibration`: what the world should show, beside what it shows."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from ..console.options import JsonOption
from ..console.terminal import console, write_json

RunsOption = Annotated[int, typer.Option("--runs", min=42, help="Futures per pattern, from 42. Default: 4200.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", help="Write the table as a Markdown page to this file.", show_default=False)
]


def calibration(runs: RunsOption = 4200, out: OutOption = None, json: JsonOption = False) -> None:
    """Compare the world with patterns of history and surveys: target beside value, misses included."""
    from ..ensemble.compiling import ensure_compiled
    from ..files.whole import write_whole
    from ..validation.calibration import calibration_page as page
    from ..validation.calibration.calibration import patterns

    ensure_compiled()
    found = list(patterns(runs))
    if json:
        write_json([page.as_json(pattern) for pattern in found])
        return
    if out:
        write_whole(out, page.markdown(found, runs))
    table = Table(box=None, padding=(0, 1))
    for heading in page.HEADINGS[:-1]:
        table.add_column(heading, overflow="fold")
    for pattern in found:
        table.add_row(*page.row(pattern)[:-1])
    console().print(table)
