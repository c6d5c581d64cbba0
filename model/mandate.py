"""Authorisation and mandate: who may be there, under what law, until when. The alliance decides by consensus of 32."""

import math

from ..agents.chance import PURPOSE, WHO, uniform
from ..agents.choice import NOTHING
from ..agents.curves import chance_of
from ..agents.rule import rule
from ..agents.united_states import WASHINGTON
from .events import note
from .outcomes import EVENT

FIRST_COUNCIL = 14.0
"""Week of the first council at which every member has formed a position (reviews come every 4 to 12 weeks)."""
LAPSED_LAW = 0.3
"""What a lapsed mandate leaves of the legal form (assumption; C41)."""
POLITICAL_LAW = 0.33
"""What remains of a treaty promised by an alliance that does not agree: a political declaration (C42)."""
RENEWAL_EXPECTED = 0.65
"""How likely outsiders hold a renewal to be (rulebook trial; assumption)."""


@rule
def settle_mandate(world):
    """One step of the mandate clock: authorise, renew or lapse."""
    coalition = world.coalition
    levers = world.levers
    wanted = levers.troop_ceiling + levers.us_ground_troops + levers.legal_form > 0.0
    if world.outcome.first[EVENT.authorisation] == NOTHING and wanted:
        if levers.nato_mission == 0.0:
            authorise(world)
        elif levers.consensus_forced > 0.0 or consensus(world):
            coalition.mission = 1
            coalition.agreed = 1
            authorise(world)
    if coalition.authorised == 1 and world.week >= coalition.mandate_end:
        if uniform(world.luck, WHO.world, PURPOSE.mandate) < renewal_chance(world):
            coalition.mandate_end += 52.0
        else:
            lapse(world)
    if (
        coalition.peak_troops > 1.0
        and coalition.troops < 0.2 * coalition.peak_troops
        and world.week > levers.deploy_start + levers.weeks_to_deploy
    ):
        note(world, EVENT.withdrawal)


@rule
def authorise(world):
    """The guarantee, and any presence under it, comes into force; a time-limited mandate begins to run."""
    coalition = world.coalition
    coalition.authorised = 1
    coalition.mandate_end = math.inf
    if world.levers.mandate_years > 0.0:
        coalition.mandate_end = world.week + 52.0 * world.levers.mandate_years
    note(world, EVENT.authorisation)


@rule
def consensus(world):
    """Whether the alliance agrees: no ally blocks and Washington does not hold back. A dissent of one is a dissent (C23, C46)."""
    return world.week >= FIRST_COUNCIL and world.united_states.policy >= WASHINGTON.slow_walk and world.coalition.vetoes == 0


@rule
def renewal_chance(world):
    """Chance that an expiring mandate is renewed for a year: will, weariness, Washington, tension (assumption)."""
    coalition = world.coalition
    return chance_of(
        1.4 + 0.8 * coalition.will - coalition.weariness + 1.6 * (world.united_states.will - 0.5) - 0.6 * world.field.tension
    )


@rule
def lapse(world):
    """The guarantee ends: no authority for a presence, and little of the law left."""
    coalition = world.coalition
    coalition.authorised = 0
    coalition.mission = 0
    coalition.legal_share = LAPSED_LAW
    if coalition.peak_troops > 1.0:
        note(world, EVENT.withdrawal)


@rule
def law_in_force(coalition, levers, assumed):
    """How far the guarantee binds now, 0 to 1. Without the alliance's decision its treaty is a declaration."""
    legal = levers.legal_form
    if levers.nato_mission > 0.0 and coalition.agreed == 0 and legal > POLITICAL_LAW:
        legal = POLITICAL_LAW
    return legal * coalition.legal_share
