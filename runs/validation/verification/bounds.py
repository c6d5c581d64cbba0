"""What every quantity of the world may be: its range, cell by cell of the one record, and which of them lie outside."""

import math
from collections.abc import Iterator, Mapping

import numpy as np

from ....agents.mindset import MINDSETS
from ....agents.profiles import ALLIES
from ....agents.situation import BAR_ODDS
from ....model.future import LONGEST
from ....model.levers import LEVERS
from ....model.outcomes import ORIGINS, RUNGS, WORDS, WORST
from ....model.uncertainties import UNCERTAINTIES
from ....model.world import WORLD

Range = tuple[float, float]

SHARE: Range = (0.0, 1.0)
AMOUNT: Range = (0.0, math.inf)
ANYTHING: Range = (-math.inf, math.inf)
ODDS: Range = (0.0, 1e100)
POWER: Range = (0.0, 2.0)
STATES: Range = (0.0, float(len(ALLIES)))
TROOPS: Range = (0.0, LEVERS["troop_ceiling"].high + LEVERS["us_ground_troops"].high)
RUNG: Range = (0.0, len(RUNGS) - 1.0)
WORD: Range = (0.0, len(WORDS) - 1.0)
ORIGIN_OF: Range = (0.0, len(ORIGINS) - 1.0)
SLACK = 1e-9
"""What rounding may add: the contingents that fill a ceiling are scaled one by one."""

