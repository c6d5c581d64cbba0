"""A number and its three wrong versions: half, double, the sign turned. For zero, one; for a position, the next."""

import ast
from collections.abc import Callable

from .sites import Slot, text

Wrong = tuple[str, str, Callable[[], None]]


def value_of(node: ast.AST) -> float | int | None:
    """The number that a node writes, with its sign; None if it is none."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = value_of(node.operand)
        return None if inner is None else -inner
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return node.value
    return None


def literal(value: float | int) -> ast.expr:
    """A number as a node."""
    if value < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-value))
    return ast.Constant(value)


def wrong_numbers(slot: Slot, position: bool = False) -> list[Wrong]:
    """The wrong versions of the number in a slot. A whole number stays whole, so that it may still count or be compared."""
    value = value_of(slot.node)
    assert value is not None
    if position or value == 0:
        others = {"+ 1": value + 1}
    else:
        half = int(value / 2) if isinstance(value, int) else value / 2
        others = {"x .5": half, "x 2": value * 2, "sign": -value}
    return [(how, f"{text(slot.node)} -> {other}", _putting(slot, literal(other))) for how, other in others.items()]


def _putting(slot: Slot, node: ast.AST) -> Callable[[], None]:
    return lambda: slot.put(node)
