"""The values at which a quantity is compared: the ends of its declared range; every value, where values have names."""

from collections.abc import Mapping

from ....agents.declaration import Choice, Quantity
from ....model.levers import LEVERS
from ....model.parameters import adjusted
from ....model.scenario import Scenario
from ....model.uncertainties import UNCERTAINTIES
from ...ensemble.rows import SHARES

INSTEAD: Mapping[str, tuple[float, ...]] = {"mandate_years": (1.0, 20.0)}
"""Where an end of the range is no amount: a mandate of 0 years is open-ended."""


def declared() -> dict[str, Quantity]:
    """Every lever, then every uncertainty, by name."""
    return {**LEVERS, **UNCERTAINTIES}


def compared(quantity: Quantity) -> tuple[float, ...]:
    """The values compared, the lowest first."""
    if isinstance(quantity, Choice):
        return tuple(sorted(value for _, value in quantity.choices))
    return INSTEAD.get(quantity.name, (quantity.low, quantity.high))


def compared_text(quantity: Quantity) -> str:
    """The same as a person writes it."""
    values = compared(quantity)
    if isinstance(quantity, Choice) and len(values) > 2:
        return ", ".join(quantity.text(value) for value in values)
    return f"{quantity.text(values[0])} to {quantity.text(values[-1])}"


def held(scenario: Scenario, name: str, value: float) -> Scenario:
    """The scenario with one quantity at a value; a share of the force takes at most what the scenario's other share leaves."""
    if name in SHARES:
        other = next(each for each in SHARES if each != name)
        value = min(value, 1.0 - scenario.levers[other])
    return adjusted(scenario, {name: value})
