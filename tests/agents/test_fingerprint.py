import numba
import numpy as np
import pytest

from reassure.agents import russia
from reassure.agents.fingerprint import fingerprint, ingredients, modules_with_rules
from reassure.agents.source import SOURCES


def rewritten(file, old, new):
    text = SOURCES[file].decode("utf-8")
    assert old in text
    return {**SOURCES, file: text.replace(old, new, 1).encode()}


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
def test_a_change_of_substance_asks_for_another_cache(file, old, new):
    assert fingerprint(rewritten(file, old, new)) != fingerprint()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("model/answer.py", "0, 0.4, 0.12,", "0, 0.4, 0.12,  # about one in eight"),
        ("agents/curves.py", '"""The logistic curve: a score', '"""A score'),
        ("model/crisis.py", '"""How a crisis began: an army', '"""An army'),
        ("model/wargame.py", "import mesa", "import mesa as _\nimport mesa"),
    ],
)
def test_a_change_of_words_or_of_what_is_no_rule_does_not(file, old, new):
    assert fingerprint(rewritten(file, old, new)) == fingerprint()


@pytest.mark.parametrize(("flag", "value"), [("BOUNDSCHECK", 1), ("OPT", "1"), ("SLP_VECTORIZE", 1)])
def test_a_flag_of_the_compiler_asks_for_another_cache(monkeypatch, flag, value):
    before = fingerprint()
    monkeypatch.setattr(numba.config, flag, value)
    assert fingerprint() != before


@pytest.mark.parametrize(
    "line",
    [
        "from ..agents import numbers_apart as apart",
        "from ..agents import (\n    names,\n    numbers_apart,\n)",
        "from ..agents.numbers_apart import SIZE",
    ],
)
def test_a_module_imported_in_any_way_counts(line):
    imported = rewritten(
        "model/deeds.py", "from ..agents.arithmetic import exp\n", f"from ..agents.arithmetic import exp\n{line}\n"
    )
    assert "agents/numbers_apart.py" in modules_with_rules({**imported, "agents/numbers_apart.py": b"SIZE = 1"})
    one, two = (fingerprint({**imported, "agents/numbers_apart.py": b"SIZE = %d" % size}) for size in (1, 2))
    assert one != two


SIZE = 1.0
SIZES = np.array([1.0, 2.0])


@numba.njit
def grown(value):
    return value * SIZE


def doubled(value):
    """Twice what has grown."""
    return grown(value) + SIZES[1] + 2.0


def made_of(function):
    return repr(list(ingredients(function)))


@pytest.mark.skipif(numba.config.DISABLE_JIT, reason="nothing is compiled")
@pytest.mark.parametrize(("name", "value"), [("SIZE", 1), ("SIZE", 1.5), ("SIZES", np.array([1.0, 2.5]))])
def test_a_constant_changed_at_run_time_makes_another_rule(monkeypatch, name, value):
    before = made_of(doubled)
    monkeypatch.setitem(globals(), name, value)
    assert made_of(doubled) != before


def test_a_rule_is_made_of_the_same_again_whatever_its_words(monkeypatch):
    before = made_of(doubled)
    monkeypatch.setattr(doubled, "__code__", doubled.__code__.replace(co_consts=("Other words.", *doubled.__code__.co_consts[1:])))
    assert made_of(doubled) == before
    assert " at 0x" not in made_of(getattr(russia.act, "py_func", russia.act))  # a place in memory differs from start to start
