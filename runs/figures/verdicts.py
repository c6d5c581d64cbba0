"""The verdict: of a hundred futures, how many the package and the troops alone deter, leave as they were, or provoke."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..ensemble.comparison import Comparison
from ..ensemble.contrast import Contrast
from ..ensemble.headlines import package_headline, troops_headline, with_troops
from ..ensemble.wording import called, heading, points, spoken
from .paper import (
    DARK_BLUE,
    FAINT,
    FAMILY,
    GREY,
    INK,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    RUSSIA,
    SMALL,
    TEXT,
    WIDTH,
    bare,
    page,
    place,
)

COLOURS = {
    "deterred": DARK_BLUE,
    "held_anyway": PALE_BLUE,
    "not_deterred": GREY,
    "escalated": PALE_ORANGE,
    "provoked": ORANGE,
    "provoked_and_escalated": RUSSIA,
}
"""In the order of the bars: from what speaks for it to what speaks against it."""
WHITE_TEXT = {"deterred", "provoked", "provoked_and_escalated"}
LEFT, RIGHT = 1.45, 1.85
"""Inches beside the bars."""
ROW, GAP = 0.42, 0.38
"""Inches a bar takes, and the name above the bars of one scenario."""
NARROWEST = 0.02
"""A share narrower than this has no room for its number."""


def draw_verdicts(comparison: Comparison) -> Figure | None:
    """One bar for each contrast of each scenario; None if there is no contrast."""
    results = [result for result in comparison.results.values() if result.contrasts and not result.entry.twin_of]
    if not results:
        return None
    height = sum(GAP + ROW * len(result.contrasts) for result in results) + 0.5
    figure = page(
        height,
        troops_headline(comparison) if with_troops(comparison) else package_headline(comparison),
        'Each future is played twice with the same luck, with and without, and sorted by whether the ceasefire fails. "Without" '
        f"is the {called(comparison.results[comparison.baseline])}, or the same package without its troops. Per cent of futures.",
        comparison,
    )
    axes = figure.add_axes(place(figure, LEFT, RIGHT))
    margin = -(LEFT - 0.27) / (WIDTH - LEFT - RIGHT)
    top = 0.0
    for result in results:
        axes.text(margin, top + GAP * 0.62, heading(result), size=TEXT + 0.5, weight="bold", color=INK, va="center", family=FAMILY)
        top += GAP
        for contrast in result.contrasts.values():
            _bar(axes, top + ROW / 2, contrast)
            top += ROW
    axes.text(1.02, GAP * 0.62, "failures change by\npoints (95 %)", size=SMALL, color=FAINT, va="center", family=FAMILY)
    _key(axes, margin, top + 0.3)
    axes.set(xlim=(0, 1), ylim=(height, 0), xticks=[], yticks=[])
    bare(axes)
    return figure


def _bar(axes: Axes, y: float, contrast: Contrast) -> None:
    changes = contrast.overall
    label = "troops alone" if contrast.troops_alone else "whole package"
    axes.text(-0.015, y, label, size=TEXT, color=INK, ha="right", va="center", family=FAMILY)
    left = 0.0
    for name, colour in COLOURS.items():
        value = changes.verdict[name].value or 0.0
        axes.barh(y, value, ROW * 0.78, left=left, color=colour, edgecolor="white", linewidth=0.6)
        if value >= NARROWEST:
            ink = "white" if name in WHITE_TEXT else INK
            axes.text(left + value / 2, y, f"{100 * value:.0f}", size=SMALL, color=ink, ha="center", va="center", family=FAMILY)
        left += value
    difference = points(changes.failure_difference).replace("-", "\N{MINUS SIGN}")
    axes.text(1.02, y, difference, size=TEXT, color=INK, va="center", family=FAMILY)


def _key(axes: Axes, x: float, y: float) -> None:
    """The colours, named once, in the order of the bars."""
    for name, colour in COLOURS.items():
        label = spoken(name)
        axes.barh(y, 0.018, 0.15, left=x, color=colour, clip_on=False)
        axes.text(x + 0.024, y, label, size=SMALL, color=INK, va="center", family=FAMILY)
        x += 0.062 + 0.0128 * len(label)
