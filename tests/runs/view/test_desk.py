import threading

import pytest

from reassure.runs.view.address import Future, to_file
from reassure.runs.view.desk import Desk


@pytest.fixture
def told():
    return []


@pytest.fixture
def desk(told):
    made = Desk("run=7&week=3&weeks=60", lambda: told.append("picture"), lambda: told.append("odds"))
    yield made
    made.close()


@pytest.mark.parametrize("query", ["week=x", "scenario=<script>", "week=9&weeks=5", "nonsense"])
def test_a_bad_address_shows_the_usual_future_and_says_why(query):
    desk = Desk(query, lambda: None, lambda: None)
    assert desk.session.future == Future()
    assert "shown instead" in desk.session.message
    desk.close()


def test_a_week_after_the_end_shows_the_beginning_and_says_why():
    desk = Desk("run=7&week=260&order=3:russia:mobilise&order=8:russia:launch", lambda: None, lambda: None)
    assert (desk.session.future.run, desk.session.week, len(desk.session.future.orders)) == (7, 0, 2)
    assert "is over after" in desk.session.message
    desk.close()


@pytest.mark.parametrize(
    ("deed", "message"),
    [
        (lambda desk: desk.go("x"), "a week is a whole number"),
        (lambda desk: desk.begin({"seed": "-"}), "seed is a whole number"),
        (lambda desk: desk.begin({"levers": ["arms"]}), "this did not work"),
        (lambda desk: desk.branch(None), "this did not work"),
        (lambda desk: desk.branch({"arms": "many"}), "arms takes a number"),
        (lambda desk: desk.order("nonsense"), "an order is written"),
        (lambda desk: desk.open_file("{}"), "no saved future"),
        (lambda desk: desk.open_query("sed=2"), "no part 'sed'"),
    ],
)
def test_what_does_not_fit_is_a_message_until_dismissed(desk, told, deed, message):
    deed(desk)
    assert message in desk.session.message
    assert desk.session.future == Future(run=7, week=3, weeks=60)
    assert told.count("picture") == 1
    desk.dismiss()
    assert not desk.session.message


def test_a_saved_file_brings_the_picture_back(desk):
    desk.branch({"arms": "0.9"})
    desk.step()
    saved, state = to_file(desk.session.future), desk.session.state.tobytes()
    desk.begin({"run": "9"})
    assert desk.session.week == 0
    desk.open_file(saved)
    assert desk.session.state.tobytes() == state


def test_an_order_from_the_list_is_carried_out(desk):
    order = desk.orders()[2]
    desk.order(order.text)
    desk.step()
    made = desk.session.state[0].russia.decision
    assert (made.chosen, made.ordered) == (order.option, 1)


def test_step_waits_while_it_plays_and_two_desks_share_nothing(desk):
    other = Desk("run=7&week=3&weeks=60", lambda: None, lambda: None)
    desk.set_pace(5.0)
    desk.toggle()
    desk.step()
    desk.toggle()
    assert desk.session.week <= 4
    assert other.session.week == 3
    assert other.session.recording.course is not desk.session.recording.course
    other.close()


def test_only_an_actor_can_be_chosen(desk):
    desk.choose(4)
    desk.choose(99)
    desk.choose("x")
    assert desk.chosen == 4
    desk.choose("donetsk")
    assert desk.chosen == 1


def test_once_closed_nothing_of_it_runs(desk):
    desk.toggle()
    desk.close()
    threads = [desk.player.thread, desk.outlook.thread]
    assert all(threads) and not any(thread.is_alive() for thread in threads)


def test_it_may_be_closed_by_a_thread_of_its_own():
    def close():
        desk.close()
        closed.set()

    closed = threading.Event()
    desk = Desk("run=7&week=3&weeks=60", lambda: None, close)
    assert closed.wait(30)
