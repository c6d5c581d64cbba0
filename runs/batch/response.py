"""How failures respond to a row of a design: the few numbers that are kept of each row, so that memory stays small however many."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..ensemble.contrast import Changes
from ..ensemble.intervals import Interval, plain
from ..ensemble.summary import failure
from ..ensemble.wording import called
from .summary import Summary


@dataclass(frozen=True)
class Response:
    """One scenario at one row of the design."""

    row: int | None
    values: dict[str, float]
    """What the row sets."""
    scenario: str
    called: str
    """Its name within a sentence."""
    failure: Interval
    """Share of futures that fail."""
    package: Changes
    """Against the baseline."""
    troops_alone: Changes | None
    """Against its twin without troops, if it has troops."""

    def as_json(self) -> dict[str, object]:
        """The same as plain maps."""
        return {
            "row": self.row,
            "values": self.values,
            "scenario": self.scenario,
            "failure": plain(self.failure),
            "package": self.package.as_json(),
            "troops_alone": self.troops_alone.as_json() if self.troops_alone else None,
        }


def responses(summary: Summary) -> Iterator[Response]:
    """What one row of the design comes to: each scenario, without baselines and twins."""
    for name, result in summary.comparison.results.items():
        contrasts = result.contrasts.values()
        package = next((contrast.overall for contrast in contrasts if not contrast.troops_alone), None)
        if result.entry.twin_of is None and package is not None:
            alone = result.troops_alone
            yield Response(
                summary.row, summary.values, name, called(result), failure(result.tally), package, alone.overall if alone else None
            )
