"""Who takes part: every actor once, by number, names and place in the world's record; and what each decided last.

Decisions are read from the record, so that Mesa's agents, a stored world and the browser give one and the same explanation.
"""

from types import ModuleType
from typing import NamedTuple

import numpy as np

from . import russia, ukraine, united_states
from .ally import explain_ally
from .chance import WHO
from .choice import NOTHING, Option
from .commitment import OPTIONS as ALLY_OPTIONS
from .explanation import Explanation, explain
from .names import folded
from .profiles import ALLIES
from .record import part
from .response import ANSWER_TERMS
from .vote import VOTE_NODES, VOTES


class Actor(NamedTuple):
    """One who decides."""

    number: int
    """As luck and orders number it (`agents/chance.py`)."""
    name: str
    """The country's."""
    seat: str
    """What its government goes by: Moscow; an ally goes by its country's name."""
    code: str
    """As orders write it: russia, fra."""
    field: str = "allies"
    """Where its record stands in the world's."""
    rules: ModuleType | None = None
    """Where its options, terms and nodes are declared; None for an ally."""

    @property
    def options(self) -> tuple[Option, ...]:
        """What it could ever choose; an ally's votes stand apart."""
        return ALLY_OPTIONS if self.rules is None else self.rules.OPTIONS


WASHINGTON = Actor(WHO.united_states, "United States", "Washington", "united_states", "united_states", united_states)
MOSCOW = Actor(WHO.russia, "Russia", "Moscow", "russia", "russia", russia)
KYIV = Actor(WHO.ukraine, "Ukraine", "Kyiv", "ukraine", "ukraine", ukraine)
CAPITALS = (WASHINGTON, MOSCOW, KYIV)
"""The three with rules of their own, in the order of play; the allies play after Washington."""

PARTNERS = tuple(
    Actor(WHO.first_ally + index, profile.country, profile.country, profile.iso3.lower()) for index, profile in enumerate(ALLIES)
)
"""The European allies and Canada, in the order of `ALLIES`."""

ACTORS = {actor.number: actor for actor in sorted((*CAPITALS, *PARTNERS))}
"""Every actor by number."""

SEATS = {actor.name: actor.seat for actor in ACTORS.values()}
"""What each government goes by, by the country's name."""


def order_name(country: str) -> str:
    """A country's name as orders and JSON write it: france, united_kingdom, turkiye."""
    return folded(country).replace(" ", "_")


def actor_of(number: int) -> Actor:
    """The actor of that number. Raises ValueError if there is none."""
    if number not in ACTORS:
        raise ValueError(f"there is no actor {number}; actors are numbered {min(ACTORS)} to {max(ACTORS)}")
    return ACTORS[number]


def record_of(world: np.record, actor: Actor) -> np.record:
    """The actor's own record in a world, as a view."""
    if actor.rules is not None:
        return part(world, actor.field)
    return part(world, actor.field)[actor.number - WHO.first_ally]


def latest_decision(world: np.record, actor: Actor) -> Explanation | None:
    """The latest decision of an actor in this world, an ally's on taking part; None before its first."""
    record = record_of(world, actor)
    if actor.rules is None:
        return explain_ally(actor.name, record)
    return explain(actor.name, part(record, "decision"), actor.rules.OPTIONS, actor.rules.TERMS, actor.rules.NODES)


def latest_vote(world: np.record, actor: Actor) -> Explanation | None:
    """The latest vote of an ally on an attack; None for the capitals, which have no vote, and for one that never voted."""
    if actor.rules is not None:
        return None
    answer = part(record_of(world, actor), "answer")
    return None if part(answer, "chosen") == NOTHING else explain(actor.name, answer, VOTES, ANSWER_TERMS, VOTE_NODES)
