"""The United States: no ground troops unless a scenario lifts it, but every enabler, and a will that drifts and is voted on.

Its will multiplies European credibility (C8, C12). At reviews it delivers, delivers more, slow-walks, withholds or withdraws; in a
crisis it backs the coalition, restrains it, or concedes a demand.
"""

import math

from .actor import Capital
from .chance import ELECTION, POLICY, UNITED_STATES, normals, uniform
from .choice import NOTHING, Option, Term, add_up, begin, decision, logit, settle
from .curves import approach, clamp
from .record import FLOAT, INTEGER, record
from .rule import rule

OPTIONS = (
    Option("withdraw", "end deliveries and backing"),
    Option("withhold", "hold most of it back"),
    Option("slow_walk", "deliver late and in part"),
    Option("deliver", "deliver what was promised"),
    Option("deliver_more", "deliver all of it and early"),
    Option("concede", "give way to a demand in the crisis"),
    Option("restrain", "hold the allies back in the crisis"),
    Option("back", "stand behind the coalition in the crisis"),
)
(WITHDRAW, WITHHOLD, SLOW_WALK, DELIVER, DELIVER_MORE, CONCEDE, RESTRAIN, BACK) = range(len(OPTIONS))

TERMS = (
    Term("base", "readiness in a crisis with nothing for or against, against restraining the allies", "rulebook trial; assumption"),
    Term("will", "Washington's own readiness", "C11; size assumption"),
    Term("promise", "the backstop it has promised", "C8, C47"),
    Term("alarm", "Moscow's conduct", "C21; size assumption"),
    Term("entrapment", "fear of being drawn into a fight", "C39, C52; Snyder 1984"),
    Term("attention", "other matters", "2.2; assumption"),
    Term("step", "each further step costs more than the last", "assumption"),
    Term("policy", "the declared response policy", "T27"),
)
(BASE, WILL, PROMISE, ALARM, ENTRAPMENT, ATTENTION, STEP, POLICY_TERM) = range(len(TERMS))

REVIEW_NODE, CRISIS_NODE = range(2)
NODES = ("review", "crisis")

DELIVERED = (0.0, 0.25, 0.5, 0.8, 1.0)
"""Share of the promised enablers that each policy delivers, from withdraw to deliver more (assumption)."""
POLICY_PRECISION = 2.0
"""How surely Washington takes the better policy, per utility (assumption)."""
DELIVERY_SPEED = 0.25
"""Share of the gap between what is delivered and what the policy means to that deliveries close in a week (assumption)."""
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


@rule
def drift(united_states, situation, assumed, luck):
    """The will returns to its level with noise; elections on their real dates redraw or shift the level (C11)."""
    if situation.week >= united_states.next_election:
        shock, _ = normals(luck, UNITED_STATES, ELECTION)
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
def weigh_review(united_states, situation, levers):
    """The five policies, from withdraw to deliver more: each step up is worth the same index, and costs more than the last."""
    made = united_states.decision
    for policy in range(WITHDRAW, DELIVER_MORE + 1):
        made.open[policy] = 1
        steps = 1.0 * policy
        made.terms[policy, WILL] = steps * 3.2 * (2.0 * united_states.will - 1.0)
        made.terms[policy, PROMISE] = steps * 0.6 * levers.us_backstop
        made.terms[policy, ALARM] = steps * 0.6 * situation.hostility
        made.terms[policy, ENTRAPMENT] = -steps * 0.8 * situation.tension
        made.terms[policy, ATTENTION] = -steps * 0.5 * (1.0 - situation.attention)
        # bars between neighbours: -2.2, -1.1, 0, 1.1; summed up to this policy
        made.terms[policy, STEP] = -(0.55 * steps * steps - 2.75 * steps)


@rule
def weigh_crisis(united_states, situation, levers):
    """Back, restrain or concede; in log odds against restraining."""
    made = united_states.decision
    made.open[RESTRAIN] = 1
    made.open[BACK] = 1
    made.terms[BACK, BASE] = -4.9
    made.terms[BACK, WILL] = 5.0 * united_states.will
    made.terms[BACK, PROMISE] = 3.0 * levers.us_backstop
    made.terms[BACK, ALARM] = 0.5 * situation.hostility
    made.terms[BACK, ENTRAPMENT] = -0.6 * situation.tension
    made.open[CONCEDE] = 1
    made.terms[CONCEDE, BASE] = -2.6
    made.terms[CONCEDE, WILL] = 2.0 * (1.0 - united_states.will)
    made.terms[CONCEDE, ENTRAPMENT] = 0.4 * situation.tension
    made.terms[CONCEDE, POLICY_TERM] = -0.8 * levers.response_policy


@rule
def decide(united_states, precision, luck):
    """The logit over what is open, and the draw held against it."""
    add_up(united_states.decision)
    logit(united_states.decision, precision)
    return settle(united_states.decision, uniform(luck, UNITED_STATES, POLICY))


@rule
def act(united_states, situation, levers, luck):
    """Washington's turn: a stance when a crisis has begun, otherwise a review of deliveries if one falls due."""
    ordered = united_states.decision.order != NOTHING
    if situation.crisis == 1:
        if united_states.stance_in_crisis != NOTHING and not ordered:
            return NOTHING
        begin(united_states.decision, luck.step, CRISIS_NODE)
        weigh_crisis(united_states, situation, levers)
        united_states.stance_in_crisis = decide(united_states, CRISIS_PRECISION, luck)
        return united_states.stance_in_crisis
    united_states.stance_in_crisis = NOTHING
    if luck.washington == 0 and not ordered:
        return NOTHING
    begin(united_states.decision, luck.step, REVIEW_NODE)
    weigh_review(united_states, situation, levers)
    united_states.policy = decide(united_states, POLICY_PRECISION, luck)
    return united_states.policy


class UnitedStates(Capital):
    """Washington in the Mesa model."""

    name = "United States"
    field = "united_states"
    options = OPTIONS
    terms = TERMS
    nodes = NODES

    def step(self) -> None:
        """Let the will drift, then take Washington's turn by its rule."""
        world = self.model.world
        drift(world.united_states, world.situation, world.uncertainties, world.luck)
        act(world.united_states, world.situation, world.levers, world.luck)
