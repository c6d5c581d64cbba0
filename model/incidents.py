"""Violations on the scale of the OSCE's counts, the deaths they cause, accidents, and crises that nobody chose (A33, A34, C29)."""

import math

from ..agents.chance import PURPOSE, WHO, uniform
from ..agents.curves import approach, clamp, comes_about, saturating
from ..agents.rule import rule
from ..agents.russia import CONDUCT
from ..agents.situation import ACT, NO_ATTACK
from ..agents.ukraine import KYIV
from ..agents.uncertainty import About, Fixed, LogNormal, Uniform, circumstances, coefficients
from .crisis import BY_ACCIDENT, BY_KYIV, begin_crisis
from .events import deed
from .outcomes import RUNG
from .support import rouse

LOWEST_FRICTION = 0.1
"""Share of first-year violations left after long quiet (A34: 401 to 94 thousand within four years, with measures in between)."""
WAVERING = 0.4
"""Spread of the logarithm of a week's violations; half its square, taken off, keeps their mean (assumption)."""
ROUTINE_VIOLATIONS = 200.0
"""Violations a week from which a ceasefire is no longer called calm (assumption)."""
CONTACT_BECOMES_FIGHT = 0.06
"""Chance that deadly contact with the force becomes a fight to be answered (rulebook trial; assumption)."""
QUIET_BEFORE_NORMALISING = 26.0
"""Weeks of quiet before grievance begins to fade (assumption)."""
PRESSING_MULTIPLIES_ACCIDENTS = 5.0
"""How much likelier an unintended crisis is while Kyiv presses its luck (T31; assumption)."""


NUMBERS = coefficients(
    About.FIELD,
    Fixed("quiet_half_life", "weeks", 26, 300, 104, "How fast violations subside while both sides comply.", "A34", luck=92),
    Uniform("normalisation", "a year", 0, 0.15, 0.05,
        "How fast grievance fades in quiet years; may be nothing.", "assumption", luck=93),
    Fixed("contact_rate", "a week", 0, 0.006, 0.0015, "Deadly contact between the force and Russian units.", "assumption", luck=94),
    Fixed("accident_rate", "a week", 0, 0.001, 0.00025, "Crises that nobody chose.", "assumption", luck=95),
    Fixed("friction_returns", "a week", 0.02, 0.5, 0.1,
        "Share of the gap to full friction that a week of pressure closes.", "assumption", luck=650),
    Fixed("normalisation_lost", "a week", 0, 0.05, 0.01,
        "Share of what quiet years have healed that a week of pressure undoes.", "assumption", luck=651),
)  # fmt: skip
CIRCUMSTANCES = circumstances(
    About.FIELD,
    LogNormal("violations_base", "a week", 300, 6000, 2000,
        "Violations a week with both sides complying, at first.", "A33, A34", spread=0.4, luck=90),
    LogNormal("deaths_per_violation", "deaths", 0.0002, 0.006, 0.0009,
        "Deaths per recorded violation.", "A33 with yearly deaths from memory, low confidence", spread=0.5, luck=91),
)  # fmt: skip


@rule
def pressure_of(conduct, assumed):
    """Factor on violations by Moscow's standing conduct: 1, 2, 6.

    Coercion is hybrid: most of it happens off the line of contact; probing happens on it (A33 against A34's quiet years;
    assumption).
    """
    if conduct == CONDUCT.comply:
        return 1.0
    if conduct == CONDUCT.coerce:
        return 2.0
    return 6.0


@rule
def deadliness_of(conduct, assumed):
    """Factor on deaths per violation: small arms while both sides comply, heavy weapons under pressure (assumption)."""
    if conduct == CONDUCT.comply:
        return 0.2
    if conduct == CONDUCT.coerce:
        return 0.5
    return 1.5


