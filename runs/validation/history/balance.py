"""The local balance of a case in the model's index of land power, within the ranges its declarations allow."""

import math

from ....model.uncertainties import UNCERTAINTIES
from .case import Case

WEAKEST, STRONGEST = UNCERTAINTIES["russian_ceiling"].low, UNCERTAINTIES["russian_start"].high
"""Between what a challenger may have when rebuilt, from week 0 on if need be."""
LEAST, MOST = UNCERTAINTIES["ukrainian_base"].low, UNCERTAINTIES["ukrainian_base"].high
"""Between what a protege may have."""
USUAL = UNCERTAINTIES["russian_ceiling"].default
"""The challenger of the shipped world, rebuilt."""
USUAL_BALANCE = USUAL / UNCERTAINTIES["ukrainian_start"].default
"""Its balance: 1.85 to one."""
SPENT = UNCERTAINTIES["russian_start"].default / USUAL
"""What its war has left of it: half."""
SLOWEST = UNCERTAINTIES["reconstitution_years"].high


def challenger_rebuilt(case: Case) -> float:
    """The challenger's power when rebuilt: as far above the usual as the protege is below it, but for the ends of the ranges."""
    return min(max(protege(case) * case.local_balance, WEAKEST), STRONGEST)


def protege(case: Case) -> float:
    """The protege's power."""
    middling = USUAL * math.sqrt(case.local_balance / USUAL_BALANCE)
    return min(max(min(max(middling, WEAKEST), STRONGEST) / case.local_balance, LEAST), MOST)


def challenger_at_first(case: Case) -> float:
    """The challenger's power in week 0."""
    rebuilt = challenger_rebuilt(case)
    return max(SPENT * rebuilt, UNCERTAINTIES["russian_start"].low) if case.post_war else rebuilt


def years_to_rebuild(case: Case) -> float | None:
    """How long it takes to rebuild; None where that is drawn."""
    return SLOWEST if case.local_balance < WEAKEST / MOST else None
