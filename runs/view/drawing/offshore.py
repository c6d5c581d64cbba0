"""Who acts from off the map: Washington with its enablers, and Canada."""

import numpy as np

from ....agents.chance import WHO
from ....agents.choice import NOTHING
from ....agents.record import part
from ....agents.united_states import OPTIONS
from ...story.phrases import percent, small, soldiers
from . import palette
from .marks import disc
from .markup import group, rect, text
from .stance import COLOURS, MEANINGS

ENABLERS = (
    ("us_intelligence", "intelligence"),
    ("us_air_steady", "air support"),
    ("us_air_defence", "air defence"),
    ("us_logistics", "logistics"),
    ("us_basing", "bases, stocks"),
)
LEFT, TOP, WIDTH = 10.0, 84.0, 164.0
BAR = 62.0
CANADA_TOP = 250.0
AMERICAN_TROOPS, CANADIAN_TROOPS = (LEFT + WIDTH, TOP + 12.0), (LEFT + 104.0, CANADA_TOP + 16.0)
"""Where their soldiers in Ukraine, if any, are drawn: at the edge of each card."""


def washington(world: np.record, chosen: int | None) -> str:
    """Washington's stance, its will, and each enabler: as promised, and what of it is delivered."""
    us = part(world, "united_states")
    will, delivered = float(part(us, "will")), float(part(us, "delivered"))
    levers = part(world, "levers")
    rows = [("will", 1.0, will)]
    rows += [(name, promised, promised * delivered) for lever, name in ENABLERS if (promised := float(part(levers, lever))) > 0]
    height = 46 + 13 * len(rows) + (0 if len(rows) > 1 else 13)
    content = [
        rect(
            LEFT,
            TOP,
            WIDTH,
            height,
            palette.PAPER,
            f'stroke="{palette.INK if chosen == WHO.united_states else palette.RULE}" rx="2"',
        ),
        rect(LEFT, TOP, 4, height, palette.COALITION),
        text(LEFT + 12, TOP + 16, "Washington", "strong"),
        text(LEFT + 86, TOP + 16, "off the map", "small faint"),
        text(LEFT + 12, TOP + 30, _capitalised(policy_of(world)), "small"),
    ]
    for place, (name, promised, given) in enumerate(rows):
        y = TOP + 46 + 13 * place
        start = LEFT + 78
        content += [
            text(LEFT + 12, y, name, "small faint"),
            rect(start, y - 7, BAR * promised, 7, "#d3e0ee"),
            rect(start, y - 7, BAR * given, 7, palette.COALITION),
            text(start + BAR + 4, y, f"{given:.2f}".removeprefix("0"), "small"),
        ]
    if len(rows) == 1:
        content.append(text(LEFT + 12, TOP + 59, "no enablers promised", "small faint"))
    said = washington_said(world)
    american = float(part(world, "coalition", "american_troops"))
    if american > 0:
        content.append(disc(*AMERICAN_TROOPS, american, palette.INK))
    return group(content, said, "desk chosen" if chosen == WHO.united_states else "desk", {"actor": WHO.united_states})


def policy_of(world: np.record) -> str:
    """What Washington does now: its stance in a crisis, otherwise its standing policy."""
    us = part(world, "united_states")
    stance = int(part(us, "stance_in_crisis"))
    return OPTIONS[stance if stance != NOTHING else int(part(us, "policy"))].meaning


def washington_said(world: np.record) -> str:
    """Washington in words."""
    us = part(world, "united_states")
    american = float(part(world, "coalition", "american_troops"))
    will, delivered = small(float(part(us, "will"))), percent(float(part(us, "delivered")))
    told = f"Washington: {policy_of(world)}; will {will}; of what it promised {delivered} comes"
    return told + (f"; {soldiers(american)} of its soldiers in Ukraine." if american > 0 else ".")


def canada(stance: str, troops: float, index: int, chosen: int | None) -> str:
    """Canada's stance and troops, in a card of its own."""
    top, actor = CANADA_TOP, WHO.first_ally + index
    content = [
        rect(LEFT, top, 104, 32, palette.PAPER, f'stroke="{palette.INK if chosen == actor else palette.RULE}" rx="2"'),
        rect(LEFT, top, 4, 32, COLOURS[stance]),
        text(LEFT + 12, top + 13, "Canada", "small strong"),
        text(LEFT + 12, top + 25, {"supporting": "supports", "deployed": "troops there"}.get(stance, stance), "small faint"),
    ]
    if troops > 0:
        content.append(disc(*CANADIAN_TROOPS, troops, palette.INK, more='class="troops"'))
    said = f"Canada: {MEANINGS[stance]}" + (f", {soldiers(troops)} soldiers in Ukraine" if troops > 0 else "")
    return group(content, said, "desk chosen" if chosen == actor else "desk", {"actor": actor})


def _capitalised(meaning: str) -> str:
    return meaning[0].upper() + meaning[1:]
