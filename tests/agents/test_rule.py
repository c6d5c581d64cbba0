import ast

import pytest

from reassure.agents import rule as rules
from reassure.agents.rule_cache import rule_cache
from reassure.agents.source import FLOORS

BUILT_IN = {"range", "len", "int"}
MATHS = {"sqrt", "floor"}
"""Exact operations: the same bits on every machine. The rest is in agents/arithmetic.py."""
CASTS = {"np.float64", "np.int64", "np.float64(number).view", "np.int64(bits).view"}
"""A float as its bits and back, in agents/arithmetic.py alone."""

ALLOWED = (
    ast.FunctionDef, ast.arguments, ast.arg, ast.Return, ast.Assign, ast.AugAssign, ast.For, ast.While, ast.If, ast.Expr, ast.Load,
    ast.Store, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Mod,
    ast.BitAnd, ast.BitXor, ast.RShift, ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Call, ast.Attribute,
    ast.Subscript, ast.Name, ast.Tuple, ast.Constant,
)  # fmt: skip


def decorated(tree):
    """The functions of a module that are rules or phrases."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any(isinstance(mark, ast.Name) and mark.id in {"rule", "phrase"} for mark in node.decorator_list)
    ]


def names_in_scope(tree, known):
    """What a module calls the rules it defines or imports."""
    names = {function.name for function in decorated(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            names |= {alias.asname or alias.name for alias in node.names if alias.name in known}
    return names


def offences(function, callable_names, casts=frozenset()):
    """What in a function lies outside the language of rules."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    parts = [node for statement in body for node in ast.walk(statement)]
    allowed_nodes = (*ALLOWED, ast.LShift) if casts else ALLOWED
    found = [type(node).__name__ for node in [*parts, *ast.walk(function.args)] if not isinstance(node, allowed_nodes)]
    if function.args.defaults or function.args.vararg or function.args.kwarg or function.args.kwonlyargs:
        found.append("arguments with defaults")
    for node in parts:
        if isinstance(node, ast.Constant) and type(node.value) not in {int, float}:
            found.append(f"constant {node.value!r}")
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            allowed = called in BUILT_IN | callable_names or called in {f"math.{name}" for name in MATHS} or called in casts
            if not allowed or node.keywords:
                found.append(f"call of {called}")
        if isinstance(node, ast.For) and not ast.unparse(node.iter).startswith("range("):
            found.append(f"loop over {ast.unparse(node.iter)}")
    return found


TREES = {
    path: ast.parse(path.read_text(encoding="utf-8")) for floor in ("agents", "model") for path in (FLOORS / floor).glob("*.py")
}
KNOWN = {function.name for tree in TREES.values() for function in decorated(tree)}
RULES = [(path, function) for path, tree in TREES.items() for function in decorated(tree)]


def test_the_rules_are_found():
    assert len(RULES) > 100
    assert {"philox", "weigh_calm", "vote", "square_law", "play_week"} <= KNOWN


@pytest.mark.parametrize(("path", "function"), [pytest.param(*one, id=f"{one[0].stem}.{one[1].name}") for one in RULES])
def test_a_rule_keeps_to_the_language_of_rules(path, function):
    casts = CASTS if path.stem == "arithmetic" else frozenset()
    assert offences(function, names_in_scope(TREES[path], KNOWN), casts) == []


@pytest.mark.parametrize(
    "line",
    [
        "return np.exp(x)", "return math.exp(x)", "return math.log(x)", "return np.int64(x)", "return x ** 2", "return x // 2", "return sum(x)", "return min(x, 1.0)", "return abs(x)", "return round(x)",
        "return [x]", "return {1: x}", "return (y for y in x)", "return [y for y in x]", "return lambda: x", "return f'{x}'", "return 'x'",
        "return math.pow(x, 2)", "return math.fsum(x)", "return x if x else 1", "return None", "return True", "return x.mean()",
        "return helper(x, y=1)", "return print(x)", "return x is y", "return x in y", "return x << 2", "return x | 1",
        "global y", "raise ValueError", "assert x", "del x", "with x: pass", "for y in x: pass",
        "try:\n  return x\n except ValueError:\n  return 1",
    ],
)  # fmt: skip
def test_what_the_language_refuses(line):
    function = ast.parse(f"@rule\ndef act(x):\n {line}").body[0]
    assert offences(function, {"helper"})


def test_a_rule_of_somebody_elses_is_compiled_but_not_kept():
    @rules.rule
    def twice(value):
        return 2.0 * value

    kept = set(rule_cache().used)
    assert twice(1.5) == 3.0
    assert rule_cache().used == kept
