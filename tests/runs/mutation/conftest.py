import pytest

from reassure.runs.mutation.checkout import Checkout

RULES = '''
from .rule import rule

SHARE = 0.5
TABLE = (1.0, 2.0)


@rule
def half(x):
    """Half of it."""
    return x * SHARE


@rule
def countdown(start):
    """Counts down to zero."""
    left = start
    while left > 0:
        left -= 1
    return left


@rule
def at(index):
    """An entry of the table."""
    return TABLE[0]


@rule
def unread(x):
    """Nobody tests it."""
    return x + 1.0


@rule
def guarded(x):
    """Refuses what is too small by an assertion of its own."""
    assert x >= 3
    return x
'''

TESTS = """
from reassure.agents.numbers_of import at, countdown, guarded, half


def test_half():
    assert half(3.0) == 1.5


def test_countdown():
    assert countdown(2) == 0


def test_at():
    assert at(0) == 1.0


def test_guarded():
    guarded(4)
"""


@pytest.fixture(autouse=True)
def _nothing_kept(tmp_path, monkeypatch):
    """How tests usually play is kept in a temporary folder of the test."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


@pytest.fixture
def small(tmp_path):
    """A checkout with one module of rules, its tests, and a test of another name."""
    root = tmp_path / "checkout"
    for folder in ("agents", "tests/agents", "docs"):
        (root / folder).mkdir(parents=True)
    (root / "agents/__init__.py").write_text("")
    (root / "agents/rule.py").write_text("def rule(function):\n    return function\n")
    (root / "agents/numbers_of.py").write_text(RULES)
    (root / "tests/agents/test_numbers_of.py").write_text(TESTS)
    (root / "tests/agents/test_else.py").write_text("def test_nothing():\n    pass\n")
    return Checkout(root)
