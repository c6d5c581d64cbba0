import dataclasses

import pytest

from reassure.agents.declaration import DeclarationError
from reassure.agents.uncertainty import (
    CIRCUMSTANCE,
    COEFFICIENT,
    DISTRIBUTION,
    About,
    Category,
    Fixed,
    LogNormal,
    Normal,
    Triangular,
    Uniform,
    circumstances,
    coefficients,
)

WORDS = ("weight", "share", 0, 1, 0.25, "A weight.", "test")
KINDS = {
    "fixed": Fixed(*WORDS, luck=1),
    "uniform": Uniform(*WORDS, luck=2),
    "triangular": Triangular(*WORDS, luck=3),
    "normal": Normal(*WORDS, spread=0.1, luck=4),
    "lognormal": LogNormal(*WORDS, spread=0.2, luck=5),
    "category": Category("colour", "one of two", 0, 1, 0, "A colour.", "test", choices=(("red", 0.0), ("blue", 1.0)), luck=6),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_knows_its_distribution(name):
    each = KINDS[name]
    assert each.distribution == name
    assert DISTRIBUTION._fields[each.kind] == name
    assert each.drawn == (name != "fixed")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("fixed", "fixed"),
        ("uniform", "uniform"),
        ("triangular", "triangular, peak 0.25"),
        ("normal", "normal, s.d. 0.1"),
        ("lognormal", "lognormal, s.d. of log 0.2"),
        ("category", "equal chances"),
    ],
)
def test_a_distribution_is_told_in_words(name, words):
    assert KINDS[name].distribution_text() == words


@pytest.mark.parametrize(
    ("name", "spread"), [("fixed", 0.0), ("uniform", 0.0), ("triangular", 0.0), ("normal", 0.1), ("lognormal", 0.2)]
)
def test_only_bell_curves_have_a_spread_of_their_own(name, spread):
    assert KINDS[name].spread == spread


def test_what_is_drawn_from_names_is_pinned_by_name():
    assert KINDS["category"].parse("blue") == 1.0
    with pytest.raises(DeclarationError, match="did you mean 'blue'"):
        KINDS["category"].parse("blu")


@pytest.mark.parametrize(("block", "nature"), [(coefficients, COEFFICIENT), (circumstances, CIRCUMSTANCE)])
def test_a_block_says_for_all_in_it_what_they_are_and_whom_they_are_about(block, nature):
    made = block(About.KYIV, *KINDS.values())
    assert [each.name for each in made] == [each.name for each in KINDS.values()]
    for each, declared in zip(made, KINDS.values(), strict=True):
        assert (each.nature, each.about) == (nature, "Kyiv")
        assert dataclasses.replace(each, nature="", about="") == declared


def test_coefficients_and_circumstances_are_told_apart():
    assert (COEFFICIENT, CIRCUMSTANCE) == ("coefficient", "circumstance")


def test_without_a_luck_number_there_is_none():
    assert Fixed(*WORDS).luck == -1
