"""The library of historical cases: 42 guarantees and ceasefires since 1870, coded by hand (evidence, part 4).

One coder's judgement, partly from memory and knowing the outcomes: challenger values are overstated as predictors. Used here for
the mix of values among challengers, of which Ukraine's is an extreme.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("cases.csv")


@dataclass(frozen=True)
class Case:
    """One coded case. `challenger_value` 0 to 1; `outcome` held, low_level or major within five years."""

    name: str
    start_year: int
    after_war: bool
    challenger_value: float
    outcome: str


def cases() -> tuple[Case, ...]:
    """Every case of the library, in its order."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Case(
                row["case_name"],
                int(row["start_year"]),
                row["post_war_ceasefire"] == "1",
                float(row["challenger_value"]),
                row["outcome_5y"],
            )
            for row in csv.DictReader(file)
        )
