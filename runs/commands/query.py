"""`reassure query`: a question to a store in SQL."""

from __future__ import annotations

from typing import Annotated

import typer
from rich import box
from rich.table import Table

from ..console.options import JsonOption, StoreArgument
from ..console.terminal import console, write_json

QuestionArgument = Annotated[
    str, typer.Argument(metavar='"SELECT ..."', help="A SELECT over the table futures.", show_default=False)
]


def query(folder: StoreArgument, question: QuestionArgument, json: JsonOption = False) -> None:
    """Ask a store in SQL; the table is called futures, a row each, and docs/batches.md lists its columns. Needs DuckDB."""
    from ..store.query import ask, rows_of
    from ..store.store import Store

    answer = ask(Store(folder), question)
    rows = rows_of(answer)
    if json:
        write_json([{name: _json(value) for name, value in row.items()} for row in rows])
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in answer.columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*map(_text, row.values()))
    console().print(table)


def _text(value: object) -> str:
    """A value as a cell: empty where there is none."""
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _json(value: object) -> object:
    """A value that JSON can hold."""
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
