"""Ukraine, the principal defender: restrains itself, fortifies, hedges, retaliates, presses its luck, takes back ground just lost.

Its confidence in the guarantee is built and spent by what the allies do. Confidence tempts it to press (emboldening, T31); want
of confidence makes it hedge (C43); conditional cover holds it back as far as attribution would show who began (T32, T33).
"""

from .arithmetic import exp
from .chance import PURPOSE, WHO, uniforms
from .choice import NOTHING, Option, Term, add_up, begin, choose, decision, logit
from .counter_attack import ground_to_regain, worth_of_regaining
from .curves import approach, arrival, chance_of, clamp, saturating
from .quorum import agreed_chance, hours_until_answer
from .record import FLOAT, INTEGER, record
from .response import attribution
from .rule import phrase, rule
from .table import places, ranked, ranked_names
from .uncertainty import About, Fixed, coefficients

OPTIONS = ranked(
    Option("restrain", 0, "keep fire discipline and wait"),
    Option("fortify", 1, "build lines, stocks and reserves"),
    Option("hedge", 2, "build and use a long-range strike arm of its own"),
    Option("retaliate", 3, "answer violations in kind"),
    Option("press", 4, "press its luck: raids and local pushes"),
    Option("counter_attack", 5, "take back ground just lost"),
)
KYIV = places(OPTIONS)

TERMS = ranked(
    Term("calm", 0, "what quiet is worth to a tired country", "C2, A38; size assumption"),
    Term("insecurity", 1, "doubt in the guarantee", "C43, A37"),
    Term("confidence", 2, "trust that others would come", "T31: Benson 2012 v. Johnson & Leeds 2011"),
    Term("provocation", 3, "violations and attacks suffered", "Huth 1988 (tit for tat); size assumption"),
    Term("means", 4, "arms at hand", "C30, C45"),
    Term("window", 5, "Russia rebuilding faster than Ukraine", "T3, X2"),
    Term("cover_at_risk", 6, "a guarantee that lapses for the side that begins", "T32, T33"),
    Term("recovery", 7, "what regaining ground just lost is worth, times the chance that it succeeds", "C2, A38; size assumption"),
    Term("own_cost", 8, "what the option costs in itself", "assumption"),
)
KYIV_TERM = places(TERMS)

KYIV_NODE = ranked_names(conduct=0, contest=1)
NODES = KYIV_NODE._fields
"""Everyday conduct, and a turn while ground just lost is fought for."""

UKRAINE_RECORD = record(
    ("confidence", FLOAT),
    ("hedge", FLOAT),
    ("works", FLOAT),
    ("conduct", INTEGER),
    ("decision", decision(OPTIONS, TERMS)),
)
"""Kyiv's state: `confidence` in the guarantee, `hedge` (long-range activity) and field `works`, all 0 to 1; standing `conduct`."""


