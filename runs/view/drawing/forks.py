"""Where two futures under the same luck part, in a sentence (`runs/story/divergence.py`)."""

from typing import NamedTuple

import numpy as np

from ....agents.choice import NOTHING
from ....model.theatre import SECTOR_NAMES
from ...story.divergence import choices, first_fork
from ...story.phrases import option, place


class Fork(NamedTuple):
    """The step in whose course two futures part (1: the first played), who chose differently, and a sentence."""

    step: int
    actor: str
    sentence: str


def fork(history: np.ndarray, other: np.ndarray, name: str = "Without the troops") -> Fork | None:
    """Where two histories part, as far as both go; None if the capitals choose alike. `name` begins what is said of the other."""
    found = first_fork(history, other)
    if found is None:
        return None
    step, who = found
    options = who.options
    here, there = (_said(choices(each[step : step + 1], who)[0], options) for each in (history, other))
    return Fork(step, who.name, f"{name} {who.seat} {there}; here it {here}.")


def _said(choice: np.ndarray, options: tuple) -> str:
    chosen, sector = int(choice[0]), int(choice[1])
    if chosen == NOTHING:
        return "has nothing to decide"
    where = f" in {place(SECTOR_NAMES[sector])}" if sector != NOTHING else ""
    return f"chooses {option(options[chosen].name)}{where}"
