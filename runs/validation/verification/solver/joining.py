"""The United Kingdom and France decide whether to take part, the second seeing what the first did (C5, T19)."""

import numpy as np

from .....agents.ally import ALLY_NODE
from .....agents.choice import open_none
from .....agents.commitment import STATUS, STEP, account_for_steps, weigh
from .....agents.willingness import account_for_willingness, odds_of_a_step_up, weigh_mood
from .....model.observation import BRITAIN, FRANCE
from .tree import Choice, End, Node, equilibrium

FIRST, SECOND = range(2)
STEPS = {"stay_out": STEP.stay_out, "support": STEP.support, "pledge": STEP.pledge}


def weighed(world: np.record, index: int) -> np.record:
    """The decision of an ally that is out, weighed by its rule: utilities and probabilities."""
    state = world.allies[index]
    state.status, state.settled_until = STATUS.out, 0.0
    open_none(state.decision, 0, ALLY_NODE.join)
    mood = world.coalition.mood
    weigh_mood(mood, world.situation, world.coalition.will, world.levers, world.uncertainties)
    total = weigh(state, odds_of_a_step_up(state, mood, world.situation), world.situation, world.levers, world.uncertainties)
    account_for_willingness(state, mood, world.uncertainties)
    account_for_steps(state, total, world.situation, world.uncertainties)
    return state.decision


def leaders(world: np.record) -> list[float]:
    """Two players: The United Kingdom stays out, supports or pledges; France sees whether it is in, and chooses likewise."""
    situation = world.situation
    situation.presence_allowed, situation.mission_pending = 1, 0
    situation.britain_in = situation.france_in = situation.share_in = 0.0
    first = weighed(world, BRITAIN).copy()
    followers, found = {}, {}
    for step, option in STEPS.items():
        situation.britain_in = float(step == "pledge")
        situation.share_in = situation.britain_in / len(world.allies)
        second = weighed(world, FRANCE)
        worth = float(first.utility[option])
        ends: dict[str, Node] = {name: End((worth, float(second.utility[each]))) for name, each in STEPS.items()}
        followers[step] = Choice(SECOND, step, ends)
        found.update({f"{step}:{name}": second.probability[each] for name, each in STEPS.items()})
        found[f"first:{step}"] = first.probability[option]
    precision = world.uncertainties.join_precision
    solved = equilibrium(Choice(FIRST, "first", followers), (precision, precision))
    return [solved[name] - chance for name, chance in found.items()]
