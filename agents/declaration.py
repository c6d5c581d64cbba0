"""What it means to declare a quantity: name, unit, range, default, meaning, source, all in one place.

The command line, the browser's sliders, the docs' tables and the analyses read these declarations; nothing restates them.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from .names import DeclarationError as DeclarationError
from .names import nearest as nearest


def as_typed(raw: object) -> str:
    """What a person typed, for a message: as in their file or on their command line."""
    if isinstance(raw, bool):
        return str(raw).lower()
    if isinstance(raw, int) and abs(raw) > 10**18:
        return "a number of more than 18 digits"  # Python refuses to print very long ones
    if isinstance(raw, Mapping):
        return "a table"
    if isinstance(raw, list | tuple):
        return "a list"
    return str(raw).strip() or "nothing"


@dataclass(frozen=True)
class Quantity:
    """Something declared: a number between `low` and `high` in `unit`, with what it means and where it comes from."""

    name: str
    unit: str
    low: float
    high: float
    default: float
    meaning: str
    source: str

    def parse(self, raw: object) -> float:
        """The value that `raw` (a number, or text from a file or the command line) stands for.

        Raises DeclarationError in one line if it is no finite number or out of range.
        """
        try:
            value = math.nan if isinstance(raw, bool) else float(raw)  # type: ignore[arg-type]
        except (TypeError, ValueError, OverflowError):
            value = math.nan
        if not math.isfinite(value) or not self.low <= value <= self.high:
            raise DeclarationError(f"{self.name} takes a number {self.range_text()}, not {as_typed(raw)}")
        return value + 0.0  # -0.0 would be another bit pattern for the same number

    def range_text(self) -> str:
        """The range in words, for messages and tables."""
        return f"from {self.low:g} to {self.high:g}"

    def text(self, value: float) -> str:
        """A value of this quantity as a person writes it: short, and read back as the same number."""
        short = f"{value:g}"
        return short if float(short) == value else repr(float(value))


@dataclass(frozen=True)
class Whole(Quantity):
    """A quantity that takes whole numbers only."""

    def parse(self, raw: object) -> float:
        """As `Quantity.parse`, refusing fractions."""
        value = super().parse(raw)
        if value != int(value):
            raise DeclarationError(f"{self.name} takes a whole number {self.range_text()}, not {as_typed(raw)}")
        return value


@dataclass(frozen=True)
class Switch(Quantity):
    """A quantity that is off (0) or on (1)."""

    def parse(self, raw: object) -> float:
        """The value of on/off, yes/no, true/false or 1/0. Raises DeclarationError for anything else."""
        word = as_typed(raw).casefold()
        if word in {"1", "1.0", "on", "yes", "true"}:
            return 1.0
        if word in {"0", "0.0", "off", "no", "false"}:
            return 0.0
        raise DeclarationError(f"{self.name} takes on or off, not {as_typed(raw)}")

    def range_text(self) -> str:
        return "off or on"

    def text(self, value: float) -> str:
        return "on" if value else "off"


@dataclass(frozen=True)
class Choice(Quantity):
    """A quantity that takes one of a few named values, each standing for a number."""

    choices: tuple[tuple[str, float], ...] = ()

    def parse(self, raw: object) -> float:
        """The number a name stands for. Raises DeclarationError with the nearest right name otherwise."""
        word = as_typed(raw)
        for name, value in self.choices:
            if word.casefold() == name or word in {f"{value:g}", str(value)}:
                return value
        raise DeclarationError(f"{self.name} has no value {word!r}; {nearest(word, [name for name, _ in self.choices])}")

    def range_text(self) -> str:
        return ", ".join(name for name, _ in self.choices)

    def text(self, value: float) -> str:
        for name, number in self.choices:
            if number == value:
                return name
        return super().text(value)


Declared = TypeVar("Declared", bound=Quantity, covariant=True)


class Declarations(Mapping[str, Declared]):
    """An ordered collection of declared quantities, looked up by name with a helpful refusal."""

    def __init__(self, noun: str, *quantities: Declared):
        self.noun = noun
        self._quantities = {quantity.name: quantity for quantity in quantities}
        if len(self._quantities) != len(quantities):
            raise ValueError(f"a {noun} is declared twice")

    def __getitem__(self, name: str) -> Declared:
        return self._quantities[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._quantities)

    def __len__(self) -> int:
        return len(self._quantities)

    def find(self, name: str) -> Declared:
        """The quantity of that name. Raises DeclarationError naming the nearest one if there is none."""
        try:
            return self._quantities[name]
        except KeyError:
            raise DeclarationError(f"unknown {self.noun} {name!r}; {nearest(name, self)}") from None

    def defaults(self) -> dict[str, float]:
        """The default of every quantity."""
        return {name: float(quantity.default) for name, quantity in self._quantities.items()}
