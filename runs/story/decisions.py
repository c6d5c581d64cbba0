"""The decisions of a step just played, as every actor's record holds them: the explanation is read, never reconstructed."""

from typing import Any, Protocol

import numpy as np

from ...agents.explanation import Explanation, Weighed
from ...model.theatre import SECTOR_NAMES
from .snapshot import part


class Played(Protocol):
    """A future that stands after a step: a `Wargame`, or what reads its actors from a stored record of the world."""

    @property
    def world(self) -> np.record:
        """The state."""

    # seen only as something that can be read: a model sets them, what reads a record works them out
    @property
    def allies(self) -> Any:
        """The allies, in the order of `ALLIES`."""

    @property
    def russia(self) -> Any:
        """Moscow."""

    @property
    def ukraine(self) -> Any:
        """Kyiv."""

    @property
    def united_states(self) -> Any:
        """Washington."""


def step_played(model: Played) -> int:
    """The number of the step just played; the counter of luck already stands at the next."""
    return int(part(model.world, "outcome", "last_step"))


def decisions_of(model: Played, with_allies: bool = True) -> tuple[Explanation, ...]:
    """Every decision of the step just played, in the order of play: Washington, the allies, Moscow, Kyiv. Votes stand apart."""
    step = step_played(model)
    world = model.world
    deciders = [model.united_states] if part(world, "united_states", "decision", "step") == step else []
    if with_allies:
        deciders += [model.allies[index] for index in np.flatnonzero(part(world, "allies")["decision"]["step"] == step)]
    deciders += [capital for capital in (model.russia, model.ukraine) if part(world, capital.field, "decision", "step") == step]
    explained = (decider.explain() for decider in deciders)
    return tuple(explanation for explanation in explained if explanation is not None)


def option_taken(made: Explanation) -> Weighed:
    """The chosen option, as it was weighed."""
    return next(weighed for weighed in made.weighed if weighed.option == made.chosen)


def order_name(actor: str) -> str:
    """An actor's name as orders and JSON write it: france, united_kingdom."""
    return actor.casefold().replace(" ", "_")


def sector_name(made: Explanation) -> str | None:
    """Where the choice falls, if it falls anywhere."""
    return None if made.sector is None else SECTOR_NAMES[made.sector]


def decision_json(made: Explanation) -> dict[str, Any]:
    """A decision with everything weighed. An ally's draw is the leaning its government keeps."""
    return {
        "actor": order_name(made.actor),
        "node": made.node,
        "option": made.chosen,
        "sector": sector_name(made),
        "probability": option_taken(made).probability,
        "draw": made.draw,
        "ordered": made.ordered,
        "options": [_weighed_json(weighed) for weighed in made.weighed],
    }


def _weighed_json(weighed: Weighed) -> dict[str, Any]:
    return {
        "option": weighed.option,
        "probability": weighed.probability,
        "utility": weighed.utility,
        "terms": [{"name": reason.name, "value": reason.value, "source": reason.source} for reason in weighed.reasons],
    }
