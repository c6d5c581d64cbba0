import threading
import time

import pytest

from reassure.runs.view.address import Future
from reassure.runs.view.outlook import Outlook
from reassure.runs.view.player import Player
from reassure.runs.view.session import Session

SECONDS = 20


def wait_until(happened):
    end = time.monotonic() + SECONDS
    while not happened():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


@pytest.fixture
def outlook():
    told = []
    made = Outlook(lambda: told.append(threading.current_thread()), least=40, most=120)
    made.told = told
    yield made
    made.close()


def test_the_week_on_screen_comes_first_then_the_weeks_before_then_more(outlook):
    session = Session(Future(run=7, week=4))
    outlook.look(session.recording, 4)
    wait_until(outlook.points)
    assert outlook.points()[-1].week == 4
    wait_until(lambda: outlook.settled)
    assert [point.week for point in outlook.points()] == [0, 1, 2, 3, 4]
    assert [point.futures for point in outlook.points()] == [40, 40, 40, 40, 120]
    assert outlook.told and threading.current_thread() not in outlook.told


def test_a_step_goes_before_everything_else(outlook):
    session = Session(Future(run=7, week=3))
    outlook.look(session.recording, 3)
    for _ in range(5):
        session.step()
        outlook.look(session.recording, session.week)
    wait_until(lambda: any(point.week == 8 for point in outlook.points()))
    outlook.look(session.recording, 2)
    assert all(point.week <= 2 for point in outlook.points())


def test_a_branch_keeps_the_odds_of_what_came_before(outlook):
    session = Session(Future(run=7, week=5))
    outlook.look(session.recording, 5)
    wait_until(lambda: outlook.settled)
    before = outlook.points()
    session.branch({"arms": 0.0, "us_intelligence": 0.0})
    outlook.look(session.recording, 5)
    assert outlook.points() == before[:5]
    wait_until(lambda: outlook.settled)
    assert outlook.points()[-1] != before[-1]
    session.open(Future(run=8, week=0))
    outlook.look(session.recording, 0)
    assert outlook.points() == []


def test_both_kinds_are_kept_apart(outlook):
    session = Session(Future(run=7, week=1))
    outlook.look(session.recording, 1)
    wait_until(lambda: outlook.settled)
    outlook.look(session.recording, 1, conditional=False)
    wait_until(lambda: outlook.settled)
    assert [point.conditional for point in outlook.points()] == [False, False]
    assert sum(outlook.points()[0].mindsets) == pytest.approx(1)
    outlook.look(session.recording, 1)
    assert [point.conditional for point in outlook.points()] == [True, True]


def test_closing_ends_the_thread():
    outlook = Outlook(lambda: None, least=40, most=10**9)
    outlook.look(Session().recording, 0)
    wait_until(outlook.points)
    outlook.close()
    wait_until(lambda: not any(thread.name == "outlook" for thread in threading.enumerate()))


def test_pause_and_reset_while_playing_never_move_what_comes_after():
    session = Session(Future(run=7))
    player = Player(session, lambda: None, pause=0.0)
    for halt in (player.pause, session.reset, lambda: session.branch({"arms": 0.4}), lambda: session.go_to(2)):
        player.play()
        wait_until(lambda: session.week >= 3)
        halt()
        week, state = session.week, session.state.tobytes()
        time.sleep(0.05)
        assert (session.week, session.state.tobytes()) == (week, state)
        player.pause()


def test_playing_ends_with_the_future():
    session = Session(Future(run=7, weeks=6))
    told = []
    player = Player(session, lambda: told.append(session.week), pause=0.0)
    player.play()
    wait_until(lambda: not player.playing)
    wait_until(lambda: told[-2:] == [6, 6])
    assert told[:6] == [1, 2, 3, 4, 5, 6]
