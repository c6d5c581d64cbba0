"""Where two futures with the same luck part: the first week and decision at which they differ.

Only the three capitals' choices count. The allies' own decisions differ from the first week if one policy has troops and the other
has none; that is the policy, not its consequence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from ...agents.actors import CAPITALS
from ...agents.explanation import Explanation
from ...model.course import Course
from ...model.future import FIVE_YEARS
from ...model.scenario import Scenario
from .chronicle import Week, chronicle
from .decisions import option_taken, order_name, sector_name

COMPARED = tuple(capital.name for capital in CAPITALS)
"""Whose choices are held against each other, in the order of play."""


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

    Plays both no further than needed: a fraction of a second, so for single futures, not for a million.
    """
    models = (Course(scenario, seed, run, weeks) for scenario in (scenario_a, scenario_b))
    return first_difference(*(chronicle(model, with_allies=False) for model in models))


def first_difference(weeks_a: Iterable[Week], weeks_b: Iterable[Week]) -> Parting | None:
    """The same for two chronicles, as far as both go."""
    return next(_differences(weeks_a, weeks_b), None)


def _differences(weeks_a: Iterable[Week], weeks_b: Iterable[Week]) -> Iterator[Parting]:
    for a, b in zip(weeks_a, weeks_b, strict=False):
        here, there = _sides(a), _sides(b)
        for actor in COMPARED:
            if _act(here.get(actor)) != _act(there.get(actor)):
                yield Parting(a.week, actor, here.get(actor), there.get(actor))


def _sides(week: Week) -> dict[str, Side]:
    return {made.actor: _side(made) for made in week.decisions if made.actor in COMPARED}


def _side(made: Explanation) -> Side:
    return Side(made.chosen, sector_name(made), option_taken(made).probability, made.draw)


def _act(side: Side | None) -> tuple[str, str | None] | None:
    return None if side is None else (side.option, side.sector)
