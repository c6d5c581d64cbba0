"""The coalition's answer to an attack: what was attacked, how each state with a say voted, and whether force was carried."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from ...agents.actors import MOSCOW, PARTNERS, latest_vote, record_of
from ...agents.explanation import Explanation
from ...agents.record import part
from ...agents.situation import ACT, ACTS
from ...model.theatre import SECTOR_NAMES
from .decisions import decision_json, step_played
from .snapshot import Moment

ATTACKS = {"probe": ACT.probe, "seize": ACT.seizure, "strike": ACT.strike, "launch": ACT.war}
"""The act that each of Moscow's attacking options puts before the coalition."""


@dataclass(frozen=True)
class Vote:
    """One state's vote and its weight: thousand soldiers there, or 1 each among guarantors without troops."""

    weight: float
    explanation: Explanation


@dataclass(frozen=True)
class Answer:
    """An attack and its answer. `share` of the weights voted for force, against the `quorum`; `deaths` are the coalition's own.

    `present`: whether foreign troops were in the country; `touched`: whether they were hit; `fought`: whether coalition states then
    fought, which a vote for force does not bring about by itself where none of their soldiers is touched.

    `ordered_by_moscow` is False for what ran out of hand: deadly contact, a counter-attack. With nobody to vote there is no force.
    """

    act: str
    ordered_by_moscow: bool
    sector: str | None
    touched: bool
    present: bool
    deaths: float
    votes: tuple[Vote, ...]
    share: float
    quorum: float
    fought: bool = False

    @property
    def force(self) -> bool:
        """Whether force was carried. The world may still find it too late, or out of reach."""
        return bool(self.votes) and self.share >= self.quorum

    def names(self, option: str) -> list[str]:
        """The states that voted so."""
        return [vote.explanation.actor for vote in self.votes if vote.explanation.chosen == option]


def answer_of(world: np.record, before: Moment, after: Moment, decisions: tuple[Explanation, ...]) -> Answer | None:
    """The answer given in the step just played, from the moments before and after it; None if nothing had to be answered."""
    moscow = next((made.chosen for made in decisions if made.actor == MOSCOW.name), None)
    chosen = ATTACKS.get(moscow or "")
    unordered = _unordered(before, after)
    if chosen is None and unordered is None:
        return None
    attack = part(world, "situation", "attack")
    by_troops = part(world, "situation", "troops") > 0
    votes = []
    for ally in (PARTNERS[index] for index in np.flatnonzero(part(world, "allies")["answer"]["step"] == step_played(world))):
        explanation = latest_vote(world, ally)
        if explanation is not None:
            votes.append(Vote(float(record_of(world, ally).troops) if by_troops else 1.0, explanation))
    return Answer(
        act=ACTS[unordered if chosen is None else chosen],
        ordered_by_moscow=chosen is not None,
        sector=SECTOR_NAMES[int(attack.sector)] if attack.sector >= 0 else None,
        touched=bool(attack.touched),
        present=bool(by_troops),
        deaths=float(attack.deaths),
        votes=tuple(votes),
        share=after.coalition.force_share if votes else 0.0,
        quorum=float(part(world, "levers", "response_quorum")),
        fought=after.outcome.clashes > before.outcome.clashes,
    )


def _unordered(before: Moment, after: Moment) -> int | None:
    """What nobody ordered and yet was answered: a counter-attack out of hand, or contact that became a fight (`model/turn.py`).

    Contact was pending, and counts as an attack on the force.
    """
    if before.field.pending_war:
        return int(ACT.war)
    if before.field.pending_contact and after.outcome.attacks > before.outcome.attacks:
        return int(ACT.strike)
    return None


def answer_json(answer: Answer) -> dict[str, Any]:
    """The answer with every vote: its probability, draw, weight and terms."""
    return {
        "act": answer.act,
        "ordered_by_moscow": answer.ordered_by_moscow,
        "sector": answer.sector,
        "force_touched": answer.touched,
        "coalition_deaths": answer.deaths,
        "votes": [{**decision_json(vote.explanation), "weight": vote.weight} for vote in answer.votes],
        "share_for_force": answer.share,
        "quorum": answer.quorum,
        "force": answer.force,
    }
