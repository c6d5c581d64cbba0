"""Every outcome: what is recorded of a future. Declared once."""

from typing import NamedTuple

from ..agents.curves import WEEKS_IN_YEAR
from ..agents.record import FLOAT, INTEGER, record
from ..agents.table import places, ranked, ranked_names


class Outcome(NamedTuple):
    """Something recorded of a future: its name, unit, meaning and source."""

    name: str
    rank: int
    """Place in its table: from mild to grave where it grades, else the order of telling."""
    unit: str
    meaning: str
    source: str


WORST = ranked(
    Outcome("held", 0, "share of futures", "no more than one year with 25 deaths by violations", "codebook, evidence part 4"),
    Outcome("simmering", 1, "share of futures",
        "25 deaths by violations in more than one year; no ground lost, no war", "codebook: low_level, recurrent"),
    Outcome("eroded", 2, "share of futures", "ground taken and kept, without major war", "C27, C28"),
    Outcome("renewed_war", 3, "share of futures", "a general offensive", "codebook: major"),
    Outcome("clash", 4, "share of futures", "coalition states fight Russian forces in Ukraine", "C27, C38"),
    Outcome("wider_war", 5, "share of futures", "fighting beyond Ukraine, or nuclear use", "C52"),
)  # fmt: skip
"""The worst a future reached, mildest first; every future has exactly one."""
END = places(WORST)

EVENTS = ranked(
    Outcome("simmering", 0, "week", "the second year with 25 deaths by violations had its 25th", "codebook"),
    Outcome("erosion", 1, "week", "ground first lost: taken, and not regained while it was fought for", "C27"),
    Outcome("mobilisation", 2, "week", "Moscow first mobilised", "A9, A10"),
    Outcome("renewed_war", 3, "week", "a general offensive began", "C51"),
    Outcome("attack_on_force", 4, "week", "the force was first attacked", "C38"),
    Outcome("clash", 5, "week", "coalition states first fought Russian forces", "C27, C38"),
    Outcome("wider_war", 6, "week", "fighting first went beyond Ukraine", "C52"),
    Outcome("withdrawal", 7, "week", "the presence was ended", "T18, C41"),
    Outcome("nuclear_use", 8, "week", "a nuclear weapon was used", "2.10"),
    Outcome("authorisation", 9, "week", "the presence was authorised", "C46"),
    Outcome("concession", 10, "week", "a demand was first conceded in a crisis", "T27"),
)
"""Events, by the week in which each first happened; NOTHING (-1) if it did not."""
EVENT = places(EVENTS)

ORIGINS = ranked(
    Outcome("none", 0, "share of futures", "no war: neither a general offensive nor fighting beyond Ukraine", "codebook"),
    Outcome("moscow_launched", 1, "share of wars", "Moscow gathered an army of its own accord and launched it", "A9, A10, C51"),
    Outcome("kyiv_pressed", 2, "share of wars", "Moscow launched in a crisis set off while Kyiv pressed its luck", "T31"),
    Outcome("accident", 3, "share of wars", "Moscow launched in a crisis that nobody chose", "C29"),
    Outcome("grab_spread", 4, "share of wars", "a grab for ground grew into a war", "C51, C52"),
    Outcome("clash_spread", 5, "share of wars", "a strike on the force, or a contact with it, grew into a war", "C27, C38"),
)
"""Who or what began the war, if there was one. A clash that is settled is none; one that grows bears the name of what opened it."""
ORIGIN = places(ORIGINS)

EVER = ("erosion", "mobilisation", "renewed_war", "attack_on_force", "clash", "wider_war", "withdrawal")
"""The events reported as shares of futures in which they ever happened."""

BROUGHT_BY = {
    END.simmering: EVENT.simmering,
    END.eroded: EVENT.erosion,
    END.renewed_war: EVENT.renewed_war,
    END.clash: EVENT.clash,
    END.wider_war: EVENT.wider_war,
}
"""The event that brings each outcome worse than held, from mild to grave."""

