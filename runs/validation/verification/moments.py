"""Moments of random futures: levers and uncertainties anywhere in their declared ranges, played to a random week by the model."""

from collections.abc import Iterator

import numpy as np

from ....agents.declaration import Choice, Declarations, Quantity, Switch
from ....model.future import FIVE_YEARS, new_world
from ....model.levers import LEVERS
from ....model.loop import play_futures
from ....model.orders import NO_ORDERS
from ....model.scenario import BASELINE, Scenario, load
from ....model.uncertainties import DRAWING, UNCERTAINTIES
from ....model.world import cells_of
from .settings import any_value

LONGEST = FIVE_YEARS


def anywhere(quantity: Quantity, draw: np.random.Generator) -> float:
    """A value from the declared range: now and then an end of it, otherwise evenly."""
    has_ends = not isinstance(quantity, Choice | Switch)
    if has_ends and draw.random() < 0.2:
        return float((quantity.low, quantity.high)[draw.integers(2)])
    return any_value(quantity, draw)


def anywhere_in(declared: Declarations, draw: np.random.Generator) -> dict[str, float]:
    """Such a value for everything declared."""
    return {name: anywhere(quantity, draw) for name, quantity in declared.items()}


def random_scenario(draw: np.random.Generator, **levers: float) -> Scenario:
    """A scenario with every lever and uncertainty somewhere in its declared range, but for the levers given."""
    free = anywhere_in(LEVERS, draw)
    cities, line, _ = draw.dirichlet((1.0, 1.0, 1.0))
    where = {"share_in_cities": float(cities), "share_on_line": float(line)}
    return load(BASELINE).with_levers({**free, **where, **levers}).with_pins(anywhere_in(UNCERTAINTIES, draw))


def play_on(worlds: np.ndarray) -> np.record:
    """Play the one world of an array on to its horizon or earlier end, in place, by the compiled loop."""
    template, row = worlds.copy().view(np.float64), np.zeros((1, 0))
    values = cells_of(worlds, "uncertainties")[0]
    branches = np.array([worlds[0].luck.branch])
    play_futures(worlds, worlds.view(np.float64), template, values, np.zeros(0, DRAWING), NO_ORDERS, -1, branches, row, 0)
    return worlds[0]


def weekly(worlds: np.ndarray) -> Iterator[np.record]:
    """The one world of an array after every week to its horizon or earlier end: the same bytes, played on in place.

    The loop plays to a horizon, so the horizon moves from week to week; where the future really ends is found beforehand.
    """
    last = int(play_on(worlds.copy()).luck.step)
    for week in range(int(worlds[0].luck.step) + 1, last + 1):
        worlds[0].horizon, worlds[0].over = week * worlds[0].weeks_per_step, 0
        yield play_on(worlds)


def moments(count: int, seed: int, **levers: float) -> Iterator[np.record]:
    """So many moments with a foreign force on the spot, each of another random future under another random scenario."""
    draw = np.random.default_rng(seed)
    found = run = 0
    while found < count:
        run += 1
        scenario = random_scenario(draw, **levers)
        world = play_on(new_world(scenario, seed, run, weeks=int(draw.integers(26, LONGEST))))
        if world.coalition.troops > 0.0 and not world.field.war and not world.field.clash:
            found += 1
            yield world
