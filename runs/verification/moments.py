"""Moments of random futures: levers and uncertainties anywhere in their declared ranges, played to a random week by the model."""

from collections.abc import Iterator

import numpy as np

from ...model.declaration import Choice, Declarations, Quantity, Switch, Whole
from ...model.future import blank_world, drawings
from ...model.levers import LEVERS
from ...model.loop import play_futures
from ...model.scenario import BASELINE, Scenario, load
from ...model.uncertainties import UNCERTAINTIES
from ...model.world import cells_of
from ..futures import NO_BRANCHES

LONGEST = 260


def anywhere(quantity: Quantity, draw: np.random.Generator) -> float:
    """A value from the declared range: now and then an end of it, otherwise evenly."""
    if isinstance(quantity, Choice):
        return float(quantity.choices[draw.integers(len(quantity.choices))][1])
    if isinstance(quantity, Switch):
        return float(draw.integers(2))
    if draw.random() < 0.2:
        return float((quantity.low, quantity.high)[draw.integers(2)])
    value = draw.uniform(quantity.low, quantity.high)
    return float(round(value) if isinstance(quantity, Whole) else value)


def anywhere_in(declared: Declarations, draw: np.random.Generator) -> dict[str, float]:
    """Such a value for everything declared."""
    return {name: anywhere(quantity, draw) for name, quantity in declared.items()}


def random_scenario(draw: np.random.Generator, **levers: float) -> Scenario:
    """A scenario with every lever and uncertainty somewhere in its declared range, but for the levers given."""
    free = anywhere_in(LEVERS, draw)
    cities, line, _ = draw.dirichlet((1.0, 1.0, 1.0))
    where = {"share_in_cities": float(cities), "share_on_line": float(line)}
    return load(BASELINE).with_levers({**free, **where, **levers}).with_pins(anywhere_in(UNCERTAINTIES, draw))


def world_after(scenario: Scenario, weeks: int, seed: int, run: int) -> np.record:
    """The world of one future after so many weeks, or at its earlier end."""
    worlds = blank_world(scenario, weeks)
    worlds[0].luck.seed_low = seed
    template, row = worlds.copy().view(np.float64), np.zeros((1, 0))
    values = cells_of(worlds, "uncertainties")[0]
    play_futures(worlds, worlds.view(np.float64), template, values, drawings(scenario), run, NO_BRANCHES, row, 0)
    return worlds[0]


def moments(count: int, seed: int, **levers: float) -> Iterator[np.record]:
    """So many moments with a foreign force on the spot, each of another random future under another random scenario."""
    draw = np.random.default_rng(seed)
    found = run = 0
    while found < count:
        run += 1
        scenario = random_scenario(draw, **levers)
        world = world_after(scenario, int(draw.integers(26, LONGEST)), seed, run)
        if world.coalition.troops > 0.0 and not world.field.war and not world.field.clash:
            found += 1
            yield world
