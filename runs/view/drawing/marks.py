"""Marks of the maps: discs to scale, arrows, bursts, flows."""

import math

from . import palette
from .markup import circle, number, path

DISC = 4.6
"""Radius in pixels of a thousand soldiers; area goes with their number."""


def radius(thousand: float, one: float = DISC) -> float:
    """Radius of a disc whose area is proportional to a number, of which one has the radius `one`."""
    return one * math.sqrt(max(0.0, thousand))


def disc(x: float, y: float, thousand: float, fill: str, one: float = DISC, more: str = "") -> str:
    """Troops or power to scale."""
    return circle(x, y, radius(thousand, one), fill, f'stroke="{palette.PAPER}" stroke-width=".8"{" " + more if more else ""}')


def arrow(x: float, y: float, dx: float, dy: float, length: float, thick: float, fill: str) -> str:
    """A solid arrow whose head touches (x, y), pointing along the unit vector (dx, dy)."""
    head = min(length * 0.55, thick * 2.0)
    neck, tail = (x - dx * head, y - dy * head), (x - dx * length, y - dy * length)
    corners = (
        (tail[0] - dy * thick * 0.35, tail[1] + dx * thick * 0.35),
        (neck[0] - dy * thick * 0.5, neck[1] + dx * thick * 0.5),
        (neck[0] - dy * thick * 1.15, neck[1] + dx * thick * 1.15),
        (x, y),
        (neck[0] + dy * thick * 1.15, neck[1] - dx * thick * 1.15),
        (neck[0] + dy * thick * 0.5, neck[1] - dx * thick * 0.5),
        (tail[0] + dy * thick * 0.35, tail[1] - dx * thick * 0.35),
    )
    data = "M" + "L".join(f"{number(across)},{number(down)}" for across, down in corners) + "Z"
    return path(data, fill, palette.PAPER, 0.8)


def burst(x: float, y: float, size: float, fill: str, points: int = 9) -> str:
    """A star: something explodes here."""
    corners = []
    for step in range(2 * points):
        reach = size if step % 2 == 0 else size * 0.52
        angle = math.pi * step / points - math.pi / 2
        corners.append(f"{number(x + reach * math.cos(angle))},{number(y + reach * math.sin(angle))}")
    return path("M" + "L".join(corners) + "Z", fill, palette.PAPER, 1.0)


def bow(x1: float, y1: float, x2: float, y2: float, bend: float = 0.16) -> str:
    """The `d` of a curve between two places, bent upwards by a share of its length."""
    across, down = x2 - x1, y2 - y1
    middle = (x1 + x2) / 2 + down * bend, (y1 + y2) / 2 - abs(across) * bend
    return f"M{number(x1)},{number(y1)}Q{number(middle[0])},{number(middle[1])} {number(x2)},{number(y2)}"