NUMBERS = coefficients(
    About.KYIV,
    Fixed("confidence_base", "log odds", -2, 0, -0.75, "Kyiv's confidence with no guarantee.", "A36: 32 per cent", luck=71),
    Fixed("confidence_presence", "log odds", 0, 1, 0.53,
        "Presence far from the front.", "A36: 42 per cent, at 25 thousand", luck=72),
    Fixed("confidence_shield", "log odds", 0, 2, 0.95, "Presence that would fight.", "A36: 61 per cent, at 25 thousand", luck=73),
    Fixed("confidence_legal", "log odds", 0, 2, 1.2, "Legal form.", "C43, A38", luck=74),
    Fixed("emboldening", "utility", 0, 3, 2,
        "How much confidence tempts Kyiv to press its luck.", "T31: Benson 2012 v. Johnson & Leeds 2011", luck=75),
    Fixed("kyiv_rate", "a year", 4, 26, 13, "Kyiv's opportunities to change its conduct.", "assumption", luck=76),
    Fixed("kyiv_precision", "per utility", 1, 10, 4, "How surely Kyiv takes the better option.", "assumption", luck=77),
    Fixed("confidence_speed", "a week", 0.005, 0.1, 0.02,
        "Share of the gap to what circumstances warrant that confidence closes in a week.", "assumption", luck=550),
    Fixed("hedge_fades", "a week", 0.002, 0.05, 0.015,
        "Share of its long-range activity that a week without more of it costs.", "assumption", luck=551),
    Fixed("works_fade", "a week", 0.001, 0.02, 0.005,
        "Share of its field works that a week without more of them costs.", "assumption", luck=552),
    Fixed("confidence_half_presence", "thousand soldiers", 1, 20, 6,
        "Foreign soldiers at whose number presence reassures half.", "A36, T17; size assumption", luck=556),
    Fixed("confidence_arms", "log odds", 0, 2, 0.5, "What full arms add to confidence.", "C30, C45; size assumption", luck=557),
    Fixed("confidence_arms_habit", "share", 0, 1, 0.35,
        "Arms that reassure nobody because they are habit.", "level of bare_ceasefire; assumption", luck=558),
    Fixed("confidence_backstop", "log odds", 0, 2, 0.6,
        "Weight of Washington's backing, given its conduct.", "C8; size assumption", luck=559),
    Fixed("confidence_record", "per log odds", 0, 1, 0.3,
        "How far the coalition's record of answers counts for Kyiv too.", "2.9; size assumption", luck=560),
    Fixed("confidence_overdue", "log odds", 0, 2, 0.8, "Weight of pledges overdue.", "C47, C50; size assumption", luck=561),
    Fixed("confidence_hours", "hours", 24, 96, 48,
        "Hours until an answer that those asked what would reassure them may have reckoned with.",
        "A36 names none; the shipped plan's; assumption", luck=808),
    Fixed("confidence_bloodshed", "log odds", 0, 1, 0.4,
        "What any number of deaths by violations takes from confidence.", "2.9: violations unanswered; size assumption", luck=826),
    Fixed("kyiv_provoked_by_deaths", "utility", 0, 0.5, 0.15,
        "Provocation by any number of deaths by violations, besides Moscow's conduct.",
        "Huth 1988 (tit for tat); size assumption", luck=827),
    Fixed("kyiv_provoked_by_coercion", "utility", 0, 0.6, 0.2,
        "Provocation by standing coercion.", "Huth 1988 (tit for tat); size assumption", luck=562),
    Fixed("kyiv_provoked_by_probing", "utility", 0, 0.8, 0.3,
        "Provocation by standing probes.", "Huth 1988 (tit for tat); size assumption", luck=563),
    Fixed("kyiv_calm", "utility", 0.05, 1, 0.35, "What quiet is worth to a tired country.", "C2, A38; size assumption", luck=564),
    Fixed("fortify_means", "utility", 0, 1, 0.4,
        "What full arms add to the worth of building lines and reserves.", "C30; size assumption", luck=565),
    Fixed("fortify_window", "utility", 0, 2, 0.8,
        "How much a Russia that rebuilds faster makes fortifying pay.", "T3, X2; size assumption", luck=566),
    Fixed("fortify_cost", "utility", 0, 0.5, 0.1, "Own cost of fortifying.", "assumption", luck=567),
    Fixed("fortify_cost_of_works", "utility", 0, 1, 0.4,
        "How much less fortifying pays once works are complete.", "assumption", luck=568),
    Fixed("hedge_insecurity", "utility", 0, 2, 0.9,
        "How much doubt in the guarantee makes a long arm of its own pay, at full arms.", "C43, A37; size assumption", luck=569),
    Fixed("hedge_cost", "utility", 0.2, 1.5, 0.75, "Own cost of a long-range arm.", "assumption", luck=570),
    Fixed("retaliate_provocation", "factor", 0, 4, 2,
        "How much more provocation weighs for an answer in kind than for a hedge.",
        "Huth 1988 (tit for tat); size assumption", luck=571),
    Fixed("retaliate_cover_at_risk", "utility", 0, 0.8, 0.2,
        "What conditional cover takes from retaliating where attribution is perfect.", "T32, T33; size assumption", luck=572),
    Fixed("retaliate_cost", "utility", 0, 0.8, 0.25, "Own cost of retaliating.", "assumption", luck=573),
    Fixed("press_window", "utility", 0, 1, 0.3,
        "How much a Russia that rebuilds faster makes pressing its luck pay.", "T3; size assumption", luck=574),
    Fixed("press_cover_at_risk", "utility", 0, 1.5, 0.6,
        "What conditional cover takes from pressing where attribution is perfect.", "T32, T33; size assumption", luck=575),
    Fixed("press_cost", "utility", 0.3, 1.8, 0.9, "Own cost of pressing its luck.", "assumption", luck=576),
    Fixed("works_by_fortifying", "share", 0.02, 0.5, 0.1, "Field works that one decision to fortify adds.", "assumption", luck=577),
    Fixed("hedge_by_hedging", "share", 0.05, 0.8, 0.25,
        "Long-range activity that one decision to hedge adds.", "assumption", luck=578),
    Fixed("hedge_by_pressing", "share", 0, 0.5, 0.1, "Long-range activity that pressing its luck adds.", "assumption", luck=579),
)  # fmt: skip


