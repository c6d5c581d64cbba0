"""The United States: no ground troops unless a scenario lifts it, but every enabler, and a will that drifts and is voted on.

Its will multiplies European credibility (C8, C12). At reviews it delivers, delivers more, slow-walks, withholds or withdraws, and
keeps to what it does unless the pull away is clear; in a crisis it backs the coalition, restrains it, or concedes a demand.
"""

import math

from .chance import PURPOSE, WHO, normals, uniform
from .choice import NOTHING, Option, Term, add_up, begin, choose, decision, logit
from .curves import approach, at_least, clamp
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
    Term("inertia", 8, "a policy that stands is kept unless the pull away from it is clear", "C11; size fitted to 2022-2025"),
)
WASHINGTON_TERM = places(TERMS)

WASHINGTON_NODE = ranked_names(review=0, crisis=1)
NODES = WASHINGTON_NODE._fields


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

LEAST_WILL, MOST_WILL = 0.02, 0.98
"""Where a level of will may lie at all: it is a share, and neither end is ever certain (the range of `will_level`)."""
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
    Fixed("delivered_by_withdrawing", "share", 0, 0.3, 0,
        "Share of the promised enablers that flows when Washington has withdrawn.", "assumption", luck=580),
    Fixed("delivered_by_withholding", "share", 0, 0.6, 0.25, "The same while it withholds.", "assumption", luck=581),
    Fixed("delivered_by_slow_walking", "share", 0.1, 0.9, 0.5,
        "The same while it delivers late and in part.", "assumption", luck=582),
    Fixed("delivered_by_delivering", "share", 0.4, 1, 0.8, "The same while it delivers what was promised.", "assumption", luck=583),
    Fixed("delivered_by_delivering_more", "share", 0.6, 1, 1,
        "The same while it delivers all of it and early.", "assumption", luck=584),
    Fixed("elected_will", "share", 0.2, 0.8, 0.5,
        "Middle of the level of will after a presidential election.", "C11; assumption", luck=585),
    Fixed("review_will", "utility", 0, 6, 3.2,
        "Weight of its own will in each step of deliveries.", "C11; size assumption", luck=586),
    Fixed("review_promise", "utility", 0, 2, 0.6,
        "Weight of the promised backstop in each step.", "C8, C47; size assumption", luck=587),
    Fixed("review_alarm", "utility", 0, 2, 0.6, "Weight of Moscow's conduct in each step.", "C21; size assumption", luck=588),
    Fixed("review_entrapment", "utility", 0, 2, 0.8,
        "Weight of tension, and with it of being drawn in, in each step.", "C39, C52; Snyder 1984; size assumption", luck=589),
    Fixed("review_attention", "utility", 0, 2, 0.5, "Weight of other matters in each step.", "2.2; size assumption", luck=590),
    Fixed("review_step", "utility", 0.1, 1.5, 0.55,
        "How much dearer each further step is than the last (half of it).", "assumption", luck=591),
    Fixed("review_ease", "utility", 0, 6, 2.75, "How much the first steps have in their favour.", "assumption", luck=592),
    Fixed("review_inertia", "utility", 0, 1.5, 0.75,
        "What each step away from the standing policy costs.",
        "fitted to about five lasting changes in five years: funds ran out in December 2023 and flowed again in April 2024, no new "
        "packages from January 2025, sales instead from July 2025; halts of about a week (March and July 2025) are shorter than a "
        "review; press reports and memory, low confidence", luck=840),
    Fixed("washington_precision", "per utility", 0.5, 5, 2,
        "How surely Washington takes the better policy.", "T11; assumption", luck=593),
    Fixed("washington_crisis_precision", "per log odds", 0.3, 3, 1,
        "The same in a crisis, where utilities are log odds.", "T11; assumption", luck=594),
    Fixed("back_reluctance", "log odds", 1, 8, 4.9,
        "Reluctance to stand behind the coalition in a crisis with nothing for it.", "rulebook trial; assumption", luck=595),
    Fixed("back_will", "log odds", 0, 10, 5, "Weight of its own will in standing behind it.", "C11; size assumption", luck=596),
    Fixed("back_promise", "log odds", 0, 6, 3, "Weight of the promised backstop in it.", "C8, C47; size assumption", luck=597),
    Fixed("back_alarm", "log odds", 0, 2, 0.5, "Weight of Moscow's conduct in it.", "C21; size assumption", luck=598),
    Fixed("back_entrapment", "log odds", 0, 3, 0.6, "Weight of tension against it.", "C39, C52; size assumption", luck=599),
    Fixed("concede_reluctance", "log odds", 0.5, 6, 2.6,
        "Reluctance to concede a demand with nothing for it.", "rulebook trial; assumption", luck=600),
    Fixed("concede_unwilling", "log odds", 0, 5, 2, "Weight of want of will in conceding.", "C11; size assumption", luck=601),
    Fixed("concede_entrapment", "log odds", 0, 2, 0.4, "Weight of tension in conceding.", "C52; size assumption", luck=602),
    Fixed("concede_policy", "log odds", 0, 3, 0.8,
        "Weight of the declared response policy against it.", "T27; size assumption", luck=603),
)  # fmt: skip
CIRCUMSTANCES = circumstances(
    About.WASHINGTON,
    Normal("will_level", "share, 0 to 1", 0.02, 0.98, 0.5,
        "Level to which Washington's will returns.", "C11; assumption", spread=0.25, luck=64),
)  # fmt: skip


