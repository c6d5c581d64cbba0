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
    deployment.count_commitments(world)
    return able


def weeks(world, first, last):
    for week in range(first, last):
        world.week = float(week)
        deployment.deploy(world)
    return float(world.coalition.troops)


@given(st.floats(0, 30), st.floats(0, 30), st.floats(1, 30), st.floats(1, 100), st.floats(0.1, 1))
def test_contingents_move_towards_their_target_and_stop_there(fresh, troops, target, full, ramp, step):
    moved = deployment.moved(troops, target, full, ramp, step, fresh().uncertainties)
    assert min(troops, target) <= moved <= max(troops, target)
    assert abs(moved - troops) <= full * step / min(ramp, 13.0) + 1e-9
    assert (moved == troops) == (troops == target)


@pytest.mark.parametrize(
    ("troops", "target", "weeks", "moved"),
    [
        (0.0, 13.0, 1.0, 0.65),  # twenty weeks in
        (6.0, 13.0, 0.5, 6.325),
        (12.8, 13.0, 1.0, 13.0),
        (13.0, 0.0, 1.0, 12.0),  # thirteen weeks out
        (6.0, 5.0, 0.5, 5.5),
        (5.5, 5.0, 1.0, 5.0),
        (0.5, 0.0, 1.0, 0.0),
        (7.0, 7.0, 1.0, 7.0),
    ],
)
def test_a_contingent_of_thirteen_thousand_on_the_move(fresh, troops, target, weeks, moved):
    assert deployment.moved(troops, target, 13.0, 20.0, weeks, fresh().uncertainties) == pytest.approx(moved)


def test_troops_go_in_over_the_ramp(fresh):
    world = fresh(troop_ceiling=150, weeks_to_deploy=20, deploy_start=4, us_logistics=0)
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
    deployment.count_commitments(world)
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
        (17.0, 0.0, 20.0, 1, 0.0),
        (18.0, 0.0, 26.0, 1, 1 / 26),
        (30.0, 0.0, 20.0, 1, 0.5),
        (43.0, 0.0, 20.0, 1, 1.0),
        (43.0, 15.0, 20.0, 1, 0.25),
        (43.0, 20.0, 20.0, 1, 0.0),
        (69.0, 0.0, 20.0, 1, 1.0),
        (43.0, 0.0, 0.49, 1, 0.0),
        (43.0, 0.0, 0.5, 1, 1.0),
        (43.0, 0.0, 20.0, 0, 0.0),
    ],
)
def test_what_is_overdue(fresh, week, troops, announced, authorised, overdue):
    # C47; decisions take thirteen weeks, the ramp twenty-six
    world = fresh()
    coalition = world.coalition
    coalition.troops, coalition.announced, coalition.authorised = troops, announced, authorised
    assert deployment.overdue_share(coalition, world.levers, week, 4.0, world.uncertainties) == pytest.approx(overdue)


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
    deployment.count_commitments(world)
    weeks(world, 1, 53)
    assert world.coalition.announced == pytest.approx(announced / 2)


def test_the_next_turn_is_the_earliest_of_all(fresh):
    world = fresh()
    world.allies["next_review"][:] = 50.0
    world.allies["next_government"][:] = 900.0
    deployment.count_commitments(world)
    assert world.coalition.next_turn == 50.0
    world.allies[7].status, world.allies[7].decide_week = STATUS.pledged, 33.0
    deployment.count_commitments(world)
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


def test_the_allies_are_counted(fresh):
    world = fresh()
    world.allies["vetoes"][[5, 9]] = 1
    for index, status, share in ((0, STATUS.pledged, 0.5), (1, STATUS.deployed, 1.0), (2, STATUS.deployed, 0.25)):
        world.allies[index].sustainable, world.allies[index].status, world.allies[index].share = 4.0, status, share
    world.allies[3].sustainable, world.allies[3].share = 8.0, 1.0  # neither in nor pledged
    deployment.count_commitments(world)
    coalition = world.coalition
    assert (coalition.committed, coalition.joiners, coalition.vetoes) == (3, 2, 2)
    assert coalition.pledged == pytest.approx(7.0)
    assert coalition.moving == 0


def test_who_has_changed_sets_the_force_in_motion_once(fresh):
    world = fresh()
    world.allies[4].changed = 1
    deployment.count_commitments(world)
    assert (world.coalition.moving, world.allies[4].changed) == (1, 0)


