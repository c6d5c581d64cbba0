"""`reassure show`: one scenario in full, every lever and every uncertainty."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ...model import scenario
from ...model.levers import LEVERS
from ...model.uncertainties import UNCERTAINTIES
from .. import declared
from ..options import FixOption, JsonOption, ScenarioArgument, SetOption
from ..terminal import console, write_json

NAME_WIDTH = max(map(len, (*LEVERS, *UNCERTAINTIES)))
VALUE_WIDTH = len("security_seeker")


def show(name: ScenarioArgument, set_: SetOption = None, fix: FixOption = None, json: JsonOption = False) -> None:
    """Show a scenario in full: every lever and uncertainty with value, unit, range, meaning and source."""
    shown = scenario.load(name)
    shown = shown.with_levers(scenario.parse_assignments(set_ or [], LEVERS))
    shown = shown.with_pins(scenario.parse_assignments(fix or [], UNCERTAINTIES))
    if json:
        write_json(declared.as_json(shown))
    else:
        _print(shown, console())


def _print(shown: scenario.Scenario, out: Console) -> None:
    out.print(Text(shown.title, style="bold"), Text(f"({shown.name})", style="dim"))
    if shown.summary:
        out.print(shown.summary)
    out.print(f"Ceasefire from {shown.start.isoformat()}." + (f" Source: {shown.source}." if shown.source else ""))
    out.print("\nLevers: what is decided (* set by this scenario; the others are at their defaults)\n", style="bold")
    _print_all(declared.levers(shown), out)
    out.print("\nUncertainties: what nobody decides (* pinned; drawn ones are drawn anew in each future)\n", style="bold")
    _print_all(declared.uncertainties(shown), out)


def _print_all(standing: Iterable[declared.Standing], out: Console) -> None:
    for each in standing:
        heading = Table.grid(padding=(0, 1))
        heading.add_column(width=1)
        heading.add_column(width=NAME_WIDTH)
        heading.add_column(width=VALUE_WIDTH)
        heading.add_column()
        scale = f"{each.distribution}; {each.scale}" if each.distribution else each.scale
        style = "bold" if each.chosen else ""
        heading.add_row("*" if each.chosen else "", Text(each.quantity.name, style=style), Text(each.text, style=style), scale)
        out.print(heading)
        out.print(Padding(Text.assemble(each.quantity.meaning, (f" [{each.quantity.source}]", "dim")), (0, 0, 0, 4), expand=False))
