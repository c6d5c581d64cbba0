"""Paired experiments on the whole model: the same luck under two settings, and what that changes on average."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np

from ....agents.choice import NOTHING
from ....agents.curves import WEEKS_IN_YEAR
from ....model.future import FIVE_YEARS
from ....model.orders import Order
from ....model.outcomes import EVENT, MEAN_SPANS, MEANS, failed
from ....model.scenario import Scenario
from ...ensemble.futures import Policy, cores, play
from ...ensemble.intervals import NOT_OBSERVED, Interval, Z

Column = Callable[[np.ndarray], np.ndarray]


def _one(outcomes: np.ndarray) -> np.ndarray:
    return np.ones(len(outcomes))


@dataclass(frozen=True)
class Told:
    """Something told as a figure with its interval: what it is called, and how its numbers are written."""

    name: str
    points: bool = field(default=False, kw_only=True)
    """Whether it is a share, told in percentage points."""
    unit: str = field(default="", kw_only=True)

    def text(self, change: Interval) -> str:
        """A change of it with its 95 % interval, as people read it."""
        if change.value is None or change.low is None or change.high is None:
            return f"{self.name}: not observed"
        scale, unit = (100.0, " points") if self.points else (1.0, self.unit)
        value, low, high = (signed(scale * (bound or 0.0)) for bound in change)
        return f"{self.name} {value}{unit} ({low} to {high})"

    def amount(self, value: float, of_a_share: str = "per cent") -> str:
        """A plain amount of it, without a sign."""
        return f"{100.0 * value:g} {of_a_share}" if self.points else f"{value:g}"

    def level_text(self, found: Interval) -> str:
        """How much of it there is, with the 95 % interval."""
        if found.value is None or found.low is None or found.high is None:
            return f"{self.name}: not observed"
        scale, unit = (100.0, " %") if self.points else (1.0, self.unit)
        value, low, high = (f"{scale * (bound or 0.0):.3g}" for bound in found)
        return f"{self.name} {value}{unit} ({low} to {high})"


@dataclass(frozen=True)
class Measure(Told):
    """Something measured of many futures: total `of` over total `per` (one a future, unless told)."""

    of: Column
    per: Column = _one


def signed(value: float) -> str:
    """A change with its sign and as many digits as it deserves."""
    size = abs(value)
    digits = 0 if size >= 100 else 1 if size >= 1 else 2 if size >= 0.1 else 3
    return f"{value:+.{digits}f}" if round(value, digits) else f"{0:.{digits}f}"


def ever(event: int) -> Column:
    """Whether an event ever happened in a future."""
    return lambda outcomes: (outcomes["first"][:, event] != NOTHING).astype(float)


def mean_of(name: str) -> Measure:
    """One of the declared MEANS, over the weeks (violations and deaths: the years) of ceasefire lived."""
    place = next(index for index, each in enumerate(MEANS) if each.name == name)
    return Measure(
        SPOKEN.get(name, name), lambda outcomes: outcomes["sums"][:, place], lambda outcomes: outcomes["weeks"] / MEAN_SPANS[place]
    )


def within(event: int, weeks: float) -> Column:
    """Whether an event happened before some week."""
    return lambda outcomes: ((outcomes["first"][:, event] != NOTHING) & (outcomes["first"][:, event] < weeks)).astype(float)


def earlier(outcomes: np.ndarray, first: int, second: int) -> np.ndarray:
    """Whether the first of two events came no later than the second, where both happened."""
    return (outcomes["first"][:, first] <= outcomes["first"][:, second]).astype(float)


SPOKEN = {
    "violations_per_year": "violations a year",
    "deaths_per_year": "deaths a year",
    "kyiv_confidence": "Kyiv's confidence (0 to 1)",
    "credibility_gap": "credibility gap (0 to 1)",
    "believed_answer": "answer Moscow believes in (0 to 1)",
    "belief": "Moscow's belief (0 to 1)",
    "joiners": "states that send troops",
    "troops": "thousand troops there",
}
"""What the declared means are called in a sentence."""

WAR = Measure("renewed war", ever(EVENT.renewed_war), points=True)
FAILURE = Measure("failed ceasefires", lambda outcomes: failed(outcomes["worst"]).astype(float), points=True)
EROSIONS = Measure("ground lost", ever(EVENT.erosion), points=True)
GRABS = Measure(
    "ground grabbed before any war",
    lambda outcomes: (
        ever(EVENT.erosion)(outcomes)
        * (1.0 - (ever(EVENT.renewed_war)(outcomes) * earlier(outcomes, EVENT.renewed_war, EVENT.erosion)))
    ),
    points=True,
)
MOBILISATIONS = Measure("mobilisation", ever(EVENT.mobilisation), points=True)
ATTACKS = Measure("attack on the force", ever(EVENT.attack_on_force), points=True)
CLASHES = Measure("clash", ever(EVENT.clash), points=True)
WIDER = Measure("wider war", ever(EVENT.wider_war), points=True)
NUCLEAR = Measure("nuclear use", ever(EVENT.nuclear_use), points=True)
WITHDRAWALS = Measure("presence ended", ever(EVENT.withdrawal), points=True)
AUTHORISED = Measure("presence authorised", ever(EVENT.authorisation), points=True)
CONCESSIONS = Measure("demand conceded", ever(EVENT.concession), points=True)
RUNG = Measure("highest rung (0 to 10)", lambda outcomes: outcomes["peak_rung"].astype(float))
CRISES = Measure("crises a future", lambda outcomes: outcomes["crises"].astype(float))
PRESSES = Measure(
    "times a year that Kyiv presses",
    lambda outcomes: outcomes["presses"].astype(float),
    lambda outcomes: outcomes["weeks"] / WEEKS_IN_YEAR,
)
EARLY_MOBILISATIONS = Measure("mobilisation within a year", within(EVENT.mobilisation, WEEKS_IN_YEAR), points=True)
ANSWERED = Measure(
    "attacks on the force answered with force",
    lambda outcomes: np.minimum(outcomes["clashes"], outcomes["attacks"]).astype(float),
    lambda outcomes: outcomes["attacks"].astype(float),
    points=True,
)
LAUNCHED = Measure(
    "mobilisations that end in war",
    lambda outcomes: outcomes["launches"].astype(float),
    lambda outcomes: outcomes["mobilisations"].astype(float),
    points=True,
)
CLASH_GIVEN_FAILURE = Measure(
    "clashes among failed ceasefires",
    lambda outcomes: ever(EVENT.clash)(outcomes) * failed(outcomes["worst"]),
    lambda outcomes: failed(outcomes["worst"]).astype(float),
    points=True,
)
VIOLATIONS, DEATHS = mean_of("violations_per_year"), mean_of("deaths_per_year")
CONFIDENCE, BELIEF = mean_of("kyiv_confidence"), mean_of("belief")
GAP, BELIEVED = mean_of("credibility_gap"), mean_of("believed_answer")
JOINERS, TROOPS = mean_of("joiners"), mean_of("troops")


def influences(measure: Measure, outcomes: np.ndarray) -> tuple[float | None, np.ndarray]:
    """The measure, and by how much each future moves it (linearised; Cochran 1977, chapter 6)."""
    of, per = measure.of(outcomes), measure.per(outcomes)
    if per.sum() <= 0:
        return None, np.zeros(len(outcomes))
    value = float(of.sum() / per.sum())
    return value, (of - value * per) / per.mean()


def spread(influence: np.ndarray, groups: int | None) -> float:
    """Half the 95 % interval of a mean; futures of one group (one random setting) are not independent of each other."""
    means = influence if groups is None else influence.reshape(groups, -1).mean(axis=1)
    return Z * float(means.std(ddof=1)) / len(means) ** 0.5 if len(means) > 1 else float("inf")


def plain_average(values: np.ndarray) -> Interval:
    """The mean of independent numbers with its interval."""
    if not len(values):
        return NOT_OBSERVED
    half = spread(values, None)
    return Interval(float(values.mean()), float(values.mean()) - half, float(values.mean()) + half)


def level(measure: Measure, outcomes: np.ndarray, groups: int | None = None) -> Interval:
    """The measure itself with its interval."""
    value, influence = influences(measure, outcomes)
    if value is None:
        return NOT_OBSERVED
    half = spread(influence, groups)
    return Interval(value, value - half, value + half)


def difference(measure: Measure, higher: np.ndarray, lower: np.ndarray, groups: int | None = None) -> Interval:
    """The measure under `higher` less under `lower`, over futures that share their luck pair by pair."""
    above, moved_above = influences(measure, higher)
    below, moved_below = influences(measure, lower)
    if above is None or below is None:
        return NOT_OBSERVED
    half = spread(moved_above - moved_below, groups)
    return Interval(above - below, above - below - half, above - below + half)


def difference_of_differences(measure: Measure, arms: Sequence[np.ndarray], groups: int | None = None) -> Interval:
    """(first less second) less (third less fourth): how far one change depends on another, over shared luck."""
    value = 0.0
    influence = np.zeros(len(arms[0]))
    for sign, outcomes in zip((1, -1, -1, 1), arms, strict=True):
        own, moved = influences(measure, outcomes)
        if own is None:
            return NOT_OBSERVED
        value += sign * own
        influence += sign * moved
    half = spread(influence, groups)
    return Interval(value, value - half, value + half)


def relative_difference(
    measure: Measure, higher: np.ndarray, lower: np.ndarray, groups: int | None = None
) -> tuple[Interval, np.ndarray]:
    """The measure under `higher` as a multiple of what it is under `lower`, less one, and by how much each future moves that."""
    above, moved_above = influences(measure, higher)
    below, moved_below = influences(measure, lower)
    if not above or not below:
        return NOT_OBSERVED, np.zeros(len(higher))
    influence = above / below * (moved_above / above - moved_below / below)
    half = spread(influence, groups)
    value = above / below - 1.0
    return Interval(value, value - half, value + half), influence


def outcomes_of(
    scenarios: Sequence[Scenario], runs: int, seed: int, weeks: int = FIVE_YEARS, orders: Sequence[Order] = ()
) -> np.ndarray:
    """`runs` futures of every scenario, one after another. The place of a scenario gives its luck, so arms are paired by place."""

    def played(place: int) -> np.ndarray:
        policy = Policy(scenarios[place], weeks, orders=tuple(orders))
        return play(policy, runs, seed, first_run=place * runs, threads=1)

    with ThreadPoolExecutor(cores()) as pool:
        return np.concatenate(list(pool.map(played, range(len(scenarios)))))
