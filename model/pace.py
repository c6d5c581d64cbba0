"""How fast things go, a step: every rate that a future keeps, turned into what one step does, once, at week 0."""

from ..agents.curves import arrival, decay, left_after
from ..agents.rule import rule
from ..agents.ukraine import CONFIDENCE_SPEED, HEDGE_FADES, WORKS_FADE
from ..agents.united_states import DELIVERY_SPEED
from .deployment import ANNOUNCEMENT_HALF_LIFE
from .incidents import FRICTION_RETURNS, NORMALISATION_LOST
from .reckoning import HOSTILITY_FOLLOWS, TENSION_FADES
from .support import UKRAINIAN_WEEKS


@rule
def set_pace(pace, assumed, weeks):
    """Fill the PACE record for steps of so many weeks."""
    pace.strategic = arrival(assumed.strategic_rate, weeks)
    pace.conduct = arrival(assumed.conduct_rate, weeks)
    pace.kyiv = arrival(assumed.kyiv_rate, weeks)
    pace.washington = arrival(assumed.policy_rate, weeks)
    pace.will = left_after(assumed.will_return, weeks)
    pace.delivered = left_after(DELIVERY_SPEED, weeks)
    pace.memory = decay(assumed.memory_half_life, weeks)
    pace.confidence = left_after(CONFIDENCE_SPEED, weeks)
    pace.hedge = left_after(HEDGE_FADES, weeks)
    pace.works = left_after(WORKS_FADE, weeks)
    pace.tension = left_after(TENSION_FADES, weeks)
    pace.weariness = decay(assumed.weariness_half_life, weeks)
    pace.hostility = left_after(HOSTILITY_FOLLOWS, weeks)
    pace.announced = decay(ANNOUNCEMENT_HALF_LIFE, weeks)
    pace.rearmament = left_after(1.0 / UKRAINIAN_WEEKS, weeks)
    pace.friction_in_quiet = decay(assumed.quiet_half_life, weeks)
    pace.friction_under_pressure = left_after(FRICTION_RETURNS, weeks)
    pace.normalised = left_after(NORMALISATION_LOST, weeks)
