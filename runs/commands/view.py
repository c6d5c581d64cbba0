"""`reassure view`: one future in the browser, to be watched week by week."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ...agents.names import DeclarationError
from ...model import scenario as scenarios
from ...model.future import LARGEST_COUNTER, LARGEST_SEED, LONGEST, whole
from ...model.levers import LEVERS
from ...model.uncertainties import UNCERTAINTIES
from ..console.options import FixOption, ScenarioArgument, SetOption
from ..console.terminal import noted_unless_refused
from .play import OrderOption, RunOption, SeedOption, WeeksOption
from .replay import PointOption

if TYPE_CHECKING:
    from ..batch.reopening import Reopened
    from ..view.address import Future

PortOption = Annotated[str, typer.Option(metavar="N", help="Port to listen at, 0 to 65535; 0 is any free one.")]
HostOption = Annotated[
    str,
    typer.Option(metavar="ADDRESS", help="Address to listen at; the default is this machine alone. Elsewhere anyone may open it."),
]
WeekOption = Annotated[
    str | None,
    typer.Option(
        metavar="N", help="Week to show first, 0 to the last. Default: 0; with --replay the decisive week.", show_default=False
    ),
]
ReplayOption = Annotated[
    tuple[Path, str] | None,
    typer.Option(
        "--replay",
        metavar="DIR RUN",
        help="Open this run of a batch at its decisive week instead of a scenario. Default: none.",
        show_default=False,
    ),
]
NoBrowserOption = Annotated[bool, typer.Option("--no-browser", help="Do not open a browser; only say the address.")]


STORED = {
    "scenario": "SCENARIO",
    "seed": "--seed",
    "run": "--run",
    "weeks": "--weeks",
    "set_": "--set",
    "fix": "--fix",
    "order": "--order",
}
"""What a stored future brings with it."""


def view(
    context: typer.Context,
    scenario: ScenarioArgument = "limited_reassurance_force",
    seed: SeedOption = "1",
    run: RunOption = "0",
    weeks: WeeksOption = "260",
    week: WeekOption = None,
    set_: SetOption = None,
    fix: FixOption = None,
    order: OrderOption = None,
    replay: ReplayOption = None,
    point: PointOption = None,
    port: PortOption = "8765",
    host: HostOption = "127.0.0.1",
    no_browser: NoBrowserOption = False,
) -> None:
    """Watch one future in the browser: map, ladder, reasons and live odds; step, play, rewind, change levers.

    SCENARIO defaults to limited_reassurance_force. Works without internet. Ctrl-C ends it.
    """
    from ..ensemble.compiling import ensure_compiled
    from ..view.address import query
    from ..view.server import address_of, beyond_this_machine, check_installed, listening, serve, warning

    with noted_unless_refused() as remark:
        if replay is None:
            if point is not None:
                raise DeclarationError("--point belongs to --replay DIR RUN")
            future = _asked_for(scenario, seed, run, weeks, week, set_, fix, order)
        else:
            _refuse_beside_replay(context)
            stored = _stored(*replay, point, week, remark)
        check_installed()
        listener = listening(host, whole("--port", port, 0, 65535))
    with listener:
        ensure_compiled()
        if replay is not None:
            future = _opened(stored, week)
        address = address_of(listener, query(future), host)
        if beyond_this_machine(listener):
            print(warning(listener.getsockname()[1]))
        print(f"Watch at {address}\nCtrl-C ends it.", flush=True)
        serve(listener, address, open_browser=not no_browser)


def _asked_for(
    scenario: str,
    seed: str,
    run: str,
    weeks: str,
    week: str | None,
    set_: list[str] | None,
    fix: list[str] | None,
    order: list[str] | None,
) -> Future:
    """The future that the command line spells out."""
    from ...model.orders import parse_order
    from ..view.address import of_scenario

    shown = scenarios.load(scenario)
    shown = shown.with_levers(scenarios.parse_assignments(set_ or [], LEVERS))
    shown = shown.with_pins(scenarios.parse_assignments(fix or [], UNCERTAINTIES))
    length = whole("--weeks", weeks, 1, LONGEST)
    return of_scenario(
        shown,
        seed=whole("--seed", seed, 0, LARGEST_SEED),
        run=whole("--run", run, 0, LARGEST_COUNTER),
        weeks=length,
        week=whole("--week", "0" if week is None else week, 0, length),
        orders=tuple(parse_order(text, length) for text in order or []),
    )


def _refuse_beside_replay(context: typer.Context) -> None:
    """Raise DeclarationError if something is given that a stored future brings with it."""
    for name, written in STORED.items():
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            raise DeclarationError(f"--replay brings its own scenario, seed, run, weeks and values; leave out {written}")


def _stored(folder: Path, run: str, point: str | None, week: str | None, remark: Callable[[str], object]) -> Reopened:
    """The stored run, once everything that is asked of it has been checked."""
    from ..batch.reopening import reopen
    from ..store.store import Store

    at = None if point is None else whole("--point", point, 0, LARGEST_COUNTER)
    found = reopen(Store(folder, remark), whole("RUN", run, 0, LARGEST_COUNTER), at)
    if week is not None:
        whole("--week", week, 0, found.weeks)
    return found


def _opened(found: Reopened, week: str | None) -> Future:
    """The future of a stored run, at its decisive week unless another is asked for."""
    from ..batch.reopening import decisive_week
    from ..view.address import of_scenario

    if week is None:
        first, why = decisive_week(found)
        print(f"Opens at week {first}: {why}.")
    else:
        first = int(week)
    return of_scenario(found.scenario, seed=found.seed, run=found.run, weeks=found.weeks, week=first)
