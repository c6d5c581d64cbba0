import json
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents.declaration import Choice, Switch, Whole
from reassure.agents.names import DeclarationError
from reassure.model.levers import LEVERS
from reassure.model.orders import ACTORS, Order, options_of, parse_order
from reassure.model.scenario import SHIPPED, TWIN, load
from reassure.model.uncertainties import UNCERTAINTIES
from reassure.runs.view.address import (
    AddressError,
    Change,
    Future,
    checked,
    from_file,
    future_of,
    of_scenario,
    parse_query,
    query,
    to_file,
)

CANNOT_BOTH = {"share_in_cities", "share_on_line"}
"""Levers that may not add up to more than 1."""


def values(declarations, without=()):
    def value(quantity):
        if isinstance(quantity, Choice):
            return st.sampled_from([number for _, number in quantity.choices])
        if isinstance(quantity, Switch):
            return st.sampled_from([0.0, 1.0])
        if isinstance(quantity, Whole):
            return st.integers(int(quantity.low), int(quantity.high)).map(float)
        return st.floats(quantity.low, quantity.high).map(lambda number: number + 0.0)

    names = st.lists(st.sampled_from([name for name in declarations if name not in without]), unique=True, max_size=4)
    return names.flatmap(lambda chosen: st.fixed_dictionaries({name: value(declarations[name]) for name in chosen}))


@st.composite
def futures(draw):
    weeks = draw(st.integers(1, 400))
    given_orders = {}
    for week, actor in draw(st.lists(st.tuples(st.integers(0, weeks - 1), st.sampled_from(sorted(ACTORS))), max_size=5)):
        given_orders[week, actor] = Order(week, actor, draw(st.integers(0, len(options_of(actor)) - 1)))
    changes = draw(st.dictionaries(st.integers(0, weeks), values(LEVERS, CANNOT_BOTH).filter(bool), max_size=3))
    return Future(
        scenario=draw(st.sampled_from([*SHIPPED, SHIPPED[1] + TWIN])),
        seed=draw(st.integers(0, 2**64 - 1)),
        run=draw(st.integers(0, 2**32 - 1)),
        weeks=weeks,
        week=draw(st.integers(0, weeks)),
        levers=draw(values(LEVERS, CANNOT_BOTH)),
        pins=draw(values(UNCERTAINTIES)),
        orders=tuple(given_orders.values()),
        changes=tuple(Change(week, changes[week]) for week in sorted(changes)),
        title=draw(st.none() | st.text("aé &=%+#'\"<", min_size=1, max_size=20).filter(str.strip)),
        start=draw(st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31))),
    )


@given(futures())
def test_an_address_and_a_file_bring_the_same_future_back(future):
    assert parse_query(query(future)) == future
    assert parse_query("?" + query(future)) == future
    assert from_file(to_file(future)) == future


def test_an_empty_address_is_the_usual_future():
    assert parse_query("") == Future()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("scenario=nowhere", "unknown scenario 'nowhere'"),
        ("scenario=/etc/passwd", "unknown scenario '/etc/passwd'"),
        ("scenario=../x.toml", "unknown scenario"),
        ("sed=1", "an address has no part 'sed'; did you mean 'seed'?"),
        ("seed=x", "seed is a whole number"),
        ("seed=1&seed=2", "one seed, not 2"),
        ("run=-1", "run is a whole number"),
        ("weeks=0", "weeks is a whole number"),
        ("week=9&weeks=8", "week is a whole number from 0 to 8"),
        ("set=armz=1", "did you mean 'arms'?"),
        ("set=arms=2", "arms takes a number from 0 to 1, not 2"),
        ("set=arms=nan", "arms takes a number"),
        ("set=arms=0.1&set=arms=0.2", "arms is given twice"),
        ("fix=arms=1", "a lever, not an uncertainty"),
        ("order=2:russia", "an order is written WEEK:ACTOR:OPTION"),
        ("order=2:russia:comply&order=2:russia:coerce", "two orders for week 2"),
        ("change=arms=1", "a change is written WEEK:LEVER=VALUE"),
        ("change=x:arms=1", "the week of a change is a whole number"),
        ("change=4:share_on_line=0.9", "add up to at most 1"),
        ("start=tomorrow", "start is a date"),
        ("title=%20", "a title is a line"),
        ("title=" + "x" * 201, "a title is a line"),
        ("seed=%ff", "cannot be read"),
        ("&".join(["order=1:russia:comply"] * 501), "two orders for week 1"),
        ("title=" + "x" * 1_000_000, "at most 1,000,000 letters"),
    ],
)
def test_a_malformed_address_is_refused_in_one_line(text, message):
    with pytest.raises(DeclarationError) as refusal:
        parse_query(text)
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"kind": "other"}',
        '{"kind": "reassure future", "seed": 1}',
        "[" * 100_000,
        "x" * 2_000_001,
        b"\xff\xfe",
    ],
)
def test_a_malformed_file_is_refused_in_one_line(text):
    with pytest.raises(DeclarationError) as refusal:
        from_file(text)
    assert "\n" not in str(refusal.value)


