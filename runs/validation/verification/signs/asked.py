"""The questions put to the capitals' rules, each woven into one compiled rule: a record is slow to take apart in Python."""

from .....agents.choice import add_up, begin, logit
from .....agents.commitment import STATUS
from .....agents.rule import rule
from .....agents.russia import MOSCOW_NODE, anticipate, decide, perceive, weigh_calm, weigh_crisis
from .....agents.ukraine import weigh
from .....agents.willingness import account_for_willingness, weigh_mood, weigh_nation
from .....model.crisis import BY
from .....model.observation import look_ahead, observe

ANY_DRAW = 0.5
"""The draw with which a choice is settled; only the probabilities are read."""


@rule
def look(world):
    """Everyone looks at the world as it is now, and ahead; Moscow feels and believes accordingly."""
    observe(world)
    look_ahead(world)
    perceive(world.russia, world.situation, world.levers, world.uncertainties)


@rule
def decide_strategically(world):
    """Moscow's decision at a strategic opportunity, in the situation as it was seen."""
    anticipate(world.russia, world.situation, world.levers, world.uncertainties)
    weigh_calm(world.russia, world.situation, world.levers, world.uncertainties, world.luck, MOSCOW_NODE.strategic)
    decide(world.russia, world.uncertainties, ANY_DRAW)


@rule
def gather_army(world):
    """A crisis of Moscow's making has come to the first moment to choose, and everyone looks."""
    world.field.crisis, world.field.crisis_origin = 1, BY.moscow
    world.field.crisis_weeks = world.uncertainties.first_crisis_choice
    look(world)


@rule
def decide_in_crisis(world):
    """Moscow's decision with its army gathered, in the situation as it was seen."""
    anticipate(world.russia, world.situation, world.levers, world.uncertainties)
    weigh_crisis(world.russia, world.situation, world.levers, world.uncertainties, world.luck.step)
    decide(world.russia, world.uncertainties, ANY_DRAW)


@rule
def kyiv_decides(world):
    """Kyiv's probabilities at an opportunity."""
    begin(world.ukraine.decision, world.luck.step, 0)
    weigh(world.ukraine, world.situation, world.levers, world.uncertainties)
    add_up(world.ukraine.decision)
    logit(world.ukraine.decision, world.uncertainties.kyiv_precision)


@rule
def willing(world, index):
    """How willing an ally is to take part with troops; reinforcing begins where this crosses zero."""
    weigh_nation(world.allies[index], world.uncertainties)
    weigh_mood(world.coalition.mood, world.situation, world.coalition.will, world.levers, world.uncertainties)
    account_for_willingness(world.allies[index], world.coalition.mood, world.uncertainties)
    return world.allies[index].willingness


@rule
def cascade(world, leaves_out):
    """How many states pledge, each by its own willingness given who is in, starting from nobody; one state is kept out.

    In every round all decide on what was to be seen before any of them did.
    """
    for index in range(len(world.allies)):
        world.allies[index].status = STATUS.out
    joined = -1
    members = 0
    while members != joined:
        joined = members
        world.coalition.committed = joined
        observe(world)
        for index in range(len(world.allies)):
            willing(world, index)
        members = 0
        for index in range(len(world.allies)):
            ally = world.allies[index]
            if index != leaves_out and ally.willingness > 0.0:
                ally.status = STATUS.pledged
            if ally.status >= STATUS.pledged:
                members += 1
    return joined
