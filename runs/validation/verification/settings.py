"""Random settings of the world, drawn from the declared ranges: what a sign must survive to be more than a choice of numbers.

Everything is drawn by its own name. What a number becomes in a setting hangs on the seed, on which setting it is and on what the
number is called, and on nothing else: declaring, removing or reordering numbers changes no other's value in any setting.
"""

import hashlib
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from ....agents.declaration import Choice, Declarations, Quantity, Switch, Whole
from ....model.future import FIVE_YEARS, blank_world, drawings, new_world
from ....model.levers import LEVERS
from ....model.loop import play_futures
from ....model.observation import look_ahead, observe
from ....model.orders import NO_ORDERS
from ....model.scenario import BASELINE, Scenario, load
from ....model.uncertainties import UNCERTAINTIES
from ....model.world import WORLD, cells_of, copy_of
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

CROWDED = {"troop_ceiling": 150, "deploy_start": 4, "weeks_to_deploy": 26, "nato_mission": 0}
"""A plan under which there is a coalition to look at by then."""

SCENE = Declarations(
    "scene",
    Quantity("week", "week", 0, 260, 0, "When it is.", "assumption"),
    Quantity("troops", "thousand soldiers", 0.6, 60, 10, "Foreign troops that are there.", "assumption"),
    Quantity(
        "still_to_come", "thousand soldiers", -30, 30, 0, "Troops announced and not there yet; none below zero.", "assumption"
    ),
    Whole("contributors", "states", 1, 15, 5, "States whose troops they are.", "assumption"),
    Quantity("weeks_of_mandate", "weeks", 1, 520, 260, "How long the mandate still runs.", "assumption"),
    Quantity("concentration", "share", 0, 1, 0.5, "How evenly the contributors share the force.", "assumption"),
    Quantity("weariness", "share", 0, 1, 0, "The coalition's weariness.", "assumption"),
    Quantity("hostility", "share", 0, 1, 0, "Hostility at home.", "assumption"),
    Quantity("russian_power", "power", 0.4, 1.4, 0.8, "Russian power.", "assumption"),
    Quantity("ukrainian_power", "power", 0.3, 1.2, 0.6, "Ukrainian power.", "assumption"),
    Quantity("attention", "share", 0.2, 1, 1, "Outside attention.", "assumption"),
    Quantity("tension", "share", 0, 1, 0, "Tension.", "assumption"),
    Whole("conduct", "from calm to the gravest", 0, 2, 0, "Moscow's standing conduct.", "assumption"),
    Quantity("delivered", "share", 0, 1, 1, "What Washington delivers of what it promised.", "assumption"),
    Quantity("confidence", "share", 0, 1, 0.5, "Kyiv's confidence.", "assumption"),
    Quantity("hedge", "share", 0, 1, 0, "Kyiv's long arm.", "assumption"),
    Quantity("works", "share", 0, 1, 0, "Kyiv's works on the line.", "assumption"),
    Quantity("evidence", "log odds", -1.5, 1.5, 0, "What Moscow has learnt of the coalition.", "assumption"),
    Quantity("normalised", "share", 0, 0.5, 0, "How far things as they are have become usual.", "assumption"),
)
"""What differs from one random moment of a ceasefire to another, besides levers and uncertainties."""


class Draws(NamedTuple):
    """How many random moments a check may use, and the seed that they are drawn from."""

    number: int
    seed: int = SEED


def draw_of(name: str, number: int, seed: int = SEED) -> np.random.Generator:
    """A source of luck for what needs more than one number, of this name in this setting."""
    return np.random.default_rng(int.from_bytes(_digest(name, number, seed), "big"))


def luck_of(name: str, number: int, seed: int = SEED) -> float:
    """An even draw from 0 to 1, of this name in this setting: the first 53 bits of a hash of the three."""
    return (int.from_bytes(_digest(name, number, seed)[:8], "big") >> 11) / 2.0**53


def _digest(name: str, number: int, seed: int) -> bytes:
    return hashlib.blake2b(f"{seed} {number} {name}".encode(), digest_size=16).digest()


def any_value(quantity: Quantity, luck: float) -> float:
    """The value that an even draw stands for, anywhere in the declared range; of the named ones, if it has names."""
    if isinstance(quantity, Choice):
        return float(quantity.choices[int(luck * len(quantity.choices))][1])
    if isinstance(quantity, Switch):
        return float(luck >= 0.5)
    if isinstance(quantity, Whole):
        return float(int(quantity.low) + int(luck * (int(quantity.high) - int(quantity.low) + 1)))
    return quantity.low + luck * (quantity.high - quantity.low)


