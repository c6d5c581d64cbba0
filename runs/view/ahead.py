"""One week ahead of a state, by the compiled loop: for questions asked of a copy, in some microseconds, beside the Mesa model."""

from collections.abc import Iterable

import numpy as np

from ...agents.chance import WHO
from ...agents.record import first_cell
from ...agents.vote import VOTES
from ...model.loop import play_futures
from ...model.orders import NO_ORDERS, VOTE_OFFSET, Order, options_of, order_records
from ...model.theatre import SECTOR_NAMES
from ...model.uncertainties import DRAWING
from ...model.world import WORLD, cells_of
from ..ensemble.futures import NO_BRANCHES

NO_DRAWINGS = np.zeros(0, DRAWING)
NO_OUTCOME = np.zeros((1, 0))
FUTURE_ITSELF = np.zeros(1, NO_BRANCHES.dtype)
HAVE_SECTORS = ("probe", "seize")


def week_ahead(world: np.ndarray, orders: np.ndarray = NO_ORDERS) -> np.ndarray:
    """A state (an array of length 1) with one week more played on its own luck; the state itself is left alone.

    `orders` as records. The copy's horizon is that week: its `over` says nothing, nor that ground fought for is lost with it.
    Wargame agrees with it to the last bit in all else (a test).
    """
    template = world.copy()
    template["horizon"] = template["week"] + template["weeks_per_step"]
    played = template.copy()
    play_futures(
        played,
        played.view(np.float64),
        template.view(np.float64),
        cells_of(played, "uncertainties")[0],
        NO_DRAWINGS,
        orders.copy(),
        -1,
        FUTURE_ITSELF,
        NO_OUTCOME,
        first_cell(WORLD, "outcome"),
    )
    return played


def open_orders(world: np.ndarray, actor: int, others: Iterable[Order] = ()) -> tuple[Order, ...]:
    """Every order that the actor would obey in the week about to begin, milder ones first; none while nothing is open to it.

    Found by trial: a copy gets an order for this week, beside those to `others`, plays it, and its record of the decision lists
    what was open.
    """
    if world[0].over:
        return ()
    kinds = [range(len(options_of(actor)))]
    if actor >= WHO.first_ally:
        kinds = [range(VOTE_OFFSET), range(VOTE_OFFSET, VOTE_OFFSET + len(VOTES))]
    found: list[Order] = []
    beside = [order for order in others if order.week == int(world[0].week) and order.actor != actor]
    for numbers in kinds:
        found += _open_among(world, actor, numbers, beside)
    return tuple(found)


def _open_among(world: np.ndarray, actor: int, numbers: range, beside: list[Order]) -> list[Order]:
    """The orders among these options that would be obeyed."""
    week = int(world[0].week)
    played = week_ahead(world, order_records([*beside, Order(week, actor, numbers[0])], week + 1))[0]
    made = _decision(played, actor, votes=numbers[0] >= VOTE_OFFSET and actor >= WHO.first_ally)
    if made.step != world[0].luck.step:
        return []
    orders = []
    for number, is_open in zip(numbers, made.open, strict=True):
        if is_open:
            orders.append(Order(week, actor, number))
            if actor == WHO.russia and options_of(actor)[number].name in HAVE_SECTORS:
                orders += [Order(week, actor, number, sector) for sector in range(len(SECTOR_NAMES) - 1)]
    return orders


def _decision(world: np.record, actor: int, votes: bool) -> np.record:
    if actor >= WHO.first_ally:
        ally = world.allies[actor - WHO.first_ally]
        return ally.answer if votes else ally.decision
    return {WHO.russia: world.russia, WHO.ukraine: world.ukraine, WHO.united_states: world.united_states}[actor].decision
