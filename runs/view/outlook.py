"""Live odds in the background: the week on screen first, then the weeks before it, then more of the week on screen.

One thread runs small pieces, and looks before each at what is wanted now: a step cancels what was under way within some
milliseconds. The compiled loop lets go of Python's lock, so the page answers meanwhile.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from .odds import Odds, Tally
from .readings import Readings
from .recording import Recording

LOG = logging.getLogger(__name__)

LEAST = 400
"""Futures below which no odds are shown."""
HEAD_START = 0.05
"""Seconds that a new picture has to itself before the odds are begun: the viewer waits for the picture."""
FIRST_SECONDS = 0.3
"""As many more as fit into this time, before the first picture is thought good enough to look back at earlier weeks."""
MOST = 4000
"""Futures at which the week on screen is known well enough: intervals of at most 1.6 points either way."""
PIECE = 40
"""Futures run between two looks at what is wanted."""
SECONDS_BETWEEN_PICTURES = 0.5


class Wanted(NamedTuple):
    """What is to be known: the odds along a recording up to a week, of one kind."""

    recording: Recording
    week: int
    conditional: bool


class Outlook:
    """Keeps the odds along the future on screen. `changed` is called, in the background thread, when better ones are to be had."""

    def __init__(self, changed: Callable[[], object], least: int = LEAST, most: int = MOST):
        """`least` and `most`: futures for the first picture and for the last."""
        self._changed = changed
        self._least, self._most = least, most
        self._news = threading.Condition()
        self._wanted: Wanted | None = None
        self._since = 0.0
        self._tallies: dict[tuple[bool, int], Tally] = {}
        self._readings: tuple[Recording, Readings] | None = None
        self._told, self._told_all = 0.0, True
        self._closed = False
        self.thread: threading.Thread | None = None
        """The thread that finds out, once something has been asked."""

    def look(self, recording: Recording, week: int, conditional: bool = True) -> None:
        """Ask for the odds along a recording up to a week; whatever else was under way is dropped."""
        with self._news:
            wanted = Wanted(recording, week, conditional)
            if wanted == self._wanted or self._closed:
                return
            if self._wanted is None or recording is not self._wanted.recording:
                self._keep_what_is_shared(recording)
            self._wanted, self._since = wanted, time.monotonic() + HEAD_START
            if self.thread is None:
                self.thread = threading.Thread(target=self._run, name="outlook", daemon=True)
                self.thread.start()
            self._news.notify()

    def points(self) -> list[Odds]:
        """The odds known by now along the future on screen, one a week in order, weeks without enough futures left out."""
        with self._news:
            wanted = self._wanted
            if wanted is None:
                return []
            tallies = [
                tally for (kind, week), tally in sorted(self._tallies.items()) if kind == wanted.conditional and week <= wanted.week
            ]
            return [tally.odds() for tally in tallies if tally.futures >= self._least]

    @property
    def settled(self) -> bool:
        """Whether there is nothing more to find out about what is on screen."""
        with self._news:
            return self._wanted is None or self._next() is None

    def close(self) -> None:
        """End the background thread; nothing is to be asked any more."""
        with self._news:
            self._closed = True
            self._wanted = None
            self._news.notify()

    def _keep_what_is_shared(self, recording: Recording) -> None:
        """Of a future left for a branch of it, the odds of the weeks before they part still hold."""
        old = self._wanted.recording if self._wanted else None
        last = min(recording.week, old.week) if old else -1
        kept = {}
        for (kind, week), tally in self._tallies.items():
            if week <= last and tally.world.tobytes() == recording.history(week)[-1:].tobytes():
                kept[kind, week] = tally
        self._tallies = kept

    def _run(self) -> None:
        while True:
            with self._news:
                week = self._next()
                while week is None and self._told_all and not self._closed:
                    self._news.wait()
                    week = self._next()
                while week is not None and (ahead := self._since - time.monotonic()) > 0 and not self._closed:
                    self._news.wait(ahead)
                    week = self._next()
                wanted = self._wanted
            if self._closed or wanted is None:
                return
            if week is None:
                self._tell()
                continue
            try:
                self._run_on(wanted, week)
            except Exception:
                LOG.exception("the odds of week %d could not be had", week)
                self.close()

    def _next(self) -> int | None:
        """The week whose odds are wanted most; None if all are known well enough."""
        if self._wanted is None:
            return None
        now = self._wanted.week
        known = self._known(now)
        if known < self._least or (known < self._most and time.monotonic() - self._since < FIRST_SECONDS):
            return now
        for week in range(now - 1, -1, -1):
            if self._known(week) < self._least:
                return week
        return now if known < self._most else None

    def _known(self, week: int) -> int:
        """How many futures have been run on from a week."""
        assert self._wanted is not None
        tally = self._tallies.get((self._wanted.conditional, week))
        return tally.futures if tally else 0

    def _run_on(self, wanted: Wanted, week: int) -> None:
        """Run a piece more from one week, and say so where it makes a picture better."""
        tally = self._tallies.get((wanted.conditional, week))
        if tally is None:
            history = wanted.recording.history(week)
            readings = None if wanted.conditional else self._readings_of(wanted.recording)
            tally = Tally(history[-1:], readings, history, wanted.recording.course.order_records)
        tally.add(PIECE)
        with self._news:
            if self._wanted is None or self._wanted.recording is not wanted.recording:
                return
            self._tallies[wanted.conditional, week] = tally
            self._told_all = False
            first = week == wanted.week and self._least <= tally.futures < self._least + PIECE
            late = time.monotonic() - self._told > SECONDS_BETWEEN_PICTURES
        if first or (late and tally.futures >= self._least):
            self._tell()

    def _tell(self) -> None:
        """Never with the lock held: whoever is told draws, and asks for the points."""
        self._told, self._told_all = time.monotonic(), True
        self._changed()

    def _readings_of(self, recording: Recording) -> Readings:
        """The readings of a future's Moscow, drawn once; only the background thread asks."""
        if self._readings is None or self._readings[0] is not recording:
            self._readings = (
                recording,
                Readings(recording.future.preset, recording.history(0), orders=recording.course.order_records),
            )
        return self._readings[1]
