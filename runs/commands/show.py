"""`reassure show`: one scenario in full, every lever and every uncertainty."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from ...agents.declaration import DeclarationError
from ...model import scenario
from ...model.levers import LEVERS
from ...model.uncertainties import UNCERTAINTIES
from ..console.options import FixOption, JsonOption, ScenarioArgument, SetOption
from ..console.paragraph import line, paragraph
from ..console.terminal import console, write_json
from ..docs_pages.sources import SAID
from ..numbers import standing as declared

NAME_WIDTH = max(map(len, (*LEVERS, *UNCERTAINTIES)))
VALUE_WIDTH = len("security_seeker")
DECIDED = "Levers: what is decided (* set by this scenario; the others are at their defaults)"
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
    paragraph(out, Text.assemble((shown.title, "bold"), (f" ({shown.name})", "dim")))
    if shown.summary:
        paragraph(out, shown.summary)
    paragraph(out, f"Ceasefire from {shown.start.isoformat()}." + (f" Source: {shown.source}." if shown.source else ""))
    if levers:
        paragraph(out, f"\n{DECIDED}\n", style="bold")
        _print_all(levers, out)
    if uncertainties:
        paragraph(out, f"\n{UNCERTAIN}", style="bold")
    for about, group in declared.by_subject(uncertainties).items():
        paragraph(out, f"\nAbout {about}: {len(group)}\n", style="bold")
        _print_all(group, out)
    paragraph(out, f"\n{SAID}")


def _print_all(standing: Iterable[declared.Standing], out: Console) -> None:
    for each in standing:
        scale = f"{each.distribution}; {each.scale}" if each.distribution else each.scale
        mark, style = ("*", "bold") if each.chosen else (" ", "")
        name, value = f"{each.quantity.name:<{NAME_WIDTH}}", f"{each.text:<{VALUE_WIDTH}}"
        if len(f"{mark} {name} {value} {scale}") <= out.width:
            line(out, Text.assemble(f"{mark} ", (f"{name} {value}", style), f" {scale}"))
        else:
            line(out, Text.assemble(f"{mark} ", (f"{name} {each.text}", style)))
            paragraph(out, scale, indent=4)
        paragraph(out, Text.assemble(each.quantity.meaning, (f" [{each.quantity.source}]", "dim")), indent=4)
