"""What Moscow minds: fear of capability and nearness, affront at flags. Provocation enters here and only here (C32, T13, T14).

Fear counts what could hurt, affront what can be seen; troops sit in both on purpose, and the two sizes are drawn independently
over a wide range, because no data exist and they decide every "provoked".
"""

import math

from .curves import at_least, saturating
from .rule import rule
from .uncertainty import About, Uniform, coefficients

NUMBERS = coefficients(
    About.MOSCOW,
    Uniform("fear_size", "factor", 0, 2, 1,
        "Size of Russian fear of capability and nearness; no data exist.", "C32, T13; assumption", luck=4),
    Uniform("affront_size", "factor", 0, 2, 1,
        "Size of Russian affront at foreign flags; no data exist.", "C32, C33; assumption", luck=5),
)  # fmt: skip


@rule
def felt_troops(situation, assumed):
    """Thousand soldiers as Moscow feels them: the announcement already counts for two fifths."""
    return at_least(situation.troops, 0.4 * situation.pledged)


@rule
def notice(russia, situation, assumed):
    """The force as Moscow feels and sees it; worked out when its number changes, not every week."""
    troops = felt_troops(situation, assumed)
    if troops != russia.felt_troops:
        russia.felt_troops = troops
        russia.weight_of_troops = 1.0 - math.exp(-troops / 30.0)
        russia.show_of_troops = 0.20 * saturating(troops, 4.0) + 0.12 * (1.0 - math.exp(-troops / 40.0))


@rule
def fear(russia, situation, levers, assumed):
    """Fear, about 0 to 1 before its size is applied; consent and monitors lower it. Needs the force noticed."""
    in_rear = 1.0 - levers.share_in_cities - levers.share_on_line
    nearness = levers.share_on_line + 0.5 * levers.share_in_cities + 0.25 * in_rear
    felt = (
        0.16 * situation.air
        + 0.12 * situation.basing
        + 0.30 * russia.weight_of_troops * nearness
        + 0.25 * at_least(situation.ukrainian_power - 0.65, 0.0)
        + 0.12 * situation.hedge
        + 0.20 * situation.mission
    )
    return assumed.fear_size * felt * (1.0 - 0.5 * levers.russian_consent) * (1.0 - 0.25 * levers.monitors)


@rule
def affront(russia, situation, levers, assumed):
    """Affront, about 0 to 1 before its size is applied; consent takes most of it away. Needs the force noticed."""
    in_rear = 1.0 - levers.share_in_cities - levers.share_on_line
    visible = russia.show_of_troops + 0.15 * situation.mission
    where = 1.3 * levers.share_on_line + 1.0 * levers.share_in_cities + 0.75 * in_rear
    return assumed.affront_size * visible * where * (1.0 - 0.8 * levers.russian_consent)


@rule
def resent(russia, situation, levers, assumed):
    """Update fear, affront and the grievance they sum to: the value lost by living with things as they are."""
    notice(russia, situation, assumed)
    russia.fear = fear(russia, situation, levers, assumed)
    russia.affront = affront(russia, situation, levers, assumed)
    standing = 0.5 * russia.base_grievance + 0.1 * levers.imposed_terms
    russia.grievance = (1.0 - russia.normalised) * (
        standing + russia.fear_weight * russia.fear + russia.affront_weight * russia.affront
    )
