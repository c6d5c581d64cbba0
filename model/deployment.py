"""Troops go in over a ramp and come out within a season; what is pledged, scaled to the ceiling, and what is overdue."""

import math

from ..agents.commitment import STATUS, STEP, reopen
from ..agents.curves import WEEKS_IN_YEAR, at_least, clamp
from ..agents.rule import phrase, rule
from ..agents.uncertainty import About, Fixed, coefficients
from .outcomes import EVENT

NUMBERS = coefficients(
    About.FORCE,
    Fixed("announcement_half_life", "weeks", 13, 156, 52,
        "Time in which half of an announcement is forgotten.", "assumption", luck=753),
    Fixed("logistics_speed", "factor", 0, 2, 0.5,
        "How much faster contingents arrive with full American logistics, as a share.", "C17; size assumption", luck=814),
    Fixed("weeks_to_leave", "weeks", 4, 52, 13, "Time to bring a contingent home.", "assumption", luck=773),
    Fixed("decision_expected", "weeks", 4, 26, 13,
        "Weeks after the start by which outsiders expect national decisions to be through.",
        "C1; near the middle of 4 to 26", luck=774),
    Fixed("announcement_least", "thousand soldiers", 0.1, 2, 0.5,
        "An announcement from which anything can be overdue.", "C47; size assumption", luck=775),
)  # fmt: skip

ONE_SOLDIER = 0.001
"""In thousands: by less than that nothing is above a ceiling."""


@rule
def count_commitments(world):
    """After the allies' turns: count who is committed, in, and blocking, what is pledged, and when the next has its turn.

    Nothing of this changes between turns, so the weekly rules read the counts instead of asking 31 allies again.
    """
    coalition = world.coalition
    pledged = 0.0
    joiners = 0
    committed = 0
    vetoes = 0
    squares = 0.0
    soonest = math.inf
    for index in range(len(world.allies)):
        ally = world.allies[index]
        if ally.status >= STATUS.pledged:
            contingent = ally.sustainable * ally.share
            pledged += contingent
            squares += contingent * contingent
            committed += 1
        if ally.status == STATUS.deployed:
            joiners += 1
        vetoes += ally.vetoes
        if ally.changed == 1:
            coalition.moving = 1
            ally.changed = 0
        turn = ally.next_review
        if ally.status == STATUS.pledged and ally.decide_week < turn:
            turn = ally.decide_week
        if turn < soonest:
            soonest = turn
        ally.next_turn = turn
        if ally.next_government < turn:
            ally.next_turn = ally.next_government
    coalition.next_turn = soonest
    coalition.joiners = joiners
    coalition.committed = committed
    coalition.votes_announced = effective_number(pledged, squares)
    coalition.vetoes = vetoes
    coalition.pledged = pledged


@phrase
def effective_number(total, squares):
    """Effective number of contributors: one over the sum of squared shares (Laakso & Taagepera 1979); 0 if there are none."""
    if squares > 0.0:
        return total * total / squares
    return 0.0


@rule
def allies_have_a_turn(world):
    """Whether any ally has something to decide this week."""
    return world.week >= world.coalition.next_turn or world.coalition.alarm == 1


@phrase
def weeks_to_arrive(levers, delivered, assumed):
    """Weeks to bring in the whole force: as planned, and fewer as American transport and supply speed it up (C17)."""
    return levers.weeks_to_deploy / (1.0 + assumed.logistics_speed * levers.us_logistics * delivered)


@rule
def moved(troops, target, full, ramp, weeks, assumed):
    """Troops moved towards the target: in at `full / ramp` a week, out with `full` over the weeks it takes to leave."""
    if troops < target:
        return clamp(troops + full / ramp * weeks, 0.0, target)
    if troops > target:
        left = troops - full / assumed.weeks_to_leave * weeks
        if left < target:
            return target
        return left
    return troops


@rule
def disband(world):
    """Without authority nobody is pledged or in any longer; contingents on the spot go home."""
    for index in range(len(world.allies)):
        ally = world.allies[index]
        if ally.status >= STATUS.pledged:
            ally.status = STATUS.out
            ally.standing = STEP.stay_out
            ally.share = 0.0
            ally.changed = 1
            reopen(ally)
    count_commitments(world)


@phrase
def target_of(ally, started, scale):
    """Thousand soldiers that an ally means to have there now."""
    if started and ally.status == STATUS.deployed:
        return ally.sustainable * ally.share * scale
    return 0.0


