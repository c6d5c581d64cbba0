"""A comparison as tables for people."""

import math

from rich import box
from rich.table import Table
from rich.text import Text

from ...model.outcomes import WORST
from . import findings, rival_readings
from .comparison import Comparison, Result
from .contrast import Changes
from .headlines import with_troops
from .intervals import Interval
from .summary import failure, outcomes
from .wording import heading, percent, points, spoken

SHOWN = ("deterred", "provoked", "escalated", "provoked_and_escalated")
"""The categories of the verdict in which the troops change what becomes of a future."""
SHORT = {"provoked_and_escalated": "both"}


def outcome_table(comparison: Comparison) -> Table:
    """The worst reached, in per cent of futures, with the reach of the 95 % interval beneath."""
    table = _table("Worst reached, per cent of futures, ± 95 % interval")
    table.add_column("")
    table.add_column("fails", justify="right", style="bold")
    for each in WORST:
        table.add_column(spoken(each.name).replace(" ", "\n"), justify="right")
    for result in comparison.results.values():
        shares = outcomes(result.tally)
        table.add_row(_name(result), _cell(failure(result.tally)), *(_cell(shares[each.name]) for each in WORST))
    return table


def mindset_table(comparison: Comparison) -> Table | None:
    """What the troops alone change, per mindset; None if no scenario has troops."""
    table = _table("Troops alone: the package against its twin without troops, per kind of Moscow")
    table.add_column("")
    table.add_column("failures change\nby points", justify="right", no_wrap=True)
    for name in SHOWN:
        table.add_column(f"{SHORT.get(name, name)}\n%", justify="right")
    for result in with_troops(comparison):
        contrast = result.troops_alone
        if contrast is None:
            continue
        table.add_row(Text(heading(result), style="bold"), *_changes(contrast.overall))
        for mindset, changes in contrast.by_mindset.items():
            table.add_row(f"  {spoken(mindset)}", *_changes(changes))
        table.add_section()
    return table if table.row_count else None


def readings_table(comparison: Comparison) -> Table | None:
    """What the troops alone change under each reading of what is disputed; None if no scenario has troops."""
    found = rival_readings.rows(comparison.results.values())
    if not found:
        return None
    table = _table(rival_readings.title(found))
    table.add_column("")
    table.add_column("failures change by\npoints, one reading", no_wrap=True)
    table.add_column("the other reading", no_wrap=True)
    table.add_column("sign")
    for row in found:
        named = heading(comparison.results[row.name])
        table.add_row(Text(named, style="bold"), f"all futures:\n{points(row.overall)}", "", Text(row.verdict, style="bold"))
        for each in row.disputes:
            cells = [f"{spoken(name)}:\n{points(interval)}" for name, interval in each.readings.items()]
            table.add_row(f"  {spoken(each.name)}", *(cells + ["not played"])[:2], each.told)
        table.add_section()
    return table


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)


def _name(result: Result) -> Text:
    return Text("  the same, without troops", style="dim") if result.entry.twin_of else Text(heading(result))


def _cell(interval: Interval) -> Text:
    """A share with the reach of its interval beneath, rounded up so that it promises no more than was found."""
    if interval.value is None or interval.low is None or interval.high is None:
        return Text("-")
    reach = max(interval.value - interval.low, interval.high - interval.value)
    return Text.assemble(percent(interval.value), (f"\n±{math.ceil(1000 * reach) / 10:.1f}", "not bold dim"))


def _changes(changes: Changes) -> list[str]:
    return [points(changes.failure_difference), *(_share(changes, name) for name in SHOWN)]


def _share(changes: Changes, name: str) -> str:
    mark = " " if changes.stands_out(name) else findings.NOISE_MARK
    return f"{percent(changes.verdict[name].value)}{mark}"