@rule
def count_violations(world):
    """This step's violations and the deaths they cause."""
    field = world.field
    levers = world.levers
    assumed = world.uncertainties
    contact = 1.0 + 0.5 * levers.share_on_line * saturating(world.coalition.troops, 3.0)
    kyiv = 1.0
    if world.ukraine.conduct == KYIV.retaliate or world.ukraine.conduct == KYIV.press:
        kyiv = 1.3
    field.violations = (
        assumed.violations_base
        * pressure_of(field.conduct, world.uncertainties)
        * field.friction
        * (1.0 - 0.5 * levers.monitors)
        * contact
        * (1.0 + 0.5 * field.tension)
        * kyiv
        * math.exp(WAVERING * world.luck.violations_noise - 0.5 * WAVERING * WAVERING)
        * world.weeks_per_step
    )
    field.deaths = field.violations * assumed.deaths_per_violation * deadliness_of(field.conduct, world.uncertainties)
    if field.violations > ROUTINE_VIOLATIONS * world.weeks_per_step:
        deed(world, RUNG.violations)


@rule
def subside(world):
    """Friction and grievance fade while things are quiet; pressure brings friction back at once."""
    field = world.field
    russia = world.russia
    assumed = world.uncertainties
    pace = world.situation.pace
    weeks = world.weeks_per_step
    quiet = field.conduct == CONDUCT.comply and field.crisis == 0 and field.war == 0 and field.clash == 0
    if quiet:
        field.quiet_weeks += weeks
        field.friction = approach(field.friction, LOWEST_FRICTION, pace.friction_in_quiet)
        if field.quiet_weeks > QUIET_BEFORE_NORMALISING:
            russia.normalised = clamp(russia.normalised + assumed.normalisation * weeks / 52.0, 0.0, 1.0)
    else:
        field.quiet_weeks = 0.0
        field.friction = approach(field.friction, 1.0, pace.friction_under_pressure)
        russia.normalised = approach(russia.normalised, 0.0, pace.normalised)


@rule
def meet_by_accident(world):
    """Deadly contact between the force and Russian units; a few become fights that the coalition must answer next week."""
    field = world.field
    levers = world.levers
    if world.coalition.troops <= 0.0:
        return
    in_rear = 1.0 - levers.share_in_cities - levers.share_on_line
    exposure = levers.share_on_line + 0.4 * levers.share_in_cities + 0.1 * in_rear
    rate = (
        world.uncertainties.contact_rate
        * pressure_of(field.conduct, world.uncertainties)
        * exposure
        * saturating(world.coalition.troops, 3.0)
    )
    if comes_about(world.luck.contact, rate * world.weeks_per_step):
        world.coalition.weariness = clamp(world.coalition.weariness + 0.08, 0.0, 1.0)
        field.tension = clamp(field.tension + 0.05, 0.0, 1.0)
        rouse(field, 0.03)
        deed(world, RUNG.attack_on_force)
        if uniform(world.luck, WHO.world, PURPOSE.contact) < CONTACT_BECOMES_FIGHT:
            field.pending_contact = 1


@rule
def stumble(world):
    """A crisis that nobody chose; likelier under pressure and while Kyiv presses, rarer with monitors (C29, T31)."""
    field = world.field
    if field.crisis == 1:
        return
    pressing = 1.0
    if world.ukraine.conduct == KYIV.press:
        pressing = PRESSING_MULTIPLIES_ACCIDENTS
    rate = (
        world.uncertainties.accident_rate
        * pressure_of(field.conduct, world.uncertainties)
        * (1.0 - 0.6 * world.levers.monitors)
        * pressing
    )
    if comes_about(world.luck.crisis, rate * world.weeks_per_step):
        if pressing > 1.0:
            begin_crisis(world, BY_KYIV)
        else:
            begin_crisis(world, BY_ACCIDENT)


@rule
def contact_attack(world):
    """Whether last week's contact became a fight; counts as a strike on the force that nobody ordered."""
    if world.field.pending_contact == 1 and world.coalition.troops > 0.0:
        world.field.pending_contact = 0
        return ACT.strike
    world.field.pending_contact = 0
    return NO_ATTACK
