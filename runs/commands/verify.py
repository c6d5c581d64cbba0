"""`reassure verify`: the rules held against exact results, a game solver, signs of theory, and what may never happen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from ...model.future import whole
from ..console.options import JsonOption
from ..console.paragraph import paragraph
from ..console.table import print_table
from ..console.terminal import console, write_json
from ..docs_pages.sources import SAID

if TYPE_CHECKING:
    from ..validation.verification.verification_page import Results

FAILED = 1
"""Exit status if a check failed."""

MOST = 1_000_000
EffortOption = Annotated[str, typer.Option(metavar="N", help="Random draws that a check may use, 1 to 1000000.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", help="Also write the results as a Markdown page to this file.", show_default=False)
]


def verify(effort: EffortOption = "40", out: OutOption = None, json: JsonOption = False) -> None:
    """Check the rules: exact results of games and laws, a game solver, signs of theory, extremes. A few minutes.

    Exit status 1 if a check fails. A sign agrees, disagrees (a finding, with what was found), or is undecided: more effort would
    tell. What cannot be run here (the solver without pygambit) is reported as not run.
    """
    from ..ensemble.compiling import ensure_compiled
    from ..files.whole import check_file, write_whole
    from ..validation.verification import verification_page as page
    from ..validation.verification.families import FAMILIES

    draws = whole("--effort", effort, 1, MOST)
    check_file(out)
    ensure_compiled()
    results = {}
    for number, family in enumerate(FAMILIES, 1):
        print(f"Checking {number} of {len(FAMILIES)}: {family.name} ...", file=sys.stderr, flush=True)
        results[family.name] = list(family.checks(draws))
    if out:
        write_whole(out, page.markdown(results, draws))
    if json:
        write_json(page.as_json(results, draws))
    else:
        _print(results)
    if page.failed(results):
        raise typer.Exit(FAILED)


def _print(results: Results) -> None:
    from ..validation.verification import verification_page as page

    out = console()
    table = Table(box=None, padding=(0, 1))
    for heading in page.HEADINGS[:-1]:
        table.add_column(heading)
    for check in page.every(results):
        table.add_row(*page.row(check)[:-1])
    print_table(out, table)
    out.print()
    paragraph(out, f"{page.summary(results)}.\n{SAID}")
    for reason in page.why_not_run(results):
        paragraph(out, f"Not run: {reason}.")