@pytest.mark.parametrize(
    ("review", "status", "decision", "election", "of_all", "own"),
    [
        (20.0, STATUS.out, 10.0, 90.0, 20.0, 20.0),  # nothing to decide
        (20.0, STATUS.pledged, 10.0, 90.0, 10.0, 10.0),
        (20.0, STATUS.pledged, 30.0, 90.0, 20.0, 20.0),
        (20.0, STATUS.deployed, 10.0, 90.0, 20.0, 20.0),
        (20.0, STATUS.out, 10.0, 5.0, 20.0, 5.0),  # a new government is heard at the next sitting of all
        (20.0, STATUS.pledged, 10.0, 5.0, 10.0, 5.0),
    ],
)
def test_when_an_ally_has_its_turn(fresh, review, status, decision, election, of_all, own):
    world = fresh()
    world.allies["next_review"], world.allies["next_government"] = 500.0, 900.0
    ally = world.allies[6]
    ally.next_review, ally.status, ally.decide_week, ally.next_government = review, status, decision, election
    deployment.count_commitments(world)
    assert (world.coalition.next_turn, ally.next_turn) == (of_all, own)
    assert world.allies[7].next_turn == 500.0


def test_the_will_of_those_who_are_there_is_weighed_by_their_troops(fresh):
    world = fresh(troop_ceiling=150, weeks_to_deploy=1, deploy_start=0)
    one, other, absent = world.allies[0], world.allies[1], world.allies[2]
    one.sustainable, other.sustainable, absent.sustainable = 6.0, 2.0, 3.0
    one.national_will, other.national_will, absent.national_will = 1.0, -0.5, 5.0
    world.coalition.will = 0.25
    for each in (one, other):
        each.status, each.share, each.changed = STATUS.deployed, 1.0, 1
    world.coalition.authorised = 1
    deployment.count_commitments(world)
    assert weeks(world, 1, 2) == pytest.approx(8.0)
    assert world.coalition.member_will == pytest.approx(0.25 + 5.0 / 8.0)
    assert world.coalition.allied_troops == pytest.approx(8.0)


def test_who_arrives_waits_until_those_who_leave_have_made_room(fresh):
    world = fresh(troop_ceiling=10, weeks_to_deploy=2, deploy_start=0, us_logistics=0)
    leaving, arriving = world.allies[0], world.allies[1]
    leaving.sustainable, leaving.troops, leaving.status = 10.0, 10.0, STATUS.out
    arriving.sustainable, arriving.share, arriving.status = 8.0, 1.0, STATUS.deployed
    world.coalition.authorised = world.coalition.moving = 1
    deployment.count_commitments(world)
    there = []
    for week in range(1, 20):
        world.week = float(week)
        world.coalition.moving = 1
        deployment.deploy(world)
        there.append((float(leaving.troops), float(arriving.troops)))
    assert there[0] == (pytest.approx(10 - 10 / 13), pytest.approx(10 / 13))  # not the 4 that stand ready
    assert max(map(sum, there)) <= 10.0 + 1e-9
    assert there[-1] == (0.0, pytest.approx(8.0))


@pytest.mark.parametrize(("war", "fights", "arrives"), [(0, 0, True), (1, 1, True), (1, 0, False)])
def test_nobody_arrives_in_a_war_that_the_coalition_does_not_fight(fresh, war, fights, arrives):
    world = fresh(troop_ceiling=20, weeks_to_deploy=2, deploy_start=0, us_logistics=0)
    leaving, arriving = world.allies[0], world.allies[1]
    leaving.sustainable, leaving.troops, leaving.status = 5.0, 5.0, STATUS.out
    arriving.sustainable, arriving.share, arriving.status = 8.0, 1.0, STATUS.deployed
    world.coalition.authorised, world.field.war, world.coalition.fights = 1, war, fights
    deployment.count_commitments(world)
    world.week, world.coalition.moving = 3.0, 1
    deployment.deploy(world)
    assert leaving.troops < 5.0
    assert (arriving.troops > 0.0) == arrives


def test_before_anybody_is_there_only_the_common_will_counts(fresh):
    world = fresh(troop_ceiling=150)
    world.coalition.will, world.coalition.member_will = 0.25, 3.0
    deployment.move_contingents(world, False, 1.0)
    assert world.coalition.member_will == 0.25


