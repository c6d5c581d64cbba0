"""`reassure calibration`: what the world should show, beside what it shows."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from ...model.future import whole
from ..console.options import JsonOption
from ..console.paragraph import paragraph
from ..console.table import print_table
from ..console.terminal import console, write_json
from ..docs_pages.sources import SAID

FEWEST, MOST = 42, 1_000_000
RunsOption = Annotated[str, typer.Option("--runs", metavar="N", help="Futures per pattern, 42 to 1000000.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", help="Write the table as a Markdown page to this file.", show_default=False)
]


def calibration(runs: RunsOption = "4200", out: OutOption = None, json: JsonOption = False) -> None:
    """Compare the world with patterns of history and surveys: target beside value, misses included."""
    from ..ensemble.compiling import ensure_compiled
    from ..files.whole import check_file, write_whole
    from ..validation.calibration import calibration_page as page
    from ..validation.calibration.calibration import patterns

    futures = whole("--runs", runs, FEWEST, MOST)
    check_file(out)
    ensure_compiled()
    found = list(patterns(futures))
    if out:
        write_whole(out, page.markdown(found, futures))
    if json:
        write_json([page.as_json(pattern) for pattern in found])
        return
    table = Table(box=None, padding=(0, 1))
    for heading in page.HEADINGS[:-1]:
        table.add_column(heading)
    for pattern in found:
        table.add_row(*page.row(pattern)[:-1])
    print_table(console(), table)
    paragraph(console(), SAID)
