"""The marks that drawings are made of."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from reassure.runs.view.drawing.markup import apart, number, outline, through, width_of


@given(some.lists(some.floats(-50, 250), min_size=1, max_size=8))
def test_labels_keep_apart_in_order_and_within_bounds(places):
    moved = apart(places, 12.0, 0.0, 200.0)
    assert all(-1e-6 <= place <= 200 + 1e-6 for place in moved)
    ranked = [moved[index] for index in sorted(range(len(places)), key=lambda index: places[index])]
    assert all(below - above >= 12 - 1e-6 for above, below in itertools.pairwise(ranked))


@given(some.lists(some.integers(0, 10), min_size=1, max_size=6, unique=True))
def test_labels_with_room_stay_where_they_are(steps):
    places = [20.0 * step for step in steps]
    assert apart(places, 12.0, 0.0, 200.0) == places


def test_too_many_labels_share_what_room_there_is():
    assert apart([5.0] * 5, 12.0, 0.0, 20.0) == [0, 5, 10, 15, 20]


def test_a_line_breaks_where_a_value_is_missing():
    assert through([0, 1, 2, 3], [5, float("nan"), 6, 7]) == "M0.0,5.0M2.0,6.0L3.0,7.0"


def test_numbers_are_short():
    assert [number(2.0), number(2.04), number(-0.56)] == ["2", "2", "-0.6"]


def test_wide_letters_take_more_room():
    assert width_of("WWW", 10) > width_of("nnn", 10) > width_of("iii", 10) > 0


def test_an_outline_in_steps_ends_where_it_began_and_misses_no_corner():
    x, y = [0.0, 10.04, 10.04, 9.96, -0.5, 0.0], [0.0, 0.0, 20.0, 20.0, 7.26, 0.0]
    drawn = outline(x, y)
    assert drawn == "M0,0l10,0 0,20 -10.5,-12.7 .5,-7.3z"


def test_outlines_of_countries_stay_within_a_tenth_of_a_pixel():
    rng = np.random.default_rng(0)
    x, y = rng.uniform(-50, 700, (2, 300))
    start, _, steps = outline(x, y).removeprefix("M").removesuffix("z").partition("l")
    moves = np.array([[float(value) for value in pair.split(",")] for pair in [start, *steps.split()]])
    assert np.allclose(moves.cumsum(axis=0), np.column_stack([x, y]), atol=0.051)
