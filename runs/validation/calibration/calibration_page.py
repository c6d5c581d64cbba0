"""How the calibration is written down: a row a pattern, target beside value."""

from collections.abc import Sequence

from ...docs_pages.reference import table
from ...ensemble.intervals import Interval
from .calibration import Pattern

HEADINGS = ("pattern", "anchor", "band", "found (95 %)", "met", "remark")


def markdown(patterns: Sequence[Pattern], runs: int) -> str:
    """The page `docs/calibration.md`."""
    met = sum(pattern.met for pattern in patterns)
    return f"""# A first calibration, by hand

Written by `reassure calibration --runs {runs} --out docs/calibration.md`. The bands are anchors of the evidence, named before any
value was tried; nothing here was fitted by machine, and misses stay. {met} of {len(patterns)} patterns are met. The model explores
assumptions; it does not forecast. Codes: [sources.md](sources.md).

{table(HEADINGS, [row(pattern) for pattern in patterns])}
"""


def row(pattern: Pattern) -> tuple[str, ...]:
    """One pattern as the cells of a table."""
    band = f"{number(pattern.low)} to {number(pattern.high)}"
    return pattern.name, pattern.anchor, band, estimate(pattern.found), "yes" if pattern.met else "NO", pattern.remark


def as_json(pattern: Pattern) -> dict[str, object]:
    """One pattern for JSON."""
    return {
        "pattern": pattern.name,
        "anchor": pattern.anchor,
        "low": pattern.low,
        "high": pattern.high,
        "found": pattern.found._asdict(),
        "met": pattern.met,
        "remark": pattern.remark,
    }


def estimate(found: Interval) -> str:
    """A value with its interval, if it has one."""
    if found.value is None:
        return "not observed"
    if found.low is None or found.high is None:
        return number(found.value)
    return f"{number(found.value)} ({number(found.low)} to {number(found.high)})"


def number(value: float) -> str:
    """A number with as many digits as it deserves."""
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.2f}" if abs(value) < 2 else f"{value:.1f}"
