"""Every outcome: what is recorded of a future. Declared once."""

from typing import NamedTuple

from ..agents.record import FLOAT, INTEGER, record


class Outcome(NamedTuple):
    """Something recorded of a future: its name, unit, meaning and source."""

    name: str
    unit: str
    meaning: str
    source: str


WORST = (
    Outcome("held", "share of futures", "fewer than 25 deaths a year by violations", "codebook, evidence part 4"),
    Outcome("simmering", "share of futures", "25 deaths or more in a year; no ground lost, no war", "codebook: low_level"),
    Outcome("eroded", "share of futures", "ground taken without major war", "C27, C28"),
    Outcome("renewed_war", "share of futures", "a general offensive", "codebook: major"),
    Outcome("clash", "share of futures", "coalition states fight Russian forces in Ukraine", "C27, C38"),
    Outcome("wider_war", "share of futures", "fighting beyond Ukraine, or nuclear use", "C52"),
)
"""The worst a future reached, mildest first; every future has exactly one."""
HELD, SIMMERING, ERODED, RENEWED_WAR, CLASH, WIDER_WAR = range(len(WORST))

EVENTS = (
    Outcome("simmering", "week", "first year with 25 deaths by violations completed its 25th", "codebook"),
    Outcome("erosion", "week", "ground first lost", "C27"),
    Outcome("mobilisation", "week", "Moscow first mobilised", "A9, A10"),
    Outcome("renewed_war", "week", "a general offensive began", "C51"),
    Outcome("attack_on_force", "week", "the force was first attacked", "C38"),
    Outcome("clash", "week", "coalition states first fought Russian forces", "C27, C38"),
    Outcome("wider_war", "week", "fighting first went beyond Ukraine", "C52"),
    Outcome("withdrawal", "week", "the presence ended", "T18, C41"),
    Outcome("nuclear_use", "week", "a nuclear weapon was used", "2.10"),
    Outcome("authorisation", "week", "the presence was authorised", "C46"),
    Outcome("concession", "week", "a demand was first conceded in a crisis", "T27"),
)
"""Events, by the week in which each first happened; NOTHING (-1) if it did not."""
(
    SIMMERED,
    EROSION,
    MOBILISATION,
    WAR_RENEWED,
    ATTACK_ON_FORCE,
    CLASHED,
    WIDENED,
    WITHDRAWAL,
    NUCLEAR_USE,
    AUTHORISATION,
    CONCESSION,
) = range(len(EVENTS))

EVER = ("erosion", "mobilisation", "renewed_war", "attack_on_force", "clash", "wider_war", "withdrawal")
"""The events reported as shares of futures in which they ever happened."""

MEANS = (
    Outcome("violations_per_year", "violations a year", "ceasefire violations while it lasted", "A33, A34"),
    Outcome("deaths_per_year", "deaths a year", "deaths by violations while the ceasefire lasted", "codebook"),
    Outcome("kyiv_confidence", "0 to 1", "Kyiv's confidence in the guarantee, mean over the weeks", "A36"),
    Outcome("credibility_gap", "probability", "answer promised less answer Moscow believed in, mean over the weeks", "C48, C50"),
    Outcome("belief", "0 to 1", "Moscow's belief that the coalition is hard, mean over the weeks", "2.9"),
    Outcome("joiners", "states", "states that have decided to send troops, mean over the weeks", "A23, A25"),
    Outcome("troops", "thousand soldiers", "foreign troops in Ukraine, mean over the weeks", "A22, A23"),
)

RUNGS = (
    "calm",
    "violations",
    "pressure",
    "probing",
    "mobilisation",
    "ground_grab",
    "attack_on_force",
    "general_war",
    "clash",
    "wider_war",
    "nuclear_use",
)
"""The ladder of deeds (after Kahn 1965, shortened to what this world contains)."""
(
    CALM_RUNG,
    VIOLATIONS_RUNG,
    PRESSURE_RUNG,
    PROBING_RUNG,
    MOBILISATION_RUNG,
    GRAB_RUNG,
    FORCE_ATTACKED_RUNG,
    WAR_RUNG,
    CLASH_RUNG,
    WIDER_RUNG,
    NUCLEAR_RUNG,
) = range(len(RUNGS))

WORDS = ("silence", "protest", "threats", "nuclear_signalling")
"""The ladder of words, kept apart from deeds (C33)."""
SILENCE, PROTEST, THREATS, NUCLEAR_SIGNALLING = range(len(WORDS))

DEATHLY_YEAR = 25.0
"""Deaths by violations in one year from which a ceasefire simmers (codebook)."""

OUTCOME = record(
    ("mindset", INTEGER),
    ("worst", INTEGER),
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
"""What is kept of a future. `sums`: the MEANS summed over the weeks of ceasefire lived (violations and deaths as totals).
`joiners`, `troops`, `confidence`: as they stood at the end. `presses`: how often Kyiv chose to press its luck (T31)."""


def failed(worst):
    """Whether a ceasefire with this worst outcome failed: eroded or worse. Takes a number or an array."""
    return worst >= ERODED
