"""War and clash on the ground: Lanchester's square law, solved exactly for each step.

dA/dt = -b D, dD/dt = -a A with a = beta e^2 (the offensive's effectiveness e is logistic in logs and unknown beforehand) and
b = beta k (the defender's quality). Both sides break off at the same share lost, so the attacker prevails exactly if
e A > sqrt(k) D: the chance that Moscow weighed (`agents/campaign.py`).
"""

import math

from ..agents.arithmetic import exp
from ..agents.campaign import defence, reinforced
from ..agents.chance import PURPOSE, WHO, logistic_from, uniforms
from ..agents.curves import clamp
from ..agents.rule import rule
from ..agents.uncertainty import About, Fixed, Uniform, coefficients
from .contest import lose_ground, settle_contest
from .events import deed, note, trace, words, worsen
from .outcomes import END, EVENT, RUNG, SPEECH

LARGEST_LOG_EFFECTIVENESS = 4.0
"""Bound of the logarithm of an offensive's effectiveness: a factor of 55 either way, so that the square law stays finite."""

NUCLEAR_SHARE = 0.1
"""Share of wider wars told as nuclear: unsourced (2.10: Kahn 1965), a label of the last rung, which moves nobody."""

NUMBERS = coefficients(
    About.FIELD,
    Fixed("attrition", "a week", 0.005, 0.06, 0.02, "Weekly attrition coefficient of the square law.", "assumption", luck=87),
    Fixed("breaking_point", "share lost", 0.3, 0.7, 0.5,
        "Share of its force at whose loss a side breaks off.", "2.11: Epstein 1990", luck=88),
    Uniform("wider_war_rate", "a week of clash", 0.002, 0.02, 0.006,
        "Spread of a clash beyond Ukraine; unsourced, so always shown over its range.", "C52; assumption", luck=96),
    Fixed("longest_war", "weeks", 26, 260, 104,
        "Time after which an undecided war counts as a stalemate and the future ends.", "assumption", luck=708),
    Fixed("sectors_lost_in_defeat", "sectors", 0, 7, 3,
        "Sectors lost when the defence breaks in a general war; counted in whole sectors.", "assumption", luck=709),
    Fixed("wider_war_weeks", "weeks", 4, 104, 26,
        "How long a clash can still spread; after that its limits are settled.", "assumption", luck=713),
    Fixed("clash_becomes_war", "a week", 0, 0.2, 0.03,
        "Rate at which a clash becomes a general war.", "assumption: about one clash in five", luck=714),
    Fixed("clash_settles", "a week", 0.02, 0.5, 0.125, "Rate at which a clash short of war is settled.", "assumption", luck=715),
)  # fmt: skip


@rule
def square_law(attacker, defender, attacker_kills, defender_kills, weeks):
    """Both strengths after some weeks: the closed-form solution of the square law, never below zero.

    `attacker_kills`, `defender_kills`: weekly losses a unit of strength inflicts on the other side.
    """
    rate = math.sqrt(attacker_kills * defender_kills)
    grow = exp(rate * weeks)
    even = 0.5 * (grow + 1.0 / grow)
    odd = 0.5 * (grow - 1.0 / grow)
    left_attacker = attacker * even - defender * math.sqrt(defender_kills / attacker_kills) * odd
    left_defender = defender * even - attacker * math.sqrt(attacker_kills / defender_kills) * odd
    if left_attacker < 0.0:
        left_attacker = 0.0
    if left_defender < 0.0:
        left_defender = 0.0
    return left_attacker, left_defender


@rule
def open_war(world, origin):
    """A general offensive begins, for one of ORIGINS: strengths are fixed, and how effective it is turns out."""
    field = world.field
    assumed = world.uncertainties
    situation = world.situation
    first, _ = uniforms(world.luck, WHO.world, PURPOSE.war)
    field.war = 1
    field.war_weeks = 0.0
    field.crisis = 0
    field.attacker = field.russian_power
    field.attacker_start = field.attacker
    field.defender = defence(field.ukrainian_power, situation, assumed)
    if world.coalition.fights == 1:
        field.defender = reinforced(field.defender, world.coalition.capability, assumed)
    field.defender_start = field.defender
    field.effectiveness = exp(
        clamp(logistic_from(first) / assumed.war_certainty, -LARGEST_LOG_EFFECTIVENESS, LARGEST_LOG_EFFECTIVENESS)
    )
    field.tension = 1.0
    note(world, EVENT.renewed_war)
    worsen(world, END.renewed_war)
    settle_contest(world)
    trace(world, origin)


