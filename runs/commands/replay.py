"""`reassure replay`: one future of a store, stepped again in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from ...agents.declaration import DeclarationError
from ...model.future import LARGEST_COUNTER, whole
from ..console.command_line import command
from ..console.options import StoreArgument
from ..console.terminal import note, noted_unless_refused
from .play import LinesOption, TwinOption, tell_future

RunArgument = Annotated[str, typer.Argument(metavar="RUN", help="Which run, from 0.", show_default=False)]
PointOption = Annotated[
    str | None,
    typer.Option(metavar="K", help="At which point; the manifest lists them. Default: the first scenario.", show_default=False),
]


def replay(
    folder: StoreArgument, run: RunArgument, point: PointOption = None, twin: TwinOption = False, json: LinesOption = False
) -> None:
    """Play one future of a batch again and tell it week by week; says if it is not the one that is stored."""
    number = whole("RUN", run, 0, LARGEST_COUNTER)
    at = None if point is None else whole("--point", point, 0, LARGEST_COUNTER)

    from ..batch.reopening import differences, reopen
    from ..ensemble.compiling import ensure_compiled
    from ..store.store import Store

    with noted_unless_refused() as remark:
        future = reopen(Store(folder, remark), number, at)
        if twin and future.twin is None:
            raise DeclarationError(f"{future.scenario.name} has no troops, so it has no twin without them")
    ensure_compiled()
    again = command("replay", folder, number, "--point", future.point.number)
    arguments = {"seed": future.seed, "run": future.run, "weeks": future.weeks, "orders": []}
    tell_future(future.scenario, arguments, twin, json, again)
    differing = differences(future)
    if future.stored is None:
        note(f"this future is not in the store yet; '{command('resume', folder)}' goes on")
    elif differing:
        note(f"differs from the stored row in {', '.join(differing)}")
