"""The chances of a case: its futures, sorted into the codebook's three outcomes.

Every case meets the same runs of the same seed, so its chances depend on what is coded of it and on nothing else: not on its name,
its place in the file, or the other cases.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from ....agents.mindset import MINDSETS
from ....model.outcomes import END, MEAN
from ...ensemble.futures import Policy, play
from .case import ENDS, Case, End
from .mapping import scenario_of

SEED = 1
MINDSET = "mindset"
"""The uncertainty of which each value is played equally often."""
MAJOR_DEATHS = 1000.0
"""Deaths in all from which violence short of a general war counts as major (codebook)."""
PLACE = {end: place for place, end in enumerate(ENDS)}


def ends_of(outcomes: np.ndarray) -> np.ndarray:
    """The place in ENDS of every future, from OUTCOME records.

    Major: a general war, open fighting with the guarantors, or 1,000 dead by violations. Low level: years of deadly violations, or
    some ground lost without such a war.
    """
    deaths = outcomes["sums"][:, MEAN.deaths_per_year]
    major = (outcomes["worst"] >= END.renewed_war) | (deaths >= MAJOR_DEATHS)
    low = outcomes["worst"] >= END.simmering
    return np.where(major, PLACE[End.MAJOR], np.where(low, PLACE[End.LOW_LEVEL], PLACE[End.HELD]))


def chances_of(
    readings: Sequence[Case],
    runs: int,
    pins: Mapping[str, float] | None = None,
    first_run: int = 0,
    advance: Callable[[int], object] | None = None,
) -> np.ndarray:
    """The chances of held, low_level and major in five years, from `runs` futures in all.

    `readings`: the case, or several versions of it that are held equally likely. `pins`: uncertainties held at a value (a
    coefficient under calibration); what a case itself sets goes first. Each reading and each mindset has an equal part of the
    runs, for a mindset that chance favours would favour one outcome in every case alike.
    """
    counts = np.zeros(len(ENDS))
    parts = [(reading, {MINDSET: float(mindset.rank), **(pins or {})}) for reading in readings for mindset in MINDSETS]
    start = first_run
    for place, (reading, held) in enumerate(parts):
        futures = (place + 1) * runs // len(parts) - place * runs // len(parts)
        if futures:
            outcomes = play(Policy(scenario_of(reading, held)), futures, SEED, first_run=start, advance=advance)
            counts += np.bincount(ends_of(outcomes), minlength=len(ENDS))
            start += futures
    return counts / runs
