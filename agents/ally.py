"""A European ally (or Canada): stays out, supports, pledges, deploys, reinforces, draws down, withdraws, or blocks the alliance.

One willingness, a sum of named terms, is held against rising bars: each step up the scale of commitment is worth the willingness
less the bar of that step, and the choice is a logit over the steps that are open. A government keeps one leaning (its draw) until
it changes, so an ally changes its mind because the situation changes, not because a month has passed. Willingness feeds on the
share of states already in (Granovetter 1978), so that the coalition can cascade or unravel (T19).
"""

import math

from .actor import Capital, Explanation, Reason, Weighed, explain
from .chance import FIRST_ALLY, GOVERNMENT, LEANING, VOTE, normals_from, uniform, uniforms_at
from .choice import NOTHING, Option, Term, begin, decision, settle
from .curves import chance_of
from .profiles import ALLIES, Profile
from .record import FLOAT, INTEGER, record
from .response import ALARM, ANSWER_TERMS, answer_score, excuse, force_chance
from .response import BASE as ANSWER_BASE
from .rule import phrase, rule
from .situation import PROBE

OPTIONS = (
    Option("veto", "block the alliance's decision"),
    Option("stay_out", "take no part"),
    Option("withdraw", "bring its troops home"),
    Option("support", "support without troops"),
    Option("draw_down", "leave a smaller contingent"),
    Option("pledge", "pledge troops, subject to a national decision"),
    Option("deploy", "send the pledged troops, or keep them there"),
    Option("reinforce", "send all that can be sustained"),
)
(VETO, STAY_OUT, WITHDRAW, SUPPORT, DRAW_DOWN, PLEDGE, DEPLOY, REINFORCE) = range(len(OPTIONS))

TERMS = (
    Term("base", "willingness with nothing for or against", "A23, two-point fit"),
    Term("stance", "declared national position", "profiles: stance source; C23, C24"),
    Term("threat", "felt threat by distance and border", "C21; profiles"),
    Term("opinion", "net public support for a peace force", "A39, A40"),
    Term("backstop", "Washington's promise and conduct", "C8; two-point fit"),
    Term("leaders", "Britain and France are in", "C5, T19"),
    Term("contagion", "share of states already in", "2.7: Granovetter 1978"),
    Term("escalation", "fear of escalation, and weariness", "C22, C39"),
    Term("cost", "cost as a share of defence spending", "A27, A42"),
    Term("will", "the common will of the allies", "A17; assumption"),
    Term("legal_clarity", "a clear mandate eases, a treaty frightens", "C6, C42"),
    Term("mission", "the alliance has decided", "C46; assumption"),
    Term("inertia", "already there", "assumption"),
)
(
    BASE,
    STANCE,
    THREAT,
    OPINION,
    BACKSTOP,
    LEADERS,
    CONTAGION,
    ESCALATION,
    COST,
    WILL,
    LEGAL_CLARITY,
    MISSION,
    INERTIA,
) = range(len(TERMS))

BAR = Term("bars", "how high the steps up to this one are", "two-point fit; C47 for pledge against deployment")

OUT, SUPPORTING, PLEDGED, IN = range(4)
STATUSES = ("out", "supporting", "pledged", "in")

JOIN_NODE, DECIDE_NODE, STAY_NODE = range(3)
NODES = ("join", "national decision", "stay")

VOTES = (
    Option("restraint", "leave the attack unanswered"),
    Option("pressure", "protest, sanctions, reinforcement of Ukraine"),
    Option("force", "fight"),
)
(RESTRAINT, PRESSURE, FORCE) = range(len(VOTES))
VOTE_NODES = ("answer",)

PLEDGED_SHARE = 0.75
DRAWN_DOWN_SHARE = 0.35
"""Share of the sustainable contingent that a pledge means, and that stays after drawing down; all is to reinforce (assumption)."""

VETO_BAR = -4.6
SUPPORT_BAR = -2.2
WITHDRAW_BAR = -0.4
REINFORCE_BAR = 1.6
REINFORCE_BAR_IN_CRISIS = 1.0
"""Willingness at which a state is evenly torn between the neighbouring steps; pledging has bar 0 (assumptions, two-point fit)."""

FORCED_CONSENSUS = 2.0
"""What a consensus taken as given adds to every willingness (rulebook trial)."""
DECIDED_MISSION = 0.5
"""What a decision of the alliance by itself adds (assumption)."""
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
    ("reasons", FLOAT, (len(TERMS),)),
    ("decision", decision(OPTIONS, (BAR,))),
    ("answer", decision(VOTES, ANSWER_TERMS)),
)
"""One ally.

Scores (`stance`, `threat`, `opinion`, `cost`, `willingness`, `reasons`) are dimensionless. In thousands: `active` personnel, the
contingent `reported` as possible, the one it can keep up (`sustainable`), the `troops` there; `share` is the part of
`sustainable` it has committed. `spending` in billion dollars a year; `national_will` in log odds; `leaning` is the draw its
government keeps; `lag` and `review_gap` in weeks; `next_review`, `next_government` and `decide_week` are weeks of the
future, `next_turn` is the first week in which any of them falls.
"""


