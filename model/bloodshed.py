"""Deaths by violations as they are remembered: a smoothed rate, and how far it is felt in every capital.

They tire the coalition and alarm it here; Kyiv loses confidence and feels provoked (`agents/ukraine.py`), Moscow resents
(`agents/grievance.py`). Where nobody dies nothing of it is felt.
"""

from ..agents.curves import WEEKS_IN_YEAR, approach, clamp, saturating
from ..agents.rule import phrase, rule
from ..agents.uncertainty import About, Fixed, coefficients

NUMBERS = coefficients(
    About.FIELD,
    Fixed("bloodshed_half_life", "weeks", 8, 104, 26,
        "How fast deaths by violations are forgotten, outside the coalition's weariness.", "assumption", luck=822),
    Fixed("bloodshed_half", "deaths a year", 25, 400, 100,
        "Deaths a year that are felt half as much as any number could be.",
        "between the codebook's 25 and the hundreds of A33's years; size assumption", luck=823),
    Fixed("weariness_bloodshed", "a week", 0, 0.006, 0.002,
        "Weariness that a week of any number of deaths by violations adds among the coalition.", "T18; size assumption", luck=824),
    Fixed("hostility_bloodshed", "share", 0, 0.6, 0.3,
        "How much of what is wanting to full hostility any number of deaths adds to the allies' reading of Moscow.",
        "C21; size assumption", luck=825),
)  # fmt: skip


@phrase
def felt_bloodshed(field, assumed):
    """How far the killing is felt, 0 to 1: by the logarithm of deaths a year, as casualties are (2.8), flattening at both ends.

    x / (x + h) is the logistic curve of ln x - ln h, and is nothing at nothing.
    """
    return saturating(field.bloodshed, assumed.bloodshed_half)


@rule
def remember_deaths(world):
    """The rate of deaths by violations, a year's worth of them, follows this step's; a war stops the count."""
    field = world.field
    a_year = field.deaths * WEEKS_IN_YEAR / world.weeks_per_step
    field.bloodshed = approach(field.bloodshed, a_year, world.situation.pace.bloodshed)


@phrase
def tire(world):
    """Deaths by violations tire the coalition as they are felt; losses of its own do so besides (T18)."""
    added = world.uncertainties.weariness_bloodshed * world.situation.bloodshed * world.weeks_per_step
    world.coalition.weariness = clamp(world.coalition.weariness + added, 0.0, 1.0)
