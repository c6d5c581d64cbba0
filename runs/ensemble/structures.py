"""Rival structures, rules of which the literature holds two readings: results kept apart by the reading drawn in each future."""

from typing import NamedTuple

import numpy as np

from ...agents.structure import STRUCTURES as DECLARED
from ...agents.uncertainty import Category
from .by_mindset import KINDS, count


class Structure(NamedTuple):
    """A rule that has rival readings."""

    name: str
    readings: tuple[str, ...]
    """By the number that stands in an outcome."""


STRUCTURES = tuple(Structure(each.name, tuple(name for name, _ in each.choices)) for each in DECLARED if isinstance(each, Category))
STRUCTURE_NAMES = tuple(each.name for each in STRUCTURES)
MOST_READINGS = max(len(each.readings) for each in STRUCTURES)

SHAPE = (KINDS, len(STRUCTURES), MOST_READINGS, 2, 2)
"""Pairs by mindset, structure, reading, and whether the ceasefire fails with and without."""


def count_by_reading(outcomes: np.ndarray, with_it: np.ndarray, without_it: np.ndarray) -> np.ndarray:
    """Pairs of futures by reading and by whether each of the two fails; whole numbers of SHAPE. `outcomes` says what was drawn."""
    readings = np.column_stack([outcomes[name] for name in STRUCTURE_NAMES])
    structure = np.arange(len(STRUCTURES))
    pairs = (outcomes["mindset"][:, None], structure, readings, with_it[:, None].astype(int), without_it[:, None].astype(int))
    return count(SHAPE, *pairs)