@rule
def weigh_willingness(ally, situation, common_will, levers, assumed):
    """Fill the ally's reasons and return their sum, its willingness to take part with troops."""
    row = ally.reasons
    leaders = 0.5 * situation.britain_in + 0.5 * situation.france_in
    row[BASE] = assumed.join_base
    row[STANCE] = ally.stance
    row[THREAT] = assumed.join_threat * (ally.threat - 0.4 + 0.3 * situation.hostility)
    row[OPINION] = assumed.join_opinion * ally.opinion
    row[BACKSTOP] = assumed.join_backstop * levers.us_backstop * situation.backing
    row[LEADERS] = assumed.join_leaders * (leaders - 0.5)
    row[CONTAGION] = assumed.join_contagion * (situation.share_in - 0.2)
    row[ESCALATION] = -assumed.join_escalation * (situation.tension + 0.5 * situation.weariness)
    row[COST] = -assumed.join_cost * ally.cost
    row[WILL] = 0.3 * common_will
    row[LEGAL_CLARITY] = 0.0
    if levers.legal_form > 0.5:
        row[LEGAL_CLARITY] = 0.15
    if levers.legal_form > 0.9:
        row[LEGAL_CLARITY] = -0.4
    row[MISSION] = DECIDED_MISSION * situation.mission
    if levers.nato_mission > 0.0 and levers.consensus_forced > 0.0:
        row[MISSION] = FORCED_CONSENSUS
    row[INERTIA] = 0.0
    if ally.status == IN:
        row[INERTIA] = 0.6
    total = 0.0
    for term in range(len(row)):
        total += row[term]
    return total


@phrase
def climb(decision, option, odds, utility, bars):
    """Open an option of these odds and utility; the bars on the way to it are its one term. Returns the odds."""
    decision.open[option] = 1
    decision.terms[option, 0] = -bars
    decision.utility[option] = utility
    decision.probability[option] = odds
    return odds


@rule
def weigh(ally, situation, levers, assumed):
    """Open the steps that this ally's status leaves it, and give each its probability.

    The odds of a step up are exp(precision x (willingness - bar)): the willingness counts anew for every ally, what the bars
    leave of the odds is worked out once (`bar_odds`).
    """
    made = ally.decision
    score = ally.willingness
    left = situation.bar_odds
    up = math.exp(assumed.join_precision * score)
    if ally.status == IN:
        bar = REINFORCE_BAR
        left_above = left.reinforce
        if situation.crisis == 1:
            bar = REINFORCE_BAR_IN_CRISIS
            left_above = left.reinforce_in_crisis
        one = up * left.withdraw
        two = one * up
        total = climb(made, WITHDRAW, 1.0, 0.0, 0.0)
        total += climb(made, DRAW_DOWN, one, score - WITHDRAW_BAR, WITHDRAW_BAR)
        total += climb(made, DEPLOY, two, 2.0 * score - WITHDRAW_BAR, WITHDRAW_BAR)
        total += climb(made, REINFORCE, two * up * left_above, 3.0 * score - WITHDRAW_BAR - bar, WITHDRAW_BAR + bar)
    else:
        one = up * left.support
        total = climb(made, STAY_OUT, 1.0, 0.0, 0.0)
        total += climb(made, SUPPORT, one, score - SUPPORT_BAR, SUPPORT_BAR)
        if levers.troop_ceiling > 0.0 and situation.presence_allowed == 1 and ally.sustainable > 0.0:
            if ally.status == PLEDGED:
                bars = SUPPORT_BAR + assumed.theatre
                total += climb(made, DEPLOY, one * up * left.deploy, 2.0 * score - bars, bars)
            else:
                total += climb(made, PLEDGE, one * up, 2.0 * score - SUPPORT_BAR, SUPPORT_BAR)
        if situation.mission_pending == 1:
            total += climb(made, VETO, left.veto / up, -score + VETO_BAR, -VETO_BAR)
    whole = 1.0 / total
    for option in range(len(made.open)):
        made.probability[option] *= whole


@rule
def set_bar_odds(left, assumed):
    """What each bar leaves of the odds of the step above it; once a future, at week 0."""
    left.withdraw = math.exp(-assumed.join_precision * WITHDRAW_BAR)
    left.support = math.exp(-assumed.join_precision * SUPPORT_BAR)
    left.deploy = math.exp(-assumed.join_precision * assumed.theatre)
    left.reinforce = math.exp(-assumed.join_precision * REINFORCE_BAR)
    left.reinforce_in_crisis = math.exp(-assumed.join_precision * REINFORCE_BAR_IN_CRISIS)
    left.veto = math.exp(assumed.join_precision * VETO_BAR)


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


