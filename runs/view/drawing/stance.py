"""Where each ally stands, as the map fills it: its status, and apart from that who is opposed or blocks."""

import numpy as np

from ....agents.commitment import OUT, STATUSES
from ....agents.profiles import STANCE_SCORES
from ...moment import part
from . import palette

MEANINGS = {
    "out": "takes no part",
    "supporting": "supports without troops",
    "pledged": "has pledged troops",
    "in": "troops there, or on their way",
    "opposed": "opposed",
    "blocking": "blocks the alliance",
}
"""Every stance the map knows, in the words of its legend."""

COUNTED = {
    "out": "take no part",
    "supporting": "support without troops",
    "pledged": "have pledged troops",
    "in": "have troops there or on their way",
    "opposed": "are opposed",
    "blocking": "block the alliance",
}
"""The same of several."""

COLOURS = {**palette.STANCES, "opposed": palette.OPPOSED, "blocking": palette.BLOCKING}

OPPOSED_BELOW = (STANCE_SCORES["opposed"] + STANCE_SCORES["uncommitted"]) / 2
"""An ally that takes no part counts as opposed while its government's stance is nearer to opposed than to uncommitted."""


def stances(world: np.record) -> list[str]:
    """The stance of every ally, in the order of `ALLIES`: a key of MEANINGS."""
    allies = part(world, "allies")
    status, vetoes, stance = (allies[name].tolist() for name in ("status", "vetoes", "stance"))
    return [
        "blocking" if veto else "opposed" if state == OUT and view < OPPOSED_BELOW else STATUSES[state]
        for state, veto, view in zip(status, vetoes, stance, strict=True)
    ]
