import numpy as np
import pytest

from reassure.agents.actors import ACTORS
from reassure.agents.chance import WHO
from reassure.agents.choice import NOTHING
from reassure.model.course import Course
from reassure.model.future import new_world
from reassure.model.orders import (
    OBEYED,
    REFUSED,
    STATE,
    VOTE_OFFSET,
    WAITING,
    Order,
    OrderError,
    deliver_orders,
    find_actor,
    options_of,
    order_records,
    parse_order,
    read_orders,
    take_back_orders,
)
from reassure.model.scenario import load
from reassure.model.wargame import Wargame

BARE = load("bare_ceasefire")


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("12:russia:probe", Order(12, WHO.russia, 5)),
        ("0:RUS:Mobilise", Order(0, WHO.russia, 7)),
        ("3:ukraine:press", Order(3, WHO.ukraine, 4)),
        ("259:usa:back", Order(259, WHO.united_states, 7)),
        ("7:united states:slow_walk", Order(7, WHO.united_states, 2)),
        ("5:russia:seize@donetsk", Order(5, WHO.russia, 6, 3)),
        ("5:russia:probe@odesa_coast", Order(5, WHO.russia, 5, 6)),
    ],
)
def test_how_an_order_is_written(text, order):
    assert parse_order(text, 260) == order


@pytest.mark.parametrize("code", ["fra", "FRA", "france", "France"])
def test_an_ally_goes_by_code_or_name(code):
    order = parse_order(f"1:{code}:withdraw", 260)
    assert ACTORS[order.actor].code == "fra"
    assert parse_order(f"1:{code}:force", 260).option == VOTE_OFFSET + 2


@pytest.mark.parametrize("actor", ACTORS)
def test_every_order_can_be_written_down_and_read_again(actor):
    for option in range(len(options_of(actor))):
        order = Order(9, actor, option)
        assert parse_order(order.text, 260) == order
    assert find_actor(ACTORS[actor].code) == actor


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("russia:probe", "WEEK:ACTOR:OPTION"),
        ("x:russia:probe", "whole number from 0 to 259"),
        ("1.5:russia:probe", "whole number"),
        ("260:russia:probe", "whole number from 0 to 259"),
        ("-1:russia:probe", "whole number"),
        ("1:rusia:probe", "did you mean 'russia'"),
        ("1:brazil:probe", "unknown actor"),
        ("1:russia:prob", "did you mean 'probe'"),
        ("1:france:launch", "fra has no option"),
        ("1:russia:coerce@donetsk", "only probe and seize take a sector"),
        ("1:russia:probe@donezk", "did you mean 'donetsk'"),
        ("1:russia:probe@west", "unknown sector"),
    ],
)
def test_what_is_no_order_is_refused_in_one_line(text, complaint):
    with pytest.raises(OrderError, match=complaint) as refusal:
        parse_order(text, 260)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "orders",
    [
        [Order(1, 99, 0)], [Order(1, -1, 0)], [Order(1, WHO.russia, 10)], [Order(1, WHO.russia, -1)], [Order(1, WHO.first_ally, VOTE_OFFSET + 3)],
        [Order(1, WHO.russia, 5, 7)], [Order(1, WHO.russia, 5, -2)], [Order(40, WHO.russia, 5)], [Order(-1, WHO.russia, 5)],
        [Order(1, WHO.russia, 5), Order(1, WHO.russia, 4)],
    ],
)  # fmt: skip
def test_an_order_that_fits_nobody_never_reaches_the_record(orders):
    with pytest.raises(OrderError):
        order_records(orders, 40)


def test_an_ally_may_have_an_order_and_a_vote_in_one_week():
    records = order_records([Order(1, WHO.first_ally, 1), Order(1, WHO.first_ally, VOTE_OFFSET)], 40)
    assert [state for _, state in read_orders(records)] == [WAITING, WAITING]


