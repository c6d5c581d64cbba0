"""From degrees to pixels: Lambert's conformal conic for Europe (standard parallels 43 and 62 degrees, centre 18 E, 52 N)."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

FIRST_PARALLEL, SECOND_PARALLEL, CENTRE_LONGITUDE, CENTRE_LATITUDE = (math.radians(degrees) for degrees in (43.0, 62.0, 18.0, 52.0))


def _half(latitude: ArrayLike) -> np.ndarray:
    return np.tan(math.pi / 4 + np.asarray(latitude) / 2)


CONE = math.log(math.cos(FIRST_PARALLEL) / math.cos(SECOND_PARALLEL)) / math.log(_half(SECOND_PARALLEL) / _half(FIRST_PARALLEL))
SIZE = math.cos(FIRST_PARALLEL) * float(_half(FIRST_PARALLEL)) ** CONE / CONE


def lambert(longitude: ArrayLike, latitude: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Degrees to the plane, in radii of the earth: east and north of the centre (Snyder 1987, chapter 15)."""
    radius = SIZE / _half(np.radians(latitude)) ** CONE
    angle = CONE * (np.radians(longitude) - CENTRE_LONGITUDE)
    return radius * np.sin(angle), SIZE / _half(CENTRE_LATITUDE) ** CONE - radius * np.cos(angle)


class View(NamedTuple):
    """A window of the plane (west, south, and width in radii of the earth) drawn at so many pixels."""

    west: float
    south: float
    span: float
    width: float
    height: float

    def at(self, longitude: ArrayLike, latitude: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
        """Where places lie in the picture, in pixels from its upper left corner."""
        east, north = lambert(longitude, latitude)
        scale = self.width / self.span
        return (east - self.west) * scale, self.height - (north - self.south) * scale

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The same for one place."""
        x, y = self.at(longitude, latitude)
        return float(x), float(y)


EUROPE = View(west=-0.405, south=-0.285, span=0.765, width=720.0, height=580.0)
FRONT = View(west=0.036, south=-0.128, span=0.232, width=480.0, height=372.0)
"""The windows of the two maps: Europe, and Ukraine with its line of contact."""
