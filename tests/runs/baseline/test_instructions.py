"""Counting instructions: what goes wrong is said, not counted."""

import sys

import pytest

from reassure.agents.rule_cache import RuleCache
from reassure.runs.baseline import instructions
from reassure.runs.baseline.instructions import MANY, NotCountedError, instructions_a_future

STAND_IN = """#!{python}
import sys
{body}
"""


@pytest.fixture
def valgrind(tmp_path, monkeypatch):
    """Puts a stand-in for valgrind in its place."""
    monkeypatch.setattr(instructions, "_start", start_without_compiling(instructions._start))

    def put(body):
        place = tmp_path / "valgrind"
        place.write_text(STAND_IN.format(python=sys.executable, body=body))
        place.chmod(0o755)
        monkeypatch.setattr(instructions.shutil, "which", lambda name: str(place))

    return put


def start_without_compiling(start):
    def started(counter, scenario, futures):
        return start(counter or [sys.executable, "-c", ""], scenario, futures)

    return started


def test_starting_falls_out_of_the_difference(valgrind):
    count = "40_000_000 + 1_500 * int(sys.argv[-1])"
    valgrind(f"print(f'==7== I   refs:      {{{count}:,}}', file=sys.stderr)")
    assert instructions_a_future() == 1_500


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("sys.exit('first line\\nillegal instruction')", "playing ended with status 1: illegal instruction"),
        ("print('nothing to say', file=sys.stderr)", "valgrind gave no count: nothing to say"),
        (f"sys.exit(sys.argv[-1] == '{MANY}')", "valgrind gave no count"),
    ],
)
def test_a_count_that_fails_says_why(valgrind, body, reason):
    valgrind(body)
    with pytest.raises(NotCountedError, match=reason):
        instructions_a_future()


def test_nothing_is_counted_without_kept_rules(valgrind, monkeypatch):
    valgrind("")
    monkeypatch.setattr(instructions, "rule_cache", lambda: RuleCache(None))
    with pytest.raises(NotCountedError, match="cannot be kept"):
        instructions_a_future()
