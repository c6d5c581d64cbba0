"""The answer to an attack: one rule, by which allies vote and by which Moscow foresees.

A state answers with force with probability sg(precision x score); the score adds up what binds and what holds back. Moscow runs
the same rule with the will it believes in instead of the true one, so a credibility gap is nothing but that difference.
"""

from .arithmetic import log
from .choice import Term
from .curves import at_least, chance_of
from .rule import phrase, rule
from .situation import ACT
from .table import places, ranked
from .uncertainty import About, Fixed, coefficients

ANSWER_TERMS = ranked(
    Term("base", 0, "readiness to fight with nothing at stake", "A17; assumption"),
    Term("touched", 1, "own troops are under attack", "2.6: Schelling 1966 v. Musgrave & Ward 2023"),
    Term("presence", 2, "own troops are in the country", "A19"),
    Term("legal_obligation", 3, "the legal form binds", "A18, T24, C37"),
    Term("prospect", 4, "an answer looks like succeeding", "A20"),
    Term("deaths", 5, "own deaths, as far as success looks poor", "T18, X10, C38"),
    Term("backing", 6, "Washington stands behind it", "C8, C12"),
    Term("rules_of_engagement", 7, "the rules allow it", "C39, T29"),
    Term("policy", 8, "the declared response policy", "T27, Huth 1988"),
    Term("will", 9, "common and national will", "A17; assumption"),
    Term("alarm", 10, "nearness to the war and Moscow's conduct, for pressure short of force", "C21; size assumption"),
)
ANSWER_TERM = places(ANSWER_TERMS)

PER_DECADE = 1.0 / log(10.0)
"""What turns a natural logarithm into one that counts tenfold as one more (X10)."""

ANSWER_OF_PRESENCE = 0.12
"""What own troops in the country, not under attack, add to readiness: 3 points of support, .12 in log odds, whatever their number
(A19)."""


NUMBERS = coefficients(
    About.COALITION,
    Fixed("answer_base", "log odds", -3, -1, -1.9, "Readiness to fight with nothing at stake.", "A17; assumption", luck=37),
    Fixed("answer_touched", "log odds", 0, 2, 1,
        "Own troops under attack.", "2.6: Schelling 1966 v. Musgrave & Ward 2023", luck=38),
    Fixed("answer_legal", "log odds", 0, 2, 1.25, "Legal obligation.", "A18, T24", luck=40),
    Fixed("answer_success", "log odds", 0, 1.2, 0.6, "Prospect of success.", "A20", luck=41),
    Fixed("answer_deaths", "log odds", 0, 1, 0.5, "Tenfold own deaths, as far as success looks poor.", "T18, X10", luck=42),
    Fixed("answer_backed", "log odds", 0, 1.6, 0.8, "Washington stands behind it.", "C12, C8", luck=43),
    Fixed("answer_rules", "log odds", 0, 1, 0.5, "Rules of engagement allow it.", "C39, T29", luck=44),
    Fixed("answer_policy", "log odds", 0, 1.5, 0.7,
        "A declared policy of conceding or of answering a rung higher.", "T27", luck=45),
    Fixed("answer_precision", "per log odds", 0.5, 3, 1.6, "How surely a state votes as it leans.", "2.4; assumption", luck=46),
    Fixed("absence_discount", "share", 0, 1, 0.3,
        "Share of agreed answers to a probe that are carried out where it does not hit the force.", "assumption", luck=13),
    Fixed("us_multiplier", "factor", 0, 1, 1, "How far European credibility depends on Washington.", "C12, C31", luck=70),
    Fixed("resolve_common_spread", "log odds", 0, 1.2, 0.7,
        "Spread of the will all allies share.", "rulebook trial; assumption", luck=47),
    Fixed("resolve_national_spread", "log odds", 0, 1.2, 0.6, "Spread of each nation's own will.", "assumption", luck=48),
    Fixed("expected_deaths_assault", "deaths", 1, 300, 30,
        "Own deaths to be expected if a grab for ground or a strike hits the force; a probe aims at none.",
        "order of magnitude, Beirut 1983 above it; assumption", luck=201),
    Fixed("expected_deaths_war", "deaths", 1, 1000, 60,
        "Own deaths to be expected when a general offensive first touches the force.", "order of magnitude; assumption", luck=203),
    Fixed("prospect_base_probe", "chance", 0.1, 0.38, 0.35,
        "Chance that an answer to a probe or a strike succeeds, by a coalition without capability.", "assumption", luck=467),
    Fixed("prospect_gain_probe", "chance", 0.2, 0.62, 0.6,
        "What full capability adds to it.", "T16, C31; size assumption", luck=468),
    Fixed("prospect_base_offensive", "chance", 0, 0.2, 0.1,
        "Chance that an answer to a grab for ground or a general offensive succeeds, by a coalition without capability.",
        "C28; size assumption", luck=471),
    Fixed("prospect_gain_offensive", "chance", 0.3, 0.8, 0.75,
        "What full capability adds to it.", "T16, C28, C31; size assumption", luck=472),
    Fixed("attribution_floor", "share", 0, 0.6, 0.25,
        "How well it shows who began, with neither intelligence nor monitors.", "C15, C29; size assumption", luck=473),
    Fixed("excuse_in_dispute", "chance", 0, 1, 0.5,
        "How far Kyiv is taken to have begun where it cannot be shown who did: an even bet.", "T32; assumption", luck=474),
    Fixed("excuse_size", "share", 0, 1, 0.5,
        "Share of the obligation that conditional cover takes away if Kyiv is known to have begun.",
        "T32, T33; size assumption", luck=475),
)  # fmt: skip