@rule
def open_clash(world, origin):
    """Coalition states fight Russian forces in Ukraine. Should it grow into a war, `origin` of ORIGINS began that."""
    world.coalition.fights = 1
    world.field.clash = 1
    world.field.clash_origin = origin
    world.field.clash_weeks = 0.0
    world.field.tension = 1.0
    world.outcome.clashes += 1
    note(world, EVENT.clash)
    worsen(world, END.clash)


@rule
def fight_war(world):
    """One step of a general war. When a side breaks, the future ends: the ceasefire is history."""
    field = world.field
    assumed = world.uncertainties
    attacker_kills = assumed.attrition * field.effectiveness * field.effectiveness
    defender_kills = assumed.attrition * assumed.defender_advantage
    before = field.defender
    field.attacker, field.defender = square_law(
        field.attacker, field.defender, attacker_kills, defender_kills, world.weeks_per_step
    )
    field.russian_power = field.attacker
    field.ukrainian_power *= field.defender / before
    field.war_weeks += world.weeks_per_step
    deed(world, RUNG.general_war)
    words(world, SPEECH.nuclear_signalling)
    unbroken = 1.0 - assumed.breaking_point
    attacker_left = field.attacker / field.attacker_start
    defender_left = field.defender / field.defender_start
    # if both have crossed the breaking point within this step, the one with less left crossed it first (square law)
    if defender_left <= unbroken and defender_left < attacker_left:
        for _ in range(int(assumed.sectors_lost_in_defeat)):
            lose_ground(world, most_valuable_held(world))
        world.over = 1
    elif attacker_left <= unbroken or defender_left <= unbroken or field.war_weeks >= assumed.longest_war:
        world.over = 1


@rule
def most_valuable_held(world):
    """The sector of greatest worth to Moscow among those not yet lost."""
    best = 0
    value = -1.0
    for index in range(world.situation.sector_count):
        sector = world.situation.sectors[index]
        if sector.lost == 0 and sector.frontage > 0.0 and sector.value > value:
            best = index
            value = sector.value
    return best


@rule
def fight_clash(world):
    """One step of a clash: it may spread beyond Ukraine, become a general war, or be settled.

    The rate of spreading has no source; it is drawn over a range and wider war is always also shown as a share of clashes.
    Full law, the alliance there as a body, and a full American surge each make it faster by as much (C46, C52, T8; assumption).
    """
    field = world.field
    assumed = world.uncertainties
    levers = world.levers
    weeks = world.weeks_per_step
    deed(world, RUNG.clash)
    words(world, SPEECH.nuclear_signalling)
    spread, nuclear = uniforms(world.luck, WHO.world, PURPOSE.escalation)
    field.clash_weeks += weeks
    bound = world.situation.legal + world.coalition.mission + levers.us_air_surge * world.united_states.delivered
    rate = assumed.wider_war_rate * (1.0 + bound)
    if field.clash_weeks <= assumed.wider_war_weeks and spread < 1.0 - exp(-rate * weeks):
        note(world, EVENT.wider_war)
        worsen(world, END.wider_war)
        trace(world, field.clash_origin)
        deed(world, RUNG.wider_war)
        if nuclear < NUCLEAR_SHARE:
            note(world, EVENT.nuclear_use)
            deed(world, RUNG.nuclear_use)
        world.over = 1
        return
    if field.war == 0:
        _, course = uniforms(world.luck, WHO.world, PURPOSE.war)
        turns = 1.0 - exp(-assumed.clash_becomes_war * weeks)
        settles = 1.0 - exp(-(assumed.clash_becomes_war + assumed.clash_settles) * weeks)
        if course < turns:
            open_war(world, field.clash_origin)
        elif course < settles:
            field.clash = 0
            world.coalition.fights = 0
