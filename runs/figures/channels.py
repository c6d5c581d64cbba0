"""What each channel contributes: one row a channel, one column a scenario, the package and the troops alone in each."""

import textwrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ...model.scenario import BASELINE
from ..ensemble.comparison import Comparison
from ..validation.ablation.ablation import PACKAGE, TROOPS, Ablation, Contribution
from ..validation.ablation.ablation_page import heading, headline
from ..validation.verification.channels import CHANNELS, Channel
from ..validation.verification.experiment import FAILURE
from .paper import DARK_BLUE, FAINT, FAMILY, FOOT, GRID, HEAD, INK, ORANGE, SMALL, TEXT, WIDTH, bare, page

ROW, TOP, BELOW = 0.34, 0.62, 0.72
"""Inches a channel takes, what the scenarios' names and the key take above, and the axis below."""
LEFT, RIGHT, BETWEEN = 1.35, 0.2, 0.22
COLOURS = {PACKAGE: DARK_BLUE, TROOPS: ORANGE}
MARKERS = {PACKAGE: "o", TROOPS: "s"}
WORDS = {PACKAGE: "whole package", TROOPS: "troops alone"}
NAME_WIDTH = 20
"""Letters in a line of a scenario's name."""
APART = 0.16
"""Rows between the two contrasts of one channel."""


def draw_channels(ablation: Ablation) -> Figure:
    """Dots with intervals: percentage points of failure that a channel adds to a contrast."""
    channels = sorted(CHANNELS, key=lambda channel: _weight(ablation, channel))
    height = TOP + ROW * len(channels) + BELOW
    figure = page(
        height,
        headline(ablation),
        "What each channel adds to the change in failed ceasefires that a guarantee brings: the change with all channels at work, "
        "less the change with this one switched off. Percentage points, 95 % intervals.",
        Comparison(BASELINE, ablation.runs, ablation.seed, ablation.weeks, {}),
    )
    whole = height + HEAD + FOOT
    columns = len(ablation.scenarios)
    width = (WIDTH - LEFT - RIGHT - BETWEEN * (columns - 1)) / columns
    reach = max(
        (abs(bound or 0.0) for each in ablation.contributions for bound in each.adds[FAILURE.name]),
        default=0.01,
    )
    for column, scenario in enumerate(ablation.scenarios):
        left = LEFT + column * (width + BETWEEN)
        axes = figure.add_axes((left / WIDTH, (FOOT + BELOW) / whole, width / WIDTH, ROW * len(channels) / whole))
        _column(axes, ablation, scenario, channels, 100 * reach * 1.08)
        name = textwrap.fill(heading(ablation, scenario), NAME_WIDTH)
        figure.text(
            left / WIDTH,
            (FOOT + BELOW + ROW * len(channels) + 0.12) / whole,
            name,
            size=TEXT,
            weight="bold",
            color=INK,
            va="bottom",
            family=FAMILY,
            linespacing=1.1,
        )
        if column == 0:
            for row, channel in enumerate(channels):
                axes.annotate(
                    channel.called,
                    xy=(0, row),
                    xycoords=axes.get_yaxis_transform(),
                    xytext=(-7, 0),
                    textcoords="offset points",
                    ha="right",
                    va="center",
                    size=TEXT,
                    color=INK,
                    family=FAMILY,
                    annotation_clip=False,
                )
    _key(figure, whole)
    return figure


def _weight(ablation: Ablation, channel: Channel) -> float:
    """What a channel adds to the packages, so that the rows run from what prevents failure to what brings it about."""
    return sum(each.adds[FAILURE.name].value or 0.0 for each in ablation.of(channel) if each.contrast == PACKAGE)


def _column(axes: Axes, ablation: Ablation, scenario: str, channels: list[Channel], reach: float) -> None:
    axes.set(xlim=(-reach, reach), ylim=(len(channels) - 0.5, -0.5), yticks=[])
    axes.axvline(0, color=INK, linewidth=0.9, zorder=1)
    for row in range(len(channels)):
        axes.axhline(row, color=GRID, linewidth=0.6, zorder=0)
    for each in ablation.contributions:
        if each.scenario == scenario:
            _dot(axes, channels.index(each.channel), each)
    axes.xaxis.set_major_formatter(lambda tick, _: f"{tick:+g}".replace("-", "\N{MINUS SIGN}") if tick else "0")
    axes.locator_params(axis="x", nbins=4)
    bare(axes)
    axes.tick_params(axis="x", labelsize=SMALL, labelcolor=FAINT)


def _dot(axes: Axes, row: int, each: Contribution) -> None:
    found = each.adds[FAILURE.name]
    if found.value is None or found.low is None or found.high is None:
        return
    y = row + (-APART if each.contrast == PACKAGE else APART)
    colour = COLOURS[each.contrast]
    axes.plot([100 * found.low, 100 * found.high], [y, y], color=colour, linewidth=1.6, solid_capstyle="butt", zorder=2)
    clear = bool(found.sign)
    face = colour if clear else "white"
    axes.plot(100 * found.value, y, MARKERS[each.contrast], color=colour, markerfacecolor=face, markersize=5, zorder=3)


def _key(figure: Figure, whole: float) -> None:
    """The two contrasts, named once in their colours, and what the sides mean."""
    y = (FOOT + 0.28) / whole
    x = LEFT / WIDTH
    for contrast, words in WORDS.items():
        mark = "\N{BLACK CIRCLE}" if contrast == PACKAGE else "\N{BLACK SQUARE}"
        figure.text(x, y, f"{mark} {words}", size=SMALL, color=COLOURS[contrast], va="bottom", family=FAMILY)
        x += 0.145
    hollow = "hollow: not distinguishable from nothing"
    figure.text(x, y, hollow, size=SMALL, color=FAINT, va="bottom", family=FAMILY)
    sides = "Left of 0 a channel makes the guarantee prevent failures, right of 0 it makes it bring them about."
    figure.text(LEFT / WIDTH, (FOOT + 0.06) / whole, sides, size=SMALL, color=FAINT, va="bottom", family=FAMILY)
