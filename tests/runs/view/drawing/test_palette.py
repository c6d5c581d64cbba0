"""Colours that carry meaning can be told apart by everybody: the simulation of Machado, Oliveira and Fernandes (2009)."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from reassure.runs.view.drawing import palette
from reassure.runs.view.drawing.stance import COLOURS, MEANINGS

SIGHTS = {
    "all cones": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
WHITE = TO_XYZ.sum(axis=1)


def lab(colour, sight):
    """CIE L*a*b* of a colour as seen with a sight."""
    channels = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    share = TO_XYZ @ np.clip(SIGHTS[sight] @ linear, 0, 1) / WHITE
    root = np.where(share > (6 / 29) ** 3, np.cbrt(share), share / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def distance(one, other, sight):
    return float(np.linalg.norm(lab(one, sight) - lab(other, sight)))


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize(
    ("colours", "least"),
    [
        ({**COLOURS, "Russia": palette.RUSSIA, "Ukraine": palette.UKRAINE, "others": palette.LAND}, 11),
        ({"Russia": palette.RUSSIA, "Ukraine": palette.UKRAINE, "coalition": palette.COALITION}, 20),
        ({"promised": palette.PROMISED, "true": palette.TRUE, "believed": palette.BELIEVED}, 14),
        ({"for": palette.FOR, "against": palette.AGAINST}, 40),
        (palette.OUTCOME_COLOURS, 11),
    ],
    ids=["map", "front", "answers", "reasons", "outcomes"],
)
def test_colours_are_told_apart(colours, least, sight):
    for (one, a), (other, b) in combinations(colours.items(), 2):
        assert distance(a, b, sight) >= least, (one, other)


@pytest.mark.parametrize("sight", SIGHTS)
def test_the_ladder_darkens_rung_by_rung(sight):
    lightness = [lab(colour, sight)[0] for colour in palette.RUNG_COLOURS.values()]
    assert all(lower - higher > 2 for lower, higher in pairwise(lightness))


def test_text_is_readable_on_every_fill():
    def luminance(colour):
        channels = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
        return float(TO_XYZ[1] @ np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4))

    for fill in (*palette.RUNG_COLOURS.values(), *COLOURS.values()):
        light, dark = sorted((luminance(fill), luminance(palette.ink_on(fill))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.4, fill


def test_every_stance_has_words_and_a_colour():
    assert set(MEANINGS) == set(COLOURS)
