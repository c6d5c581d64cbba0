"""The codebook of the case library: every column that the backtest reads, what it means, and what may stand in it.

Completed where two coders had read it differently: what makes an outcome major, for which object, consent when, and how mandates
count that are renewed. Columns that stand in a file besides these (troops, notes, confidence) are for its readers.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from .case import End, Force, Law

NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
WHOLE = re.compile(r"-?[0-9]{1,6}(?:\.0*)?")
YES, NO = frozenset({"1", "yes", "true", "1.0"}), frozenset({"0", "no", "false", "0.0"})
LEAST_BALANCE, MOST_BALANCE = 0.001, 1000.0
EARLIEST, LATEST = 1000, 2200
LONGEST = 500
LONGEST_TEXT = 1000


@dataclass(frozen=True)
class Column:
    """One column: what it means, what is expected there, and how a cell is read. A cell that is not right raises ValueError."""

    name: str
    expected: str
    meaning: str
    read: Callable[[str], object]
    needed: bool = True
    """Whether it must be there and filled."""


def share(cell: str) -> float:
    """A number from 0 to 1."""
    return number_between(cell, 0.0, 1.0)


def number_between(cell: str, low: float, high: float) -> float:
    """A plain decimal number within bounds."""
    if not NUMBER.fullmatch(cell) or not low <= float(cell) <= high:
        raise ValueError
    return float(cell) + 0.0  # no negative nought


def whole_between(cell: str, low: int, high: int) -> int:
    """A whole number within bounds."""
    if not WHOLE.fullmatch(cell) or not low <= int(float(cell)) <= high:
        raise ValueError
    return int(float(cell))


def yes_or_no(cell: str) -> bool:
    """1 or 0, or the word."""
    if cell.casefold() not in YES | NO:
        raise ValueError
    return cell.casefold() in YES


def one_of(kind: type[StrEnum]) -> Callable[[str], StrEnum]:
    """A reader of one of a few words."""
    return lambda cell: kind(cell.casefold())


def text(cell: str) -> str:
    """Any text that can be shown on a line, of reasonable length."""
    if len(cell) > LONGEST_TEXT:
        raise ValueError
    return " ".join(cell.split())


def words(kind: type[StrEnum]) -> str:
    """The words of a kind, for a message."""
    *most, last = kind
    return f"{', '.join(most)} or {last}"


SHARE = "a number from 0 to 1"

COLUMNS = (
    Column("case_id", "a name of its own", "A short name. Each stands once in a file, and nothing is known by it.", text),
    Column("force_type", words(Force),
           "What outside force stood there at the start: observers (unarmed or token, sent to watch), interposition (peacekeepers "
           "between the parties by consent), a tripwire (armed, too small to change the local balance), denial (changes it). "
           "Advisers to the protege's own army are none of these.", one_of(Force)),
    Column("combat_capable", SHARE, "How far that force could and might fight.", share),
    Column("air_isr_enablers", SHARE, "Outside air power, reconnaissance and what else multiplies a force.", share),
    Column("gp_backing", SHARE, "How firmly a great power stood behind it, as it could be known at the start.", share),
    Column("legal_commitment", words(Law),
           "The law of the promise to help, not of the force's mandate: a treaty; an agreement to help until a stated date "
           "(time_limited); a declaration or a resolution (political). A mandate that a council renews every few months binds "
           "nobody to fight and is political.", one_of(Law)),
    Column("challenger_consented", SHARE,
           "Whether the challenger had accepted the force or arrangement when it began; 0.5 if in part, under duress, or for "
           "a part of its camp.", share),
    Column("challenger_value", SHARE,
           "What the prize is worth to the challenger, from what was known before the start: claim, force used for it, "
           "whether nation or regime hang on it; never from the outcome.", share),
    Column("local_balance_ch_to_prot", f"a number from {LEAST_BALANCE:g} to {MOST_BALANCE:g}",
           "Strength of the challenger over that of the protege where it would be fought, without the guarantor; order of "
           "magnitude.",
           lambda cell: number_between(cell, LEAST_BALANCE, MOST_BALANCE)),
    Column("sanctions_threat", SHARE, "Sanctions and isolation in force or threatened.", share),
    Column("post_war_ceasefire", "0 or 1", "1 if a war over this object ended just before the start.", yes_or_no),
    Column("outcome_5y", words(End),
           "Within five years of the start, for the object of the arrangement (the protege and what it held then): major if 1,000 "
           "or more died in all in fighting between the parties or with the guarantor, whoever began and however spread over the "
           "years, or if the protege or its territory was lost; low_level if lethal violence recurred below that; held if there "
           "was no sustained organised lethal violation.", one_of(End)),
    Column("case_name", "text", "What it is called.", text, needed=False),
    Column("start_year", f"a year from {EARLIEST} to {LATEST}", "Year of the start.",
           lambda cell: whole_between(cell, EARLIEST, LATEST), needed=False),
    Column("challenger", "text", "Who might attack; the word dyad if either side might.", text, needed=False),
    Column("protege", "text", "Whom the arrangement protects; the word dyad if either side.", text, needed=False),
    Column("guarantors", "names separated by semicolons", "Those who decide for themselves, separated by semicolons.", text,
           needed=False),
    Column("failure_year", f"a year from {EARLIEST} to {LATEST}",
           "The first year in which the outcome would count as major, even later than five years; blank if never.",
           lambda cell: whole_between(cell, EARLIEST, LATEST), needed=False),
    Column("years_to_failure", f"a number from 0 to {LONGEST}", "That year less the first; blank if never.",
           lambda cell: number_between(cell, 0.0, LONGEST), needed=False),
    Column("initiator_of_failure", "text", "Who began that failure: challenger, protege, both, dyad; blank if there was none.",
           lambda cell: text(cell).casefold(), needed=False),
)  # fmt: skip
"""Every column that is read, those that must be there first."""

NAMES = tuple(column.name for column in COLUMNS)
NEEDED = tuple(column.name for column in COLUMNS if column.needed)
