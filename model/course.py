"""One future, played a week at a time by the compiled loop: what `Wargame` is, without Mesa and its agents.

Stories, the browser and questions about single futures use it; the Mesa model is the reference, and a test holds the two equal to
the last bit. A week costs some sixty microseconds.
"""

from collections.abc import Iterable

import numpy as np

from .future import FIVE_YEARS, new_world
from .orders import Order, order_records, read_orders
from .scenario import Scenario
from .turn import play_week
from .world import WORLD


class Course:
    """A future on its way. `seed`, `run` and `weeks` as in `new_world`, which raises DeclarationError for others."""

    def __init__(self, preset: Scenario, seed: int, run: int = 0, weeks: int = FIVE_YEARS, orders: Iterable[Order] = ()):
        self.preset, self.seed, self.run, self.weeks = preset, seed, run, weeks
        self._worlds = new_world(preset, seed, run, 0, weeks)
        self.order_records = order_records(orders, weeks)
        """The orders from outside, with what has become of them."""

    @property
    def world(self) -> np.record:
        """The state: a view of its one record, never to be kept."""
        return self._worlds[0]

    @property
    def cells(self) -> np.ndarray:
        """The same as a row of numbers, to be copied quickly."""
        return self._worlds.view(np.float64)

    @property
    def week(self) -> int:
        """Weeks played so far."""
        return int(self.world.week)

    @property
    def running(self) -> bool:
        """Whether there is a week to come."""
        return not self.world.over

    def order_states(self, week: int | None = None) -> list[tuple[Order, int]]:
        """The orders, and what had become of each before `week` (by now)."""
        return read_orders(self.order_records, self.week if week is None else week)

    def step(self) -> None:
        """Play one week; nothing happens once the future is over."""
        if self.running:
            play_week(self.world, self.order_records)

    def history(self) -> np.ndarray:
        """Play to the end and give every state, week 0 first, one a week."""
        states = [self.cells.copy()]
        while self.running:
            self.step()
            states.append(self.cells.copy())
        return np.concatenate(states).view(WORLD)
