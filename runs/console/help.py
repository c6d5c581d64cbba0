"""Help that is printed as it is written: nothing in it is markup, and a command in it stays on one line.

Typer's other manners take a colon for the start of an emoji and a bracket for that of a style, and cut numbers to fit a frame.
"""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from .command_line import UNBROKEN, unbroken

AS_WRITTEN: dict[str, Any] = {
    "add_completion": False,
    "pretty_exceptions_enable": False,
    "rich_markup_mode": None,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}
"""For every `typer.Typer`."""


class Unbroken:
    """What a command and a group of commands have in common."""

    help: str | None
    params: list

    def get_help(self, ctx: Any) -> str:
        """The help of a command, wrapped to the terminal."""
        for each in (self, *self.params):
            if getattr(each, "help", None):
                each.help = unbroken(each.help)
        return super().get_help(ctx).replace(UNBROKEN, " ")  # type: ignore[misc]


class Command(Unbroken, TyperCommand):
    """A command whose help is printed as it is written, and which refuses what it would otherwise drop without a word."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of a command line. Raises typer.BadParameter for an option given twice that takes one value."""
        given: list[Any] = list(self.make_parser(ctx).parse_args(args=list(args))[2])
        for each in given:
            if not getattr(each, "multiple", True) and given.count(each) > 1:
                raise typer.BadParameter("given twice", ctx=ctx, param=each)
        return super().parse_args(ctx, args)


class Group(Unbroken, TyperGroup):
    """A group of commands whose help is printed as it is written."""
