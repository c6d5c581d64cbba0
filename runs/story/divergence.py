"""Where two futures with the same luck part: the first week and decision at which they differ.

Only the three capitals' choices count. The allies' own decisions differ from the first week if one policy has troops and the other
has none; that is the policy, not its consequence.
"""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from ...agents.actors import CAPITALS, Actor, latest_decision, order_name
from ...agents.choice import NOTHING
from ...model.course import Course
from ...model.future import FIVE_YEARS
from ...model.scenario import Scenario
from .decisions import option_taken, sector_name


@dataclass(frozen=True)
class Side:
    """What a capital chose in one of two futures, with which probability and draw."""

    option: str
    sector: str | None
    probability: float
    draw: float


@dataclass(frozen=True)
class Parting:
    """The first decision that differs. `a` or `b` is None where that capital had no choice to make in that future that week."""

    week: float
    actor: str
    a: Side | None
    b: Side | None

    def json(self) -> dict[str, Any]:
        """The parting as an object."""
        return {**asdict(self), "actor": order_name(self.actor)}


def parting(scenario_a: Scenario, scenario_b: Scenario, seed: int, run: int = 0, weeks: int = FIVE_YEARS) -> Parting | None:
    """Where two scenarios part under the same luck, or None if the capitals choose alike to the end.

    Plays both: some hundredths of a second, so for single futures, not for a million.
    """
    return parted(*(Course(scenario, seed, run, weeks).history() for scenario in (scenario_a, scenario_b)))


def parted(history: np.ndarray, other: np.ndarray) -> Parting | None:
    """The same for two histories: worlds, week 0 first, one a step, as far as both go."""
    found = first_fork(history, other)
    if found is None:
        return None
    step, capital = found
    sides = (_side(each, step, capital) for each in (history, other))
    return Parting(float(history[step - 1]["week"]), capital.name, *sides)


def first_fork(history: np.ndarray, other: np.ndarray) -> tuple[int, Actor] | None:
    """The step in whose course two histories part (1: the first played), and which capital chose differently."""
    length = min(len(history), len(other))
    first: tuple[int, int] | None = None
    for rank, capital in enumerate(CAPITALS):
        differs = (choices(history[:length], capital) != choices(other[:length], capital)).any(axis=1)
        if differs.any():
            found = int(differs.argmax()), rank
            first = found if first is None else min(first, found)
    return None if first is None else (first[0], CAPITALS[first[1]])


def choices(history: np.ndarray, capital: Actor) -> np.ndarray:
    """For each step of a history the option a capital chose in it and its sector; NOTHING where no decision fell."""
    made = history[capital.field]["decision"]
    fell = made["step"] == history["outcome"]["last_step"]
    return np.column_stack([np.where(fell, made["chosen"], NOTHING), np.where(fell, made["sector"], NOTHING)])


def _side(history: np.ndarray, step: int, capital: Actor) -> Side | None:
    if choices(history[step : step + 1], capital)[0, 0] == NOTHING:
        return None
    made = latest_decision(history[step], capital)
    return None if made is None else Side(made.chosen, sector_name(made), option_taken(made).probability, made.draw)
