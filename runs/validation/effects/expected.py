"""Which way an outcome should move as a quantity rises, where a claim of the article, theory or data say so.

Written down from their meaning before anything was played; what the rules do besides is shown against it and changes nothing here.
"""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from .recorded import RECORDED

TABLE = Path(__file__).with_name("expected.csv")
SIGNS = {"up": 1, "down": -1}


class Expected(NamedTuple):
    """One expectation."""

    quantity: str
    outcome: str
    direction: str
    """As the quantity rises: up or down."""
    source: str

    @property
    def sign(self) -> int:
        """1 or -1."""
        return SIGNS[self.direction]

    @property
    def text(self) -> str:
        """In words, with its source."""
        return f"{RECORDED[self.outcome].name} {self.direction} ({self.source})"


def read(path: Path = TABLE) -> dict[str, tuple[Expected, ...]]:
    """The expectations of each quantity. Raises ValueError for an outcome or a direction that does not exist, or one said twice."""
    found: dict[str, tuple[Expected, ...]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            each = Expected(**row)
            before = found.get(each.quantity, ())
            if each.outcome not in RECORDED or each.direction not in SIGNS or each.outcome in {other.outcome for other in before}:
                raise ValueError(f"{path.name}: {each}")
            found[each.quantity] = (*before, each)
    return found


EXPECTED: Mapping[str, tuple[Expected, ...]] = read()
"""By quantity; none is stated of the others."""
