"""Rival structures: rules of which the literature holds two readings, side by side, as there are rival mindsets.

Each is drawn in every future with equal chances, or pinned, and results are also shown for each. They are not parameters to be
averaged away: who knows which reading is right reads that line.
"""

from .rule import phrase
from .table import ranked_names
from .uncertainty import About, Category, circumstances

RELIEF = ranked_names(vents=0, wins=1)
"""Pressure relieves grievance in any case, or only as far as the coalition is doubted, since then it wins something."""

NEARNESS = ranked_names(matters=0, strength_alone=1)
"""Foreign troops are feared and resented the more the nearer they stand to the line, or wherever they stand."""

REPUTATION = ranked_names(forms=0, never=1)
"""What the coalition did teaches what it will do, or says nothing about the next time."""


def named(places) -> tuple[tuple[str, float], ...]:
    """The readings of a structure as the named values of an uncertainty."""
    return tuple((name, float(place)) for place, name in enumerate(places._fields))


STRUCTURES = circumstances(
    About.MOSCOW,
    Category("pressure_relief", "one of two", 0, 1, 0,
        "Whether pressure relieves Moscow's grievance in any case (vents), or only as far as it doubts the coalition (wins).",
        "C33 v. T7; rulebook review; prior: assumption", choices=named(RELIEF), luck=810),
    Category("fear_of_nearness", "one of two", 0, 1, 0,
        "Whether troops near the line provoke more than troops in the rear (matters), or as much (strength_alone).",
        "T14: Jervis 1978 v. A19, T15: flat tripwire; prior: assumption", choices=named(NEARNESS), luck=811),
    Category("reputation", "one of two", 0, 1, 0,
        "Whether answers given teach Moscow about answers to come (forms), or nothing (never).",
        "2.9: Weisiger & Yarhi-Milo 2015 v. Press 2005, Mercer 1996; prior: assumption", choices=named(REPUTATION), luck=812),
)  # fmt: skip


@phrase
def left_of_grievance(share, belief, assumed):
    """What an act of pressure leaves of grievance, if it leaves this share where nobody believes that it will be answered."""
    if assumed.pressure_relief == RELIEF.wins:
        return 1.0 - (1.0 - share) * (1.0 - belief)
    return share


@phrase
def reputation_forms(assumed):
    """Whether what was done teaches anything."""
    return assumed.reputation == REPUTATION.forms


@phrase
def nearness_matters(assumed):
    """Whether it matters to Moscow where foreign troops stand."""
    return assumed.fear_of_nearness == NEARNESS.matters
