"""What one viewer watches: a future, the week of it on screen, its twin, the branch left behind. Knows nothing of any browser.

Every deed leaves the session as it was if it fails, and says why in `message`: a page is never lost to a bad value or to an error
in a week. All deeds may come from several threads. Whoever plays week after week holds a *turn*, which ends when anyone pauses,
resets or opens another future: a week asked for in an ended turn is not played, so what was set going before can never move what
came after.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from ...agents.declaration import DeclarationError
from ...agents.names import one_line
from ...model.orders import REFUSED, Order
from ...model.scenario import Scenario
from .address import Future
from .ahead import open_orders
from .recording import Recording, opened

LOG = logging.getLogger(__name__)


class Session:
    """One viewer's future and how it is looked at."""

    def __init__(self, future: Future | None = None):
        """Raises DeclarationError if the future cannot be opened."""
        self._lock = threading.RLock()
        self.turn = 0
        self.message = ""
        """What went wrong last, in one line, or nothing."""
        self.twin: Recording | None = None
        """The same luck without the troops, while it is shown."""
        self.past_branch: Recording | None = None
        """The future that was left when levers or orders were changed on the way, and the week in which it was."""
        self.left_in = 0
        self.recording = opened(future or Future())
        self.week = self.recording.future.week
        """The week on screen."""

    @property
    def future(self) -> Future:
        """What is on screen, as an address names it."""
        return replace(self.recording.future, week=self.week)

    @property
    def preset(self) -> Scenario:
        """The scenario as it stands in the week on screen."""
        return self.recording.future.preset_at(self.week)

    @property
    def history(self) -> np.ndarray:
        """The states from week 0 to the week on screen."""
        return self.recording.history(self.week)

    @property
    def state(self) -> np.ndarray:
        """The state on screen, as an array of length 1 that is not to be written to."""
        return self.history[-1:]

    @property
    def at_end(self) -> bool:
        """Whether the last week of this future is on screen."""
        return self.recording.over and self.week == self.recording.week

    def new_turn(self) -> int:
        """End the turn of whoever plays and begin another; once this returns no week of an earlier turn is played any more."""
        with self._lock:
            self.turn += 1
            return self.turn

    def step(self, turn: int | None = None) -> bool:
        """Show the next week, playing it if it has not been played. Whether there was one; nothing happens in an ended turn."""
        with self._lock:
            if turn is not None and turn != self.turn:
                return False
            if self.at_end or not self._try(self._step):
                return False
            self.message = self._refused()
            return True

    def go_to(self, week: int) -> bool:
        """Show a week that has been played, the nearest if that one has not; whether the picture changed."""
        with self._lock:
            self.turn += 1
            before, self.week = self.week, min(max(week, 0), self.recording.week)
            self.message = ""
            return self.week != before

    def step_back(self) -> bool:
        """Show the week before; whether there was one."""
        return self.go_to(self.week - 1)

    def open(self, future: Future) -> bool:
        """Show another future in place of this one. Whether it could be opened."""
        return self._try(lambda: self._replace(opened(future), None))

    def reset(self) -> bool:
        """Begin this future anew, as it was before anything was changed on the way."""
        return self.open(replace(self.recording.future, week=0, changes=(), orders=()))

    def branch(self, levers: Mapping[str, float]) -> bool:
        """From the week on screen on, other levers and the same luck; the future that is left stays beside the new one."""
        return self._try(lambda: self._leave_for(self.future.revised(self.week, levers)))

    def give(self, order: Order) -> bool:
        """Give an order for the week about to begin; the same luck, and the future without the order stays beside."""
        return self._try(lambda: self._leave_for(self.future.ordered(order)))

    def orders_open(self, actor: int) -> tuple[Order, ...]:
        """The orders that an actor would obey in the week about to begin."""
        with self._lock:
            return open_orders(self.state.copy(), actor, self.future.orders)

    def forget_branch(self) -> None:
        """Take the branch left behind off the screen."""
        with self._lock:
            self.past_branch = None

    def show_twin(self, shown: bool) -> bool:
        """Show or hide the same luck without the troops. Whether it could be done."""
        return self._try(lambda: self._show_twin(shown))

    def _step(self) -> None:
        if self.week == self.recording.week:
            self._advance()
        self.week += 1
        for other in (self.twin, self.past_branch):
            if other is not None:
                other.play_to(self.week)

    def _refused(self) -> str:
        """What is to be said of orders for the week just shown that were not open; nothing if all were."""
        told = self.recording.course.order_states(self.week)
        texts = [order.text for order, state in told if state == REFUSED and order.week == self.week - 1]
        return f"not open when it came due, so not carried out: {', '.join(texts)}" if texts else ""

    def _advance(self) -> None:
        """Play the next week. A week that fails leaves a model that no longer steps, so the future is opened again before it."""
        try:
            self.recording.advance()
        except Exception:
            self.recording = opened(self.future)
            raise

    def _replace(self, recording: Recording, past_branch: Recording | None) -> None:
        """Show another recording, with its twin if the twin is shown and there is one."""
        twin = None
        if self.twin is not None and recording.future.preset.has_troops:
            twin = Recording(recording.future, troops=False)
            twin.play_to(recording.week)
        self.turn += 1
        self.recording, self.past_branch, self.twin = recording, past_branch, twin
        self.week = recording.future.week

    def _leave_for(self, future: Future) -> None:
        """Show another course of this future, with the present one beside it."""
        if self.recording.over and self.week == self.recording.week:
            raise DeclarationError("this future is over; step back to a week from which it can still go another way")
        self._replace(opened(future), self.recording)
        self.left_in = self.week

    def _show_twin(self, shown: bool) -> None:
        if not shown:
            self.twin = None
            return
        if not self.recording.future.preset.has_troops:
            raise DeclarationError("this plan has no troops, so it has no twin without them")
        twin = Recording(self.recording.future, troops=False)
        twin.play_to(self.recording.week)
        self.twin = twin

    def _try(self, deed: Callable[[], None]) -> bool:
        """Do something; if it fails, say why in `message` and leave everything as it was."""
        with self._lock:
            try:
                deed()
            except DeclarationError as error:
                self.message = str(error)
                return False
            except Exception as error:
                LOG.exception("a deed of the session failed")
                self.message = one_line(
                    f"this did not work ({type(error).__name__}: {error}); what is on screen is as it was before"
                )
                return False
            self.message = ""
            return True
