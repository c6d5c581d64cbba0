"""The reckoning at the end of a step: moods fade, sums are kept, the future is judged."""

from ..agents.curves import WEEKS_IN_YEAR, approach
from ..agents.rule import phrase, rule
from ..agents.russia import CONDUCT
from ..agents.uncertainty import About, Fixed, Uniform, coefficients
from .bloodshed import tire
from .events import note, worsen
from .outcomes import DEATHLY_YEAR, END, EVENT, MEAN, RECURRENT

NUMBERS = coefficients(
    About.COALITION,
    Uniform("weariness_half_life", "weeks", 52, 156, 87, "How fast losses and incidents are forgotten.", "assumption", luck=63),
    Fixed("tension_fades", "a week", 0.01, 0.1, 0.03, "Share of tension lost in a week without deeds.", "assumption", luck=750),
    Fixed("hostility_follows", "a week", 0.01, 0.2, 0.05,
        "Speed at which the allies' reading of Moscow follows its conduct.", "learning about the mindset; assumption", luck=751),
    Fixed("hostility_probing", "index", 0.3, 1, 0.7,
        "Hostility shown by probing; a crisis, holding ground taken since the ceasefire and open fighting show it in full.",
        "assumption", luck=796),
    Fixed("hostility_coercion", "index", 0.1, 0.7, 0.4,
        "Hostility shown by coercion below force; a Moscow that complies shows none.", "assumption", luck=797),
)  # fmt: skip


@rule
def shown_hostility(world):
    """How hostile Moscow's conduct shows it to be, 0 to 1."""
    field = world.field
    assumed = world.uncertainties
    if field.war == 1 or field.clash == 1 or field.crisis == 1 or world.russia.gains > 0:
        return 1.0
    if field.conduct == CONDUCT.probe:
        return assumed.hostility_probing
    if field.conduct == CONDUCT.coerce:
        return assumed.hostility_coercion
    return 0.0


@phrase
def read_hostility(world):
    """How hostile the allies take Moscow to be, 0 to 1: by its conduct, and the more, the more people die."""
    shown = shown_hostility(world)
    return shown + (1.0 - shown) * world.uncertainties.hostility_bloodshed * world.situation.bloodshed


@rule
def fade(world):
    """Tension and weariness fade, but for what deaths add; the allies' reading of Moscow follows what it does."""
    pace = world.situation.pace
    world.field.tension = approach(world.field.tension, 0.0, pace.tension)
    world.coalition.weariness *= pace.weariness
    tire(world)
    world.coalition.hostility = approach(world.coalition.hostility, read_hostility(world), pace.hostility)


@rule
def count_deaths(world):
    """Deaths of the year, counted from the ceasefire; with the 25th of a second such year the ceasefire simmers (codebook)."""
    outcome = world.outcome
    before = outcome.deaths_this_year
    outcome.deaths_this_year += world.field.deaths
    if before < DEATHLY_YEAR and outcome.deaths_this_year >= DEATHLY_YEAR:
        outcome.deathly_years += 1
        if outcome.deathly_years >= RECURRENT:
            note(world, EVENT.simmering)
            worsen(world, END.simmering)
    if (world.luck.step + 1) % int(WEEKS_IN_YEAR / world.weeks_per_step + 0.5) == 0:
        outcome.deaths_this_year = 0.0


@rule
def reckon(world):
    """Add this step to the sums, unless war has been on for longer than it."""
    outcome = world.outcome
    field = world.field
    coalition = world.coalition
    weeks = world.weeks_per_step
    if field.war == 1 and field.war_weeks > weeks:
        return
    outcome.weeks += weeks
    count_deaths(world)
    outcome.sums[MEAN.violations_per_year] += field.violations
    outcome.sums[MEAN.deaths_per_year] += field.deaths
    outcome.sums[MEAN.kyiv_confidence] += world.ukraine.confidence * weeks
    outcome.sums[MEAN.credibility_gap] += (coalition.promised_answer - coalition.believed_answer) * weeks
    outcome.sums[MEAN.believed_answer] += coalition.believed_answer * weeks
    outcome.sums[MEAN.belief] += world.russia.belief * weeks
    outcome.sums[MEAN.joiners] += coalition.joiners * weeks
    outcome.sums[MEAN.troops] += coalition.troops * weeks
