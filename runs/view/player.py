"""Play: week after week in a thread of its own, at a chosen pace, until paused or over."""

import threading
from collections.abc import Callable

from .session import Session


class Player:
    """Steps a session. `changed` is called after every week, in the thread that plays."""

    def __init__(self, session: Session, changed: Callable[[], object], pause: float = 0.2):
        """`pause`: seconds between one week's picture and the next week."""
        self._session = session
        self._changed = changed
        self._stop = threading.Event()
        self._stop.set()
        self.pause_seconds = pause
        self.thread: threading.Thread | None = None
        """The thread that plays, or played last."""

    @property
    def playing(self) -> bool:
        """Whether weeks are being played."""
        return not self._stop.is_set()

    def play(self) -> None:
        """Begin to play; nothing happens if it plays already."""
        if self.playing:
            return
        self._stop = stop = threading.Event()
        turn = self._session.new_turn()
        self.thread = threading.Thread(target=self._run, args=(stop, turn), name="player", daemon=True)
        self.thread.start()

    def pause(self) -> None:
        """Stop: once this returns, no week is played any more."""
        self._stop.set()
        self._session.new_turn()

    def _run(self, stop: threading.Event, turn: int) -> None:
        while not stop.is_set() and self._session.step(turn):
            self._changed()
            stop.wait(self.pause_seconds)
        if not stop.is_set():
            stop.set()
            self._changed()
