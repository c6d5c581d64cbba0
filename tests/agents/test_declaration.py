import math

import pytest

from reassure.agents.declaration import Choice, DeclarationError, Declarations, Quantity, Switch, Whole
from reassure.model.levers import LEVERS, TROOP_LEVERS
from reassure.model.uncertainties import UNCERTAINTIES

SHARE = Quantity("share", "share", 0, 1, 0.5, "A share.", "test")
COUNT = Whole("count", "weeks", 1, 10, 2, "A count.", "test")
SWITCH = Switch("switch", "off or on", 0, 1, 0, "A switch.", "test")
FORM = Choice("form", "form", 0, 1, 0, "A form.", "test", choices=(("none", 0.0), ("treaty", 1.0)))


@pytest.mark.parametrize(
    ("quantity", "raw", "value"),
    [
        (SHARE, 0.25, 0.25),
        (SHARE, "0.25", 0.25),
        (SHARE, 1, 1.0),
        (COUNT, "3", 3.0),
        (COUNT, 3.0, 3.0),
        (SWITCH, "on", 1.0),
        (SWITCH, "Off", 0.0),
        (SWITCH, True, 1.0),
        (SWITCH, 0, 0.0),
        (FORM, "treaty", 1.0),
        (FORM, "TREATY", 1.0),
        (FORM, 1, 1.0),
        (FORM, 1.0, 1.0),
    ],
)
def test_what_is_accepted(quantity, raw, value):
    assert quantity.parse(raw) == value
    assert quantity.parse(quantity.text(value)) == value


@pytest.mark.parametrize(
    ("quantity", "raw", "message"),
    [
        (SHARE, 1.5, "share takes a number from 0 to 1, not 1.5"),
        (SHARE, "lots", "share takes a number from 0 to 1, not lots"),
        (SHARE, math.nan, "share takes a number from 0 to 1, not nan"),
        (SHARE, "inf", "share takes a number from 0 to 1, not inf"),
        (SHARE, True, "share takes a number from 0 to 1, not true"),
        (SHARE, [1], "share takes a number from 0 to 1, not a list"),
        (SHARE, {}, "share takes a number from 0 to 1, not a table"),
        (SHARE, None, "share takes a number from 0 to 1, not None"),
        (SHARE, "", "share takes a number from 0 to 1, not nothing"),
        (SHARE, 10**4000, "share takes a number from 0 to 1, not a number of more than 18 digits"),
        (COUNT, 1.5, "count takes a whole number from 1 to 10, not 1.5"),
        (COUNT, 0, "count takes a number from 1 to 10, not 0"),
        (SWITCH, "maybe", "switch takes on or off, not maybe"),
        (SWITCH, 2, "switch takes on or off, not 2"),
        (FORM, "treatie", "form has no value 'treatie'; did you mean 'treaty'?"),
        (FORM, "xyz", "form has no value 'xyz'; there are: none, treaty"),
    ],
)
def test_what_is_refused_and_how(quantity, raw, message):
    with pytest.raises(DeclarationError) as refusal:
        quantity.parse(raw)
    assert str(refusal.value) == message


def test_a_negative_zero_is_a_zero():
    assert math.copysign(1, SHARE.parse(-0.0)) == 1


def test_a_refusal_is_one_printable_line_of_bounded_length():
    with pytest.raises(DeclarationError) as refusal:
        SHARE.parse("a\nb\x00\x1b[31m" + "x" * 100_000)
    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) < 500


@pytest.mark.parametrize(
    ("name", "message"),
    [("shar", "unknown thing 'shar'; did you mean 'share'?"), ("qqq", "unknown thing 'qqq'; there are: share, count")],
)
def test_an_unknown_name_is_refused_with_a_hint(name, message):
    with pytest.raises(DeclarationError) as refusal:
        Declarations("thing", SHARE, COUNT).find(name)
    assert str(refusal.value) == message


def test_nothing_is_declared_twice():
    with pytest.raises(ValueError, match="a thing is declared twice"):
        Declarations("thing", SHARE, SHARE)


@pytest.mark.parametrize("quantity", [*LEVERS.values(), *UNCERTAINTIES.values()], ids=lambda quantity: quantity.name)
def test_every_declaration_is_complete_and_consistent(quantity):
    assert quantity.unit and quantity.meaning.endswith(".") and quantity.source
    assert quantity.low < quantity.high
    assert quantity.parse(quantity.default) == quantity.default
    assert quantity.name.isidentifier()
    assert all(quantity.low <= value <= quantity.high for _, value in getattr(quantity, "choices", ()))


def test_no_name_is_both_a_lever_and_an_uncertainty():
    assert not LEVERS.keys() & UNCERTAINTIES.keys()


def test_troop_levers_are_levers_that_may_be_zero():
    assert all(LEVERS[name].low == 0 for name in TROOP_LEVERS)
