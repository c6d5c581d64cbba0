"""One future as it is played, with every week's state kept: stepping back is looking at bytes."""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ...agents.declaration import DeclarationError
from ...model.course import Course
from ...model.revision import revise
from ...model.world import WORLD
from .address import Future

if TYPE_CHECKING:
    from ...model.wargame import Wargame

FIRST_ROOM = 64
"""Weeks for which room is made at first; it doubles as the future goes on."""


class Recording:
    """A future and the states it has been in, one a week from week 0 on.

    Changes of levers on the way take hold as their week begins, so the state of that week already shows them.
    """

    def __init__(self, future: Future, troops: bool = True):
        """`troops` False: the twin, the same future without the troops."""
        self.future = future
        self.troops = troops
        scenario = future.preset if troops else future.preset.without_troops()
        self.course = Course(scenario, future.seed, future.run, future.weeks, future.orders)
        self._states = np.zeros(FIRST_ROOM, WORLD)
        self.week = -1
        self._keep()

    @cached_property
    def _mesa(self) -> "Wargame":
        from ...model.wargame import Wargame

        future, course = self.future, self.course
        return Wargame(course.preset, rng=future.seed, run=future.run, weeks=future.weeks, orders=future.orders)

    @property
    def model(self) -> "Wargame":
        """The same future as a Mesa model in the same week, for components that are made for Mesa's SolaraViz."""
        self._follow()
        return self._mesa

    def _follow(self) -> None:
        """Bring the Mesa model to where the course stands."""
        self._mesa.restore(self.course.world.tobytes())

    @property
    def over(self) -> bool:
        """Whether this future has come to its end."""
        return not self.course.running

    def history(self, week: int) -> np.ndarray:
        """The states of weeks 0 to `week`, or to the last one played, as a view that is not to be written to."""
        states = self._states[: min(week, self.week) + 1]
        states.flags.writeable = False
        return states

    def play_to(self, week: int) -> None:
        """Play on until that week, or until the future is over."""
        while self.week < week and not self.over:
            self.advance()

    def advance(self) -> None:
        """Play one week more and keep its state; nothing happens once the future is over."""
        if not self.over:
            self.course.step()
            self._keep()

    def _keep(self) -> None:
        week = self.week + 1
        levers: dict[str, float] = {}
        for change in self.future.changes:
            if change.week == week:
                levers.update(change.levers)
        if levers and (week == 0 or not self.over):
            scenario = self.future.preset_at(week)
            scenario = scenario if self.troops else scenario.without_troops()
            revise(self.course.world, scenario.levers)
        if week == len(self._states):
            self._states = np.concatenate([self._states, np.zeros(len(self._states), WORLD)])
        self._states[week : week + 1].view(np.float64)[:] = self.course.cells
        self.week = week
        if "_mesa" in vars(self):
            self._follow()


def opened(future: Future) -> Recording:
    """A future played to the week that is on screen. Raises DeclarationError if it cannot be made."""
    recording = Recording(future)
    recording.play_to(future.week)
    if recording.week < future.week:
        raise DeclarationError(f"this future is over after {recording.week} weeks; there is no week {future.week}")
    return recording
