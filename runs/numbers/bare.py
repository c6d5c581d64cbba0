"""Bare numbers: literals in rules that are neither declared, nor a named constant, nor arithmetic."""

import ast
from collections.abc import Iterator

from .trees import Module, rules_of

ARITHMETIC = {0.0, 0.5, 1.0, 2.0}
"""What may stand in a rule as it is: a half and a double, one and nothing, where they are arithmetic and weigh nothing."""


def bare_numbers(module: Module) -> Iterator[str]:
    """Every literal in a rule that has no name, as `file:line: number`."""
    for rule in rules_of(module.tree):
        for node in ast.walk(rule):
            if not isinstance(node, ast.Constant) or isinstance(node.value, bool) or not isinstance(node.value, int | float):
                continue
            if float(node.value) not in ARITHMETIC:
                yield f"{module.name.replace('.', '/')}.py:{node.lineno}: {ast.unparse(node)} in {rule.name}"
