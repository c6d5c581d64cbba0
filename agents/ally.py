"""A European ally (or Canada): stays out, supports, pledges, deploys, reinforces, draws down, withdraws, or blocks the alliance.

Its willingness (`agents/willingness.py`) is held against the bars of a scale of commitment (`agents/commitment.py`). A government
keeps one leaning (its draw) until it changes, so an ally changes its mind because the situation changes, not because a month has
passed.
"""

import math

from .arithmetic import log
from .chance import PURPOSE, WHO, normals_from, uniforms_at
from .choice import NOTHING, choose_by_odds, decision, open_none
from .commitment import BAR, OPTIONS, STATUS, STEPS_UP_BY_STEP, account_for_steps, carry_out, reopen, weigh
from .curves import WEEKS_IN_YEAR, at_least
from .explanation import Explanation, Reason, Weighed, explain
from .record import FLOAT, INTEGER, record
from .response import ANSWER_TERMS
from .rule import phrase, rule
from .table import ranked_names
from .uncertainty import About, Fixed, Uniform, circumstances, coefficients
from .vote import VOTES
from .willingness import REASONS, TERMS, account_for_willingness, odds_of_a_step_up, weigh_nation

ALLY_NODE = ranked_names(join=0, national_decision=1, stay=2)
NODES = ALLY_NODE._fields


ALLY = record(
    ("luck", INTEGER),
    ("declared_stance", INTEGER),
    ("borders", INTEGER),
    ("in_nato", INTEGER),
    ("in_coalition", INTEGER),
    ("nearness", FLOAT),
    ("stance", FLOAT),
    ("threat", FLOAT),
    ("opinion", FLOAT),
    ("cost", FLOAT),
    ("active", FLOAT),
    ("spending", FLOAT),
    ("reported", FLOAT),
    ("sustainable", FLOAT),
    ("national_will", FLOAT),
    ("leaning", FLOAT),
    ("lag", FLOAT),
    ("review_gap", FLOAT),
    ("next_review", FLOAT),
    ("next_government", FLOAT),
    ("vote_by_law", FLOAT),
    ("term_by_law", FLOAT),
    ("decide_week", FLOAT),
    ("settled_until", FLOAT),
    ("standing", INTEGER),
    ("lowest", INTEGER),
    ("highest", INTEGER),
    ("next_turn", FLOAT),
    ("willingness", FLOAT),
    ("status", INTEGER),
    ("vetoes", INTEGER),
    ("changed", INTEGER),
    ("share", FLOAT),
    ("troops", FLOAT),
    ("nation", REASONS),
    ("reasons", FLOAT, (len(TERMS),)),
    ("decision", decision(OPTIONS, (BAR,))),
    ("answer", decision(VOTES, ANSWER_TERMS)),
)
"""One ally.

`luck`: the number by which it draws. `declared_stance`: as numbered in `agents/profiles.py`; `borders`: 1 if it shares a border
with Russia or Belarus; `in_nato`: 1 if it has a say in the alliance's consensus; `in_coalition`: 1 if it is party to what the
coalition of the willing guarantees; `nearness`: felt threat by distance alone, 0 to 1.

Scores (`stance`, `threat`, `opinion`, `cost`, `willingness`, `reasons`) are dimensionless; `nation` holds the reasons that are its
own. In thousands: `active` personnel, the contingent `reported` as possible, the one it can keep up (`sustainable`), the `troops`
there; `share` is the part of `sustainable` it has committed. `spending` in billion dollars a year; `national_will` in log odds;
`leaning` is the draw its government keeps; `lag` and `review_gap` in weeks; `next_review`, `next_government`, `decide_week` and
`settled_until`, until when its last step is not taken back, are weeks of the future; `standing` is the option it last carried out,
`lowest` and `highest` those between which it may choose until then; `next_turn` is the first week in which any of the first three
falls. `vote_by_law`: week of the first vote that the law sets to a day, and `term_by_law`: weeks from
one to the next, 0 where governments can fall at any time.
"""


NUMBERS = coefficients(
    About.ALLIES,
    Fixed("government_change_rate", "a year", 0, 0.5, 0.25,
        "Changes of government where the law sets no day, which redraw a national stance; at 0 none falls anywhere.",
        "assumption: about four years", luck=60),
    Fixed("shortest_term", "weeks", 0, 104, 52,
        "The shortest time a government lasts.", "assumption", luck=809),
    Fixed("government_moves_to_middle", "share", 0, 1, 0.5,
        "How far a new government moves the national stance to the middle of all.", "C21; assumption", luck=636),
    Fixed("government_jolt", "score", 0, 1.5, 0.5,
        "Spread of what a new government changes beside that.", "C21; assumption", luck=637),
    Fixed("weeks_between_sittings", "weeks", 1, 13, 4, "How far apart cabinets sit on the matter.", "assumption", luck=638),
)  # fmt: skip
CIRCUMSTANCES = circumstances(
    About.ALLIES,
    Uniform("decision_lag", "weeks", 4, 26, 12, "Longest national way from a pledge to a decision.", "C1", luck=59),
)  # fmt: skip