@rule
def share_delivered(policy, assumed):
    """Share of the promised enablers that a policy delivers."""
    if policy == WASHINGTON.withdraw:
        return assumed.delivered_by_withdrawing
    if policy == WASHINGTON.withhold:
        return assumed.delivered_by_withholding
    if policy == WASHINGTON.slow_walk:
        return assumed.delivered_by_slow_walking
    if policy == WASHINGTON.deliver:
        return assumed.delivered_by_delivering
    return assumed.delivered_by_delivering_more


@rule
def drift(united_states, situation, assumed, luck):
    """The will returns to its level with noise; elections on their real dates redraw or shift the level (C11)."""
    if situation.week >= united_states.next_election:
        shock, _ = normals(luck, WHO.united_states, PURPOSE.election)
        if united_states.next_is_presidential == 1:
            united_states.level = clamp(assumed.elected_will + assumed.election_spread * shock, LEAST_WILL, MOST_WILL)
            united_states.next_election += INAUGURATION_TO_MIDTERM
            united_states.next_is_presidential = 0
        else:
            united_states.level = clamp(united_states.level + assumed.midterm_spread * shock, LEAST_WILL, MOST_WILL)
            united_states.next_election += MIDTERM_TO_INAUGURATION
            united_states.next_is_presidential = 1
    weeks = situation.weeks_per_step
    moved = approach(united_states.will, united_states.level, situation.pace.will)
    united_states.will = clamp(moved + assumed.will_noise * math.sqrt(weeks) * luck.will_noise, 0.0, 1.0)
    target = share_delivered(united_states.policy, assumed)
    united_states.delivered = approach(united_states.delivered, target, situation.pace.delivered)


@rule
def weigh_review(united_states, situation, levers, assumed):
    """The five policies, from withdraw to deliver more: each step up is worth the same index, and costs more than the last.

    A step away from what stands has a price of its own, so that two at once are taken only where the will has jumped.
    """
    made = united_states.decision
    for policy in range(WASHINGTON.withdraw, WASHINGTON.deliver_more + 1):
        made.open[policy] = 1
        steps = 1.0 * policy
        away = at_least(steps - united_states.policy, united_states.policy - steps)
        made.terms[policy, WASHINGTON_TERM.will] = steps * assumed.review_will * (2.0 * united_states.will - 1.0)
        made.terms[policy, WASHINGTON_TERM.promise] = steps * assumed.review_promise * levers.us_backstop
        made.terms[policy, WASHINGTON_TERM.alarm] = steps * assumed.review_alarm * situation.hostility
        made.terms[policy, WASHINGTON_TERM.entrapment] = -steps * assumed.review_entrapment * situation.tension
        made.terms[policy, WASHINGTON_TERM.attention] = -steps * assumed.review_attention * (1.0 - situation.attention)
        made.terms[policy, WASHINGTON_TERM.inertia] = -assumed.review_inertia * away
        made.terms[policy, WASHINGTON_TERM.step] = -(assumed.review_step * steps * steps - assumed.review_ease * steps)


@rule
def weigh_crisis(united_states, situation, levers, assumed):
    """Back, restrain or concede; in log odds against restraining."""
    made = united_states.decision
    made.open[WASHINGTON.restrain] = 1
    made.open[WASHINGTON.back] = 1
    made.terms[WASHINGTON.back, WASHINGTON_TERM.base] = -assumed.back_reluctance
    made.terms[WASHINGTON.back, WASHINGTON_TERM.will] = assumed.back_will * united_states.will
    made.terms[WASHINGTON.back, WASHINGTON_TERM.promise] = assumed.back_promise * levers.us_backstop
    made.terms[WASHINGTON.back, WASHINGTON_TERM.alarm] = assumed.back_alarm * situation.hostility
    made.terms[WASHINGTON.back, WASHINGTON_TERM.entrapment] = -assumed.back_entrapment * situation.tension
    made.open[WASHINGTON.concede] = 1
    made.terms[WASHINGTON.concede, WASHINGTON_TERM.base] = -assumed.concede_reluctance
    made.terms[WASHINGTON.concede, WASHINGTON_TERM.will] = assumed.concede_unwilling * (1.0 - united_states.will)
    made.terms[WASHINGTON.concede, WASHINGTON_TERM.entrapment] = assumed.concede_entrapment * situation.tension
    made.terms[WASHINGTON.concede, WASHINGTON_TERM.policy] = -assumed.concede_policy * levers.response_policy


@rule
def decide(united_states, precision, luck):
    """The logit over what is open, and the draw held against it."""
    add_up(united_states.decision)
    logit(united_states.decision, precision)
    return choose(united_states.decision, uniform(luck, WHO.united_states, PURPOSE.policy))


@rule
def act(united_states, situation, levers, assumed, luck):
    """Washington's turn: a stance when a crisis has begun, otherwise a review of deliveries if one falls due."""
    ordered = united_states.decision.order != NOTHING
    if situation.crisis == 1:
        if united_states.stance_in_crisis != NOTHING and not ordered:
            return NOTHING
        begin(united_states.decision, luck.step, WASHINGTON_NODE.crisis)
        weigh_crisis(united_states, situation, levers, assumed)
        united_states.stance_in_crisis = decide(united_states, assumed.washington_crisis_precision, luck)
        return united_states.stance_in_crisis
    united_states.stance_in_crisis = NOTHING
    if luck.washington == 0 and not ordered:
        return NOTHING
    begin(united_states.decision, luck.step, WASHINGTON_NODE.review)
    weigh_review(united_states, situation, levers, assumed)
    united_states.policy = decide(united_states, assumed.washington_precision, luck)
    return united_states.policy
