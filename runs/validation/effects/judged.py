"""What is said of a quantity in the end: it acts, it moves means alone, it cannot be told apart from luck, it moves nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from .effect import Effect, Finding
from .expected import EXPECTED, Expected
from .multiplicity import chance_of, level
from .places import RANDOM_SETTINGS
from .recorded import SHARES

LITTLE = 0.002
"""A share that moves by less than this (0.2 points) does not move."""


PLANNED = frozenset({"authorisation"})
"""What is decided with the plan rather than brought about by it: told as what moves most only if nothing else moves."""


class Verdict(Enum):
    """Whether a quantity has an effect."""

    ACTS = "acts"
    """On some share of futures."""
    MEANS = "moves means alone"
    """Something is measured otherwise, but no share of futures changes that could be told apart from luck."""
    UNCLEAR = "not told apart from luck"
    NOTHING = "moves nothing"


class Agreement(Enum):
    """Whether an effect has the sign expected of it."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Judged:
    """A finding, and what is said of it."""

    finding: Finding
    verdict: Verdict
    chance: float
    """At which a single comparison of this quantity is told apart from luck."""
    most: Effect | None
    """The clear effect that is largest: on a share if it acts on any, otherwise the clearest on a mean. None if it does not act."""
    expected: tuple[tuple[Expected, Agreement], ...]

    @property
    def size(self) -> float:
        """The size of its largest clear effect on a share of futures; 0 if it moves means alone, -1 if it moves nothing clearly."""
        if self.most is None:
            return -1.0
        return abs(self.most.change.value or 0.0) if self.most.outcome in SHARES else 0.0


def judge(findings: Sequence[Finding], expected: Mapping[str, Sequence[Expected]] = EXPECTED) -> list[Judged]:
    """All findings together, since how clear an effect must be depends on how many were looked for."""
    smallest = [min(chance_of(effect.change) for effect in each.effects) for each in findings]
    allowed = level(smallest, [each.comparisons for each in findings])
    return [_judged(each, allowed / each.comparisons, expected.get(each.name, ())) for each in findings]


def _judged(finding: Finding, chance: float, expected: Sequence[Expected]) -> Judged:
    clear = [effect for effect in finding.effects if chance_of(effect.change) <= chance]
    agreements = tuple((each, agreement(finding, each)) for each in expected)
    if clear:
        most = _most(clear)
        return Judged(finding, Verdict.ACTS if most.outcome in SHARES else Verdict.MEANS, chance, most, agreements)
    quiet = all(abs(each.change.value or 0.0) < LITTLE for each in finding.effects if _counts(each))
    return Judged(finding, Verdict.NOTHING if quiet else Verdict.UNCLEAR, chance, None, agreements)


def _counts(effect: Effect) -> bool:
    """Whether an effect must be little for nothing to move: on shares in the scenarios, on failure in the random settings."""
    return effect.outcome in SHARES and (effect.place != RANDOM_SETTINGS or effect.outcome == "failure")


def _most(clear: Sequence[Effect]) -> Effect:
    shares = [each for each in clear if each.outcome in SHARES]
    if shares:
        return max(shares, key=lambda each: (each.outcome not in PLANNED, abs(each.change.value or 0.0)))
    return min(clear, key=lambda each: chance_of(each.change))


def agreement(finding: Finding, expected: Expected) -> Agreement:
    """Whether the mean over the shipped scenarios moves as expected, by its plain interval."""
    sign = finding.across[expected.outcome].sign
    if sign == 0:
        return Agreement.UNDECIDED
    return Agreement.AGREES if sign == expected.sign else Agreement.DISAGREES
