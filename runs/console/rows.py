"""Rows of an answer for people: a table where it fits the terminal, otherwise a block a row; a number is never cut or broken."""

from collections.abc import Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

BETWEEN = 2
"""Columns of the terminal between two of a table."""


def print_rows(console: Console, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print the rows under their names, all of them texts already."""
    if not rows:
        console.print("no rows", soft_wrap=True)
        return
    widths = [max(map(cell_len, column)) for column in zip(names, *rows, strict=True)]
    if sum(widths) + BETWEEN * len(widths) <= console.width:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for name in names:
            table.add_column(name, no_wrap=True)
        for row in rows:
            table.add_row(*row)
        console.print(table)
        return
    name_width = max(map(cell_len, names))
    for number, row in enumerate(rows, 1):
        console.print(f"row {number}", soft_wrap=True)
        for name, value in zip(names, row, strict=True):
            console.print(f"  {name}{' ' * (name_width - cell_len(name))}  {value}", soft_wrap=True)
