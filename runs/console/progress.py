"""How far a long run has come: a bar with the rate and the time left, on standard error, where a person watches."""

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

RECENT = 60.0
"""Seconds over which the rate is taken."""


class RateColumn(ProgressColumn):
    """Futures a second, lately."""

    def render(self, task: Task) -> Text:
        """The rate, or nothing yet."""
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


def progress_bar(quiet: bool) -> Progress:
    """A bar for futures; shown only on a terminal, and not if `quiet`."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        speed_estimate_period=RECENT,
        disable=quiet or not sys.stderr.isatty(),
    )
