"""The paired verdict: the same future with and without the guarantee, sorted by what became of the ceasefire in each.

The sorting depends on how luck is shared between the two; it gives shares of changed futures, not proofs of individual cause.
"""

from typing import NamedTuple

import numpy as np

from ...agents.choice import NOTHING
from ...model.outcomes import END, EVENT, EVENTS, WORST, failed
from . import structures
from .by_mindset import KINDS, ByMindset, count
from .provocation import Provocation


class Category(NamedTuple):
    """One way in which a future with the guarantee can compare with the same future without it."""

    name: str
    meaning: str


VERDICT = (
    Category("deterred", "fails without, does not fail with"),
    Category("held_anyway", "fails in neither"),
    Category("not_deterred", "fails in both, no clash with the force"),
    Category("provoked", "fails only with, no clash with the force"),
    Category("escalated", "fails without; with, a clash or wider war"),
    Category("provoked_and_escalated", "does not fail without; with, a clash or wider war"),
)
DETERRED, HELD_ANYWAY, NOT_DETERRED, PROVOKED, ESCALATED, PROVOKED_AND_ESCALATED = range(len(VERDICT))


def verdict(with_it: np.ndarray, without_it: np.ndarray) -> np.ndarray:
    """The category of each pair, from the worst outcome with and without: indices into VERDICT."""
    failed_without = np.asarray(without_it) >= END.eroded
    return np.where(
        np.asarray(with_it) < END.eroded,
        np.where(failed_without, DETERRED, HELD_ANYWAY),
        np.where(
            np.asarray(with_it) < END.clash,
            np.where(failed_without, NOT_DETERRED, PROVOKED),
            np.where(failed_without, ESCALATED, PROVOKED_AND_ESCALATED),
        ),
    )


NO_PARTING = (EVENT.authorisation, EVENT.withdrawal, EVENT.simmering)
"""Two futures do not part by these: the first two are the package itself, the third a count that creeps week by week."""


class Pairing(ByMindset):
    """Counts over pairs of futures that share their luck: one with the guarantee, one without."""

    def __init__(self, weeks: int):
        self.worst = np.zeros((KINDS, len(WORST), len(WORST)), np.int64)
        """Pairs by the worst reached with, and without."""
        self.war = np.zeros((KINDS, 2, 2), np.int64)
        """Pairs by whether war ever was renewed with, and without."""
        self.by_reading = np.zeros(structures.SHAPE, np.int64)
        """Pairs by the reading of each rival structure, and by whether the ceasefire fails with, and without."""
        self.parted_by = np.zeros((KINDS, len(EVENTS)), np.int64)
        """Pairs by the event at which they first part."""
        self.parted_in = np.zeros((KINDS, weeks + 1), np.int64)
        """Pairs by the week in which they first part."""
        self.provocation = [Provocation() for _ in range(KINDS)]

    @property
    def futures(self) -> int:
        """How many pairs are in."""
        return int(self.worst.sum())

    def fold(self, with_it: np.ndarray, without_it: np.ndarray) -> None:
        """Add pairs: two arrays of OUTCOME records of the same seed and runs."""
        mindset = with_it["mindset"]
        self.worst += count(self.worst.shape, mindset, with_it["worst"], without_it["worst"])
        fails = failed(with_it["worst"]), failed(without_it["worst"])
        self.by_reading += structures.count_by_reading(with_it, *fails)
        wars = [(each["first"][:, EVENT.renewed_war] != NOTHING).astype(int) for each in (with_it, without_it)]
        self.war += count(self.war.shape, mindset, *wars)
        week, event = parting(with_it["first"], without_it["first"])
        parts = week != NOTHING
        self.parted_by += count(self.parted_by.shape, mindset[parts], event[parts])
        self.parted_in += count(self.parted_in.shape, mindset[parts], week[parts])
        for kind, provocation in enumerate(self.provocation):
            own = mindset == kind
            provocation.fold(with_it[own], without_it[own])

    def verdicts(self) -> np.ndarray:
        """How many pairs fall into each category of VERDICT."""
        with_it, without_it = np.indices((len(WORST), len(WORST)))
        pairs = self.worst.sum(axis=0)
        return np.array([pairs[verdict(with_it, without_it) == category].sum() for category in range(len(VERDICT))])

    def failures_only(self) -> tuple[int, int]:
        """Pairs that fail only with, and only without."""
        pairs = self.worst.sum(axis=0)
        return int(pairs[END.eroded :, : END.eroded].sum()), int(pairs[: END.eroded, END.eroded :].sum())

    def wars_only(self) -> tuple[int, int]:
        """Pairs in which war is renewed only with, and only without."""
        pairs = self.war.sum(axis=0)
        return int(pairs[1, 0]), int(pairs[0, 1])


def parting(first_with: np.ndarray, first_without: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The week in which each pair first parts (NOTHING if never) and the event that then happens in one and not in the other.

    Takes the weeks of first events of both. Of events in the same week the first declared counts.
    """
    never = np.iinfo(np.int64).max
    weeks = [np.where(first == NOTHING, never, first) for first in (first_with, first_without)]
    sooner = np.where(weeks[0] != weeks[1], np.minimum(*weeks), never)
    sooner[:, NO_PARTING] = never
    event = sooner.argmin(axis=1)
    week = np.take_along_axis(sooner, event[:, None], axis=1)[:, 0]
    return np.where(week == never, NOTHING, week), event
