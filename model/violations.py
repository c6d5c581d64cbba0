"""Violations on the scale of the OSCE's counts, the deaths they cause (A33, A34).

One scale runs from calm to war, and both its ends are fitted: while both sides comply a monitored line sounds like the months after
July 2020 (98 violations in a weekend), under sustained probing like 2016 and 2017 (320 to 401 thousand a year); between them lies
2021 (94 thousand), the year of massed troops and threats. Years of the monitors' counts differ by Moscow's conduct, not by time.
"""

from ..agents.arithmetic import exp
from ..agents.curves import saturating
from ..agents.rule import rule
from ..agents.russia import CONDUCT
from ..agents.ukraine import KYIV
from ..agents.uncertainty import About, Fixed, LogNormal, circumstances, coefficients
from .events import deed
from .outcomes import RUNG

VIOLATIONS_ROUTINE = 350.0
"""Violations a week above which a ceasefire is no longer called calm (A33: 98 in a weekend of December 2020, called calm): a label
of the ladder of deeds, which moves nobody."""

NUMBERS = coefficients(
    About.FIELD,
    Fixed("violations_wavering", "s.d. of log", 0, 1, 0.4,
        "Week-to-week spread of violations about their mean.",
        "A33: 16 thousand in one week against 8 in the mean; size assumption", luck=687),
    Fixed("pressure_coercion", "factor", 2, 15, 6,
        "Factor on violations while Moscow coerces.",
        "fitted to A34: 94 thousand in 2021, the year of massed troops and threats, unconfirmed", luck=689),
    Fixed("pressure_probing", "factor", 10, 40, 24,
        "Factor on violations while Moscow probes, on the line of contact.",
        "fitted to A33 and A34: 98 in a weekend after July 2020 against 320 to 401 thousand in 2016 and 2017", luck=690),
    Fixed("deadliness_calm", "factor", 0.1, 2, 0.5,
        "Factor on deaths per violation while Moscow complies: small arms.", "assumption", luck=691),
    Fixed("deadliness_coercion", "factor", 0.1, 2, 0.5,
        "The same while it coerces, mostly off the line of contact.", "assumption", luck=692),
    Fixed("deadliness_probing", "factor", 0.2, 2, 0.6,
        "The same while it probes.",
        "fitted to A34 and the United Nations' totals of the killed: some 300 from 2019 to August 2020, rounded to hundreds; "
        "low confidence", luck=693),
    Fixed("violations_on_line", "factor", 0, 1.5, 0.5,
        "How many more violations there are, as a share, with a large force on the line of contact.",
        "C29, 2.6; size assumption", luck=695),
    Fixed("violations_monitored", "share", 0, 0.8, 0.5,
        "Share of violations that full monitoring prevents.",
        "C29, A34: 55 per cent fewer after the measures of July 2020", luck=696),
    Fixed("violations_tension", "factor", 0, 1.5, 0.5,
        "How many more violations there are, as a share, at full tension.", "assumption", luck=697),
    Fixed("violations_returned", "factor", 1, 2, 1.3,
        "Factor on violations while Kyiv retaliates or presses its luck.", "T31; size assumption", luck=698),
)  # fmt: skip
CIRCUMSTANCES = circumstances(
    About.FIELD,
    LogNormal("violations_base", "a week", 100, 6000, 400,
        "Violations a week with both sides complying and nobody watching, at first.",
        "fitted to A33: below the 98 of a monitored weekend of December 2020; the upper end for a longer line and what monitors "
        "missed", spread=0.4, luck=90),
    LogNormal("deaths_per_violation", "deaths", 0.0002, 0.006, 0.0009,
        "Deaths per recorded violation.",
        "fitted to A34 and the United Nations' totals of the killed: 12,900 at the end of 2018, 13,200 in August 2020, 13,300 in "
        "June 2021, each give or take 100; low confidence", spread=0.5, luck=91),
)  # fmt: skip


@rule
def pressure_of(conduct, assumed):
    """Factor on violations by Moscow's standing conduct; what happens while both sides comply is the unit."""
    if conduct == CONDUCT.comply:
        return 1.0
    if conduct == CONDUCT.coerce:
        return assumed.pressure_coercion
    return assumed.pressure_probing


@rule
def deadliness_of(conduct, assumed):
    """Factor on deaths per violation by Moscow's standing conduct."""
    if conduct == CONDUCT.comply:
        return assumed.deadliness_calm
    if conduct == CONDUCT.coerce:
        return assumed.deadliness_coercion
    return assumed.deadliness_probing


@rule
def count_violations(world):
    """This step's violations and the deaths they cause. Half the square of the wavering, taken off, keeps their mean."""
    field = world.field
    levers = world.levers
    assumed = world.uncertainties
    contact = 1.0 + assumed.violations_on_line * levers.share_on_line * saturating(
        world.coalition.troops, assumed.contact_half_force
    )
    kyiv = 1.0
    if world.ukraine.conduct == KYIV.retaliate or world.ukraine.conduct == KYIV.press:
        kyiv = assumed.violations_returned
    field.violations = (
        assumed.violations_base
        * pressure_of(field.conduct, assumed)
        * field.friction
        * (1.0 - assumed.violations_monitored * levers.monitors)
        * contact
        * (1.0 + assumed.violations_tension * field.tension)
        * kyiv
        * exp(
            assumed.violations_wavering * world.luck.violations_noise
            - 0.5 * assumed.violations_wavering * assumed.violations_wavering
        )
        * world.weeks_per_step
    )
    field.deaths = field.violations * assumed.deaths_per_violation * deadliness_of(field.conduct, assumed)
    if field.violations > VIOLATIONS_ROUTINE * world.weeks_per_step:
        deed(world, RUNG.violations)
