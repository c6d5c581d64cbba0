"""Exponential, logarithm, sine and cosine as rules of our own: the same bits on every machine.

The C library's last bit depends on processor and version. These use IEEE additions, multiplications, divisions and the bits of a
number, nothing else, and no compiler may reorder them. Exponential and logarithm lie within one unit in the last place of the true
value, sine and cosine of a turn within one unit in the last place of 1; a test holds them against a correctly rounded oracle.

Exponential: a table of 2^(j/128) and a short series (Tang 1989). Logarithm: the series of FDLIBM in s = f / (2 + f). Sine and
cosine: its polynomials within an eighth of a turn. What is not FDLIBM's was computed to more digits than a float holds.
"""

import math
from decimal import Context, Decimal
from typing import NamedTuple

import numpy as np

from .rule import phrase, rule


class Layout(NamedTuple):
    """How IEEE 754 lays out a double: a fraction of 52 bits below an exponent counted from 1023."""

    fraction: int = 52
    bias: int = 1023
    lift: float = 18014398509481984.0
    """2^54: a number below the smallest normal one is lifted by it before its exponent is read."""
    lift_bits: int = 54
    shift: float = 6755399441055744.0
    """1.5 x 2^52: a number below 2^51 added to it is rounded to a whole one, which then stands in the lowest bits."""
    shift_bits: int = 0x4338000000000000


class Exponential(NamedTuple):
    """What the exponential is made of."""

    parts: int = 128
    """Steps of the table to a doubling; the lowest seven bits of a count of steps number them."""
    step_bits: int = 45
    """A count of steps, moved up by so many bits, adds its whole doublings to an exponent: 52 less the seven bits of the parts."""
    parts_per_unit: float = 184.6649652337873
    """128 / ln 2."""
    part_high: float = 0.005415212347998022
    """ln 2 / 128 to 34 bits, so that its products with whole numbers below 2^18 are exact."""
    part_low: float = 1.2655086083325438e-13
    """The rest of it."""
    third: float = 0.16666666666666666
    fourth: float = 0.041666666666666664
    fifth: float = 0.008333333333333333
    """Coefficients of the series: 1/6, 1/24, 1/120."""
    safe: float = 708.0
    """Within it e^x is a normal number, and so is its power of two."""
    largest: float = 709.782712893384
    smallest: float = -745.1332191019412
    """Above the first e^x is infinite, below the second nothing."""
    held_back: int = 200
    scale: float = 6.223015277861142e-61
    """Powers of two held back from a result near nothing, and 2^-200, by which they come at the end."""


class Logarithm(NamedTuple):
    """What the logarithm is made of."""

    safe: float = 2.3e-308
    """From here on a number is a normal one. A little more than the smallest of them, for at that very bound the compiler asks for
    the class of the number, in fifteen instructions instead of two."""
    root_half_bits: int = 0x3FE6A09E667F3BCD
    """Of the root of one half: the series runs from there to the root of two."""
    ln2_high: float = 6.93147180369123816490e-01
    """ln 2 to 32 bits."""
    ln2_low: float = 1.90821492927058770002e-10
    """The rest of it."""


class Turn(NamedTuple):
    """What sine and cosine are made of."""

    radians: float = 6.283185307179586
    """Two pi."""
    quarters: float = 4.0
    quarter: float = 0.25
    last_quarter: int = 3


IEEE, EXP, LOG, TURN = Layout(), Exponential(), Logarithm(), Turn()

LN2 = 0.6931471805599453
"""The natural logarithm of two, rounded once: a definition."""

LOG_SERIES = np.array(
    [
        6.666666666666735130e-01,
        3.999999999940941908e-01,
        2.857142874366239149e-01,
        2.222219843214978396e-01,
        1.818357216161805012e-01,
        1.531383769920937332e-01,
        1.479819860511658591e-01,
    ]
)
"""Coefficients of the logarithm in s^2 (FDLIBM, e_log.c)."""
SINE_SERIES = np.array(
    [
        -1.66666666666666324348e-01,
        8.33333333332248946124e-03,
        -1.98412698298579493134e-04,
        2.75573137070700676789e-06,
        -2.50507602534068634195e-08,
        1.58969099521155010221e-10,
    ]
)
"""Coefficients of the sine in r^2 up to an eighth of a turn (FDLIBM, k_sin.c)."""
COSINE_SERIES = np.array(
    [
        4.16666666666666019037e-02,
        -1.38888888888741095749e-03,
        2.48015872894767294178e-05,
        -2.75573143513906633035e-07,
        2.08757232129817482790e-09,
        -1.13596475577881948265e-11,
    ]
)
"""Coefficients of the cosine (FDLIBM, k_cos.c)."""


def _powers_of_two() -> tuple[np.ndarray, np.ndarray]:
    """2^(j/128) for j from 0 to 127, and what rounding left out of each, as a share of it; worked out in decimals."""
    exact = Context(prec=50)
    ln2 = exact.ln(Decimal(2))
    powers, left_out = np.empty((2, EXP.parts))
    for part in range(EXP.parts):
        power = exact.exp(exact.divide(exact.multiply(ln2, Decimal(part)), Decimal(EXP.parts)))
        powers[part] = float(power)
        left_out[part] = float(exact.divide(exact.subtract(power, Decimal(powers[part])), power))
    return powers, left_out


