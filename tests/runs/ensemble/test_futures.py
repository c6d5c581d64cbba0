import numpy as np
import pytest

from reassure.agents.declaration import DeclarationError
from reassure.model.future import new_world
from reassure.model.orders import OrderError, parse_order
from reassure.model.scenario import load
from reassure.runs.ensemble.futures import Policy, play, roll_out

SHORT = Policy(load("limited_reassurance_force"), weeks=40)


def test_outcomes_do_not_depend_on_threads_or_on_where_a_batch_begins():
    whole = play(SHORT, 600, seed=3, threads=2)
    assert whole.tobytes() == play(SHORT, 600, seed=3, threads=1).tobytes()
    assert whole[500:].tobytes() == play(SHORT, 100, seed=3, first_run=500).tobytes()


def test_another_seed_meets_other_luck():
    assert play(SHORT, 20, seed=3).tobytes() != play(SHORT, 20, seed=4).tobytes()


@pytest.mark.parametrize(
    "bad", [{"runs": 0}, {"runs": -1}, {"seed": -1}, {"seed": 2**64}, {"first_run": -1}, {"runs": 2**32}, {"runs": 1.5}]
)
def test_numbers_out_of_range_are_refused(bad):
    with pytest.raises(DeclarationError, match="whole number"):
        play(SHORT, **{"runs": 1, "seed": 1, **bad})


def test_the_largest_seed_works():
    assert len(play(SHORT, 1, seed=2**64 - 1)) == 1


def test_progress_is_told():
    told = []
    play(SHORT, 600, seed=1, advance=told.append)
    assert sum(told) == 600


def test_an_order_that_is_not_open_is_refused():
    order = parse_order("5:russia:launch", 40)
    with pytest.raises(OrderError, match="not open"):
        play(Policy(SHORT.scenario, 40, orders=(order,)), 3, seed=1)


def test_an_order_is_honoured_in_every_future():
    order = parse_order("5:russia:mobilise", 40)
    assert (play(Policy(SHORT.scenario, 40, orders=(order,)), 50, seed=1)["mobilisations"] >= 1).all()


def test_rollouts_are_different_futures_of_one_world():
    world = new_world(load("bare_ceasefire"), 1, weeks=104)
    outcomes = roll_out(world, 60, threads=2)
    assert len(np.unique(outcomes["sums"][:, 0])) == 60
    assert len(np.unique(outcomes["mindset"])) == 1
    assert outcomes.tobytes() == roll_out(world, 60).tobytes()


def test_rollouts_can_go_on_where_earlier_ones_ended():
    world = new_world(load("bare_ceasefire"), 1, weeks=60)
    assert roll_out(world, 30).tobytes() == roll_out(world, 10).tobytes() + roll_out(world, 20, first_branch=11).tobytes()
