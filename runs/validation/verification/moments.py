"""Moments of random futures: levers and uncertainties anywhere in their declared ranges, played to a random week by the model."""

from collections.abc import Iterator

import numpy as np

from ....agents.declaration import Choice, Declarations, Quantity, Switch
from ....model.future import FIVE_YEARS, new_world
from ....model.levers import LEVERS
from ....model.loop import play_futures
from ....model.orders import NO_ORDERS
from ....model.scenario import BASELINE, Scenario, load
from ....model.turn import play_week
from ....model.uncertainties import DRAWING, UNCERTAINTIES
from ....model.world import cells_of, copy_of
from .settings import any_value, draw_of, luck_of

SHORTEST, LONGEST = 26, FIVE_YEARS
"""Weeks after which a moment may be."""


AT_AN_END = 0.2
"""Share of the values that lie at an end of their range."""


def anywhere(quantity: Quantity, ends: float, luck: float) -> float:
    """A value from the declared range, by two even draws: now and then an end of it, otherwise evenly."""
    has_ends = not isinstance(quantity, Choice | Switch)
    if has_ends and ends < AT_AN_END:
        return float(quantity.low if ends < AT_AN_END / 2 else quantity.high)
    return any_value(quantity, luck)


def anywhere_in(declared: Declarations, number: int, seed: int) -> dict[str, float]:
    """Such a value for everything declared, each drawn by its own name."""
    return {
        name: anywhere(quantity, luck_of(f"end of {name}", number, seed), luck_of(name, number, seed))
        for name, quantity in declared.items()
    }


def random_scenario(number: int, seed: int, **levers: float) -> Scenario:
    """The scenario of this number, with every lever and uncertainty somewhere in its declared range, but for the levers given."""
    free = anywhere_in(LEVERS, number, seed)
    cities, line, _ = draw_of("where the force stands", number, seed).dirichlet((1.0, 1.0, 1.0))
    where = {"share_in_cities": float(cities), "share_on_line": float(line)}
    return load(BASELINE).with_levers({**free, **where, **levers}).with_pins(anywhere_in(UNCERTAINTIES, number, seed))


def play_on(worlds: np.ndarray) -> np.record:
    """Play the one world of an array on to its horizon or earlier end, in place, by the compiled loop."""
    template, row = copy_of(worlds).view(np.float64), np.zeros((1, 0))
    values = cells_of(worlds, "uncertainties")[0]
    branches = np.array([worlds[0].luck.branch])
    play_futures(worlds, worlds.view(np.float64), template, values, np.zeros(0, DRAWING), NO_ORDERS, -1, branches, row, 0)
    return worlds[0]


def weekly(worlds: np.ndarray) -> Iterator[np.record]:
    """The one world of an array after every week to its horizon or earlier end: the same bytes, played on in place."""
    while not worlds[0].over:
        play_week(worlds[0], NO_ORDERS)
        yield worlds[0]


def moments(count: int, seed: int, **levers: float) -> Iterator[np.record]:
    """So many moments with a foreign force on the spot, each of another random future under another random scenario."""
    found = run = 0
    while found < count:
        run += 1
        weeks = SHORTEST + int(luck_of("weeks", run, seed) * (LONGEST - SHORTEST))
        world = play_on(new_world(random_scenario(run, seed, **levers), seed, run, weeks=weeks))
        if world.coalition.troops > 0.0 and not world.field.war and not world.field.clash:
            found += 1
            yield world