def test_there_is_no_limit_to_orders():
    # one every week for as long as a future lasts, all of them obeyed
    orders = [Order(week, WHO.ukraine, week % 2) for week in range(120)]
    course = Course(load("bare_ceasefire").with_pins({"mindset": 0, "accident_rate": 0}), 1, weeks=120, orders=orders)
    course.history()
    lived = [state for order, state in course.order_states() if order.week < course.week]
    assert len(lived) > 60 and set(lived) == {OBEYED}


def test_what_became_of_an_order_is_known_once_its_week_is_over():
    records = order_records([Order(3, WHO.russia, 5), Order(9, WHO.russia, 5)], 40)
    records["state"] = STATE.obeyed, STATE.refused  # as another run of the same list left them
    assert [state for _, state in read_orders(records, 9)] == [OBEYED, WAITING]
    assert [state for _, state in read_orders(records, 10)] == [OBEYED, REFUSED]


def play(*orders, weeks=12, preset="limited_reassurance_force", steps_per_week=1, **set_):
    model = Wargame(preset, rng=2, weeks=weeks, orders=orders, steps_per_week=steps_per_week, **set_)
    while model.running:
        model.step()
    return model


@pytest.mark.parametrize(
    ("orders", "states"),
    [
        (["3:russia:coerce"], [OBEYED]),
        (["3:russia:launch"], [REFUSED]),
        (["3:russia:mobilise", "6:russia:stand_down"], [OBEYED, OBEYED]),
        (["3:russia:mobilise", "5:russia:launch"], [OBEYED, REFUSED]),
        (["3:russia:mobilise", "4:usa:concede"], [OBEYED, OBEYED]),
        (["3:usa:back"], [REFUSED]),
        (["3:ukraine:hedge", "4:ukraine:restrain"], [OBEYED, OBEYED]),
        (["5:fra:pledge"], [OBEYED]),
        (["5:fra:veto"], [REFUSED]),
        (["5:fra:force"], [REFUSED]),  # nothing to vote on
        (["3:russia:probe", "3:russia:seize"], None),
        (["3:russia:seize"], [REFUSED]),  # nothing has been tested
        (["3:russia:probe", "4:russia:seize"], [OBEYED, OBEYED]),
        (["3:ukraine:counter_attack"], [REFUSED]),  # nothing has been lost
        (["3:russia:strike"], [REFUSED]),  # nobody is there yet
        (["5:esp:pledge", "6:esp:deploy"], [OBEYED, OBEYED]),
    ],
)
def test_an_order_is_obeyed_if_it_is_open_and_recorded(orders, states):
    if states is None:
        with pytest.raises(OrderError, match="two orders"):
            play(*orders)
        return
    model = play(*orders)
    assert [state for _, state in model.order_states()] == states
    assert len(model.refused_orders()) == model.world.outcome.refused_orders == states.count(REFUSED)


def test_a_vote_by_order_is_counted():
    # one contributor there, a probe, and its vote as ordered
    def share(vote):
        model = play(
            "1:esp:pledge", "2:esp:deploy", "11:russia:probe", f"11:esp:{vote}", preset="bare_ceasefire", weeks=12, troop_ceiling=20, deploy_start=0,
            weeks_to_deploy=1,
        )  # fmt: skip
        assert [state for _, state in model.order_states()] == [OBEYED] * 4
        return float(model.world.coalition.force_share)

    assert share("force") > share("restraint")


@pytest.mark.parametrize("steps_per_week", range(1, 8))
def test_orders_come_due_at_every_length_of_step(steps_per_week):
    # where nobody is there to meet and nobody stumbles, all three are open when they come due
    calm = {"preset": "bare_ceasefire", "mindset": "security_seeker", "accident_rate": 0}
    model = play("3:russia:coerce", "7:ukraine:press", "11:russia:comply", steps_per_week=steps_per_week, **calm)
    assert [state for _, state in model.order_states()] == [OBEYED] * 3


def test_an_order_tells_the_explanation():
    model = Wargame("bare_ceasefire", rng=2, weeks=12, orders=["3:russia:coerce"])
    for _ in range(4):
        model.step()
    explanation = model.russia.explain()
    assert (explanation.chosen, explanation.step, explanation.ordered, explanation.refused) == ("coerce", 3, True, False)


