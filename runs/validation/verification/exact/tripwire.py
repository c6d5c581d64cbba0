"""The answer to an attack (evidence 2.6): what a treaty is worth, and that a tripwire is flat in its size."""

import math
from collections.abc import Iterator

import numpy as np

from .....agents.foresight import foreseen_answer
from .....agents.response import ANSWER_TERMS, answer_score, force_chance
from .....agents.situation import ACT
from .....model.uncertainties import UNCERTAINTIES
from ..agreement import exactly
from ..check import Check
from ..stage import stripped

TROOPS = (2.0, 20.0)
HALF_A_POINT = 0.005
"""Surveys are printed in whole points."""


def checks(effort: int) -> Iterator[Check]:
    """A survey reproduced by the shipped coefficient, and troops that count through capability alone."""
    yield exactly(
        "A18",
        "share willing to defend a state without and with a treaty: 45 and 74 per cent",
        "A18, T24: Tomz, Weeks & Bansak 2023",
        [0.45, 0.74],
        [willing(0.0), willing(1.0)],
        "one contributor at precision 1, with the shipped weight of the legal form",
        tolerance=HALF_A_POINT,
    )
    small, large = (foreseen(troops) for troops in TROOPS)
    yield exactly(
        "T15",
        "tripwire: how much more likely an answer is with 20 than with 2 thousand under attack, at the same capability",
        "T15: Reiter & Poast 2021; Musgrave & Ward 2023",
        [0.0],
        [large - small],
    )


def willing(legal: float) -> float:
    """Chance that a state answers with force, if 45 in 100 would without any legal obligation."""
    world = stripped(answer_base=math.log(0.45 / 0.55), answer_legal=UNCERTAINTIES["answer_legal"].default)
    row = np.zeros(len(ANSWER_TERMS))
    score = answer_score(row, ACT.war, 1.0, 1.0, 0.0, 0.0, legal, 0.0, 0.0, 0.0, world.levers, world.uncertainties)
    return float(force_chance(score, world.uncertainties))


def foreseen(troops: float) -> float:
    """The answer that Moscow foresees to a war that touches so many thousand soldiers, with the shipped coefficients."""
    world = stripped(**{name: each.default for name, each in UNCERTAINTIES.items()})
    seen = world.situation
    answer = foreseen_answer(
        world.russia, ACT.war, 1.0, troops, 0.3, 0.6, 0.4, seen.quorum, seen, world.levers, world.uncertainties
    )
    return float(answer)
