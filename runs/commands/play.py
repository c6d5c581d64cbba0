"""`reassure play`: one future, week by week, with the reasons of every capital."""

from __future__ import annotations

import json as json_text
import sys
from typing import Annotated

import typer

from ...agents.names import DeclarationError
from ...model import scenario as scenarios
from ...model.future import FIVE_YEARS
from ...model.levers import LEVERS
from ...model.scenario import Scenario
from ...model.uncertainties import UNCERTAINTIES
from ..console.command_line import command
from ..console.options import FixOption, ScenarioArgument, SetOption
from ..console.terminal import console

SeedOption = Annotated[str, typer.Option(metavar="N", help="Seed of the luck, 0 to 2^64-1.")]
RunOption = Annotated[str, typer.Option(metavar="N", help="Which future of that seed, 0 to 2^32-1.")]
WeeksOption = Annotated[str, typer.Option(metavar="N", help="Length of the future, 1 to 5200.")]
OrderOption = Annotated[
    list[str] | None,
    typer.Option(
        "--order",
        metavar="WEEK:ACTOR:OPTION",
        help="Override a choice, for example 12:france:withdraw or 30:russia:probe@donetsk; refused if it is not open then. "
        "Repeatable. Default: none.",
        show_default=False,
    ),
]
TwinOption = Annotated[
    bool, typer.Option("--twin", help="Tell where the same luck leads without the troops, and where the two futures part.")
]
LinesOption = Annotated[bool, typer.Option("--json", help="Print one JSON object a line, the outcome last. Default: a chronicle.")]


def play(
    scenario: ScenarioArgument = "limited_reassurance_force",
    seed: SeedOption = "1",
    run: RunOption = "0",
    weeks: WeeksOption = "260",
    set_: SetOption = None,
    fix: FixOption = None,
    order: OrderOption = None,
    twin: TwinOption = False,
    json: LinesOption = False,
) -> None:
    """Play one future and tell it week by week: who chose what, with which probability, and why.

    The same scenario, seed and run always give the same future. SCENARIO defaults to limited_reassurance_force.
    """
    played = scenarios.load(scenario)
    played = played.with_levers(scenarios.parse_assignments(set_ or [], LEVERS))
    played = played.with_pins(scenarios.parse_assignments(fix or [], UNCERTAINTIES))
    if twin and not played.has_troops:
        raise DeclarationError(f"{played.name} has no troops, so it has no twin without them")
    if twin and order:
        raise DeclarationError("--twin compares two policies and takes no --order: what one orders may not be open in the other")

    from ...model.future import LARGEST_COUNTER, LARGEST_SEED, LONGEST, whole
    from ...model.orders import check_orders, parse_order

    length = whole("--weeks", weeks, 1, LONGEST)
    orders = [parse_order(text, length) for text in order or []]
    check_orders(orders, length)
    arguments = {
        "seed": whole("--seed", seed, 0, LARGEST_SEED),
        "run": whole("--run", run, 0, LARGEST_COUNTER),
        "weeks": length,
        "orders": orders,
    }

    from ..ensemble.compiling import ensure_compiled

    ensure_compiled()
    tell_future(played, arguments, twin, json, _reopening(scenario, arguments, set_, fix, order))


def tell_future(played: Scenario, arguments: dict, twin: bool, json: bool, reopen: str) -> None:
    """Play one future with the keyword arguments of `Course` and tell it; `reopen` is the command that plays it again."""
    from ...model.course import Course
    from ..story.chronicle import chronicle, week_json
    from ..story.divergence import parting
    from ..story.ending import ending_json
    from ..story.frame import print_epilogue, print_parting, print_prologue
    from ..story.narrative import tell
    from ..story.obedience import check_obeyed

    model = Course(played, **arguments)
    # everything is played before anything is printed: a refused order leaves no half chronicle behind
    lived = list(chronicle(model, with_allies=json or bool(arguments["orders"])))
    check_obeyed(model, lived)
    ending = ending_json(model)
    parted = other_ending = None
    if twin:
        other = Course(played.without_troops(), **arguments)
        other.history()
        parted = parting(played, other.preset, model.seed, model.run, model.weeks)
        other_ending = ending_json(other)
    if json:
        if other_ending:
            ending["twin"] = {**other_ending, "parting": parted.json() if parted else None}
        for line in (*map(week_json, lived), ending):
            sys.stdout.write(json_text.dumps(line, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n")
        return
    out = console()
    print_prologue(model, out)
    tell(lived, out)
    print_epilogue(model, lived, ending, reopen, out)
    if other_ending:
        print_parting(parted, ending, other_ending, out)


def _reopening(scenario: str, arguments: dict, set_: list[str] | None, fix: list[str] | None, order: list[str] | None) -> str:
    """The command that plays this very future again."""
    named = f"./{scenario}" if scenario.startswith("-") else scenario  # a file's name, not an option
    words = ["play", named, "--seed", str(arguments["seed"]), "--run", str(arguments["run"])]
    if arguments["weeks"] != FIVE_YEARS:
        words += ["--weeks", str(arguments["weeks"])]
    for option, texts in (("--set", set_), ("--fix", fix), ("--order", order)):
        for text in texts or []:
            words += [option, text]
    return command(*words)
