"""A viewer's desk: the session, who plays it, and the odds, tied together; tells the page when a picture or the odds are new."""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ...agents.actors import ACTORS
from ...agents.chance import WHO
from ...agents.declaration import DeclarationError
from ...agents.names import one_line
from ...model.levers import LEVERS
from ...model.orders import Order, parse_order
from ...model.scenario import parse_values
from ...model.theatre import SECTOR_NAMES
from .address import Future, from_file, parse_query
from .outlook import Outlook
from .plan import asked_for
from .player import Player
from .session import Session

LOG = logging.getLogger(__name__)

SECONDS_TO_END = 1.0
"""For a thread to end what it is at; it takes some milliseconds."""


class Desk:
    """Everything a viewer can do, as the page's controls call it. Made anew for every tab: two never share a model."""

    def __init__(self, query: str, picture_changed: Callable[[], object], odds_changed: Callable[[], object]):
        """`query` is the part of the address after the question mark; a bad one shows its refusal beside the usual future."""
        self._picture_changed = picture_changed
        self.session = _opened(query)
        self.player = Player(self.session, self.changed)
        self.outlook = Outlook(odds_changed)
        self.chosen = WHO.russia
        """The actor whose latest decision is shown, numbered as in `agents/chance.py`."""
        self.conditional = True
        """Whether the odds take this future's hidden Moscow as given, instead of averaging over what it may be."""
        self._look()

    def close(self) -> None:
        """The viewer has gone: nothing runs on."""
        self.player.pause()
        self.outlook.close()
        for thread in (self.player.thread, self.outlook.thread):
            # Solara stumbles, and keeps the session for ever, over a thread that ends while it closes the session
            if thread is not None and thread is not threading.current_thread():
                thread.join(SECONDS_TO_END)

    def changed(self) -> None:
        """There is a new picture, and with it other odds to be had."""
        self._look()
        self._picture_changed()

    def toggle(self) -> None:
        """Play, or pause."""
        if self.player.playing:
            self.player.pause()
        else:
            self.player.play()
        self._picture_changed()

    def step(self) -> None:
        """One week on; nothing while it plays."""
        if not self.player.playing:
            self.session.step()
            self.changed()

    def go(self, week: object) -> None:
        """Show a week that has been played; playing ends."""
        self.player.pause()
        try:
            self.session.go_to(int(week))  # type: ignore[call-overload]
        except (TypeError, ValueError, OverflowError):
            self.session.message = f"a week is a whole number, not {week!r}"
        self.changed()

    def back(self) -> None:
        """One week back; playing ends."""
        self.go(self.session.week - 1)

    def reset(self) -> None:
        """This future anew, as it was before changes on the way."""
        self._do(self.session.reset)

    def begin(self, asked: Mapping[str, Any]) -> None:
        """The future that the plan's controls ask for, from week 0."""
        self._do(lambda: self.session.open(asked_for(self.session.future, asked)))

    def branch(self, levers: Mapping[str, Any]) -> None:
        """From here on with other levers, given as texts."""
        self._do(lambda: self.session.branch(parse_values(levers, LEVERS)))

    def order(self, text: str) -> None:
        """Give an order, written as on the command line."""
        self._do(lambda: self.session.give(parse_order(text, self.session.future.weeks)))

    def open_file(self, text: str) -> None:
        """The future in a saved file."""
        self._do(lambda: self.session.open(from_file(text)))

    def open_query(self, query: str) -> None:
        """The future that an address names."""
        self._do(lambda: self.session.open(parse_query(query)))

    def forget_branch(self) -> None:
        """Take the branch left behind off the screen."""
        self.session.forget_branch()
        self._picture_changed()

    def show_twin(self, shown: bool) -> None:
        """Show or hide the same luck without the troops."""
        self.session.show_twin(bool(shown))
        self._picture_changed()

    def choose(self, actor: Any) -> None:
        """Show the decision of an actor, or of Moscow, which chooses where, for a sector's name; what is neither is passed over."""
        if actor in SECTOR_NAMES:
            actor = WHO.russia
        if actor in ACTORS:
            self.chosen = int(actor)
            self._picture_changed()

    def condition(self, conditional: bool) -> None:
        """Odds given this future's hidden Moscow, or averaged over what Moscow may be."""
        self.conditional = bool(conditional)
        self.changed()

    def set_pace(self, seconds: float) -> None:
        """Seconds between a week's picture and the next week."""
        self.player.pause_seconds = min(max(float(seconds), 0.0), 5.0)
        self._picture_changed()

    def dismiss(self) -> None:
        """The message has been read."""
        self.session.message = ""
        self._picture_changed()

    def orders(self) -> tuple[Order, ...]:
        """The orders that the chosen actor would obey in the week about to begin; none while it plays, when nobody can give one."""
        return () if self.player.playing else self.session.orders_open(self.chosen)

    def _do(self, deed: Callable[[], object]) -> None:
        """A deed that ends playing and makes a new picture; what does not fit becomes a message."""
        self.player.pause()
        try:
            deed()
        except DeclarationError as error:
            self.session.message = str(error)
        except Exception as error:
            LOG.exception("a deed of the desk failed")
            self.session.message = one_line(f"this did not work ({type(error).__name__}: {error})")
        self.changed()

    def _look(self) -> None:
        self.outlook.look(self.session.recording, self.session.week, self.conditional)


def _opened(query: str) -> Session:
    """A session on the future that a query names; where that cannot be, on its beginning, or on the usual one, saying so."""
    try:
        future = parse_query(query)
    except DeclarationError as error:
        return _instead(Future(), f"{error} (shown instead: the usual future)")
    try:
        return Session(future)
    except DeclarationError as error:
        return _instead(replace(future, week=0), f"{error} (shown instead: its beginning)")


def _instead(future: Future, message: str) -> Session:
    session = Session(future)
    session.message = message
    return session
