"""The scale of commitment: the steps a state can take, the bars between them, and what a step makes of its status.

Each step up is worth the willingness less the bar of that step, and the choice is a logit over the steps that are open. The odds
of a step up are exp(precision x (willingness - bar)): what the bars leave of them is worked out once a future (`bar_odds`).
"""

import math

import numpy as np

from .choice import Option, Term
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

STATUS_AFTER = np.array(
    [STATUS.out, STATUS.out, STATUS.out, STATUS.supporting, STATUS.deployed, STATUS.pledged, STATUS.deployed, STATUS.deployed]
)
SHARE_AFTER = np.array([0.0, 0.0, 0.0, 0.0, 0.35, 0.75, 0.75, 1.0])
"""What each option makes of the status, and of the committed share of the sustainable contingent (shares: assumption)."""

VETO_BAR = -4.6
SUPPORT_BAR = -2.2
WITHDRAW_BAR = -0.4
REINFORCE_BAR = 1.6
REINFORCE_BAR_IN_CRISIS = 1.0
"""Willingness at which a state is evenly torn between the neighbouring steps; pledging has bar 0 (assumptions, two-point fit)."""
INERTIA_WORTH = 0.6
"""What being there already adds to the willingness (assumption)."""


NUMBERS = coefficients(
    About.ALLIES,
    Fixed("theatre", "score", 0, 1, 0.25, "How much easier pledging is than deploying.", "C47", luck=58),
)  # fmt: skip


@phrase
def climb(decision, option, odds, utility, bars):
    """Open an option of these odds and utility; the bars on the way to it are its one term. Returns the odds."""
    decision.open[option] = 1
    decision.terms[option, 0] = -bars
    decision.utility[option] = utility
    decision.probability[option] = odds
    return odds


@rule
def weigh(ally, up, situation, levers, assumed):
    """Open the steps that this ally's status leaves it, and give each its probability.

    `up` is what its willingness makes of the odds of a step up, before any bar.
    """
    made = ally.decision
    score = ally.willingness
    left = situation.bar_odds
    if ally.status == STATUS.deployed:
        bar = REINFORCE_BAR
        left_above = left.reinforce
        if situation.crisis == 1:
            bar = REINFORCE_BAR_IN_CRISIS
            left_above = left.reinforce_in_crisis
        one = up * left.withdraw
        two = one * up
        total = climb(made, STEP.withdraw, 1.0, 0.0, 0.0)
        total += climb(made, STEP.draw_down, one, score - WITHDRAW_BAR, WITHDRAW_BAR)
        total += climb(made, STEP.deploy, two, 2.0 * score - WITHDRAW_BAR, WITHDRAW_BAR)
        total += climb(made, STEP.reinforce, two * up * left_above, 3.0 * score - WITHDRAW_BAR - bar, WITHDRAW_BAR + bar)
    else:
        one = up * left.support
        total = climb(made, STEP.stay_out, 1.0, 0.0, 0.0)
        total += climb(made, STEP.support, one, score - SUPPORT_BAR, SUPPORT_BAR)
        if levers.troop_ceiling > 0.0 and situation.presence_allowed == 1 and ally.sustainable > 0.0:
            if ally.status == STATUS.pledged:
                bars = SUPPORT_BAR + assumed.theatre
                total += climb(made, STEP.deploy, one * up * left.deploy, 2.0 * score - bars, bars)
            else:
                total += climb(made, STEP.pledge, one * up, 2.0 * score - SUPPORT_BAR, SUPPORT_BAR)
        if situation.mission_pending == 1:
            total += climb(made, STEP.veto, left.veto / up, -score + VETO_BAR, -VETO_BAR)
    whole = 1.0 / total
    for option in range(len(made.open)):
        made.probability[option] *= whole


@rule
def set_bar_odds(left, assumed):
    """What each bar leaves of the odds of the step above it, and what inertia adds; once a future, at week 0."""
    left.withdraw = math.exp(-assumed.join_precision * WITHDRAW_BAR)
    left.support = math.exp(-assumed.join_precision * SUPPORT_BAR)
    left.deploy = math.exp(-assumed.join_precision * assumed.theatre)
    left.reinforce = math.exp(-assumed.join_precision * REINFORCE_BAR)
    left.reinforce_in_crisis = math.exp(-assumed.join_precision * REINFORCE_BAR_IN_CRISIS)
    left.veto = math.exp(assumed.join_precision * VETO_BAR)
    left.inertia = math.exp(assumed.join_precision * INERTIA_WORTH)


@rule
def carry_out(ally, chosen, week, assumed):
    """What a choice makes of the ally's status and committed share.

    `vetoes` records whether it blocks the alliance now, `changed` whether its contingent has a new place to be.
    """
    ally.vetoes = int(chosen == STEP.veto)
    if chosen == STEP.pledge:
        ally.decide_week = week + ally.lag
    if ally.status != STATUS_AFTER[chosen] or ally.share != SHARE_AFTER[chosen]:
        ally.changed = 1
    ally.status = STATUS_AFTER[chosen]
    ally.share = SHARE_AFTER[chosen]
