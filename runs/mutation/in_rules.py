"""Sites inside rules: numbers, signs, comparisons, terms, and neighbouring arguments of calls."""

import ast
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from .numbers import value_of, wrong_numbers
from .sites import Found, Slot, slots, text

RECORDS = frozenset(
    {"world", "situation", "levers", "assumed", "uncertainties", "luck", "drawing", "drawings", "outcome"}
    | {"russia", "ukraine", "united_states", "ally", "allies", "coalition", "nation", "mood", "made", "decision"}
    | {"field", "sector", "sectors", "attack", "left", "own", "pace"}
)
"""Arguments that are records: exchanged with a neighbour they can only raise, so that those are no sites."""

TURNED: dict[type, type] = {
    ast.Lt: ast.Gt,
    ast.Gt: ast.Lt,
    ast.LtE: ast.GtE,
    ast.GtE: ast.LtE,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}
ON_BITS = (ast.LShift, ast.RShift, ast.BitAnd, ast.BitOr, ast.BitXor)


def is_rule(node: ast.AST) -> bool:
    """Whether this is a function that compiles."""
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(each, ast.Name) and each.id in {"rule", "phrase"} for each in node.decorator_list
    )


def find_in_rule(found: Found, function: ast.FunctionDef) -> None:
    """Every site of one rule."""
    for index, statement in enumerate(function.body):
        if not isinstance(statement, ast.Expr) or isinstance(statement.value, ast.Call):  # a docstring is none
            _visit(found, function.name, Slot(function, "body", index), False)


def _visit(found: Found, place: str, slot: Slot, position: bool) -> None:
    """The sites of a node and of all below it; `position` says that numbers here are positions or bits."""
    node: Any = slot.node
    if value_of(node) is not None:
        found.add(place, "number", node, *wrong_numbers(slot, position))
        return
    _signs(found, place, slot)
    _comparisons(found, place, node)
    _terms(found, place, slot)
    _statements(found, place, slot)
    _neighbours(found, place, node)
    on_bits = isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ON_BITS)
    counts = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range"
    for below in slots(node):
        chosen = isinstance(node, ast.Subscript) and below.label == "slice"
        _visit(found, place, below, position or on_bits or counts or chosen)


def _turn(node: Any, label: str, index: int | None = None) -> tuple[str, str, Callable[[], None]]:
    """Turn the operator that stands in a node."""
    slot = Slot(node, label, index)
    turned = TURNED[type(slot.node)]()
    before = text(node)
    slot_now = slot.node
    slot.put(turned)
    after = text(node)
    slot.put(slot_now)
    return "turned", f"{before} -> {after}", lambda: slot.put(turned)


def _signs(found: Found, place: str, slot: Slot) -> None:
    node: Any = slot.node
    if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Add | ast.Sub):
        found.add(place, "sign", node, _turn(node, "op"))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = node.operand
        found.add(place, "sign", node, ("removed", f"{text(node)} -> {text(inner)}", lambda: slot.put(inner)))


def _comparisons(found: Found, place: str, node: Any) -> None:
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            if type(operator) in TURNED:
                found.add(place, "comparison", node, _turn(node, "ops", index))
    if isinstance(node, ast.BoolOp):
        found.add(place, "comparison", node, _turn(node, "op"))


def _terms(found: Found, place: str, slot: Slot) -> None:
    """Each summand of a sum and each factor of a product, left out; numbers are sites of their own."""
    node = slot.node
    if not isinstance(node, ast.BinOp):
        return
    if isinstance(node.op, ast.Add | ast.Sub):
        alike: Any = ast.Add | ast.Sub
        lone: ast.expr = node.right if isinstance(node.op, ast.Add) else ast.UnaryOp(ast.USub(), node.right)
    elif isinstance(node.op, ast.Mult | ast.Div):
        alike = ast.Mult | ast.Div
        lone = node.right if isinstance(node.op, ast.Mult) else ast.BinOp(ast.Constant(1.0), ast.Div(), node.right)
    else:
        return
    begins = not (isinstance(node.left, ast.BinOp) and isinstance(node.left.op, alike))
    if begins and value_of(node.left) is None:
        _drop(found, place, slot, node.left, lone)
    if value_of(node.right) is None:
        _drop(found, place, slot, node.right, node.left)


def _drop(found: Found, place: str, slot: Slot, dropped: ast.expr, kept: ast.expr) -> None:
    node = slot.node
    found.add(place, "term", node, ("dropped", f"{text(node)} without {text(dropped)}", lambda: slot.put(kept)))


def _statements(found: Found, place: str, slot: Slot) -> None:
    """What writes to a record or a table, adds to a sum, or calls another rule, left out."""
    node: Any = slot.node
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign) else []
    written = [each for target in targets for each in (target.elts if isinstance(target, ast.Tuple) else [target])]
    writes = any(isinstance(each, ast.Attribute | ast.Subscript) for each in written)
    calls = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    if writes or calls or isinstance(node, ast.AugAssign):
        found.add(place, "term", node, ("dropped", f"without {text(node)}", lambda: slot.put(ast.Pass())))


def _neighbours(found: Found, place: str, node: Any) -> None:
    """Neighbouring arguments of a call, exchanged."""
    if not isinstance(node, ast.Call):
        return
    arguments = node.args
    for index, (one, two) in enumerate(pairwise(arguments)):
        if _is_record(one) or _is_record(two) or ast.dump(one) == ast.dump(two):
            continue
        found.add(place, "row", node, ("exchanged", f"{text(node)}: {text(one)}, {text(two)}", _exchanging(arguments, index)))


def _exchanging(listed: list, index: int) -> Callable[[], None]:
    def exchange() -> None:
        listed[index], listed[index + 1] = listed[index + 1], listed[index]

    return exchange


def _is_record(node: ast.AST) -> bool:
    if isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Attribute):
        return node.attr in RECORDS
    return isinstance(node, ast.Name) and node.id in RECORDS
