"""The coalition's answer to an attack: the votes are counted, the attack is resolved, and everyone learns from it."""

import math

from ..agents.belief import learn
from ..agents.chance import PURPOSE, WHO, uniform, uniforms
from ..agents.curves import clamp
from ..agents.rule import rule
from ..agents.sectors import grab_chance
from ..agents.situation import ACT, NO_ATTACK
from ..agents.ukraine import shake
from ..agents.vote import VOTE, has_a_say
from .fighting import lose_ground, open_clash, open_war
from .mandate import lapse
from .support import rouse

GRAB_HOURS = 96.0
"""Hours in which a grab for ground is typically complete (assumption; 24/48/72 hour plan, evidence part 1)."""
SPILLING = 0.12
"""Chance that a grab for ground grows into a general war (rulebook trial; assumption)."""
EXIT_AFTER_UNANSWERED_STRIKE = 0.35
"""Chance that a strike left unanswered ends the presence (T18; Beirut 1983, Rwanda 1994; size assumption)."""


@rule
def count_votes(world):
    """The coalition's answer: weighed by troops, or by head among guarantors without troops. True if force reaches the quorum.

    American ground troops, where a scenario allows them, count as Washington stands.
    """
    total = 0.0
    for_force = 0.0
    pressing = 0.0
    for index in range(len(world.allies)):
        ally = world.allies[index]
        if has_a_say(ally, world.situation):
            weight = 1.0
            if world.situation.troops > 0.0:
                weight = ally.troops
            total += weight
            if ally.answer.chosen == VOTE.force:
                for_force += weight
            if ally.answer.chosen == VOTE.pressure:
                pressing += weight
    american = world.coalition.american_troops
    if american > 0.0:
        total += american
        if world.situation.stood_behind >= 0.5:
            for_force += american
    world.coalition.force_share = 0.0
    if total > 0.0:
        world.coalition.force_share = for_force / total
        rouse(world.field, 0.1 * (for_force + pressing) / total)
    return total > 0.0 and world.coalition.force_share >= world.levers.response_quorum


@rule
def answer(world):
    """The coalition has voted: resolve the attack, and let everyone learn from the answer."""
    situation = world.situation
    act = situation.attack.act
    if act == NO_ATTACK:
        return
    forceful = count_votes(world)
    if act == ACT.probe:
        answer_probe(world, forceful)
    if act == ACT.seizure:
        answer_seizure(world, forceful)
    if act == ACT.strike:
        answer_strike(world, forceful)
    if act == ACT.war:
        answer_war(world, forceful)
    situation.attack.act = NO_ATTACK


@rule
def answer_probe(world, forceful):
    """A probe answered firmly teaches that the coalition is hard, unanswered that it is not (T26)."""
    assumed = world.uncertainties
    touched = world.situation.attack.touched == 1
    if touched:
        world.coalition.weariness = clamp(world.coalition.weariness + 0.05, 0.0, 1.0)
    if forceful:
        world.field.tension = clamp(world.field.tension + 0.05 + 0.05 * world.levers.response_policy, 0.0, 1.0)
        shake(world.ukraine, 0.04)
        learn(world.russia, assumed.lesson_firm_on_probe, assumed)
    elif touched:
        shake(world.ukraine, -0.05)
        learn(world.russia, assumed.lesson_soft_on_probe, assumed)
    else:
        shake(world.ukraine, -0.02)
        learn(world.russia, assumed.lesson_soft_elsewhere, assumed)


@rule
def answer_seizure(world, forceful):
    """A grab succeeds by the local balance, half as often if fought in time; an answer may come too late (C39)."""
    field = world.field
    situation = world.situation
    assumed = world.uncertainties
    late, outcome = uniforms(world.luck, WHO.world, PURPOSE.seizure)
    touched = situation.attack.touched == 1
    in_time = forceful and late >= 1.0 - math.exp(-world.levers.response_hours / GRAB_HOURS)
    chance = grab_chance(situation.sectors[situation.attack.sector], situation, assumed)
    if in_time:
        chance *= 0.5
    if outcome < chance:
        lose_ground(world, situation.attack.sector)
        shake(world.ukraine, -0.12)
        field.ukrainian_power = clamp(field.ukrainian_power - 0.03, 0.05, 2.0)
    else:
        field.russian_power = clamp(field.russian_power - 0.05, 0.05, 2.0)
        field.ukrainian_power = clamp(field.ukrainian_power - 0.03, 0.05, 2.0)
    if forceful and touched:
        learn(world.russia, assumed.lesson_fought, assumed)
        open_clash(world)
    elif forceful:
        learn(world.russia, assumed.lesson_firm_on_probe, assumed)
        shake(world.ukraine, 0.04)
    elif touched:
        learn(world.russia, assumed.lesson_fled, assumed)
    else:
        learn(world.russia, assumed.lesson_soft_on_seizure, assumed)
    if uniform(world.luck, WHO.world, PURPOSE.spill) < SPILLING:
        world.coalition.fights = 0
        if forceful and touched:
            world.coalition.fights = 1
        open_war(world)


@rule
def answer_strike(world, forceful):
    """A strike on the force: a clash if answered, weariness and perhaps exit if not (T18)."""
    assumed = world.uncertainties
    coalition = world.coalition
    if forceful:
        learn(world.russia, assumed.lesson_fought, assumed)
        open_clash(world)
        return
    learn(world.russia, assumed.lesson_fled, assumed)
    shake(world.ukraine, -0.15)
    coalition.weariness = clamp(coalition.weariness + 0.35, 0.0, 1.0)
    _, leaves = uniforms(world.luck, WHO.world, PURPOSE.touch)
    if leaves < EXIT_AFTER_UNANSWERED_STRIKE:
        lapse(world)


@rule
def answer_war(world, forceful):
    """A general war: the coalition fights if it votes so and is touched; guarantors without troops may enter on a treaty."""
    situation = world.situation
    assumed = world.uncertainties
    _, enters = uniforms(world.luck, WHO.world, PURPOSE.touch)
    touched = situation.attack.touched == 1
    world.coalition.fights = 0
    if forceful and (touched or enters < situation.legal * situation.legal):
        learn(world.russia, assumed.lesson_fought, assumed)
        open_clash(world)
    elif touched:
        learn(world.russia, assumed.lesson_fled, assumed)
    open_war(world)