MEANS = ranked(
    Outcome("violations_per_year", 0, "violations a year", "ceasefire violations while it lasted", "A33, A34"),
    Outcome("deaths_per_year", 1, "deaths a year", "deaths by violations while the ceasefire lasted", "codebook"),
    Outcome("kyiv_confidence", 2, "0 to 1", "Kyiv's confidence in the guarantee, mean over the weeks", "A36"),
    Outcome("credibility_gap", 3, "probability",
        "answer promised less answer Moscow believed in, mean over the weeks: how much of a promise is not believed, not whether "
        "it deters (promising more widens it)", "C48, C50"),
    Outcome("belief", 4, "0 to 1", "Moscow's belief that the coalition is hard, mean over the weeks", "2.9"),
    Outcome("joiners", 5, "states", "states that have decided to send troops, mean over the weeks", "A23, A25"),
    Outcome("troops", 6, "thousand soldiers", "foreign troops in Ukraine, mean over the weeks", "A22, A23"),
    Outcome("believed_answer", 7, "probability", "answer Moscow believed in, mean over the weeks", "C48, C50"),
)  # fmt: skip
MEAN = places(MEANS)

MEAN_SPANS = tuple(WEEKS_IN_YEAR if index in (MEAN.violations_per_year, MEAN.deaths_per_year) else 1.0 for index in MEAN)
"""Weeks over which one unit of each mean runs: a year's for what is counted by the year."""

RUNG = ranked_names(
    calm=0,
    violations=1,
    pressure=2,
    probing=3,
    mobilisation=4,
    ground_grab=5,
    attack_on_force=6,
    general_war=7,
    clash=8,
    wider_war=9,
    nuclear_use=10,
)
RUNGS = RUNG._fields
"""The ladder of deeds (after Kahn 1965, shortened to what this world contains)."""

SPEECH = ranked_names(silence=0, protest=1, threats=2, nuclear_signalling=3)
WORDS = SPEECH._fields
"""The ladder of words, kept apart from deeds (C33)."""

DEATHLY_YEAR = 25.0
"""Deaths by violations that make a year a deathly one (codebook)."""
RECURRENT = 2
"""Deathly years from which a ceasefire simmers: violence that recurs, in years counted from the ceasefire (codebook)."""

OUTCOME = record(
    ("mindset", INTEGER),
    ("pressure_relief", INTEGER),
    ("fear_of_nearness", INTEGER),
    ("reputation", INTEGER),
    ("worst", INTEGER),
    ("began", INTEGER),
    ("peak_rung", INTEGER),
    ("first", INTEGER, (len(EVENTS),)),
    ("crises", INTEGER),
    ("mobilisations", INTEGER),
    ("launches", INTEGER),
    ("attacks", INTEGER),
    ("clashes", INTEGER),
    ("presses", INTEGER),
    ("weeks", FLOAT),
    ("deaths_this_year", FLOAT),
    ("deathly_years", INTEGER),
    ("sums", FLOAT, (len(MEANS),)),
    ("last_step", INTEGER),
    ("refused_orders", INTEGER),
    ("joiners", INTEGER),
    ("troops", FLOAT),
    ("confidence", FLOAT),
    ("fear_size", FLOAT),
    ("affront_size", FLOAT),
    ("wider_war_rate", FLOAT),
)
"""What is kept of a future. `mindset` and the rival structures (`agents/structure.py`): as drawn. `began`: who or what began the
war, a place in ORIGINS. `sums`: the MEANS summed over the weeks of ceasefire lived (violations and deaths as totals). `joiners`,
`troops`, `confidence`: as they stood at the end. `presses`: how often Kyiv chose to press its luck (T31). `deathly_years`: years,
counted from the ceasefire, in which violations have killed 25."""


def failed(worst):
    """Whether a ceasefire with this worst outcome failed: eroded or worse. Takes a number or an array."""
    return worst >= END.eroded
