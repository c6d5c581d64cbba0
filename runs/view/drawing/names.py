"""Where names stand on the map of Europe, so that none touches another (a test holds their boxes apart)."""

from functools import cache
from typing import NamedTuple

from ....agents.profiles import ALLIES
from . import palette
from .markup import width_of
from .projection import EUROPE


class Place(NamedTuple):
    """An ally's mark (troops are drawn there) and its name.

    `beside` moves the name from the mark, in pixels, and `anchor` says which end of it stands there. Names in the sea have a thin
    line to their country.
    """

    longitude: float
    latitude: float
    beside: tuple[float, float] = (0.0, 0.0)
    anchor: str = "middle"
    in_the_sea: bool = False


PLACES = {
    "ISL": Place(-18.8, 64.9, (0, 10)),
    "GBR": Place(-1.7, 53.1, (17, -51), "start", True),
    "FRA": Place(2.4, 46.6, (0, 12)),
    "DEU": Place(10.2, 51.2, (0, 12)),
    "POL": Place(19.4, 52.1, (0, 12)),
    "ITA": Place(12.2, 43.0, (0, 12)),
    "ESP": Place(-3.9, 40.2, (0, 12)),
    "PRT": Place(-8.1, 39.6, (-7, 3), "end", True),
    "NLD": Place(5.6, 52.3, (-20, -26), "middle", True),
    "BEL": Place(4.5, 50.7, (-36, 6), "end", True),
    "LUX": Place(6.1, 49.75, (0, 9)),
    "DNK": Place(9.3, 56.1, (-14, -6), "end", True),
    "NOR": Place(8.9, 61.1, (0, 12)),
    "SWE": Place(15.2, 62.3, (0, 12)),
    "FIN": Place(26.2, 63.0, (0, 12)),
    "EST": Place(25.7, 58.75, (-28, -4), "end", True),
    "LVA": Place(25.3, 56.85, (-34, 0), "end", True),
    "LTU": Place(23.9, 55.35, (-26, 2), "end", True),
    "CZE": Place(15.3, 49.75, (0, 10)),
    "SVK": Place(19.5, 48.7, (0, 9)),
    "HUN": Place(19.2, 47.1, (0, 10)),
    "ROU": Place(25.0, 45.8, (0, 12)),
    "BGR": Place(25.2, 42.6, (0, 11)),
    "GRC": Place(22.2, 39.3, (0, 12)),
    "TUR": Place(33.0, 39.0, (0, 12)),
    "SVN": Place(14.6, 46.1, (-16, 4), "end", True),
    "HRV": Place(16.2, 45.5, (-14, 22), "end", True),
    "MNE": Place(19.2, 42.75, (-16, 16), "end", True),
    "ALB": Place(20.05, 41.1, (-16, 12), "end", True),
    "MKD": Place(21.7, 41.55, (-34, 36), "end", True),
}

SHORT = {"MKD": "N. Macedonia", "LUX": "Lux."}
"""Names as the map writes them where the table's are longer."""

BIG = {"GBR", "FRA", "DEU", "POL", "ITA", "ESP", "NOR", "SWE", "FIN", "ROU", "TUR"}
"""Countries with room for a name in the larger type."""


class Box(NamedTuple):
    """The room a name takes, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


def shown(iso3: str) -> str:
    """A country's name on the map."""
    return SHORT.get(iso3) or next(ally.country for ally in ALLIES if ally.iso3 == iso3)


def size(iso3: str) -> float:
    """The size of its type."""
    return palette.SMALL if iso3 in BIG else palette.TINY


def place_of(iso3: str) -> Place:
    """The place written down for it, or its capital."""
    ally = next(ally for ally in ALLIES if ally.iso3 == iso3)
    return PLACES.get(iso3) or Place(ally.longitude, ally.latitude)


@cache
def mark(iso3: str) -> tuple[float, float]:
    """Where its troops are drawn."""
    place = place_of(iso3)
    return EUROPE.point(place.longitude, place.latitude)


def label(iso3: str, troops_radius: float = 0.0) -> tuple[float, float]:
    """Where its name stands: below its troops, or out in the sea."""
    x, y = mark(iso3)
    place = place_of(iso3)
    across, down = place.beside
    if not place.in_the_sea:
        down = max(troops_radius + 9.0, 4.0) if troops_radius else 4.0
    return x + across, y + down


@cache
def box(iso3: str) -> Box:
    """The room its name takes when it has no troops to show."""
    x, y = label(iso3)
    width = width_of(shown(iso3), size(iso3))
    left = {"start": x, "middle": x - width / 2, "end": x - width}[place_of(iso3).anchor]
    return Box(left, y - size(iso3) * 0.78, left + width, y + size(iso3) * 0.22)
