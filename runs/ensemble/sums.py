"""Sums over futures that ratios and their intervals are made of."""

import numpy as np

from .intervals import Moments


def moments_of(x: np.ndarray, y: np.ndarray) -> Moments:
    """What `intervals.ratio` needs for total y over total x, from one number each per future."""
    return Moments(len(x), float(x.sum()), float(y.sum()), float((x * x).sum()), float((x * y).sum()), float((y * y).sum()))
