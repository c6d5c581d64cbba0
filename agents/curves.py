"""The few curves that rules are made of, written so that compiled and interpreted runs give the same bits."""

from .arithmetic import LN2, exp, log
from .rule import phrase, rule

WEEKS_IN_YEAR = 52.0
"""The calendar: rates are given a year, the clock counts weeks."""

STRAIGHT_ABOVE = 30.0
"""Where ln(1 + e^x) is x to fourteen digits, and e^x need not be asked for (numerical: it decides nothing)."""


@rule
def chance_of(score):
    """The logistic curve: a score in log odds as a probability. Safe for any score: an exponential out of range is infinite."""
    return 1.0 / (1.0 + exp(-score))


@phrase
def clamp(value, low, high):
    """`value`, held between `low` and `high`."""
    if value < low:
        return low
    if value > high:
        return high
    return value


@phrase
def at_least(value, floor):
    """`value`, or `floor` if it is smaller."""
    if value < floor:
        return floor
    return value


@phrase
def saturating(value, half):
    """value / (value + half): 0 at nothing, one half at `half`, towards 1."""
    return value / (value + half)


@rule
def arrival(rate_per_year, weeks):
    """The chance that at least one event of a Poisson process falls within `weeks`."""
    return 1.0 - exp(-rate_per_year * weeks / WEEKS_IN_YEAR)


@rule
def comes_about(draw, expected):
    """Whether a rare event comes about in a step in which `expected` are expected (Poisson), by a uniform draw.

    1 - e^-x never exceeds x, so that a draw above x settles it without the exponential.
    """
    return draw < expected and draw < 1.0 - exp(-expected)


@rule
def decay(half_life_weeks, weeks):
    """What is left of a quantity after `weeks` if it halves in `half_life_weeks`."""
    return exp(-LN2 * weeks / half_life_weeks)


@rule
def left_after(rate_per_week, weeks):
    """What is left of a gap that closes at `rate_per_week` after `weeks`; exact for any step length."""
    return exp(-rate_per_week * weeks)


@phrase
def approach(value, target, left):
    """`value` moved towards `target`, so that `left` (0 to 1) of the gap remains."""
    return target + (value - target) * left


@rule
def soft_floor(value, assumed):
    """ln(1 + e^(s(x + m))) / s, with sharpness s and margin m: follows x + m above the margin and fades to nothing below it."""
    scaled = assumed.anticipation_sharpness * (value + assumed.anticipation_margin)
    if scaled > STRAIGHT_ABOVE:
        return scaled / assumed.anticipation_sharpness
    return log(1.0 + exp(scaled)) / assumed.anticipation_sharpness
