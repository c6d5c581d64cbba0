"""Orders from outside: a player's seat, a what-if. Any actor's choice at any week can be overridden.

Orders stand in a list beside the world, as long as one likes, and both ways of running honour them; the actor's rule itself checks
that the option is open then. An order to an option that is closed is marked as refused, and whoever gave it is told: that future is
not to be used.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..agents.actors import ACTORS, order_name
from ..agents.chance import WHO
from ..agents.choice import NOTHING, Option
from ..agents.commitment import OPTIONS as ALLY_OPTIONS
from ..agents.declaration import DeclarationError, nearest
from ..agents.record import INTEGER, record
from ..agents.rule import phrase, rule
from ..agents.table import numbered
from ..agents.vote import VOTES
from .theatre import SECTOR_NAMES

STATE = numbered(waiting=1, given=2, obeyed=3, refused=4)
"""State of an order: not yet due; handed to the actor this week; carried out; not open then."""
WAITING, OBEYED, REFUSED = STATE.waiting, STATE.obeyed, STATE.refused

ORDER = record(("week", INTEGER), ("actor", INTEGER), ("option", INTEGER), ("sector", INTEGER), ("state", INTEGER))
"""An order: in which week, to whom (numbered as in `agents/chance.py`), what, where; what has become of it."""
NO_ORDERS = np.zeros(0, ORDER)

VOTE_OFFSET = len(ALLY_OPTIONS)
"""An ally's votes are numbered after its other options."""


class OrderError(DeclarationError):
    """An order that cannot be given or was refused; the text is one line."""


@dataclass(frozen=True)
class Order:
    """In week `week` the actor (numbered as in `agents/chance.py`) takes `option`, in sector `sector` if it has one."""

    week: int
    actor: int
    option: int
    sector: int = NOTHING

    @property
    def text(self) -> str:
        """The order as it is written on the command line."""
        where = "" if self.sector == NOTHING else f"@{SECTOR_NAMES[self.sector]}"
        return f"{self.week}:{ACTORS[self.actor].code}:{options_of(self.actor)[self.option].name}{where}"


def options_of(actor: int) -> Sequence[Option]:
    """What an actor could ever be ordered to do, numbered as in orders; for an ally its votes follow its other options."""
    own = ACTORS[actor].options
    return own + VOTES if actor >= WHO.first_ally else own


def find_actor(word: str) -> int:
    """The actor of that name: russia, ukraine, united_states, a country's name or three-letter code."""
    names = {actor.code: number for number, actor in ACTORS.items()}
    names |= {order_name(actor.name): number for number, actor in ACTORS.items()}
    names |= {"rus": WHO.russia, "ukr": WHO.ukraine, "usa": WHO.united_states}
    key = order_name(word.strip())
    if key not in names:
        raise OrderError(f"unknown actor or country {word!r}; {nearest(key, names)}")
    return names[key]


def parse_order(text: str, weeks: int) -> Order:
    """The order in WEEK:ACTOR:OPTION or WEEK:ACTOR:OPTION@SECTOR, for a future of `weeks` weeks.

    Raises OrderError in one line for a malformed order, an unknown actor, option or sector, or a week outside the future.
    """
    parts = text.split(":")
    if len(parts) != 3:
        raise OrderError(f"an order is written WEEK:ACTOR:OPTION, for example 12:france:withdraw, not {text!r}")
    week_text, actor_text, rest = parts
    try:
        week = int(week_text)
    except ValueError:
        raise OrderError(f"an order's week is a whole number from 0 to {weeks - 1}, not {week_text!r}") from None
    if not 0 <= week < weeks:
        raise OrderError(f"an order's week is a whole number from 0 to {weeks - 1}, not {week}")
    actor = find_actor(actor_text)
    option_text, at, sector_text = rest.partition("@")
    names = [option.name for option in options_of(actor)]
    key = option_text.strip().casefold().replace(" ", "_")
    if key not in names:
        raise OrderError(f"{ACTORS[actor].code} has no option {option_text!r}; {nearest(key, names)}")
    sector = NOTHING
    if at:
        places = SECTOR_NAMES[:-1]
        if key not in {"probe", "seize"}:
            raise OrderError(f"only probe and seize take a sector, not {key}")
        if sector_text not in places:
            raise OrderError(f"unknown sector {sector_text!r}; {nearest(sector_text, places)}")
        sector = places.index(sector_text)
    return Order(week, actor, names.index(key), sector)


