"""Where each ally stands, as the map fills it: its status, and apart from that who is opposed or blocks."""

import numpy as np

from ....agents.commitment import STATUS, STATUSES
from ....agents.record import part
from . import palette

MEANINGS = {
    "out": "takes no part",
    "supporting": "supports without troops",
    "pledged": "has pledged troops",
    "deployed": "troops there, or on their way",
    "opposed": "opposed",
    "blocking": "blocks the alliance",
}
"""Every stance the map knows, in the words of its legend."""

COUNTED = {
    "out": "take no part",
    "supporting": "support without troops",
    "pledged": "have pledged troops",
    "deployed": "have troops there or on their way",
    "opposed": "are opposed",
    "blocking": "block the alliance",
}
"""The same of several."""

COLOURS = {**palette.STANCES, "opposed": palette.OPPOSED, "blocking": palette.BLOCKING}


def stances(world: np.record) -> list[str]:
    """The stance of every ally, in the order of `ALLIES`: a key of MEANINGS."""
    allies = part(world, "allies")
    status, vetoes, stance = (allies[name].tolist() for name in ("status", "vetoes", "stance"))
    assumed = part(world, "uncertainties")
    # nearer to opposed than to having declared nothing
    opposed_below = (float(assumed["stance_opposed"]) + float(assumed["stance_uncommitted"])) / 2
    return [
        "blocking" if veto else "opposed" if state == STATUS.out and view < opposed_below else STATUSES[state]
        for state, veto, view in zip(status, vetoes, stance, strict=True)
    ]
