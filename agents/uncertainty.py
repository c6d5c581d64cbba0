"""What nobody decides and nobody knows: a number with a distribution, declared in a block beside the rule that uses it.

A *coefficient* has one value for every case and every future: how much a treaty weighs does not change from run to run. A
*circumstance* is of one future: the mindset, Washington's will, the weather of politics. *Assumption* in a source means that no
data were found; such ranges serve sensitivity, not belief.

Each bears a luck number, the counter of its draws (`agents/chance.py`): written down once, never reused, so that a new
uncertainty redraws nobody's luck.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from .declaration import Choice, Quantity
from .table import ranked_names

DISTRIBUTION = ranked_names(fixed=0, uniform=1, triangular=2, normal=3, lognormal=4, category=5)
"""How an uncertainty is drawn."""


class About(StrEnum):
    """Whom or what an uncertainty is about; in this order they are told."""

    MOSCOW = "Moscow"
    COALITION = "the coalition's answer"
    ALLIES = "the allies"
    WASHINGTON = "Washington"
    KYIV = "Kyiv"
    SUPPORT = "arms, sanctions and attention"
    FORCE = "the force and its mandate"
    FIELD = "the field"


COEFFICIENT, CIRCUMSTANCE = "coefficient", "circumstance"
"""Natures of an uncertainty."""


@dataclass(frozen=True)
class Fixed(Quantity):
    """Held at its default unless it is pinned or swept; the range says how far argument lets it go."""

    luck: int = -1
    """Its luck number."""
    nature: str = ""
    """Coefficient or circumstance: said by the block it stands in."""
    about: str = ""
    """Whom or what it is about: said by the block too."""

    distribution: ClassVar[str] = "fixed"
    spread: ClassVar[float] = 0.0

    @property
    def kind(self) -> int:
        """Number of its distribution."""
        return getattr(DISTRIBUTION, self.distribution)

    @property
    def drawn(self) -> bool:
        """Whether it differs from future to future unless it is pinned."""
        return self.kind != DISTRIBUTION.fixed

    def distribution_text(self) -> str:
        """The distribution in words."""
        return "fixed"


@dataclass(frozen=True)
class Uniform(Fixed):
    """Drawn evenly over the range."""

    distribution: ClassVar[str] = "uniform"

    def distribution_text(self) -> str:
        """The distribution in words."""
        return "uniform"


@dataclass(frozen=True)
class Triangular(Fixed):
    """Drawn from a triangle over the range with its peak at the default."""

    distribution: ClassVar[str] = "triangular"

    def distribution_text(self) -> str:
        """The distribution in words."""
        return f"triangular, peak {self.default:g}"


@dataclass(frozen=True)
class Normal(Fixed):
    """Drawn from a normal around the default with standard deviation `spread`, held within the range."""

    spread: float = 0.0  # type: ignore[misc]

    distribution: ClassVar[str] = "normal"

    def distribution_text(self) -> str:
        """The distribution in words."""
        return f"normal, s.d. {self.spread:g}"


@dataclass(frozen=True)
class LogNormal(Normal):
    """Drawn as default x exp(spread x z), held within the range."""

    distribution: ClassVar[str] = "lognormal"

    def distribution_text(self) -> str:
        """The distribution in words."""
        return f"lognormal, s.d. of log {self.spread:g}"


@dataclass(frozen=True)
class Category(Choice, Fixed):
    """Drawn from named values 0, 1, ... with equal chances."""

    distribution: ClassVar[str] = "category"

    def distribution_text(self) -> str:
        """The distribution in words."""
        return "equal chances"


class Block:
    """The uncertainties declared beside one rule or a family of rules: one nature, one subject."""

    def __init__(self, nature: str, about: str, *uncertainties: Fixed):
        self.nature = nature
        self.about = about
        self._uncertainties = tuple(replace(each, nature=nature, about=about) for each in uncertainties)

    def __iter__(self) -> Iterator[Fixed]:
        return iter(self._uncertainties)


def coefficients(about: str, *uncertainties: Fixed) -> Block:
    """A block of numbers that hold for every case and every future. `about`: whom or what they concern."""
    return Block(COEFFICIENT, about, *uncertainties)


def circumstances(about: str, *uncertainties: Fixed) -> Block:
    """A block of numbers that belong to one future."""
    return Block(CIRCUMSTANCE, about, *uncertainties)
