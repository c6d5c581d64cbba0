"""The scale of commitment: the steps a state can take, the bars between them, and what a step makes of its status.

Each step up is worth the willingness less the bar of that step, and the choice is a logit over the steps that are open. The odds
of a step up are exp(precision x (willingness - bar)): what the bars leave of them is worked out once a future (`bar_odds`).
"""

import numpy as np

from .arithmetic import exp
from .choice import NOTHING, Option, Term
from .rule import phrase, rule
from .table import places, ranked, ranked_names
from .uncertainty import About, Fixed, coefficients

OPTIONS = ranked(
    Option("veto", 0, "block the alliance's decision"),
    Option("stay_out", 1, "take no part"),
    Option("withdraw", 2, "bring its troops home"),
    Option("support", 3, "support without troops"),
    Option("draw_down", 4, "leave a smaller contingent"),
    Option("pledge", 5, "pledge troops, subject to a national decision"),
    Option("deploy", 6, "send the pledged troops, or keep them there"),
    Option("reinforce", 7, "send all that can be sustained"),
)
STEP = places(OPTIONS)

BAR = Term("bars", 0, "how high the steps up to this one are", "two-point fit; C47 for pledge against deployment")

STATUS = ranked_names(out=0, supporting=1, pledged=2, deployed=3)
STATUSES = STATUS._fields
"""How far a state has committed itself; deployed from its decision to send troops on."""

STEPS_UP_BY_STEP = {
    "veto": -1,
    "stay_out": 0,
    "withdraw": 0,
    "support": 1,
    "draw_down": 1,
    "pledge": 2,
    "deploy": 2,
    "reinforce": 3,
}
STEPS_UP = np.array([float(STEPS_UP_BY_STEP[option.name]) for option in OPTIONS])
"""How often an option counts the willingness; deploying is the second step for one already in and for one deciding."""

STATUS_BY_STEP = {
    "veto": STATUS.out,
    "stay_out": STATUS.out,
    "withdraw": STATUS.out,
    "support": STATUS.supporting,
    "draw_down": STATUS.deployed,
    "pledge": STATUS.pledged,
    "deploy": STATUS.deployed,
    "reinforce": STATUS.deployed,
}
STATUS_AFTER = np.array([STATUS_BY_STEP[option.name] for option in OPTIONS])
"""What each option makes of the status."""


NUMBERS = coefficients(
    About.ALLIES,
    Fixed("theatre", "score", 0, 1, 0.25, "How much easier pledging is than deploying.", "C47", luck=58),
    Fixed("veto_bar", "score", -8, -1, -4.6,
        "Willingness at which a state is evenly torn between staying out and blocking the alliance.",
        "C46; two-point fit; assumption", luck=625),
    Fixed("decision_holds", "weeks", 0, 156, 52,
        "How long a step up or down is not taken back, unless a crisis, an attack on the force or a new government reopens it.",
        "C1, C7; assumption", luck=813),
    Fixed("support_bar", "score", -5, 0, -2.2,
        "The same between staying out and support without troops.", "two-point fit; assumption", luck=626),
    Fixed("withdraw_bar", "score", -2, 1, -0.4,
        "The same between bringing its troops home and leaving a few.", "T18; assumption", luck=627),
    Fixed("reinforce_bar", "score", 0.2, 4, 1.6,
        "The same between keeping its troops there and sending all it can.", "two-point fit; assumption", luck=628),
    Fixed("reinforce_bar_in_crisis", "score", 0, 4, 1, "The same in a crisis.", "T16; assumption", luck=629),
    Fixed("share_drawn_down", "share", 0.1, 0.7, 0.35,
        "Share of what it can sustain that a smaller contingent is.", "assumption", luck=630),
    Fixed("share_pledged", "share", 0.3, 1, 0.75, "Share that a pledge promises.", "A23; assumption", luck=631),
    Fixed("share_deployed", "share", 0.3, 1, 0.75, "Share that deploying sends.", "A23; assumption", luck=632),
    Fixed("share_reinforced", "share", 0.5, 1, 1, "Share that reinforcing sends.", "assumption", luck=633),
)  # fmt: skip


@phrase
def climb(decision, option, odds):
    """Open an option of these odds. Returns the odds."""
    decision.open[option] = 1
    decision.probability[option] = odds
    return odds


@phrase
def stands(ally, situation):
    """Whether its last step up or down binds a government still: nothing has reopened the matter, and no order overrides it.

    A pledge comes to its national decision, which is free.
    """
    if ally.status == STATUS.pledged or ally.decision.order != NOTHING:
        return 0
    return situation.week < ally.settled_until and situation.crisis == 0


@phrase
def left_open(ally, option, standing):
    """Whether an option is left to an ally, given whether its last step stands: what it has just decided it does not take back."""
    return not standing or (option >= ally.lowest and option <= ally.highest)


@phrase
def opposes(ally, assumed):
    """Whether a state is one that would block the alliance: a member nearer to declared opposition than to having declared nothing.

    Sending no troops is not blocking others who do (C7, C23, C46).
    """
    return ally.in_nato == 1 and ally.stance < 0.5 * (assumed.stance_opposed + assumed.stance_uncommitted)