@rule
def change_government(ally, situation, assumed, luck):
    """A new government: the stance moves towards the middle of all and is jolted, and a new leaning is drawn (C21; assumption).

    The draws belong to the week of the election, not to the week in which the cabinet first meets on the matter: an alarm or an
    order must not change who is voted in.
    """
    elected = int(ally.next_government) + 1
    first, second = uniforms_at(luck, elected, WHO.first_ally + ally.luck, PURPOSE.government)
    jolt, _ = normals_from(first, second)
    leaning, gap = uniforms_at(luck, elected, WHO.first_ally + ally.luck, PURPOSE.leaning)
    ally.stance = (
        (1.0 - assumed.government_moves_to_middle) * ally.stance
        + assumed.government_moves_to_middle * situation.mean_stance
        + assumed.government_jolt * jolt
    )
    ally.leaning = leaning
    ally.next_government = next_change(ally, ally.next_government, gap, assumed)
    ally.next_review = 0.0
    reopen(ally)
    weigh_nation(ally, assumed)


@rule
def next_change(ally, week, draw, assumed):
    """Week of the next change of government after one in `week`: a shortest term, then exponential, at the declared mean rate.

    On its day where the law sets one. Never if the rate is zero. Where the rate allows no shortest term, a government falls as soon
    as it has lasted one.
    """
    if assumed.government_change_rate <= 0.0:
        return math.inf
    if ally.term_by_law > 0.0:
        return week + ally.term_by_law
    beyond = at_least(WEEKS_IN_YEAR / assumed.government_change_rate - assumed.shortest_term, 0.0)
    return week + assumed.shortest_term - beyond * log(draw)


@rule
def first_change(ally, draw, assumed):
    """Week of the first change: what is left of a term that is under way at the ceasefire, whenever it began (renewal theory).

    The day of the vote where the law sets one.
    """
    if assumed.government_change_rate <= 0.0:
        return math.inf
    if ally.term_by_law > 0.0:
        return ally.vote_by_law
    beyond = at_least(WEEKS_IN_YEAR / assumed.government_change_rate - assumed.shortest_term, 0.0)
    term = assumed.shortest_term + beyond
    if draw * term < assumed.shortest_term:
        return draw * term
    return assumed.shortest_term - beyond * log((1.0 - draw) * term / beyond)


@phrase
def last_sitting(week, assumed):
    """The week on or before `week` on which cabinets sit, by the one calendar of all."""
    return assumed.weeks_between_sittings * int(week / assumed.weeks_between_sittings)


@rule
def act(ally, situation, mood, alarm, levers, assumed, luck):
    """An ally's turn: a review if one falls due, its national decision if that is due, or at once in an alarm.

    Cabinets meet on the weeks of one calendar; a new government is heard at the next of them. `mood` is what
    counts in all of them alike this week.
    """
    week = situation.week
    if week >= ally.next_government:
        change_government(ally, situation, assumed, luck)
    ordered = ally.decision.order != NOTHING
    decides = ally.status == STATUS.pledged and week >= ally.decide_week
    if not (ordered or decides or alarm == 1 or week >= ally.next_review):
        return NOTHING
    ally.next_review = situation.last_sitting + ally.review_gap
    if ally.status == STATUS.pledged and not decides and not ordered:
        return NOTHING
    node = ALLY_NODE.join
    if ally.status == STATUS.pledged:
        node = ALLY_NODE.national_decision
    if ally.status == STATUS.deployed:
        node = ALLY_NODE.stay
    open_none(ally.decision, luck.step, node)
    total = weigh(ally, odds_of_a_step_up(ally, mood, situation), situation, levers, assumed)
    chosen = choose_by_odds(ally.decision, ally.leaning, total)
    if situation.accounted == 1:
        account_for_willingness(ally, mood, assumed)
        account_for_steps(ally, total, situation, assumed)
    carry_out(ally, chosen, week, assumed)
    return chosen


def explain_ally(name: str, ally) -> Explanation | None:
    """The explanation in an ally's record, with the willingness spelled out term by term in every option."""
    bare = explain(name, ally.decision, OPTIONS, (BAR,), NODES)
    if bare is None:
        return None
    weighed = []
    for item in bare.weighed:
        steps = STEPS_UP_BY_STEP[item.option]
        reasons = tuple(
            Reason(term.name, steps * float(ally.reasons[place]), term.meaning, term.source)
            for place, term in enumerate(TERMS)
            if steps and ally.reasons[place]
        )
        weighed.append(Weighed(item.option, item.meaning, item.utility, item.probability, reasons + item.reasons))
    return Explanation(**{**bare.__dict__, "weighed": tuple(weighed)})
