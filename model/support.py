"""Economy: attention fades, arms and sanctions follow it, both armies rebuild.

Paper support decays; troops bind the sender, so attention fades more slowly while own troops are there (2.2).
"""

from ..agents.curves import WEEKS_IN_YEAR, approach, at_least, clamp, decay, saturating
from ..agents.rule import phrase, rule
from ..agents.uncertainty import About, Fixed, Triangular, Uniform, circumstances, coefficients

LEAST_POWER, MOST_POWER = 0.05, 2.0
"""Bounds of the index of land power: an army never vanishes and never doubles what Russia had in early 2022."""

NUMBERS = coefficients(
    About.SUPPORT,
    Uniform("sanctions_cost", "utility", 0, 0.5, 0.3, "Cost of full sanctions; no estimate was found.", "C35, A44: wide", luck=22),
    Fixed("isolation_cost", "utility", 0, 0.2, 0.08, "Cost of full isolation.", "C36", luck=23),
    Uniform("attention_half_life", "weeks", 78, 400, 156,
        "How fast outside attention, and with it arms and sanctions, fades.", "assumption", luck=78),
    Fixed("attention_presence", "share", 0, 1, 0.7,
        "How far own troops there slow the fading.", "2.2: tying hands; assumption", luck=79),
    Fixed("ukrainian_base", "index", 0.3, 0.9, 0.55, "Ukrainian land power with no help.", "A29; assumption", luck=84),
    Fixed("ukrainian_rearmament", "weeks", 20, 200, 60, "Time constant of Ukrainian rearmament.", "assumption", luck=752),
    Fixed("arms_standing", "share", 0, 0.6, 0.3,
        "Share of the arms that is standing policy and does not follow attention.", "assumption", luck=754),
    Fixed("sanctions_standing", "share", 0, 0.6, 0.4,
        "Share of the sanctions kept up without attention.", "C35; rulebook trial, size assumption", luck=755),
    Fixed("sanctions_snapping", "share", 0, 0.4, 0.3,
        "Further share kept up without attention if they snap back by themselves.", "C35; size assumption", luck=756),
    Fixed("punishment_standing", "share", 0, 1, 0.5,
        "How much of the cost of sanctions Moscow reckons with if each needs a new decision.", "C35; size assumption", luck=757),
    Fixed("sanctions_lower_ceiling", "share", 0, 0.5, 0.25,
        "How far full sanctions lower the level to which Russian land power is rebuilt.", "C35, A44; size assumption", luck=758),
    Fixed("sanctions_slow_rebuilding", "share", 0, 0.5, 0.25,
        "How far full sanctions slow the rebuilding of Russian land power.", "C35, A44; size assumption", luck=759),
    Fixed("attention_half_troops", "thousand soldiers", 2, 20, 6,
        "Foreign troops that slow the fading of attention half as much as any number could.",
        "2.2: tying hands; size assumption", luck=760),
    Fixed("ukrainian_arms", "index", 0.15, 0.8, 0.45,
        "What full arms and training add to the land power that Ukraine can sustain.", "C26, C30, C45; size assumption", luck=761),
    Fixed("ukrainian_arms_american", "share", 0.2, 0.7, 0.45,
        "Share of the worth of arms and training that hangs on Washington's deliveries.", "C15, C16; size assumption", luck=762),
    Fixed("ukrainian_works", "index", 0, 0.15, 0.05,
        "What finished field works add to the land power that Ukraine can sustain.", "assumption", luck=763),
)  # fmt: skip
CIRCUMSTANCES = circumstances(
    About.SUPPORT,
    Triangular("reconstitution_years", "years", 2, 10, 5, "Time to rebuild Russian land power in full.", "A32", luck=80),
    Fixed("russian_ceiling", "index", 0.8, 1.4, 1.15, "Russian land power when rebuilt; 1 is early 2022.", "A31, A32", luck=81),
    Fixed("russian_start", "index", 0.4, 1.2, 0.6, "Russian land power at the ceasefire.", "A30", luck=82),
    Fixed("ukrainian_start", "index", 0.3, 1.2, 0.62, "Ukrainian land power at the ceasefire.", "A29", luck=83),
)  # fmt: skip


@rule
def arms_reaching(levers, attention, assumed):
    """Arms that really reach Ukraine: part is standing policy, the rest follows attention."""
    return levers.arms * (assumed.arms_standing + (1.0 - assumed.arms_standing) * attention)


@rule
def sanctions_in_force(levers, attention, assumed):
    """Sanctions that are really kept up; those that snap back by themselves need less attention."""
    kept = assumed.sanctions_standing + assumed.sanctions_snapping * levers.sanctions_automatic
    return levers.sanctions * (kept + (1.0 - kept) * attention)


@rule
def punishment(levers, attention, assumed):
    """Sanctions and isolation that renewed aggression would meet, in Moscow's utility."""
    snapping = assumed.punishment_standing + (1.0 - assumed.punishment_standing) * levers.sanctions_automatic
    return (
        assumed.sanctions_cost * sanctions_in_force(levers, attention, assumed) * snapping
        + assumed.isolation_cost * levers.isolation
    )


@rule
def russian_growth(levers, attention, assumed):
    """Weekly growth of Russian land power and the level at which it ends: rebuilt over the reconstitution clock (A32)."""
    top = assumed.russian_ceiling * (1.0 - assumed.sanctions_lower_ceiling * sanctions_in_force(levers, attention, assumed))
    pace = at_least(assumed.russian_ceiling - assumed.russian_start, 0.0) / (WEEKS_IN_YEAR * assumed.reconstitution_years)
    return pace * (1.0 - assumed.sanctions_slow_rebuilding * sanctions_in_force(levers, attention, assumed)), top


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
    american = assumed.ukrainian_arms_american
    target = (
        assumed.ukrainian_base
        + assumed.ukrainian_arms * arms_reaching(levers, attention, assumed) * ((1.0 - american) + american * delivered)
        + assumed.ukrainian_works * works
    )
    return approach(power, target, left)


@rule
def bind_attention(world):
    """What a step leaves of attention, which troops there bind; at week 0, and again when somebody has come or gone."""
    assumed = world.uncertainties
    bound = 1.0 - assumed.attention_presence * saturating(world.coalition.troops, assumed.attention_half_troops)
    world.field.attention_left = decay(assumed.attention_half_life, world.weeks_per_step * bound)


@rule
def fade_and_rebuild(world):
    """One step of the economy: attention fades and, outside a general war, both armies move on."""
    field = world.field
    assumed = world.uncertainties
    weeks = world.weeks_per_step
    if world.coalition.troops != world.situation.troops:
        bind_attention(world)
    field.attention = clamp(field.attention * field.attention_left, 0.0, 1.0)
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
    field.ukrainian_power = clamp(field.ukrainian_power, LEAST_POWER, MOST_POWER)
    field.russian_power = clamp(field.russian_power, LEAST_POWER, MOST_POWER)


@phrase
def stir_attention(field, change):
    """Attention stirred by a deed; held between 0 and 1."""
    field.attention = clamp(field.attention + change, 0.0, 1.0)
