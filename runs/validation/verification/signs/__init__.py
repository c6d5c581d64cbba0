"""Signs: what theory and evidence say must go up or down, asked of the rules and of the whole model (T1 to T36)."""

from collections.abc import Callable, Iterator

from ..check import Check
from ..settings import SEED, Draws
from . import bargaining, coalition, combat, deterrence, ladder, moral_hazard, opinion, reputation, spiral, survival, tripwire
from .arms import Whole

DEFAULT_SETTINGS = 320
"""Random settings of the whole model, a few futures of each arm in every one."""
DRAWS_A_SETTING = 2
"""A part is asked in so many times more random moments than the whole model has settings: it is cheap, and a law that holds nearly
everywhere takes many draws to tell from one that holds nearly often enough."""

FAMILIES: tuple[Callable[[Draws, Whole], Iterator[Check]], ...] = (
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


def checks(count: int = DEFAULT_SETTINGS, seed: int = SEED) -> Iterator[Check]:
    """Every sign, from so many random settings. The same count and seed give the same figures; a larger count holds the smaller."""
    yield from all_families(Draws(DRAWS_A_SETTING * count, seed), Whole(Draws(count, seed)))


def all_families(draws: Draws, whole: Whole) -> Iterator[Check]:
    """Every sign, asked of the parts in so many draws, and of the whole model in its settings."""
    for family in FAMILIES:
        yield from family(draws, whole)
