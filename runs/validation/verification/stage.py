"""A stage: one world stripped of everything but what a check is about."""

import math
from collections.abc import Callable

import numpy as np
from scipy.optimize import brentq

from ....agents import russia as moscow
from ....agents.choice import add_up
from ....agents.commitment import set_bar_odds
from ....agents.quorum import call_quorum
from ....agents.response import expect_deaths
from ....model.future import blank_world
from ....model.levers import LEVERS
from ....model.pace import set_pace
from ....model.scenario import BASELINE, load
from ....model.uncertainties import UNCERTAINTIES

NEUTRAL = {
    "defender_advantage": 1.0,
    "war_certainty": 1.0,
    "dissimilarity": 1.0,
    "answer_precision": 1.0,
    "precision": 1.0,
    "memory_half_life": math.inf,
}
"""Values at which a coefficient that divides, multiplies or scales drops out."""

DROPPED = frozenset((
    "mindset", "value_shift", "challenger_value", "cost_sensitivity", "fear_size", "affront_size", "conduct_precision",
    "conduct_rate", "strategic_rate", "anticipation_weight", "resolve_spread", "absence_discount", "coercion_gain",
    "coercion_cost", "probe_cost", "information_value", "seizure_cost", "strike_cost", "mobilisation_cost", "military_cost",
    "sanctions_cost", "isolation_cost", "clash_cost", "escalation_cost", "belief_base", "belief_legal", "belief_presence",
    "belief_capability", "belief_rules", "belief_cohesion", "belief_backstop", "belief_surge", "belief_undelivered",
    "updating", "answer_base", "answer_touched", "answer_legal", "answer_success", "answer_deaths",
    "answer_backed", "answer_rules", "answer_policy", "resolve_common_spread", "resolve_national_spread", "join_base",
    "join_threat", "join_opinion", "join_backstop", "join_leaders", "join_contagion", "join_escalation", "join_rules", "join_cost",
    "join_precision", "theatre", "decision_lag", "government_change_rate", "usable_share", "rotation", "weariness_half_life",
    "will_level", "will_return", "will_noise", "election_spread", "midterm_spread", "policy_rate", "us_multiplier",
    "confidence_base", "confidence_presence", "confidence_shield", "confidence_legal", "emboldening", "kyiv_rate",
    "kyiv_precision", "attention_half_life", "attention_presence", "reconstitution_years", "russian_ceiling",
    "russian_start", "ukrainian_start", "ukrainian_base", "attrition", "breaking_point", "denial", "violations_base",
    "deaths_per_violation", "quiet_half_life", "normalisation", "contact_rate", "accident_rate", "wider_war_rate",
    "casualty_spread",
))  # fmt: skip
"""What drops out at zero: whole effects and the circumstances of this world.

The numbers that shape an effect (where it saturates, how it is split between acts) stay at their defaults: without its effect a
shape does nothing.
"""


ONE_VOTE = 0.5
"""A quorum that the one ally of a game without coalitions reaches by its own vote, as it would any other."""


def speak_with_one_voice(world: np.record) -> None:
    """Let one ally answer for the coalition, as in games that know one defender (`agents/quorum.py`: one vote needs no quorum)."""
    world.levers.response_quorum = ONE_VOTE
    world.coalition.votes = world.coalition.votes_announced = world.coalition.guarantors = 1
    world.coalition.american_troops = 0.0
    for quorum in (world.situation.quorum, world.situation.quorum_later):
        call_quorum(quorum, 1.0, 0.0, 0.0, world.levers, world.uncertainties)


def stripped(**assumed: float) -> np.record:
    """A world in which every lever and effect has dropped out but those named, nobody is there and nothing has happened.

    Values are written past the declared ranges on purpose: a limit of the rules is not a setting that anyone may choose.
    """
    world = blank_world(load(BASELINE))[0]
    for name in LEVERS:
        world.levers[name] = 0.0
    for name in UNCERTAINTIES:
        world.uncertainties[name] = NEUTRAL.get(name, 0.0 if name in DROPPED else UNCERTAINTIES[name].default)
    for name, value in assumed.items():
        world.uncertainties[name] = value
    expect_deaths(world.situation, world.uncertainties)
    set_pace(world.situation.pace, world.uncertainties, 1.0)
    set_bar_odds(world.situation.bar_odds, world.uncertainties)
    speak_with_one_voice(world)
    world.situation.troops = 0.0
    world.situation.russian_power = world.situation.ukrainian_power = 1.0
    world.situation.russian_power_later = world.situation.ukrainian_power_later = 1.0
    world.russia.cost = world.russia.precision = 1.0
    return world


def weigh_crisis(world: np.record) -> np.record:
    """Moscow's decision in a crisis of its own making, weighed by its rule: utilities filled, nothing chosen yet."""
    world.situation.own_making = world.situation.gathered = 1
    moscow.weigh_crisis(world.russia, world.situation, world.levers, world.uncertainties, 0)
    add_up(world.russia.decision)
    return world.russia.decision


def weigh_strategic(world: np.record) -> np.record:
    """Moscow's decision at a strategic opportunity, weighed by its rule, with what waiting costs."""
    moscow.anticipate(world.russia, world.situation, world.levers, world.uncertainties)
    moscow.weigh_calm(world.russia, world.situation, world.levers, world.uncertainties, world.luck, moscow.MOSCOW_NODE.strategic)
    add_up(world.russia.decision)
    return world.russia.decision


def mobilising_gains(world: np.record) -> float:
    """How much more mobilising is worth to Moscow than living with things as they are."""
    utility = weigh_strategic(world).utility
    return float(utility[moscow.MOSCOW.mobilise] - utility[moscow.MOSCOW.comply])


def turning_point(gain: Callable[[float], float], low: float, high: float) -> float:
    """Where a gain changes its sign between two bounds; NaN if it does not."""
    if (gain(low) > 0.0) == (gain(high) > 0.0):
        return math.nan
    return float(brentq(gain, low, high, xtol=1e-12))
