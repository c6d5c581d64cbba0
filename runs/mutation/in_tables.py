"""Sites in what a module declares: constants, declared quantities, rows of tables.

Ranks and luck numbers are names for positions, not quantities: they are no sites. Two rows are exchanged by exchanging their names,
because the tables that are sorted by rank would not mind being written in another order.
"""

import ast
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from .numbers import value_of, wrong_numbers
from .sites import Found, Slot, slots, text

DECLARED = frozenset({"Fixed", "Uniform", "Triangular", "Normal", "LogNormal", "Category", "Quantity", "Whole", "Switch", "Choice"})
"""Constructors of quantities: name, unit, low, high, default, meaning, source."""
RANGE_IS_DISTRIBUTION = frozenset({"Uniform", "Triangular"})
"""Those for which the range says what is drawn, and not only what may be asked for."""
NO_SITES = frozenset({"record", "floats", "numbered", "Path", "Trait"})
"""Calls whose numbers are sizes, positions, luck numbers or the range that may be asked for, and whose rows have no order."""


def find_in_table(found: Found, statement: ast.stmt) -> None:
    """Every site of one assignment at the top of a module."""
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        _visit(found, statement.targets[0].id, Slot(statement, "value"))
    elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value:
        _visit(found, statement.target.id, Slot(statement, "value"))


def _visit(found: Found, place: str, slot: Slot) -> None:
    node: Any = slot.node
    if value_of(node) is not None:
        found.add(place, "number", node, *wrong_numbers(slot))
        return
    called = _called(node) if isinstance(node, ast.Call) else ""
    if called in NO_SITES or isinstance(node, ast.Subscript):
        return
    _exchange_rows(found, place, node)
    if isinstance(node, ast.Dict):
        for index, key in enumerate(node.keys):
            _visit(found, f"{place}.{key.value!s}" if isinstance(key, ast.Constant) else place, Slot(node, "values", index))
        return
    if called == "ranked_names":
        return
    if called in DECLARED:
        _declared(found, place, node, called)
        return
    if called[:1].isupper():
        _row(found, place, node)
        for index, each in enumerate(node.args):
            if value_of(each) is None:
                _visit(found, place, Slot(node, "args", index))
        return
    for below in slots(node):
        _visit(found, place, below)


def _called(node: ast.Call) -> str:
    """The name of what is called."""
    return node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _name(node: ast.AST) -> str | None:
    """The name that a row bears, if it is a row."""
    first: Any = None
    if isinstance(node, ast.Call) and _called(node)[:1].isupper() and node.args:
        first = node.args[0]
    if isinstance(node, ast.Tuple) and len(node.elts) > 1:
        first = node.elts[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def _declared(found: Found, place: str, node: ast.Call, called: str) -> None:
    """A declared quantity: its default, its spread, and its range where that is the distribution."""
    place = f"{place}.{_name(node) or 'unnamed'}"
    strings = [index for index, each in enumerate(node.args) if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    unit = next((index for index in strings[1:2]), 1)
    for offset in (1, 2, 3) if called in RANGE_IS_DISTRIBUTION else (3,):
        slot = Slot(node, "args", unit + offset)
        if unit + offset < len(node.args) and value_of(slot.node) is not None:
            found.add(place, "number", node, *_as_quantity(slot))
    for keyword in node.keywords:
        if keyword.arg == "spread" and value_of(keyword.value) is not None:
            found.add(place, "number", node, *_as_quantity(Slot(keyword, "value")))


def _as_quantity(slot: Slot) -> list[tuple[str, str, Callable[[], None]]]:
    """A declared number is a quantity even if it is written without a point: half of 1 is 0.5."""
    value = value_of(slot.node)
    before = slot.node
    assert value is not None
    slot.put(ast.Constant(float(value)) if value >= 0 else ast.UnaryOp(ast.USub(), ast.Constant(float(-value))))
    wrong = wrong_numbers(slot)
    slot.put(before)
    return wrong


def _row(found: Found, place: str, node: ast.Call) -> None:
    """The numbers of one row; a whole number beside its name is a rank."""
    place = f"{place}.{_name(node)}" if _name(node) else place
    for index, each in enumerate(node.args):
        if value_of(each) is None:
            continue
        if index > 1 or not isinstance(value_of(each), int):
            found.add(place, "number", node, *wrong_numbers(Slot(node, "args", index)))


def _exchange_rows(found: Found, place: str, node: Any) -> None:
    """Neighbouring rows, exchanged: their names where they bear names, else the rows."""
    if isinstance(node, ast.Call) and _called(node) == "ranked_names":
        for one, two in pairwise(node.keywords):
            found.add(place, "row", node, ("exchanged", f"{one.arg}, {two.arg}", _exchanging_labels(one, two)))
        return
    rows = node.elts if isinstance(node, ast.Tuple | ast.List) else node.args if isinstance(node, ast.Call) else []
    for index, (above, below) in enumerate(pairwise(rows)):
        first, second = _name(above), _name(below)
        if first and second:
            found.add(place, "row", above, ("exchanged", f"{first}, {second}", _exchanging_names(above, below)))
        elif isinstance(node, ast.Tuple | ast.List) and _plain(above) and _plain(below) and ast.dump(above) != ast.dump(below):
            found.add(place, "row", above, ("exchanged", f"{text(above)}, {text(below)}", _exchanging(rows, index)))


def _plain(node: ast.AST) -> bool:
    """A number, or a position by name."""
    return value_of(node) is not None or isinstance(node, ast.Attribute)


def _exchanging(rows: list, index: int) -> Callable[[], None]:
    def exchange() -> None:
        rows[index], rows[index + 1] = rows[index + 1], rows[index]

    return exchange


def _exchanging_labels(one: ast.keyword, two: ast.keyword) -> Callable[[], None]:
    def exchange() -> None:
        one.arg, two.arg = two.arg, one.arg

    return exchange


def _exchanging_names(one: Any, two: Any) -> Callable[[], None]:
    def exchange() -> None:
        first = one.args if isinstance(one, ast.Call) else one.elts
        second = two.args if isinstance(two, ast.Call) else two.elts
        first[0], second[0] = second[0], first[0]

    return exchange
