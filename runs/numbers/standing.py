"""A scenario's levers and uncertainties as they stand, for JSON and for people."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...agents.declaration import Quantity
from ...model.levers import LEVERS
from ...model.scenario import Scenario
from ...model.uncertainties import UNCERTAINTIES


class Standing(NamedTuple):
    """One declared quantity in a scenario."""

    quantity: Quantity
    value: float | None
    """Its value; None for an uncertainty that is drawn anew in each future."""
    chosen: bool
    """Whether the scenario sets or pins it, rather than leaving it at its default or distribution."""
    distribution: str
    """In words, for an uncertainty; empty for a lever."""

    @property
    def text(self) -> str:
        """The value as a person writes it."""
        return "drawn" if self.value is None else self.quantity.text(self.value)

    @property
    def scale(self) -> str:
        """Unit and range, without saying the same twice."""
        unit, reach = self.quantity.unit, self.quantity.range_text()
        return unit if reach.removeprefix("from ") in unit else f"{unit.removesuffix(', 0 to 1')}, {reach}"


def levers(scenario: Scenario) -> Iterator[Standing]:
    """Every lever of a scenario."""
    for name, quantity in LEVERS.items():
        yield Standing(quantity, scenario.levers[name], name in scenario.explicit, "")


def uncertainties(scenario: Scenario) -> Iterator[Standing]:
    """Every uncertainty of a scenario: pinned, fixed at its default, or drawn."""
    for name, quantity in UNCERTAINTIES.items():
        pinned = name in scenario.pins
        value = scenario.pins[name] if pinned else None if quantity.drawn else quantity.default
        yield Standing(quantity, value, pinned, quantity.distribution_text())


def by_subject(standing: Iterable[Standing]) -> dict[str, list[Standing]]:
    """Uncertainties by whom or what they are about, in the order in which they are declared."""
    groups: dict[str, list[Standing]] = {}
    for each in standing:
        groups.setdefault(getattr(each.quantity, "about", ""), []).append(each)
    return groups


def matches(standing: Standing, sought: str) -> bool:
    """Whether every word of `sought` stands in the name, the meaning, the source or the subject."""
    quantity = standing.quantity
    text = " ".join(
        (quantity.name, quantity.name.replace("_", " "), quantity.meaning, quantity.source, getattr(quantity, "about", ""))
    )
    return all(word in text.casefold() for word in sought.casefold().split())


def as_json(scenario: Scenario) -> dict[str, object]:
    """The whole scenario as one JSON object: levers and uncertainties are maps from name."""
    return {
        "name": scenario.name,
        "title": scenario.title,
        "summary": scenario.summary,
        "source": scenario.source,
        "start": scenario.start.isoformat(),
        "has_troops": scenario.has_troops,
        "levers": {each.quantity.name: {**_facts(each), "set": each.chosen} for each in levers(scenario)},
        "uncertainties": {
            each.quantity.name: {
                **_facts(each),
                "pinned": each.chosen,
                "distribution": each.distribution,
                "nature": UNCERTAINTIES[each.quantity.name].nature,
                "about": UNCERTAINTIES[each.quantity.name].about,
            }
            for each in uncertainties(scenario)
        },
    }


def _facts(each: Standing) -> dict[str, object]:
    quantity = each.quantity
    return {
        "value": each.value,
        "text": each.text,
        "unit": quantity.unit,
        "low": quantity.low,
        "high": quantity.high,
        "range": quantity.range_text(),
        "default": quantity.default,
        "meaning": quantity.meaning,
        "source": quantity.source,
    }
