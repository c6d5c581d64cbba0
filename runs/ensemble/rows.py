"""Rows of a design: each future with a run, levers and pins of its own, played as `play` would play it, byte for byte.

What all rows share (the blank world, the drawings) is made once; a row costs a few microseconds beyond its future.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from ...agents.chance import set_seed
from ...agents.declaration import Choice, DeclarationError, Declarations, Quantity, Switch, Whole
from ...agents.record import first_cell
from ...model.future import FIVE_YEARS, LARGEST_COUNTER, LARGEST_SEED, LONGEST, PLACE_OF, blank_world, drawings, whole
from ...model.levers import LEVERS
from ...model.loop import play_futures
from ...model.orders import NO_ORDERS
from ...model.outcomes import OUTCOME
from ...model.scenario import Scenario, check_together
from ...model.uncertainties import UNCERTAINTIES
from ...model.world import WORLD, cells_of, copy_of
from .futures import NO_BRANCHES, OUTCOME_CELLS, OUTCOME_START, PIECE, cores, in_pieces

FIRST_LEVER = first_cell(WORLD, "levers")
LEVER_CELL = {name: FIRST_LEVER + place for place, name in enumerate(LEVERS)}
"""Where each lever stands in a world's row of cells."""

SHARES = ("share_in_cities", "share_on_line")
"""Shares of one force."""


@dataclass(frozen=True)
class Rows:
    """A design: the run of each row (whole numbers), and columns of the levers and uncertainties that vary, one value a row."""

    runs: np.ndarray
    levers: Mapping[str, np.ndarray] = field(default_factory=dict)
    pins: Mapping[str, np.ndarray] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.runs)


def checked(rows: Rows) -> Rows:
    """The same with columns of floats. Raises DeclarationError for a name, length, value or run that cannot be."""
    runs = np.asarray(rows.runs)
    if runs.ndim != 1 or not np.issubdtype(runs.dtype, np.integer):
        raise DeclarationError("the runs of a design are one row of whole numbers")
    if len(runs) and not (runs.min() >= 0 and runs.max() <= LARGEST_COUNTER):
        raise DeclarationError(f"a run is a whole number from 0 to {LARGEST_COUNTER}")
    return Rows(runs.astype(np.int64), _columns(rows.levers, LEVERS, len(runs)), _columns(rows.pins, UNCERTAINTIES, len(runs)))


def _columns(columns: Mapping[str, np.ndarray], declared: Declarations[Quantity], length: int) -> dict[str, np.ndarray]:
    found = {}
    for name, column in columns.items():
        quantity = declared.find(name)
        values = np.asarray(column, float)
        if values.shape != (length,):
            raise DeclarationError(f"{name} has {values.size} values for {length} rows")
        wrong = np.flatnonzero(~((values >= quantity.low) & (values <= quantity.high)))
        if len(wrong):
            raise DeclarationError(f"row {wrong[0]}: {name} takes {quantity.range_text()}, not {values[wrong[0]]:g}")
        if isinstance(quantity, Whole | Switch | Choice):
            for value in np.unique(values):
                quantity.parse(float(value))
        found[quantity.name] = values
    return found


def _refuse_what_cannot_hold_together(scenario: Scenario, rows: Rows) -> None:
    """Levers that are each in range, but not both: the row with the largest sum is asked."""
    cities, line = (np.broadcast_to(rows.levers.get(name, scenario.levers[name]), len(rows)) for name in SHARES)
    if len(rows):
        worst = int(np.argmax(cities + line))
        check_together(dict(zip(SHARES, (float(cities[worst]), float(line[worst])), strict=True)))


def play_rows(
    scenario: Scenario,
    rows: Rows,
    seed: int,
    weeks: int = FIVE_YEARS,
    threads: int | None = None,
    advance: Callable[[int], object] | None = None,
) -> np.ndarray:
    """The outcomes of a design's rows, in order: one OUTCOME record each. What the columns do not name is the scenario's.

    Raises DeclarationError for a design that cannot be played. `advance` is told how many rows have just been finished.
    """
    rows = checked(rows)
    _refuse_what_cannot_hold_together(scenario, rows)
    seed = whole("seed", seed, 0, LARGEST_SEED)
    blank = blank_world(scenario, whole("weeks", weeks, 1, LONGEST))
    set_seed(blank[0].luck, seed)
    drawing = drawings(scenario)
    drawing["pinned"][[PLACE_OF[name] for name in rows.pins]] = 1
    outcomes = np.zeros(len(rows), OUTCOME)
    written = outcomes.view(np.float64).reshape(len(rows), OUTCOME_CELLS)
    levers = [(LEVER_CELL[name], column) for name, column in rows.levers.items()]
    pins = [(PLACE_OF[name], column) for name, column in rows.pins.items()]

    def piece(start: int) -> int:
        scratch, template, own = copy_of(blank), copy_of(blank).view(np.float64), drawing.copy()
        cells, values, held = scratch.view(np.float64), cells_of(scratch, "uncertainties")[0], own["value"]
        stop = min(start + PIECE, len(rows))
        for row in range(start, stop):
            for cell, column in levers:
                template[cell] = column[row]
            for place, column in pins:
                held[place] = column[row]
            play_futures(
                scratch, cells, template, values, own, NO_ORDERS, rows.runs[row], NO_BRANCHES, written[row : row + 1], OUTCOME_START
            )
        return stop - start

    for done in in_pieces(piece, range(0, len(rows), PIECE), threads or cores()):
        if advance:
            advance(done)
    return outcomes