def test_no_order_is_left_behind():
    model = play("3:russia:launch", "3:fra:force", "3:usa:back")
    decisions = [model.world.russia.decision, model.world.united_states.decision, *model.world.allies["answer"]]
    assert {int(made.order) for made in decisions} == {NOTHING}
    assert np.all(model.world.allies["answer"]["order"] == NOTHING)


def holders(world):
    """Every decision that an order can be left with, by who decides and on what."""
    return {
        "russia": world.russia.decision,
        "ukraine": world.ukraine.decision,
        "united_states": world.united_states.decision,
        "fourth ally": world.allies[3].decision,
        "fourth ally's vote": world.allies[3].answer,
        "eighth ally": world.allies[7].decision,
        "eighth ally's vote": world.allies[7].answer,
    }


DUE = pytest.mark.parametrize(
    ("actor", "option", "sector", "holder", "left"),
    [
        (WHO.russia, 5, 3, "russia", (5, 3)),
        (WHO.ukraine, 4, NOTHING, "ukraine", (4, NOTHING)),
        (WHO.united_states, 2, NOTHING, "united_states", (2, NOTHING)),
        (WHO.first_ally + 3, 1, NOTHING, "fourth ally", (1, NOTHING)),
        (WHO.first_ally + 7, VOTE_OFFSET, NOTHING, "eighth ally's vote", (0, NOTHING)),
        (WHO.first_ally + 3, VOTE_OFFSET + 2, NOTHING, "fourth ally's vote", (2, NOTHING)),
    ],
)


@DUE
def test_an_order_is_left_with_whom_it_is_meant_for(actor, option, sector, holder, left):
    world, orders = new_world(BARE, 1, weeks=40)[0], order_records([Order(6, actor, option, sector)], 40)
    world.coalition.next_turn = 90.0
    world.allies["next_turn"] = 90.0
    for week, given in ((5.0, False), (6.0, True)):
        world.week = week
        deliver_orders(world, orders)
        expected = dict.fromkeys(holders(world), (NOTHING, NOTHING)) | ({holder: left} if given else {})
        assert {name: (int(made.order), int(made.order_sector)) for name, made in holders(world).items()} == expected
        assert orders[0].state == (STATE.given if given else STATE.waiting)
        called = given and holder == "fourth ally"  # an ally with an order has its turn at once, a vote waits for an attack
        assert (world.coalition.next_turn, world.allies[3].next_turn) == ((6.0, 6.0) if called else (90.0, 90.0))
        assert world.allies[7].next_turn == 90.0


@DUE
@pytest.mark.parametrize(
    ("ordered", "step", "state"), [(1, 6, STATE.obeyed), (1, 5, STATE.refused), (0, 6, STATE.refused), (2, 6, STATE.refused)]
)
def test_an_order_is_obeyed_if_it_was_carried_out_in_its_step(actor, option, sector, holder, left, ordered, step, state):
    world, orders = new_world(BARE, 1, weeks=40)[0], order_records([Order(6, actor, option, sector)], 40)
    world.week, world.luck.step = 6.0, 6
    deliver_orders(world, orders)
    made = holders(world)[holder]
    made.ordered, made.step = ordered, step
    for _ in range(2):  # what has been settled is not settled again
        take_back_orders(world, orders)
    assert (orders[0].state, world.outcome.refused_orders) == (state, int(state == STATE.refused))
    assert {(int(each.order), int(each.order_sector)) for each in holders(world).values()} == {(NOTHING, NOTHING)}


def test_an_order_that_waits_is_not_taken_back():
    world, orders = new_world(BARE, 1, weeks=40)[0], order_records([Order(6, WHO.russia, 5, 3)], 40)
    take_back_orders(world, orders)
    assert (orders[0].state, world.outcome.refused_orders) == (WAITING, 0)


def test_states_of_an_order_are_numbers_that_stay():
    assert STATE._asdict() == {"waiting": 1, "given": 2, "obeyed": 3, "refused": 4}
    assert (WAITING, OBEYED, REFUSED) == (1, 3, 4)
