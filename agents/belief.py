"""Moscow's belief that the coalition is hard: from signals it can see, corrected by answers it has met.

In log odds a signal or an answer adds its likelihood ratio (Bayes; X11): belief = sg(signals + evidence).
"""

from .curves import at_least, chance_of, clamp, saturating
from .rule import phrase, rule

FIRM_ON_PROBE = 0.6
SOFT_ON_PROBE = -0.55
SOFT_ELSEWHERE = -0.17
SOFT_ON_SEIZURE = -0.28
FOUGHT = 1.2
FLED = -1.2
STOOD_BY = 0.25
FAILED_TO_STAND_BY = -0.4
CONCEDED = -0.5
"""What an answer teaches, in log odds of a hard coalition; signs from 2.9 and T26, sizes assumptions scaled by `updating`."""

HALF_PRESENCE = 3.0
"""Thousand soldiers at which flags count half; flat beyond ten (A19, T15)."""


@rule
def signals(troops, capability, legal, situation, levers, assumed):
    """Log odds of a hard coalition from what can be seen: law, flags, capability, rules, cohesion, Washington, overdue pledges.

    Numbers of troops count through capability alone; presence counts flat. `troops` and `capability` are arguments because
    anticipation asks the same of a year ahead.
    """
    presence = saturating(troops, HALF_PRESENCE)
    cohesion = clamp(at_least(situation.joiners / 12.0, 0.4 * legal), 0.0, 1.0)
    return (
        assumed.belief_base
        + assumed.belief_legal * legal
        + assumed.belief_presence * presence
        + assumed.belief_capability * capability
        + assumed.belief_rules * (levers.rules_of_engagement - 0.3) * presence
        + assumed.belief_cohesion * cohesion
        + assumed.belief_backstop * assumed.us_multiplier * (2.0 * situation.backing - 1.0) * levers.us_backstop
        - assumed.belief_undelivered * situation.overdue
    )


@phrase
def shown_by_standing_by(levers, assumed):
    """Log odds of a hard coalition that Washington adds by standing behind it in a crisis."""
    return assumed.us_multiplier * (0.4 + assumed.belief_surge * levers.us_air_surge)


@phrase
def shown_by_failing_to(levers, assumed):
    """Log odds that it takes away by not doing so: as much as it had promised."""
    return assumed.us_multiplier * 0.4 * levers.us_backstop


@rule
def believe(russia, situation, levers, assumed):
    """Moscow's belief (0 to 1) as things stand; also lets old lessons fade. In a crisis Washington's stance is plain to see."""
    russia.evidence *= situation.pace.memory
    log_odds = signals(situation.troops, situation.capability, situation.legal, situation, levers, assumed)
    if situation.crisis == 1 and situation.stood_behind >= 1.0:
        log_odds += shown_by_standing_by(levers, assumed)
    if situation.crisis == 1 and situation.stood_behind <= 0.0:
        log_odds -= shown_by_failing_to(levers, assumed)
    russia.belief = chance_of(log_odds + russia.evidence)


@rule
def learn(russia, lesson, assumed):
    """Add what an answer teaches (log odds), scaled by how much this Moscow updates at all and kept within three."""
    russia.evidence = clamp(russia.evidence + assumed.updating * lesson, -3.0, 3.0)
