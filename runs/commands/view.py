"""`reassure view`: one future in the browser, to be watched week by week."""

from __future__ import annotations

from typing import Annotated

import typer

from ...model import scenario as scenarios
from ...model.levers import LEVERS
from ...model.uncertainties import UNCERTAINTIES
from ..options import FixOption, ScenarioArgument, SetOption
from .play import OrderOption, RunOption, SeedOption, WeeksOption

PortOption = Annotated[str, typer.Option(metavar="N", help="Port to listen at, 0 to 65535; 0 is any free one.")]
HostOption = Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen at; the default is this machine alone.")]
WeekOption = Annotated[str, typer.Option(metavar="N", help="Week to show first, 0 to the last.")]
NoBrowserOption = Annotated[bool, typer.Option("--no-browser", help="Do not open a browser; only say the address.")]


def view(
    scenario: ScenarioArgument = "limited_reassurance_force",
    seed: SeedOption = "1",
    run: RunOption = "0",
    weeks: WeeksOption = "260",
    week: WeekOption = "0",
    set_: SetOption = None,
    fix: FixOption = None,
    order: OrderOption = None,
    port: PortOption = "8765",
    host: HostOption = "127.0.0.1",
    no_browser: NoBrowserOption = False,
) -> None:
    """Watch one future in the browser: map, ladder, reasons and live odds; step, play, rewind, change levers.

    SCENARIO defaults to limited_reassurance_force. Works without internet. Ctrl-C ends it.
    """
    shown = scenarios.load(scenario)
    shown = shown.with_levers(scenarios.parse_assignments(set_ or [], LEVERS))
    shown = shown.with_pins(scenarios.parse_assignments(fix or [], UNCERTAINTIES))

    from ...model.future import LARGEST_COUNTER, LARGEST_SEED, LONGEST, whole
    from ...model.orders import parse_order
    from ..compiling import ensure_compiled
    from ..view.address import of_scenario, query
    from ..view.server import address_of, check_installed, listening, serve

    length = whole("--weeks", weeks, 1, LONGEST)
    future = of_scenario(
        shown,
        seed=whole("--seed", seed, 1, LARGEST_SEED),
        run=whole("--run", run, 0, LARGEST_COUNTER),
        weeks=length,
        week=whole("--week", week, 0, length),
        orders=tuple(parse_order(text, length) for text in order or []),
    )
    check_installed()
    listener = listening(host, whole("--port", port, 0, 65535))
    with listener:
        ensure_compiled()
        address = address_of(listener, query(future))
        print(f"Watch at {address}\nCtrl-C ends it.", flush=True)
        serve(listener, address, open_browser=not no_browser)
