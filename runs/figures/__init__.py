"""The figures of a comparison, one message each: drawn from its numbers, titles included."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..ensemble.comparison import Comparison
from ..ensemble.plan import Entry

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def names_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The figures that a comparison of these will have."""
    troops = ("troops_by_mindset",) if any(entry.twin for entry in entries) else ()
    contrasts = ("verdict",) if len(entries) > 1 else ()
    return (*contrasts, *troops, "outcomes_over_time")


def draw_all(comparison: Comparison) -> "dict[str, Figure]":
    """Every figure of a comparison by its name; one that would show nothing is left out."""
    from .mindsets import draw_mindsets
    from .over_time import draw_over_time
    from .verdicts import draw_verdicts

    figures = {
        "verdict": draw_verdicts(comparison),
        "troops_by_mindset": draw_mindsets(comparison),
        "outcomes_over_time": draw_over_time(comparison),
    }
    return {name: figure for name, figure in figures.items() if figure is not None}
