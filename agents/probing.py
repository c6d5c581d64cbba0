"""What a probe shows of the line: a grab for ground grows out of a test that found it weak (T26).

Nobody knows beforehand how a grab would go; the local balance gives its chance. A test shows the truth in part: with chance
(1 + r) / 2 what would come of a grab there, else the contrary, r being how much it tells. By Bayes the odds of success then change
by the factor (1 + r) / (1 - r), up or down; before the test, its mean is the chance as it was.
"""

from .rule import rule
from .table import ranked_names
from .uncertainty import About, Fixed, coefficients

SHOWN = ranked_names(nothing=0, strength=1, weakness=2)
"""What the last test has shown where it fell."""

NUMBERS = coefficients(
    About.MOSCOW,
    Fixed("probe_tells", "share", 0, 0.9, 0.5,
        "How much a probe tells of what would come of a grab in its sector: 0 nothing, 1 all.", "T26; size assumption", luck=860),
)  # fmt: skip


@rule
def shows_weakness(chance, assumed):
    """Chance that a test shows weakness where a grab would succeed with this chance."""
    return 0.5 * (1.0 - assumed.probe_tells) + assumed.probe_tells * chance


@rule
def as_tested(chance, russia, sector, assumed):
    """Chance that a grab in a sector succeeds, given what the standing probe has shown there."""
    if russia.shown == SHOWN.nothing or russia.shown_sector != sector:
        return chance
    for_it = chance * (1.0 + assumed.probe_tells)
    against = (1.0 - chance) * (1.0 - assumed.probe_tells)
    if russia.shown == SHOWN.strength:
        for_it = chance * (1.0 - assumed.probe_tells)
        against = (1.0 - chance) * (1.0 + assumed.probe_tells)
    return for_it / (for_it + against)
