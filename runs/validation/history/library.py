"""The shipped library: 42 guarantees and ceasefires since 1870, coded twice (evidence, part 4).

Both coders knew the history; the second had not seen the first values. Faults that stood in either file are mended, each with a
note in its row: an outcome or a year that the completed codebook (`codebook.py`) contradicts, and advisers coded as observers.
What two readers may judge differently is left as each judged it.
"""

from functools import cache
from pathlib import Path

from .case_file import CaseFile, read_cases

FIRST, SECOND = (Path(__file__).with_name(f"{name}_coding.csv") for name in ("first", "second"))


@cache
def first_coding() -> CaseFile:
    """The library as first coded."""
    return read_cases(FIRST)


@cache
def second_coding() -> CaseFile:
    """The same cases, coded afresh."""
    return read_cases(SECOND)