def order_records(orders: Iterable[Order], weeks: float) -> np.ndarray:
    """Orders for a future of so many weeks as records, all of them waiting. Raises OrderError as `check_orders` does."""
    orders = list(orders)
    check_orders(orders, weeks)
    records = np.zeros(len(orders), ORDER)
    for record_, order in zip(records, orders, strict=True):
        record_.week, record_.actor, record_.option = order.week, order.actor, order.option
        record_.sector, record_.state = order.sector, WAITING
    return records


def check_orders(orders: list[Order], weeks: float) -> None:
    """Raise OrderError for an order to nobody, to do nothing known, out of time, or to someone who has one that week already."""
    taken = set()
    for order in orders:
        if order.actor not in ACTORS or not 0 <= order.option < len(options_of(order.actor)):
            raise OrderError(f"an order names an actor and an option by their numbers, not {order.actor} and {order.option}")
        if order.sector != NOTHING and not 0 <= order.sector < len(SECTOR_NAMES) - 1:
            raise OrderError(f"an order's sector is from 0 to {len(SECTOR_NAMES) - 2}, not {order.sector}")
        if not 0 <= order.week < weeks:
            raise OrderError(f"an order's week is a whole number from 0 to {weeks - 1:g}, not {order.week}")
        votes = order.actor >= WHO.first_ally and order.option >= VOTE_OFFSET
        if (order.week, order.actor, votes) in taken:
            raise OrderError(f"{ACTORS[order.actor].code} has two orders for week {order.week}; give it one")
        taken.add((order.week, order.actor, votes))


def read_orders(records: np.ndarray, week: float = math.inf) -> list[tuple[Order, int]]:
    """The orders with what has become of them before a week: whose week is yet to come, that waits."""
    return [
        (
            Order(int(each.week), int(each.actor), int(each.option), int(each.sector)),
            int(each.state) if each.week < week else WAITING,
        )
        for each in records
    ]


@phrase
def give(decision, option, sector):
    """Leave an order with an actor: it will choose this option if it is open."""
    decision.order = option
    decision.order_sector = sector


@rule
def deliver_orders(world, orders):
    """Leave this week's orders with their actors."""
    for index in range(len(orders)):
        order = orders[index]
        if world.week == order.week:
            order.state = STATE.given
            if order.actor == WHO.russia:
                give(world.russia.decision, order.option, order.sector)
            elif order.actor == WHO.ukraine:
                give(world.ukraine.decision, order.option, order.sector)
            elif order.actor == WHO.united_states:
                give(world.united_states.decision, order.option, order.sector)
            elif order.option < VOTE_OFFSET:
                give(world.allies[order.actor - WHO.first_ally].decision, order.option, order.sector)
                world.allies[order.actor - WHO.first_ally].next_turn = world.week
                world.coalition.next_turn = world.week
            else:
                give(world.allies[order.actor - WHO.first_ally].answer, order.option - VOTE_OFFSET, order.sector)


@phrase
def was_obeyed(decision, step):
    """Whether an order left with this actor was carried out in this step; takes back one that was not."""
    decision.order = NOTHING
    decision.order_sector = NOTHING
    return decision.ordered == 1 and decision.step == step


@rule
def take_back_orders(world, orders):
    """When all have acted, mark the orders given as obeyed or refused."""
    step = world.luck.step
    for index in range(len(orders)):
        order = orders[index]
        if order.state == STATE.given:
            if order.actor == WHO.russia:
                obeyed = was_obeyed(world.russia.decision, step)
            elif order.actor == WHO.ukraine:
                obeyed = was_obeyed(world.ukraine.decision, step)
            elif order.actor == WHO.united_states:
                obeyed = was_obeyed(world.united_states.decision, step)
            elif order.option < VOTE_OFFSET:
                obeyed = was_obeyed(world.allies[order.actor - WHO.first_ally].decision, step)
            else:
                obeyed = was_obeyed(world.allies[order.actor - WHO.first_ally].answer, step)
            if obeyed:
                order.state = STATE.obeyed
            else:
                order.state = STATE.refused
                world.outcome.refused_orders += 1
