"""Where two futures under the same luck part: the first week in which a capital chooses differently.

The same as `runs/story/divergence.py`, read from records. Only the three capitals' choices count: the allies differ from the
first week if one policy has troops and the other none; that is the policy, not its consequence.
"""

from typing import NamedTuple

import numpy as np

from ....agents.actors import CAPITALS
from ....agents.choice import NOTHING
from ....model.theatre import SECTOR_NAMES
from ...story.phrases import option, place


class Fork(NamedTuple):
    """The step in whose course two futures part (1: the first played), who chose differently, and a sentence."""

    step: int
    actor: str
    sentence: str


def fork(history: np.ndarray, other: np.ndarray, name: str = "Without the troops") -> Fork | None:
    """Where two histories part, as far as both go; None if the capitals choose alike. `name` begins what is said of the other."""
    length = min(len(history), len(other))
    first: tuple[int, int] | None = None
    for rank, who in enumerate(CAPITALS):
        differs = (_choices(history[:length], who.field) != _choices(other[:length], who.field)).any(axis=1)
        if differs.any():
            step = int(differs.argmax())
            if first is None or (step, rank) < first:
                first = step, rank
    if first is None:
        return None
    step, rank = first
    who = CAPITALS[rank]
    options = who.options
    here, there = (_said(_choices(each[step : step + 1], who.field)[0], options) for each in (history, other))
    return Fork(step, who.name, f"{name} {who.seat} {there}; here it {here}.")


def _choices(history: np.ndarray, field: str) -> np.ndarray:
    """For each step of a history the option chosen in it and its sector; NOTHING where no decision fell."""
    made = history[field]["decision"]
    fell = made["step"] == history["outcome"]["last_step"]
    return np.column_stack([np.where(fell, made["chosen"], NOTHING), np.where(fell, made["sector"], NOTHING)])


def _said(choice: np.ndarray, options: tuple) -> str:
    chosen, sector = int(choice[0]), int(choice[1])
    if chosen == NOTHING:
        return "has nothing to decide"
    where = f" in {place(SECTOR_NAMES[sector])}" if sector != NOTHING else ""
    return f"chooses {option(options[chosen].name)}{where}"
