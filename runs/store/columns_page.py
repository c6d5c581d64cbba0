"""The page `docs/columns.md`: every column of a store, from the schema. Written by `python -m reassure.runs.store.columns_page`."""

from pathlib import Path

from ..page import write_page
from ..reference import table
from .schema import COLUMNS, IDENTITY, LEVER_COLUMNS, NAMES, RESULTS, UNCERTAINTY_COLUMNS, Column

PLACE = Path("docs/columns.md")
GROUPS = (
    ("Which future it is", IDENTITY),
    ("Levers, as set", LEVER_COLUMNS),
    ("Uncertainties, as drawn or pinned", UNCERTAINTY_COLUMNS),
    ("What became of it", RESULTS),
)


def markdown() -> str:
    """The page."""
    tables = "\n\n".join(
        f"## {heading}\n\n{table(('column', 'type', 'unit', 'meaning', 'source'), [_row(column) for column in columns])}"
        for heading, columns in GROUPS
    )
    return f"""# The columns of a store

Written by `python -m reassure.runs.store.columns_page` from the schema. A row is a future; there are {len(COLUMNS)} columns.
Empty means that it did not happen or does not apply. How a store is made and opened: [batches.md](batches.md).

{tables}
"""


def _row(column: Column) -> tuple[str, ...]:
    kind = "text" if column.kind == NAMES else str(column.kind)
    return f"`{column.name}`", kind, column.unit, column.meaning, column.source


if __name__ == "__main__":
    write_page(PLACE, markdown())
