"""`reassure show`: one scenario in full, every lever and every uncertainty."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ...agents.declaration import DeclarationError
from ...model import scenario
from ...model.levers import LEVERS
from ...model.uncertainties import UNCERTAINTIES
from ..console.options import FixOption, JsonOption, ScenarioArgument, SetOption
from ..console.terminal import console, write_json
from ..numbers import standing as declared

NAME_WIDTH = max(map(len, (*LEVERS, *UNCERTAINTIES)))
VALUE_WIDTH = len("security_seeker")
UNCERTAIN = "Uncertainties: what nobody decides (* pinned; drawn ones are drawn anew in each future)"


SearchOption = Annotated[
    str | None,
    typer.Option("--search", metavar="WORDS", help="Only the numbers with these words in name, meaning, source or subject."),
]


def show(
    name: ScenarioArgument,
    set_: SetOption = None,
    fix: FixOption = None,
    search: SearchOption = None,
    json: JsonOption = False,
) -> None:
    """Show a scenario in full: every lever and uncertainty with value, unit, range, meaning and source."""
    shown = scenario.load(name)
    shown = shown.with_levers(scenario.parse_assignments(set_ or [], LEVERS))
    shown = shown.with_pins(scenario.parse_assignments(fix or [], UNCERTAINTIES))
    if json:
        write_json(declared.as_json(shown))
    else:
        _print(shown, search or "", console())


def _print(shown: scenario.Scenario, search: str, out: Console) -> None:
    levers = [each for each in declared.levers(shown) if declared.matches(each, search)]
    uncertainties = [each for each in declared.uncertainties(shown) if declared.matches(each, search)]
    if not levers and not uncertainties:
        raise DeclarationError(f"no lever and no uncertainty has {search!r} in its name, meaning, source or subject")
    out.print(Text(shown.title, style="bold"), Text(f"({shown.name})", style="dim"))
    if shown.summary:
        out.print(shown.summary)
    out.print(f"Ceasefire from {shown.start.isoformat()}." + (f" Source: {shown.source}." if shown.source else ""))
    if levers:
        out.print("\nLevers: what is decided (* set by this scenario; the others are at their defaults)\n", style="bold")
        _print_all(levers, out)
    if uncertainties:
        out.print(f"\n{UNCERTAIN}", style="bold")
    for about, group in declared.by_subject(uncertainties).items():
        out.print(f"\nAbout {about}: {len(group)}\n", style="bold")
        _print_all(group, out)


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
