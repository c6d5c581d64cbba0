"""What a store comes to: its rows folded back into the sums that `compare` keeps, a comparison for each row of the design."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.levers import LEVERS
from ..console.command_line import command
from ..ensemble.comparison import Comparison, Work
from ..ensemble.plan import plan
from ..store.point import PLACEBO, SCENARIO, Point
from ..store.refusal import StoreError
from ..store.store import Store
from .points import PLACEBO_NAME


@dataclass(frozen=True)
class Summary:
    """The comparison at one row of the design."""

    row: int | None
    """None if nothing is swept."""
    values: dict[str, float]
    """What the row sets."""
    comparison: Comparison

    def as_json(self) -> dict[str, object]:
        """The same as plain maps."""
        return {"row": self.row, "values": self.values, **self.comparison.as_json()}


def summaries(store: Store, row: int | None = None) -> Iterator[Summary]:
    """The comparison for each row of the design, or for one. Raises StoreError for a row that is not there, or has no whole block.

    Only runs that are there for every point of a row count, so a batch that is not finished can be looked at.
    """
    design = store.manifest.experiment.design
    rows: list[int | None] = list(range(len(design.rows))) or [None]
    if row is not None and row not in rows:
        last = len(design.rows) - 1
        raise StoreError(f"--row is a whole number from 0 to {last}, not {row}" if last >= 0 else "nothing is swept here: no --row")
    for each in rows if row is None else [row]:
        yield Summary(each, {} if each is None else design.at(each), comparison_at(store, each))


def comparison_at(store: Store, row: int | None) -> Comparison:
    """The comparison of the points of one row of the design."""
    experiment = store.manifest.experiment
    points = [point for point in store.manifest.points if row is None or row in point.designs]
    played = {point.name: point for point in points if point.role != PLACEBO}
    placebos = {point.name.removesuffix(PLACEBO_NAME): point for point in points if point.role == PLACEBO}
    if experiment.baseline not in played:
        raise _unsound(store)
    scenarios = [store.policy(point) for point in points if point.role == SCENARIO]
    entries = plan(store.policy(played[experiment.baseline]), scenarios)
    if played.keys() != {entry.name for entry in entries} or not placebos.keys() <= played.keys():
        raise _unsound(store)
    work = Work(entries, experiment.weeks)
    runs = 0
    for first_run, length in store.pieces(list(played.values())):
        outcomes = {name: store.outcomes(point, first_run) for name, point in played.items()}
        work.fold({name: each for name, each in outcomes.items() if each is not None})
        runs += length
    if not runs:
        raise StoreError(f"{store.folder} holds no finished block of runs yet; '{command('resume', store.folder)}' goes on")
    for name, point in placebos.items():
        _fold_noise(store, work, name, played[name], point)
    values = {} if row is None else experiment.design.at(row)
    return Comparison(
        experiment.baseline,
        runs,
        experiment.seed,
        experiment.weeks,
        work.results(),
        levers={**experiment.levers, **{name: value for name, value in values.items() if name in LEVERS}},
        pins={**experiment.pins, **{name: value for name, value in values.items() if name not in LEVERS}},
    )


def _unsound(store: Store) -> StoreError:
    return StoreError(f"the points in the manifest of {store.folder} are not those of its scenarios")


def _fold_noise(store: Store, work: Work, name: str, point: Point, placebo: Point) -> None:
    """Pair a placebo with its policy over the runs that both have."""
    for first_run, _ in store.pieces([point, placebo]):
        played, moved = store.outcomes(point, first_run), store.outcomes(placebo, first_run)
        if played is not None and moved is not None and name in work.noises:
            both = min(len(played), len(moved))
            work.noises[name].fold(played[:both], moved[:both])
