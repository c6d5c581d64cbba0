"""How failures respond to what is swept: each row of a design as a dot over each axis, with its interval."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ...agents.declaration import Choice
from ..batch.sweep import found as quantity_of
from ..ensemble.comparison import Comparison
from ..ensemble.intervals import Interval
from ..ensemble.wording import spoken
from .paper import BLUE, DARK_BLUE, FAMILY, FOOT, GRID, HEAD, INK, ORANGE, RUSSIA, SMALL, TEXT, WIDTH, bare, page

if TYPE_CHECKING:
    from ..batch.response import Response

    Drawn = tuple[Response, Interval]

COLOURS = (DARK_BLUE, ORANGE, BLUE, RUSSIA, INK)
MARKERS = ("o", "s", "D", "^", "v")
"""By scenario, so that they can be told apart without colour."""
PANEL, BETWEEN = 2.2, 0.85
"""Inches: height of a panel, and above it."""
LEFT, RIGHT = 0.75, 0.3
"""Inches beside the panels."""
MANY, FAINTEST = 25, 0.04
"""With more marks than twice so many their intervals grow fainter, down to this."""
APART = 0.006
"""How far the dots of two scenarios stand apart, in widths of the axis, so that neither hides the other."""


def draw_response(found: Sequence["Response"], comparison: Comparison) -> dict[str, Figure]:
    """A figure for each of the two contrasts: the package against the baseline, the troops alone. Left out if there is nothing.

    `comparison` names runs, weeks, seed and what was set throughout.
    """
    package = [(each, each.package.failure_difference) for each in found]
    troops = [(each, each.troops_alone.failure_difference) for each in found if each.troops_alone]
    figures = {
        "package_by_axis": _draw(package, comparison, "the package against the baseline"),
        "troops_by_axis": _draw(troops, comparison, "each package against the same without its troops"),
    }
    return {name: figure for name, figure in figures.items() if figure is not None}


def _draw(drawn: Sequence["Drawn"], comparison: Comparison, contrast: str) -> Figure | None:
    if not drawn:
        return None
    names = list(dict.fromkeys(each.called for each, _ in drawn))
    swept = list(drawn[0][0].values)
    height = (PANEL + BETWEEN) * len(swept)
    saving, breaking = (sum(difference.sign == sign for _, difference in drawn) for sign in (-1, 1))
    figure = page(
        height,
        f"{saving} of {len(drawn)} combinations save ceasefires, {breaking} break them, the others make no clear difference",
        f"Change in the share of futures in which the ceasefire fails: {contrast}. Percentage points with 95 % intervals, a mark "
        f"for each combination of the design. {'; '.join(f'{marker_name(index)}: {name}' for index, name in enumerate(names))}.",
        comparison,
    )
    whole = height + HEAD + FOOT
    for index, name in enumerate(swept):
        bottom = FOOT + 0.45 + (len(swept) - 1 - index) * (PANEL + BETWEEN)
        panel = figure.add_axes((LEFT / WIDTH, bottom / whole, (WIDTH - LEFT - RIGHT) / WIDTH, PANEL / whole))
        _panel(panel, name, drawn, names)
    return figure


def marker_name(index: int) -> str:
    """The marker of a scenario in words."""
    return ("Dots", "squares", "diamonds", "triangles", "triangles on their tip")[index % len(MARKERS)]


def _panel(axes: Axes, name: str, drawn: Sequence["Drawn"], names: Sequence[str]) -> None:
    quantity = quantity_of(name)
    values = [each.values[name] for each, _ in drawn]
    faintness = max(FAINTEST, min(0.5, MANY / len(drawn)))
    reach = (max(values) - min(values)) or 1.0
    for each, difference in drawn:
        if difference.value is None or difference.low is None or difference.high is None:
            continue
        index = names.index(each.called)
        x = each.values[name] + (index - (len(names) - 1) / 2) * APART * reach
        colour = COLOURS[index % len(COLOURS)]
        axes.plot([x, x], [100 * difference.low, 100 * difference.high], color=colour, linewidth=1, alpha=faintness)
        axes.plot(x, 100 * difference.value, MARKERS[index % len(MARKERS)], color=colour, markersize=4.5)
    axes.axhline(0, color=INK, linewidth=1, zorder=1)
    axes.grid(axis="y", color=GRID, linewidth=0.7)
    axes.set_axisbelow(True)
    if isinstance(quantity, Choice):
        shown = sorted(set(values))
        axes.set_xticks(shown, [spoken(quantity.text(value)) for value in shown])
    axes.set_title(f"{spoken(name)} ({quantity.unit})", size=TEXT, weight="bold", color=INK, loc="left", family=FAMILY)
    bare(axes)
    axes.tick_params(labelsize=SMALL)
