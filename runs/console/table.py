"""Tables for people, at any width of the terminal: no number, name or command in them is cut or broken."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from .paragraph import paragraph, shown, wrapped

INDENT = 2
"""Columns by which the fields of a block are indented, and between a field's name and its value."""
READABLE = 12
"""Columns that a cell of several words keeps at least."""
UNBOUNDED = 100_000
"""Columns of a page on which every table has its natural width."""


def print_table(out: Console, table: Table) -> None:
    """Print a table with columns as narrow as their longest words allow; where that is too wide, a block for each row."""
    if table.title:
        paragraph(out, table.title if isinstance(table.title, Text) else str(table.title), style="bold")
        table.title = None
    columns = [
        [shown(cell if isinstance(cell, Text) else str(cell)) for cell in (column.header, *column.cells)]
        for column in table.columns
    ]
    natural = [max(_width(cell.plain.split("\n")) for cell in column) for column in columns]
    least = [
        width if declared.no_wrap else max(min(width, READABLE), *(_longest_word(cell.plain) for cell in column))
        for width, declared, column in zip(natural, table.columns, columns, strict=True)
    ]
    between = Measurement.get(out, out.options.update(width=UNBOUNDED), table).maximum - sum(natural)
    if sum(least) + between > out.width:
        _print_blocks(out, [column[0].plain.replace("\n", " ") for column in columns], [column[1:] for column in columns])
        return
    for column, width in zip(table.columns, _narrowed(natural, least, out.width - between), strict=True):
        column.width = width
    out.print(table)


def _narrowed(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that fit together, the widest column giving way first and none below its least."""
    widths = list(natural)
    while sum(widths) > room:
        widest = max((each for each in range(len(widths)) if widths[each] > least[each]), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _print_blocks(out: Console, names: Sequence[str], columns: Sequence[Sequence[Text]]) -> None:
    """Each row as its first field, and beneath it the others, one a line."""
    name_width = max(map(cell_len, names[1:]))
    for first, *fields in zip(*columns, strict=True):
        title = first.plain.replace("\n", " ")
        indent = len(title) - len(title.lstrip())
        paragraph(out, f"{names[0]} {title.lstrip()}".lstrip(), indent, style="bold")
        for name, value in zip(names[1:], fields, strict=True):
            label = f"{name}{' ' * (name_width - cell_len(name) + INDENT)}" if name_width else ""
            beside = indent + INDENT + cell_len(label)
            value.plain = value.plain.replace("\n", " ")
            for number, words in enumerate(wrapped(value, out.width - beside)):
                out.print(Text(" " * beside if number else " " * (indent + INDENT) + label) + words, soft_wrap=True)
    out.print()


def _width(lines: Sequence[str]) -> int:
    return max(map(cell_len, lines))


def _longest_word(text: str) -> int:
    """Columns of the longest word, the indentation of a line being part of its first."""
    return max(
        cell_len(word) + (len(line) - len(line.lstrip()) if not number else 0)
        for line in text.split("\n")
        for number, word in enumerate(line.split() or [""])
    )