@rule
def toll_of(deaths):
    """Own deaths as they weigh: tenfold deaths weigh one more (X10)."""
    return PER_DECADE * log(1.0 + deaths)


@rule
def expect_deaths(situation, assumed):
    """Own deaths to be expected if an act touches the force, and how they weigh; worked out once, at week 0."""
    situation.expected_deaths[ACT.probe] = 0.0
    situation.expected_deaths[ACT.seizure] = assumed.expected_deaths_assault
    situation.expected_deaths[ACT.strike] = assumed.expected_deaths_assault
    situation.expected_deaths[ACT.war] = assumed.expected_deaths_war
    for act in range(len(situation.expected_deaths)):
        situation.expected_toll[act] = toll_of(situation.expected_deaths[act])


@rule
def prospect_of(act, capability, assumed):
    """Chance that an answer with force succeeds: better against small acts and with a capable coalition (assumption)."""
    if act == ACT.war or act == ACT.seizure:
        return assumed.prospect_base_offensive + assumed.prospect_gain_offensive * capability
    return assumed.prospect_base_probe + assumed.prospect_gain_probe * capability


@rule
def answer_score(row, act, touched, present, deaths, capability, legal, backing, excused, will, levers, assumed):
    """As `score_with_toll`, for own `deaths` as they were suffered."""
    toll = 0.0
    if deaths > 0.0:
        toll = toll_of(deaths)
    return score_with_toll(row, act, touched, present, toll, capability, legal, backing, excused, will, levers, assumed)


@rule
def score_with_toll(row, act, touched, present, toll, capability, legal, backing, excused, will, levers, assumed):
    """Fill `row` with the terms of answering with force and return their sum, in log odds.

    `touched`, `present`, `backing`: 0 to 1. `excused`: share of the obligation that conditional cover takes away because Kyiv
    began it (T32). `will`: log odds. `toll`: own deaths as they weigh, log10(1 + deaths).
    """
    prospect = prospect_of(act, capability, assumed)
    row[ANSWER_TERM.base] = assumed.answer_base
    row[ANSWER_TERM.touched] = assumed.answer_touched * touched * (1.0 - excused)
    row[ANSWER_TERM.presence] = ANSWER_OF_PRESENCE * present * (1.0 - touched)
    row[ANSWER_TERM.legal_obligation] = assumed.answer_legal * legal * (1.0 - excused)
    row[ANSWER_TERM.prospect] = assumed.answer_success * (2.0 * prospect - 1.0)
    row[ANSWER_TERM.deaths] = -assumed.answer_deaths * toll * (1.0 - prospect)
    row[ANSWER_TERM.backing] = assumed.answer_backed * assumed.us_multiplier * backing
    row[ANSWER_TERM.rules_of_engagement] = assumed.answer_rules * levers.rules_of_engagement * present
    row[ANSWER_TERM.policy] = 0.0
    if act == ACT.probe or act == ACT.seizure:
        row[ANSWER_TERM.policy] = assumed.answer_policy * levers.response_policy
    row[ANSWER_TERM.will] = will
    row[ANSWER_TERM.alarm] = 0.0
    total = 0.0
    for term in range(len(row)):
        total += row[term]
    return total


@phrase
def law_that_enters(legal):
    """Chance that states not touched by a general war enter it if they agree to: as the square of how far the law binds (A18)."""
    return legal * legal


@rule
def acted_on(act, touched, legal, assumed):
    """Share of agreed answers that a coalition carries out: all where its force is hit, fewer elsewhere, once for all states.

    A probe it answers in so many cases; for ground or in a war it fights as far as the law binds it (A17, A18).
    """
    if touched > 0.0:
        return 1.0
    if act == ACT.probe:
        return assumed.absence_discount
    return law_that_enters(legal)


@rule
def force_chance(score, assumed):
    """Probability that a state with this score answers with force."""
    return chance_of(assumed.answer_precision * score)


@rule
def attribution(situation, levers, assumed):
    """How well it can be shown who began: intelligence or monitors, whichever sees more (C15, C29; floor assumption)."""
    shown = at_least(situation.intelligence, levers.monitors)
    return assumed.attribution_floor + (1.0 - assumed.attribution_floor) * shown


@rule
def excuse(situation, levers, assumed):
    """Share of the obligation that conditional cover takes away, as far as Kyiv is taken to have begun it (T32, T33).

    What is not shown stays in dispute, and a dispute is an even bet. So an innocent Kyiv loses cover too where nobody sees who
    began, and what beginning it costs Kyiv is exactly what attribution shows.
    """
    shown = attribution(situation, levers, assumed)
    blamed = assumed.excuse_in_dispute * (1.0 - shown)
    if situation.kyiv_began == 1:
        blamed += shown
    return assumed.excuse_size * levers.conditional_cover * blamed
