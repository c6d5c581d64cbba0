"""What the troops alone do against each kind of Moscow: the paired difference in failure with its interval."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ...agents.mindset import MINDSETS
from ..ensemble.comparison import Comparison
from ..ensemble.headlines import mindset_headline, with_troops
from ..ensemble.intervals import Interval
from ..ensemble.wording import heading, points, spoken
from .paper import DARK_BLUE, FAINT, FAMILY, GRID, INK, ORANGE, SMALL, TEXT, WIDTH, bare, page, place

COLOURS = {-1: DARK_BLUE, 0: "#7a7a7a", 1: ORANGE}
"""Fewer fail, no clear change, more fail."""
MARKERS = {-1: "o", 0: "D", 1: "s"}
"""The same without colour."""
LEFT, RIGHT = 2.95, 1.85
"""Inches beside the dots."""
NAME, INDENT = (0.27 - LEFT) / (WIDTH - LEFT - RIGHT), 0.03
"""Where names begin, in widths of the axes."""
LINE, HEADING = 0.25, 0.36
"""Inches a scenario takes, and the name of the mindset above."""


def draw_mindsets(comparison: Comparison) -> Figure | None:
    """Dots with intervals, by mindset and scenario; None if no scenario has troops."""
    results = with_troops(comparison)
    if not results:
        return None
    height = (HEADING + LINE * len(results)) * len(MINDSETS) + 0.65
    figure = page(
        height,
        mindset_headline(comparison),
        "Change in the share of futures in which the ceasefire fails: each package against the same without its troops. "
        "Percentage points with 95 % intervals. Nobody knows which Moscow it is.",
        comparison,
    )
    left, bottom, width, tall = place(figure, LEFT, RIGHT)
    raised = 0.3 * tall / height
    axes = figure.add_axes((left, bottom + raised, width, tall - raised))
    y, drawn = 0.0, []
    for mindset in MINDSETS:
        y += HEADING
        name = spoken(mindset.name).capitalize()
        axes.annotate(name, **_beside(axes, NAME, y), weight="bold", size=TEXT + 0.5, color=INK)
        for result in results:
            if result.troops_alone is not None:
                y += LINE
                difference = result.troops_alone.by_mindset[mindset.name].failure_difference
                axes.annotate(heading(result), **_beside(axes, NAME + INDENT, y), size=TEXT, color=INK)
                drawn += _dot(axes, y, difference)
    reach = max(max(drawn, default=0.0), 0.5) - min(min(drawn, default=0.0), -0.5)
    axes.set(xlim=(min([*drawn, -0.5]) - 0.04 * reach, max([*drawn, 0.5]) + 0.04 * reach), ylim=(height - 0.3, 0.0), yticks=[])
    axes.axvline(0, color=INK, linewidth=1, zorder=1)
    axes.xaxis.set_major_formatter(lambda tick, _: f"{tick:+g}".replace("-", "\N{MINUS SIGN}") if tick else "0")
    axes.grid(axis="x", color=GRID, linewidth=0.7)
    axes.set_axisbelow(True)
    bare(axes)
    for words, side in (("\N{LEFTWARDS ARROW} fewer fail  ", "right"), ("  more fail \N{RIGHTWARDS ARROW}", "left")):
        axes.text(0, 0.12, words, size=SMALL, color=FAINT, ha=side, va="center", family=FAMILY)
    return figure


def _dot(axes: Axes, y: float, difference: Interval) -> list[float]:
    """Draw one difference; gives what has to fit on the axis, percentage points."""
    if difference.value is None or difference.low is None or difference.high is None:
        return []
    value, low, high = (100 * each for each in (difference.value, difference.low, difference.high))
    colour, marker = COLOURS[difference.sign], MARKERS[difference.sign]
    axes.plot([low, high], [y, y], color=colour, linewidth=2, solid_capstyle="butt")
    axes.plot(value, y, marker, color=colour, markersize=7, markeredgecolor="white", markeredgewidth=0.8)
    text = points(difference).replace("-", "\N{MINUS SIGN}")
    axes.annotate(text, **_beside(axes, 1.03, y), size=TEXT, color=colour)
    return [low, high]


def _beside(axes: Axes, x: float, y: float) -> dict:
    """Where words beside the axes go: `x` in widths of the axes, `y` in its units."""
    return {
        "xy": (x, y),
        "xycoords": axes.get_yaxis_transform(),
        "va": "center",
        "family": FAMILY,
        "annotation_clip": False,
    }
