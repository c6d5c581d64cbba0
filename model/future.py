"""Making a future: from (scenario, seed, run) to a world ready for week 0."""

import secrets
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache

import numpy as np

from ..agents.chance import set_seed
from ..agents.choice import NOTHING
from ..agents.declaration import DeclarationError, as_typed
from ..agents.profiles import ALLIES, STANCE
from ..agents.situation import NO_ATTACK
from .beginning import begin_future
from .calendar import next_election, next_vote, weeks_of
from .levers import LEVERS
from .scenario import Scenario
from .theatre import SECTORS
from .uncertainties import DRAWING, UNCERTAINTIES
from .world import WORLD, cells_of, copy_of

LARGEST_SEED = 2**64 - 1
LARGEST_COUNTER = 2**32 - 1
"""Largest run, branch or step: counters of the random numbers have 32 bits."""
LONGEST = 5200
"""Weeks a future may last: a century."""
FIVE_YEARS = 260
"""Weeks a future lasts unless asked otherwise: the horizon of the codebook."""


def whole(name: str, value: object, low: int, high: int) -> int:
    """`value` as a whole number between `low` and `high`. Raises DeclarationError in one line if it is not."""
    try:
        number = int(value)  # type: ignore[call-overload]
        if isinstance(value, bool | np.bool_) or not (isinstance(value, str) or number == value):
            raise ValueError
    except (TypeError, ValueError, OverflowError):
        shown = repr(value) if isinstance(value, str) else as_typed(value)
        raise DeclarationError(f"{name} is a whole number from {low} to {high}, not {shown}") from None
    if not low <= number <= high:
        raise DeclarationError(f"{name} is a whole number from {low} to {high}, not {as_typed(value)}")
    return number


def fresh_seed() -> int:
    """A new seed from the operating system."""
    return secrets.randbits(63)


def drawings(scenario: Scenario) -> np.ndarray:
    """How each uncertainty is to be drawn under this scenario's pins, in the order of declaration."""
    table = _drawings_without_pins().copy()
    for name, value in scenario.pins.items():
        table["pinned"][PLACE_OF[name]], table["value"][PLACE_OF[name]] = 1, value
    return table


PLACE_OF = {name: place for place, name in enumerate(UNCERTAINTIES)}
"""Where each uncertainty stands among the drawings."""


@cache
def _drawings_without_pins() -> np.ndarray:
    """What every scenario starts from: made once, since a design has thousands of points. Only ever copied."""
    table = np.zeros(len(UNCERTAINTIES), DRAWING)
    for row, uncertainty in zip(table, UNCERTAINTIES.values(), strict=True):
        row.kind, row.luck, row.spread = uncertainty.kind, uncertainty.luck, uncertainty.spread
        row.low, row.high, row.default = uncertainty.low, uncertainty.high, uncertainty.default
    return table


def blank_world(scenario: Scenario, weeks: int = FIVE_YEARS, steps_per_week: int = 1) -> np.ndarray:
    """One world (an array of length 1) under a scenario before any luck: levers, national data, sectors, calendar."""
    worlds = copy_of(_world_without_levers(scenario.start))
    world = worlds[0]
    world.weeks_per_step = 1.0 / steps_per_week
    world.horizon = weeks
    cells_of(worlds, "levers")[0] = [scenario.levers[name] for name in LEVERS]
    return worlds


@lru_cache(maxsize=16)
def _world_without_levers(start: date) -> np.ndarray:
    """What every policy that begins on a day starts from: made once, since a design has thousands of points. Only ever copied."""
    worlds = np.zeros(1, WORLD)
    world = worlds[0]
    world.situation.attack.act = NO_ATTACK
    world.situation.attack.sector = NOTHING
    world.situation.troops = NOTHING
    world.situation.sector_count = len(SECTORS)
    for place, sector in zip(world.situation.sectors, SECTORS, strict=False):
        place.frontage, place.value, place.terrain = sector.frontage, sector.value, sector.terrain
        place.russian_share, place.ukrainian_share = sector.russian_share, sector.ukrainian_share
        place.city_share = sector.city_share
    for ally, profile in zip(world.allies, ALLIES, strict=True):
        _write_profile(ally, profile)
        if profile.vote_by_law is not None:
            ally.term_by_law = weeks_of(profile.vote_every_years)
            ally.vote_by_law = next_vote(profile.vote_by_law, profile.vote_every_years, start)
    world.coalition.guarantors = sum(profile.in_coalition for profile in ALLIES)
    week, presidential = next_election(start)
    world.united_states.next_election = week
    world.united_states.next_is_presidential = int(presidential)
    for decision in _decisions(world):
        decision.step = decision.chosen = decision.sector = decision.order = decision.order_sector = NOTHING
    world.outcome.first[:] = NOTHING
    return worlds


def _decisions(world: np.record) -> Iterable[np.record]:
    yield world.russia.decision
    yield world.ukraine.decision
    yield world.united_states.decision
    for ally in world.allies:
        yield ally.decision
        yield ally.answer


def _write_profile(ally: np.record, profile) -> None:
    ally.luck = profile.luck
    ally.declared_stance = getattr(STANCE, profile.stance)
    ally.nearness = profile.threat
    ally.borders = profile.borders_russia
    ally.in_nato = profile.in_nato
    ally.in_coalition = profile.in_coalition
    ally.opinion = profile.net_opinion
    ally.active = profile.active_personnel
    ally.spending = profile.spending_bn
    ally.reported = profile.troops_high


def new_world(
    scenario: Scenario,
    seed: int,
    run: int = 0,
    branch: int = 0,
    weeks: int = FIVE_YEARS,
    steps_per_week: int = 1,
) -> np.ndarray:
    """The world of one future at week 0, as an array of length 1, to be looked at: it keeps the account of what is chosen.

    `seed` 0 to 2^64-1, `run` and `branch` 0 to 2^32-1, `weeks` 1 to 5,200; raises DeclarationError otherwise.
    """
    worlds = blank_world(scenario, whole("weeks", weeks, 1, LONGEST), steps_per_week)
    world = worlds[0]
    seed = whole("seed", seed, 0, LARGEST_SEED)
    set_seed(world.luck, seed)
    world.luck.run = whole("run", run, 0, LARGEST_COUNTER)
    world.luck.branch = whole("branch", branch, 0, LARGEST_COUNTER)
    world.situation.accounted = 1
    begin_future(world, cells_of(worlds, "uncertainties")[0], drawings(scenario))
    return worlds


def date_of(scenario: Scenario, week: float) -> date:
    """The calendar date on which a week of a future under this scenario begins."""
    return scenario.start + timedelta(days=round(7 * week))
