"""How willing a state is to take part with troops: one sum of named terms, of which some are its own and the others everyone's.

Its own reasons stand until a new government comes; those of the week (the mood) are the same for all and are worked out once for
all. In the odds of a step up the two sums multiply. Willingness feeds on the share of states already in (Granovetter 1978), so
that the coalition can cascade or unravel (T19).
"""

from .arithmetic import exp
from .choice import Term
from .commitment import STATUS
from .profiles import STANCE
from .record import FLOAT, record
from .rule import phrase, rule
from .table import places, ranked
from .uncertainty import About, Fixed, coefficients

TERMS = ranked(
    Term("base", 0, "willingness with nothing for or against", "A23, two-point fit"),
    Term("stance", 1, "declared national position", "profiles: stance source; C23, C24"),
    Term("threat", 2, "felt threat by distance and border", "C21; profiles"),
    Term("opinion", 3, "net public support for a peace force", "A39, A40"),
    Term("backstop", 4, "Washington's promise and conduct", "C8; two-point fit"),
    Term("leaders", 5, "The United Kingdom and France are in", "C5, T19"),
    Term("contagion", 6, "share of states already in", "2.7: Granovetter 1978"),
    Term("escalation", 7, "fear of escalation, also by what the force may do, and weariness", "C22, C39"),
    Term("cost", 8, "cost as a share of defence spending", "A27, A42"),
    Term("will", 9, "the common will of the allies", "A17; assumption"),
    Term("legal_clarity", 10, "a clear mandate eases, a treaty frightens", "C6, C42"),
    Term("mission", 11, "the alliance has decided", "C46; assumption"),
    Term("inertia", 12, "already there", "assumption"),
)
JOIN_TERM = places(TERMS)


REASONS = record(("reasons", FLOAT, (len(TERMS),)), ("willingness", FLOAT), ("odds", FLOAT))
"""One part of a willingness: its reasons, their sum, and what the sum makes of the odds of a step up."""


NUMBERS = coefficients(
    About.ALLIES,
    Fixed("join_base", "score", -4.2, -0.2, -2.4,
        "Willingness to send troops with nothing for or against and nobody else there.", "A23, two-point fit", luck=49),
    Fixed("join_threat", "score", 0, 2, 1.1, "Felt threat.", "C21; profiles", luck=50),
    Fixed("join_opinion", "score", 0, 1.6, 0.8, "Net public support.", "A39, A40", luck=51),
    Fixed("join_backstop", "score", 0, 1, 0.44, "Washington's backstop.", "C8; two-point fit", luck=52),
    Fixed("join_leaders", "score", 0, 2.6, 1.3, "The United Kingdom and France are in.", "C5, T19", luck=53),
    Fixed("join_contagion", "score", 0, 6, 3, "Share of states already in.", "2.7: Granovetter 1978", luck=54),
    Fixed("join_escalation", "score", 0, 1.6, 0.8, "Tension and weariness.", "C22", luck=55),
    Fixed("join_cost", "score", 0, 2, 0.5, "Cost as a share of defence spending.", "A27, A42", luck=56),
    Fixed("join_precision", "per score", 1, 8, 3.6, "How surely a state follows its score.", "assumption", luck=57),
    Fixed("stance_willing_lead", "score", 0, 4, 2.2,
        "What leading the coalition adds to a state's willingness.", "rulebook trial, two-point fit; assumption", luck=210),
    Fixed("stance_willing", "score", 0, 3, 1,
        "What having declared itself willing adds.", "rulebook trial, two-point fit; assumption", luck=211),
    Fixed("stance_conditional", "score", -1.5, 1, -0.3,
        "What a readiness under conditions adds.", "rulebook trial, two-point fit; assumption", luck=212),
    Fixed("stance_non_troop_support", "score", -3, 0, -1.6,
        "What support without troops as the declared position adds.", "rulebook trial, two-point fit; assumption", luck=213),
    Fixed("stance_uncommitted", "score", -5, -1, -3,
        "What having declared nothing adds.", "rulebook trial, two-point fit; assumption", luck=214),
    Fixed("stance_opposed", "score", -8, -2, -5,
        "What declared opposition adds.", "C23, C24; rulebook trial, two-point fit; assumption", luck=215),
    Fixed("border_threat", "0 to 1", 0, 1, 0.8,
        "Least felt threat of a state that shares a border with Russia or Belarus.", "C21; size assumption", luck=216),
    Fixed("join_middling_threat", "0 to 1", 0, 1, 0.4,
        "Felt threat that counts nothing either way.", "rulebook trial; assumption", luck=610),
    Fixed("join_share_of_britain", "share", 0, 1, 0.5,
        "The United Kingdom's part in the pull of the leaders; the rest is France's.", "C5; assumption", luck=611),
    Fixed("join_hostility", "factor", 0, 1, 0.3,
        "How much Moscow's conduct adds to felt threat.", "C21; size assumption", luck=612),
    Fixed("join_rules", "score", 0, 1.6, 0.4,
        "How much more wide rules of engagement frighten than narrow ones.", "C22, C39; size assumption", luck=805),
    Fixed("join_middling_rules", "share, 0 to 1", 0, 1, 0.45,
        "Rules of engagement that count nothing either way.", "the rules of the limited force; assumption", luck=806),
    Fixed("join_weariness", "factor", 0, 2, 0.5, "How much weariness weighs beside tension.", "C22; size assumption", luck=615),
    Fixed("join_will", "per log odds", 0, 1, 0.3,
        "How far the common will to fight is a will to come.", "A17; assumption", luck=616),
    Fixed("join_clear_mandate", "score", 0, 0.6, 0.15, "What a clear mandate adds.", "C6; size assumption", luck=617),
    Fixed("join_treaty_frightens", "score", 0, 1, 0.4, "What a treaty takes away.", "C42; size assumption", luck=618),
    Fixed("join_decided_mission", "score", 0, 2, 0.5,
        "What a decision of the alliance by itself adds.", "C46; assumption", luck=619),
    Fixed("join_forced_consensus", "score", 0, 4, 2,
        "What a consensus taken as given adds.", "rulebook trial; assumption", luck=620),
    Fixed("join_inertia", "score", 0, 2, 0.6, "What being there already adds.", "assumption", luck=621),
)  # fmt: skip


