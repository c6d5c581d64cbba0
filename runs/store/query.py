"""Questions to a store in SQL, by DuckDB if it is installed.

A question may read the rows and nothing else. What a file is called is never a pattern to DuckDB, which is handed the rows; once it
has them it can open nothing more; and only one statement that its own parser calls a SELECT is run at all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...agents.names import DeclarationError
from ..console.command_line import command
from .refusal import StoreError
from .store import Store

OLDEST = (1, 1, 3)
"""DuckDB from which a question that may open no file can open none: in 1.0 its sniffer of CSV files still did."""
VIEW = "futures"
"""What the rows are called in a question."""
EXAMPLE = (
    f"a question is one SELECT over {VIEW}, such as "
    f"SELECT point, scenario, outcome, count(*) FROM {VIEW} WHERE role = 'scenario' GROUP BY ALL ORDER BY ALL"
)
LOCKED = (
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)
"""Said to DuckDB once it has the rows: no file, no network, no variable of this program, and no way back."""


class NoSelectError(DeclarationError):
    """What was asked is not exactly one SELECT, by the word of DuckDB's parser; nothing of it was run."""


@dataclass(frozen=True)
class Answer:
    """The answer to a question: rows of values under columns that each have a name of their own."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def maps(self) -> list[dict[str, Any]]:
        """The rows as maps from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def ask(store: Store, question: str) -> Answer:
    """The answer to a SELECT over `futures`. Raises DeclarationError for anything else, or if DuckDB is missing."""
    try:
        import duckdb
    except ImportError:
        raise DeclarationError(
            f"questions in SQL need DuckDB: pip install duckdb; after '{command('check', store.folder)}' the Parquet files in "
            f"{store.folder / 'futures'} open in pandas and Polars too"
        ) from None
    if tuple(map(int, re.findall(r"\d+", duckdb.__version__)[:3])) < OLDEST:
        raise DeclarationError(
            f"questions in SQL need DuckDB {'.'.join(map(str, OLDEST))} or newer, not {duckdb.__version__}: pip install -U duckdb"
        )
    if not store.paths:
        raise StoreError(f"{store.folder} holds no futures yet; '{command('resume', store.folder)}' goes on")
    try:
        question.encode()
    except UnicodeEncodeError:
        raise NoSelectError(f"{EXAMPLE}; it is text in UTF-8") from None
    with duckdb.connect() as connection:
        try:
            statements = connection.extract_statements(question)
            if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
                raise NoSelectError(EXAMPLE)
            store.prove()
            connection.register(VIEW, _rows(store))
            for setting in LOCKED:
                connection.execute(setting)
            asked = connection.execute(question)
            names = [column[0] for column in asked.description or ()]
            return Answer(told_apart(names), asked.fetchall())
        except DeclarationError:
            raise
        except (duckdb.Error, RuntimeError, ValueError, OverflowError, OSError) as error:
            raise DeclarationError(f"DuckDB: {error}") from None


def _rows(store: Store) -> Any:
    """The rows as a data set of opened files."""
    from pyarrow import dataset

    return dataset.dataset([str(path) for path in store.paths], format="parquet")


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """The names in their order, each its own: the second `outcome` becomes `outcome_2`."""
    found: list[str] = []
    for name in names:
        free, number = name, 1
        while free in found or (number > 1 and free in names):
            number += 1
            free = f"{name}_{number}"
        found.append(free)
    return tuple(found)
