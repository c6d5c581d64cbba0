"""The capitals as Mesa agents: they look their record up, act by their rule, and explain what they did.

Only the Mesa model imports this file, so that whoever needs a rule need not wait for Mesa.
"""

import mesa
import numpy as np

from . import ally, russia, ukraine, united_states
from .choice import NOTHING, Option, Term
from .commitment import BAR, OPTIONS, STATUSES
from .explanation import Explanation, explain
from .profiles import ALLIES, Profile
from .response import ANSWER_TERMS
from .vote import VOTE_NODES, VOTES, vote


class Capital(mesa.Agent):
    """An actor with a record of its own in the world. It keeps no view of that record: a copied model has another world."""

    name: str
    field: str
    options: tuple[Option, ...]
    terms: tuple[Term, ...]
    nodes: tuple[str, ...]

    @property
    def record(self) -> np.record:
        """This actor's record in the world as it is now."""
        return self.model.world[self.field]

    def explain(self) -> Explanation | None:
        """The latest decision, with every option, term, probability and the draw; None before the first."""
        return explain(self.name, self.record.decision, self.options, self.terms, self.nodes)

    @property
    def decided_now(self) -> bool:
        """Whether the latest decision fell in the step just played."""
        made = self.record.decision
        return bool(made.chosen != NOTHING and made.step == self.model.world.outcome.last_step)

    @property
    def latest(self) -> str:
        """The name of the latest choice, or an empty text before the first."""
        made = self.record.decision
        return "" if made.chosen == NOTHING else self.options[int(made.chosen)].name


class Russia(Capital):
    """Moscow."""

    name = "Russia"
    field = "russia"
    options = russia.OPTIONS
    terms = russia.TERMS
    nodes = russia.NODES

    def step(self) -> None:
        """Take Moscow's turn by its rule."""
        world = self.model.world
        russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck)


class Ukraine(Capital):
    """Kyiv."""

    name = "Ukraine"
    field = "ukraine"
    options = ukraine.OPTIONS
    terms = ukraine.TERMS
    nodes = ukraine.NODES

    def step(self) -> None:
        """Take Kyiv's turn by its rule."""
        world = self.model.world
        ukraine.act(world.ukraine, world.situation, world.levers, world.uncertainties, world.luck)


class UnitedStates(Capital):
    """Washington."""

    name = "United States"
    field = "united_states"
    options = united_states.OPTIONS
    terms = united_states.TERMS
    nodes = united_states.NODES

    def step(self) -> None:
        """Let the will drift, then take Washington's turn by its rule."""
        world = self.model.world
        united_states.drift(world.united_states, world.situation, world.uncertainties, world.luck)
        united_states.act(world.united_states, world.situation, world.levers, world.uncertainties, world.luck)


class EuropeanAlly(Capital):
    """One of the 30 European NATO members or Canada."""

    field = "allies"
    options = OPTIONS
    terms = (BAR,)
    nodes = ally.NODES

    def __init__(self, model, index: int):
        super().__init__(model)
        self.index = index

    @property
    def profile(self) -> Profile:
        """National data with their sources."""
        return ALLIES[self.index]

    @property
    def name(self) -> str:  # type: ignore[override]
        """The country's name."""
        return self.profile.country

    @property
    def record(self):
        """This ally's record in the world as it is now."""
        return self.model.world.allies[self.index]

    @property
    def status(self) -> str:
        """Out, supporting, pledged or deployed."""
        return STATUSES[int(self.record.status)]

    def step(self) -> None:
        """Take this ally's turn by its rule."""
        world = self.model.world
        coalition = world.coalition
        ally.act(self.record, world.situation, coalition.mood, coalition.alarm, world.levers, world.uncertainties, world.luck)

    def vote(self) -> None:
        """Vote on the attack now before the coalition."""
        world = self.model.world
        vote(self.record, world.situation, world.coalition.will, world.levers, world.uncertainties, world.luck)

    def explain(self) -> Explanation | None:
        """The latest decision. Each step up the scale counts every reason once more: reason x steps, less the bars."""
        return ally.explain_ally(self.name, self.record)

    def explain_answer(self) -> Explanation | None:
        """The latest vote on an attack, or None if it never had one."""
        return explain(self.name, self.record.answer, VOTES, ANSWER_TERMS, VOTE_NODES)
