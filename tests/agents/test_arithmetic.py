"""Our own exponential, logarithm, sine and cosine against values worked out in decimals to forty digits."""

import math
import os
import subprocess
import sys
from decimal import Context, Decimal

import numpy as np
import pytest

from reassure.agents.arithmetic import LEFT_OUT, POWERS, bits_of, cosine_and_sine, exp, float_of, log

POINTS = 1_000_000 if os.environ.get("REASSURE_MILLION") else 12_000
"""Points of each range; a million take some minutes."""
EXACT = Context(prec=40, Emin=-9999, Emax=9999)
TWO_PI = Decimal("6.283185307179586476925286766559005768394338798750")
RANDOM = np.random.default_rng(2026)


def series(start, angle):
    """Sine (start 1) or cosine (start 0) of an angle by Taylor's series."""
    term = angle if start else Decimal(1)
    total, square = term, EXACT.multiply(angle, angle)
    for step in range(start + 1, 60, 2):
        term = EXACT.divide(EXACT.multiply(EXACT.minus(term), square), Decimal(step * (step + 1)))
        total = EXACT.add(total, term)
    return total


def error(found, true, unit):
    """How far a float is from the true value, in units."""
    return abs(float(EXACT.divide(EXACT.subtract(Decimal(found), true), Decimal(unit))))


@pytest.mark.parametrize(("low", "high"), [(-745.1, 709.7), (-3.0, 3.0), (-0.01, 0.01), (-745.13, -707.0), (707.0, 709.78)])
def test_the_exponential_is_within_a_unit_in_the_last_place(low, high):
    for x in RANDOM.uniform(low, high, POINTS).tolist():
        true = EXACT.exp(Decimal(x))
        assert error(exp(x), true, math.ulp(float(true))) < (0.52 if -707.0 < x < 708.0 else 1.0), x


@pytest.mark.parametrize(("low", "high"), [(-744.0, 709.0), (-1.0, 1.0), (-0.01, 0.01), (-745.0, -708.0)])
def test_the_logarithm_is_within_a_unit_in_the_last_place(low, high):
    for x in map(math.exp, RANDOM.uniform(low, high, POINTS).tolist()):
        true = EXACT.ln(Decimal(x))
        assert error(log(x), true, math.ulp(float(true)) if true else 1.0) < 0.8, x


def test_sine_and_cosine_of_a_turn_are_within_a_unit_of_one():
    for turn in RANDOM.uniform(0.0, 1.0, POINTS // 4).tolist():
        angle = EXACT.multiply(TWO_PI, Decimal(turn))
        cosine, sine = cosine_and_sine(turn)
        assert error(cosine, series(0, angle), 2.0**-52) < 0.8, turn
        assert error(sine, series(1, angle), 2.0**-52) < 0.8, turn


@pytest.mark.parametrize(
    ("function", "x", "value"),
    [
        (exp, 0.0, 1.0),
        (exp, -0.0, 1.0),
        (exp, 710.0, math.inf),
        (exp, math.inf, math.inf),
        (exp, -746.0, 0.0),
        (exp, -math.inf, 0.0),
        (exp, 709.782712893384, 1.797693134862273e308),
        (exp, -745.13, 5e-324),
        (log, 1.0, 0.0),
        (log, 0.0, -math.inf),
        (log, math.inf, math.inf),
        (log, 5e-324, -744.4400719213812),
        (log, 2.2250738585072014e-308, -708.3964185322641),
        (log, 1.7976931348623157e308, 709.782712893384),
    ],
)
def test_edges(function, x, value):
    assert function(x) == pytest.approx(value, rel=3e-16, abs=0.0)


@pytest.mark.parametrize(
    ("turn", "expected"),
    [(0.0, (1, 0)), (0.25, (0, 1)), (0.5, (-1, 0)), (0.75, (0, -1)), (1.0, (1, 0)), (0.125, (0.5**0.5, 0.5**0.5))],
)
def test_quarters_of_a_turn(turn, expected):
    assert cosine_and_sine(turn) == pytest.approx(expected, abs=2.0**-52)


@pytest.mark.parametrize("function", [exp, log])
def test_no_number_stays_no_number(function):
    assert math.isnan(function(math.nan))
    assert math.isnan(log(-1.0))


def test_the_exponential_never_falls_as_its_argument_grows():
    steps = np.linspace(-1.0, 1.0, 20_001)
    assert (np.diff([exp(x) for x in steps]) >= 0.0).all()


def test_bits_and_back():
    for x in (0.0, -1.5, 5e-324, 1.7e308, math.inf):
        assert float_of(bits_of(x)) == x
    assert int(bits_of(1.0)) == 1023 << 52


def test_the_table_holds_each_power_and_what_rounding_left_out():
    ln2 = EXACT.ln(Decimal(2))
    for part, (power, left) in enumerate(zip(POWERS.tolist(), LEFT_OUT.tolist(), strict=True)):
        true = EXACT.exp(EXACT.divide(EXACT.multiply(ln2, Decimal(part)), Decimal(128)))
        assert power == float(true)
        assert error(EXACT.multiply(Decimal(power), EXACT.add(Decimal(1), Decimal(left))), true, 1e-31) < 1.0


BITS = """
import hashlib, numpy as np
from reassure.agents.arithmetic import cosine_and_sine, exp, log
x = np.random.default_rng(7).uniform(-40.0, 40.0, 3000)
found = [[exp(a), log(abs(a)), *cosine_and_sine(abs(a) / 40.0)] for a in x.tolist()]
print(hashlib.sha256(np.array(found).tobytes()).hexdigest())
"""


def test_compiled_and_interpreted_give_the_same_bits():
    # with the C library's fused multiply-add switched off too: nothing of it is called
    settings = ({}, {"NUMBA_DISABLE_JIT": "1"}, {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-AVX2_Usable,-FMA_Usable"})
    hashes = {
        subprocess.run([sys.executable, "-c", BITS], env={**os.environ, **each}, capture_output=True, text=True, check=True).stdout
        for each in settings
    }
    assert len(hashes) == 1
