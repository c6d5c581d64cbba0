import ast
import importlib.util
import shutil
import tempfile

import numba
import pytest

from reassure.agents import rule as rules
from reassure.agents.rule import FLOORS

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


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """The module `agents/rule.py` of a copy of both lower floors, with a cache of its own, and the copy's folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for floor in ("agents", "model"):
        shutil.copytree(FLOORS / floor, tmp_path / floor, ignore=shutil.ignore_patterns("__pycache__"))
    spec = importlib.util.spec_from_file_location("rule_of_a_copy", tmp_path / "agents" / "rule.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, tmp_path


def rewrite(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("model/answer.py", "0, 0.4, 0.12,", "0, 0.4, 0.13,"),
        ("agents/curves.py", "return low", "return high"),
        ("agents/mindset.py", '"opportunist", 1, 0.95', '"opportunist", 1, 0.96'),
        ("agents/profiles.csv", "France", "Frankreich"),
        ("agents/commitment.py", 'Option("veto"', 'Option("block"'),
        ("agents/situation.py", "SECTOR_SLOTS = 10", "SECTOR_SLOTS = 11"),
    ],
)
def test_a_change_of_substance_asks_for_another_cache(copied, file, old, new):
    module, folder = copied
    before = module.fingerprint()
    rewrite(folder / file, old, new)
    assert module.fingerprint() != before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("model/answer.py", "0, 0.4, 0.12,", "0, 0.4, 0.12,  # about one in eight"),
        ("agents/curves.py", '"""The logistic curve: a score', '"""A score'),
        ("model/crisis.py", '"""How a crisis began: labels, never weighed."""', '"""How it began."""'),
        ("model/scenarios/bare_ceasefire.toml", "monitors = 0.3", "monitors = 0.4"),
    ],
)
def test_a_change_of_words_does_not(copied, file, old, new):
    module, folder = copied
    before = module.fingerprint()
    rewrite(folder / file, old, new)
    assert module.fingerprint() == before


@pytest.mark.parametrize(("flag", "value"), [("BOUNDSCHECK", 1), ("OPT", "1")])
def test_a_flag_of_the_compiler_asks_for_another_cache(monkeypatch, flag, value):
    before = rules.fingerprint()
    monkeypatch.setattr(numba.config, flag, value)
    assert rules.fingerprint() != before


def test_the_fingerprint_is_the_same_again():
    assert rules.fingerprint() == rules.FINGERPRINT


def test_a_module_imported_by_name_of_its_folder_counts(copied):
    module, folder = copied
    (folder / "agents" / "numbers_apart.py").write_text("SIZE = 1\n")
    rewrite(
        folder / "model" / "deeds.py",
        "from ..agents.arithmetic import exp\n",
        "from ..agents.arithmetic import exp\nfrom ..agents import numbers_apart as apart\n",
    )
    before = module.fingerprint()
    (folder / "agents" / "numbers_apart.py").write_text("SIZE = 2\n")
    assert module.fingerprint() != before


def test_an_unwritable_place_falls_back_to_the_temporary_folder_and_then_to_none(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    assert rules.cache_folder() == tmp_path / "temporary" / "reassure" / rules.FINGERPRINT
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "file"))
    assert rules.cache_folder() is None


def test_without_a_cache_rules_still_work(monkeypatch):
    monkeypatch.setattr(rules, "CACHE", None)

    @rules.rule
    def twice(value):
        return 2.0 * value

    assert twice(1.5) == 3.0


def test_other_users_of_numba_keep_their_own_cache(monkeypatch):
    monkeypatch.setattr(numba.config, "CACHE_DIR", "/somewhere/else")
    rules.rule(lambda value: value)
    assert numba.config.CACHE_DIR == "/somewhere/else"
    with pytest.raises(Exception):  # noqa: B017 - whatever Numba says to something that is no function
        rules.rule(3)
    assert numba.config.CACHE_DIR == "/somewhere/else"


def test_only_the_latest_caches_are_kept(tmp_path):
    folders = [tmp_path / str(number) for number in range(9)]
    for folder in folders:
        folder.mkdir()
    rules._forget_old_caches(folders[0])
    left = {folder.name for folder in tmp_path.iterdir()}
    assert "0" in left
    assert len(left) == rules.KEPT_CACHES
