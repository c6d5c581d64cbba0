"""Values of any kind, as text in a table and as JSON."""

import math
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from ...agents.names import printable


def as_text(value: object) -> str:
    """A value as a cell: empty where there is none, and nothing in it that a terminal would obey."""
    if value is None:
        return ""
    if isinstance(value, float | Decimal):
        return f"{value:.6g}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(as_text, value))}]"
    return printable(str(value))


def as_json(value: object) -> Any:
    """A value that JSON can hold: numbers as numbers, lists as lists, null for what is no number, text for all else."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float | Decimal):
        number = float(value)
        return number if math.isfinite(number) else None
    if isinstance(value, list | tuple):
        return [as_json(each) for each in value]
    if isinstance(value, Mapping):
        return {str(name): as_json(each) for name, each in value.items()}
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)
