"""X8 and rotation: Granovetter's threshold cascade (1978) run by the allies' own rule, and what a pool sustains."""

from collections.abc import Iterator, Sequence

import numpy as np

from .....agents.ally import ALLY, act
from .....agents.choice import NOTHING
from .....agents.commitment import STATUS
from .....agents.willingness import weigh_mood, weigh_nation
from .....model.beginning import sustainable_contingent
from ..agreement import exactly
from ..check import Check
from ..stage import stripped

CROWD = 100
REVIEW = 4.0
PRECISION = 200.0
"""High enough that nobody stays out who could support; with the leaning at one half it decides nothing else."""


def checks(effort: int) -> Iterator[Check]:
    """Granovetter's two crowds, and the two rotations of the sources."""
    uniform = list(range(CROWD))
    gap = [0, 2, *range(2, CROWD)]
    yield exactly(
        "X8",
        "threshold cascade: how many of 100 states join, with thresholds 0 to 99, and with the threshold 1 moved to 2",
        "X8, T19: Granovetter 1978",
        [100, 1],
        [cascade(uniform), cascade(gap)],
        "the allies' willingness with contagion alone, at high precision",
    )
    world = stripped(usable_share=1.0, rotation=2.0)
    by_two = rotated(world, 15.0)
    world.uncertainties.rotation = 3.0
    yield exactly(
        "A23, A24",
        "rotation: thousand soldiers kept up from a pool of 15 at two at home for one there, and from 256 at three",
        "A24: RUSI 2025; A23: The Times 2025",
        [5, 64],
        [by_two, rotated(world, 256.0)],
    )


def rotated(world: np.record, pool: float) -> float:
    """What an ally keeps up from a pool of thousand soldiers."""
    ally = np.zeros(1, ALLY)[0]
    ally.active = pool
    return float(sustainable_contingent(ally, world.uncertainties))


def cascade(thresholds: Sequence[int]) -> int:
    """How many states have pledged in the end, if each wants to see so many others in before it joins.

    A state's stance is set so that its willingness, with contagion alone, is positive exactly when the share of states in has
    reached its threshold. Cabinets meet every four weeks and all see the same share, until nobody moves.
    """
    world = stripped(join_contagion=1.0, join_precision=PRECISION)
    world.levers.troop_ceiling = 1.0
    world.situation.presence_allowed = 1
    states = np.zeros(len(thresholds), ALLY)
    for state, threshold in zip(states, thresholds, strict=True):
        state.sustainable, state.leaning, state.review_gap = 1.0, 0.5, REVIEW
        state.next_government = state.lag = np.inf
        state.stance = -(threshold - 0.5) / len(thresholds)
        state.decision.order = NOTHING
        weigh_nation(state, world.uncertainties)
    mood = world.coalition.mood
    joined = -1
    while int((states["status"] == STATUS.pledged).sum()) != joined:
        joined = int((states["status"] == STATUS.pledged).sum())
        world.situation.share_in = joined / len(states)
        weigh_mood(mood, world.situation, 0.0, world.levers, world.uncertainties)
        for index in range(len(states)):
            act(states[index], world.situation, mood, 0, world.levers, world.uncertainties, world.luck)
        world.situation.week += REVIEW
    return joined
