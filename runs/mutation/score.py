"""The score: of the mutants that count, how many a test says to be wrong."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .reasons import EQUIVALENT, MAY_LIVE, Reason
from .results import HANGS, KILLED, RAISES, SURVIVES, Result


@dataclass(frozen=True)
class Score:
    """How many mutants there were, by what became of them."""

    killed: int
    """A test says what is right; a mutant that hangs is among them."""
    hangs: int
    survived: int
    raised: int
    """Not counted: tests only raise."""
    equivalent: int
    """Not counted: provably changes nothing."""

    @property
    def counted(self) -> int:
        """Those that count."""
        return self.killed + self.survived

    @property
    def share(self) -> float:
        """The share killed of those that count; 1 of none."""
        return self.killed / self.counted if self.counted else 1.0

    def __str__(self) -> str:
        return (
            f"{self.killed} of {self.counted} mutants killed ({self.share:.0%}; {self.hangs} by hanging); "
            f"not counted: {self.raised} that only raise, {self.equivalent} that change nothing"
        )


def reason_for(result: Result, reasons: Sequence[Reason]) -> Reason | None:
    """The reason given for a mutant, if it still reads the same."""
    return next((each for each in reasons if (each.mutant, each.change) == (result.mutant, result.change)), None)


def score(results: Iterable[Result], equivalent: Sequence[Reason] = EQUIVALENT) -> Score:
    """The score of some results."""
    ends: Counter[str] = Counter()
    for result in results:
        known = result.verdict == SURVIVES and reason_for(result, equivalent)
        ends["equivalent" if known else result.verdict] += 1
    return Score(ends[KILLED] + ends[HANGS], ends[HANGS], ends[SURVIVES], ends[RAISES], ends["equivalent"])


def survivors(results: Iterable[Result]) -> list[tuple[Result, str]]:
    """Every survivor that counts, with the reason it may live or an empty text."""
    found = [each for each in results if each.verdict == SURVIVES and not reason_for(each, EQUIVALENT)]
    reasons = [reason_for(each, MAY_LIVE) for each in found]
    return [(each, reason.why if reason else "") for each, reason in zip(found, reasons, strict=True)]


def by(results: Iterable[Result], key: Callable[[Result], str]) -> dict[str, Score]:
    """The score of each group of results."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(key(result), []).append(result)
    return {name: score(group) for name, group in groups.items()}


def file_of(result: Result) -> str:
    """The module of a mutant."""
    return result.mutant.split(" ")[0]


def kind_of(result: Result) -> str:
    """The kind of its site."""
    return result.mutant.split(" ")[2]
