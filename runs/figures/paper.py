"""What all figures share: colours that colour-blind readers can tell apart, a page with a finding on top and its source below."""

import textwrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..ensemble.comparison import Comparison

INK, FAINT, GRID = "#222222", "#6b6b6b", "#d9d9d9"
ORANGE, PALE_ORANGE, GREY, RUSSIA = "#c8691c", "#e3b48a", "#dcd8ce", "#8c2d3f"
PALE_BLUE, BLUE, DARK_BLUE = "#b9d0e6", "#6d9dc8", "#1d5288"

FAMILY = "DejaVu Sans"
TITLE, TEXT, SMALL = 14, 9.5, 8
WIDTH = 9.0
"""Inches."""
MARGIN = 0.03
"""Share of the width left of titles and of the source."""
HEAD, FOOT = 1.1, 0.55
"""Inches above and below what is drawn."""


def page(height: float, finding: str, explanation: str, comparison: Comparison) -> Figure:
    """An empty page of WIDTH by `height` inches plus head and foot: the finding, how to read the figure, the source line."""
    whole = height + HEAD + FOOT
    figure = Figure(figsize=(WIDTH, whole), facecolor="white")
    title = textwrap.fill(finding, 68)
    figure.text(MARGIN, 1 - 0.2 / whole, title, size=TITLE, weight="bold", color=INK, va="top", family=FAMILY, linespacing=1.15)
    below = 0.2 + 0.25 * (title.count("\n") + 1)
    reading = textwrap.fill(explanation, 118)
    figure.text(MARGIN, 1 - below / whole, reading, size=TEXT, color=FAINT, va="top", family=FAMILY, linespacing=1.25)
    figure.text(MARGIN, 0.16 / whole, source(comparison), size=SMALL, color=FAINT, va="bottom", family=FAMILY)
    return figure


def source(comparison: Comparison) -> str:
    """Where the numbers come from, and what they are not."""
    changed = [f"{name}={value:g}" for name, value in {**comparison.levers, **comparison.pins}.items()]
    settings = f" with {', '.join(changed)}" if changed else ""
    if len(changed) > 3:
        settings = f" with {len(changed)} levers set or uncertainties pinned"
    return (
        f"Reassure, {comparison.runs:,} futures of {comparison.weeks} weeks{settings}, seed {comparison.seed}; "
        "explores assumptions, does not forecast"
    )


def place(figure: Figure, left: float, right: float) -> tuple[float, float, float, float]:
    """The rectangle (left, bottom, width, height, as shares of the page) between head and foot; `left` and `right` in inches."""
    _, whole = figure.get_size_inches()
    return left / WIDTH, FOOT / whole, 1 - (left + right) / WIDTH, 1 - (HEAD + FOOT) / whole


def bare(axes: Axes) -> None:
    """Remove frame and ticks, keep the labels."""
    axes.tick_params(length=0, labelsize=TEXT, labelcolor=INK)
    axes.spines[:].set_visible(False)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontfamily(FAMILY)
