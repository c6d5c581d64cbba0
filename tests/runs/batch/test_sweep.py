import math

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reassure.agents.declaration import DeclarationError
from reassure.model.levers import LEVERS
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.batch.sweep import parse_axis, parse_sweeps


@pytest.mark.parametrize(
    ("name", "raw", "values"),
    [
        ("troop_ceiling", "5,15,30", (5, 15, 30)),
        ("troop_ceiling", [30, 5], (30, 5)),
        ("share_on_line", "0:0.4:5", (0, 0.1, 0.2, 0.3, 0.4)),
        ("share_on_line", {"from": 0, "to": 0.4, "steps": 3}, (0, 0.2, 0.4)),
        ("legal_form", "none, treaty", (0, 1)),
        ("nato_mission", "off,on", (0, 1)),
        ("mindset", "opportunist,revisionist", (1, 2)),
        ("arms", "0.5", (0.5,)),
    ],
)
def test_values(name, raw, values):
    assert parse_axis(name, raw).values == pytest.approx(values)


def test_a_range_reaches_from_end_to_end():
    arms, hours = parse_axis("arms", "0.2:0.6"), parse_axis("response_hours", "24:26")
    assert not arms.values
    assert (arms.at(0), arms.at(0.5)) == pytest.approx((0.2, 0.4))
    assert [hours.at(place) for place in (0, 0.34, 0.99)] == [24, 25, 26]


def test_levers_and_uncertainties_are_told_apart():
    assert [axis.is_lever for axis in parse_sweeps(["arms=0,1", "fear_size=0,1"])] == [True, False]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("armz=0,1", "unknown lever or uncertainty 'armz'; did you mean 'arms'?"),
        ("arms", "is not of the form"),
        ("arms=", "is not of the form"),
        ("=1", "is not of the form"),
        ("arms=0,2", "arms takes a number from 0 to 1, not 2"),
        ("arms=0,,1", "arms takes a number"),
        ("arms=0,0.0", "the same value twice"),
        ("arms=0:1:1", "whole number from 2"),
        ("arms=0:1:many", "whole number from 2"),
        ("arms=0:1:2:3", "a range is a:b or a:b:n"),
        ("arms=1:0:3", "from the lower to the higher"),
        ("legal_form=none:treaty:2", "legal_form has no range"),
        ("response_hours=0:1:3", "response_hours takes a whole number"),
        ("mindset=oportunist", "did you mean 'opportunist'?"),
    ],
)
def test_refusals(text, message):
    with pytest.raises(DeclarationError, match=message.replace("?", r"\?").replace("(", r"\(")):
        parse_sweeps([text])


def test_nothing_is_swept_twice():
    with pytest.raises(DeclarationError, match="arms is swept twice"):
        parse_sweeps(["arms=0,1", "arms=0:1:3"])


@given(some.text(max_size=30))
def test_any_text_is_an_axis_or_a_refusal_in_one_line(text):
    for name in ("arms", "legal_form", text):
        try:
            axes = parse_sweeps([f"{name}={text}"])
        except DeclarationError as error:
            assert "\n" not in str(error)
        else:
            assert axes[0].name == name


NUMBERS = [name for name, each in {**LEVERS, **UNCERTAINTIES}.items() if each.range_text().startswith("from")]


@given(
    some.sampled_from(NUMBERS),
    some.lists(some.floats(0, 1), min_size=1, max_size=6, unique=True),
    some.floats(0, 1, exclude_max=True),
)
def test_every_place_on_an_axis_is_a_value_that_may_be_set(name, shares, place):
    quantity = {**LEVERS, **UNCERTAINTIES}[name]
    span = parse_axis(name, f"{quantity.low}:{quantity.high}")
    assert quantity.parse(span.at(place)) == span.at(place)
    if math.isclose(quantity.parse(span.at(0)), quantity.low):
        values = sorted({span.at(min(share, 0.999)) for share in shares})
        assert parse_axis(name, values).values == tuple(values)
        assert parse_axis(name, ",".join(map(repr, values))).at(place) in values
