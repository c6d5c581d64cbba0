"""The answer to an attack: one rule, by which allies vote and by which Moscow foresees.

A state answers with force with probability sg(precision x score); the score adds up what binds and what holds back. Moscow runs
the same rule with the will it believes in instead of the true one, so a credibility gap is nothing but that difference.
"""

import math

from .choice import Term
from .curves import at_least, chance_of
from .rule import rule
from .situation import PROBE, SEIZURE, WAR

ANSWER_TERMS = (
    Term("base", "readiness to fight with nothing at stake", "A17; assumption"),
    Term("touched", "own troops are under attack", "2.6: Schelling 1966 v. Musgrave & Ward 2023"),
    Term("presence", "own troops are in the country", "A19"),
    Term("legal_obligation", "the legal form binds", "A18, T24, C37"),
    Term("prospect", "an answer looks like succeeding", "A20"),
    Term("deaths", "own deaths, as far as success looks poor", "T18, X10, C38"),
    Term("backing", "Washington stands behind it", "C8, C12"),
    Term("rules_of_engagement", "the rules allow it", "C39, T29"),
    Term("policy", "the declared response policy", "T27, Huth 1988"),
    Term("will", "common and national will", "A17; assumption"),
    Term("alarm", "nearness to the war and Moscow's conduct, for pressure short of force", "C21; size assumption"),
)
(BASE, TOUCHED, PRESENCE, LEGAL, PROSPECT, DEATHS, BACKING, RULES, POLICY, WILL, ALARM) = range(len(ANSWER_TERMS))

EXPECTED_DEATHS = (0.0, 20.0, 40.0, 60.0)
"""Own deaths to be expected if a probe, seizure, strike or war touches the force; orders of magnitude, assumption."""
PER_DECADE = 1.0 / math.log(10.0)
EXPECTED_TOLL = tuple(PER_DECADE * math.log(1.0 + deaths) for deaths in EXPECTED_DEATHS)
"""The same as they weigh: tenfold deaths weigh one more (X10)."""


@rule
def prospect_of(act, capability):
    """Chance that an answer with force succeeds: better against small acts and with a capable coalition (assumption)."""
    if act == WAR:
        return 0.1 + 0.75 * capability
    if act == SEIZURE:
        return 0.15 + 0.7 * capability
    return 0.35 + 0.6 * capability


@rule
def answer_score(row, act, touched, present, deaths, capability, legal, backing, excused, will, levers, assumed):
    """As `score_with_toll`, for own `deaths` as they were suffered."""
    toll = 0.0
    if deaths > 0.0:
        toll = PER_DECADE * math.log(1.0 + deaths)
    return score_with_toll(row, act, touched, present, toll, capability, legal, backing, excused, will, levers, assumed)


@rule
def score_with_toll(row, act, touched, present, toll, capability, legal, backing, excused, will, levers, assumed):
    """Fill `row` with the terms of answering with force and return their sum, in log odds.

    `touched`, `present`, `backing`: 0 to 1. `excused`: share of the obligation that conditional cover takes away because Kyiv
    began it (T32). `will`: log odds. `toll`: own deaths as they weigh, log10(1 + deaths).
    """
    prospect = prospect_of(act, capability)
    row[BASE] = assumed.answer_base
    row[TOUCHED] = assumed.answer_touched * touched * (1.0 - excused)
    row[PRESENCE] = assumed.answer_presence * present * (1.0 - touched)
    row[LEGAL] = assumed.answer_legal * legal * (1.0 - excused)
    row[PROSPECT] = assumed.answer_success * (2.0 * prospect - 1.0)
    row[DEATHS] = -assumed.answer_deaths * toll * (1.0 - prospect)
    row[BACKING] = assumed.answer_backed * assumed.us_multiplier * backing
    row[RULES] = assumed.answer_rules * levers.rules_of_engagement * present
    row[POLICY] = 0.0
    if act == PROBE or act == SEIZURE:
        row[POLICY] = assumed.answer_policy * levers.response_policy
    row[WILL] = will
    row[ALARM] = 0.0
    total = 0.0
    for term in range(len(row)):
        total += row[term]
    return total


@rule
def force_chance(score, touched, assumed):
    """Probability that a state with this score answers with force; where no own troops are touched, only a share of that."""
    chance = chance_of(assumed.answer_precision * score)
    if touched == 0.0:
        chance *= assumed.absence_discount
    return chance


@rule
def attribution(situation, levers):
    """How well it can be shown who began: intelligence or monitors, whichever sees more (C15, C29; floor assumption)."""
    return 0.25 + 0.75 * at_least(situation.intelligence, levers.monitors)


@rule
def excuse(situation, levers):
    """Share of the obligation that conditional cover takes away: half, as far as Kyiv is taken to have begun it (T32, T33).

    What is not shown stays in dispute, and a dispute is an even bet. So an innocent Kyiv loses cover too where nobody sees who
    began, and what beginning it costs Kyiv is exactly what attribution shows.
    """
    shown = attribution(situation, levers)
    blamed = 0.5 * (1.0 - shown)
    if situation.kyiv_began == 1:
        blamed += shown
    return 0.5 * levers.conditional_cover * blamed
