"""`reassure claims`: the claims of the article, each with what carries it and what experiments show of it."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from ...model.future import LARGEST_COUNTER, LARGEST_SEED, whole
from ..console.options import JsonOption
from ..console.paragraph import paragraph
from ..console.table import print_table
from ..console.terminal import console, write_json
from ..docs_pages.sources import SAID

RunsOption = Annotated[str, typer.Option(metavar="N", help=f"Futures of each arm, 2 to {LARGEST_COUNTER}.")]
SeedOption = Annotated[str, typer.Option(metavar="N", help=f"Seed of the luck that all arms share, 1 to {LARGEST_SEED}.")]
OutOption = Annotated[Path | None, typer.Option("--out", help="Write it all as a Markdown page to this file.", show_default=False)]


def claims(runs: RunsOption = "4000", seed: SeedOption = "1", out: OutOption = None, json: JsonOption = False) -> None:
    """Put every claim of the article (C1 to C53) to the model: carriers, experiments, figures, and whether it is shown."""
    futures = whole("--runs", runs, 2, LARGEST_COUNTER)
    luck = whole("--seed", seed, 0, LARGEST_SEED)

    from ..ensemble.caution import caution
    from ..ensemble.comparison import NOTE
    from ..ensemble.compiling import ensure_compiled
    from ..files.whole import check_file, write_whole
    from ..validation.claims import CLAIMS
    from ..validation.claims import claims_page as page
    from ..validation.claims.trials import Laboratory

    check_file(out)
    ensure_compiled()
    judged = list(Laboratory(futures, luck).judge(CLAIMS))
    if out:
        write_whole(out, page.markdown(judged, futures, luck))
    if json:
        write_json({"note": NOTE, "runs": futures, "seed": luck, "claims": [page.as_json(each) for each in judged]})
        return
    table = Table(box=None, padding=(0, 1))
    for heading in ("claim", "in our words", "result"):
        table.add_column(heading)
    for each in judged:
        table.add_row(each.claim.label, each.claim.words, each.result.value)
    print_table(console(), table)
    if warning := caution(futures):
        paragraph(console(), warning, style="bold")
    paragraph(console(), f"{NOTE}\n{SAID}")
