"""Mutants that are known: those that provably change nothing, which do not count, and survivors that may live, with the reason.

A reason holds for a mutant as long as its change reads the same; otherwise it is reported as stale.
"""

from typing import NamedTuple


class Reason(NamedTuple):
    """Why no test objects to a mutant."""

    mutant: str
    change: str
    why: str


EQUIVALENT: tuple[Reason, ...] = ()
"""Provably change nothing: not counted."""

MAY_LIVE: tuple[Reason, ...] = ()
"""Change something that no test should fix; counted as survivors."""
