"""How fast things go, a step: every rate that a future keeps, turned into what one step does, once, at week 0."""

from ..agents.arithmetic import exp
from ..agents.curves import WEEKS_IN_YEAR, arrival, decay, left_after
from ..agents.rule import rule


@rule
def set_pace(pace, assumed, weeks):
    """Fill the PACE record for steps of so many weeks."""
    pace.strategic = arrival(assumed.strategic_rate, weeks)
    pace.conduct = arrival(assumed.conduct_rate, weeks)
    pace.kyiv = arrival(assumed.kyiv_rate, weeks)
    pace.washington = arrival(assumed.policy_rate, weeks)
    pace.will = left_after(assumed.will_return, weeks)
    pace.delivered = left_after(assumed.delivery_speed, weeks)
    pace.memory = decay(assumed.memory_half_life, weeks)
    pace.confidence = left_after(assumed.confidence_speed, weeks)
    pace.hedge = left_after(assumed.hedge_fades, weeks)
    pace.works = left_after(assumed.works_fade, weeks)
    pace.tension = left_after(assumed.tension_fades, weeks)
    pace.weariness = decay(assumed.weariness_half_life, weeks)
    pace.hostility = left_after(assumed.hostility_follows, weeks)
    pace.announced = decay(assumed.announcement_half_life, weeks)
    pace.rearmament = left_after(1.0 / assumed.ukrainian_rearmament, weeks)
    pace.rearmament_in_a_year = exp(-WEEKS_IN_YEAR / assumed.ukrainian_rearmament)
    pace.friction_in_quiet = decay(assumed.quiet_half_life, weeks)
    pace.friction_under_pressure = left_after(assumed.friction_returns, weeks)
    pace.normalised = left_after(assumed.normalisation_lost, weeks)
    pace.bloodshed = decay(assumed.bloodshed_half_life, weeks)