RANGES: Mapping[str, Mapping[str, Range]] = {
    "situation": {
        **dict.fromkeys(("touch_war", "touch_war_later", "capability", "capability_later", "legal", "legal_later"), SHARE),
        **dict.fromkeys(("share_in", "britain_in", "france_in", "mission", "mission_pending", "presence_allowed"), SHARE),
        **dict.fromkeys(("backing", "intelligence", "air", "air_defence", "basing", "overdue", "hedge", "confidence"), SHARE),
        **dict.fromkeys(
            ("arms", "sanctions", "attention", "tension", "weariness", "hostility", "bloodshed", "crisis", "fighting"), SHARE
        ),
        **dict.fromkeys(("russian_power", "russian_power_later", "ukrainian_power", "ukrainian_power_later"), POWER),
        **dict.fromkeys(("troops", "expected", "troops_later"), TROOPS),
        "stood_behind": (UNCERTAINTIES["backing_conceded"].low, 1.0),
        "punishment": (0.0, UNCERTAINTIES["sanctions_cost"].high + UNCERTAINTIES["isolation_cost"].high),
        "contributors": STATES,
        "conduct": (0.0, 2.0),
        "crisis_weeks": AMOUNT,
    },
    "situation.sectors": {
        "cover": SHARE,
        "lost": AMOUNT,
        "contested": AMOUNT,
        "value": AMOUNT,
        "frontage": AMOUNT,
    },
    "situation.bar_odds": dict.fromkeys(BAR_ODDS.names or (), ODDS),
    "situation.attack": {"deaths": AMOUNT, "touched": SHARE},
    "russia": {
        **dict.fromkeys(("belief", "foreseen_war", "normalised", "sector_chance", "weight_of_troops"), SHARE),
        **dict.fromkeys(("fear", "affront", "show_of_troops", "grievance", "value", "full_value", "cost", "gains"), AMOUNT),
        "mindset": (0.0, len(MINDSETS) - 1.0),
        "evidence": (-3.0, 3.0),
        "felt_troops": TROOPS,
    },
    "ukraine": dict.fromkeys(("confidence", "hedge", "works"), SHARE),
    "united_states": {**dict.fromkeys(("will", "level", "delivered"), SHARE), "policy": (0.0, 4.0)},
    "allies": {
        **dict.fromkeys(("share", "leaning", "vetoes"), SHARE),
        **dict.fromkeys(("sustainable", "lag", "review_gap"), AMOUNT),
        **dict.fromkeys(("next_review", "next_government", "decide_week"), (0.0, math.inf)),
        "troops": TROOPS,
        "status": (0.0, 3.0),
    },
    "allies.nation": {"odds": ODDS},
    "coalition.mood": {"odds": ODDS},
    "coalition": {
        **dict.fromkeys(("authorised", "mission", "agreed", "legal_share", "capability", "weariness", "hostility"), SHARE),
        **dict.fromkeys(("force_share", "fights", "promised_answer", "true_answer", "believed_answer"), SHARE),
        **dict.fromkeys(("troops", "peak_troops", "allied_troops", "american_troops", "promised_troops", "announced"), TROOPS),
        **dict.fromkeys(("joiners", "committed", "vetoes", "guarantors", "contributors"), STATES),
        "pledged": AMOUNT,
        "mandate_end": ANYTHING,
        "next_turn": ANYTHING,
    },
    "field": {
        **dict.fromkeys(("attention", "tension", "crisis", "war", "clash", "conceded", "pending_contact", "pending_war"), SHARE),
        **dict.fromkeys(("russian_power", "ukrainian_power"), POWER),
        **dict.fromkeys(("violations", "deaths", "bloodshed", "quiet_weeks", "crisis_weeks", "war_weeks", "clash_weeks"), AMOUNT),
        **dict.fromkeys(("attacker", "attacker_start", "defender", "defender_start", "effectiveness"), AMOUNT),
        "friction": (0.1, 1.0),
        "clash_origin": ORIGIN_OF,
        "conduct": (0.0, 2.0),
    },
    "ladder": {"rung": RUNG, "deed": RUNG, "words": WORD, "weeks_since_deed": AMOUNT},
    "outcome": {
        **dict.fromkeys(("crises", "mobilisations", "launches", "attacks", "clashes", "deaths_this_year", "deathly_years"), AMOUNT),
        **dict.fromkeys(("pressure_relief", "fear_of_nearness", "reputation"), SHARE),
        "worst": (0.0, len(WORST) - 1.0),
        "began": ORIGIN_OF,
        "peak_rung": RUNG,
        "first": (-1.0, LONGEST),
        "weeks": (0.0, LONGEST),
    },
    "levers": {name: (lever.low, lever.high) for name, lever in LEVERS.items()},
    "uncertainties": {name: (each.low, each.high) for name, each in UNCERTAINTIES.items()},
    **{
        f"{actor}.{decision}": {"probability": SHARE, "draw": SHARE, "open": SHARE, "ordered": SHARE, "refused": SHARE}
        for actor, decision in (
            ("russia", "decision"),
            ("ukraine", "decision"),
            ("united_states", "decision"),
            ("allies", "decision"),
            ("allies", "answer"),
        )
    },
}
"""Ranges by record and field. A field that is not named must be finite."""


def cells(kind: np.dtype, path: str = "") -> Iterator[tuple[str, str, bool]]:
    """Record, field and whether it is a whole number, for every cell of a record type in the order of memory."""
    for name, (field, *_) in (kind.fields or {}).items():
        element, times = (field.subdtype[0], math.prod(field.shape)) if field.subdtype else (field, 1)
        for _ in range(times):
            if element.fields:
                yield from cells(element, f"{path}.{name}" if path else name)
            else:
                yield path, name, bool(np.issubdtype(element, np.integer))


CELLS = tuple(cells(WORLD))
WHOLE = np.array([whole for _, _, whole in CELLS])
NAMED = np.array([RANGES.get(path, {}).get(name, (-1e15, 1e15)) for path, name, _ in CELLS])


def out_of_range(world: np.record) -> list[str]:
    """Every quantity that lies outside its range or is not a number, as `field.tension = 1.2`."""
    raw = world.tobytes()
    values = np.where(WHOLE, np.frombuffer(raw, np.int64).astype(float), np.frombuffer(raw, np.float64))
    inside = (values >= NAMED[:, 0] - SLACK) & (values <= NAMED[:, 1] + SLACK)
    return [f"{CELLS[place][0]}.{CELLS[place][1]} = {values[place]:g}" for place in np.flatnonzero(~inside)]
