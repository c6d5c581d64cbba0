"""The same cases told otherwise: without what hindsight colours, as a coder less sure would tell them, with forces scrambled.

Each variant says in which versions a case is played. Versions that are pooled are what somebody might hold possible at once, and
make one forecast; the others are scored one by one, so that the score is what one could expect of such a file.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from ....agents.mindset import MINDSETS
from .case import Case, Force

JUDGED = ("combat_capable", "air_isr_enablers", "gp_backing", "challenger_value", "sanctions_threat")
"""The columns that are a judgement between 0 and 1."""
NOISE = 0.2
"""How far a judgement is moved at most, either way."""
HINDSIGHT = ("challenger_value", "gp_backing")
"""The columns that were coded by people who knew the outcome."""
STEPS = 4
"""Values of each of them that stand for the whole range from 0 to 1, evenly: the middle of every quarter."""
NOISES = 8
LINEAR = {"prize_steepness": 1.0}
"""As the model was before the value of the prize was given a shape from this library."""


@dataclass(frozen=True)
class Variant:
    """One way to tell the cases."""

    name: str
    meaning: str
    versions: Callable[[Case], Sequence[Case]]
    """The versions of a case, in an order that is the same for every case."""
    pooled: bool = True
    thrift: int = 1
    """Each version that is scored by itself is played on one in so many of the runs."""
    pins: dict[str, float] = field(default_factory=dict)
    shares: Callable[[Sequence[Case]], Sequence[float]] | None = None
    """What each version weighs, given all cases; alike if not said."""


def as_coded(case: Case) -> list[Case]:
    """The case itself."""
    return [case]


def without_hindsight(case: Case) -> list[Case]:
    """The case if nobody knew the value of the prize or the backing: every value of either is as likely."""
    middles = [(step + 0.5) / STEPS for step in range(STEPS)]
    return [_changed(case, zip(HINDSIGHT, pair, strict=True)) for pair in product(middles, middles)]


def shifts() -> list[tuple[float, ...]]:
    """Shifts of the judged columns, spread evenly (an R-sequence, Roberts 2018), each with its opposite: they sum to nought."""
    root = 1.0
    for _ in range(64):  # the root of x^(d+1) = x + 1, which makes its powers fill d dimensions evenly
        root = (1.0 + root) ** (1.0 / (len(JUDGED) + 1))
    found = []
    for number in range(1, NOISES // 2 + 1):
        shift = tuple(NOISE * (2.0 * ((number * root ** -(place + 1)) % 1.0) - 1.0) for place in range(len(JUDGED)))
        found += [shift, tuple(-each for each in shift)]
    return found


def with_noise(case: Case) -> list[Case]:
    """The case as coders less sure would have coded it, within 0 and 1."""
    return [
        _changed(case, ((name, min(max(getattr(case, name) + by, 0.0), 1.0)) for name, by in zip(JUDGED, shift, strict=True)))
        for shift in shifts()
    ]


def _changed(case: Case, values: Iterable[tuple[str, float]]) -> Case:
    """The case with some judged columns at other values."""
    changes: dict[str, Any] = dict(values)
    return replace(case, **changes)


def with_every_force(case: Case) -> list[Case]:
    """The case with every kind of force in turn."""
    return [replace(case, force_type=force) for force in Force]


def shares_of_forces(cases: Sequence[Case]) -> list[float]:
    """How often every kind of force occurs among the cases: what a random exchange among them gives each case."""
    counts = Counter(case.force_type for case in cases)
    return [counts[force] / len(cases) for force in Force]


AS_CODED = Variant("as coded", "every column as it stands", as_coded)
VARIANTS = (
    AS_CODED,
    Variant("without hindsight", "value of the prize and great-power backing unknown: all values from 0 to 1 alike",
            without_hindsight),
    Variant("with noise", f"the judged columns moved by up to {NOISE:g} either way, {NOISES} times, scored each time",
            with_noise, pooled=False, thrift=2),
    Variant("force scrambled", "every case with the kind of force of each case of the file in turn, scored each time",
            with_every_force, pooled=False, thrift=2, shares=shares_of_forces),
    Variant("value straight", "as coded, with the value of the prize counting in proportion (`prize_steepness` 1), as before the "
            "shipped library shaped it", as_coded, pins=LINEAR),
)  # fmt: skip
"""Every way in which the cases are told."""
FEWEST_RUNS = STEPS ** len(HINDSIGHT) * len(MINDSETS)
"""So that every version of a case is played with every mindset."""
