"""Economy: attention fades, arms and sanctions follow it, both armies rebuild.

Paper support decays; troops bind the sender, so attention fades more slowly while own troops are there (2.2).
"""

import math

from ..agents.curves import approach, at_least, clamp, decay, saturating
from ..agents.rule import phrase, rule

UKRAINIAN_WEEKS = 60.0
"""Time constant of Ukrainian rearmament (assumption)."""
REARMAMENT_LEFT_IN_A_YEAR = math.exp(-52.0 / UKRAINIAN_WEEKS)
"""What a year leaves of its distance to where it is going."""


@rule
def arms_reaching(levers, attention):
    """Arms that really reach Ukraine: part is standing policy, the rest follows attention."""
    return levers.arms * (0.3 + 0.7 * attention)


@rule
def sanctions_in_force(levers, attention):
    """Sanctions that are really kept up; those that snap back by themselves need less attention."""
    kept = 0.4 + 0.3 * levers.sanctions_automatic
    return levers.sanctions * (kept + (1.0 - kept) * attention)


@rule
def punishment(levers, attention, assumed):
    """Sanctions and isolation that renewed aggression would meet, in Moscow's utility."""
    snapping = 0.5 + 0.5 * levers.sanctions_automatic
    return assumed.sanctions_cost * sanctions_in_force(levers, attention) * snapping + assumed.isolation_cost * levers.isolation


@rule
def russian_growth(levers, attention, assumed):
    """Weekly growth of Russian land power and the level at which it ends: rebuilt over the reconstitution clock (A32)."""
    top = assumed.russian_ceiling * (1.0 - 0.25 * sanctions_in_force(levers, attention))
    pace = at_least(assumed.russian_ceiling - assumed.russian_start, 0.0) / (52.0 * assumed.reconstitution_years)
    return pace * (1.0 - 0.25 * sanctions_in_force(levers, attention)), top


@rule
def russian_power_after(power, weeks, levers, attention, assumed):
    """Russian land power some weeks on, if nothing else happens."""
    pace, top = russian_growth(levers, attention, assumed)
    if power >= top:
        return power
    grown = power + pace * weeks
    if grown > top:
        return top
    return grown


@rule
def ukrainian_power_after(power, left, works, levers, attention, delivered, assumed):
    """Ukrainian land power once `left` of its distance to what arms, training and field works sustain remains."""
    target = assumed.ukrainian_base + 0.45 * arms_reaching(levers, attention) * (0.55 + 0.45 * delivered) + 0.05 * works
    return approach(power, target, left)


@rule
def fade_and_rebuild(world):
    """One step of the economy: attention fades and, outside a general war, both armies move on."""
    field = world.field
    assumed = world.uncertainties
    weeks = world.weeks_per_step
    bound = 1.0 - assumed.attention_presence * saturating(world.coalition.troops, 6.0)
    field.attention = clamp(field.attention * decay(assumed.attention_half_life, weeks * bound), 0.0, 1.0)
    if field.war == 1:
        return
    field.russian_power = russian_power_after(field.russian_power, weeks, world.levers, field.attention, assumed)
    field.ukrainian_power = ukrainian_power_after(
        field.ukrainian_power,
        world.situation.pace.rearmament,
        world.ukraine.works,
        world.levers,
        field.attention,
        world.united_states.delivered,
        assumed,
    )
    field.ukrainian_power = clamp(field.ukrainian_power, 0.05, 2.0)
    field.russian_power = clamp(field.russian_power, 0.05, 2.0)


@phrase
def rouse(field, change):
    """Attention stirred by a deed; held between 0 and 1."""
    field.attention = clamp(field.attention + change, 0.0, 1.0)
