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
    """Passed; failed (a defect); a disagreement with theory that was investigated and is reported as a finding; or not run."""

    PASSED = "passed"
    FAILED = "failed"
    DISAGREES = "disagrees"
    NOT_RUN = "not run"


@dataclass(frozen=True)
class Check:
    """One check and its result. `label` is the evidence's number (X4, T9); `expected` and `found` are short texts with figures."""

    label: str
    group: Group
    scope: Scope
    statement: str
    source: str
    expected: str
    found: str
    verdict: Verdict
    remark: str = ""
