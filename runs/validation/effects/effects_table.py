"""All figures as a table for programs: a line for each quantity and place, a column for each outcome."""

import csv
import io
from collections.abc import Iterator, Sequence

from ...ensemble.intervals import Interval
from .judged import Judged
from .places import ALL_SCENARIOS, RANDOM_SETTINGS
from .recorded import RECORDED

TOLD = (ALL_SCENARIOS, RANDOM_SETTINGS)
BOUNDS = ("", "_low", "_high")
COLUMNS = ("name", "verdict", "place", *(outcome + bound for outcome in RECORDED for bound in BOUNDS))


def text(judged: Sequence[Judged]) -> str:
    """The table as comma-separated values: shares from 0 to 1, means in their units, each with its plain 95 % interval."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in judged:
        for place in TOLD:
            changes = {effect.outcome: effect.change for effect in each.finding.effects if effect.place == place}
            cells = [cell for outcome in RECORDED for cell in _cells(changes[outcome])]
            writer.writerow((each.finding.name, each.verdict.value, place, *cells))
    return page.getvalue()


def _cells(change: Interval) -> Iterator[str]:
    for bound in change:
        yield "" if bound is None else f"{bound:.3g}"
