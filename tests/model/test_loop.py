import numpy as np
import pytest

from reassure.model.future import blank_world, drawings, new_world
from reassure.model.loop import play_futures
from reassure.model.orders import NO_ORDERS
from reassure.model.outcomes import OUTCOME
from reassure.model.scenario import load
from reassure.model.turn import play_week
from reassure.model.world import WORLD, cells_of

SCENARIO = load("limited_reassurance_force")
OUTCOME_START = WORLD.fields["outcome"][1] // 8


def played(template, first_run, branches, futures):
    """The outcomes of so many futures from a template, as the compiled loop plays them."""
    outcomes = np.zeros(futures, OUTCOME)
    scratch = template.copy()
    play_futures(
        scratch,
        scratch.view(np.float64),
        template.copy().view(np.float64),
        cells_of(scratch, "uncertainties")[0],
        drawings(SCENARIO),
        NO_ORDERS,
        first_run,
        branches,
        outcomes.view(np.float64).reshape(futures, -1),
        OUTCOME_START,
    )
    return outcomes


def to_the_end(worlds):
    while not worlds[0].over:
        play_week(worlds[0], NO_ORDERS)
    return worlds[0].outcome.tobytes()


@pytest.mark.parametrize("first_run", [0, 5])
def test_runs_are_played_from_week_zero_each_for_itself(first_run):
    template = blank_world(SCENARIO, weeks=5)
    template[0].luck.seed_low = 9
    outcomes = played(template, first_run, np.zeros(0, np.int64), 3)
    expected = [to_the_end(new_world(SCENARIO, 9, first_run + run, weeks=5)) for run in range(3)]
    assert [each.tobytes() for each in outcomes] == expected
    assert len(set(expected)) == 3


def test_branches_are_played_on_from_where_the_future_stands():
    template = new_world(SCENARIO, 9, 4, weeks=8)
    for _ in range(3):
        play_week(template[0], NO_ORDERS)
    before = template.tobytes()
    outcomes = played(template, -1, np.array([7, 2, 7]), 3)
    expected = []
    for branch in (7, 2, 7):
        world = template.copy()
        world[0].luck.branch = branch
        expected.append(to_the_end(world))
    assert [each.tobytes() for each in outcomes] == expected
    assert expected[0] != expected[1]
    assert template.tobytes() == before
