"""Which rules a test reaches, and through which rules a mutant could show: it is held against the tests that reach one of them.

The decorator of rules is read with a few more lines, by which a rule notes its name whenever it is called. What is left out by
mistake makes a mutant live, never die.
"""

import ast
import re
from functools import cache

from .checkout import Checkout
from .in_rules import is_rule
from .in_tables import DECLARED
from .sites import Mutant, text

DECORATOR = "agents/rule.py"
"""Where rules get their decorator."""

RECORDS = """
import functools

REACHED = set()


def _noted(decorate):
    def decorated(function):
        name = "/".join(function.__module__.split(".")[1:]) + ".py " + function.__name__
        played = decorate(function)

        @functools.wraps(function)
        def noting(*arguments, **keywords):
            REACHED.add(name)
            return played(*arguments, **keywords)

        return noting

    return decorated


for _each in ("rule", "phrase"):
    if _each in globals():
        globals()[_each] = _noted(globals()[_each])
"""
"""What the decorators do besides."""


def recording(checkout: Checkout) -> dict[str, str]:
    """The part of a request that makes rules note their names."""
    return {"module": module_of(DECORATOR), "source": checkout.source(DECORATOR) + RECORDS}


def module_of(file: str) -> str:
    """The name that a file is imported by."""
    return "reassure." + file.removesuffix(".py").replace("/", ".")


def rules_reached_by(checkout: Checkout, mutant: Mutant) -> frozenset[str] | None:
    """The rules through which a mutant could show, as tests note them; None if that cannot be told.

    A rule shows itself; a constant, and a declared quantity, shows in the rules that name it, unless other code names it too.
    """
    file, place = mutant.site.split(" ")[:2]
    if place in checkout.rules(file):
        return frozenset({f"{file} {place}"})
    name = name_read(checkout, file, place)
    return readers(checkout, name) if name else None


def name_read(checkout: Checkout, file: str, place: str) -> str | None:
    """The name by which rules read what a table declares there, if they read it by name."""
    table, _, row = place.partition(".")
    if not row:
        return table
    calls = [node for node in ast.walk(checkout.tree(file)) if isinstance(node, ast.Call)]
    declared = {text(node.args[0]).strip("'") for node in calls if node.args and text(node.func) in DECLARED}
    return row if row in declared else None


@cache
def readers(checkout: Checkout, name: str) -> frozenset[str] | None:
    """The rules that name a constant or a quantity; None if none does, or anything else beyond the import of it."""
    found = set()
    for file in checkout.files():
        for node in checkout.tree(file).body:
            if not _names(node, name):
                continue
            if is_rule(node):
                assert isinstance(node, ast.FunctionDef)
                found.add(f"{file} {node.name}")
            elif not isinstance(node, ast.Import | ast.ImportFrom):
                return None
    return frozenset(found) or None


def _names(node: ast.AST, name: str) -> bool:
    """Whether a piece of code reads a name, or an attribute of that name."""
    return any(
        (isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load))
        or (isinstance(each, ast.Attribute) and each.attr == name)
        for each in ast.walk(node)
    )


@cache
def mentions(checkout: Checkout, test: str, mutant: Mutant) -> bool:
    """Whether a test file names what a mutant is in, or goes through every declaration."""
    names = {*mutant.site.split(" ")[1].split("."), "UNCERTAINTIES", "LEVERS"}
    return any(re.search(rf"\b{re.escape(name)}\b", checkout.source(test)) for name in names)
