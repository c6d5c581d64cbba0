import threading

import numpy as np
import pytest

from reassure.agents.names import DeclarationError
from reassure.model.orders import parse_order
from reassure.model.wargame import Wargame
from reassure.runs.view.address import Future, parse_query, query
from reassure.runs.view.session import Session


@pytest.fixture
def session():
    return Session(Future(run=7, week=6))


def test_stepping_back_and_on_again_shows_the_same_bytes(session):
    seen = [session.state.tobytes()]
    for _ in range(5):
        assert session.step()
        seen.append(session.state.tobytes())
    for expected in reversed(seen[:-1]):
        assert session.step_back()
        assert session.state.tobytes() == expected
    for expected in seen[1:]:
        assert session.step()
        assert session.state.tobytes() == expected


def test_scrubbing_goes_to_any_past_week_and_no_further(session):
    assert session.go_to(0)
    assert not session.step_back()
    assert session.go_to(99) and session.week == 6
    assert len(session.history) == 7


def test_the_address_brings_back_what_is_on_screen(session):
    session.branch({"arms": 0.9})
    for _ in range(4):
        session.step()
    session.give(session.orders_open(1)[3])
    session.step()
    again = Session(parse_query(query(session.future)))
    assert again.state.tobytes() == session.state.tobytes()
    assert again.week == session.week == 11


def test_a_branch_keeps_the_luck_and_the_old_course_beside(session):
    for _ in range(10):
        session.step()
    old = session.state.tobytes()
    session.go_to(8)
    assert session.branch({"us_backstop": 0.0})
    assert (session.week, session.left_in) == (8, 8)
    assert session.past_branch.history(16)[-1].tobytes() == old
    for _ in range(10):
        session.step()
    assert session.past_branch.week == 18
    assert session.history[:8].tobytes() == session.past_branch.history(7).tobytes()
    assert session.state.tobytes() != session.past_branch.history(18)[-1].tobytes()
    session.forget_branch()
    assert session.past_branch is None


def test_the_twin_steps_in_lockstep(session):
    assert session.show_twin(True)
    assert session.twin.week == 6
    session.step()
    assert session.twin.week == 7
    lonely = Wargame(session.preset.without_troops(), rng=1, run=7)
    for _ in range(7):
        lonely.step()
    assert session.twin.history(7)[-1].tobytes() == lonely.state
    session.open(Future(run=8, week=3))
    assert session.twin.week == 3
    session.show_twin(False)
    assert session.twin is None


def test_without_troops_there_is_no_twin():
    session = Session(Future(scenario="bare_ceasefire"))
    assert not session.show_twin(True)
    assert "no troops" in session.message
    assert session.step() and not session.message


@pytest.mark.parametrize(
    ("deed", "message"),
    [
        (lambda session: session.branch({"arms": 7.0}), "arms takes a number from 0 to 1"),
        (lambda session: session.branch({"share_on_line": 0.9}), "add up to at most 1"),
        (lambda session: session.branch({"armz": 0.9}), "did you mean 'arms'?"),
        (lambda session: session.open(Future(scenario="nowhere")), "unknown scenario"),
        (lambda session: session.give(parse_order("2:russia:comply", 260)), ""),
    ],
)
def test_what_does_not_fit_is_a_message_and_changes_nothing(session, deed, message):
    before = (session.recording, session.week, session.state.tobytes())
    done = deed(session)
    if message:
        assert not done and message in session.message
        assert (session.recording, session.week, session.state.tobytes()) == before


def test_a_week_that_fails_is_a_message_and_can_be_tried_again(session):
    session.step()
    session.recording.course.step = lambda: 1 / 0
    before = session.state.tobytes()
    assert not session.step()
    assert "ZeroDivisionError" in session.message
    assert (session.week, session.state.tobytes()) == (7, before)
    assert session.step() and not session.message
    assert session.state.tobytes() == Session(Future(run=7, week=8)).state.tobytes()


def test_a_refused_order_is_told(session):
    session.give(parse_order("6:russia:launch", 260))
    assert session.step()
    assert "6:russia:launch" in session.message


def test_at_the_end_there_is_no_next_week():
    session = Session(Future(weeks=5, week=5))
    assert session.at_end and not session.step()
    assert not session.branch({"arms": 0.1})
    assert "over" in session.message
    session.step_back()
    assert not session.at_end and session.branch({"arms": 0.1})


def test_an_ended_turn_plays_nothing(session):
    turn = session.new_turn()
    assert session.step(turn)
    session.reset()
    assert not session.step(turn)
    assert session.week == 0


def test_reset_forgets_what_was_changed_on_the_way(session):
    session.branch({"arms": 0.9})
    session.give(session.orders_open(1)[1])
    session.reset()
    assert session.future == Future(run=7)


def test_many_hands_at_once_leave_a_future_that_can_be_replayed(session):
    def play():
        for _ in range(20):
            session.step()
            session.step_back()

    hands = [threading.Thread(target=play) for _ in range(3)]
    for hand in hands:
        hand.start()
    session.branch({"arms": 0.8})
    for hand in hands:
        hand.join()
    again = Session(session.future)
    assert again.state.tobytes() == session.state.tobytes()
    assert np.array_equal(session.history["week"], np.arange(session.week + 1))


def test_a_future_that_cannot_be_is_refused():
    with pytest.raises(DeclarationError):
        Session(Future(scenario="nowhere"))