CLEAR_MANDATE, TREATY = 0.6, 1.0
"""Legal forms from which a mandate is clear, and which is a treaty: the codebook's scale (`model/levers.py`)."""


@phrase
def sum_up(part, assumed):
    """Sum the reasons of one part up, and turn the sum into odds."""
    total = 0.0
    for term in range(len(part.reasons)):
        total += part.reasons[term]
    part.willingness = total
    part.odds = exp(assumed.join_precision * total)


@rule
def score_of_stance(stance, assumed):
    """What a declared stance adds to a state's willingness."""
    if stance == STANCE.willing_lead:
        return assumed.stance_willing_lead
    if stance == STANCE.willing:
        return assumed.stance_willing
    if stance == STANCE.conditional:
        return assumed.stance_conditional
    if stance == STANCE.non_troop_support:
        return assumed.stance_non_troop_support
    if stance == STANCE.uncommitted:
        return assumed.stance_uncommitted
    return assumed.stance_opposed


@rule
def weigh_nation(ally, assumed):
    """What counts for or against taking part in this state alone; at week 0 and with every new government."""
    own = ally.nation.reasons
    own[JOIN_TERM.stance] = ally.stance
    own[JOIN_TERM.threat] = assumed.join_threat * (ally.threat - assumed.join_middling_threat)
    own[JOIN_TERM.opinion] = assumed.join_opinion * ally.opinion
    own[JOIN_TERM.cost] = -assumed.join_cost * ally.cost
    sum_up(ally.nation, assumed)


@rule
def weigh_mood(mood, situation, common_will, levers, assumed):
    """What counts this week for or against taking part in every state alike."""
    row = mood.reasons
    leaders = assumed.join_share_of_britain * situation.britain_in + (1.0 - assumed.join_share_of_britain) * situation.france_in
    row[JOIN_TERM.base] = assumed.join_base
    row[JOIN_TERM.threat] = assumed.join_threat * assumed.join_hostility * situation.hostility
    row[JOIN_TERM.backstop] = assumed.join_backstop * levers.us_backstop * situation.backing
    row[JOIN_TERM.leaders] = assumed.join_leaders * leaders
    row[JOIN_TERM.contagion] = assumed.join_contagion * situation.share_in
    row[JOIN_TERM.escalation] = -assumed.join_escalation * (
        situation.tension + assumed.join_weariness * situation.weariness
    ) - assumed.join_rules * (levers.rules_of_engagement - assumed.join_middling_rules)
    row[JOIN_TERM.will] = assumed.join_will * common_will
    row[JOIN_TERM.legal_clarity] = 0.0
    if levers.legal_form >= CLEAR_MANDATE:
        row[JOIN_TERM.legal_clarity] = assumed.join_clear_mandate
    if levers.legal_form >= TREATY:
        row[JOIN_TERM.legal_clarity] = -assumed.join_treaty_frightens
    row[JOIN_TERM.mission] = assumed.join_decided_mission * situation.mission
    if levers.nato_mission > 0.0 and levers.consensus_forced > 0.0:
        row[JOIN_TERM.mission] = assumed.join_forced_consensus
    sum_up(mood, assumed)


@rule
def odds_of_a_step_up(ally, mood, situation):
    """What this ally's willingness makes of the odds of a step up, before any bar."""
    up = ally.nation.odds * mood.odds
    if ally.status == STATUS.deployed:
        up *= situation.bar_odds.inertia
    return up


@rule
def account_for_willingness(ally, mood, assumed):
    """The account of it: the ally's reasons and their sum, its willingness."""
    own = ally.nation
    for term in range(len(ally.reasons)):
        ally.reasons[term] = own.reasons[term] + mood.reasons[term]
    ally.willingness = own.willingness + mood.willingness
    if ally.status == STATUS.deployed:
        ally.reasons[JOIN_TERM.inertia] = assumed.join_inertia
        ally.willingness += assumed.join_inertia