@rule
def warranted_confidence(situation, evidence, levers, assumed):
    """Confidence (0 to 1) that the circumstances warrant; presence and shield fitted to a randomised survey (A36).

    A shield reassures as far as its answer would come in time and be agreed, against what those asked may have reckoned with (C39):
    the hours of `confidence_hours`, under rules that let it fight, and states as likely to agree as not.
    """
    seen = saturating(situation.troops, assumed.confidence_half_presence)
    soon = exp((assumed.confidence_hours - hours_until_answer(levers, assumed)) / assumed.seizure_hours)
    agreed = 2.0 * agreed_chance(0.0, situation.quorum)
    shield = seen * (levers.share_in_cities + levers.share_on_line) * levers.rules_of_engagement * soon * agreed
    return chance_of(
        assumed.confidence_base
        + assumed.confidence_presence * seen
        + assumed.confidence_shield * shield
        + assumed.confidence_legal * situation.legal
        + assumed.confidence_arms * (situation.arms - assumed.confidence_arms_habit)
        + assumed.confidence_backstop * (2.0 * situation.backing - 1.0) * levers.us_backstop
        + assumed.confidence_record * evidence
        - assumed.confidence_overdue * situation.overdue
        - assumed.confidence_bloodshed * situation.bloodshed
    )


@rule
def feel(ukraine, situation, evidence, levers, assumed):
    """Confidence moves towards what is warranted; the hedge fades unless fed."""
    target = warranted_confidence(situation, evidence, levers, assumed)
    ukraine.confidence = approach(ukraine.confidence, target, situation.pace.confidence)
    ukraine.hedge = approach(ukraine.hedge, 0.0, situation.pace.hedge)
    ukraine.works = approach(ukraine.works, 0.0, situation.pace.works)


@phrase
def shake(ukraine, change):
    """Confidence built or spent at once by a deed; held between 0 and 1."""
    ukraine.confidence = clamp(ukraine.confidence + change, 0.0, 1.0)


