"""How a sign is judged: by the share of random draws in which it holds, or by an average with its interval."""

import numpy as np

from ...ensemble.intervals import Interval, Z, share
from .check import Check, Group, Scope, Verdict
from .experiment import Told, signed

ENOUGH = 0.95
"""Share of draws in which a sign must hold."""
ROUNDING = 1e-12
"""A change smaller than this is rounding."""


def average(values: np.ndarray) -> Interval:
    """The mean of independent numbers with its interval."""
    half = Z * float(values.std(ddof=1)) / len(values) ** 0.5 if len(values) > 1 else 0.0
    return Interval(float(values.mean()), float(values.mean()) - half, float(values.mean()) + half)


def percent(estimate: Interval) -> str:
    """A share and its interval in per cent."""
    value, low, high = (100.0 * (bound or 0.0) for bound in estimate)
    return f"{value:.1f} % ({low:.1f} to {high:.1f})"


def with_interval(estimate: Interval) -> str:
    """A mean change and its interval."""
    value, low, high = (signed(bound or 0.0) for bound in estimate)
    return f"{value} ({low} to {high})"


def in_draws(
    label: str, statement: str, source: str, margins: np.ndarray, finding: str = "", remark: str = "", unit: str = "probability"
) -> Check:
    """A law asked of a part: `margins` are the changes in the direction it claims, one a draw.

    Short of 95 % of the draws it fails, or disagrees if `finding` says what an investigation found.
    """
    margins = np.asarray(margins, float)
    held = share(int((margins >= -ROUNDING).sum()), len(margins))
    moved = bool((margins > ROUNDING).any())
    good = (held.value or 0.0) >= ENOUGH and moved
    verdict = Verdict.PASSED if good else Verdict.DISAGREES if finding else Verdict.FAILED
    return Check(
        label,
        Group.SIGN,
        Scope.PART,
        statement,
        source,
        "the sign in at least 95 % of draws",
        f"{percent(held)} of {len(margins)} draws; on average {with_interval(average(margins))} {unit}",
        verdict,
        remark if good else finding or remark,
    )


def possible(
    label: str, statement: str, source: str, scope: Scope, seen: np.ndarray, remark: str = "", among: str = "draws"
) -> Check:
    """A possibility, not a law: the share of draws in which it appears. It fails only if it never does."""
    seen = np.asarray(seen, bool)
    found = share(int(seen.sum()), len(seen))
    verdict = Verdict.PASSED if seen.any() else Verdict.DISAGREES
    text = f"appears in {percent(found)} of {len(seen)} {among}"
    return Check(label, Group.SIGN, scope, statement, source, "appears in some draws", text, verdict, remark)


def _labelled(remark: str, part: Check | None) -> str:
    """The remark on a sign that the whole model does not show, labelled if the part has shown it."""
    return f"Shown in the part only: {remark}" if part and part.verdict is Verdict.PASSED else remark


def on_average(
    label: str,
    statement: str,
    source: str,
    measure: Told,
    change: Interval,
    sign: int,
    pairs: str,
    finding: str = "",
    remark: str = "",
    part: Check | None = None,
) -> Check:
    """A sign asked of the whole model: the mean paired change must lie on the claimed side of zero with its whole interval.

    On the wrong side it fails, or disagrees if `finding` says what an investigation found; across zero it is not shown.
    `part` is the check of the rule alone that asks the same: a sign shown only there is labelled so.
    """
    good = change.sign == sign
    across = change.sign == 0
    verdict = Verdict.PASSED if good else Verdict.DISAGREES if across or finding else Verdict.FAILED
    if across and not finding:
        remark = "not distinguishable from nothing" + (f"; {remark}" if remark else "")
    expected = f"{measure.name} {'up' if sign > 0 else 'down'}"
    found = f"{measure.text(change)}, {pairs}"
    remark = remark if good else _labelled(finding or remark, part)
    return Check(label, Group.SIGN, Scope.WHOLE, statement, source, expected, found, verdict, remark)


def about_nothing(
    label: str,
    statement: str,
    source: str,
    measure: Told,
    change: Interval,
    band: float,
    pairs: str,
    finding: str = "",
    remark: str = "",
    part: Check | None = None,
) -> Check:
    """A claim that something changes little: the estimate must lie within `band` of zero, and the band is named beforehand."""
    good = change.value is not None and abs(change.value) <= band
    if not good and not finding and (change.low or 0.0) <= band and (change.high or 0.0) >= -band:
        remark = "the interval reaches into the band" + (f"; {remark}" if remark else "")
    width = f"{100 * band:g} points" if measure.points else f"{band:g}"
    return Check(
        label,
        Group.SIGN,
        Scope.WHOLE,
        statement,
        source,
        f"{measure.name} within {width} of no change",
        f"{measure.text(change)}, {pairs}",
        Verdict.PASSED if good else Verdict.DISAGREES,
        remark if good else _labelled(finding or remark, part),
    )


def without_carrier(label: str, statement: str, source: str, reason: str) -> Check:
    """A sign that nothing in this model can carry, with the reason."""
    return Check(
        label,
        Group.SIGN,
        Scope.WHOLE,
        statement,
        source,
        "a rule that carries it",
        "none",
        Verdict.DISAGREES,
        f"No carrier: {reason}",
    )
