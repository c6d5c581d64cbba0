"""What an experiment asks for, in full, as a manifest holds it."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from pydantic import FailFast

from ...model.scenario import Scenario

Entry = TypeVar("Entry")
Many = Annotated[list[Entry], FailFast()]
"""A list that may be long: of one that is all wrong, the first thing wrong with it is enough."""
Method = Literal["none", "grid", "latin", "sobol"]


@dataclass(frozen=True)
class Design:
    """The values at which levers and uncertainties are set: a row a combination, a column an axis."""

    method: Method
    axes: Many[str]
    rows: Many[Many[float]]

    def at(self, row: int) -> dict[str, float]:
        """The values of one row by name."""
        return dict(zip(self.axes, self.rows[row], strict=True))


@dataclass(frozen=True)
class Experiment:
    """What was asked for, with nothing left to look up elsewhere."""

    title: str
    summary: str
    baseline: str
    scenarios: dict[str, Scenario]
    """By name, the baseline first; what was set and pinned throughout is in them already."""
    levers: dict[str, float]
    """Set in every scenario but the baseline."""
    pins: dict[str, float]
    """Pinned throughout."""
    design: Design
    seed: int
    weeks: int
    placebo: bool
    """Whether placebos are played, for the noise floor."""
