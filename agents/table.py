"""Tables whose rows are known by name: each name stands once, in its row, and what numbers it follows from the row.

A table is either *ranked* (its order means something, an escalation or the order of a sum, and is declared as a rank in each row)
or *numbered* (a number written down beside each name, which is never reused). In neither does it matter where a row stands, so two
rows exchanged in the source change nothing.

Rules read positions through a named tuple, `MOSCOW.probe`, which Numba compiles into a plain number.
"""

from collections import namedtuple
from collections.abc import Iterable
from typing import Any, Protocol, TypeVar


class Ranked(Protocol):
    """A row with a name and a rank of its own."""

    @property
    def name(self) -> str:
        """What the row is called."""

    @property
    def rank(self) -> float:
        """Where it stands in the order that the table means."""


Row = TypeVar("Row", bound=Ranked)


def ranked(*rows: Row) -> tuple[Row, ...]:
    """The rows by rank, lowest first. Raises ValueError for two rows of one name or of one rank."""
    _refuse_doubles("name", [row.name for row in rows])
    _refuse_doubles("rank", [row.rank for row in rows])
    return tuple(sorted(rows, key=lambda row: row.rank))


def places(rows: Iterable[Ranked]) -> Any:
    """The position of each row by its name, as a named tuple of whole numbers that rules may read."""
    return _as_tuple({row.name: place for place, row in enumerate(rows)})


def ranked_names(**ranks: float) -> Any:
    """Positions by name for a table that has no more to say than names: `ranked_names(calm=0, war=1)`.

    The names in order of rank are its `_fields`. Raises ValueError for two of one rank.
    """
    _refuse_doubles("rank", list(ranks.values()))
    return _as_tuple({name: place for place, name in enumerate(sorted(ranks, key=lambda name: ranks[name]))})


def numbered(retired: Iterable[int] = (), **numbers: int) -> Any:
    """Numbers by name, as written down. Raises ValueError if two share one, or one of a name that is no more is used again."""
    _refuse_doubles("number", [*numbers.values(), *retired])
    return _as_tuple(numbers)


def _as_tuple(values: dict[str, int]) -> Any:
    return namedtuple("Places", values)(**values)


def _refuse_doubles(what: str, values: list) -> None:
    doubles = {value for value in values if values.count(value) > 1}
    if doubles:
        raise ValueError(f"two rows of a table have the {what} {sorted(doubles)[0]}")
