"""What Moscow's choice sets off: conduct, attacks to be answered, crises."""

import math

from ..agents.chance import CASUALTIES, TOUCH, WORLD, normals_from, uniforms
from ..agents.choice import NOTHING, chosen_at
from ..agents.curves import clamp
from ..agents.response import EXPECTED_DEATHS
from ..agents.rule import rule
from ..agents.russia import (
    CALM_CONDUCT,
    COERCE,
    COERCING,
    COMPLY,
    LAUNCH,
    MOBILISE,
    PROBE,
    PROBING,
    SEIZE,
    STAND_DOWN,
    STEP_DOWN,
    STRIKE,
)
from ..agents.situation import PROBE as PROBE_ACT
from ..agents.situation import SEIZURE as SEIZURE_ACT
from ..agents.situation import STRIKE as STRIKE_ACT
from ..agents.situation import WAR
from .crisis import BY_MOSCOW, begin_crisis, end_crisis, set_conduct
from .events import deed, note, words
from .outcomes import (
    ATTACK_ON_FORCE,
    FORCE_ATTACKED_RUNG,
    GRAB_RUNG,
    MOBILISATION,
    NUCLEAR_SIGNALLING,
    PRESSURE_RUNG,
    PROBING_RUNG,
    THREATS,
)
from .support import rouse


@rule
def attack(world, act, sector, touched):
    """Put an attack before the coalition. Own deaths are drawn within a factor of three of the expected."""
    situation = world.situation
    situation.attack.act = act
    situation.attack.sector = sector
    situation.attack.touched = touched
    situation.attack.deaths = 0.0
    if touched == 1:
        first, second = uniforms(world.luck, WORLD, CASUALTIES)
        normal, _ = normals_from(first, second)
        situation.attack.deaths = EXPECTED_DEATHS[act] * math.exp(world.uncertainties.casualty_spread * normal)
        if act != PROBE_ACT:
            note(world, ATTACK_ON_FORCE)
            world.outcome.attacks += 1
            deed(world, FORCE_ATTACKED_RUNG)


@rule
def touches(world, cover):
    """Whether an act touches the force, given the chance that it does."""
    first, _ = uniforms(world.luck, WORLD, TOUCH)
    if world.coalition.troops > 0.0 and first < cover:
        return 1
    return 0


@rule
def after_moscow(world):
    """What Moscow's choice of this step sets off."""
    chosen = chosen_at(world.russia.decision, world.luck.step)
    field = world.field
    situation = world.situation
    sector = world.russia.decision.sector
    if chosen == NOTHING:
        return
    if chosen == COMPLY or chosen == STEP_DOWN:
        set_conduct(world, CALM_CONDUCT)
    if chosen == STEP_DOWN:
        field.tension = clamp(field.tension - 0.1, 0.0, 1.0)
    if chosen == COERCE:
        set_conduct(world, COERCING)
        field.tension = clamp(field.tension + 0.03, 0.0, 1.0)
        deed(world, PRESSURE_RUNG)
        words(world, THREATS)
        if field.tension > 0.5:
            words(world, NUCLEAR_SIGNALLING)
    if chosen == PROBE:
        set_conduct(world, PROBING)
        field.tension = clamp(field.tension + 0.05, 0.0, 1.0)
        deed(world, PROBING_RUNG)
        attack(world, PROBE_ACT, sector, touches(world, situation.sectors[sector].cover))
    if chosen == SEIZE:
        field.tension = clamp(field.tension + 0.25, 0.0, 1.0)
        deed(world, GRAB_RUNG)
        rouse(field, 0.15)
        attack(world, SEIZURE_ACT, sector, touches(world, situation.sectors[sector].cover))
    if chosen == STRIKE:
        field.tension = clamp(field.tension + 0.3, 0.0, 1.0)
        rouse(field, 0.2)
        attack(world, STRIKE_ACT, NOTHING, 1)
    if chosen == MOBILISE:
        world.outcome.mobilisations += 1
        note(world, MOBILISATION)
        begin_crisis(world, BY_MOSCOW)
    if chosen == STAND_DOWN:
        end_crisis(world)
    if chosen == LAUNCH:
        if field.crisis_origin == BY_MOSCOW:
            world.outcome.launches += 1
        rouse(field, 0.5)
        attack(world, WAR, NOTHING, touches(world, situation.touch_war))