def any_values(declared: Declarations, number: int, seed: int = SEED) -> dict[str, float]:
    """A value for everything declared, in the setting of this number."""
    return {name: any_value(quantity, luck_of(name, number, seed)) for name, quantity in declared.items()}


def any_levers(number: int, seed: int = SEED) -> dict[str, float]:
    """Every lever at random over the whole of its range, jointly possible: the shares that stand anywhere add up to one.

    Two are not drawn evenly. A deployment may begin in any week, but plans are made for soon: evenly in the logarithm, so that two
    in three begin within the first year and one in nine only after the five years of a future, which is never. American soldiers
    are in half of the settings, since the article's coalition has none.
    """
    levers = any_values(LEVERS, number, seed)
    latest = int(LEVERS["deploy_start"].high)
    cities, line, _ = draw_of("where the force stands", number, seed).dirichlet((1.0, 1.0, 1.0))
    americans = luck_of("whether there are American soldiers", number, seed) < 0.5
    return {
        **levers,
        "share_in_cities": float(cities),
        "share_on_line": float(line),
        "deploy_start": float(int((latest + 1) ** luck_of("deploy_start", number, seed)) - 1),
        "us_ground_troops": levers["us_ground_troops"] if americans else 0.0,
    }


@lru_cache(maxsize=4)
def settings(count: int, seed: int = SEED) -> tuple[Scenario, ...]:
    """So many scenarios with every lever at random and every fixed coefficient at random within its declared range.

    What is drawn anew in each future (the mindset, fear and affront, Washington's will) stays so. The settings of a smaller count
    are the first of a larger.
    """
    base = load(BASELINE)
    fixed = Declarations("coefficient", *(each for name, each in UNCERTAINTIES.items() if not each.drawn and name not in KEPT))
    return tuple(base.with_levers(any_levers(number, seed)).with_pins(any_values(fixed, number, seed)) for number in range(count))


@lru_cache(maxsize=2)
def worlds(count: int, seed: int = SEED) -> np.ndarray:
    """So many worlds at a random moment: levers, every uncertainty, troops, powers and moods all at random in their ranges."""
    base = load(BASELINE)
    made = np.zeros(count, WORLD)
    for place in range(count):
        number = OTHERS + place
        scenario = base.with_levers(any_levers(number, seed)).with_pins(any_values(UNCERTAINTIES, number, seed))
        made[place : place + 1] = new_world(scenario, seed, run=place)
        set_the_scene(made[place], any_values(SCENE, number, seed))
    return made


def set_the_scene(world: np.record, scene: dict[str, float]) -> None:
    """A moment of a ceasefire that holds so far, with a force on the spot and perhaps more to come."""
    world.week = scene["week"]
    world.horizon = world.week + FIVE_YEARS
    coalition, field = world.coalition, world.field
    coalition.authorised = 1
    coalition.mission = int(world.levers.nato_mission)
    coalition.mandate_end = world.week + scene["weeks_of_mandate"]
    coalition.troops = coalition.allied_troops = coalition.peak_troops = scene["troops"]
    coalition.promised_troops = scene["troops"] + max(0.0, scene["still_to_come"])
    coalition.joiners = coalition.contributors = coalition.guarantors = int(scene["contributors"])
    coalition.votes = coalition.votes_announced = 1.0 + scene["concentration"] * (scene["contributors"] - 1.0)
    coalition.weariness, coalition.hostility = scene["weariness"], scene["hostility"]
    field.russian_power, field.ukrainian_power = scene["russian_power"], scene["ukrainian_power"]
    field.attention, field.tension = scene["attention"], scene["tension"]
    field.conduct = int(scene["conduct"])
    world.united_states.delivered = scene["delivered"]
    world.ukraine.confidence, world.ukraine.hedge, world.ukraine.works = scene["confidence"], scene["hedge"], scene["works"]
    world.russia.evidence = scene["evidence"]
    world.russia.normalised = scene["normalised"]
    observe(world)
    look_ahead(world)


@lru_cache(maxsize=2)
def last_worlds(count: int, seed: int = SEED) -> np.ndarray:
    """The worlds of one future of each random setting as they stand after two years (or at an earlier end)."""
    made = np.zeros(count, WORLD)
    for place, scenario in enumerate(settings(count, seed)):
        scratch = blank_world(scenario.with_levers(CROWDED), TWO_YEARS)
        scratch[0].luck.seed_low = seed
        template, row = copy_of(scratch).view(np.float64), np.zeros((1, 0))
        values = cells_of(scratch, "uncertainties")[0]
        play_futures(scratch, scratch.view(np.float64), template, values, drawings(scenario), NO_ORDERS, place, NO_BRANCHES, row, 0)
        made[place] = scratch[0]
    return made
