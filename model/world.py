"""WORLD: the whole state of one future. It is the only mutable thing; orders from outside stand beside it."""

import numpy as np

from ..agents.ally import ALLY
from ..agents.chance import LUCK
from ..agents.profiles import ALLIES
from ..agents.record import FLOAT, INTEGER, first_cell, record
from ..agents.russia import RUSSIA_RECORD
from ..agents.situation import SITUATION
from ..agents.ukraine import UKRAINE_RECORD
from ..agents.united_states import UNITED_STATES_RECORD
from ..agents.willingness import REASONS
from .levers import LEVERS_RECORD
from .outcomes import OUTCOME
from .uncertainties import UNCERTAINTIES_RECORD

COALITION = record(
    ("will", FLOAT),
    ("alarm", INTEGER),
    ("authorised", INTEGER),
    ("mission", INTEGER),
    ("agreed", INTEGER),
    ("mandate_end", FLOAT),
    ("legal_share", FLOAT),
    ("troops", FLOAT),
    ("peak_troops", FLOAT),
    ("allied_troops", FLOAT),
    ("american_troops", FLOAT),
    ("pledged", FLOAT),
    ("promised_troops", FLOAT),
    ("announced", FLOAT),
    ("joiners", INTEGER),
    ("committed", INTEGER),
    ("vetoes", INTEGER),
    ("guarantors", INTEGER),
    ("contributors", INTEGER),
    ("votes", FLOAT),
    ("votes_announced", FLOAT),
    ("member_will", FLOAT),
    ("next_turn", FLOAT),
    ("moving", INTEGER),
    ("capability", FLOAT),
    ("weariness", FLOAT),
    ("hostility", FLOAT),
    ("mood", REASONS),
    ("force_share", FLOAT),
    ("fights", INTEGER),
    ("promised_answer", FLOAT),
    ("true_answer", FLOAT),
    ("believed_answer", FLOAT),
)
"""What the allies are together.

`will`: common part of true will, log odds; `member_will`: with the troop-weighted national wills of those who are there.
`mission`: 1 while the alliance is there as a body, `agreed`: it once agreed. `legal_share`: what a lapsed mandate leaves of the
legal form. Troops in thousands: there (`troops`, of which `allied_troops` and `american_troops`), `pledged` before and
`promised_troops` after scaling to the ceiling, `announced` fading as promises age. States are counted in `joiners`, `committed`,
`vetoes`, `guarantors` (parties to the guarantee) and `contributors` (whose troops are there); `votes` and `votes_announced` are the
effective number of contributors, as they are there and as announced.
`mood`: what all allies share in deciding whether to take part. `next_turn`: week in which the next ally has something to
decide; `moving`: 1 while troops are not where they should be. `force_share`: troop-weighted share of the last vote for force.
The three answers are the credibility gap: as promised, as it truly would be, as Moscow believes.
"""

FIELD = record(
    ("russian_power", FLOAT),
    ("ukrainian_power", FLOAT),
    ("attention", FLOAT),
    ("attention_left", FLOAT),
    ("friction", FLOAT),
    ("tension", FLOAT),
    ("violations", FLOAT),
    ("deaths", FLOAT),
    ("bloodshed", FLOAT),
    ("crisis", INTEGER),
    ("crisis_weeks", FLOAT),
    ("crisis_origin", INTEGER),
    ("conceded", INTEGER),
    ("conduct", INTEGER),
    ("pending_contact", INTEGER),
    ("pending_war", INTEGER),
    ("counter_attacks", INTEGER),
    ("quiet_weeks", FLOAT),
    ("war", INTEGER),
    ("war_weeks", FLOAT),
    ("attacker", FLOAT),
    ("attacker_start", FLOAT),
    ("defender", FLOAT),
    ("defender_start", FLOAT),
    ("effectiveness", FLOAT),
    ("clash", INTEGER),
    ("clash_weeks", FLOAT),
    ("clash_origin", INTEGER),
)
"""What happens on the ground. Powers as an index; `attention_left`: what a step leaves of
attention, as long as nobody comes or goes; `friction` 0.1 to 1 scales violations and subsides in quiet; `violations` and
`deaths` are this step's, `bloodshed` is the smoothed rate of such deaths, a year; `pending_contact`, `pending_war`: 1 if an
incident or a counter-attack has run out of hand and must be answered in the next step; `counter_attacks` counts them;
`effectiveness` of an offensive, 1 = as expected; `war` and `clash` are 1 while they last; `clash_origin`: what opened the clash, a
place in `model/outcomes.ORIGINS`."""

LADDER = record(("rung", INTEGER), ("deed", INTEGER), ("words", INTEGER), ("weeks_since_deed", FLOAT))
"""The rung the world is on, this step's highest deed and gravest words, weeks since a deed on the rung."""

WORLD = record(
    ("luck", LUCK),
    ("week", FLOAT),
    ("weeks_per_step", FLOAT),
    ("horizon", FLOAT),
    ("over", INTEGER),
    ("levers", LEVERS_RECORD),
    ("uncertainties", UNCERTAINTIES_RECORD),
    ("situation", SITUATION),
    ("russia", RUSSIA_RECORD),
    ("ukraine", UKRAINE_RECORD),
    ("united_states", UNITED_STATES_RECORD),
    ("allies", ALLY, (len(ALLIES),)),
    ("coalition", COALITION),
    ("field", FIELD),
    ("ladder", LADDER),
    ("outcome", OUTCOME),
)


def copy_of(worlds: np.ndarray) -> np.ndarray:
    """A copy of an array of worlds, as plain cells: NumPy copies nested records field by field, which takes 200 times as long."""
    return worlds.view(np.float64).copy().view(WORLD)


def cells_of(worlds: np.ndarray, field: str) -> np.ndarray:
    """A writable view of one top-level field of an array of worlds, as a row of floating-point cells per world."""
    start = first_cell(WORLD, field)
    width = WORLD[field].itemsize // 8
    return worlds.view(np.float64).reshape(len(worlds), -1)[:, start : start + width]
