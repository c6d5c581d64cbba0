"""Why a choice came out as it did: the chosen option against the best of the others, term by term."""

from collections.abc import Sequence
from typing import NamedTuple

from ...agents.explanation import Explanation, Reason, Weighed
from .decisions import option_taken

SMALLEST = 0.005
"""Difference in utility below which a reason is not worth a line."""


class Weight(NamedTuple):
    """How much more a term speaks for the chosen option than for its rival, in utility; negative speaks for the rival."""

    difference: float
    reason: Reason


class Contest(NamedTuple):
    """The chosen option, its rival (the likeliest of the others; None if there was no other), and what weighed between them."""

    chosen: Weighed
    rival: Weighed | None
    weights: tuple[Weight, ...]

    def speaking_for(self, most: int = 3) -> tuple[Weight, ...]:
        """The strongest reasons for the choice."""
        return tuple(weight for weight in self.weights if weight.difference >= SMALLEST)[:most]

    def speaking_against(self, most: int = 3) -> tuple[Weight, ...]:
        """The strongest reasons for the rival."""
        return tuple(weight for weight in reversed(self.weights) if weight.difference <= -SMALLEST)[:most]

    def left_out(self, named: Sequence[Weight]) -> float:
        """What all reasons besides these come to, so that a reader can add up what is printed: the difference in utility."""
        return sum(weight.difference for weight in self.weights) - sum(weight.difference for weight in named)


def contest(made: Explanation) -> Contest:
    """What a decision was between. Weights fall from most for the choice to most for the rival."""
    chosen = option_taken(made)
    others = [weighed for weighed in made.weighed if weighed.option != made.chosen]
    rival = max(others, key=lambda weighed: weighed.probability, default=None)
    if rival is None:
        return Contest(chosen, None, ())
    named = {reason.name: reason for weighed in (rival, chosen) for reason in weighed.reasons}
    mine, theirs = _by_name(chosen), _by_name(rival)
    weights = [Weight(mine.get(name, 0.0) - theirs.get(name, 0.0), reason) for name, reason in named.items()]
    return Contest(chosen, rival, tuple(sorted(weights, key=lambda weight: -weight.difference)))


def _by_name(weighed: Weighed) -> dict[str, float]:
    return {reason.name: reason.value for reason in weighed.reasons}
