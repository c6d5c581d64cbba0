"""Questions to a store in SQL, by DuckDB if it is installed."""

from typing import TYPE_CHECKING, Any

from ...agents.names import DeclarationError
from .refusal import StoreError
from .store import Store

if TYPE_CHECKING:
    import duckdb

VIEW = "futures"
"""What the rows are called in a question."""


def ask(store: Store, question: str) -> "duckdb.DuckDBPyRelation":
    """The answer to a SELECT over `futures`. Raises DeclarationError for what DuckDB does not understand, or if it is missing."""
    try:
        import duckdb
    except ImportError:
        raise DeclarationError(
            "questions in SQL need DuckDB: pip install duckdb; the files in "
            f"{store.folder / 'futures'} are Parquet and open in pandas and Polars too"
        ) from None
    if not store.paths:
        raise StoreError(f"{store.folder} holds no futures yet; 'reassure resume {store.folder}' goes on")
    connection = duckdb.connect()
    try:
        connection.read_parquet([str(path) for path in store.paths]).create_view(VIEW)
        answer = connection.sql(question)
    except duckdb.Error as error:
        raise DeclarationError(f"DuckDB: {error}") from None
    if answer is None:
        raise DeclarationError(f"a question is a SELECT over {VIEW}, such as SELECT outcome, count(*) FROM {VIEW} GROUP BY outcome")
    return answer


def rows_of(answer: "duckdb.DuckDBPyRelation") -> list[dict[str, Any]]:
    """The answer as a list of maps. Raises DeclarationError if computing it fails."""
    import duckdb

    try:
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.fetchall()]
    except duckdb.Error as error:
        raise DeclarationError(f"DuckDB: {error}") from None
