"""Every outcome that an effect is looked for in: shares of futures, and means."""

from collections.abc import Mapping

import numpy as np

from ....model.outcomes import END, EVENT, EVENTS, MEANS, WORST
from ..verification.experiment import CRISES, FAILURE, PRESSES, RUNG, Column, Measure, ever, mean_of


def worst_is(place: int) -> Column:
    """Whether an outcome is the worst that a future reached."""
    return lambda outcomes: (outcomes["worst"] == place).astype(float)


def _called(name: str) -> str:
    return name.replace("_", " ")


WORSTS = {
    f"worst_{each.name}": Measure(f"{_called(each.name)} as the worst", worst_is(getattr(END, each.name)), points=True)
    for each in WORST
}
EVERS = {each.name: Measure(f"ever {_called(each.name)}", ever(getattr(EVENT, each.name)), points=True) for each in EVENTS}
SHARES: Mapping[str, Measure] = {"failure": FAILURE, **WORSTS, **EVERS}
"""Shares of futures: failed ceasefires, the worst reached, and every event by whether it ever happened."""
AVERAGES: Mapping[str, Measure] = {
    **{each.name: mean_of(each.name) for each in MEANS},
    "presses_per_year": PRESSES,
    "crises": CRISES,
    "peak_rung": RUNG,
}
"""Means: those declared, how often Kyiv presses its luck, crises a future, and the highest rung."""
RECORDED: Mapping[str, Measure] = {**SHARES, **AVERAGES}

FIELDS = ("worst", "peak_rung", "first", "crises", "mobilisations", "launches", "attacks", "clashes", "presses", "weeks", "sums")
"""What of a future's record tells its course; the rest of it are sizes drawn beforehand, or stands in these already."""


def parted(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Of pairs of futures, which differ in anything recorded of their course."""
    differ = np.zeros(len(one), bool)
    for name in FIELDS:
        apart = one[name] != other[name]
        differ |= apart if apart.ndim == 1 else apart.any(axis=1)
    return differ
