"""All that `reassure verify` runs, family by family, in the order of the page."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from . import extremes, invariants, signs
from .check import Check
from .exact import arming, attrition, cascade, choices, deterrence, learning, lottery, opinion, rungs, survival, tripwire
from .solver import games


class Family(NamedTuple):
    """Checks that belong together. `checks` takes how many random draws each may use, and makes them one by one."""

    name: str
    checks: Callable[[int], Iterator[Check]]


SETTINGS_A_SIGN = 8
FEWEST_SETTINGS = 16
"""Signs are averages over random settings and need more of them than exact results do: so many times the effort, and no fewer."""


def signs_of(effort: int) -> Iterator[Check]:
    """The signs of theory and evidence (T1 to T36)."""
    return signs.checks(max(FEWEST_SETTINGS, SETTINGS_A_SIGN * effort))


FAMILIES = (
    Family("bargaining and shifting power", lottery.checks),
    Family("deterrence games", deterrence.checks),
    Family("tripwire", tripwire.checks),
    Family("arms", arming.checks),
    Family("cascade and rotation", cascade.checks),
    Family("casualties and opinion", opinion.checks),
    Family("belief", learning.checks),
    Family("ladder", rungs.checks),
    Family("attrition", attrition.checks),
    Family("survival", survival.checks),
    Family("at the moment of choice", choices.checks),
    Family("game solver", games.checks),
    Family("invariants", invariants.checks),
    Family("extremes", extremes.checks),
    Family("signs", signs_of),
)

EFFORT = 40
"""Random draws a check may use unless another number is asked for."""
