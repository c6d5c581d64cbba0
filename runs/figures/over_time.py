"""Outcome shares over time: how the futures of each scenario turn worse, week by week."""

import math
import textwrap

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from ...agents.curves import WEEKS_IN_YEAR
from ...model.outcomes import END, WORST
from ..ensemble.comparison import Comparison, Result
from ..ensemble.wording import called, heading, percent, spoken
from .paper import FAINT, FAMILY, FOOT, HEAD, INK, ORANGE, PALE_BLUE, PALE_ORANGE, RUSSIA, SMALL, TEXT, WIDTH, bare, page

COLOURS = ("#e9eff6", PALE_BLUE, PALE_ORANGE, ORANGE, RUSSIA, "#3d0f1a")
"""Held, simmering, eroded, renewed war, clash, wider war: blue stands, orange and red have failed."""
COLUMNS = 3
PANEL, BETWEEN = 1.95, 0.75
"""Inches: height of a panel, and above it."""
LEFT, KEY = 0.65, 1.35
"""Inches left of the panels, and for the key on the right."""


NAME_WIDTH = 28
"""Letters in a line of a scenario's name."""


def draw_over_time(comparison: Comparison) -> Figure:
    """A panel for the baseline and for each scenario; the outcomes that count as failure lie at the bottom."""
    shown = [result for result in comparison.results.values() if not result.entry.twin_of]
    columns = min(COLUMNS, len(shown))
    rows = math.ceil(len(shown) / columns)
    height = rows * (PANEL + BETWEEN)
    figure = page(
        height,
        headline(comparison, shown),
        "Worst reached so far, per cent of futures. A ceasefire has failed once ground is lost, or worse.",
        comparison,
    )
    whole = height + HEAD + FOOT
    width = (WIDTH - LEFT - KEY) / columns
    for index, result in enumerate(shown):
        row, column = divmod(index, columns)
        bottom = FOOT + 0.25 + (rows - 1 - row) * (PANEL + BETWEEN)
        axes = figure.add_axes(((LEFT + column * width) / WIDTH, bottom / whole, (width - 0.22) / WIDTH, PANEL / whole))
        _panel(axes, result, comparison.weeks, named=column == 0)
    _key(figure, whole, FOOT + 0.25 + (rows - 1) * (PANEL + BETWEEN) + PANEL)
    return figure


def headline(comparison: Comparison, shown: list[Result]) -> str:
    """How many fail by the end, in the baseline and in the best and worst of the others."""
    years = comparison.weeks / WEEKS_IN_YEAR
    when = f"After {years:g} years" if years == int(years) and years > 1 else f"After {comparison.weeks} weeks"
    fails = {called(result): 100 * result.tally.shares_over_time()[END.eroded :, -1].sum() for result in shown}
    baseline = called(comparison.results[comparison.baseline])
    start = f"{when} {fails.pop(baseline):.0f} of 100 have failed under the {baseline}"
    if not fails:
        return start
    best, worst = min(fails, key=lambda name: fails[name]), max(fails, key=lambda name: fails[name])
    if best == worst:
        return f"{start}, {fails[best]:.0f} under the {best}"
    return f"{start}, {fails[best]:.0f} under the {best}, {fails[worst]:.0f} under the {worst}"


def _panel(axes: Axes, result: Result, weeks: int, named: bool) -> None:
    shares = 100 * result.tally.shares_over_time()
    time = np.arange(shares.shape[1]) / WEEKS_IN_YEAR
    axes.stackplot(time, shares[::-1], colors=COLOURS[::-1], linewidth=0)
    failed = shares[END.eroded :].sum(axis=0)
    axes.plot(time, failed, color=INK, linewidth=0.9)
    axes.text(
        0.98 * time[-1],
        min(failed[-1] + 2.5, 92),
        f"{percent(failed[-1] / 100)} % failed",
        size=SMALL,
        color=INK,
        ha="right",
        va="bottom",
        family=FAMILY,
        weight="bold",
    )
    name = textwrap.fill(heading(result), NAME_WIDTH)
    axes.set_title(name, size=TEXT, weight="bold", color=INK, loc="left", family=FAMILY, pad=5)
    axes.set(xlim=(0, time[-1]), ylim=(0, 100))
    axes.set_yticks([0, 50, 100], ["0", "50", "100 %"] if named else ["", "", ""])
    axes.xaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    ticks = [tick for tick in axes.get_xticks() if 0 <= tick <= time[-1]]
    axes.set_xticks(ticks, ["0", *[""] * (len(ticks) - 2), f"{ticks[-1]:g} years"])
    bare(axes)
    axes.get_xticklabels()[-1].set_horizontalalignment("right")
    axes.get_xticklabels()[0].set_horizontalalignment("left")


def _key(figure: Figure, whole: float, top: float) -> None:
    """The colours, named once beside the first row, in the order they lie; `top` and `whole` in inches."""
    left = WIDTH - KEY + 0.05
    for index, (outcome, colour) in enumerate(zip(WORST, COLOURS, strict=True)):
        y = top - 0.1 - 0.24 * index
        swatch = ((left / WIDTH, (y - 0.07) / whole), 0.17 / WIDTH, 0.14 / whole)
        figure.add_artist(Rectangle(*swatch, color=colour, linewidth=0))
        figure.text((left + 0.23) / WIDTH, y / whole, spoken(outcome.name), size=SMALL, color=INK, va="center", family=FAMILY)
    y = top - 0.1 - 0.24 * len(WORST)
    figure.text(left / WIDTH, y / whole, "line: all that failed", size=SMALL, color=FAINT, va="center", family=FAMILY)
