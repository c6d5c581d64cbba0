"""Outlines of countries as paths, made once; and the line of contact, which is schematic.

Natural Earth at 1:50 million (public domain); how the file was made: docs/geometry. Crimea is drawn as Ukraine's, occupied.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from ....agents.profiles import ALLIES
from ....model.theatre import SECTORS
from .markup import outline, through
from .projection import View

GEOMETRY = Path(__file__).with_name("geometry.json")
CRIMEA = "UA-43"
RUSSIA, UKRAINE, BELARUS = "643", "804", "112"

NUMBERS = {
    "GBR": "826", "FRA": "250", "DEU": "276", "POL": "616", "ITA": "380", "ESP": "724", "NLD": "528", "BEL": "056", "DNK": "208",
    "NOR": "578", "SWE": "752", "FIN": "246", "EST": "233", "LVA": "428", "LTU": "440", "CZE": "203", "SVK": "703", "HUN": "348",
    "ROU": "642", "BGR": "100", "GRC": "300", "TUR": "792", "PRT": "620", "ALB": "008", "HRV": "191", "LUX": "442", "MNE": "499",
    "MKD": "807", "SVN": "705", "ISL": "352",
}  # fmt: skip
"""ISO 3166-1 numbers, by which the outlines are known, of the allies on the map; Canada is not on it."""

ALLY_OF = {NUMBERS[ally.iso3]: index for index, ally in enumerate(ALLIES) if ally.iso3 in NUMBERS}

LINE_OF_CONTACT = (
    (30.6, 51.35), (31.6, 52.1), (33.0, 52.35), (34.1, 51.75), (34.6, 51.2), (35.4, 50.65), (36.1, 50.35), (37.0, 50.25),
    (37.55, 50.0), (37.8, 49.6), (37.95, 49.2), (38.15, 48.85), (37.9, 48.6), (37.6, 48.4), (37.25, 48.2), (36.9, 47.95),
    (36.4, 47.7), (35.8, 47.58), (35.2, 47.48), (34.5, 47.45), (33.8, 47.0), (33.2, 46.8), (32.7, 46.62), (32.2, 46.5),
    (31.6, 46.45), (31.0, 46.35), (30.6, 46.1),
)  # fmt: skip
"""Longitude and latitude along the border and the line of contact from north to south-west: a sketch through the sectors'
coordinates (`model/theatre.py`), not the line of any day."""
BORDER_ENDS, COAST_BEGINS = 8, 23
"""Points of it between which it runs through Ukraine: from Kharkiv's border to the mouth of the Dnipro."""
BEHIND_RUSSIA = ((33.0, 45.0), (34.0, 44.0), (38.0, 45.5), (42.0, 48.0), (40.5, 50.2))
"""Closes the occupied land on Moscow's side; cut to Ukraine's outline."""


class Outline(NamedTuple):
    """A country's outline as the `d` of a path, or that of Crimea."""

    number: str
    name: str
    path: str


@cache
def layers() -> dict[str, Any]:
    """The geometry as it stands in its file, by layer."""
    return json.loads(GEOMETRY.read_text(encoding="utf-8"))["layers"]


@cache
def outlines(layer: str, view: View) -> tuple[Outline, ...]:
    """Every country of a layer, projected."""
    made = []
    for country in layers()[layer]:
        rings = []
        for ring in country["rings"]:
            x, y = view.at(*_densified(ring))
            if x.max() < -20 or x.min() > view.width + 20 or y.max() < -20 or y.min() > view.height + 20:
                continue
            rings.append(outline(x, y))
        if rings:
            made.append(Outline(country["number"], country["name"], "".join(rings)))
    return tuple(made)


def _densified(ring: list) -> tuple[np.ndarray, np.ndarray]:
    """A ring with no edge longer than a degree, so that straight cuts bend with the projection."""
    points = np.array(ring, float)
    steps = np.maximum(1, np.ceil(np.abs(np.diff(points, axis=0)).max(axis=1))).astype(int)
    if steps.max() > 1:
        starts, ends = np.repeat(points[:-1], steps, axis=0), np.repeat(points[1:], steps, axis=0)
        share = np.concatenate([np.arange(count) / count for count in steps])[:, None]
        points = np.concatenate([starts + share * (ends - starts), points[-1:]])
    return points[:, 0], points[:, 1]


@cache
def contact(view: View) -> tuple[np.ndarray, np.ndarray]:
    """The line of contact in pixels."""
    longitude, latitude = np.array(LINE_OF_CONTACT).T
    return view.at(longitude, latitude)


@cache
def sector_of_pieces() -> tuple[int, ...]:
    """For each piece of the line between two points, the sector it belongs to: the nearest one with a frontage."""
    points = np.array(LINE_OF_CONTACT)
    middle = (points[1:] + points[:-1]) / 2
    fronts = [index for index, sector in enumerate(SECTORS) if sector.frontage > 0]
    places = np.array([[SECTORS[index].longitude, SECTORS[index].latitude] for index in fronts])
    shrink = np.array([np.cos(np.radians(49.0)), 1.0])
    distance = (((middle[:, None, :] - places[None, :, :]) * shrink) ** 2).sum(axis=2)
    return tuple(fronts[nearest] for nearest in distance.argmin(axis=1))


@cache
def stretch(sector: int, view: View) -> tuple[np.ndarray, np.ndarray]:
    """The points of the line of contact that belong to a sector, in pixels; empty for the rear."""
    x, y = contact(view)
    pieces = [index for index, owner in enumerate(sector_of_pieces()) if owner == sector]
    if not pieces:
        return x[:0], y[:0]
    return x[pieces[0] : pieces[-1] + 2], y[pieces[0] : pieces[-1] + 2]


@cache
def occupied(view: View) -> str:
    """The `d` of the land on Moscow's side of the line through Ukraine; to be cut to Ukraine's outline."""
    x, y = contact(view)
    far_x, far_y = view.at(*np.array(BEHIND_RUSSIA).T)
    return through(np.append(x[BORDER_ENDS : COAST_BEGINS + 1], far_x), np.append(y[BORDER_ENDS : COAST_BEGINS + 1], far_y)) + "Z"


TOWARDS_MOSCOW = {
    "north": (31.9, 52.12, 0.0, -1.0),
    "sumy_kharkiv": (35.4, 50.65, 0.42, -0.91),
    "luhansk_lyman": (37.85, 49.45, 0.96, -0.28),
    "donetsk": (37.75, 48.5, 0.97, 0.24),
    "zaporizhzhia": (35.9, 47.6, 0.5, 0.87),
    "kherson_dnipro": (33.0, 46.72, 0.5, 0.87),
    "odesa_coast": (31.0, 46.35, 0.6, 0.8),
}
"""For each sector with a frontage a place on its stretch of the line (longitude, latitude), and the unit vector, in the picture,
towards Moscow's side: chosen so that the discs of neighbours keep apart."""


@cache
def outward(sector: int, view: View) -> tuple[float, float, float, float]:
    """A place on a sector's stretch of the line in pixels, and the unit vector from there towards Moscow's side."""
    longitude, latitude, across, down = TOWARDS_MOSCOW[SECTORS[sector].name]
    return (*view.point(longitude, latitude), across, down)
