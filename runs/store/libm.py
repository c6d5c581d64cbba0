"""A probe of the mathematics library: processors and systems differ in the last bit of `exp` and its like.

Rows are equal bit for bit only where the probe is; elsewhere choices agree with near certainty and figures to 1e-9.
"""

import hashlib
import math
from functools import cache

import numpy as np

from ...agents.rule import rule

ARGUMENTS = 512
FUNCTIONS = 5


@rule
def _evaluate(results, arguments):
    """The functions that rules use, at each argument (above zero)."""
    for index in range(len(arguments)):
        results[index, 0] = math.exp(-arguments[index])
        results[index, 1] = math.log(arguments[index])
        results[index, 2] = math.sqrt(arguments[index])
        results[index, 3] = math.sin(arguments[index])
        results[index, 4] = math.cos(arguments[index])


@cache
def probe() -> str:
    """A hash of the last bits of this machine's mathematics, as compiled rules see them."""
    results = np.zeros((ARGUMENTS, FUNCTIONS))
    _evaluate(results, (np.arange(ARGUMENTS) + 1.0) * (math.pi / 64.0))
    return hashlib.sha256(results.astype("<f8").tobytes()).hexdigest()[:16]


def remark(theirs: str) -> str | None:
    """What to say of futures that were played where the probe is `theirs`, if this machine's differs."""
    if theirs == probe():
        return None
    return (
        "this machine's mathematics library differs from the one they were played with in last bits: "
        "choices agree with near certainty and figures to 1e-9"
    )