POWERS, LEFT_OUT = _powers_of_two()
"""The exponential's tables."""
POWER_BITS = POWERS.view(np.int64) - (np.arange(EXP.parts) << EXP.step_bits)
"""The powers as bits, less what the number of the part adds when the count of steps is added to them (so glibc does it)."""


@phrase
def bits_of(number):
    """The 64 bits of a float, as a whole number."""
    return np.float64(number).view(np.int64)


@phrase
def float_of(bits):
    """The float that has these 64 bits."""
    return np.int64(bits).view(np.float64)


@phrase
def exp_scaled(x, held_back):
    """e^x over 2^held_back, for an x between the ends of what a float holds."""
    shifted = x * EXP.parts_per_unit + IEEE.shift
    count = shifted - IEEE.shift
    steps = bits_of(shifted) - IEEE.shift_bits
    part = steps & (EXP.parts - 1)
    rest = (x - count * EXP.part_high) - count * EXP.part_low
    square = rest * rest
    series = (0.5 + rest * EXP.third) + square * (EXP.fourth + rest * EXP.fifth)
    grown = rest + (LEFT_OUT[part] + square * series)
    power = float_of(POWER_BITS[part] + (steps << EXP.step_bits) - (held_back << IEEE.fraction))
    return power + power * grown


@rule
def exp_at_the_edge(x):
    """e^x where it is near the ends of what a float holds, or beyond them, or where x is no number."""
    if x != x:
        return x
    if x > EXP.largest:
        return math.inf
    if x < EXP.smallest:
        return 0.0
    if x > 0.0:
        return exp_scaled(x, 1) * 2.0
    return exp_scaled(x, -EXP.held_back) * EXP.scale


@rule
def exp(x):
    """e^x, within .52 units in the last place."""
    if -EXP.safe < x < EXP.safe:
        return exp_scaled(x, 0)
    return exp_at_the_edge(x)


@phrase
def log_lifted(x, lifted):
    """The natural logarithm of a normal positive number that had been lifted by a power of two."""
    bits = bits_of(x)
    exponent = (bits - LOG.root_half_bits) >> IEEE.fraction
    f = float_of(bits - (exponent << IEEE.fraction)) - 1.0
    power = 1.0 * (exponent - lifted)
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    even = w * (LOG_SERIES[1] + w * (LOG_SERIES[3] + w * LOG_SERIES[5]))
    odd = z * (LOG_SERIES[0] + w * (LOG_SERIES[2] + w * (LOG_SERIES[4] + w * LOG_SERIES[6])))
    half = 0.5 * f * f
    return power * LOG.ln2_high - ((half - (s * (half + odd + even) + power * LOG.ln2_low)) - f)


@rule
def log_at_the_edge(x):
    """The natural logarithm of what is no normal positive number: nothing, less than nothing, infinite, subnormal, no number."""
    if x > 0.0 and x < math.inf:
        return log_lifted(x * IEEE.lift, IEEE.lift_bits)
    if x == 0.0:
        return -math.inf
    if x < 0.0:
        return math.nan
    return x


@rule
def log(x):
    """The natural logarithm, within .8 units in the last place; -inf of 0, nan below."""
    if LOG.safe <= x < math.inf:
        return log_lifted(x, 0)
    return log_at_the_edge(x)


@phrase
def sine_within(r):
    """The sine of an angle of at most an eighth of a turn, in radians."""
    z = r * r
    rest = SINE_SERIES[2] + z * (SINE_SERIES[3] + z * (SINE_SERIES[4] + z * SINE_SERIES[5]))
    return r + r * z * (SINE_SERIES[0] + z * (SINE_SERIES[1] + z * rest))


@phrase
def cosine_within(r):
    """The cosine of an angle of at most an eighth of a turn, in radians."""
    z = r * r
    rest = COSINE_SERIES[2] + z * (COSINE_SERIES[3] + z * (COSINE_SERIES[4] + z * COSINE_SERIES[5]))
    return 1.0 - (0.5 * z - z * z * (COSINE_SERIES[0] + z * (COSINE_SERIES[1] + z * rest)))


@rule
def cosine_and_sine(turn):
    """Cosine and sine of a share of a whole turn, 0 to 1, within .8 units in the last place of 1."""
    shifted = TURN.quarters * turn + IEEE.shift
    r = (turn - TURN.quarter * (shifted - IEEE.shift)) * TURN.radians
    quarter = (bits_of(shifted) - IEEE.shift_bits) & TURN.last_quarter
    cosine = cosine_within(r)
    sine = sine_within(r)
    if quarter == 0:
        return cosine, sine
    if quarter == 1:
        return -sine, cosine
    if quarter == 2:
        return -cosine, -sine
    return sine, -cosine
