"""The backtest: the model's chances of every case beside what happened, scored with its rivals, the cases told in several ways.

Nothing of the model is fitted here. What was fitted to this library before (`prize_steepness`, in shape) is told by a variant
without it, and has been fitted to no other file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...ensemble.intervals import Interval
from .case import Case
from .case_file import CaseFile
from .chances import chances_of
from .forecast import Forecast, happened, one_by_one, version_by_version
from .rivals import BASE_RATES, RIVALS, Readings
from .scores import Scored, brier_losses, by_case, log_losses, scores
from .variants import AS_CODED, VARIANTS, Variant

MODEL = "model"
BOTH = "both codings"


@dataclass(frozen=True)
class Sample:
    """A set of cases, each with its readings: by one coder or by several."""

    name: str
    readings: Readings

    @property
    def ids(self) -> list[str]:
        """What each case is called by its file."""
        return [readings[0].case_id for readings in self.readings]

    @property
    def weights(self) -> np.ndarray:
        """What happened in every case."""
        return np.array([happened(readings) for readings in self.readings])

    @property
    def one_sided(self) -> "Sample":
        """The cases in which one side alone could have begun it, or did."""
        return Sample(self.name, [each for each in self.readings if not any(reading.either_side for reading in each)])


def samples_of(files: Sequence[CaseFile]) -> list[Sample]:
    """A sample a file; and where there are several, one of all their readings, those of one case_id being of one case."""
    alone = [Sample(file.name, [[case] for case in file.cases]) for file in files]
    if len(files) < 2:
        return alone
    together: dict[str, list[Case]] = {}
    for file in files:
        for case in file.cases:
            together.setdefault(case.case_id, []).append(case)
    return [*alone, Sample(BOTH, list(together.values()))]


@dataclass(frozen=True)
class Told:
    """One sample told in one way: the model's forecast and how it scores."""

    variant: Variant
    forecast: Forecast

    @cached_property
    def scores(self) -> dict[str, Scored]:
        """Every score, by name."""
        return scores(self.forecast)


@dataclass(frozen=True)
class Findings:
    """Everything that is found about one sample."""

    sample: Sample
    told: Mapping[str, Told]
    """By the name of the variant."""
    rivals: Mapping[str, Forecast]

    @property
    def chances(self) -> np.ndarray:
        """The model's chances of every case as coded."""
        return self.told[AS_CODED.name].forecast.chances

    @property
    def losses(self) -> np.ndarray:
        """The Brier and the log loss of every case as coded, in two columns."""
        forecast = self.told[AS_CODED.name].forecast
        return np.column_stack([by_case(of(forecast.chances), forecast) for of in (brier_losses, log_losses)])

    @cached_property
    def scores(self) -> dict[str, dict[str, Scored]]:
        """The scores of the model as coded and of its rivals."""
        return {MODEL: self.told[AS_CODED.name].scores, **{name: scores(each) for name, each in self.rivals.items()}}

    @cached_property
    def one_sided(self) -> tuple[int, dict[str, Scored], dict[str, Scored]] | None:
        """How many cases are one-sided, and the scores of the model and of base rates on them; None if all are."""
        sample = self.sample.one_sided
        if len(sample.readings) in (0, len(self.sample.readings)):
            return None
        kept = [place for place, name in enumerate(self.sample.ids) if name in set(sample.ids)]
        model = one_by_one(self.chances[kept], sample.weights)
        return len(kept), scores(model), scores(BASE_RATES.forecast(sample.readings))

    def less(self, rival: str, score: str) -> Interval:
        """A score of the model less that of a rival."""
        return self.scores[MODEL][score].less(self.scores[rival][score])


@dataclass(frozen=True)
class Backtest:
    """The findings about every sample, and the futures behind each forecast of a case."""

    tested: tuple[Findings, ...]
    runs: int


def futures_played(files: Sequence[CaseFile], runs: int) -> int:
    """How many futures a backtest plays."""
    cases = {case: None for file in files for case in file.cases}
    return sum(_futures(case, variant, runs) for case in cases for variant in VARIANTS)


def _futures(case: Case, variant: Variant, runs: int) -> int:
    return runs if variant.pooled else len(variant.versions(case)) * max(1, runs // variant.thrift)


def backtest(
    files: Sequence[CaseFile],
    runs: int,
    pins: Mapping[str, float] | None = None,
    advance: Callable[[int], object] | None = None,
) -> Backtest:
    """Play every case of every file in every way it is told, and score what comes of it. `pins` as for `chances_of`."""
    chances: dict[tuple[str, Case], np.ndarray] = {}
    for variant in VARIANTS:
        for case in {case: None for file in files for case in file.cases}:
            chances[variant.name, case] = _versions(case, variant, runs, {**(pins or {}), **variant.pins}, advance)
    return Backtest(tuple(_tested(sample, chances) for sample in samples_of(files)), runs)


def _versions(
    case: Case, variant: Variant, runs: int, pins: Mapping[str, float], advance: Callable[[int], object] | None
) -> np.ndarray:
    """Chances of a case in every version that is scored by itself: versions by outcomes."""
    versions = variant.versions(case)
    if variant.pooled:
        return chances_of(versions, runs, pins, advance=advance)[None]
    each = max(1, runs // variant.thrift)
    return np.array([chances_of([version], each, pins, advance=advance) for version in versions])


def _tested(sample: Sample, chances: Mapping[tuple[str, Case], np.ndarray]) -> Findings:
    every = [reading for readings in sample.readings for reading in readings]
    told = {}
    for variant in VARIANTS:
        means = np.array(
            [np.mean([chances[variant.name, reading] for reading in readings], axis=0) for readings in sample.readings]
        )
        shares = variant.shares(every) if variant.shares else np.full(means.shape[1], 1 / means.shape[1])
        told[variant.name] = Told(variant, version_by_version(means.transpose(1, 0, 2), np.array(shares), sample.weights))
    rivals = {rival.name: rival.forecast(sample.readings) for rival in RIVALS}
    return Findings(sample, told, rivals)
