"""What is varied in an experiment: levers and uncertainties, at listed values or over a range."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...agents.declaration import Choice, DeclarationError, Quantity, Switch, Whole, as_typed, nearest
from ...model.levers import LEVERS
from ...model.uncertainties import UNCERTAINTIES

MOST_VALUES = 10_000
"""Of one axis."""
FORM = "NAME=a,b,c (values), NAME=a:b:n (n values from a to b) or, for latin and sobol, NAME=a:b (a range)"


class SweepError(DeclarationError):
    """Something that cannot be varied so; the text is one line and says what would be right."""


@dataclass(frozen=True)
class Axis:
    """One lever or uncertainty that is varied."""

    quantity: Quantity
    values: tuple[float, ...] = ()
    """At these values; empty if over a range."""
    low: float = 0.0
    high: float = 0.0
    """The range, if there are no values."""

    @property
    def name(self) -> str:
        """Of the lever or uncertainty."""
        return self.quantity.name

    @property
    def is_lever(self) -> bool:
        """Whether it is a lever, which the baseline does not share."""
        return self.name in LEVERS

    def at(self, place: float) -> float:
        """The value at a place from 0 to 1 (exclusive) along the axis."""
        if self.values:
            return self.values[int(place * len(self.values))]
        if isinstance(self.quantity, Whole):
            return float(min(self.high, self.low + np.floor(place * (self.high - self.low + 1.0))))
        return self.low + (self.high - self.low) * place


def parse_sweeps(texts: Sequence[str]) -> list[Axis]:
    """The axes of `--sweep NAME=...`, in order. Raises SweepError in one line for whatever is not right."""
    axes: dict[str, Axis] = {}
    for text in texts:
        name, equals, raw = (part.strip() for part in text.partition("="))
        if not (equals and name and raw):
            raise SweepError(f"{text!r} is not of the form {FORM}")
        if name in axes:
            raise SweepError(f"{name} is swept twice")
        axes[name] = parse_axis(name, raw)
    return list(axes.values())


def parse_axis(name: str, raw: object) -> Axis:
    """The axis `name` at what `raw` says: text as on the command line, a list of values, or a table of from, to and steps."""
    quantity = found(name)
    if isinstance(raw, str):
        if ":" in raw:
            return _span(quantity, [part.strip() for part in raw.split(":")])
        return _values(quantity, [part.strip() for part in raw.split(",")])
    if isinstance(raw, list):
        return _values(quantity, raw)
    if isinstance(raw, dict):
        for key in raw:
            if key not in {"from", "to", "steps"}:
                raise SweepError(f"{name}: unknown key {key!r}; {nearest(key, ['from', 'to', 'steps'])}")
        if not {"from", "to"} <= raw.keys():
            raise SweepError(f"{name}: a range has a from and a to, and steps unless the design is latin or sobol")
        return _span(quantity, [raw["from"], raw["to"], *([raw["steps"]] if "steps" in raw else [])])
    raise SweepError(f"{name} is swept over a list of values or a range, not {as_typed(raw)}")


def found(name: str) -> Quantity:
    """The lever or uncertainty of that name. Raises SweepError naming the nearest one if there is none."""
    if name in LEVERS:
        return LEVERS[name]
    if name in UNCERTAINTIES:
        return UNCERTAINTIES[name]
    raise SweepError(f"unknown lever or uncertainty {name!r}; {nearest(name, [*LEVERS, *UNCERTAINTIES])}")


def _values(quantity: Quantity, raw: Sequence[object]) -> Axis:
    if not raw or len(raw) > MOST_VALUES:
        raise SweepError(f"{quantity.name} is swept over 1 to {MOST_VALUES} values, not {len(raw)}")
    values = tuple(quantity.parse(each) for each in raw)
    if len(set(values)) != len(values):
        raise SweepError(f"{quantity.name} is swept over the same value twice")
    return Axis(quantity, values)


def _span(quantity: Quantity, raw: Sequence[object]) -> Axis:
    """A range, or so many values of it."""
    if isinstance(quantity, Choice | Switch):
        raise SweepError(f"{quantity.name} has no range: it takes {quantity.range_text()}")
    if len(raw) not in {2, 3}:
        raise SweepError(f"{quantity.name}: a range is a:b or a:b:n, not {':'.join(map(as_typed, raw))}")
    low, high = (quantity.parse(each) for each in raw[:2])
    if low >= high:
        raise SweepError(f"{quantity.name}: a range goes from the lower to the higher value, not from {low:g} to {high:g}")
    if len(raw) == 2:
        return Axis(quantity, low=low, high=high)
    steps = _steps(quantity, raw[2])
    return _values(quantity, [float(f"{value:.12g}") for value in np.linspace(low, high, steps)])


def _steps(quantity: Quantity, raw: object) -> int:
    try:
        steps = int(str(raw))
    except ValueError:
        steps = 0
    if not 2 <= steps <= MOST_VALUES or isinstance(raw, bool):
        raise SweepError(f"{quantity.name}: the number of values is a whole number from 2 to {MOST_VALUES}, not {as_typed(raw)}")
    return steps
