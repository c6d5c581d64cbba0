import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reassure.agents.choice import NOTHING
from reassure.agents.commitment import STATUS
from reassure.model import deployment
from reassure.model.outcomes import EVENT


def committed(world, states, status=STATUS.deployed, share=1.0):
    """The first allies with a contingent are in, or pledged; the presence is authorised."""
    able = [each for each in world.allies if each.sustainable > 0.3][:states]
    for each in able:
        each.status, each.share, each.changed = status, share, 1
        each.next_review = 1000.0
    world.coalition.authorised = 1
    world.outcome.first[EVENT.authorisation] = 0
    deployment.muster(world)
    return able


def weeks(world, first, last):
    for week in range(first, last):
        world.week = float(week)
        deployment.deploy(world)
    return float(world.coalition.troops)


@given(st.floats(0, 30), st.floats(0, 30), st.floats(1, 30), st.floats(1, 100), st.floats(0.1, 1))
def test_contingents_move_towards_their_target_and_stop_there(troops, target, full, ramp, step):
    moved = deployment.moved(troops, target, full, ramp, step)
    assert min(troops, target) <= moved <= max(troops, target)
    assert abs(moved - troops) <= full * step / min(ramp, 13.0) + 1e-9
    assert (moved == troops) == (troops == target)


def test_troops_go_in_over_the_ramp(fresh):
    world = fresh(troop_ceiling=150, weeks_to_deploy=20, deploy_start=4)
    able = committed(world, 3)
    full = sum(float(each.sustainable) for each in able)
    assert weeks(world, 0, 4) == 0.0
    assert weeks(world, 4, 14) == pytest.approx(full / 2)
    assert weeks(world, 14, 60) == pytest.approx(full)
    assert world.coalition.moving == 0


def test_and_come_out_in_thirteen_weeks(fresh):
    world = fresh(troop_ceiling=150)
    able = committed(world, 3)
    there = weeks(world, 0, 60)
    for each in able:
        each.status, each.share, each.changed = STATUS.out, 0.0, 1
    deployment.muster(world)
    assert 0 < weeks(world, 60, 72) < there / 8
    assert weeks(world, 72, 74) == 0.0
    assert world.coalition.peak_troops == pytest.approx(there)


@pytest.mark.parametrize("ceiling", [2, 5, 10])
def test_the_ceiling_scales_every_contingent(fresh, ceiling):
    world = fresh(troop_ceiling=ceiling)
    able = committed(world, 8)
    assert world.coalition.pledged > ceiling
    assert weeks(world, 0, 80) == pytest.approx(ceiling)
    assert len({round(float(each.troops / each.sustainable), 9) for each in able}) == 1


def test_a_pledge_is_counted_and_brings_nobody(fresh):
    world = fresh(troop_ceiling=150)
    committed(world, 4, status=STATUS.pledged, share=0.75)
    assert weeks(world, 0, 40) == 0.0
    assert (world.coalition.committed, world.coalition.joiners) == (4, 0)
    assert world.coalition.pledged > 0
    assert world.coalition.promised_troops == pytest.approx(world.coalition.pledged)


def test_without_authority_everybody_goes_home(fresh):
    world = fresh(troop_ceiling=150)
    able = committed(world, 4)
    weeks(world, 0, 60)
    world.coalition.authorised = 0
    assert weeks(world, 60, 80) == 0.0
    assert {int(each.status) for each in able} == {STATUS.out}
    assert (world.coalition.committed, world.coalition.promised_troops) == (0, 0.0)


def test_american_troops_go_in_over_the_ramp_and_come_out_again(fresh):
    world = fresh("bare_ceasefire", us_ground_troops=20, weeks_to_deploy=10, deploy_start=0)
    world.coalition.authorised = 1
    assert weeks(world, 0, 5) == pytest.approx(10.0)
    assert weeks(world, 5, 30) == pytest.approx(20.0)
    world.coalition.authorised = 0
    assert 0 < weeks(world, 30, 36) < 20
    assert weeks(world, 36, 50) == 0.0


def test_no_troops_are_wanted_none_come(fresh):
    world = fresh("limited_reassurance_force_without_troops")
    world.coalition.authorised = 1
    assert weeks(world, 0, 60) == 0.0
    assert world.coalition.promised_troops == 0.0


@pytest.mark.parametrize(
    ("week", "troops", "announced", "authorised", "overdue"),
    [
        (10.0, 0.0, 20.0, 1, 0.0),  # decisions are still awaited
        (30.0, 0.0, 20.0, 1, 0.5),
        (43.0, 0.0, 20.0, 1, 1.0),
        (43.0, 15.0, 20.0, 1, 0.25),
        (43.0, 20.0, 20.0, 1, 0.0),
        (43.0, 0.0, 0.4, 1, 0.0),
        (43.0, 0.0, 20.0, 0, 0.0),
    ],
)
def test_what_is_overdue(fresh, week, troops, announced, authorised, overdue):
    # C47; decisions take thirteen weeks, the ramp twenty-six
    world = fresh()
    coalition = world.coalition
    coalition.troops, coalition.announced, coalition.authorised = troops, announced, authorised
    assert deployment.overdue_share(coalition, world.levers, week, 4.0) == pytest.approx(overdue)


@pytest.mark.parametrize(("authorised", "start"), [(NOTHING, 4.0), (0, 4.0), (60, 60.0)])
def test_a_late_authority_starts_a_later_schedule(fresh, authorised, start):
    world = fresh(deploy_start=4)
    world.outcome.first[EVENT.authorisation] = authorised
    assert deployment.schedule_start(world) == start


def test_announcements_fade_in_a_year_if_nothing_stands_behind_them(fresh):
    world = fresh(troop_ceiling=150)
    able = committed(world, 4, status=STATUS.pledged)
    weeks(world, 0, 1)
    announced = float(world.coalition.announced)
    assert announced == pytest.approx(world.coalition.pledged)
    for each in able:
        each.status, each.share, each.changed = STATUS.out, 0.0, 1
    deployment.muster(world)
    weeks(world, 1, 53)
    assert world.coalition.announced == pytest.approx(announced / 2)


def test_the_next_turn_is_the_earliest_of_all(fresh):
    world = fresh()
    world.allies["next_review"][:] = 50.0
    world.allies["next_government"][:] = 900.0
    deployment.muster(world)
    assert world.coalition.next_turn == 50.0
    world.allies[7].status, world.allies[7].decide_week = STATUS.pledged, 33.0
    deployment.muster(world)
    assert world.coalition.next_turn == 33.0
    for week, alarm, expected in ((32.0, 0, False), (33.0, 0, True), (32.0, 1, True)):
        world.week, world.coalition.alarm = week, alarm
        assert bool(deployment.allies_have_a_turn(world)) == expected


@pytest.mark.parametrize("rotation", [1, 2, 3])
def test_what_can_be_kept_up_is_the_usable_force_by_rotation(fresh, rotation):
    # A24, T23: at least what was reported
    world = fresh(rotation=rotation)
    floor = 0.12 * world.allies["active"] / (1 + rotation)
    assert np.allclose(world.allies["sustainable"], np.maximum(world.allies["reported"], floor))
