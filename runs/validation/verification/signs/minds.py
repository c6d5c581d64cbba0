"""What the capitals would choose in a given world: their own rules are asked, nothing is worked out here a second time."""

from collections.abc import Callable, Iterator

import numpy as np

from .....agents.response import acted_on, answer_score, excuse, force_chance
from .....agents.situation import ACT
from .....model.world import copy_of
from ..settings import Draws, worlds
from . import asked


def copies(draws: Draws) -> Iterator[np.record]:
    """Random worlds, one after another, each a copy to be changed at will."""
    drawn = worlds(draws.number, draws.seed)
    for place in range(draws.number):
        yield copy_of(drawn[place : place + 1])[0]


def changes(
    draws: Draws,
    ask: Callable[[np.record], float],
    alter: Callable[[np.record], object],
    before: Callable[[np.record], object] | None = None,
) -> np.ndarray:
    """What `alter` adds to the answer that `ask` gives, in random worlds; `before` is done to a world first in either case."""
    found = np.zeros(draws.number)
    for place, (plain, altered) in enumerate(zip(copies(draws), copies(draws), strict=True)):
        for world in (plain, altered):
            if before:
                before(world)
        alter(altered)
        found[place] = ask(altered) - ask(plain)
    return found


def look(world: np.record) -> None:
    """Everyone looks at the world as it is now, and ahead; Moscow feels and believes accordingly."""
    asked.look(world)


def strategic(world: np.record) -> np.ndarray:
    """Moscow's probabilities at a strategic opportunity, by option; it looks first."""
    asked.look(world)
    return strategic_as_seen(world)


def strategic_as_seen(world: np.record) -> np.ndarray:
    """The same for what has been seen already: for a part of the rule in which the situation itself is set."""
    asked.decide_strategically(world)
    return world.russia.decision.probability.copy()


def in_crisis(world: np.record) -> np.ndarray:
    """Moscow's probabilities with its army gathered, at the first moment to choose; it looks first."""
    asked.gather_army(world)
    return in_crisis_as_seen(world)


def in_crisis_as_seen(world: np.record) -> np.ndarray:
    """The same for what has been seen already."""
    asked.decide_in_crisis(world)
    return world.russia.decision.probability.copy()


def kyiv(world: np.record) -> np.ndarray:
    """Kyiv's probabilities at an opportunity, by option."""
    asked.kyiv_decides(world)
    return world.ukraine.decision.probability.copy()


def answering(
    world: np.record,
    act: int = ACT.war,
    touched: float = 1.0,
    present: float = 1.0,
    deaths: float | None = None,
    legal: float | None = None,
    will: float = 0.0,
) -> float:
    """Chance that a state of this will answers an attack with force: votes for it, by the rule of allies, and that is acted on."""
    seen = world.situation
    expected = seen.expected_deaths[act] * touched
    score = answer_score(
        world.russia.answer_terms,
        act,
        touched,
        present,
        expected if deaths is None else deaths,
        seen.capability,
        seen.legal if legal is None else legal,
        seen.stood_behind,
        excuse(seen, world.levers, world.uncertainties),
        will,
        world.levers,
        world.uncertainties,
    )
    bound = seen.legal if legal is None else legal
    return float(acted_on(act, touched, bound, world.uncertainties) * force_chance(score, world.uncertainties))


def willing(world: np.record, index: int) -> float:
    """How willing an ally is to take part with troops; reinforcing begins where this crosses zero."""
    return float(asked.willing(world, index))