@rule
def weigh(ukraine, situation, levers, assumed):
    """Open and weigh Kyiv's options."""
    made = ukraine.decision
    provoked = 0.0
    if situation.conduct > 0:
        provoked = assumed.kyiv_provoked_by_coercion
    if situation.conduct > 1:
        provoked = assumed.kyiv_provoked_by_probing
    provoked += assumed.kyiv_provoked_by_deaths * situation.bloodshed
    window = clamp(situation.russian_power_later - situation.ukrainian_power_later, 0.0, 1.0)
    for option in range(KYIV.counter_attack):
        made.open[option] = 1
    made.terms[KYIV.restrain, KYIV_TERM.calm] = assumed.kyiv_calm
    made.terms[KYIV.fortify, KYIV_TERM.means] = assumed.fortify_means * situation.arms
    made.terms[KYIV.fortify, KYIV_TERM.window] = assumed.fortify_window * window
    made.terms[KYIV.fortify, KYIV_TERM.own_cost] = -assumed.fortify_cost - assumed.fortify_cost_of_works * ukraine.works
    made.terms[KYIV.hedge, KYIV_TERM.insecurity] = assumed.hedge_insecurity * (1.0 - ukraine.confidence) * situation.arms
    made.terms[KYIV.hedge, KYIV_TERM.provocation] = provoked
    made.terms[KYIV.hedge, KYIV_TERM.own_cost] = -assumed.hedge_cost
    made.terms[KYIV.retaliate, KYIV_TERM.provocation] = assumed.retaliate_provocation * provoked
    made.terms[KYIV.retaliate, KYIV_TERM.cover_at_risk] = (
        -assumed.retaliate_cover_at_risk * levers.conditional_cover * attribution(situation, levers, assumed)
    )
    made.terms[KYIV.retaliate, KYIV_TERM.own_cost] = -assumed.retaliate_cost
    made.terms[KYIV.press, KYIV_TERM.confidence] = assumed.emboldening * ukraine.confidence
    made.terms[KYIV.press, KYIV_TERM.window] = assumed.press_window * window
    made.terms[KYIV.press, KYIV_TERM.cover_at_risk] = (
        -assumed.press_cover_at_risk * levers.conditional_cover * attribution(situation, levers, assumed)
    )
    made.terms[KYIV.press, KYIV_TERM.own_cost] = -assumed.press_cost
    contested = ground_to_regain(situation, assumed)
    if contested != NOTHING:
        # what answers a grab in kind is a counter-attack, as retaliation answers violations
        made.sector = contested
        made.open[KYIV.counter_attack] = 1
        made.terms[KYIV.counter_attack, KYIV_TERM.provocation] = assumed.retaliate_provocation * assumed.kyiv_provoked_by_grab
        made.terms[KYIV.counter_attack, KYIV_TERM.recovery] = worth_of_regaining(situation.sectors[contested], situation, assumed)
        made.terms[KYIV.counter_attack, KYIV_TERM.own_cost] = -assumed.counter_attack_cost


@rule
def act(ukraine, situation, levers, assumed, luck):
    """Kyiv's turn: if an opportunity falls, choose. Returns the option chosen, or NOTHING.

    While ground just lost is fought for it comes to choose more often, and may counter-attack: which leaves its conduct alone.
    """
    made = ukraine.decision
    ordered = made.order != NOTHING
    if situation.fighting == 1 or (not ordered and luck.kyiv == 0 and situation.crisis == 0):
        return NOTHING
    draw, falls = uniforms(luck, WHO.ukraine, PURPOSE.kyiv)
    node = KYIV_NODE.conduct
    if ground_to_regain(situation, assumed) != NOTHING:
        node = KYIV_NODE.contest
    pressed = node == KYIV_NODE.contest and falls < arrival(assumed.contest_rate, situation.weeks_per_step)
    if not ordered and luck.kyiv == 0 and not pressed:
        return NOTHING
    begin(made, luck.step, node)
    weigh(ukraine, situation, levers, assumed)
    add_up(made)
    logit(made, assumed.kyiv_precision)
    chosen = choose(made, draw)
    if chosen == KYIV.counter_attack:
        return chosen
    made.sector = NOTHING
    ukraine.conduct = chosen
    if chosen == KYIV.fortify:
        ukraine.works = clamp(ukraine.works + assumed.works_by_fortifying, 0.0, 1.0)
    if chosen == KYIV.hedge:
        ukraine.hedge = clamp(ukraine.hedge + assumed.hedge_by_hedging, 0.0, 1.0)
    if chosen == KYIV.press:
        ukraine.hedge = clamp(ukraine.hedge + assumed.hedge_by_pressing, 0.0, 1.0)
    return chosen
