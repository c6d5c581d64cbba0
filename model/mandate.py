"""Authorisation and mandate: who may be there, under what law, until when. The alliance decides by consensus of 32."""

import math

from ..agents.chance import PURPOSE, WHO, uniform
from ..agents.choice import NOTHING
from ..agents.curves import WEEKS_IN_YEAR, chance_of
from ..agents.rule import rule
from ..agents.uncertainty import About, Fixed, coefficients
from ..agents.united_states import WASHINGTON
from .events import note
from .levers import FORMS
from .outcomes import EVENT

POLITICAL_LAW = dict(FORMS)["political"]
"""What remains of a treaty promised by an alliance that does not agree: a political declaration (C42)."""


NUMBERS = coefficients(
    About.FORCE,
    Fixed("first_council", "week", 4, 52, 14,
        "Week of the first council at which every member has formed a position.",
        "C46; reviews come every 4 to 12 weeks", luck=764),
    Fixed("lapsed_law", "share", 0, 0.8, 0.3, "What a lapsed mandate leaves of the legal form.", "C41; size assumption", luck=765),
    Fixed("renewal_base", "log odds", -0.5, 3, 1.4,
        "Renewal of a mandate that runs out in calm, with nothing that speaks for or against it.", "assumption", luck=766),
    Fixed("renewal_will", "log odds per log odds", 0, 2, 0.8,
        "Weight of the coalition's true will in a renewal.", "sign: C7; size assumption", luck=767),
    Fixed("renewal_weariness", "log odds", 0, 3, 1,
        "Weight of the coalition's weariness against a renewal.", "sign: C38; size assumption", luck=768),
    Fixed("renewal_washington", "log odds", 0, 4, 1.6,
        "Weight of Washington's will in a renewal, from none to full.", "C8; size assumption", luck=769),
    Fixed("renewal_tension", "log odds", -0.5, 2, 0.6,
        "Weight of tension against a renewal: it makes states wary of staying, though a threat may also bind them.",
        "C22, C38; size assumption", luck=770),
    Fixed("presence_least", "thousand soldiers", 0.2, 5, 1,
        "Troops from which a presence is one, so that its end counts as a withdrawal.", "assumption", luck=771),
    Fixed("presence_gone", "share", 0.05, 0.5, 0.2,
        "Share of its greatest strength below which a presence counts as withdrawn.", "T18; size assumption", luck=772),
)  # fmt: skip


@rule
def update_mandate(world):
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
            coalition.mandate_end += WEEKS_IN_YEAR
        else:
            lapse(world)
    if (
        coalition.peak_troops > world.uncertainties.presence_least
        and coalition.troops < world.uncertainties.presence_gone * coalition.peak_troops
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
        coalition.mandate_end = world.week + WEEKS_IN_YEAR * world.levers.mandate_years
    note(world, EVENT.authorisation)


@rule
def consensus(world):
    """Whether the alliance agrees: no ally blocks and Washington does not hold back. A dissent of one is a dissent (C23, C46)."""
    return (
        world.week >= world.uncertainties.first_council
        and world.united_states.policy >= WASHINGTON.slow_walk
        and world.coalition.vetoes == 0
    )


@rule
def renewal_chance(world):
    """Chance that an expiring mandate is renewed for a year: will, weariness, Washington, tension (assumption)."""
    coalition = world.coalition
    assumed = world.uncertainties
    return chance_of(
        assumed.renewal_base
        + assumed.renewal_will * coalition.will
        - assumed.renewal_weariness * coalition.weariness
        + assumed.renewal_washington * (world.united_states.will - 0.5)
        - assumed.renewal_tension * world.field.tension
    )


@rule
def lapse(world):
    """The guarantee ends: no authority for a presence, and little of the law left."""
    coalition = world.coalition
    coalition.authorised = 0
    coalition.mission = 0
    coalition.legal_share = world.uncertainties.lapsed_law
    if coalition.peak_troops > world.uncertainties.presence_least:
        note(world, EVENT.withdrawal)


@rule
def law_in_force(coalition, levers, assumed):
    """How far the guarantee binds now, 0 to 1. Without the alliance's decision its treaty is a declaration."""
    legal = levers.legal_form
    if levers.nato_mission > 0.0 and coalition.agreed == 0 and legal > POLITICAL_LAW:
        legal = POLITICAL_LAW
    return legal * coalition.legal_share
