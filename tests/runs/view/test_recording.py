import numpy as np
import pytest

from reassure.agents.names import DeclarationError
from reassure.model.orders import Order, parse_order
from reassure.model.wargame import Wargame
from reassure.runs.view.address import Change, Future
from reassure.runs.view.ahead import open_orders, week_ahead
from reassure.runs.view.recording import Recording, opened


def test_what_is_recorded_is_what_the_mesa_model_plays():
    recording = opened(Future(run=7, week=70))
    model = Wargame("limited_reassurance_force", rng=1, run=7)
    for week in range(71):
        assert recording.history(week)[-1].tobytes() == model.state
        model.step()
    assert len(recording.history(1000)) == 71


def test_what_is_kept_cannot_be_written_to():
    history = opened(Future(week=2)).history(2)
    with pytest.raises(ValueError, match="read-only"):
        history["week"][0] = 9


def test_a_change_on_the_way_leaves_what_was_before_alone_and_shows_at_once():
    plain, changed = opened(Future(run=7, week=30)), opened(Future(run=7, week=30, changes=(Change(20, {"arms": 1.0}),)))
    for week in range(20):
        assert plain.history(week)[-1].tobytes() == changed.history(week)[-1].tobytes()
    assert changed.history(20)["levers"]["arms"][-1] == 1.0
    assert plain.history(30)["field"]["ukrainian_power"][-1] < changed.history(30)["field"]["ukrainian_power"][-1]


def test_the_twin_has_no_troops_whatever_changes():
    twin = Recording(Future(run=7, changes=(Change(5, {"troop_ceiling": 60.0, "arms": 0.9}),)), troops=False)
    twin.play_to(40)
    assert (twin.history(40)["coalition"]["troops"] == 0).all()
    assert twin.history(40)["levers"]["arms"][-1] == 0.9


def test_a_week_after_the_end_is_refused():
    with pytest.raises(DeclarationError, match="over after"):
        opened(
            Future(run=7, weeks=260, week=260, orders=(parse_order("3:russia:mobilise", 260), parse_order("8:russia:launch", 260)))
        )


def test_a_week_ahead_is_the_next_week_to_the_last_bit():
    history = opened(Future(run=7, week=60)).history(60)
    for week in range(60):
        ahead, played = week_ahead(history[week : week + 1]), history[week + 1 : week + 2].copy()
        ahead["horizon"], ahead["over"] = played["horizon"], played["over"]
        assert ahead.tobytes() == played.tobytes()


@pytest.mark.parametrize("actor", [1, 2, 3, 5, 13])
def test_an_order_that_is_said_to_be_open_is_obeyed(actor):
    state = opened(Future(run=7, week=30)).history(30)[-1:]
    found = open_orders(state, actor)
    assert len(found) >= 4
    for order in (found[0], found[len(found) // 2], found[-1]):
        recording = opened(Future(run=7, week=31, orders=(order,)))
        ((known, became),) = recording.course.order_states()
        assert (known, became) == (order, 3)


def test_only_what_is_open_is_offered():
    state = opened(Future(run=7, week=30)).history(30)[-1:]
    named = {order.text.split(":")[2] for order in open_orders(state, 1)}
    assert "launch" not in named
    assert {"comply", "mobilise", "probe@donetsk"} <= named
    assert open_orders(state, 1)[0] == Order(30, 1, 1)
    over = np.array(state)
    over["over"] = 1
    assert open_orders(over, 1) == ()