@rule
def weigh(ally, up, situation, levers, assumed):
    """Open the steps that this ally's status leaves it, and give each its odds. Returns the sum of the odds.

    `up` is what its willingness makes of the odds of a step up, before any bar.
    """
    made = ally.decision
    left = situation.bar_odds
    standing = stands(ally, situation)
    total = 0.0
    if ally.status == STATUS.deployed:
        left_above = left.reinforce
        if situation.crisis == 1:
            left_above = left.reinforce_in_crisis
        one = up * left.withdraw
        two = one * up
        if left_open(ally, STEP.withdraw, standing):
            total += climb(made, STEP.withdraw, 1.0)
        if left_open(ally, STEP.draw_down, standing):
            total += climb(made, STEP.draw_down, one)
        if left_open(ally, STEP.deploy, standing):
            total += climb(made, STEP.deploy, two)
        if left_open(ally, STEP.reinforce, standing):
            total += climb(made, STEP.reinforce, two * up * left_above)
    else:
        one = up * left.support
        if left_open(ally, STEP.stay_out, standing):
            total += climb(made, STEP.stay_out, 1.0)
        if left_open(ally, STEP.support, standing):
            total += climb(made, STEP.support, one)
        if levers.troop_ceiling > 0.0 and situation.presence_allowed == 1 and ally.sustainable > 0.0:
            if ally.status == STATUS.pledged:
                total += climb(made, STEP.deploy, one * up * left.deploy)
            elif left_open(ally, STEP.pledge, standing):
                total += climb(made, STEP.pledge, one * up)
        if situation.mission_pending == 1 and opposes(ally, assumed) and left_open(ally, STEP.veto, standing):
            total += climb(made, STEP.veto, left.veto / up)
    return total


@rule
def bars_below(option, status, crisis, assumed):
    """How high the bars on the way to an option are, in all, for an ally of this status."""
    if option == STEP.veto:
        return -assumed.veto_bar
    if option == STEP.support or option == STEP.pledge:
        return assumed.support_bar
    if option == STEP.deploy and status != STATUS.deployed:
        return assumed.support_bar + assumed.theatre
    if option == STEP.draw_down or option == STEP.deploy:
        return assumed.withdraw_bar
    if option == STEP.reinforce:
        if crisis == 1:
            return assumed.withdraw_bar + assumed.reinforce_bar_in_crisis
        return assumed.withdraw_bar + assumed.reinforce_bar
    return 0.0


@rule
def account_for_steps(ally, total, situation, assumed):
    """The account of a choice: what every open step is worth and how likely it was, `total` being the sum of the odds."""
    made = ally.decision
    for option in range(len(made.open)):
        made.terms[option, 0] = 0.0
        made.utility[option] = 0.0
        if made.open[option] == 1:
            bars = bars_below(option, ally.status, situation.crisis, assumed)
            made.terms[option, 0] = -bars
            made.utility[option] = STEPS_UP[option] * ally.willingness - bars
            made.probability[option] /= total
        else:
            made.probability[option] = 0.0


@rule
def set_bar_odds(left, assumed):
    """What each bar leaves of the odds of the step above it, and what inertia adds; once a future, at week 0."""
    left.withdraw = exp(-assumed.join_precision * assumed.withdraw_bar)
    left.support = exp(-assumed.join_precision * assumed.support_bar)
    left.deploy = exp(-assumed.join_precision * assumed.theatre)
    left.reinforce = exp(-assumed.join_precision * assumed.reinforce_bar)
    left.reinforce_in_crisis = exp(-assumed.join_precision * assumed.reinforce_bar_in_crisis)
    left.veto = exp(assumed.join_precision * assumed.veto_bar)
    left.inertia = exp(assumed.join_precision * assumed.join_inertia)


@rule
def share_after(chosen, assumed):
    """Share of the sustainable contingent that each option commits."""
    if chosen == STEP.draw_down:
        return assumed.share_drawn_down
    if chosen == STEP.pledge:
        return assumed.share_pledged
    if chosen == STEP.deploy:
        return assumed.share_deployed
    if chosen == STEP.reinforce:
        return assumed.share_reinforced
    return 0.0


@rule
def settle(ally, chosen, week, assumed):
    """A step is not taken back before `settled_until`: one up leaves what is above it open, one down what is below.

    Who brings its troops home may support the others without any; who blocks the alliance may let it pass.
    """
    ally.lowest = 0
    ally.highest = len(STATUS_AFTER) - 1
    if chosen > ally.standing:
        ally.lowest = chosen
    elif chosen == STEP.withdraw:
        ally.highest = STEP.support
    elif chosen == STEP.veto:
        ally.highest = STEP.stay_out
    else:
        ally.highest = chosen
    ally.standing = chosen
    ally.settled_until = week + assumed.decision_holds


@rule
def reopen(ally):
    """Nothing that an ally has decided binds it any longer."""
    ally.settled_until = 0.0


@rule
def carry_out(ally, chosen, week, assumed):
    """What a choice makes of the ally's status and committed share.

    `vetoes` records whether it blocks the alliance now, `changed` whether its contingent has a new place to be.
    """
    if chosen != ally.standing:
        settle(ally, chosen, week, assumed)
    share = share_after(chosen, assumed)
    ally.vetoes = int(chosen == STEP.veto)
    if chosen == STEP.pledge:
        ally.decide_week = week + ally.lag
    if ally.status != STATUS_AFTER[chosen] or ally.share != share:
        ally.changed = 1
    ally.status = STATUS_AFTER[chosen]
    ally.share = share
