"""The explanation of a decision: who chose what, when, and everything that was weighed. Read from the record of the decision."""

from dataclasses import dataclass

import numpy as np

from .choice import NOTHING, Option, Term


@dataclass(frozen=True)
class Reason:
    """One term of one option's utility: its name, value, meaning and source."""

    name: str
    value: float
    meaning: str
    source: str


@dataclass(frozen=True)
class Weighed:
    """An option that was open: utility, probability, and the reasons that sum to the utility."""

    option: str
    meaning: str
    utility: float
    probability: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Explanation:
    """A decision as it was made: actor, step, node, what was chosen (and where), the draw, and everything weighed.

    `ordered` tells that an order from outside overrode the draw, `refused` that an order asked for an option not open.
    """

    actor: str
    step: int
    node: str
    chosen: str
    sector: int | None
    draw: float
    ordered: bool
    refused: bool
    weighed: tuple[Weighed, ...]


def explain(
    actor: str, made: np.record, options: tuple[Option, ...], terms: tuple[Term, ...], nodes: tuple[str, ...]
) -> Explanation | None:
    """The explanation held in a decision record, or None if nothing has been decided yet."""
    if made.chosen == NOTHING:
        return None
    weighed = []
    for index, option in enumerate(options):
        if not made.open[index]:
            continue
        reasons = tuple(
            Reason(term.name, float(made.terms[index, place]), term.meaning, term.source)
            for place, term in enumerate(terms)
            if made.terms[index, place] != 0.0
        )
        weighed.append(Weighed(option.name, option.meaning, float(made.utility[index]), float(made.probability[index]), reasons))
    return Explanation(
        actor=actor,
        step=int(made.step),
        node=nodes[int(made.node)],
        chosen=options[int(made.chosen)].name,
        sector=None if made.sector == NOTHING else int(made.sector),
        draw=float(made.draw),
        ordered=bool(made.ordered),
        refused=bool(made.refused),
        weighed=tuple(weighed),
    )
