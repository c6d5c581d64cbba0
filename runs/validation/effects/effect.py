"""What one quantity does: the same futures at the values compared, outcome by outcome and place by place.

Differences and intervals are those of every other paired experiment (`verification/experiment.py`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ....agents.declaration import Quantity
from ....model.scenario import Scenario
from ...ensemble.intervals import Interval
from ..verification.experiment import FAILURE, Measure, difference
from ..verification.settings import SEED
from .ends import compared, held
from .multiplicity import chance_of
from .places import ALL_SCENARIOS, ON_ANY_PRIZE, RANDOM_SETTINGS, UNDER_A_POLICY, played, random_settings, scenarios
from .recorded import RECORDED, parted

Hold = Callable[[Scenario, str, float], Scenario]
Arms = Sequence[np.ndarray]


@dataclass(frozen=True)
class Plan:
    """How much is played."""

    runs: int = 1000
    """Futures of every shipped scenario at every value."""
    settings: int = 200
    futures: int = 4
    """Futures of every random setting at every value."""
    seed: int = 1
    """Of the luck in the shipped scenarios; that of the random settings is fixed."""

    def played(self, quantities: Sequence[Quantity]) -> int:
        """How many futures that comes to."""
        values = sum(len(compared(each)) for each in quantities)
        return values * (len(scenarios()) * self.runs + self.settings * self.futures)


@dataclass(frozen=True)
class Effect:
    """A difference of one outcome in one place between two values of a quantity: the later less the earlier."""

    place: str
    outcome: str
    earlier: float
    later: float
    change: Interval
    """With its plain 95 % interval."""


@dataclass(frozen=True)
class Finding:
    """All effects of one quantity."""

    name: str
    effects: tuple[Effect, ...]
    """In every place on every outcome; of more than two values the two that differ most clearly."""
    across: Mapping[str, Interval]
    """By outcome, the mean over the shipped scenarios: highest value less lowest."""
    comparisons: int
    """Out of how many differences the effects were looked for."""
    parted: float
    """Share of pairs in the shipped scenarios in which anything recorded differs between any two of the values."""
    mean_size: float
    """Mean over the random settings of the size of the effect on failure; luck of few futures is in it."""
    largest: float
    """The largest effect on failure, with its sign, in any random setting."""


def find(quantity: Quantity, plan: Plan, hold: Hold = held) -> Finding:
    """Play a quantity at the values compared, everywhere, and say what differs. `hold` sets it to a value."""
    values = compared(quantity)
    arms = {place: _played(scenario, quantity.name, values, plan, hold) for scenario in scenarios() for place in [scenario.name]}
    moved = np.mean([_any_parted(each) for each in arms.values()])
    arms[ALL_SCENARIOS] = _run_by_run(list(arms.values()), len(values))
    arms[RANDOM_SETTINGS] = _in_settings(quantity.name, values, plan, hold)
    groups = {ALL_SCENARIOS: plan.runs, RANDOM_SETTINGS: plan.settings}
    effects = tuple(
        _clearest(place, outcome, measure, values, each, groups.get(place))
        for place, each in arms.items()
        for outcome, measure in RECORDED.items()
    )
    ends = arms[ALL_SCENARIOS][-1], arms[ALL_SCENARIOS][0]
    across = {outcome: difference(measure, *ends, plan.runs) for outcome, measure in RECORDED.items()}
    sizes = _by_setting(arms[RANDOM_SETTINGS], plan.settings)
    largest = sizes[np.abs(sizes).argmax()]
    pairs = len(values) * (len(values) - 1) // 2
    return Finding(quantity.name, effects, across, pairs * len(effects), float(moved), float(np.abs(sizes).mean()), float(largest))


def _played(scenario: Scenario, name: str, values: Sequence[float], plan: Plan, hold: Hold) -> Arms:
    return [played(hold(scenario, name, value), plan.runs, plan.seed) for value in values]


def _in_settings(name: str, values: Sequence[float], plan: Plan, hold: Hold) -> Arms:
    """The futures of every setting, one setting after another; each setting has runs of its own."""
    return [
        np.concatenate(
            [
                played(hold(setting, name, value), plan.futures, SEED, number * plan.futures)
                for number, setting in enumerate(random_settings(plan.settings, name in ON_ANY_PRIZE, UNDER_A_POLICY.get(name, ())))
            ]
        )
        for value in values
    ]


def _run_by_run(arms: Sequence[Arms], values: int) -> Arms:
    """All scenarios together, the futures of one run side by side: they share their luck, so they count as one group."""
    return [np.stack([each[value] for each in arms], axis=1).ravel() for value in range(values)]


def _any_parted(arms: Arms) -> float:
    return float(np.any([parted(one, other) for one, other in combinations(arms, 2)], axis=0).mean())


def _clearest(place: str, outcome: str, measure: Measure, values: Sequence[float], arms: Arms, groups: int | None) -> Effect:
    """The difference that is least likely to be luck, of those between any two values."""
    found = [
        Effect(place, outcome, values[one], values[other], difference(measure, arms[other], arms[one], groups))
        for one, other in combinations(range(len(values)), 2)
    ]
    return min(found, key=lambda each: (chance_of(each.change), -abs(each.change.value or 0.0)))


def _by_setting(arms: Arms, settings: int) -> np.ndarray:
    """The effect on failure in each random setting, as a share; of more than two values the largest of any two."""
    failed = [FAILURE.of(each).reshape(settings, -1).mean(axis=1) for each in arms]
    apart = np.stack([failed[other] - failed[one] for one, other in combinations(range(len(arms)), 2)])
    return apart[np.abs(apart).argmax(axis=0), np.arange(settings)]
