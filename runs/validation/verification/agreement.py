"""How a figure found is held against the figure that should be, and both are written."""

from collections.abc import Iterable

import numpy as np

from .check import Check, Group, Scope, Verdict

TOLERANCE = 1e-6
"""How far a figure of the rules may lie from an exact result (the evidence prints six decimals)."""


def figures(values: Iterable[float]) -> str:
    """Numbers as a short text, six significant digits each."""
    return ", ".join(f"{value + 0.0:.6g}" for value in values)


def exactly(
    label: str,
    statement: str,
    source: str,
    expected: Iterable[float],
    found: Iterable[float],
    remark: str = "",
    tolerance: float = TOLERANCE,
) -> Check:
    """A check that passes if every figure found lies within the tolerance of the expected one, in the order given."""
    should, found = np.array(list(expected)), np.array(list(found))
    near = should.shape == found.shape and bool((np.abs(should - found) <= tolerance).all())
    verdict = Verdict.PASSED if near else Verdict.FAILED
    return Check(label, Group.EXACT, Scope.PART, statement, source, figures(should), figures(found), verdict, remark)


def within_error(
    label: str, group: Group, statement: str, source: str, errors: Iterable[float], what: str, remark: str = ""
) -> Check:
    """A check over many cases: the largest distance from the exact result stays within the tolerance. NaN counts as far."""
    sizes = np.abs(np.array(list(errors)))
    largest = float(sizes.max(initial=0.0))
    verdict = Verdict.PASSED if len(sizes) and largest <= TOLERANCE else Verdict.FAILED
    expected = f"distance at most {TOLERANCE:g}"
    return Check(label, group, Scope.PART, statement, source, expected, f"{largest:.1e} over {len(sizes)} {what}", verdict, remark)


def holds(
    label: str, group: Group, scope: Scope, statement: str, source: str, breaches: Iterable[str], cases: int, remark: str = ""
) -> Check:
    """A check that something never happens in so many cases: passes if there are cases and not one breach."""
    told = list(breaches)
    found = f"{len(told)} in {cases:,} cases" + (f"; the first: {told[0]}" if told else "")
    verdict = Verdict.PASSED if cases and not told else Verdict.FAILED
    return Check(label, group, scope, statement, source, "no breach", found, verdict, remark)
