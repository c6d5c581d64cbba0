"""The syntax trees of the rules of both lower floors."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

FLOORS = Path(__file__).resolve().parents[2]
"""The folder that holds `agents/` and `model/`."""

DECORATORS = {"rule", "phrase"}


class Rule(NamedTuple):
    """One rule: where it stands and what it says."""

    module: str
    """As `agents.russia`."""
    name: str
    tree: ast.FunctionDef


class Module(NamedTuple):
    """A module of the lower floors."""

    name: str
    path: Path
    source: str
    tree: ast.Module
    imports: dict[str, tuple[str, str]]
    """Local name to (module, name there), for what it imports from these floors."""


@cache
def modules() -> dict[str, Module]:
    """Every module of the lower floors, by name; the packages themselves hold none."""
    found = {}
    for floor in ("agents", "model"):
        for path in sorted((FLOORS / floor).glob("[!_]*.py")):
            name, source = f"{floor}.{path.stem}", path.read_text(encoding="utf-8")
            tree = ast.parse(source)
            found[name] = Module(name, path, source, tree, _imports(floor, tree))
    return found


def _imports(floor: str, tree: ast.Module) -> dict[str, tuple[str, str]]:
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node.module:
            module = f"{floor}.{node.module}" if node.level == 1 else node.module
            found.update({alias.asname or alias.name: (module, alias.name) for alias in node.names})
    return found


@cache
def rules() -> dict[tuple[str, str], Rule]:
    """Every rule of both floors, by module and name."""
    return {
        (module.name, tree.name): Rule(module.name, tree.name, tree)
        for module in modules().values()
        for tree in rules_of(module.tree)
    }


def rules_of(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The rules that a module defines."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and any(
            isinstance(each, ast.Name) and each.id in DECORATORS for each in node.decorator_list
        ):
            yield node


def called(module: str, call: ast.Call) -> Rule | None:
    """The rule that a call in a module calls, if it calls one."""
    if not isinstance(call.func, ast.Name):
        return None
    key = modules()[module].imports.get(call.func.id, (module, call.func.id))
    return rules().get(key)
