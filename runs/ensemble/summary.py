"""A tally as estimates: shares of outcomes, of events, conditional shares, means; each with its interval."""

import numpy as np

from ...model.outcomes import END, EVENTS, EVER, MEANS, ORIGIN, ORIGINS, RUNGS, WORST
from .by_mindset import NAMES
from .intervals import Interval, Moments, median, ratio, share, within
from .origins import NAMES as NAMES_OF_ORIGINS
from .tally import RATES, RATIOS, Tally

EVENT_NAMES = tuple(event.name for event in EVENTS)


def summary(tally: Tally) -> dict[str, object]:
    """Everything estimated from one tally, by the names of the declared outcomes."""
    return {
        "futures": tally.futures,
        "outcomes": outcomes(tally),
        "failure": failure(tally),
        "ever": {name: ever(tally, name) for name in EVER},
        "first_week": {name: median(tally.first[:, EVENT_NAMES.index(name)].sum(axis=0)) for name in EVER},
        "wars": wars(tally),
        "conditional": conditional(tally),
        "means": {mean.name: total_over_total(tally, mean.name) for mean in MEANS},
        "peak_rung": {rung: share(int(n), tally.futures) for rung, n in zip(RUNGS, tally.peak.sum(axis=0), strict=True)},
    }


def summary_with_mindsets(tally: Tally) -> dict[str, object]:
    """The summary, and the same again for each mindset."""
    return {**summary(tally), "by_mindset": {name: summary(tally.of(kind)) for kind, name in enumerate(NAMES)}}


def outcomes(tally: Tally, authorised: int | None = None) -> dict[str, Interval]:
    """Shares of the worst outcome reached; with `authorised` 0 or 1, among futures where the presence never was, or was."""
    by_authorisation = tally.worst.sum(axis=0)
    counts = by_authorisation.sum(axis=0) if authorised is None else by_authorisation[authorised]
    return {each.name: share(int(n), int(counts.sum())) for each, n in zip(WORST, counts, strict=True)}


def failure(tally: Tally, authorised: int | None = None) -> Interval:
    """Share of futures in which the ceasefire fails: eroded or worse."""
    by_authorisation = tally.worst.sum(axis=0)
    counts = by_authorisation.sum(axis=0) if authorised is None else by_authorisation[authorised]
    return share(int(counts[END.eroded :].sum()), int(counts.sum()))


def ever(tally: Tally, event: str) -> Interval:
    """Share of futures in which an event ever happened."""
    return share(int(tally.first[:, EVENT_NAMES.index(event)].sum()), tally.futures)


def wars(tally: Tally) -> dict[str, object]:
    """The share of futures with a war (a general offensive, or fighting beyond Ukraine), and who or what began it."""
    counts = [int(n) for n in tally.began.sum(axis=0)]
    total = sum(counts) - counts[ORIGIN.none]
    return {
        "share": share(total, tally.futures),
        "began": {
            each.name: {"of_wars": share(n, total), "of_futures": share(n, tally.futures)}
            for each, n in zip(ORIGINS, counts, strict=True)
            if each.name in NAMES_OF_ORIGINS
        },
    }


def conditional(tally: Tally) -> dict[str, object]:
    """What follows from what. The rate of a clash's spread has no source: that share is also given by thirds of its range."""
    wider = tally.wider_after_clash.sum(axis=0)
    return {
        "clash_given_attack": _second(tally.clash_after_attack.sum(axis=0)),
        "wider_war_given_clash": _second(wider.sum(axis=0)),
        "wider_war_given_clash_by_rate": {third: _second(counts) for third, counts in zip(RATES, wider, strict=True)},
        "launch_given_mobilisation": within(total_over_total(tally, "launches"), 0.0, 1.0),
    }


def authorisation(tally: Tally) -> dict[str, object]:
    """How often the presence was authorised, and the outcomes where it was and where it never was."""
    return {
        "authorised": ever(tally, "authorisation"),
        "failure_given_authorised": failure(tally, 1),
        "failure_given_not_authorised": failure(tally, 0),
        "given_authorised": outcomes(tally, 1),
        "given_not_authorised": outcomes(tally, 0),
    }


def total_over_total(tally: Tally, name: str) -> Interval:
    """A mean weighted by the time lived, or launches by mobilisations."""
    sums = tally.moments.sum(axis=0)[RATIOS.index(name)]
    return ratio(Moments(tally.futures, *(float(each) for each in sums)))


def _second(counts: np.ndarray) -> Interval:
    return share(int(counts[1]), int(counts.sum()))
