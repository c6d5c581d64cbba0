"""The drawn uncertainties of many futures, drawn again by the rule that draws them at week 0: the same bits, in microseconds.

The ensemble's loop hands out outcomes only; drawing again is cheaper than carrying a hundred numbers through it.
"""

from collections.abc import Sequence

import numpy as np

from ...agents.chance import LUCK, PURPOSE, WHO, set_seed, uniforms_at
from ...agents.rule import rule
from ...agents.uncertainty import DISTRIBUTION
from ...model.beginning import drawn
from ...model.future import drawings
from ...model.scenario import Scenario
from ...model.uncertainties import UNCERTAINTIES


@rule
def _draw_futures(rows, drawing, varied, luck, first_run):
    """Draw the `varied` uncertainties of a row for each run from `first_run` on, each with a counter of its own."""
    for run in range(rows.shape[0]):
        luck.run = first_run + run
        for index in varied:
            first, second = uniforms_at(luck, drawing[index].luck, WHO.world, PURPOSE.uncertainty)
            rows[run, index] = drawn(drawing[index], first, second)


def drawn_uncertainties(scenario: Scenario, seed: int, first_run: int, runs: int, names: Sequence[str]) -> np.ndarray:
    """The uncertainties of these names in these runs: shape (runs, names), in the order of `names`."""
    order = list(UNCERTAINTIES)
    drawing = drawings(scenario)[[order.index(name) for name in names]]
    held = np.where(drawing["pinned"] == 1, drawing["value"], drawing["default"])
    varied = np.flatnonzero((drawing["pinned"] == 0) & (drawing["kind"] != DISTRIBUTION.fixed))
    rows = np.tile(held, (runs, 1))
    luck = np.zeros(1, LUCK)[0]
    set_seed(luck, seed)
    _draw_futures(rows, drawing, varied, luck, first_run)
    return rows
