"""A check: what should be, what was found, and whether they agree."""

from dataclasses import dataclass
from enum import Enum


class Group(Enum):
    """What a check holds the rules against."""

    EXACT = "exact result"
    SOLVER = "game solver"
    SIGN = "sign"
    EXTREME = "extreme or invariant"


class Scope(Enum):
    """Where a check was made: in the rule alone, stripped of the rest, or in the whole model."""

    PART = "part"
    WHOLE = "whole model"


class Verdict(Enum):
    """How a check ended.

    What is exact has passed or failed (a defect). A sign, asked of random settings, agrees with theory, disagrees (a finding, with
    what an investigation found), or is undecided: this effort cannot tell. A sign that turned round and that nobody has looked into
    counts as failed.
    """

    PASSED = "passed"
    FAILED = "failed"
    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNDECIDED = "undecided"
    NOT_RUN = "not run"

    @property
    def good(self) -> bool:
        """Whether the rules are as they should be."""
        return self in {Verdict.PASSED, Verdict.AGREES}

    @property
    def decided(self) -> bool:
        """Whether more effort is not expected to change it."""
        return self not in {Verdict.UNDECIDED, Verdict.NOT_RUN}


@dataclass(frozen=True)
class Check:
    """One check and its result. `label` is the evidence's number (X4, T9); `expected` and `found` are short texts with figures.

    `power` says what effect a check that rests on random settings could have seen at this effort; exact results need none.
    """

    label: str
    group: Group
    scope: Scope
    statement: str
    source: str
    expected: str
    found: str
    verdict: Verdict
    remark: str = ""
    power: str = ""
