"""The reckoning at the end of a step: moods fade, sums are kept, the future is judged."""

from ..agents.curves import approach
from ..agents.rule import rule
from ..agents.uncertainty import About, Fixed, Uniform, coefficients
from .events import note, worsen
from .outcomes import DEATHLY_YEAR, END, EVENT

NUMBERS = coefficients(
    About.COALITION,
    Uniform("weariness_half_life", "weeks", 52, 156, 87, "How fast losses and incidents are forgotten.", "assumption", luck=63),
    Fixed("tension_fades", "a week", 0.01, 0.1, 0.03, "Share of tension lost in a week without deeds.", "assumption", luck=750),
    Fixed("hostility_follows", "a week", 0.01, 0.2, 0.05,
        "Speed at which the allies' reading of Moscow follows its conduct.", "learning about the mindset; assumption", luck=751),
)  # fmt: skip


@rule
def shown_hostility(world):
    """How hostile Moscow's conduct shows it to be, 0 to 1 (assumption)."""
    field = world.field
    if field.war == 1 or field.clash == 1:
        return 1.0
    if field.crisis == 1:
        return 0.9
    if world.russia.gains > 0:
        return 0.8
    if field.conduct == 2:
        return 0.7
    if field.conduct == 1:
        return 0.4
    return 0.0


@rule
def fade(world):
    """Tension and weariness fade; the allies' reading of Moscow follows what it does."""
    pace = world.situation.pace
    world.field.tension = approach(world.field.tension, 0.0, pace.tension)
    world.coalition.weariness *= pace.weariness
    world.coalition.hostility = approach(world.coalition.hostility, shown_hostility(world), pace.hostility)


@rule
def reckon(world):
    """Add this step to the sums, unless war has been on for longer than it; a year of 25 deaths simmers."""
    outcome = world.outcome
    field = world.field
    coalition = world.coalition
    weeks = world.weeks_per_step
    if field.war == 1 and field.war_weeks > weeks:
        return
    outcome.weeks += weeks
    outcome.deaths_this_year += field.deaths
    if outcome.deaths_this_year >= DEATHLY_YEAR:
        note(world, EVENT.simmering)
        worsen(world, END.simmering)
    if (world.luck.step + 1) % int(52.0 / weeks + 0.5) == 0:
        outcome.deaths_this_year = 0.0
    outcome.sums[0] += field.violations
    outcome.sums[1] += field.deaths
    outcome.sums[2] += world.ukraine.confidence * weeks
    outcome.sums[3] += (coalition.promised_answer - coalition.believed_answer) * weeks
    outcome.sums[4] += world.russia.belief * weeks
    outcome.sums[5] += coalition.joiners * weeks
    outcome.sums[6] += coalition.troops * weeks
