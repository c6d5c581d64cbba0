"""All commands of `reassure` together, each imported when it is called."""

import ast
import importlib
from pathlib import Path
from typing import Annotated, Any

import typer

from ..console.help import AS_WRITTEN, Command, Group

UsageError: type[Exception] = typer.BadParameter.__bases__[0].__bases__[0]
"""What the option parser raises. Typer may carry its own copy of that parser, so it is reached from what Typer exports."""

COMMANDS = {
    **{name: name for name in ("compare", "play", "view")},
    **dict.fromkeys(("batch", "resume", "extend"), "batch"),
    **{name: name for name in ("check", "summary", "query", "replay", "calibration", "backtest")},
    **{name: name for name in ("verify", "selfcheck", "claims", "ablation")},
    **{name: name for name in ("scenarios", "show", "glossary", "bench")},
}
"""Every command in the order of the help, and its module here: the function of that name in it."""


class Commands(Group):
    """Commands that are imported when they are called: help waits for no rule, and a command for no other's."""

    def list_commands(self, ctx):
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx, name):
        """A command with nothing but what it is for, read from its source; None for an unknown name."""
        return Command(name, short_help=_purpose_of(name)) if name in COMMANDS else None

    def resolve_command(self, ctx, args):
        """The command that a line calls, with its options."""
        name, found, rest = super().resolve_command(ctx, args)
        return name, command_of(name) if name else found, rest


def _purpose_of(name: str) -> str:
    """The first paragraph of its help, as a line."""
    source = Path(__file__).with_name(f"{COMMANDS[name]}.py")
    functions = (node for node in ast.parse(source.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef))
    told = next(ast.get_docstring(function) or "" for function in functions if function.name == name)
    return " ".join(told.partition("\n\n")[0].split())


def command_of(name: str) -> Any:
    """A command with all its options, imported now."""
    module = importlib.import_module(f".{COMMANDS[name]}", __package__)
    alone = typer.Typer(**AS_WRITTEN)
    alone.command(name, cls=Command)(getattr(module, name))
    return typer.main.get_command(alone)


app = typer.Typer(name="reassure", cls=Commands, **AS_WRITTEN)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"reassure {version('reassure')}")
        raise typer.Exit


@app.callback()
def reassure(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """After a ceasefire, does a reassurance force deter, stay a paper promise, or provoke? A wargame that explores assumptions.

    It does not forecast: every probability it prints follows from stated assumptions. 'reassure glossary' says what the terms mean.
    """


def carry_out(arguments: list[str]) -> int:
    """Carry out one command line and give its exit status. Raises what the parser and the commands raise."""
    try:
        with typer.main.get_command(app).make_context("reassure", arguments or ["--help"]) as context:
            context.command.invoke(context)
    except typer.Exit as ended:
        return ended.exit_code
    return 0


def usage_text(error: Exception) -> str:
    """What the option parser objects to, and where help is to be had."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "reassure"
    return f"{error.format_message().rstrip('.')} (see: {command} --help)"  # type: ignore[attr-defined]
