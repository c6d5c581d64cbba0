"""Random settings of the world, drawn from the declared ranges: what a sign must survive to be more than a choice of numbers."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from ....agents.declaration import Choice, Declarations, Quantity, Switch, Whole
from ....model.future import blank_world, drawings, new_world
from ....model.levers import LEVERS
from ....model.loop import play_futures
from ....model.observation import look_ahead, observe
from ....model.orders import NO_ORDERS
from ....model.scenario import BASELINE, Scenario, load
from ....model.uncertainties import UNCERTAINTIES
from ....model.world import WORLD, cells_of
from ...ensemble.futures import NO_BRANCHES

SEED = 20_260_105
"""Seed of the random settings and of the luck in them: the day on which the shipped ceasefires begin."""

KEPT = {"challenger_value", "weeks_between_sittings", "decision_lag_least"}
"""Coefficients not drawn: the prize is Ukraine, and the calendar has no size (a state is kept out by an order at every sitting, and
that binds only while no decision falls between two of them)."""

OTHERS = 1_000_000
"""Settings of this number and above are those of single moments, so that they share no value with those of whole futures."""

TWO_YEARS = 104
"""Weeks after which the coalition is looked at state by state."""

DOMAIN: Mapping[str, float] = {
    "nato_mission": 0,
    "consensus_forced": 0,
    "us_ground_troops": 0,
    "deploy_start": 4,
    "weeks_to_deploy": 26,
}
"""Levers not drawn: the theory is about a coalition of the willing without American soldiers that arrives within the year."""


def any_value(quantity: Quantity, draw: np.random.Generator) -> float:
    """A value anywhere in the declared range, evenly; of the named ones, if it has names."""
    if isinstance(quantity, Choice):
        return float(quantity.choices[draw.integers(len(quantity.choices))][1])
    if isinstance(quantity, Switch):
        return float(draw.integers(2))
    if isinstance(quantity, Whole):
        return float(draw.integers(int(quantity.low), int(quantity.high) + 1))
    return float(draw.uniform(quantity.low, quantity.high))


def draw_of(name: str, number: int) -> np.random.Generator:
    """The source of one named value of one setting: a stream of its own, so that declaring a number changes no other."""
    digest = hashlib.sha256(f"{SEED} {number} {name}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:16], "big"))


def any_values(declared: Declarations, number: int) -> dict[str, float]:
    """A value for everything declared, in the setting of this number."""
    return {name: any_value(quantity, draw_of(name, number)) for name, quantity in declared.items()}


def any_levers(number: int, domain: Mapping[str, float] = DOMAIN) -> dict[str, float]:
    """Every lever at random within the domain; the three places where a force may stand are equally likely."""
    levers = {**any_values(LEVERS, number), **domain}
    cities, line, _ = draw_of("where the force stands", number).dirichlet((1.0, 1.0, 1.0))
    return {**levers, "share_in_cities": float(cities), "share_on_line": float(line)}


@lru_cache(maxsize=4)
def settings(count: int) -> tuple[Scenario, ...]:
    """So many scenarios with every lever at random and every fixed coefficient at random within its declared range.

    What is drawn anew in each future (the mindset, fear and affront, Washington's will) stays so.
    """
    base = load(BASELINE)
    fixed = [name for name, each in UNCERTAINTIES.items() if not each.drawn and name not in KEPT]
    made = []
    for number in range(count):
        pins = any_values(UNCERTAINTIES, number)
        made.append(base.with_levers(any_levers(number)).with_pins({name: pins[name] for name in fixed}))
    return tuple(made)


@lru_cache(maxsize=2)
def worlds(count: int) -> np.ndarray:
    """So many worlds at a random moment: levers, every uncertainty, troops, powers and moods all at random in their ranges."""
    base = load(BASELINE)
    made = np.zeros(count, WORLD)
    for place in range(count):
        number = OTHERS + place
        scenario = base.with_levers(any_levers(number)).with_pins(any_values(UNCERTAINTIES, number))
        made[place : place + 1] = new_world(scenario, SEED, run=place)
        set_the_scene(made[place], draw_of("the scene", number))
    return made


def set_the_scene(world: np.record, draw: np.random.Generator) -> None:
    """A random moment of a ceasefire that holds so far."""
    coalition, field = world.coalition, world.field
    coalition.authorised = 1
    coalition.troops = coalition.allied_troops = coalition.promised_troops = coalition.peak_troops = draw.uniform(0.6, 60.0)
    coalition.joiners = coalition.contributors = coalition.supporters = int(draw.integers(1, 16))
    coalition.votes = coalition.votes_announced = draw.uniform(1.0, coalition.contributors)
    coalition.weariness, coalition.hostility = draw.uniform(0.0, 1.0, 2)
    field.russian_power, field.ukrainian_power = draw.uniform(0.4, 1.4), draw.uniform(0.3, 1.2)
    field.attention, field.tension = draw.uniform(0.2, 1.0), draw.uniform(0.0, 1.0)
    field.conduct = int(draw.integers(0, 3))
    world.united_states.delivered = draw.uniform(0.0, 1.0)
    world.ukraine.confidence, world.ukraine.hedge, world.ukraine.works = draw.uniform(0.0, 1.0, 3)
    world.russia.evidence = draw.uniform(-1.5, 1.5)
    world.russia.normalised = draw.uniform(0.0, 0.5)
    observe(world)
    look_ahead(world)


@lru_cache(maxsize=2)
def last_worlds(count: int) -> np.ndarray:
    """The worlds of one future of each random setting as they stand after two years (or at an earlier end)."""
    made = np.zeros(count, WORLD)
    for place, scenario in enumerate(settings(count)):
        scratch = blank_world(scenario.with_levers({"troop_ceiling": 150}), TWO_YEARS)
        scratch[0].luck.seed_low = SEED
        template, row = scratch.copy().view(np.float64), np.zeros((1, 0))
        values = cells_of(scratch, "uncertainties")[0]
        play_futures(scratch, scratch.view(np.float64), template, values, drawings(scenario), NO_ORDERS, place, NO_BRANCHES, row, 0)
        made[place] = scratch[0]
    return made
