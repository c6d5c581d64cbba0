"""A point of an experiment: one policy that is played, and which others its futures are paired with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from ...model.scenario import Scenario

Role = Literal["baseline", "scenario", "twin", "placebo"]
BASELINE: Role = "baseline"
SCENARIO: Role = "scenario"
TWIN: Role = "twin"
PLACEBO: Role = "placebo"


@dataclass(frozen=True)
class Point:
    """One policy, played over the same runs as every other."""

    number: int
    """From 0; a point's baseline and twin come before it."""
    name: str
    """The scenario's name as `compare` gives it; the design's values are not part of it."""
    role: Role
    scenario: str
    """The experiment's scenario that it varies."""
    designs: list[int]
    """The rows of the design it belongs to; several where a policy is the same for them, none if nothing is swept."""
    levers: dict[str, float]
    """Levers that differ from the scenario's."""
    pins: dict[str, float]
    """Uncertainties pinned beyond the scenario's."""
    baseline: int | None = None
    """Number of the point it is compared with."""
    twin: int | None = None
    """Number of its twin without troops."""

    @property
    def design(self) -> int | None:
        """The row of the design it belongs to, if it is one."""
        return self.designs[0] if len(self.designs) == 1 else None

    def policy(self, scenarios: Mapping[str, Scenario]) -> Scenario:
        """The scenario that is played."""
        return replace(scenarios[self.scenario].with_levers(self.levers).with_pins(self.pins), name=self.name)
