"""What the codes mean that stand as sources beside numbers, terms and checks, where each comes from and how sure it is.

T codes are signs of theory, X codes exact results, A codes anchors in figures, numbers such as 2.6 parts of theory. C codes are the
claims of the article, which are declared with their experiments (`runs/validation/claims`).
"""

import csv
import re
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("sources.csv")
CODE = re.compile(r"(?<![\w.])(?:[CTXA][1-9]\d?|2\.(?:1[0-3]|[1-9]))(?![\w.]*\w)")
"""A code within a text of sources."""
SAID = "What a code such as A36, T26, C5 or 2.6 stands for: reassure glossary A36, and docs/sources.md."
"""Where output with codes says what they mean."""


class Source(NamedTuple):
    """What a code stands for."""

    code: str
    statement: str
    """In our words."""
    citation: str
    found: str
    """How it was come by: looked up (mostly abstracts and excerpts), from memory, derived and checked here, or not at all."""
    confidence: str
    """High, medium or low."""


def read(path: Path = TABLE) -> dict[str, Source]:
    """The table by code. Raises ValueError for a code that stands there twice."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [Source(**row) for row in csv.DictReader(file)]
    found = {row.code: row for row in rows}
    if len(found) != len(rows):
        raise ValueError(f"{path.name}: a code stands there twice")
    return found


SOURCES = read()
"""By code, in the order of the table; all but the claims."""


def codes_in(text: str) -> list[str]:
    """The codes in a text of sources, in their order."""
    return CODE.findall(text)
