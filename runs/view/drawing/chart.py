"""A small chart over the weeks: axes, lines with names at their ends, shaded bands, marks where two futures part."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from . import palette
from .markup import apart, circle, line, number, path, svg, text, through

WIDTH, HEIGHT = 330.0, 150.0
LEFT, RIGHT, TOP, BOTTOM = 36.0, 96.0, 10.0, 20.0
"""Margins of a chart in pixels; the names of the lines stand in the right one."""
NAME_GAP = 12.5
YEAR = 52


@dataclass(frozen=True)
class Curve:
    """A line over the weeks from 0 on; `name` stands at its end with the last value as `said`. Faint curves have no dot.

    `ink`: the colour of the name, where that of the line is too pale for type.
    """

    values: np.ndarray
    colour: str
    name: str = ""
    said: str = ""
    width: float = 2.0
    dash: str = ""
    faint: bool = False
    ink: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart from `low` to `high` over the weeks from 0 to `horizon`.

    `ticks` are values with their names; `bands` are filled between two lines; `partings` are steps at which another future parts
    from this one, with its colour.
    """

    title: str
    horizon: float
    low: float
    high: float
    ticks: Sequence[tuple[float, str]]
    curves: Sequence[Curve]
    bands: Sequence[tuple[np.ndarray, np.ndarray, str]] = ()
    partings: Sequence[tuple[float, str]] = ()
    weeks_per_step: float = 1.0
    height: float = HEIGHT

    def x(self, step: ArrayLike) -> np.ndarray:
        """Where a step lies across."""
        share = np.asarray(step, float) * self.weeks_per_step / max(1.0, self.horizon)
        return LEFT + (WIDTH - LEFT - RIGHT) * np.minimum(1.0, share)

    def y(self, value: ArrayLike) -> np.ndarray:
        """Where a value lies down; what is beyond the chart is held at its edge."""
        share = (np.asarray(value, float) - self.low) / (self.high - self.low)
        return self.height - BOTTOM - (self.height - TOP - BOTTOM) * np.clip(share, 0.0, 1.0)

    def svg(self) -> str:
        """The chart as a picture."""
        return svg(WIDTH, self.height, self.title, [*self._frame(), *self._bands(), *self._partings(), *self._curves()])

    def _frame(self) -> list[str]:
        right = WIDTH - RIGHT
        drawn = []
        for value, name in self.ticks:
            y = float(self.y(value))
            drawn += [
                line(LEFT, y, right, y, palette.RULE if value > self.low else palette.INK, 0.8),
                text(LEFT - 4, y + 3, name, "small faint", "end"),
            ]
        step = YEAR if self.horizon > YEAR else max(1, round(self.horizon / 4))
        for week in range(0, int(self.horizon) + 1, step):
            x = float(self.x(week / self.weeks_per_step))
            drawn.append(line(x, self.height - BOTTOM, x, self.height - BOTTOM + 3, palette.FAINT, 0.8))
            name = "start" if week == 0 else (f"year {week // YEAR}" if step == YEAR else f"week {week}")
            if step != YEAR or week == 0 or week // YEAR % 2 == 1:
                anchor = "start" if week == 0 else "end" if x > right - 14 else "middle"
                drawn.append(text(x, self.height - 6, name, "small faint", anchor))
        return drawn

    def _bands(self) -> list[str]:
        drawn = []
        for lower, upper, colour in self.bands:
            steps = np.arange(len(lower))
            there = self.x(steps)
            data = through(np.append(there, there[::-1]), np.append(self.y(upper), self.y(lower)[::-1]))
            drawn.append(path(data + "Z", colour, more='opacity=".8"'))
        return drawn

    def _partings(self) -> list[str]:
        """A hairline and a flag at the top in the colour of the future that parts there."""
        drawn = []
        for step, colour in self.partings:
            x = float(self.x(step))
            drawn.append(line(x, TOP - 4, x, self.height - BOTTOM, colour, 0.9, "2 2"))
            drawn.append(path(f"M{number(x)},{number(TOP)}l-4,-8h8z", colour))
        return drawn

    def _curves(self) -> list[str]:
        drawn, named = [], []
        for curve in self.curves:
            if len(curve.values) == 0:
                continue
            dash = f' stroke-dasharray="{curve.dash}"' if curve.dash else ""
            data = through(self.x(np.arange(len(curve.values))), self.y(curve.values))
            drawn.append(path(data, stroke=curve.colour, width=curve.width, more=f'stroke-linejoin="round"{dash}'))
            last = len(curve.values) - 1
            if not curve.faint and curve.values[last] == curve.values[last]:
                drawn.append(circle(float(self.x(last)), float(self.y(curve.values[last])), 2.6, curve.colour))
            if curve.name:
                named.append(curve)
        return [*drawn, *self._names(named)]

    def _names(self, named: list[Curve]) -> list[str]:
        """The names in the right margin, as near to their lines' ends as they go, with hairlines to them."""
        if not named:
            return []
        ends = [float(np.nan_to_num(self.y(curve.values[-1]), nan=self.height - BOTTOM)) for curve in named]
        drawn = []
        for curve, end, top in zip(named, ends, apart(ends, NAME_GAP, TOP, self.height - BOTTOM - 1), strict=True):
            across = float(self.x(len(curve.values) - 1))
            start = WIDTH - RIGHT + 8
            if start - across > 12 or abs(end - top) > 4:
                drawn.append(
                    path(f"M{number(across + 4)},{number(end)}L{number(start - 3)},{number(top)}", stroke=palette.RULE, width=0.8)
                )
            said = f"{curve.name} {curve.said}".strip()
            drawn.append(text(start, top + 3.5, said, "small" if curve.faint else "small strong", fill=curve.ink or curve.colour))
        return drawn
