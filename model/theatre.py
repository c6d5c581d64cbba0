"""The front: named sectors with real coordinates.

Frontages, values, terrain and shares are assumptions tried in a prototype; they sum to 1 where they are shares. Coordinates are
those of a place on or behind the sector's line (public maps). The west is a rear area that only missiles reach: no frontage.
"""

from typing import NamedTuple


class Sector(NamedTuple):
    """One stretch of the front."""

    name: str
    latitude: float
    longitude: float
    frontage: float
    """Share of the front's length."""
    value: float
    """Worth of ground there to Moscow, 1 = average."""
    terrain: float
    """Quality of the defence that terrain and works lend, as a ratio on the square law."""
    russian_share: float
    ukrainian_share: float
    """Shares of the two armies."""
    city_share: float
    """Share of the force's protection of cities, ports and energy sites."""
    meaning: str


SECTORS = (
    Sector("north", 51.8, 31.3, 0.22, 0.5, 1.6, 0.08, 0.12, 0.40, "Chernihiv and the approaches to Kyiv"),
    Sector("sumy_kharkiv", 50.3, 36.0, 0.18, 0.9, 1.3, 0.15, 0.17, 0.22, "the border from Sumy to Kharkiv"),
    Sector("luhansk_lyman", 49.2, 37.9, 0.12, 0.9, 1.5, 0.20, 0.16, 0.0, "the Oskil and the approaches to Lyman"),
    Sector("donetsk", 48.4, 37.5, 0.20, 1.2, 2.2, 0.32, 0.28, 0.0, "the fortress belt of Donetsk"),
    Sector("zaporizhzhia", 47.6, 35.8, 0.18, 1.0, 1.2, 0.18, 0.17, 0.08, "the steppe south of Zaporizhzhia"),
    Sector("kherson_dnipro", 46.7, 32.8, 0.08, 0.7, 3.0, 0.05, 0.07, 0.08, "the lower Dnipro"),
    Sector("odesa_coast", 46.4, 30.8, 0.02, 0.7, 4.0, 0.02, 0.03, 0.22, "the coast and ports of Odesa"),
    Sector("west", 49.8, 24.0, 0.0, 0.3, 9.0, 0.0, 0.0, 0.0, "the rear around Lviv, reached by missiles only"),
)

SECTOR_NAMES = tuple(sector.name for sector in SECTORS)
