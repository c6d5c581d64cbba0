"""The United States: no ground troops unless a scenario lifts it, but every enabler, and a will that drifts and is voted on.

Its will multiplies European credibility (C8, C12). At reviews it delivers, delivers more, slow-walks, withholds or withdraws; in a
crisis it backs the coalition, restrains it, or concedes a demand.
"""

import math

from .chance import PURPOSE, WHO, normals, uniform
from .choice import NOTHING, Option, Term, add_up, begin, decision, logit, settle
from .curves import approach, clamp
from .record import FLOAT, INTEGER, record
from .rule import rule
from .table import places, ranked, ranked_names
from .uncertainty import About, Fixed, Normal, circumstances, coefficients

OPTIONS = ranked(
    Option("withdraw", 0, "end deliveries and backing"),
    Option("withhold", 1, "hold most of it back"),
    Option("slow_walk", 2, "deliver late and in part"),
    Option("deliver", 3, "deliver what was promised"),
    Option("deliver_more", 4, "deliver all of it and early"),
    Option("concede", 5, "give way to a demand in the crisis"),
    Option("restrain", 6, "hold the allies back in the crisis"),
    Option("back", 7, "stand behind the coalition in the crisis"),
)
WASHINGTON = places(OPTIONS)

TERMS = ranked(
    Term(
        "base", 0, "readiness in a crisis with nothing for or against, against restraining the allies", "rulebook trial; assumption"
    ),
    Term("will", 1, "Washington's own readiness", "C11; size assumption"),
    Term("promise", 2, "the backstop it has promised", "C8, C47"),
    Term("alarm", 3, "Moscow's conduct", "C21; size assumption"),
    Term("entrapment", 4, "fear of being drawn into a fight", "C39, C52; Snyder 1984"),
    Term("attention", 5, "other matters", "2.2; assumption"),
    Term("step", 6, "each further step costs more than the last", "assumption"),
    Term("policy", 7, "the declared response policy", "T27"),
)
WASHINGTON_TERM = places(TERMS)

WASHINGTON_NODE = ranked_names(review=0, crisis=1)
NODES = WASHINGTON_NODE._fields

DELIVERED = (0.0, 0.25, 0.5, 0.8, 1.0)
"""Share of the promised enablers that each policy delivers, from withdraw to deliver more (assumption)."""
POLICY_PRECISION = 2.0
"""How surely Washington takes the better policy, per utility (assumption)."""
CRISIS_PRECISION = 1.0
"""The same in a crisis, where utilities are log odds."""

UNITED_STATES_RECORD = record(
    ("will", FLOAT),
    ("level", FLOAT),
    ("delivered", FLOAT),
    ("policy", INTEGER),
    ("stance_in_crisis", INTEGER),
    ("next_election", FLOAT),
    ("next_is_presidential", INTEGER),
    ("decision", decision(OPTIONS, TERMS)),
)
"""Washington's state: `will` and the `level` it returns to, share `delivered`, all 0 to 1; standing `policy`;
`stance_in_crisis` is NOTHING outside one; the week of the next election that moves the level and whether it is presidential."""

MIDTERM_TO_INAUGURATION = 115.5
INAUGURATION_TO_MIDTERM = 93.25
"""Weeks between the first Tuesday of November of midterms and the next inauguration on 20 January, and from there on (calendar)."""


NUMBERS = coefficients(
    About.WASHINGTON,
    Fixed("will_return", "a week", 0, 0.1, 0.02, "Speed of return to that level.", "assumption", luck=65),
    Fixed("will_noise", "root week", 0, 0.1, 0.03, "Weekly noise of the will.", "assumption", luck=66),
    Fixed("election_spread", "share", 0, 0.5, 0.25, "Spread of the new level after a presidential election.", "C11", luck=67),
    Fixed("midterm_spread", "share", 0, 0.3, 0.12, "Spread of its shift after midterms.", "C11; assumption", luck=68),
    Fixed("policy_rate", "a year", 1, 12, 4, "Reviews of Washington's deliveries.", "assumption", luck=69),
    Fixed("delivery_speed", "a week", 0.05, 1, 0.25,
        "Share of the gap between what is delivered and what the policy means to that deliveries close in a week.",
        "assumption", luck=553),
)  # fmt: skip
CIRCUMSTANCES = circumstances(
    About.WASHINGTON,
    Normal("will_level", "share, 0 to 1", 0.02, 0.98, 0.5,
        "Level to which Washington's will returns.", "C11; assumption", spread=0.25, luck=64),
)  # fmt: skip


