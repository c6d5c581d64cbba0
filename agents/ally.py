"""A European ally (or Canada): stays out, supports, pledges, deploys, reinforces, draws down, withdraws, or blocks the alliance.

Its willingness (`agents/willingness.py`) is held against the bars of a scale of commitment (`agents/commitment.py`). A government
keeps one leaning (its draw) until it changes, so an ally changes its mind because the situation changes, not because a month has
passed.
"""

import math

from .actor import Capital, Explanation, Reason, Weighed, explain
from .chance import FIRST_ALLY, GOVERNMENT, LEANING, normals_from, uniforms_at
from .choice import NOTHING, begin, decision, settle
from .commitment import (
    BAR,
    DRAW_DOWN,
    IN,
    OPTIONS,
    PLEDGE,
    PLEDGED,
    REINFORCE,
    STATUSES,
    STAY_OUT,
    SUPPORT,
    VETO,
    WITHDRAW,
    carry_out,
    weigh,
)
from .profiles import ALLIES, Profile
from .record import FLOAT, INTEGER, record
from .response import ANSWER_TERMS
from .rule import rule
from .vote import VOTE_NODES, VOTES, vote
from .willingness import REASONS, TERMS, weigh_nation, weigh_willingness

JOIN_NODE, DECIDE_NODE, STAY_NODE = range(3)
NODES = ("join", "national decision", "stay")

WEEKS_BETWEEN_SITTINGS = 4.0
"""Cabinets meet on the weeks of one calendar, so far apart (assumption)."""
MEAN_STANCE = sum(profile.stance_score for profile in ALLIES) / len(ALLIES)
"""The middle towards which changes of government move a stance, so that they favour nobody on average."""

ALLY = record(
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
    ("decide_week", FLOAT),
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

Scores (`stance`, `threat`, `opinion`, `cost`, `willingness`, `reasons`) are dimensionless; `nation` holds the reasons that are its
own. In thousands: `active` personnel, the contingent `reported` as possible, the one it can keep up (`sustainable`), the `troops`
there; `share` is the part of `sustainable` it has committed. `spending` in billion dollars a year; `national_will` in log odds;
`leaning` is the draw its government keeps; `lag` and `review_gap` in weeks; `next_review`, `next_government` and `decide_week` are
weeks of the future, `next_turn` is the first week in which any of them falls.
"""


@rule
def change_government(ally, assumed, luck, index):
    """A new government: the stance moves half way to the middle and is jolted, and a new leaning is drawn (C21; assumption).

    The draws belong to the week of the election, not to the week in which the cabinet first meets on the matter: an alarm or an
    order must not change who is voted in.
    """
    elected = int(ally.next_government) + 1
    first, second = uniforms_at(luck, elected, FIRST_ALLY + index, GOVERNMENT)
    jolt, _ = normals_from(first, second)
    leaning, gap = uniforms_at(luck, elected, FIRST_ALLY + index, LEANING)
    ally.stance = 0.5 * ally.stance + 0.5 * MEAN_STANCE + 0.5 * jolt
    ally.leaning = leaning
    ally.next_government = next_change(ally.next_government, gap, assumed)
    ally.next_review = 0.0
    weigh_nation(ally, assumed)


@rule
def next_change(week, draw, assumed):
    """Week of the next change of government after `week`: exponential at the declared rate; never if the rate is nought."""
    if assumed.government_change_rate <= 0.0:
        return math.inf
    return week - 52.0 / assumed.government_change_rate * math.log(draw)


@rule
def act(ally, situation, mood, alarm, levers, assumed, luck, index):
    """An ally's turn: a review if one falls due, its national decision if that is due, or at once in an alarm.

    Cabinets meet on the weeks of one calendar; a new government is heard at the next of them. `mood` is what
    counts in all of them alike this week.
    """
    week = situation.week
    if week >= ally.next_government:
        change_government(ally, assumed, luck, index)
    ordered = ally.decision.order != NOTHING
    decides = ally.status == PLEDGED and week >= ally.decide_week
    if not (ordered or decides or alarm == 1 or week >= ally.next_review):
        return NOTHING
    ally.next_review = WEEKS_BETWEEN_SITTINGS * math.floor(week / WEEKS_BETWEEN_SITTINGS) + ally.review_gap
    if ally.status == PLEDGED and not decides and not ordered:
        return NOTHING
    node = JOIN_NODE
    if ally.status == PLEDGED:
        node = DECIDE_NODE
    if ally.status == IN:
        node = STAY_NODE
    begin(ally.decision, luck.step, node)
    up = weigh_willingness(ally, mood, situation)
    weigh(ally, up, situation, levers, assumed)
    chosen = settle(ally.decision, ally.leaning)
    carry_out(ally, chosen, week)
    return chosen


class EuropeanAlly(Capital):
    """One of the 30 European NATO members or Canada in the Mesa model."""

    field = "allies"
    options = OPTIONS
    terms = TERMS
    nodes = NODES

    def __init__(self, model, index: int):
        super().__init__(model)
        self.index = index

    @property
    def profile(self) -> Profile:
        """National data with their sources."""
        return ALLIES[self.index]

    @property
    def name(self) -> str:  # type: ignore[override]
        """The country's name."""
        return self.profile.country

    @property
    def record(self):
        """This ally's record in the world as it is now."""
        return self.model.world.allies[self.index]

    @property
    def status(self) -> str:
        """Out, supporting, pledged or in."""
        return STATUSES[int(self.record.status)]

    def step(self) -> None:
        """Take this ally's turn by its rule."""
        world = self.model.world
        act(
            world.allies[self.index],
            world.situation,
            world.coalition.mood,
            world.coalition.alarm,
            world.levers,
            world.uncertainties,
            world.luck,
            self.index,
        )

    def vote(self) -> None:
        """Vote on the attack now before the coalition."""
        world = self.model.world
        vote(
            world.allies[self.index],
            world.situation,
            world.coalition.will,
            world.levers,
            world.uncertainties,
            world.luck,
            self.index,
        )

    def explain(self) -> Explanation | None:
        """The latest decision. Each step up the scale counts every reason once more: reason x steps, less the bars."""
        return explain_ally(self.name, self.record)

    def explain_answer(self) -> Explanation | None:
        """The latest vote on an attack, or None if it never had one."""
        return explain(self.name, self.record.answer, VOTES, ANSWER_TERMS, VOTE_NODES)


STEPS_UP = {VETO: -1, STAY_OUT: 0, WITHDRAW: 0, SUPPORT: 1, DRAW_DOWN: 1, PLEDGE: 2, REINFORCE: 3}
"""How often an option counts the willingness; deploying is the second step for one already in and for one deciding."""


def explain_ally(name: str, ally) -> Explanation | None:
    """The explanation in an ally's record, with the willingness spelled out term by term in every option."""
    bare = explain(name, ally.decision, OPTIONS, (BAR,), NODES)
    if bare is None:
        return None
    index = {option.name: place for place, option in enumerate(OPTIONS)}
    weighed = []
    for item in bare.weighed:
        steps = STEPS_UP.get(index[item.option], 2)
        reasons = tuple(
            Reason(term.name, steps * float(ally.reasons[place]), term.meaning, term.source)
            for place, term in enumerate(TERMS)
            if steps and ally.reasons[place]
        )
        weighed.append(Weighed(item.option, item.meaning, item.utility, item.probability, reasons + item.reasons))
    return Explanation(**{**bare.__dict__, "weighed": tuple(weighed)})
