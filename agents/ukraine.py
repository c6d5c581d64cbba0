"""Ukraine, the principal defender: restrains itself, fortifies, retaliates, hedges with a long arm of its own, or presses its luck.

Its confidence in the guarantee is built and spent by what the allies do. Confidence tempts it to press (emboldening, T31); want
of confidence makes it hedge (C43); conditional cover holds it back as far as attribution would show who began (T32, T33).
"""

from .chance import PURPOSE, WHO, uniform
from .choice import NOTHING, Option, Term, add_up, begin, decision, logit, settle
from .curves import approach, chance_of, clamp, saturating
from .record import FLOAT, INTEGER, record
from .response import attribution
from .rule import phrase, rule
from .table import places, ranked
from .uncertainty import About, Fixed, coefficients

OPTIONS = ranked(
    Option("restrain", 0, "keep fire discipline and wait"),
    Option("fortify", 1, "build lines, stocks and reserves"),
    Option("hedge", 2, "build and use a long-range strike arm of its own"),
    Option("retaliate", 3, "answer violations in kind"),
    Option("press", 4, "press its luck: raids and local pushes"),
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
    Term("own_cost", 7, "what the option costs in itself", "assumption"),
)
KYIV_TERM = places(TERMS)

NODES = ("conduct",)

UKRAINE_RECORD = record(
    ("confidence", FLOAT),
    ("hedge", FLOAT),
    ("works", FLOAT),
    ("conduct", INTEGER),
    ("decision", decision(OPTIONS, TERMS)),
)
"""Kyiv's state: `confidence` in the guarantee, `hedge` (long-range activity) and field `works`, all 0 to 1; standing `conduct`."""

HALF_PRESENCE = 6.0
"""Thousand soldiers at which presence reassures half (assumption)."""


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
)  # fmt: skip


@rule
def warranted_confidence(situation, evidence, levers, assumed):
    """Confidence (0 to 1) that the circumstances warrant; presence and shield fitted to a randomised survey (A36)."""
    seen = saturating(situation.troops, HALF_PRESENCE)
    shield = seen * (levers.share_in_cities + levers.share_on_line) * levers.rules_of_engagement
    return chance_of(
        assumed.confidence_base
        + assumed.confidence_presence * seen
        + assumed.confidence_shield * shield
        + assumed.confidence_legal * situation.legal
        + 0.5 * (situation.arms - 0.35)
        + 0.6 * (2.0 * situation.backing - 1.0) * levers.us_backstop
        + 0.3 * evidence
        - 0.8 * situation.overdue
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
        provoked = 0.2
    if situation.conduct > 1:
        provoked = 0.3
    window = clamp(situation.russian_power_later - situation.ukrainian_power_later, 0.0, 1.0)
    for option in range(len(made.open)):
        made.open[option] = 1
    made.terms[KYIV.restrain, KYIV_TERM.calm] = 0.35
    made.terms[KYIV.fortify, KYIV_TERM.means] = 0.4 * situation.arms
    made.terms[KYIV.fortify, KYIV_TERM.window] = 0.8 * window
    made.terms[KYIV.fortify, KYIV_TERM.own_cost] = -0.1 - 0.4 * ukraine.works
    made.terms[KYIV.hedge, KYIV_TERM.insecurity] = 0.9 * (1.0 - ukraine.confidence) * situation.arms
    made.terms[KYIV.hedge, KYIV_TERM.provocation] = provoked
    made.terms[KYIV.hedge, KYIV_TERM.own_cost] = -0.75
    made.terms[KYIV.retaliate, KYIV_TERM.provocation] = 2.0 * provoked
    made.terms[KYIV.retaliate, KYIV_TERM.cover_at_risk] = -0.2 * levers.conditional_cover * attribution(situation, levers, assumed)
    made.terms[KYIV.retaliate, KYIV_TERM.own_cost] = -0.25
    made.terms[KYIV.press, KYIV_TERM.confidence] = assumed.emboldening * ukraine.confidence
    made.terms[KYIV.press, KYIV_TERM.window] = 0.3 * window
    made.terms[KYIV.press, KYIV_TERM.cover_at_risk] = -0.6 * levers.conditional_cover * attribution(situation, levers, assumed)
    made.terms[KYIV.press, KYIV_TERM.own_cost] = -0.9


@rule
def act(ukraine, situation, levers, assumed, luck):
    """Kyiv's turn: if an opportunity falls, choose. Returns the option chosen, or NOTHING."""
    ordered = ukraine.decision.order != NOTHING
    if situation.fighting == 1:
        return NOTHING
    if not ordered and luck.kyiv == 0:
        return NOTHING
    begin(ukraine.decision, luck.step, 0)
    weigh(ukraine, situation, levers, assumed)
    add_up(ukraine.decision)
    logit(ukraine.decision, assumed.kyiv_precision)
    chosen = settle(ukraine.decision, uniform(luck, WHO.ukraine, PURPOSE.kyiv))
    ukraine.conduct = chosen
    if chosen == KYIV.fortify:
        ukraine.works = clamp(ukraine.works + 0.1, 0.0, 1.0)
    if chosen == KYIV.hedge:
        ukraine.hedge = clamp(ukraine.hedge + 0.25, 0.0, 1.0)
    if chosen == KYIV.press:
        ukraine.hedge = clamp(ukraine.hedge + 0.10, 0.0, 1.0)
    return chosen
