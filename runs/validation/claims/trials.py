"""The experiments behind the claims: arms of a shipped scenario on shared luck, and what they come to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from ....model.orders import parse_order
from ....model.parameters import adjusted
from ....model.scenario import load
from ...ensemble.futures import Policy, play
from ...ensemble.intervals import Interval
from ..verification.experiment import Measure, difference, difference_of_differences, level
from .claim import Arm, Claim, Depends, Lies, Moves, Outweighs, Stays, Trial


class Result(Enum):
    """What an experiment, or a claim by its experiments, comes to."""

    SHOWN = "shown"
    PARTLY = "partly shown"
    NOT_SHOWN = "not shown"
    CONTRADICTED = "contradicted by the model"


@dataclass(frozen=True)
class Found:
    """One experiment: what was asked, the figure with its interval, the result."""

    asked: str
    figure: str
    change: Interval
    result: Result


@dataclass(frozen=True)
class Judged:
    """A claim with what its experiments found."""

    claim: Claim
    found: tuple[Found, ...]

    @property
    def result(self) -> Result:
        """Contradicted if any experiment contradicts it, shown if all show it, partly if some do."""
        results = {each.result for each in self.found}
        if Result.CONTRADICTED in results:
            return Result.CONTRADICTED
        if results == {Result.SHOWN}:
            return Result.SHOWN
        return Result.PARTLY if Result.SHOWN in results else Result.NOT_SHOWN


class Laboratory:
    """Arms played once each: `runs` futures of `seed`. `advance` is told how many futures have been played."""

    def __init__(self, runs: int, seed: int, advance: Callable[[int], object] | None = None):
        self.runs, self.seed, self.advance = runs, seed, advance
        self.played: dict[object, np.ndarray] = {}

    def play(self, arm: Arm) -> np.ndarray:
        """The outcomes of an arm."""
        if arm.key not in self.played:
            scenario = adjusted(load(arm.scenario), dict(arm.changes))
            orders = tuple(parse_order(text, arm.weeks) for text in arm.orders)
            policy = Policy(scenario, arm.weeks, orders=orders)
            self.played[arm.key] = play(policy, self.runs, self.seed, advance=self.advance)
        return self.played[arm.key]

    def change(self, measure: Measure, higher: Arm, lower: Arm) -> Interval:
        """The measure in one arm less in the other, pair by pair."""
        return difference(measure, self.play(higher), self.play(lower))

    def judge(self, claims: Sequence[Claim]) -> Iterator[Judged]:
        """Every claim, put to its experiments."""
        for claim in claims:
            yield Judged(claim, tuple(self.find(trial) for trial in claim.trials))

    def find(self, trial: Trial) -> Found:
        """One experiment."""
        if isinstance(trial, Moves):
            change = self.change(trial.measure, trial.higher, trial.lower)
            asked = f"{_direction(trial.sign)} from {trial.lower.text} to {trial.higher.text}"
            return Found(asked, trial.measure.text(change), change, _by_sign(change, trial.sign))
        if isinstance(trial, Depends):
            change = difference_of_differences(trial.measure, [self.play(arm) for arm in trial.arms])
            first, second, third, fourth = (arm.text for arm in trial.arms)
            asked = f"{_direction(trial.sign)}: {first} less {second}, less the same for {third} and {fourth}"
            return Found(asked, trial.measure.text(change), change, _by_sign(change, trial.sign))
        if isinstance(trial, Stays):
            change = self.change(trial.measure, trial.higher, trial.lower)
            asked = (
                f"within {trial.measure.amount(trial.band, 'points')} of no change from {trial.lower.text} to {trial.higher.text}"
            )
            return Found(asked, trial.measure.text(change), change, _inside(change, -trial.band, trial.band))
        if isinstance(trial, Lies):
            found = level(trial.measure, self.play(trial.arm))
            asked = f"between {trial.measure.amount(trial.low)} and {trial.measure.amount(trial.high)} in {trial.arm.text}"
            return Found(asked, trial.measure.level_text(found), found, _inside(found, trial.low, trial.high))
        return self.weigh(trial)

    def weigh(self, trial: Outweighs) -> Found:
        """Whether the first swing is the largest: shown or contradicted if its whole interval is apart from that of its rival."""
        swings = {name: self.change(trial.measure, higher, lower) for name, higher, lower in trial.pairs}
        (name, first), *others = swings.items()
        rival = max(others, key=lambda each: abs(each[1].value or 0.0))[1]
        result = Result.NOT_SHOWN
        if _nearest(first) > _farthest(rival):
            result = Result.SHOWN
        elif _farthest(first) < _nearest(rival):
            result = Result.CONTRADICTED
        ranked = sorted(swings.items(), key=lambda each: -abs(each[1].value or 0.0))
        figure = "; ".join(f"{each}: {trial.measure.text(swing)}" for each, swing in ranked)
        return Found(f"{name} moves {trial.measure.name} most", figure, first, result)


def _direction(sign: int) -> str:
    return "up" if sign > 0 else "down"


def _by_sign(change: Interval, sign: int) -> Result:
    if change.sign == sign:
        return Result.SHOWN
    return Result.NOT_SHOWN if change.sign == 0 else Result.CONTRADICTED


def _inside(found: Interval, low: float, high: float) -> Result:
    """Shown if the estimate lies between the bounds, contradicted if its whole interval lies outside."""
    if found.value is None or found.low is None or found.high is None:
        return Result.NOT_SHOWN
    if low <= found.value <= high:
        return Result.SHOWN
    return Result.CONTRADICTED if found.high < low or found.low > high else Result.NOT_SHOWN


def _nearest(swing: Interval) -> float:
    """The smallest size within the interval of a swing."""
    if swing.low is None or swing.high is None or swing.sign == 0:
        return 0.0
    return min(abs(swing.low), abs(swing.high))


def _farthest(swing: Interval) -> float:
    """The largest size within it."""
    return max(abs(swing.low or 0.0), abs(swing.high or 0.0))
