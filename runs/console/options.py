"""Arguments and options that several commands share, each with its meaning, range and default in the help text."""

from pathlib import Path
from typing import Annotated

import typer

ScenarioArgument = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO",
        help="A shipped scenario (see: reassure scenarios), its twin NAME_without_troops, or the path of a TOML file.",
        show_default=False,
    ),
]

SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="LEVER=VALUE",
        help="Set a lever, within the range that `reassure show` lists; repeatable. Default: as in the scenario.",
        show_default=False,
    ),
]

FixOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fix",
        metavar="UNCERTAINTY=VALUE",
        help="Pin an uncertainty, within the range that `reassure show` lists; repeatable. Default: drawn anew in each future.",
        show_default=False,
    ),
]

JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else. Default: tables for people.")]

StoreArgument = Annotated[
    Path, typer.Argument(metavar="DIR", help="Folder of a batch, as made by: reassure batch.", show_default=False)
]
