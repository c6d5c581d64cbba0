"""`reassure query`: a question to a store in SQL."""

from __future__ import annotations

from typing import Annotated

import typer

from ..console.options import JsonOption, StoreArgument
from ..console.rows import print_rows
from ..console.terminal import console, noted_unless_refused, write_json
from ..console.values import as_json, as_text

QuestionArgument = Annotated[
    str, typer.Argument(metavar='"SELECT ..."', help="A SELECT over the table futures.", show_default=False)
]


def query(folder: StoreArgument, question: QuestionArgument, json: JsonOption = False) -> None:
    """Ask a store in SQL; the table is called futures, a row each, and docs/batches.md lists its columns. Needs DuckDB."""
    from ..store.query import ask
    from ..store.store import Store

    with noted_unless_refused() as remark:
        answer = ask(Store(folder, remark), question)
    if json:
        write_json([{name: as_json(value) for name, value in row.items()} for row in answer.maps()])
        return
    print_rows(console(), list(map(as_text, answer.columns)), [[as_text(value) for value in row] for row in answer.rows])