@rule
def room_for_arrivals(world, started, scale, ramp):
    """Let contingents leave; the share of the arrivals that are ready for which the ceiling then leaves room, to a soldier.

    Nobody arrives in a war that the coalition does not fight (C4).
    """
    there = 0.0
    ready = 0.0
    for index in range(len(world.allies)):
        ally = world.allies[index]
        target = target_of(ally, started, scale)
        after = moved(ally.troops, target, ally.sustainable, ramp, world.weeks_per_step, world.uncertainties)
        if after < ally.troops:
            ally.troops = after
            world.coalition.moving = 1
        ready += after - ally.troops
        there += ally.troops
    if world.field.war == 1 and world.coalition.fights == 0:
        return 0.0
    room = at_least(world.levers.troop_ceiling - there, 0.0)
    if ready - room < ONE_SOLDIER:
        return 1.0
    return room / ready


@rule
def move_contingents(world, started, scale):
    """Move every contingent a step towards its target; count the troops, the votes and the mean will of those who are there.

    Who arrives waits until those who leave have made room under the ceiling.
    """
    coalition = world.coalition
    total = 0.0
    squares = 0.0
    will = 0.0
    ramp = weeks_to_arrive(world.levers, world.united_states.delivered, world.uncertainties)
    coalition.moving = 0
    coalition.contributors = 0
    admitted = room_for_arrivals(world, started, scale, ramp)
    for index in range(len(world.allies)):
        ally = world.allies[index]
        target = target_of(ally, started, scale)
        if ally.troops < target:
            after = moved(ally.troops, target, ally.sustainable, ramp, world.weeks_per_step, world.uncertainties)
            if admitted < 1.0:
                after = ally.troops + admitted * (after - ally.troops)
            ally.troops = after
            coalition.moving = 1
        if ally.troops > 0.0:
            coalition.contributors += 1
            total += ally.troops
            squares += ally.troops * ally.troops
            will += ally.troops * ally.national_will
    coalition.member_will = coalition.will
    if total > 0.0:
        coalition.member_will += will / total
    coalition.allied_troops = total
    coalition.votes = effective_number(total, squares)


@rule
def deploy(world):
    """One step of deployment: contingents move, the total is counted, the pledges are compared with the schedule."""
    coalition = world.coalition
    levers = world.levers
    weeks = world.weeks_per_step
    if levers.troop_ceiling <= 0.0 and levers.us_ground_troops <= 0.0 and coalition.troops <= 0.0:
        return
    if coalition.authorised == 0 and coalition.committed > 0:
        disband(world)
    scale = 1.0
    if coalition.pledged > levers.troop_ceiling:
        scale = levers.troop_ceiling / coalition.pledged
    started = world.week >= levers.deploy_start and coalition.authorised == 1
    if coalition.moving == 1 or (started and world.week - weeks < levers.deploy_start):
        move_contingents(world, started, scale)
    coalition.troops = coalition.allied_troops
    coalition.promised_troops = coalition.pledged * scale
    if coalition.authorised == 1:
        coalition.promised_troops += levers.us_ground_troops
    target = 0.0
    if started:
        target = levers.us_ground_troops
    american = moved(coalition.american_troops, target, levers.us_ground_troops, levers.weeks_to_deploy, weeks, world.uncertainties)
    coalition.american_troops = american
    coalition.troops += american
    if coalition.troops > coalition.peak_troops:
        coalition.peak_troops = coalition.troops
    coalition.announced *= world.situation.pace.announced
    if coalition.promised_troops > coalition.announced:
        coalition.announced = coalition.promised_troops


@rule
def schedule_start(world):
    """Week from which deployment counts: the planned one, or that of the authorisation if it came later."""
    return at_least(world.levers.deploy_start, 1.0 * world.outcome.first[EVENT.authorisation])


@rule
def troops_in_a_year(coalition, levers, week, start, assumed):
    """Thousand soldiers that the announced schedule brings or leaves there a year from now (C47); nothing without authority."""
    if coalition.authorised == 0:
        return 0.0
    if coalition.promised_troops <= coalition.troops:
        return coalition.promised_troops
    weeks = clamp(week + WEEKS_IN_YEAR - start, 0.0, WEEKS_IN_YEAR)
    arriving = coalition.promised_troops / levers.weeks_to_deploy * weeks
    return clamp(coalition.troops + arriving, 0.0, coalition.promised_troops)


@rule
def overdue_share(coalition, levers, week, start, assumed):
    """Share of announced troops that the schedule says should be there and are not, 0 to 1 (C47)."""
    if coalition.announced < assumed.announcement_least or coalition.authorised == 0:
        return 0.0
    progress = clamp((week - start - assumed.decision_expected) / levers.weeks_to_deploy, 0.0, 1.0)
    due = coalition.announced * progress
    if due <= coalition.troops:
        return 0.0
    return (due - coalition.troops) / coalition.announced
