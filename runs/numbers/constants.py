"""Named constants: numbers that rules read by a name of their module, each with a line that says why it is not open."""

import ast
import importlib
from collections.abc import Iterator
from typing import NamedTuple

from .trees import Module, modules, rules_of

PACKAGE = __name__.split(".")[0]


class Constant(NamedTuple):
    """A number that is not open to question."""

    name: str
    file: str
    value: float
    why: str


def constants() -> list[Constant]:
    """Every named constant that a rule reads, by file and name; positions of rows are none, since they follow from names."""
    read = _names_read()
    return [constant for module in modules().values() for constant in _of(module) if (module.name, constant.name) in read]


def _of(module: Module) -> Iterator[Constant]:
    """The numbers that a module binds to names in capitals, with the text that follows them."""
    values = vars(importlib.import_module(f"{PACKAGE}.{module.name}"))
    body = module.tree.body
    for place, node in enumerate(body):
        if not isinstance(node, ast.Assign):
            continue
        for target in ast.walk(node.targets[0]):
            value = values.get(target.id) if isinstance(target, ast.Name) else None
            if isinstance(target, ast.Name) and isinstance(value, int | float) and not isinstance(value, bool):
                yield Constant(target.id, f"{module.name.replace('.', '/')}.py", value, _text_after(body, place))


def _text_after(body: list[ast.stmt], place: int) -> str:
    """The text under a binding, on one line; of several bindings in a row the last one's text is everyone's."""
    for node in body[place + 1 :]:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            return " ".join(node.value.value.split())
        if not isinstance(node, ast.Assign):
            return ""
    return ""


def _names_read() -> set[tuple[str, str]]:
    """Module and name of everything in capitals that a rule reads."""
    return {
        module.imports.get(node.id, (module.name, node.id))
        for module in modules().values()
        for rule in rules_of(module.tree)
        for node in ast.walk(rule)
        if isinstance(node, ast.Name) and node.id.isupper()
    }
