"""What compiled rules call from outside: nothing of the C library's mathematics, whose last bit depends on the machine."""

import math
import sys

import numba
import pytest

from reassure.agents.rule_cache import rule_cache
from reassure.runs.ensemble.compiling import compile_loop, ensure_compiled
from reassure.runs.speed.elf import symbols

EXACT = {"sqrt", "floor", "ceil", "trunc", "rint", "fabs"}
"""Correctly rounded everywhere."""
INEXACT = {
    name
    for name in dir(math)
    if callable(getattr(math, name)) and name not in EXACT | {"isnan", "isinf", "isfinite", "frexp", "ldexp"}
} | {"sincos", "exp10", "fmod", "powi"}


def undefined_symbols(content):
    """The names that the ELF objects within some bytes ask others for."""
    return {symbol.name for symbol in symbols(content) if symbol.section == 0}


def inexact(symbols):
    return {name for name in symbols if name.removesuffix("f") in INEXACT or name in INEXACT}


@pytest.mark.skipif(sys.platform != "linux" or numba.config.DISABLE_JIT, reason="reads ELF objects of compiled code")
def test_the_reading_finds_a_call_where_there_is_one():
    @numba.njit
    def grown(x):
        return math.exp(x) + math.sqrt(x)

    grown(1.0)
    (compiled,) = grown.overloads.values()
    assert inexact(undefined_symbols(compiled.library._get_compiled_object())) == {"exp"}


@pytest.mark.skipif(
    sys.platform != "linux" or numba.config.DISABLE_JIT or rule_cache().folder is None, reason="reads ELF objects of kept rules"
)
def test_no_kept_rule_calls_inexact_mathematics():
    ensure_compiled()
    compile_loop()
    kept = list(rule_cache().folder.glob("*.nbc"))
    assert any(path.name.startswith("loop.play_futures") for path in kept) and len(kept) > 10
    for path in kept:
        symbols = undefined_symbols(path.read_bytes())
        assert symbols, path.name  # Python's own, at least
        assert not inexact(symbols), path.name
