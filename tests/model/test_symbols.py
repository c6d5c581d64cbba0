"""What compiled rules call from outside: nothing of the C library's mathematics, whose last bit depends on the machine."""

import math
import struct
import sys

import numba
import pytest

from reassure.agents import rule
from reassure.runs.ensemble.compiling import compile_loop, ensure_compiled

EXACT = {"sqrt", "floor", "ceil", "trunc", "rint", "fabs"}
"""Correctly rounded everywhere."""
INEXACT = {
    name
    for name in dir(math)
    if callable(getattr(math, name)) and name not in EXACT | {"isnan", "isinf", "isfinite", "frexp", "ldexp"}
} | {"sincos", "exp10", "fmod", "powi"}


def undefined_symbols(content):
    """The names that the ELF objects within some bytes ask others for."""
    found, start = set(), content.find(b"\x7fELF")
    while start >= 0:
        sections, size, count = struct.unpack_from("<Q10xHH", content, start + 0x28)
        headers = [struct.unpack_from("<IIQQQQIIQQ", content, start + sections + size * index) for index in range(count)]
        for _, kind, _, _, offset, length, link, _, _, entry in headers:
            if kind != 2:  # a table of symbols
                continue
            names = start + headers[link][4]
            for place in range(start + offset, start + offset + length, entry):
                name, _, _, section = struct.unpack_from("<IBBH", content, place)
                if section == 0 and name:
                    found.add(content[names + name : content.index(b"\0", names + name)].decode())
        start = content.find(b"\x7fELF", start + 1)
    return found


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


@pytest.mark.skipif(sys.platform != "linux" or rule.CACHE is None, reason="reads ELF objects of kept rules")
def test_no_kept_rule_calls_inexact_mathematics():
    ensure_compiled()
    compile_loop()
    kept = list(rule.CACHE.joinpath("model").rglob("loop.play_futures*.nbc")) + list(rule.CACHE.joinpath("agents").rglob("*.nbc"))
    assert any(path.name.startswith("loop.play_futures") for path in kept) and len(kept) > 10
    for path in kept:
        symbols = undefined_symbols(path.read_bytes())
        assert symbols, path.name  # Python's own, at least
        assert not inexact(symbols), path.name
