"""The figures of a comparison, one message each: drawn from its numbers, titles included."""

from matplotlib.figure import Figure

from ..ensemble.comparison import Comparison
from .mindsets import draw_mindsets
from .over_time import draw_over_time
from .verdicts import draw_verdicts


def draw_all(comparison: Comparison) -> dict[str, Figure]:
    """Every figure of a comparison by its name; one that would show nothing is left out."""
    figures = {
        "verdict": draw_verdicts(comparison),
        "troops_by_mindset": draw_mindsets(comparison),
        "outcomes_over_time": draw_over_time(comparison),
    }
    return {name: figure for name, figure in figures.items() if figure is not None}
