import numpy as np
import pytest

from reassure.model.future import blank_world
from reassure.model.orders import ORDER
from reassure.model.scenario import load
from reassure.model.world import COALITION, FIELD, LADDER, WORLD, cells_of

BARE = load("bare_ceasefire")


@pytest.mark.parametrize(
    ("record", "counted"),
    [
        (
            COALITION,
            {
                "alarm",
                "authorised",
                "mission",
                "agreed",
                "joiners",
                "committed",
                "vetoes",
                "guarantors",
                "contributors",
                "moving",
                "fights",
            },
        ),
        (
            FIELD,
            {
                "crisis",
                "crisis_origin",
                "conceded",
                "conduct",
                "pending_contact",
                "pending_war",
                "counter_attacks",
                "war",
                "clash",
                "clash_origin",
            },
        ),
        (LADDER, {"rung", "deed", "words"}),
        (ORDER, {"week", "actor", "option", "sector", "state"}),
        (WORLD, {"over"}),
    ],
)
def test_what_is_counted_is_whole_and_what_is_measured_is_not(record, counted):
    assert {name for name in record.names if record[name] == np.int64} == counted
    assert {name for name in record.names if record[name] == np.float64} == {
        name for name in record.names if record[name].names is None and name not in counted and record[name].shape == ()
    }


def test_a_world_has_a_place_for_each_of_its_parts():
    assert [WORLD[name] for name in ("coalition", "field", "ladder")] == [COALITION, FIELD, LADDER]
    assert WORLD["allies"].shape == (31,)  # the thirty European members and Canada


@pytest.mark.parametrize("part", ["uncertainties", "levers", "outcome"])
def test_a_part_can_be_written_as_a_row_of_numbers(part):
    worlds = np.concatenate([blank_world(BARE), blank_world(BARE)]).view(np.recarray)
    cells = cells_of(worlds, part)
    assert cells.shape == (2, WORLD[part].itemsize // 8)
    cells[1, 0] = 7.5
    first = WORLD[part].names[0]
    assert worlds[part][first].view(np.float64).tolist()[1] == 7.5
    assert worlds[part][first].view(np.float64).tolist()[0] != 7.5
