"""The actors of a stored world: they explain themselves from its record as the Mesa agents do, without a model."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ....agents import russia, ukraine, united_states
from ....agents.ally import explain_ally
from ....agents.chance import WHO
from ....agents.choice import NOTHING
from ....agents.explanation import Explanation, explain
from ....agents.profiles import ALLIES
from ....agents.response import ANSWER_TERMS
from ....agents.vote import VOTE_NODES, VOTES
from ...story.snapshot import part


@dataclass(frozen=True)
class RecordedCapital:
    """Moscow, Kyiv or Washington as a world's record holds it."""

    world: np.record
    name: str
    field: str

    def explain(self) -> Explanation | None:
        """The latest decision; None before the first."""
        rules = MODULES[self.field]
        return explain(self.name, part(self.world, self.field, "decision"), rules.OPTIONS, rules.TERMS, rules.NODES)


MODULES = {"russia": russia, "ukraine": ukraine, "united_states": united_states}
"""Where the options and terms of each capital are declared."""


@dataclass(frozen=True)
class RecordedAlly:
    """An ally as a world's record holds it."""

    world: np.record
    index: int

    @property
    def name(self) -> str:
        """The country's name."""
        return ALLIES[self.index].country

    @property
    def record(self) -> np.record:
        """The ally's own record."""
        return part(self.world, "allies")[self.index]

    def explain(self) -> Explanation | None:
        """The latest decision on taking part; None before the first."""
        return explain_ally(self.name, self.record)

    def explain_answer(self) -> Explanation | None:
        """The latest vote on an attack; None if it never had one."""
        return explain(self.name, self.record.answer, VOTES, ANSWER_TERMS, VOTE_NODES)


@dataclass(frozen=True)
class Recorded:
    """A stored world with its actors, as `runs/story/decisions.py` asks them."""

    world: np.record

    @cached_property
    def russia(self) -> RecordedCapital:
        """Moscow."""
        return RecordedCapital(self.world, "Russia", "russia")

    @cached_property
    def ukraine(self) -> RecordedCapital:
        """Kyiv."""
        return RecordedCapital(self.world, "Ukraine", "ukraine")

    @cached_property
    def united_states(self) -> RecordedCapital:
        """Washington."""
        return RecordedCapital(self.world, "United States", "united_states")

    @cached_property
    def allies(self) -> list[RecordedAlly]:
        """The allies, in the order of `ALLIES`."""
        return [RecordedAlly(self.world, index) for index in range(len(ALLIES))]


def actor_name(actor: int) -> str:
    """The name of an actor numbered as in `agents/chance.py`. Raises ValueError if there is none of that number."""
    capitals = {WHO.russia: "Russia", WHO.ukraine: "Ukraine", WHO.united_states: "United States"}
    if actor in capitals:
        return capitals[actor]
    if not WHO.first_ally <= actor < WHO.first_ally + len(ALLIES):
        raise ValueError(f"there is no actor {actor}; actors are numbered {WHO.russia} to {WHO.first_ally + len(ALLIES) - 1}")
    return ALLIES[actor - WHO.first_ally].country


def latest_decision(world: np.record, actor: int) -> Explanation | None:
    """The latest decision of an actor in this world; None before its first."""
    future = Recorded(world)
    capitals = {WHO.russia: future.russia, WHO.ukraine: future.ukraine, WHO.united_states: future.united_states}
    if actor in capitals:
        return capitals[actor].explain()
    actor_name(actor)
    return future.allies[actor - WHO.first_ally].explain()


def latest_vote(world: np.record, actor: int) -> Explanation | None:
    """The latest vote of an ally on an attack; None for the capitals and for one that never voted."""
    if actor < WHO.first_ally:
        return None
    voter = Recorded(world).allies[actor - WHO.first_ally]
    return None if part(voter.record, "answer", "chosen") == NOTHING else voter.explain_answer()
