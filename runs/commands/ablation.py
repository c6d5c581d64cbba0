"""`reassure ablation`: each channel switched off in turn, and what it contributes to what guarantees and their troops change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from ...model import scenario
from ...model.future import LARGEST_COUNTER, LARGEST_SEED, whole
from ...model.scenario import BASELINE
from ..console.command_line import command
from ..console.options import JsonOption
from ..console.paragraph import paragraph
from ..console.table import print_table
from ..console.terminal import console, write_json
from .compare import _progress

if TYPE_CHECKING:
    from ..validation.ablation.ablation import Ablation

ScenariosArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SCENARIO",
        help="Shipped scenarios (see: reassure scenarios) or TOML files. Default: all shipped ones but the bare ceasefire.",
        show_default=False,
    ),
]
RunsOption = Annotated[str, typer.Option(metavar="N", help=f"Futures of each arm, 2 to {LARGEST_COUNTER}.")]
SeedOption = Annotated[str, typer.Option(metavar="N", help=f"Seed of the luck that all arms share, 1 to {LARGEST_SEED}.")]
OutOption = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Folder for the page ablation.md, its figure (PNG and SVG) and ablation.json. Default: none.",
        show_default=False,
    ),
]


def ablation(
    scenarios: ScenariosArgument = None,
    runs: RunsOption = "4000",
    seed: SeedOption = "1",
    out: OutOption = None,
    json: JsonOption = False,
) -> None:
    """Switch each channel off in turn and show what it contributes to both contrasts of each scenario.

    The contrasts are the package against the bare ceasefire, and against its own twin without troops. It explores assumptions.
    """
    futures = whole("--runs", runs, 2, LARGEST_COUNTER)
    luck = whole("--seed", seed, 0, LARGEST_SEED)
    names = dict.fromkeys(scenarios or [name for name in scenario.shipped() if name != BASELINE])
    chosen = [scenario.load(name) for name in names]

    from ..ensemble.compiling import ensure_compiled
    from ..files import results_folder as folder
    from ..validation.ablation import ablation as work
    from ..validation.ablation import ablation_page

    if out is not None:
        folder.check(out, ("ablation", "ablation.json", "ablation.md"))
    ensure_compiled()
    with _progress(json) as progress:
        task = progress.add_task("Playing futures", total=work.arms_played(chosen) * futures)
        found = work.ablate(chosen, futures, luck, advance=lambda done: progress.advance(task, done))
    if out is not None:
        from ..figures.channels import draw_channels

        again = command("ablation", *(scenarios or []), "--runs", futures, "--seed", luck, "--out", out)
        page = {"ablation.json": ablation_page.as_json(found), "ablation.md": ablation_page.markdown(found, again)}
        folder.save(out, {"ablation": draw_channels(found), **page})
    if json:
        write_json(ablation_page.as_json(found))
    else:
        _print(found)


def _print(found: Ablation) -> None:
    from ..ensemble.caution import caution
    from ..ensemble.comparison import NOTE
    from ..ensemble.wording import points, spoken
    from ..validation.ablation.ablation import PACKAGE, TROOPS
    from ..validation.ablation.ablation_page import headline
    from ..validation.verification.channels import CHANNELS
    from ..validation.verification.experiment import FAILURE

    paper = console()
    paragraph(paper, f"{found.runs:,} futures of {found.weeks} weeks for each arm, the same luck for all (seed {found.seed})")
    if warning := caution(found.runs):
        paragraph(paper, warning, style="bold")
    paper.print()
    for name in found.scenarios:
        table = Table(box=None, padding=(0, 1), title=spoken(name), title_justify="left", title_style="bold")
        table.add_column("points of failure a channel adds to")
        kinds = [kind for kind in (PACKAGE, TROOPS) if (name, kind) in found.full]
        for kind in kinds:
            table.add_column("the package" if kind == PACKAGE else "troops alone", justify="right", no_wrap=True)
        table.add_row("(all channels)", *(points(found.full[name, kind][FAILURE.name]) for kind in kinds))
        for channel in CHANNELS:
            own = {each.contrast: each.adds[FAILURE.name] for each in found.of(channel) if each.scenario == name}
            table.add_row(spoken(channel.name), *(points(own[kind]) for kind in kinds))
        print_table(paper, table)
    paper.print()
    paragraph(paper, f"{headline(found)}.\n{NOTE}")