@pytest.mark.parametrize(("week", "steps_per_week", "there"), [(3.0, 1, 0.0), (4.0, 1, 2.0), (4.0, 2, 1.0), (9.0, 1, 0.0)])
def test_contingents_that_stand_ready_start_on_the_first_day(fresh, week, steps_per_week, there):
    # a force that nobody has set in motion moves in the step in which deployment begins, and in no later one
    world = fresh(troop_ceiling=150, deploy_start=4, weeks_to_deploy=2, steps_per_week=steps_per_week, us_logistics=0)
    committed(world, 1)
    world.allies["sustainable"] = 4.0
    world.coalition.moving = 0
    world.week = week
    deployment.deploy(world)
    assert world.coalition.troops == pytest.approx(there)


def test_the_plan_counts_americans_and_allies_scaled_to_the_ceiling(fresh):
    world = fresh(troop_ceiling=10, us_ground_troops=4, deploy_start=50)
    committed(world, 2, status=STATUS.pledged)
    world.coalition.pledged = 25.0
    weeks(world, 0, 1)
    assert world.coalition.promised_troops == pytest.approx(14.0)
    assert world.coalition.announced == pytest.approx(14.0)
    world.coalition.pledged = 8.0
    weeks(world, 1, 2)
    assert world.coalition.promised_troops == pytest.approx(12.0)
    assert world.coalition.announced == pytest.approx(14.0 * 0.5 ** (1 / 52))


def test_an_announcement_that_grows_is_the_new_one(fresh):
    world = fresh(troop_ceiling=100)
    committed(world, 2, status=STATUS.pledged)
    for pledged in (5.0, 9.0):
        world.coalition.pledged = pledged
        deployment.deploy(world)
        assert world.coalition.announced == pytest.approx(pledged)


@pytest.mark.parametrize(
    ("ceiling", "american", "there", "moves"),
    [(0, 0, 0.0, False), (10, 0, 0.0, True), (0, 5, 0.0, True), (0, 0.5, 0.0, True), (0, 0, 3.0, True)],
)
def test_where_no_troops_are_wanted_nor_there_nothing_is_reckoned(fresh, ceiling, american, there, moves):
    world = fresh("bare_ceasefire", troop_ceiling=ceiling, us_ground_troops=american)
    world.coalition.troops, world.coalition.announced = there, 1.0
    deployment.deploy(world)
    assert (world.coalition.announced < 1.0) == moves


def test_the_greatest_strength_is_remembered(fresh):
    world = fresh("bare_ceasefire", us_ground_troops=20, weeks_to_deploy=10, deploy_start=0)
    world.coalition.authorised, world.coalition.peak_troops = 1, 3.0
    assert weeks(world, 0, 1) == pytest.approx(2.0)
    assert world.coalition.peak_troops == 3.0
    assert weeks(world, 1, 2) == pytest.approx(4.0)
    assert world.coalition.peak_troops == pytest.approx(4.0)
    assert world.coalition.american_troops == pytest.approx(4.0)


def test_a_disbanded_force_has_nobody_pledged(fresh):
    world = fresh(troop_ceiling=150)
    able = committed(world, 3, status=STATUS.pledged)
    world.coalition.authorised = 0
    deployment.disband(world)
    assert {(int(each.status), float(each.share)) for each in able} == {(STATUS.out, 0.0)}
    assert (world.coalition.committed, world.coalition.pledged, world.coalition.moving) == (0, 0.0, 1)


@pytest.mark.parametrize(
    ("logistics", "delivered", "weeks_"), [(0.0, 1.0, 26.0), (1.0, 0.0, 26.0), (1.0, 1.0, 26.0 / 1.5), (0.4, 0.5, 26.0 / 1.1)]
)
def test_american_transport_brings_contingents_sooner(fresh, logistics, delivered, weeks_):
    world = fresh(weeks_to_deploy=26, us_logistics=logistics, logistics_speed=0.5)
    assert deployment.weeks_to_arrive(world.levers, delivered, world.uncertainties) == pytest.approx(weeks_)


def test_how_many_count_in_a_vote_is_the_effective_number_of_contributors(fresh):
    # Laakso & Taagepera 1979: four equal ones are four, one that dwarfs the others is little more than one
    assert deployment.effective_number(8.0, 4 * 2.0 * 2.0) == 4.0
    assert deployment.effective_number(10.3, 100.0 + 3 * 0.01) == pytest.approx(1.06, abs=0.01)
    assert deployment.effective_number(0.0, 0.0) == 0.0
    world = fresh(troop_ceiling=150, weeks_to_deploy=1, deploy_start=0, us_logistics=0)
    able = committed(world, 3)
    weeks(world, 0, 10)
    sizes = [float(each.troops) for each in able]
    assert world.coalition.contributors == 3
    assert world.coalition.votes == pytest.approx(sum(sizes) ** 2 / sum(size * size for size in sizes))
