"""One historical case as the codebook describes it: a guarantee or a ceasefire, and what became of it in five years."""

from dataclasses import dataclass
from enum import StrEnum


class Force(StrEnum):
    """What outside force stood there."""

    NONE = "none"
    OBSERVER = "observer"
    INTERPOSITION = "interposition"
    TRIPWIRE = "tripwire"
    DENIAL = "denial"


class Law(StrEnum):
    """How far the guarantee bound its guarantors."""

    NONE = "none"
    POLITICAL = "political"
    TIME_LIMITED = "time_limited"
    TREATY = "treaty"


class End(StrEnum):
    """What became of it within five years, mildest first."""

    HELD = "held"
    LOW_LEVEL = "low_level"
    MAJOR = "major"


ENDS = tuple(End)
"""The three outcomes in the order of every row of chances."""


@dataclass(frozen=True)
class Case:
    """One reading of one case. Shares are 0 to 1; `codebook.py` says what each means and within what bounds it lies."""

    case_id: str
    force_type: Force
    combat_capable: float
    air_isr_enablers: float
    gp_backing: float
    legal_commitment: Law
    challenger_consented: float
    challenger_value: float
    local_balance: float
    """Strength of the challenger over that of the protege, without the guarantor."""
    sanctions_threat: float
    post_war: bool
    outcome: End
    case_name: str = ""
    start_year: int | None = None
    guarantors: int = 1
    """How many decide for themselves."""
    either_side: bool = False
    """Whether both sides could have begun it, or did."""
    years_to_failure: float | None = None
