"""How a record type is made.

The whole state of one future is a single NumPy structured record. Every field is eight bytes wide and every level is an
`np.record`, so that `world.russia.belief` reads the same in compiled rules, in interpreted rules and in Mesa agents, and a
world can be saved, copied or sent as plain bytes.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np

FLOAT = np.float64
INTEGER = np.int64

Kind = np.dtype | type
Field = tuple[str, Kind] | tuple[str, Kind, int | tuple[int, ...]]


def record(*fields: Field) -> np.dtype:
    """A record type from (name, kind) or (name, kind, shape) fields.

    A kind is `FLOAT`, `INTEGER` or another record type. Raises ValueError if a field is not made of eight-byte cells, because
    a record must be viewable as a flat row of numbers.
    """
    built = np.dtype((np.record, list(fields)))
    for name, field in (built.fields or {}).items():
        if field[0].itemsize % 8 or field[1] % 8:
            raise ValueError(f"field {name!r} is not made of eight-byte cells")
    return built


def floats(names: Iterable[str]) -> np.dtype:
    """A record type whose fields are all floating-point numbers, in the order of `names`."""
    return record(*((name, FLOAT) for name in names))


def first_cell(kind: np.dtype, field: str) -> int:
    """How many eight-byte cells of a record come before this field. Raises KeyError for a field it does not have."""
    if kind.fields is None:
        raise KeyError(field)
    return kind.fields[field][1] // 8


def cells(kind: np.dtype) -> int:
    """How many eight-byte cells a record of this type takes."""
    return kind.itemsize // 8


def part(record: np.record, *path: str) -> Any:
    """A field of a record, or of a record within it, as a view.

    What `record.name` gives too; but NumPy rebuilds the type of a nested record each time, which takes fifty times as long.
    """
    for name in path:
        fields: Any = record.dtype.fields
        record = record.getfield(*fields[name][:2])
    return record
