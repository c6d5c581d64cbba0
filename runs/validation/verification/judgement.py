"""How a sign is judged: by the share of random draws in which it holds, or by an average, each with an interval.

A sign is decided only if its whole interval lies on one side of the line that was named beforehand; otherwise this effort cannot
tell, and the check says so. The intervals hold at every effort at once (`sequences.py`), so more effort decides what was undecided
and does not turn what was decided.
"""

import math
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ...ensemble.intervals import Interval, Z
from .check import Check, Group, Scope, Verdict
from .experiment import Told, signed
from .sequences import average, effect_seen, mean_at_every_effort, share_at_every_effort, share_told_above, share_told_below

ENOUGH = 0.95
"""Share of draws in which a law must hold."""
SOME = 0.02
"""Share of draws in which a possibility must appear: one in fifty."""
ROUNDING = 1e-12
"""A change smaller than this is rounding."""


class Sample(NamedTuple):
    """What an average is taken over: so many independent settings, and in words."""

    settings: int
    words: str


def percent(estimate: Interval) -> str:
    """A share and its interval in per cent."""
    value, low, high = (100.0 * (bound or 0.0) for bound in estimate)
    return f"{value:.1f} % ({low:.1f} to {high:.1f})"


def with_interval(estimate: Interval) -> str:
    """A mean change and its interval."""
    value, low, high = (signed(bound or 0.0) for bound in estimate)
    return f"{value} ({low} to {high})"


def against(line: float, found: Interval) -> Verdict:
    """On which side of a line the whole interval lies: above agrees, below disagrees, on both is undecided."""
    if found.low is None or found.high is None:
        return Verdict.UNDECIDED
    return Verdict.AGREES if found.low >= line else Verdict.DISAGREES if found.high < line else Verdict.UNDECIDED


def both(first: Verdict, second: Verdict) -> Verdict:
    """The verdict on a claim of two parts: it agrees if both do, and disagrees if either does."""
    for verdict in (Verdict.DISAGREES, Verdict.UNDECIDED):
        if verdict in {first, second}:
            return verdict
    return Verdict.AGREES


def looked_into(verdict: Verdict, finding: str) -> Verdict:
    """A disagreement that nobody has looked into is a failure."""
    return Verdict.FAILED if verdict is Verdict.DISAGREES and not finding else verdict


def share_power(line: float, total: int) -> str:
    """What a share over so many draws could have told, in words."""
    above, below = share_told_above(line, total), share_told_below(line, total)
    seen = [f"{100 * above:.1f} % or more"] if not math.isnan(above) else []
    seen += [f"{100 * below:.1f} % or less"] if not math.isnan(below) else []
    return "a share of " + ", or of ".join(seen) if seen else "nothing: too few draws"


def in_draws(
    label: str, statement: str, source: str, margins: np.ndarray, finding: str = "", remark: str = "", unit: str = "probability"
) -> Check:
    """A law asked of a part: `margins` are the changes in the direction it claims, one a draw.

    It must hold in 95 % of the draws, and move something in one of fifty: what never moves is no law. On the wrong side of either
    line it fails, or disagrees if `finding` says what an investigation found.
    """
    margins = np.asarray(margins, float)
    held = share_at_every_effort(int((margins >= -ROUNDING).sum()), len(margins))
    moved = share_at_every_effort(int((margins > ROUNDING).sum()), len(margins))
    verdict = looked_into(both(against(ENOUGH, held), against(SOME, moved)), finding)
    return Check(
        label,
        Group.SIGN,
        Scope.PART,
        statement,
        source,
        "the sign in at least 95 % of draws",
        f"{percent(held)} of {len(margins)} draws; on average {with_interval(average(margins))} {unit}",
        verdict,
        remark if verdict.good or verdict is Verdict.UNDECIDED else finding or remark,
        share_power(ENOUGH, len(margins)),
    )


def possible(
    label: str, statement: str, source: str, scope: Scope, seen: np.ndarray, remark: str = "", among: str = "draws"
) -> Check:
    """A possibility, not a law: it must appear in one of fifty draws, each of which shows it for certain or not at all."""
    seen = np.asarray(seen, bool)
    found = share_at_every_effort(int(seen.sum()), len(seen))
    text = f"appears in {percent(found)} of {len(seen)} {among}"
    expected = f"appears in at least {100 * SOME:g} % of {among}"
    power = share_power(SOME, len(seen))
    return Check(label, Group.SIGN, scope, statement, source, expected, text, against(SOME, found), remark, power)


