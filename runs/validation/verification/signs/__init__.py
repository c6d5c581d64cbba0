"""Signs: what theory and evidence say must go up or down, asked of the rules and of the whole model (T1 to T36)."""

from collections.abc import Callable, Iterator

from ..check import Check
from . import bargaining, coalition, combat, deterrence, ladder, moral_hazard, opinion, reputation, spiral, survival, tripwire
from .arms import Whole

DEFAULT_EFFORT = 200
"""Random draws in which a part is asked; the whole model is asked in half as many settings, 25 futures of each arm."""

FAMILIES: tuple[Callable[[int, Whole], Iterator[Check]], ...] = (
    bargaining.checks,
    deterrence.checks,
    spiral.checks,
    tripwire.checks,
    coalition.checks,
    opinion.checks,
    reputation.checks,
    ladder.checks,
    combat.checks,
    moral_hazard.checks,
    survival.checks,
)
"""In the order of the signs."""


def checks(effort: int = DEFAULT_EFFORT) -> Iterator[Check]:
    """Every sign, from `effort` random draws (16 or more). The same effort gives the same figures."""
    yield from all_families(effort, Whole(effort))


def all_families(draws: int, whole: Whole) -> Iterator[Check]:
    """Every sign, asked of the parts in so many draws, and of the whole model in its settings."""
    for family in FAMILIES:
        yield from family(draws, whole)
