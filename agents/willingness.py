"""How willing a state is to take part with troops: one sum of named terms, of which some are its own and the others everyone's.

Its own reasons stand until a new government comes; those of the week (the mood) are the same for all and are worked out once for
all. In the odds of a step up the two sums multiply. Willingness feeds on the share of states already in (Granovetter 1978), so
that the coalition can cascade or unravel (T19).
"""

import math

from .choice import Term
from .commitment import IN, INERTIA_WORTH
from .record import FLOAT, record
from .rule import phrase, rule

TERMS = (
    Term("base", "willingness with nothing for or against", "A23, two-point fit"),
    Term("stance", "declared national position", "profiles: stance source; C23, C24"),
    Term("threat", "felt threat by distance and border", "C21; profiles"),
    Term("opinion", "net public support for a peace force", "A39, A40"),
    Term("backstop", "Washington's promise and conduct", "C8; two-point fit"),
    Term("leaders", "Britain and France are in", "C5, T19"),
    Term("contagion", "share of states already in", "2.7: Granovetter 1978"),
    Term("escalation", "fear of escalation, and weariness", "C22, C39"),
    Term("cost", "cost as a share of defence spending", "A27, A42"),
    Term("will", "the common will of the allies", "A17; assumption"),
    Term("legal_clarity", "a clear mandate eases, a treaty frightens", "C6, C42"),
    Term("mission", "the alliance has decided", "C46; assumption"),
    Term("inertia", "already there", "assumption"),
)
(
    BASE,
    STANCE,
    THREAT,
    OPINION,
    BACKSTOP,
    LEADERS,
    CONTAGION,
    ESCALATION,
    COST,
    WILL,
    LEGAL_CLARITY,
    MISSION,
    INERTIA,
) = range(len(TERMS))

MIDDLING_THREAT = 0.4
MIDDLING_COMPANY = 0.2
"""Felt threat and share of states already in at which these two count nothing (rulebook trial; assumption)."""
FORCED_CONSENSUS = 2.0
"""What a consensus taken as given adds to every willingness (rulebook trial)."""
DECIDED_MISSION = 0.5
"""What a decision of the alliance by itself adds (assumption)."""

REASONS = record(("reasons", FLOAT, (len(TERMS),)), ("willingness", FLOAT), ("odds", FLOAT))
"""One part of a willingness: its reasons, their sum, and what the sum makes of the odds of a step up."""


@phrase
def sum_up(part, assumed):
    """Sum the reasons of one part up, and turn the sum into odds."""
    total = 0.0
    for term in range(len(part.reasons)):
        total += part.reasons[term]
    part.willingness = total
    part.odds = math.exp(assumed.join_precision * total)


@rule
def weigh_nation(ally, assumed):
    """What counts for or against taking part in this state alone; at week 0 and with every new government."""
    own = ally.nation.reasons
    own[STANCE] = ally.stance
    own[THREAT] = assumed.join_threat * (ally.threat - MIDDLING_THREAT)
    own[OPINION] = assumed.join_opinion * ally.opinion
    own[COST] = -assumed.join_cost * ally.cost
    sum_up(ally.nation, assumed)


@rule
def weigh_mood(mood, situation, common_will, levers, assumed):
    """What counts this week for or against taking part in every state alike."""
    row = mood.reasons
    leaders = 0.5 * situation.britain_in + 0.5 * situation.france_in
    row[BASE] = assumed.join_base
    row[THREAT] = assumed.join_threat * 0.3 * situation.hostility
    row[BACKSTOP] = assumed.join_backstop * levers.us_backstop * situation.backing
    row[LEADERS] = assumed.join_leaders * (leaders - 0.5)
    row[CONTAGION] = assumed.join_contagion * (situation.share_in - MIDDLING_COMPANY)
    row[ESCALATION] = -assumed.join_escalation * (situation.tension + 0.5 * situation.weariness)
    row[WILL] = 0.3 * common_will
    row[LEGAL_CLARITY] = 0.0
    if levers.legal_form > 0.5:
        row[LEGAL_CLARITY] = 0.15
    if levers.legal_form > 0.9:
        row[LEGAL_CLARITY] = -0.4
    row[MISSION] = DECIDED_MISSION * situation.mission
    if levers.nato_mission > 0.0 and levers.consensus_forced > 0.0:
        row[MISSION] = FORCED_CONSENSUS
    sum_up(mood, assumed)


@rule
def weigh_willingness(ally, mood, situation):
    """Fill the ally's reasons and their sum, its willingness; returns the odds of a step up that follow from it."""
    own = ally.nation
    for term in range(len(ally.reasons)):
        ally.reasons[term] = own.reasons[term] + mood.reasons[term]
    ally.willingness = own.willingness + mood.willingness
    up = own.odds * mood.odds
    if ally.status == IN:
        ally.reasons[INERTIA] = INERTIA_WORTH
        ally.willingness += INERTIA_WORTH
        up *= situation.bar_odds.inertia
    return up
