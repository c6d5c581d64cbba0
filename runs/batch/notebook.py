"""Batches from Python: run one, open one, and have data frames."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...model.future import FIVE_YEARS
from ...model.levers import LEVERS
from ...model.scenario import BASELINE, parse_values
from ...model.uncertainties import UNCERTAINTIES
from ..ensemble.comparison import Result
from ..ensemble.intervals import Interval
from ..ensemble.summary import failure
from ..store.asked_for import Method
from ..store.store import Store
from .batch import begin, extend, resume
from .drive import Threads, Workers
from .experiment import Request
from .experiment_file import read_experiment
from .reopening import Reopened, reopen
from .summary import summaries
from .sweep import parse_axis

if TYPE_CHECKING:
    import pandas


class Batch(Store):
    """A batch on disk, for notebooks. `frame()` has a row a future; the rest is what the commands of the same names do."""

    def summary(self) -> "pandas.DataFrame":
        """A row for each scenario at each row of the design: shares and differences, each with the bounds of its 95 % interval."""
        import pandas

        return pandas.DataFrame(
            [
                {"row": each.row, **each.values, "scenario": name, **_figures(result)}
                for each in summaries(self)
                for name, result in each.comparison.results.items()
            ]
        )

    def query(self, question: str) -> "pandas.DataFrame":
        """The answer to a SELECT over `futures`. Raises DeclarationError without DuckDB, or for what it does not understand."""
        import pandas

        from ..store.query import ask

        answer = ask(self, question)
        return pandas.DataFrame(answer.rows, columns=list(answer.columns))

    def reopen(self, run: int, point: int | None = None) -> Reopened:
        """One future, ready to be played as a `Wargame`."""
        return reopen(self, run, point)

    def resume(self) -> "Batch":
        """Finish what is missing; gives the batch as it is then."""
        resume(self.folder)
        return Batch(self.folder)

    def extend(self, runs: int) -> "Batch":
        """Add runs to every point; gives the batch as it is then."""
        extend(self.folder, runs)
        return Batch(self.folder)


def run(
    scenarios: str | Sequence[str] = (),
    *,
    out: str | Path,
    runs: int = 10_000,
    seed: int = 1,
    weeks: int = FIVE_YEARS,
    baseline: str = BASELINE,
    levers: Mapping[str, object] | None = None,
    pins: Mapping[str, object] | None = None,
    sweep: Mapping[str, object] | None = None,
    design: Method = "grid",
    points: int | None = None,
    placebo: bool | None = None,
    workers: int | Workers | None = None,
) -> Batch:
    """Run a batch into a new folder and open it.

    `scenarios`: names or paths as for `reassure batch` (none: all shipped ones). `sweep`: for each lever or uncertainty a list of
    values, text as on the command line, or a map of from, to and steps. `workers`: how many threads (default: one a core), or a
    `Cluster`. Raises DeclarationError in one line for whatever is not right.
    """
    request = Request(
        scenarios=[scenarios] if isinstance(scenarios, str) else list(scenarios),
        baseline=baseline,
        runs=runs,
        seed=seed,
        weeks=weeks,
        levers=parse_values(levers or {}, LEVERS),
        pins=parse_values(pins or {}, UNCERTAINTIES),
        axes=[parse_axis(name, list(raw) if isinstance(raw, tuple | range) else raw) for name, raw in (sweep or {}).items()],
        method=design,
        points=points,
        placebo=placebo,
    )
    return _run(request, out, workers)


def run_file(path: str | Path, *, out: str | Path, workers: int | Workers | None = None) -> Batch:
    """Run the experiment in a TOML file into a new folder and open it."""
    return _run(read_experiment(Path(path)), out, workers)


def open_store(folder: str | Path) -> Batch:
    """The batch in a folder. Raises StoreError if there is none."""
    return Batch(folder)


def _run(request: Request, out: str | Path, workers: int | Workers | None) -> Batch:
    begin(request, Path(out), Threads(workers) if isinstance(workers, int) else workers)
    return Batch(out)


def _figures(result: Result) -> dict[str, float | None]:
    """The numbers of one policy as flat columns."""
    figures = _flat("failure", failure(result.tally))
    for contrast in result.contrasts.values():
        kind = "troops_alone" if contrast.troops_alone else "package"
        figures |= _flat(f"{kind}_failure_difference", contrast.overall.failure_difference)
        for name, share in contrast.overall.verdict.items():
            figures |= _flat(f"{kind}_{name}", share)
    return figures


def _flat(name: str, interval: Interval) -> dict[str, float | None]:
    return {name: interval.value, f"{name}_low": interval.low, f"{name}_high": interval.high}
