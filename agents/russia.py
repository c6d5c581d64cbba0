"""Russia: complies, coerces, probes, seizes, strikes, mobilises; in a crisis launches, holds or stands down.

Two clocks give it opportunities: daily conduct, and strategic acts (campaign seasons); so does a gap that a test of the line has
shown. War is never chosen from calm: Moscow mobilises, visibly and at a cost, and when the others have had time to answer it
launches, holds or stands down. Nor is a grab for ground: it grows out of probing, or goes on from ground already taken (T26).
Provocation enters once, through the value of living with things as they are; deterrence once, through the cost of being fought.
Neither knows the other's size: the net sign is an output.
"""

from .belief import believe
from .chance import PURPOSE, WHO, uniform, uniforms
from .choice import NOTHING, add_up, begin, choose, nested_logit
from .curves import arrival
from .foresight import anticipate
from .grievance import resent
from .rule import rule
from .russian_force import may_seize, weigh_crisis, weigh_mobilisation, weigh_seizure, weigh_strike
from .russian_options import (
    CLASS_OF,
    CLASS_SIZE,
    CONDUCT,
    CONDUCTS,
    MOSCOW,
    MOSCOW_NODE,
    MOSCOW_TERM,
    NODES,
    OPTIONS,
    RUSSIA_RECORD,
    TERMS,
)
from .russian_pressure import weigh_coercion, weigh_compliance, weigh_probe, weigh_step_down
from .situation import NO_ATTACK
from .uncertainty import About, Fixed, coefficients

__all__ = [
    "CONDUCT",
    "CONDUCTS",
    "MOSCOW",
    "MOSCOW_NODE",
    "MOSCOW_TERM",
    "NODES",
    "OPTIONS",
    "RUSSIA_RECORD",
    "TERMS",
    "act",
    "anticipate",
    "decide",
    "perceive",
    "weigh_calm",
    "weigh_crisis",
]

NUMBERS = coefficients(
    About.MOSCOW,
    Fixed("precision", "per utility", 2, 18, 12,
        "How surely Moscow takes the better option.", "T11; calibrated by hand: A1, A9, A10", luck=6),
    Fixed("conduct_precision", "factor", 1, 8, 5,
        "How much surer it is in daily conduct, where the stakes are small and routine.",
        "calibrated by hand: case library, A33, A34", luck=7),
    Fixed("dissimilarity", "share", 0.5, 1, 0.7, "How unlike the options within a class are (nested logit).", "assumption", luck=8),
    Fixed("conduct_rate", "a year", 4, 26, 12, "Opportunities to change daily conduct.", "assumption", luck=9),
    Fixed("strategic_rate", "a year", 1, 4, 2.5, "Opportunities for strategic acts: campaign seasons.", "assumption", luck=10),
    Fixed("crisis_choice_rate", "a year", 12, 104, 36,
        "Choices within a crisis once the first may fall.", "one in a week with chance one half; rulebook trial", luck=407),
    Fixed("habituation", "share", 0, 1, 0.5,
        "Share of the aim's value that long quiet takes away at full normalisation.",
        "renewed wars come early: A1, A8; size assumption", luck=405),
)  # fmt: skip


@rule
def perceive(russia, situation, levers, assumed):
    """What Moscow feels and believes this week, before any choice."""
    believe(russia, situation, levers, assumed)
    russia.value = russia.full_value * (1.0 - assumed.habituation * russia.normalised)
    resent(russia, situation, levers, assumed)


@rule
def act(russia, situation, levers, assumed, luck):
    """Moscow's turn: a crisis choice, or an opportunity if one falls. Returns the option chosen, or NOTHING.

    While a fight is on, or one that nobody ordered waits to be answered, there is nothing to choose. A gap that a test has shown is
    used at once or closes again.
    """
    ordered = russia.decision.order != NOTHING
    gap = russia.gap
    russia.gap = 0
    if situation.fighting == 1 or situation.attack.act != NO_ATTACK:
        return NOTHING
    if situation.crisis == 1:
        moment = situation.crisis_weeks >= assumed.first_crisis_choice
        falls, draw = uniforms(luck, WHO.russia, PURPOSE.crisis_choice)
        if (moment and falls < arrival(assumed.crisis_choice_rate, situation.weeks_per_step)) or ordered:
            anticipate(russia, situation, levers, assumed)
            weigh_crisis(russia, situation, levers, assumed, luck.step)
            return decide(russia, assumed, draw)
        return NOTHING
    if luck.strategic == 1 or ordered:
        node = MOSCOW_NODE.strategic
    elif gap == 1:
        node = MOSCOW_NODE.gap
    elif luck.conduct == 1:
        node = MOSCOW_NODE.conduct
    else:
        return NOTHING
    anticipate(russia, situation, levers, assumed)
    weigh_calm(russia, situation, levers, assumed, luck, node)
    return decide(russia, assumed, uniform(luck, WHO.russia, PURPOSE.conduct))


@rule
def decide(russia, assumed, draw):
    """Nested logit over the open options, the draw held against them in order of escalation."""
    made = russia.decision
    precision = assumed.precision * russia.precision
    if made.node == MOSCOW_NODE.conduct:
        precision *= assumed.conduct_precision
    add_up(made)
    nested_logit(made, CLASS_OF, CLASS_SIZE, precision, assumed.dissimilarity)
    chosen = choose(made, draw)
    if chosen == MOSCOW.probe:
        made.sector = russia.probe_sector
    if chosen == MOSCOW.seize:
        made.sector = russia.seize_sector
    return chosen


@rule
def weigh_calm(russia, situation, levers, assumed, luck, node):
    """Open and weigh the options outside a crisis: daily conduct, at a gap a grab as well, in a campaign season all grave ones."""
    made = russia.decision
    begin(made, luck.step, node)
    punishment = russia.cost * situation.punishment
    weigh_compliance(russia)
    weigh_coercion(russia, situation, assumed, punishment)
    where_probe, where_seize = uniforms(luck, WHO.russia, PURPOSE.sector)
    weigh_probe(russia, situation, levers, assumed, punishment, where_probe)
    if node != MOSCOW_NODE.conduct and may_seize(russia, situation):
        weigh_seizure(russia, situation, levers, assumed, punishment, where_seize)
    if node == MOSCOW_NODE.strategic:
        weigh_step_down(russia, situation, levers, assumed, punishment)
        weigh_mobilisation(russia, situation, levers, assumed)
        weigh_strike(russia, situation, levers, assumed, punishment)
