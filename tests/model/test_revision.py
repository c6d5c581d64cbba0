import numpy as np
import pytest

from reassure.model.levers import LEVERS
from reassure.model.revision import revise
from reassure.model.wargame import Wargame


def played(weeks, **levers):
    model = Wargame("limited_reassurance_force", rng=3, run=2, **levers)
    for _ in range(weeks):
        model.step()
    return model


@pytest.mark.parametrize("weeks", [0, 7, 40])
def test_a_revision_that_changes_nothing_changes_nothing(weeks):
    left_alone, revised = played(weeks), played(weeks)
    revise(revised.world, dict(left_alone.preset.levers))
    for _ in range(30):
        left_alone.step()
        revised.step()
    assert left_alone.state == revised.state


def test_a_revision_at_the_beginning_is_the_other_scenario():
    asked = {"arms": 0.9, "share_on_line": 0.2, "troop_ceiling": 40.0, "us_backstop": 0.1}
    revised, other = played(0), played(0, **asked)
    revise(revised.world, asked)
    for _ in range(60):
        revised.step()
        other.step()
    assert revised.state == other.state


def test_a_revision_reaches_what_everyone_sees_at_once():
    model = played(60)
    seen = model.world.situation.sectors["cover"].copy()
    promised = float(model.world.coalition.promised_answer)
    revise(model.world, {"share_on_line": 0.3, "us_backstop": 0.0})
    assert not np.array_equal(seen, model.world.situation.sectors["cover"])
    assert model.world.coalition.promised_answer < promised
    assert model.world.levers.arms == LEVERS["arms"].parse(model.preset.levers["arms"])


def test_troops_on_their_way_take_up_a_new_plan_at_once():
    model = played(60)
    model.world.coalition.moving = 0
    revise(model.world, {"troop_ceiling": 5.0})
    assert model.world.coalition.moving == 1
    assert model.world.levers.troop_ceiling == 5.0


def test_a_mandate_that_runs_keeps_its_end():
    model = played(10, mandate_years=2)
    end = float(model.world.coalition.mandate_end)
    revise(model.world, {"mandate_years": 5.0})
    assert model.world.coalition.mandate_end == end == 104.0
