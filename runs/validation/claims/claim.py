"""A claim: its words, what in the model carries it, and the experiments that put its direction to the model."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ....model.future import FIVE_YEARS
from ..verification.experiment import Measure

MANY = 4
"""From so many American levers on they are told together."""

BARE = "bare_ceasefire"
FORCE = "limited_reassurance_force"
OUTSIDE = "external_guarantees"
MISSION = "full_nato_mission"
PARIS = "paris_declaration"


@dataclass(frozen=True)
class Arm:
    """A shipped scenario with some levers and uncertainties changed, and orders given."""

    scenario: str
    changes: Mapping[str, object] = field(default_factory=dict)
    orders: tuple[str, ...] = ()
    weeks: int = FIVE_YEARS

    @property
    def text(self) -> str:
        """The arm in words."""
        settings = ", ".join(compressed(self.changes))
        orders = f", {len(self.orders)} times ordered as {self.orders[0]}" if self.orders else ""
        return self.scenario.replace("_", " ") + (f" ({settings})" if settings else "") + orders

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from other arms."""
        return self.scenario, tuple(sorted(self.changes.items())), self.orders, self.weeks


def compressed(changes: Mapping[str, object]) -> list[str]:
    """Changes in words; what Washington lends, all at one value, in one word for all."""
    american = {name: value for name, value in changes.items() if name.startswith("us_") and name != "us_ground_troops"}
    words = []
    if len(american) >= MANY:
        usual = max(set(american.values()), key=list(american.values()).count)
        american = {name: value for name, value in american.items() if value == usual}
        words.append(f"all American {'help' if 'us_backstop' in american else 'enablers'} at {usual}")
    else:
        american = {}
    return words + [f"{name}={value}" for name, value in changes.items() if name not in american]


def arm(scenario: str, **changes: object) -> Arm:
    """An arm with these changes."""
    return Arm(scenario, changes)


@dataclass(frozen=True)
class Moves:
    """The measure goes up (sign 1) or down (-1) from the second arm to the first."""

    measure: Measure
    sign: int
    higher: Arm
    lower: Arm


@dataclass(frozen=True)
class Stays:
    """The measure hardly differs between the arms: the estimate lies within `band` of nothing."""

    measure: Measure
    band: float
    higher: Arm
    lower: Arm


@dataclass(frozen=True)
class Depends:
    """What the first arm adds to the second differs in the claimed direction from what the third adds to the fourth."""

    measure: Measure
    sign: int
    arms: tuple[Arm, Arm, Arm, Arm]


@dataclass(frozen=True)
class Lies:
    """The measure of one arm lies between two bounds, given as what is measured (shares as shares)."""

    measure: Measure
    low: float
    high: float
    arm: Arm


@dataclass(frozen=True)
class Outweighs:
    """The first pair of arms differs more in the measure than any of the others; each pair has a name."""

    measure: Measure
    pairs: tuple[tuple[str, Arm, Arm], ...]


Trial = Moves | Stays | Depends | Lies | Outweighs


@dataclass(frozen=True)
class Claim:
    """One claim, in our words.

    `carriers` name rules (`agents/willingness.py:weigh_mood`), levers (`lever:arms`), uncertainties (`uncertainty:denial`) or
    outcomes (`outcome:belief`); a test finds every one of them. `note` says what the model leaves out of the claim, and why.
    """

    label: str
    words: str
    carriers: tuple[str, ...]
    trials: tuple[Trial, ...]
    note: str = ""


def up(measure: Measure, higher: Arm, lower: Arm) -> Moves:
    """The measure is greater in the first arm."""
    return Moves(measure, 1, higher, lower)


def down(measure: Measure, higher: Arm, lower: Arm) -> Moves:
    """The measure is smaller in the first arm."""
    return Moves(measure, -1, higher, lower)