@given(
    st.lists(
        st.tuples(st.sampled_from(["scenario", "seed", "week", "set", "order", "change", "title"]), st.text(max_size=30)),
        max_size=4,
    )
)
def test_whatever_an_address_holds_it_is_a_future_or_a_refusal(pairs):
    try:
        future = parse_query(urlencode(pairs))
    except DeclarationError as refusal:
        assert "\n" not in str(refusal)
    else:
        assert checked(future) == future


def test_a_scenario_of_ones_own_is_written_out_in_full(tmp_path):
    place = tmp_path / "mine.toml"
    place.write_text(
        'title = "Mine"\nstart = 2027-02-01\n[levers]\narms = 0.9\ntroop_ceiling = 12\n[uncertainties]\nmindset = "revisionist"\n'
    )
    mine = load(str(place))
    future = parse_query(query(of_scenario(mine, seed=5, run=3)))
    again = future.preset
    assert (again.levers, again.pins, again.start, again.title) == (mine.levers, mine.pins, mine.start, mine.title)
    assert str(tmp_path) not in query(future)


def test_a_shipped_scenario_goes_by_its_name():
    assert of_scenario(load("paris_declaration")) == Future(scenario="paris_declaration")
    assert of_scenario(load("paris_declaration").with_levers({"arms": 0.9})).levers == {"arms": 0.9}
    twin = load("paris_declaration" + TWIN)
    assert of_scenario(twin).preset.levers == twin.levers


def test_a_revision_replaces_what_was_to_change_later():
    future = Future(changes=(Change(5, {"arms": 0.1}), Change(20, {"arms": 0.2}), Change(40, {"arms": 0.3})))
    revised = future.revised(20, {"monitors": 0.9})
    assert revised.changes == (Change(5, {"arms": 0.1}), Change(20, {"arms": 0.2, "monitors": 0.9}))
    assert revised.preset_at(19).levers["arms"] == 0.1
    assert revised.preset_at(20).levers["monitors"] == 0.9


def test_a_second_order_to_the_same_actor_replaces_the_first():
    first, second = Order(3, 1, 2), Order(3, 1, 4)
    assert Future().ordered(first).ordered(second).orders == (second,)


def test_fields_may_be_given_one_by_one():
    assert future_of([("seed", "4"), ("order", "3:fra:pledge")]).orders[0].text == "3:fra:pledge"
    assert json.loads(to_file(replace(Future(), seed=2**64 - 1)))["seed"] == str(2**64 - 1)


@pytest.mark.parametrize("count", [1, 600, 5_000])
def test_what_is_written_is_read_back_however_many_orders(count):
    orders = tuple(parse_order(f"{week}:ukraine:restrain", 5_200) for week in range(count))
    future = Future(weeks=5_200, orders=orders)
    assert parse_query(query(future)) == future == from_file(to_file(future))


def test_an_address_that_could_not_be_read_back_is_not_written(monkeypatch):
    monkeypatch.setattr("reassure.runs.view.address.LONGEST_ADDRESS", 60)
    with pytest.raises(AddressError, match="at most 60 letters"):
        query(Future(title="x" * 30))


def test_a_saved_file_in_which_a_field_stands_twice_is_refused():
    text = to_file(Future(orders=(parse_order("3:ukraine:restrain", 260),)))
    with pytest.raises(AddressError, match="twice"):
        from_file(text.replace('"seed": "1"', '"seed": "2", "seed": "1"'))
