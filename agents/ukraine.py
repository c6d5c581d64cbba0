"""Ukraine, the principal defender: restrains itself, fortifies, retaliates, hedges with a long arm of its own, or presses its luck.

Its confidence in the guarantee is built and spent by what the allies do. Confidence tempts it to press (emboldening, T31); want
of confidence makes it hedge (C43); conditional cover holds it back as far as attribution would show who began (T32, T33).
"""

from .actor import Capital
from .chance import KYIV, UKRAINE, uniform
from .choice import NOTHING, Option, Term, add_up, begin, decision, logit, settle
from .curves import approach, chance_of, clamp, saturating
from .record import FLOAT, INTEGER, record
from .response import attribution
from .rule import phrase, rule

OPTIONS = (
    Option("restrain", "keep fire discipline and wait"),
    Option("fortify", "build lines, stocks and reserves"),
    Option("hedge", "build and use a long-range strike arm of its own"),
    Option("retaliate", "answer violations in kind"),
    Option("press", "press its luck: raids and local pushes"),
)
(RESTRAIN, FORTIFY, HEDGE, RETALIATE, PRESS) = range(len(OPTIONS))

TERMS = (
    Term("calm", "what quiet is worth to a tired country", "C2, A38; size assumption"),
    Term("insecurity", "doubt in the guarantee", "C43, A37"),
    Term("confidence", "trust that others would come", "T31: Benson 2012 v. Johnson & Leeds 2011"),
    Term("provocation", "violations and attacks suffered", "Huth 1988 (tit for tat); size assumption"),
    Term("means", "arms at hand", "C30, C45"),
    Term("window", "Russia rebuilding faster than Ukraine", "T3, X2"),
    Term("cover_at_risk", "a guarantee that lapses for the side that begins", "T32, T33"),
    Term("own_cost", "what the option costs in itself", "assumption"),
)
(CALM, INSECURITY, CONFIDENCE, PROVOCATION, MEANS, WINDOW, COVER_AT_RISK, OWN_COST) = range(len(TERMS))

NODES = ("conduct",)

UKRAINE_RECORD = record(
    ("confidence", FLOAT),
    ("hedge", FLOAT),
    ("works", FLOAT),
    ("conduct", INTEGER),
    ("decision", decision(OPTIONS, TERMS)),
)
"""Kyiv's state: `confidence` in the guarantee, `hedge` (long-range activity) and field `works`, all 0 to 1; standing `conduct`."""

CONFIDENCE_SPEED = 0.02
"""Share of the gap to what circumstances warrant that confidence closes in a week (assumption)."""
HEDGE_FADES = 0.015
WORKS_FADE = 0.005
"""Share of its long-range activity, and of field works, that a week without more of them costs (assumptions)."""
HALF_PRESENCE = 6.0
"""Thousand soldiers at which presence reassures half (assumption)."""


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
    made.terms[RESTRAIN, CALM] = 0.35
    made.terms[FORTIFY, MEANS] = 0.4 * situation.arms
    made.terms[FORTIFY, WINDOW] = 0.8 * window
    made.terms[FORTIFY, OWN_COST] = -0.1 - 0.4 * ukraine.works
    made.terms[HEDGE, INSECURITY] = 0.9 * (1.0 - ukraine.confidence) * situation.arms
    made.terms[HEDGE, PROVOCATION] = provoked
    made.terms[HEDGE, OWN_COST] = -0.75
    made.terms[RETALIATE, PROVOCATION] = 2.0 * provoked
    made.terms[RETALIATE, COVER_AT_RISK] = -0.2 * levers.conditional_cover * attribution(situation, levers)
    made.terms[RETALIATE, OWN_COST] = -0.25
    made.terms[PRESS, CONFIDENCE] = assumed.emboldening * ukraine.confidence
    made.terms[PRESS, WINDOW] = 0.3 * window
    made.terms[PRESS, COVER_AT_RISK] = -0.6 * levers.conditional_cover * attribution(situation, levers)
    made.terms[PRESS, OWN_COST] = -0.9


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
    chosen = settle(ukraine.decision, uniform(luck, UKRAINE, KYIV))
    ukraine.conduct = chosen
    if chosen == FORTIFY:
        ukraine.works = clamp(ukraine.works + 0.1, 0.0, 1.0)
    if chosen == HEDGE:
        ukraine.hedge = clamp(ukraine.hedge + 0.25, 0.0, 1.0)
    if chosen == PRESS:
        ukraine.hedge = clamp(ukraine.hedge + 0.10, 0.0, 1.0)
    return chosen


class Ukraine(Capital):
    """Kyiv in the Mesa model."""

    name = "Ukraine"
    field = "ukraine"
    options = OPTIONS
    terms = TERMS
    nodes = NODES

    def step(self) -> None:
        """Take Kyiv's turn by its rule."""
        world = self.model.world
        act(world.ukraine, world.situation, world.levers, world.uncertainties, world.luck)