@rule
def drift(united_states, situation, assumed, luck):
    """The will returns to its level with noise; elections on their real dates redraw or shift the level (C11)."""
    if situation.week >= united_states.next_election:
        shock, _ = normals(luck, WHO.united_states, PURPOSE.election)
        if united_states.next_is_presidential == 1:
            united_states.level = clamp(0.5 + assumed.election_spread * shock, 0.02, 0.98)
            united_states.next_election += INAUGURATION_TO_MIDTERM
            united_states.next_is_presidential = 0
        else:
            united_states.level = clamp(united_states.level + assumed.midterm_spread * shock, 0.02, 0.98)
            united_states.next_election += MIDTERM_TO_INAUGURATION
            united_states.next_is_presidential = 1
    weeks = situation.weeks_per_step
    moved = approach(united_states.will, united_states.level, situation.pace.will)
    united_states.will = clamp(moved + assumed.will_noise * math.sqrt(weeks) * luck.will_noise, 0.0, 1.0)
    target = DELIVERED[united_states.policy]
    united_states.delivered = approach(united_states.delivered, target, situation.pace.delivered)


@rule
def weigh_review(united_states, situation, levers, assumed):
    """The five policies, from withdraw to deliver more: each step up is worth the same index, and costs more than the last."""
    made = united_states.decision
    for policy in range(WASHINGTON.withdraw, WASHINGTON.deliver_more + 1):
        made.open[policy] = 1
        steps = 1.0 * policy
        made.terms[policy, WASHINGTON_TERM.will] = steps * 3.2 * (2.0 * united_states.will - 1.0)
        made.terms[policy, WASHINGTON_TERM.promise] = steps * 0.6 * levers.us_backstop
        made.terms[policy, WASHINGTON_TERM.alarm] = steps * 0.6 * situation.hostility
        made.terms[policy, WASHINGTON_TERM.entrapment] = -steps * 0.8 * situation.tension
        made.terms[policy, WASHINGTON_TERM.attention] = -steps * 0.5 * (1.0 - situation.attention)
        # bars between neighbours: -2.2, -1.1, 0, 1.1; summed up to this policy
        made.terms[policy, WASHINGTON_TERM.step] = -(0.55 * steps * steps - 2.75 * steps)


@rule
def weigh_crisis(united_states, situation, levers, assumed):
    """Back, restrain or concede; in log odds against restraining."""
    made = united_states.decision
    made.open[WASHINGTON.restrain] = 1
    made.open[WASHINGTON.back] = 1
    made.terms[WASHINGTON.back, WASHINGTON_TERM.base] = -4.9
    made.terms[WASHINGTON.back, WASHINGTON_TERM.will] = 5.0 * united_states.will
    made.terms[WASHINGTON.back, WASHINGTON_TERM.promise] = 3.0 * levers.us_backstop
    made.terms[WASHINGTON.back, WASHINGTON_TERM.alarm] = 0.5 * situation.hostility
    made.terms[WASHINGTON.back, WASHINGTON_TERM.entrapment] = -0.6 * situation.tension
    made.open[WASHINGTON.concede] = 1
    made.terms[WASHINGTON.concede, WASHINGTON_TERM.base] = -2.6
    made.terms[WASHINGTON.concede, WASHINGTON_TERM.will] = 2.0 * (1.0 - united_states.will)
    made.terms[WASHINGTON.concede, WASHINGTON_TERM.entrapment] = 0.4 * situation.tension
    made.terms[WASHINGTON.concede, WASHINGTON_TERM.policy] = -0.8 * levers.response_policy


@rule
def decide(united_states, precision, luck):
    """The logit over what is open, and the draw held against it."""
    add_up(united_states.decision)
    logit(united_states.decision, precision)
    return settle(united_states.decision, uniform(luck, WHO.united_states, PURPOSE.policy))


@rule
def act(united_states, situation, levers, assumed, luck):
    """Washington's turn: a stance when a crisis has begun, otherwise a review of deliveries if one falls due."""
    ordered = united_states.decision.order != NOTHING
    if situation.crisis == 1:
        if united_states.stance_in_crisis != NOTHING and not ordered:
            return NOTHING
        begin(united_states.decision, luck.step, WASHINGTON_NODE.crisis)
        weigh_crisis(united_states, situation, levers, assumed)
        united_states.stance_in_crisis = decide(united_states, CRISIS_PRECISION, luck)
        return united_states.stance_in_crisis
    united_states.stance_in_crisis = NOTHING
    if luck.washington == 0 and not ordered:
        return NOTHING
    begin(united_states.decision, luck.step, WASHINGTON_NODE.review)
    weigh_review(united_states, situation, levers, assumed)
    united_states.policy = decide(united_states, POLICY_PRECISION, luck)
    return united_states.policy
