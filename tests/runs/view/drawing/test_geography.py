"""Outlines and places: the three traps of the data, and the line of contact where the sectors are."""

import itertools

import numpy as np
import pytest
from matplotlib.path import Path

from reassure.agents.profiles import ALLIES
from reassure.model.theatre import SECTORS
from reassure.runs.view.drawing import geography
from reassure.runs.view.drawing.projection import EUROPE, FIRST_PARALLEL, FRONT, SECOND_PARALLEL, lambert


def holds(layer, number, longitude, latitude):
    """Whether a country of a layer holds a place: it lies within an odd number of its rings."""
    country = next(country for country in geography.layers()[layer] if country["number"] == number)
    return sum(Path(ring).contains_point((longitude, latitude)) for ring in country["rings"]) % 2 == 1


@pytest.mark.parametrize("layer", ["europe", "ukraine"])
def test_crimea_is_ukraines_and_marked_apart(layer):
    assert holds(layer, geography.UKRAINE, 34.1, 45.1)
    assert not holds(layer, geography.RUSSIA, 34.1, 45.1)
    assert holds(layer, geography.CRIMEA, 34.1, 45.1)


def test_russia_does_not_paint_over_its_neighbours():
    assert holds("europe", geography.RUSSIA, 40.0, 55.0)
    for longitude, latitude in ((15.0, 65.0), (0.0, 70.0), (-20.0, 65.0), (25.0, 66.0)):
        assert not holds("europe", geography.RUSSIA, longitude, latitude)


def test_every_ally_but_canada_has_an_outline_that_holds_its_capital_or_lies_near_it():
    assert {ally.iso3 for ally in ALLIES} - set(geography.NUMBERS) == {"CAN"}
    for ally in ALLIES:
        if ally.iso3 in geography.NUMBERS:
            country = next(each for each in geography.layers()["europe"] if each["number"] == geography.NUMBERS[ally.iso3])
            points = np.concatenate([np.array(ring) for ring in country["rings"]])
            near = np.hypot(points[:, 0] - ally.longitude, points[:, 1] - ally.latitude).min() < 0.3
            assert near or holds("europe", country["number"], ally.longitude, ally.latitude), ally.country


def test_the_geometry_says_where_it_comes_from_and_is_small():
    content = geography.GEOMETRY.read_text(encoding="utf-8")
    assert "public domain" in content[:300] and "docs/geometry" in content[:300]
    assert len(content) < 120_000
    assert (geography.GEOMETRY.parents[3] / "docs" / "geometry" / "convert.py").exists()


def test_the_line_of_contact_passes_every_sector_with_a_front():
    assert set(geography.sector_of_pieces()) == {index for index, sector in enumerate(SECTORS) if sector.frontage > 0}
    points = np.array(geography.LINE_OF_CONTACT)
    along = np.concatenate([np.linspace(a, b, 50) for a, b in itertools.pairwise(points)])
    for sector in SECTORS:
        if sector.frontage > 0:
            east = (along[:, 0] - sector.longitude) * np.cos(np.radians(sector.latitude))
            assert 111 * np.hypot(east, along[:, 1] - sector.latitude).min() < 60, sector.name


def test_moscows_side_lies_away_from_ukraines_middle():
    middle = np.array(FRONT.point(31.5, 49.0))
    for index, sector in enumerate(SECTORS):
        if sector.frontage > 0:
            x, y, dx, dy = geography.outward(index, FRONT)
            assert np.hypot(dx, dy) == pytest.approx(1, abs=0.01)
            assert np.dot(np.array([x, y]) - middle, [dx, dy]) > 0, sector.name


def test_the_projection_is_conformal_and_true_on_its_parallels():
    step = 1e-4
    for latitude in (38.0, 50.0, 65.0):
        (x0, y0), (x1, y1), (x2, y2) = (
            lambert(longitude, up) for longitude, up in ((5.0, latitude), (5.0 + step, latitude), (5.0, latitude + step))
        )
        along = np.hypot(x1 - x0, y1 - y0) / (np.cos(np.radians(latitude)) * np.radians(step))
        up = np.hypot(x2 - x0, y2 - y0) / np.radians(step)
        assert along == pytest.approx(up, rel=1e-4)
    for parallel in (FIRST_PARALLEL, SECOND_PARALLEL):
        x, y = lambert(np.array([5.0, 5.0 + step]), np.degrees([parallel, parallel]))
        assert np.hypot(*np.diff([x, y]))[0] == pytest.approx(np.cos(parallel) * np.radians(step), rel=1e-4)


def test_places_lie_where_a_reader_expects_them():
    lisbon, oslo, ankara, kyiv = (EUROPE.point(*place) for place in ((-9.1, 38.7), (10.7, 59.9), (32.9, 39.9), (30.5, 50.4)))
    assert lisbon[0] < oslo[0] < kyiv[0] and oslo[1] < kyiv[1] < ankara[1]
