"""Exact results of the evidence that no rule of this model contains, or not in full, and why."""

from typing import NamedTuple


class Absent(NamedTuple):
    """A game or law that is not in the model: its label, what is missing, and the reason."""

    label: str
    missing: str
    reason: str


ABSENT = (
    Absent(
        "X1",
        "the ultimatum: the demand x* and the chance of war it runs",
        "Nobody chooses the size of a demand: every future begins with a ceasefire whose terms are given. The other end of the"
        " range, the least share that Moscow takes instead of war, is in its rule and checked.",
    ),
    Absent(
        "X4",
        "the guarantor's side of the three-node game: the threshold dt and its mixing",
        "An ally votes by will, law, prospect, losses and Washington's stance (evidence 2.6), not by a guess of what kind of Moscow"
        " has challenged it; Moscow's side, both thresholds and its part in all four equilibria, is checked.",
    ),
    Absent(
        "X6",
        "the reaction terms k and l of Richardson's arms race, its joint rest point and its stability",
        "No army grows because the other one does: Russia rebuilds by its industry and people (A32), Ukraine by the arms it is"
        " sent. Fear acts on choices (coercion, mobilisation, fortifying), not on production.",
    ),
    Absent(
        "X7",
        "Kydd's threshold of trust",
        "No capital chooses between trust and betrayal by a belief that the other is benign: Moscow's belief is about resolve, and"
        " the allies' reading of Moscow enters as threat in a score.",
    ),
    Absent(
        "X9",
        "Cobb-Douglas best replies to the contributions of others, neutrality and exploitation",
        "Here the part of others draws a state in (C5, Granovetter) instead of letting it off: contributions are complements. Money"
        " binds nobody beyond each ally's own cost term. What a pool sustains under rotation is checked instead.",
    ),
    Absent(
        "X12",
        "weights of classes of acts that add up to a score (102 for one of each)",
        "The ladder ranks deeds and keeps the highest; no source gives weights for its rungs, so no score is added up. Its order"
        " and its speed are checked.",
    ),
    Absent(
        "X15",
        "a hazard that rises or falls with time (Weibull shapes other than 1)",
        "Opportunities and accidents arrive at constant rates; how the hazard of a failing ceasefire moves with time follows from"
        " powers, moods and mandates and is an output of the model.",
    ),
)
