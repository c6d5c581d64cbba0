"""The page `docs/columns.md`: every column of a store, from the schema. Written by `python -m reassure.runs.store.columns_page`."""

from pathlib import Path

from ..docs_pages.reference import table
from ..files.whole import write_whole
from .schema import DRAWN, IDENTITY, LEVER_COLUMNS, NAMES, RESULTS, Column, columns, uncertainty_columns

PLACE = Path("docs/columns.md")
GROUPS = (
    ("Which future it is", IDENTITY),
    ("Levers, as set", LEVER_COLUMNS),
    ("Uncertainties, as drawn or pinned", uncertainty_columns(DRAWN)),
    ("What became of it", RESULTS),
)


def markdown() -> str:
    """The page."""
    tables = "\n\n".join(
        f"## {heading}\n\n{table(('column', 'type', 'unit', 'meaning', 'source'), [_row(column) for column in listed])}"
        for heading, listed in GROUPS
    )
    return f"""# The columns of a store

Written by `python -m reassure.runs.store.columns_page` from the schema. A row is a future; there are {len(columns())} columns,
and one more for every other uncertainty that the experiment sweeps or pins to different values;
[reference.md](reference.md) has them all.
An uncertainty that is the same in every row has none: its value stands in the manifest, or is its declared default.
Empty means that it did not happen or does not apply. How a store is made and opened: [batches.md](batches.md).
Codes of sources: [sources.md](sources.md).

{tables}
"""


def _row(column: Column) -> tuple[str, ...]:
    kind = "text" if column.kind == NAMES else str(column.kind)
    return f"`{column.name}`", kind, column.unit, column.meaning, column.source


if __name__ == "__main__":
    write_whole(PLACE, markdown())
