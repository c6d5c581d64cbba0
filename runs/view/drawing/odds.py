"""What is likely to come next from here: the chance of each outcome by the horizon, and how each has moved over the weeks."""

from collections.abc import Mapping, Sequence

import numpy as np

from ....model.outcomes import EVENTS, WORST
from ...ensemble.intervals import NOT_OBSERVED, Interval
from ...story.phrases import percent
from . import palette
from .markup import circle, drawing, escape, heading, line, path, rect, svg, text, through

WIDTH, ROW, TOP = 456.0, 36.0, 24.0
NAMES, BAR, TREND = 104.0, 128.0, 128.0
MEANINGS = {outcome.name: outcome.meaning for outcome in (*EVENTS, *WORST)}
OTHER = palette.TRUE
"""Colour of an outcome that is not one of WORST."""

Point = tuple[float, Mapping[str, Interval]]


def draw_odds(points: Sequence[Point], conditional: str = "", wars: str = "") -> str:
    """Chances with 95 % intervals, as HTML.

    `points`: (week, chance of each outcome by name) for the weeks in which they were worked out, oldest first; the last is now.
    `conditional` says what the chances are conditional on, `wars` who begins the wars among these futures.
    """
    told = f'<p class="note">{escape(conditional)}</p>' if conditional else ""
    if not points:
        return drawing("odds", [heading("What may come", "chances from here"), '<p class="note">Being worked out.</p>', told])
    week, chances = points[-1]
    rows = [row for place, name in enumerate(chances) for row in _row(place, name, points)]
    height = TOP + ROW * len(chances) + 8
    said = ", ".join(f"{name.replace('_', ' ')} {_value(chance)}" for name, chance in chances.items())
    return drawing(
        "odds",
        [
            heading("What may come", f"chance of each worst outcome, from week {week:g}"),
            svg(WIDTH, height, f"Chances from week {week:g}: {said}.", [*_titles(points), *rows]),
            f'<p class="note">{escape(wars)}</p>' if wars else "",
            told,
            '<p class="note">Whiskers and bands: 95 % intervals. This explores assumptions; it does not forecast.</p>',
        ],
    )


def _value(chance: Interval) -> str:
    return "unknown" if chance.value is None else percent(chance.value)


def _titles(points: Sequence[Point]) -> list[str]:
    trend = NAMES + BAR + 58
    first = f"weeks {points[0][0]:g} to {points[-1][0]:g}, own scales" if len(points) > 1 else ""
    return [text(NAMES, 12, "now, 0 to 100 %", "small faint"), text(trend, 12, first, "small faint")]


def _row(place: int, name: str, points: Sequence[Point]) -> list[str]:
    chance = points[-1][1][name]
    colour = palette.OUTCOME_COLOURS.get(name, OTHER)
    y = TOP + ROW * place
    middle = y + ROW / 2 - 3
    drawn = [
        f"<g><title>{escape(name.replace('_', ' '))}: {escape(MEANINGS.get(name, ''))}</title>",
        text(NAMES - 8, middle + 4, name.replace("_", " "), "", "end"),
        rect(NAMES, middle - 8, BAR, 16, "#f1f3f5"),
    ]
    if chance.value is not None:
        drawn.append(rect(NAMES, middle - 8, BAR * chance.value, 16, colour))
        if chance.low is not None and chance.high is not None:
            low, high = NAMES + BAR * chance.low, NAMES + BAR * chance.high
            whisker = ((low, middle, high, middle), (low, middle - 3, low, middle + 3), (high, middle - 3, high, middle + 3))
            drawn += [
                line(*ends, stroke, width) for stroke, width in ((palette.PAPER, 3.2), (palette.INK, 1.2)) for ends in whisker
            ]
    drawn.append(text(NAMES + BAR + 8, middle + 4, _value(chance), "strong" if chance.value is not None else "faint"))
    return [*drawn, *_trend(name, points, y, colour), "</g>"]


def _trend(name: str, points: Sequence[Point], y: float, colour: str) -> list[str]:
    """The chance over the weeks so far, with its band, each on a scale of its own from 0 to what it reached."""
    left, high, bottom = NAMES + BAR + 58, ROW - 12, y + ROW - 8
    drawn = [line(left, bottom, left + TREND, bottom, palette.RULE, 0.8)]
    if len(points) < 2:
        return drawn
    weeks = np.array([week for week, _ in points])
    chances = [chances.get(name, NOT_OBSERVED) for _, chances in points]
    value, low, upper = (
        np.array([np.nan if bound is None else bound for bound in bounds]) for bounds in zip(*chances, strict=True)
    )
    x = left + TREND * (weeks - weeks[0]) / max(1e-9, weeks[-1] - weeks[0])
    known = ~np.isnan(low) & ~np.isnan(upper)
    top = max(0.1, float(np.nanmax(np.append(upper[known], np.append(value, 0.0)))))

    def down(bound: np.ndarray) -> np.ndarray:
        return bottom - high * bound / top

    if known.any():
        there = x[known]
        data = through(np.append(there, there[::-1]), np.append(down(upper[known]), down(low[known])[::-1]))
        drawn.append(path(data + "Z", colour, more='opacity=".28"'))
    drawn.append(path(through(x, down(value)), stroke=colour, width=1.8))
    if value[-1] == value[-1]:
        drawn.append(circle(float(x[-1]), float(down(value)[-1]), 2.4, colour))
    drawn.append(line(left, bottom - high, left + TREND, bottom - high, palette.RULE, 0.5))
    drawn += [
        text(left + TREND + 5, bottom - high + 5, percent(top), "small faint"),
        text(left + TREND + 5, bottom + 2, "0", "small faint"),
    ]
    return drawn