@rule
def next_change(week, draw, assumed):
    """Week of the next change of government after `week`: exponential at the declared rate; never if the rate is nought."""
    if assumed.government_change_rate <= 0.0:
        return math.inf
    return week - 52.0 / assumed.government_change_rate * math.log(draw)


@rule
def act(ally, situation, common_will, alarm, levers, assumed, luck, index):
    """An ally's turn: a review if one falls due, its national decision if that is due, or at once in an alarm.

    Cabinets meet on the weeks of one calendar, four weeks apart; a new government is heard at the next of them.
    """
    week = situation.week
    if week >= ally.next_government:
        change_government(ally, assumed, luck, index)
    ordered = ally.decision.order != NOTHING
    decides = ally.status == PLEDGED and week >= ally.decide_week
    if not (ordered or decides or alarm == 1 or week >= ally.next_review):
        return NOTHING
    ally.next_review = 4.0 * math.floor(week / 4.0) + ally.review_gap
    if ally.status == PLEDGED and not decides and not ordered:
        return NOTHING
    node = JOIN_NODE
    if ally.status == PLEDGED:
        node = DECIDE_NODE
    if ally.status == IN:
        node = STAY_NODE
    begin(ally.decision, luck.step, node)
    ally.willingness = weigh_willingness(ally, situation, common_will, levers, assumed)
    weigh(ally, situation, levers, assumed)
    chosen = settle(ally.decision, ally.leaning)
    carry_out(ally, chosen, week)
    return chosen


@rule
def carry_out(ally, chosen, week):
    """What a choice makes of the ally's status and committed share.

    `vetoes` records whether it blocks the alliance now, `changed` whether its contingent has a new place to be.
    """
    status, share = ally.status, ally.share
    ally.vetoes = 0
    if chosen == VETO or chosen == STAY_OUT or chosen == WITHDRAW:
        ally.status = OUT
        ally.share = 0.0
    if chosen == VETO:
        ally.vetoes = 1
    if chosen == SUPPORT:
        ally.status = SUPPORTING
        ally.share = 0.0
    if chosen == PLEDGE:
        ally.status = PLEDGED
        ally.share = PLEDGED_SHARE
        ally.decide_week = week + ally.lag
    if chosen == DEPLOY:
        ally.status = IN
        ally.share = PLEDGED_SHARE
    if chosen == DRAW_DOWN:
        ally.share = DRAWN_DOWN_SHARE
    if chosen == REINFORCE:
        ally.share = 1.0
    if ally.status != status or ally.share != share:
        ally.changed = 1


@rule
def has_a_say(ally, situation):
    """Whether this ally has a say in the answer: contributors if there are any, otherwise supporters bound by a guarantee."""
    if situation.troops > 0.0:
        return ally.troops > 0.0
    return ally.status >= SUPPORTING and situation.legal > 0.0


@rule
def vote(ally, situation, common_will, levers, assumed, luck, index):
    """An ally's vote on an attack: restraint, pressure or force, by the rule Moscow foresees with. Returns the vote.

    Two steps, each with utilities in log odds: force or not, by the score; short of force, pressure or restraint.
    """
    made = ally.answer
    attack = situation.attack
    begin(made, luck.step, 0)
    present = 0.0
    if ally.troops > 0.0:
        present = 1.0
    score = answer_score(
        made.terms[FORCE],
        attack.act,
        attack.touched * present,
        present,
        attack.deaths,
        situation.capability,
        situation.legal,
        situation.stood_behind,
        excuse(situation, levers),
        common_will + ally.national_will,
        levers,
        assumed,
    )
    force = force_chance(score, attack.touched * present, assumed)
    if attack.act != PROBE:
        made.terms[PRESSURE, ANSWER_BASE] = 0.5
    made.terms[PRESSURE, ALARM] = ally.threat + 0.5 * situation.hostility
    pressing = made.terms[PRESSURE, ANSWER_BASE] + made.terms[PRESSURE, ALARM]
    pressure = (1.0 - force) * chance_of(pressing)
    for option in range(len(VOTES)):
        made.open[option] = 1
    made.utility[FORCE] = score
    made.utility[PRESSURE] = pressing
    made.probability[FORCE] = force
    made.probability[PRESSURE] = pressure
    made.probability[RESTRAINT] = 1.0 - force - pressure
    return settle(made, uniform(luck, FIRST_ALLY + index, VOTE))


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
            world.coalition.will,
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
