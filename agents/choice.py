"""A choice among named options, and the record of it.

Each option's utility is a sum of named terms; the choice is a (nested) logit (McFadden 1978; as behaviour in games: McKelvey &
Palfrey 1998). One uniform number is held against the cumulative probabilities of the options *in order of escalation*: a policy
that shifts probability down the ladder moves no future up. The record keeps every option, term, probability and the draw: it is
the explanation a user reads, not a story told afterwards.
"""

import math
from typing import NamedTuple

import numpy as np

from .arithmetic import exp, log
from .record import FLOAT, INTEGER, record
from .rule import phrase, rule

NOTHING = -1
"""In place of an option, a week or a sector: there is none."""


class Option(NamedTuple):
    """Something an actor can do."""

    name: str
    rank: int
    """Place in the order of escalation, in which a draw is held against the options."""
    meaning: str


class Term(NamedTuple):
    """A reason: one part of a utility, with the claim, study or *assumption* it comes from."""

    name: str
    rank: int
    """Place in the sum of terms, and in an explanation."""
    meaning: str
    source: str


def decision(options: tuple[Option, ...], terms: tuple[Term, ...]) -> np.dtype:
    """The record type of an actor's latest decision.

    `step`, `node`: when and in which situation it fell; `chosen`, `sector`: what, where; `draw`: the uniform in (0, 1);
    `order`, `order_sector`: an order waiting to be obeyed; `ordered`, `refused`: whether the last one was.
    """
    return record(
        ("step", INTEGER),
        ("node", INTEGER),
        ("chosen", INTEGER),
        ("sector", INTEGER),
        ("order", INTEGER),
        ("order_sector", INTEGER),
        ("ordered", INTEGER),
        ("refused", INTEGER),
        ("draw", FLOAT),
        ("open", INTEGER, (len(options),)),
        ("utility", FLOAT, (len(options),)),
        ("probability", FLOAT, (len(options),)),
        ("terms", FLOAT, (len(options), len(terms))),
    )


@rule
def open_none(decision, step, node):
    """Begin a new decision: nothing chosen, every option closed."""
    decision.step = step
    decision.node = node
    decision.chosen = NOTHING
    decision.sector = NOTHING
    decision.ordered = 0
    decision.refused = 0
    for option in range(len(decision.open)):
        decision.open[option] = 0


@rule
def begin(decision, step, node):
    """Begin a new decision with a clear account: every option closed, every term zero."""
    open_none(decision, step, node)
    for option in range(len(decision.open)):
        decision.utility[option] = 0.0
        decision.probability[option] = 0.0
        for term in range(decision.terms.shape[1]):
            decision.terms[option, term] = 0.0


@rule
def add_up(decision):
    """The utility of every open option: the sum of its terms."""
    for option in range(len(decision.open)):
        if decision.open[option] == 1:
            total = 0.0
            for term in range(decision.terms.shape[1]):
                total += decision.terms[option, term]
            decision.utility[option] = total


@rule
def logit(decision, precision):
    """Probabilities of the open options: P proportional to exp(precision x utility). At least one option must be open."""
    best = -math.inf
    for option in range(len(decision.open)):
        if decision.open[option] == 1 and decision.utility[option] > best:
            best = decision.utility[option]
    total = 0.0
    for option in range(len(decision.open)):
        if decision.open[option] == 1:
            decision.probability[option] = 1.0
            if decision.utility[option] < best:
                decision.probability[option] = exp(precision * (decision.utility[option] - best))
            total += decision.probability[option]
    for option in range(len(decision.open)):
        decision.probability[option] /= total


@rule
def nested_logit(decision, nest_of, nest_size, precision, dissimilarity):
    """Probabilities by nested logit with weights.

    `nest_of[option]` is the class of an option; those of a class stand side by side. `nest_size[class]` is the fixed number its
    sum is divided by, so that an option's mere existence adds nothing to its class. `dissimilarity` (0, 1] is how unlike the
    options within a class are; at 1 and with equal sizes this is the plain logit.
    """
    options = len(decision.open)
    best = -math.inf
    for option in range(options):
        if decision.open[option] == 1 and decision.utility[option] > best:
            best = decision.utility[option]
    total = 0.0
    steepness = precision / dissimilarity
    first = 0
    while first < options:
        nest = nest_of[first]
        within = 0.0
        after = first
        while after < options and nest_of[after] == nest:
            if decision.open[after] == 1:
                decision.probability[after] = 1.0
                if decision.utility[after] < best:
                    decision.probability[after] = exp(steepness * (decision.utility[after] - best))
                within += decision.probability[after]
            after += 1
        if within > 0.0:  # all closed, or so far out of reach that nothing is left
            weight = exp(dissimilarity * log(within / nest_size[nest]))
            total += weight
            for option in range(first, after):
                decision.probability[option] *= weight / within
        first = after
    whole = 1.0 / total
    for option in range(options):
        decision.probability[option] *= whole


@rule
def choose(decision, draw):
    """Choose: obey a waiting order if its option is open, otherwise hold the draw against the cumulative probabilities."""
    return choose_by_odds(decision, draw, 1.0)


@rule
def choose_by_odds(decision, draw, total):
    """The same where the open options bear odds that sum to `total`."""
    decision.draw = draw
    drawn = draw * total
    reached = 0.0
    for option in range(len(decision.open)):
        # where the probabilities sum to a hair less than the draw, the last open option is the one meant
        if decision.open[option] == 1 and reached <= drawn:
            reached += decision.probability[option]
            decision.chosen = option
    if decision.order != NOTHING:
        if decision.open[decision.order] == 1:
            decision.chosen = decision.order
            decision.ordered = 1
        else:
            decision.refused = 1
        decision.order = NOTHING
    return decision.chosen


@phrase
def chosen_at(decision, step):
    """The option chosen in this step, or NOTHING if the latest decision is older."""
    if decision.step == step:
        return decision.chosen
    return NOTHING
