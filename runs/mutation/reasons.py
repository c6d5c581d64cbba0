"""Mutants that are known: those that provably change nothing, which do not count, and survivors that may live, with the reason.

A reason holds for a mutant as long as its change reads the same; otherwise it is reported as stale.
"""

from typing import NamedTuple


class Reason(NamedTuple):
    """Why no test objects to a mutant."""

    mutant: str
    change: str
    why: str


EQUIVALENT: tuple[Reason, ...] = (
    Reason(
        "model/beginning.py sustainable_contingent row 1 exchanged",
        "at_least(ally.reported, assumed.usable_share * ally.active / (1.0 + assumed.rotation)): "
        "ally.reported, assumed.usable_share * ally.active / (1.0 + assumed.rotation)",
        "The larger of two numbers is the same whichever is named first.",
    ),
    Reason(
        "model/crisis.py end_crisis row 1 exchanged",
        "clamp(field.tension - assumed.tension_stand_down, 0.0, 1.0): field.tension - assumed.tension_stand_down, 0.0",
        "The larger of nothing and a number below one is the same whichever is named first.",
    ),
    Reason(
        "model/pace.py set_pace row 15 exchanged",
        "left_after(1.0 / assumed.ukrainian_rearmament, weeks): 1.0 / assumed.ukrainian_rearmament, weeks",
        "A product does not ask which of its two factors comes first.",
    ),
    Reason(
        "agents/arithmetic.py cosine_and_sine sign 4 turned",
        "bits_of(shifted) - IEEE.shift_bits -> bits_of(shifted) + IEEE.shift_bits",
        "Only the two lowest bits are read, and those of the shift are none.",
    ),
)
"""Provably change nothing: not counted."""

MAY_LIVE: tuple[Reason, ...] = ()
"""Change something that no test should fix; counted as survivors."""
