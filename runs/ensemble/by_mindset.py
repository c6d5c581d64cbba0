"""Sums kept apart by Russian mindset, so that every result can also be shown for each."""

import copy
from typing import Self

import numpy as np

from ...agents.mindset import MINDSETS

KINDS = len(MINDSETS)
NAMES = tuple(mindset.name for mindset in MINDSETS)


class ByMindset:
    """Sums in arrays whose first axis is the mindset. What is estimated from them sums over that axis."""

    def of(self, mindset: int) -> Self:
        """The same sums for one mindset alone."""
        one = copy.copy(self)
        for name, sums in vars(self).items():
            if isinstance(sums, np.ndarray):
                setattr(one, name, sums[mindset : mindset + 1])
        return one


def count(shape: tuple[int, ...], *indices: np.ndarray) -> np.ndarray:
    """How many futures have each combination of indices; whole numbers of that shape."""
    flat = np.ravel_multi_index(tuple(np.broadcast_arrays(*indices)), shape).ravel()
    return np.bincount(flat, minlength=int(np.prod(shape))).reshape(shape)
