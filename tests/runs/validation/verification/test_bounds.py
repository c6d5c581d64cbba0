import math

import numpy as np
import pytest

from reassure.model.future import new_world
from reassure.model.scenario import load
from reassure.model.world import WORLD
from reassure.runs.validation.verification import bounds, invariants
from reassure.runs.validation.verification.moments import moments, weekly


@pytest.fixture(scope="module")
def world():
    return next(moments(1, 5, us_ground_troops=0.0))


def test_every_named_range_belongs_to_a_quantity():
    known = {}
    for path, name, _ in bounds.CELLS:
        known.setdefault(path, set()).add(name)
    for path, ranges in bounds.RANGES.items():
        assert set(ranges) <= known[path], path


def test_cells_follow_the_memory_of_the_record():
    assert len(bounds.CELLS) == WORLD.itemsize // 8
    world = np.zeros(1, WORLD)[0]
    world.field.tension, world.allies[3].answer.probability[1], world.outcome.worst = 5.0, 7.0, 9
    places = np.flatnonzero(np.frombuffer(world.tobytes(), np.int64))
    assert [bounds.CELLS[place][:2] for place in places] == [
        ("allies.answer", "probability"),
        ("field", "tension"),
        ("outcome", "worst"),
    ]


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ("field", "tension", 1.1),
        ("field", "attention", -0.1),
        ("field", "russian_power", math.nan),
        ("russia", "belief", 1.5),
        ("coalition", "troops", math.inf),
        ("ladder", "rung", 11),
        ("situation", "capability", -1e-6),
        ("levers", "arms", 2.0),
        ("uncertainties", "precision", 0.0),
        ("ukraine", "confidence", math.nan),
    ],
)
def test_what_lies_outside_its_range_is_told(world, record, field, value):
    assert bounds.out_of_range(world) == []
    other = world.copy()
    other[record][field] = value
    [told] = bounds.out_of_range(other)
    assert told.startswith(f"{record}.{field} = ")


@pytest.mark.parametrize(
    ("record", "field"), [("coalition", "troops"), ("coalition", "joiners"), ("coalition", "committed"), ("coalition", "vetoes")]
)
def test_a_soldier_or_a_state_too_many_is_told(world, record, field):
    assert invariants.not_conserved(world) == []
    other = world.copy()
    other[record][field] += 1
    assert len(invariants.not_conserved(other)) == 1


def test_a_sector_that_grows_is_told(world):
    other = world.copy()
    other.situation.sectors[2].frontage += 0.1
    assert len(invariants.not_conserved(other)) == 1


def test_a_closed_option_and_chances_that_do_not_add_up_are_told(world):
    assert invariants.not_open(world) == []
    closed = world.copy()
    for ally in closed.allies[:2]:
        ally.decision.open[ally.decision.chosen] = 0
    assert len(invariants.not_open(closed)) == 2
    unsure = world.copy()
    unsure.allies[0].decision.probability[:] *= 0.5
    assert len(invariants.not_open(unsure)) == 1


@pytest.fixture(scope="module")
def voted():
    """A world in the week in which a coalition with troops there has just voted, some of it for force."""
    for run in range(60):
        for world in weekly(new_world(load("limited_reassurance_force"), 8, run)):
            if (world.allies["answer"]["step"] == world.outcome.last_step).any() and 0 < world.coalition.force_share < 1:
                return world.copy()
    raise AssertionError("no vote in sixty futures")


def test_a_vote_not_counted_or_not_asked_for_is_told(voted):
    assert invariants.not_counted(voted) == []
    miscounted = voted.copy()
    miscounted.coalition.force_share += 0.01
    assert len(invariants.not_counted(miscounted)) == 1
    unasked = voted.copy()
    asked = np.flatnonzero(unasked.allies["answer"]["step"] == unasked.outcome.last_step)
    unasked.allies["answer"]["step"][asked[0]] -= 1
    assert "not exactly those with a say" in invariants.not_counted(unasked)[0]


def test_an_outcome_taken_back_is_told(world):
    before = world.copy()
    before.outcome.worst, before.outcome.first[0], before.outcome.peak_rung = 3, 12, 8
    after = before.copy()
    assert invariants.undone(before, after) == []
    after.outcome.worst, after.outcome.first[0], after.outcome.peak_rung = 2, 13, 7
    assert len(invariants.undone(before, after)) == 3
