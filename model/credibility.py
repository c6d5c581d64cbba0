"""The credibility gap: the answer as promised, as it truly would be, and as Moscow believes it: three figures from one rule."""

import math

from ..agents.response import excuse, force_chance, score_with_toll
from ..agents.rule import rule
from ..agents.situation import ACT
from ..agents.united_states import WASHINGTON

AIR_IN_TROOPS = 8.0
"""Thousand soldiers that full allied air support is worth in capability (assumption)."""
HALF_CAPABILITY = 16.0
"""Scale, in thousand soldiers, on which capability saturates (assumption; C28)."""


@rule
def dependence(backing, assumed):
    """What Washington's conduct leaves of an enabler: all of it if European credibility did not depend on it (C12)."""
    return 1.0 - assumed.us_multiplier * (1.0 - backing)


@rule
def fighting_capability(troops, air, backing, levers, assumed):
    """Capability of the coalition to fight, 0 to 1: troops times enablers, a product (C12, C31).

    `air` is the allied air lever that applies (steady, or the surge in a crisis that Washington backs).
    """
    delivered = dependence(backing, assumed)
    enabled = 0.22 + 0.78 * delivered * (
        0.38 * air
        + 0.28 * levers.us_intelligence
        + 0.16 * levers.us_logistics
        + 0.08 * levers.us_air_defence
        + 0.10 * levers.us_basing
    )
    return 1.0 - math.exp(-(troops + AIR_IN_TROOPS * delivered * air) * enabled / HALF_CAPABILITY)


@rule
def air_that_applies(united_states, levers, assumed):
    """Steady air support, or the surge once Washington has stood behind the coalition in a crisis, as far as bases let it come."""
    surge = levers.us_air_surge * (0.6 + 0.4 * levers.us_basing)
    if united_states.stance_in_crisis == WASHINGTON.back and surge > levers.us_air_steady:
        return surge
    return levers.us_air_steady


@rule
def standing_behind(united_states, levers, assumed):
    """How far Washington stands behind the coalition now: its stance in a crisis, otherwise its daily conduct."""
    if united_states.stance_in_crisis == WASHINGTON.back:
        return 1.0
    if united_states.stance_in_crisis == WASHINGTON.concede:
        return -0.5
    if united_states.stance_in_crisis >= 0:
        return 0.0
    return united_states.delivered * (0.3 + 0.7 * levers.us_backstop)


@rule
def score_of_answer(world, troops, capability, legal, backing, excused):
    """Score of answering a general war with a will of nought: one that touches the force, or bare obligation if there is none."""
    present = 0.0
    toll = 0.0
    if troops > 0.0:
        present = 1.0
        toll = world.situation.expected_toll[ACT.war]
    return score_with_toll(
        world.russia.answer_terms,
        ACT.war,
        present,
        present,
        toll,
        capability,
        legal,
        backing,
        excused,
        0.0,
        world.levers,
        world.uncertainties,
    )


@rule
def promise(world):
    """The answer as promised: every soldier there, every enabler delivered, nobody's will in doubt. Set once, at week 0."""
    levers = world.levers
    troops = levers.troop_ceiling + levers.us_ground_troops
    capability = fighting_capability(troops, levers.us_air_steady, 1.0, levers, world.uncertainties)
    world.coalition.promised_answer = 0.0
    if troops > 0.0 or levers.legal_form > 0.0:
        touched = 0.0
        if troops > 0.0:
            touched = 1.0
        score = score_of_answer(world, troops, capability, levers.legal_form, 0.3 + 0.7 * levers.us_backstop, 0.0)
        world.coalition.promised_answer = force_chance(score, touched, world.uncertainties)


@rule
def measure_gap(world):
    """Update two of the three figures: true at true will, believed as Moscow foresees."""
    coalition = world.coalition
    assumed = world.uncertainties
    situation = world.situation
    coalition.true_answer = 0.0
    coalition.believed_answer = 0.0
    if coalition.troops <= 0.0 and situation.legal <= 0.0:
        return
    excused = excuse(situation, world.levers, world.uncertainties)
    score = score_of_answer(world, coalition.troops, coalition.capability, situation.legal, situation.stood_behind, excused)
    belief = world.russia.belief
    touched = 0.0
    if coalition.troops > 0.0:
        touched = 1.0
    coalition.true_answer = force_chance(score + coalition.member_will, touched, assumed)
    hard = force_chance(score + assumed.resolve_spread, touched, assumed)
    soft = force_chance(score - assumed.resolve_spread, touched, assumed)
    coalition.believed_answer = belief * hard + (1.0 - belief) * soft
