"""Makes runs/view/drawing/geometry.json from what simplify.js wrote. Needs NumPy and shapely, once; the program needs neither file.

Usage: python convert.py FOLDER_WITH_GEOJSON
"""

import json
import sys
from pathlib import Path

import numpy as np
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

TARGET = Path(__file__).parents[2] / "runs" / "view" / "drawing" / "geometry.json"
LAYERS = {
    "europe": ("simplified.geojson", box(-30, 30, 70, 81), 0.03, 2),
    "ukraine": ("full.geojson", box(20.5, 42.5, 46, 54), 0.02, 2),
}
"""Of each layer the file, the window (slightly wider than what is drawn, so that cut edges fall outside the picture), the size in
square degrees under which islands are dropped, and the decimals kept."""

IN_CRIMEA = Point(34.1, 45.0)
RUSSIA, UKRAINE, CRIMEA = "643", "804", "UA-43"
NAMES = {"Bosnia and Herz.": "Bosnia and Herzegovina", "Macedonia": "North Macedonia", "Turkey": "Türkiye"}
UNNUMBERED = {"Kosovo": "XKX", "N. Cyprus": "N-CYP"}


def unwrapped(ring: list) -> np.ndarray:
    """A ring without jumps at the antimeridian, which would paint a band across the map."""
    points = np.array(ring, float)
    steps = np.diff(points[:, 0])
    points[1:, 0] -= 360 * np.cumsum(np.round(steps / 360))
    return points + [360, 0] if points[:, 0].max() < -100 else points


def polygons(geometry: dict) -> list[Polygon]:
    """The polygons of a GeoJSON geometry; what simplification has left of too few points falls out."""
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    made = []
    for outer, *holes in parts:
        if len(outer) < 4:
            continue
        kept = [hole for hole in holes if len(hole) >= 4 and Polygon(hole).area >= 1e-4]
        made.append(Polygon(unwrapped(outer), kept).buffer(0))
    return made


def single(shapes: list[BaseGeometry]) -> list[Polygon]:
    """Every polygon among these shapes."""
    found = []
    for shape in shapes:
        if isinstance(shape, Polygon) and not shape.is_empty:
            found.append(shape)
        elif isinstance(shape, MultiPolygon):
            found += list(shape.geoms)
    return found


def layer(features: list[dict], window: Polygon, smallest: float, decimals: int) -> list[dict]:
    """The countries seen in the window: number, name, and rings of [longitude, latitude]."""
    shapes = {}
    for item in features:
        name = NAMES.get(item["properties"]["name"], item["properties"]["name"])
        number = item.get("id") or UNNUMBERED.get(name)
        if number and item["geometry"]:
            shapes.setdefault(number, (name, []))[1].extend(polygons(item["geometry"]))
    # Natural Earth's default files draw Crimea as Russia's. It is Ukraine's, occupied.
    crimea = [part for part in shapes[RUSSIA][1] if part.contains(IN_CRIMEA)]
    shapes[RUSSIA] = (shapes[RUSSIA][0], [part for part in shapes[RUSSIA][1] if not part.contains(IN_CRIMEA)])
    shapes[UKRAINE][1].extend(crimea)
    shapes[CRIMEA] = ("Crimea", crimea)
    made = []
    for number, (name, parts) in sorted(shapes.items()):
        cut = sorted(single([part.intersection(window) for part in parts]), key=lambda part: -part.area)
        kept = [part for place, part in enumerate(cut) if place == 0 or part.area >= smallest]
        rings = [ring for part in kept for ring in (part.exterior, *part.interiors)]
        if rings:
            rounded = [[[round(x, decimals), round(y, decimals)] for x, y in ring.coords] for ring in rings]
            made.append({"number": number, "name": name, "rings": rounded})
    return made


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    content = {
        "source": "Natural Earth 4.1, 1:50 million, countries (public domain), by way of the package world-atlas 2.0.2 (ISC)",
        "made": "docs/geometry/convert.py",
        "layers": {name: layer(json.loads((folder / file).read_text())["features"], *how) for name, (file, *how) in LAYERS.items()},
    }
    TARGET.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
