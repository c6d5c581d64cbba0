"""The decisions of a step just played, as every actor's record holds them: the explanation is read, never reconstructed."""

from typing import Any

import numpy as np

from ...agents.actors import KYIV, MOSCOW, PARTNERS, WASHINGTON, Actor, latest_decision, order_name, record_of
from ...agents.explanation import Explanation, Weighed
from ...agents.record import part
from ...model.theatre import SECTOR_NAMES


def step_played(world: np.record) -> int:
    """The number of the step just played; the counter of luck already stands at the next."""
    return int(part(world, "outcome", "last_step"))


def decisions_of(world: np.record, with_allies: bool = True) -> tuple[Explanation, ...]:
    """Every decision of the step just played, in the order of play: Washington, the allies, Moscow, Kyiv. Votes stand apart."""
    step = step_played(world)
    deciders = [WASHINGTON] if _decided(world, WASHINGTON, step) else []
    if with_allies:
        deciders += [PARTNERS[index] for index in np.flatnonzero(part(world, "allies")["decision"]["step"] == step)]
    deciders += [capital for capital in (MOSCOW, KYIV) if _decided(world, capital, step)]
    explained = (latest_decision(world, decider) for decider in deciders)
    return tuple(explanation for explanation in explained if explanation is not None)


def _decided(world: np.record, capital: Actor, step: int) -> bool:
    return bool(part(record_of(world, capital), "decision", "step") == step)


def option_taken(made: Explanation) -> Weighed:
    """The chosen option, as it was weighed."""
    return next(weighed for weighed in made.weighed if weighed.option == made.chosen)


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
