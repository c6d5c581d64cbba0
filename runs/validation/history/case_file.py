"""Reads a file of cases, anyone's, in the codebook's columns; what is wrong with it is said in one line.

CSV as spreadsheets write it: commas, UTF-8 with or without a mark at its beginning (or UTF-16 with one), any line ends, blank
lines. Columns may stand in any order, and others besides.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ....agents.declaration import nearest
from ....agents.names import DeclarationError, one_line
from ....model.bounded_file import content_of
from .case import Case, End
from .codebook import COLUMNS, NAMES, NEEDED

LARGEST = 5_000_000
"""Bytes of a file of cases."""
MOST_CASES = 1000
FIVE_YEARS = 5.0
EITHER = frozenset({"dyad", "both"})
"""Initiators of failure by which either side may have begun."""
SHOWN = 40
"""Letters of a wrong cell that are repeated in the message."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class CaseFileError(DeclarationError):
    """A file of cases that cannot be used: the text is one line."""


@dataclass(frozen=True)
class CaseFile:
    """The cases of one file, in its order, and what its reader ought to know besides."""

    name: str
    cases: tuple[Case, ...]
    remarks: tuple[str, ...] = ()


def read_cases(path: Path) -> CaseFile:
    """The cases in a file.

    Raises CaseFileError, in one line that names the line, the column and what was expected, for the first thing that is wrong.
    """
    try:
        content = content_of(path, LARGEST)
    except FileNotFoundError:
        raise CaseFileError(f"there is no file {path}") from None
    try:
        return _parsed(_decoded(content), path.stem)
    except CaseFileError as error:
        raise CaseFileError(f"{path}: {error}") from None


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content.startswith(UTF_16) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CaseFileError(f"line {line} is not UTF-8: save the file as CSV in UTF-8") from None


def _parsed(text: str, name: str) -> CaseFile:
    """Every row of a file as a case; the first fault is told, and how many rows besides are wrong."""
    rows = _rows(text)
    columns = _heading(rows)
    cases: list[Case] = []
    remarks: list[str] = []
    faults: list[str] = []
    lines: dict[str, int] = {}
    for line, cells in rows:
        try:
            values = _values(line, columns, cells)
            if values["case_id"] in lines:
                before = lines[values["case_id"]]
                raise CaseFileError(f"line {line}, case_id: {_quoted(values['case_id'])} stands in line {before} already")
        except CaseFileError as error:
            faults.append(str(error))
            continue
        lines[values["case_id"]] = line
        cases.append(_case(values))
        remarks += _doubts(line, values)
    if faults:
        more = f" (and {len(faults) - 1} more rows are not right)" if len(faults) > 1 else ""
        raise CaseFileError(f"{faults[0]}{more}")
    if not cases:
        raise CaseFileError("there is no case in it")
    if len(cases) > MOST_CASES:
        raise CaseFileError(f"{len(cases):,} cases; at most {MOST_CASES:,} are read")
    return CaseFile(name, tuple(cases), tuple(remarks))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line it begins in."""
    if "\0" in text:
        raise CaseFileError(f"line {text.count(chr(10), 0, text.index(chr(0))) + 1} holds a zero byte: this is no CSV")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise CaseFileError(f"line {begins} is not CSV: {error}") from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield begins, [cell.strip() for cell in cells]
        begins = reader.line_num + 1


def _heading(rows: Iterator[tuple[int, list[str]]]) -> list[str]:
    """The names of the columns, from the first row."""
    line, cells = next(rows, (1, []))
    if not cells:
        raise CaseFileError("there is nothing in it")
    names = [cell.casefold() for cell in cells]
    if len(names) == 1 and any(mark in names[0] for mark in ";\t"):
        raise CaseFileError(f"line {line}: columns are separated by commas, not by semicolons or tabs")
    for name in names:
        if name in NAMES and names.count(name) > 1:
            raise CaseFileError(f"line {line}: the column {name} stands there twice")
    missing = [name for name in NEEDED if name not in names]
    if missing:
        others = [name for name in names if name and name not in NAMES]
        hint = f" ({nearest(missing[0], others)})" if others else ""
        which = f"the column {missing[0]} is" if len(missing) == 1 else f"the columns {', '.join(missing)} are"
        raise CaseFileError(f"line {line}: {which} missing{hint}")
    return names


def _values(line: int, columns: list[str], cells: list[str]) -> dict[str, Any]:
    """The cells of one row as values, by column; None where an optional one is blank or missing."""
    if len(cells) != len(columns):
        raise CaseFileError(f"line {line}: {len(columns)} cells expected, as in the heading, not {len(cells)}")
    found = dict(zip(columns, cells, strict=True))
    values: dict[str, Any] = {}
    for column in COLUMNS:
        cell = found.get(column.name, "")
        if not cell and not column.needed:
            values[column.name] = None
            continue
        try:
            if not cell:
                raise ValueError
            values[column.name] = column.read(cell)
        except ValueError:
            raise CaseFileError(f"line {line}, {column.name}: expected {column.expected}, not {_quoted(cell)}") from None
    return values


def _quoted(cell: str) -> str:
    shown = one_line(cell)
    return repr(shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}...") if cell else "nothing"


def _case(values: dict[str, Any]) -> Case:
    sides = f"{values['challenger'] or ''} {values['protege'] or ''}".casefold()
    return Case(
        case_id=values["case_id"],
        force_type=values["force_type"],
        combat_capable=values["combat_capable"],
        air_isr_enablers=values["air_isr_enablers"],
        gp_backing=values["gp_backing"],
        legal_commitment=values["legal_commitment"],
        challenger_consented=values["challenger_consented"],
        challenger_value=values["challenger_value"],
        local_balance=values["local_balance_ch_to_prot"],
        sanctions_threat=values["sanctions_threat"],
        post_war=values["post_war_ceasefire"],
        outcome=values["outcome_5y"],
        case_name=values["case_name"] or values["case_id"],
        start_year=values["start_year"],
        guarantors=len([name for name in (values["guarantors"] or "").split(";") if name.strip()]) or 1,
        either_side="dyad" in sides or values["initiator_of_failure"] in EITHER,
        years_to_failure=values["years_to_failure"],
    )


def _doubts(line: int, values: dict[str, Any]) -> Iterator[str]:
    """What does not go together in a row that can be read all the same."""
    years, failed, start = values["years_to_failure"], values["failure_year"], values["start_year"]
    major = values["outcome_5y"] is End.MAJOR
    if years is not None and (years <= FIVE_YEARS) != major:
        yield f"line {line}: outcome_5y is {values['outcome_5y']}, but years_to_failure {years:g}; the outcome is taken as coded"
    if None not in (years, failed, start) and failed - start != years:
        yield f"line {line}: years_to_failure is {years:g}, but from {start} to {failed} are {failed - start}"
