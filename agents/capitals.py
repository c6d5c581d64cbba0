"""The capitals as Mesa agents: they look their record up, act by their rule, and explain what they did.

Only the Mesa model imports this file, so that whoever needs a rule need not wait for Mesa.
"""

import mesa
import numpy as np

from . import ally, russia, ukraine, united_states
from .actors import KYIV, MOSCOW, PARTNERS, WASHINGTON, Actor, latest_decision, latest_vote, record_of
from .choice import NOTHING, Option
from .commitment import STATUSES
from .explanation import Explanation
from .profiles import ALLIES, Profile
from .vote import vote


class Capital(mesa.Agent):
    """An actor with a record of its own in the world. It keeps no view of that record: a copied model has another world."""

    actor: Actor

    @property
    def name(self) -> str:
        """The country's name."""
        return self.actor.name

    @property
    def options(self) -> tuple[Option, ...]:
        """What it could ever choose."""
        return self.actor.options

    @property
    def record(self) -> np.record:
        """This actor's record in the world as it is now."""
        return record_of(self.model.world, self.actor)

    def explain(self) -> Explanation | None:
        """The latest decision, with every option, term, probability and the draw; None before the first."""
        return latest_decision(self.model.world, self.actor)

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

    actor = MOSCOW

    def step(self) -> None:
        """Take Moscow's turn by its rule."""
        world = self.model.world
        russia.act(world.russia, world.situation, world.levers, world.uncertainties, world.luck)


class Ukraine(Capital):
    """Kyiv."""

    actor = KYIV

    def step(self) -> None:
        """Take Kyiv's turn by its rule."""
        world = self.model.world
        ukraine.act(world.ukraine, world.situation, world.levers, world.uncertainties, world.luck)


class UnitedStates(Capital):
    """Washington."""

    actor = WASHINGTON

    def step(self) -> None:
        """Let the will drift, then take Washington's turn by its rule."""
        world = self.model.world
        united_states.drift(world.united_states, world.situation, world.uncertainties, world.luck)
        united_states.act(world.united_states, world.situation, world.levers, world.uncertainties, world.luck)


class EuropeanAlly(Capital):
    """One of the 30 European NATO members or Canada."""

    def __init__(self, model, index: int):
        super().__init__(model)
        self.index = index
        self.actor = PARTNERS[index]

    @property
    def profile(self) -> Profile:
        """National data with their sources."""
        return ALLIES[self.index]

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

    def explain_answer(self) -> Explanation | None:
        """The latest vote on an attack, or None if it never had one."""
        return latest_vote(self.model.world, self.actor)