def _labelled(remark: str, part: Check | None) -> str:
    """The remark on a sign that the whole model does not show, labelled if the part has shown it."""
    return f"Shown in the part only: {remark}" if part and part.verdict.good else remark


def widened(change: Interval, settings: int) -> tuple[Interval, float]:
    """An ordinary interval of a mean as a confidence sequence, and the mean's standard error."""
    if change.value is None or change.low is None or change.high is None:
        return change, math.inf
    error = (change.high - change.low) / (2.0 * Z)
    return mean_at_every_effort(change.value, error, settings), error


def mean_power(measure: Told, error: float, settings: int, beyond: float = 0.0) -> str:
    """What change of a mean could have been seen, in words: beyond a band, if one is named."""
    seen = beyond + effect_seen(error, settings)
    if not math.isfinite(seen):
        return "nothing: it was hardly ever observed"
    scale, unit = (100.0, " points") if measure.points else (1.0, measure.unit)
    return f"a change of {signed(scale * seen).lstrip('+')}{unit}"


def on_average(
    label: str,
    statement: str,
    source: str,
    measure: Told,
    change: Interval,
    sign: int,
    sample: Sample,
    finding: str = "",
    remark: str = "",
    part: Check | None = None,
) -> Check:
    """A sign asked of the whole model: the mean paired change must lie on the claimed side of zero with its whole interval.

    `change` comes with an ordinary 95 % interval. On the wrong side the sign fails, or disagrees if `finding` says what an
    investigation found; across zero it is undecided. `part` is the check of the rule alone that asks the same: a sign shown only
    there is labelled so.
    """
    change, error = widened(change, sample.settings)
    across = change.sign == 0
    verdict = looked_into(Verdict.UNDECIDED if across else Verdict.AGREES if change.sign == sign else Verdict.DISAGREES, finding)
    if across:
        remark = _labelled("not told from nothing at this effort" + (f"; {remark}" if remark else ""), part)
    elif not verdict.good:
        remark = _labelled(finding or remark, part)
    expected = f"{measure.name} {'up' if sign > 0 else 'down'}"
    found = f"{measure.text(change)}, {sample.words}"
    power = mean_power(measure, error, sample.settings)
    return Check(label, Group.SIGN, Scope.WHOLE, statement, source, expected, found, verdict, remark, power)


def shows_again(
    label: str, statement: str, source: str, measure: Told, change: Interval, sample: Sample, remark: str = ""
) -> Check:
    """A possibility asked of the whole model, in settings picked by one half of their futures and judged by the other.

    A change above zero shows it. Anything else is undecided: picked by noise for a part, such settings can show that a thing
    happens somewhere, and not that it happens nowhere.
    """
    check = on_average(label, statement, source, measure, change, 1, sample, "", remark)
    return check if check.verdict is Verdict.AGREES else replace(check, verdict=Verdict.UNDECIDED)


def about_nothing(
    label: str,
    statement: str,
    source: str,
    measure: Told,
    change: Interval,
    band: float,
    sample: Sample,
    finding: str = "",
    remark: str = "",
    part: Check | None = None,
) -> Check:
    """A claim that something changes little: the whole interval must lie within `band` of zero, and the band is named beforehand.

    Equivalence is shown by the interval, not by failing to find a difference (Schuirmann 1987): outside the band with all of it the
    claim disagrees, across an edge it is undecided.
    """
    change, error = widened(change, sample.settings)
    verdict = Verdict.UNDECIDED
    if change.low is not None and change.high is not None:
        inside, outside = -band <= change.low and change.high <= band, change.low > band or change.high < -band
        verdict = Verdict.AGREES if inside else Verdict.DISAGREES if outside else Verdict.UNDECIDED
    if verdict is Verdict.UNDECIDED:
        remark = _labelled("the interval crosses an edge of the band" + (f"; {remark}" if remark else ""), part)
    elif verdict is Verdict.DISAGREES:
        remark = _labelled(finding or remark, part)
    width = f"{100 * band:g} points" if measure.points else f"{band:g}"
    return Check(
        label,
        Group.SIGN,
        Scope.WHOLE,
        statement,
        source,
        f"{measure.name} within {width} of no change",
        f"{measure.text(change)}, {sample.words}",
        verdict,
        remark,
        mean_power(measure, error, sample.settings, band),
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
