"""The baseline as a file: TOML, a row a line, so that what moved is what a diff shows."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from ...agents.names import DeclarationError
from .figures import MEANINGS, Table

PLACE = Path("tests/baseline.toml")
COMMAND = "python -m reassure.runs.baseline"

HEAD = f"""\
# The baseline: what the rules and values of this commit come to.
#
# Made by `{COMMAND}`; a test plays the same futures and says which figures moved. The figures are
# exact for this seed and these futures. They are not estimates and bear no intervals: `reassure compare` shows those. A change
# of rules or of values is a change of this file; `{COMMAND} --compare OLD.toml` lists what moved since.
#
# The tables of a scenario:
{"".join(f"#   {name}: {meaning}{chr(10)}" for name, meaning in MEANINGS.items())}"""

INSTRUCTIONS = "instructions"
"""The table of the instructions a future costs."""
MADE = "made"
"""The table of what was played."""

Key = tuple[str, ...]
"""Where a figure stands: scenario, table, row, and column if there are several."""
Figures = dict[Key, Decimal]
"""Figures with the digits they are written with."""

LARGEST_EXPONENT = 18
"""No figure of a baseline is larger, or finer, than ten to this power."""


def write_out(tables: Iterable[Table]) -> str:
    """The whole file."""
    return "\n".join([HEAD, *map(_table, tables)])


def _table(table: Table) -> str:
    lines = [f"[{table.name}]{_comment(table.meaning)}"]
    for name, figures in table.rows.items():
        lines.append(f"{name} = {_row(figures)}{_comment(table.units.get(name))}")
    return "\n".join(lines) + "\n"


def _comment(text: str | None) -> str:
    return f"  # {text}" if text else ""


def _row(figures: Mapping[str, str]) -> str:
    if "" in figures:
        return figures[""]
    return "{ " + ", ".join(f"{column} = {figure}" for column, figure in figures.items()) + " }"


def read(place: Path) -> Figures:
    """The figures in a file. Raises DeclarationError in one line if it is not a baseline."""
    if not place.is_file():
        raise DeclarationError(f"there is no file {place}")
    try:
        return figures_in(place.read_text(encoding="utf-8"))
    except OSError as error:
        raise DeclarationError(f"cannot read {place}: {error.strerror or error}") from None
    except (ValueError, RecursionError) as error:
        raise DeclarationError(f"{place} is not a baseline as `{COMMAND}` writes it: {error}") from None


def figures_in(text: str) -> Figures:
    """The figures in the text of a file. Raises ValueError if there is anything else."""
    content = tomllib.loads(text, parse_float=Decimal)
    if MADE not in content:
        raise ValueError(f"it has no table [{MADE}]")
    return dict(_flat((), content))


def _flat(key: Key, content: object) -> Iterator[tuple[Key, Decimal]]:
    if isinstance(content, dict):
        for name, inner in content.items():
            yield from _flat((*key, name), inner)
        return
    if isinstance(content, int | Decimal) and not isinstance(content, bool):
        figure = Decimal(content)
        if figure.is_finite() and abs(figure.adjusted()) <= LARGEST_EXPONENT:
            yield key, figure
            return
    raise ValueError(f"{'.'.join(key)} is not a figure")
