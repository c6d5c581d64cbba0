"""Bare numbers: literals in rules that are neither declared, nor a named constant, nor arithmetic."""

import ast
from collections.abc import Iterator

from .trees import Module, rules_of

ARITHMETIC = {0.0, 0.5, 1.0, 2.0}
"""What may stand in a rule as it is: a half and a double, one and nothing, where they are arithmetic and weigh nothing."""


def bare_numbers(module: Module) -> Iterator[str]:
    """Every literal in a rule that has no name, as `file:line: number`."""
    for rule in rules_of(module.tree):
        places = {id(node.slice) for node in ast.walk(rule) if isinstance(node, ast.Subscript) and _is_series(node.value)}
        for node in ast.walk(rule):
            if not isinstance(node, ast.Constant) or isinstance(node.value, bool) or not isinstance(node.value, int | float):
                continue
            if float(node.value) not in ARITHMETIC and id(node) not in places:
                yield f"{module.name.replace('.', '/')}.py:{node.lineno}: {ast.unparse(node)} in {rule.name}"


def _is_series(node: ast.expr) -> bool:
    """Whether something is a series of named coefficients, in which a literal is but a place."""
    return isinstance(node, ast.Name) and node.id.isupper() and node.id.endswith("_SERIES")
