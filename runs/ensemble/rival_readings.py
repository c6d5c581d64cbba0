"""Which headline holds under which reading: what the troops alone change, under each reading of what the literature disputes.

The rival structures of the rules (`agents/structure.py`), by the reading that a future drew; and conditional cover, as it is set
and switched the other way. A sign is clear if the whole 95 % interval lies on one side of zero.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model.uncertainties import UNCERTAINTIES
from .intervals import Interval, plain
from .structures import STRUCTURES
from .switched import COVER
from .wording import listed, spoken

if TYPE_CHECKING:
    from .comparison import Result

HOLDS, NOT_CLEAR, DEPENDS = "holds", "not clear", "depends on"


@dataclass(frozen=True)
class Dispute:
    """One thing in dispute, and what the troops alone change under each reading of it."""

    name: str
    readings: dict[str, Interval]
    """Change in failure by reading; of a lever, as it is set first."""
    fixed: bool = False
    """Whether it is pinned, so that the only reading here was played."""

    @property
    def signs(self) -> set[int]:
        """The clear signs among the readings; 0 for one that is not clear."""
        return {each.sign for each in self.readings.values()}

    @property
    def told(self) -> str:
        """What becomes of the sign from one reading to the other, in a few words."""
        clear = [name for name, each in self.readings.items() if each.sign]
        if len(self.readings) == 1:
            return "fixed" if self.fixed else "other not played"
        if self.signs == {-1, 1}:
            return "reverses"
        if not clear:
            return NOT_CLEAR
        return HOLDS if len(clear) == len(self.readings) else f"clear only if {spoken(clear[0])}"


@dataclass(frozen=True)
class Row:
    """One scenario with troops."""

    name: str
    overall: Interval
    disputes: tuple[Dispute, ...]

    @property
    def depends_on(self) -> list[str]:
        """What the sign depends on: disputes of which one reading gives a clear sign that the other, or the whole, does not."""
        return [each.name for each in self.disputes if each.signs not in ({0}, {self.overall.sign})]

    @property
    def holds(self) -> bool:
        """Whether the change has one clear sign, in all futures and under each reading."""
        return self.overall.sign != 0 and all(each.signs == {self.overall.sign} for each in self.disputes)

    @property
    def verdict(self) -> str:
        """Whether the sign holds under every reading."""
        if self.depends_on:
            return f"{DEPENDS} {listed(map(spoken, self.depends_on))}"
        return HOLDS if self.holds else NOT_CLEAR


def rows(results: Iterable["Result"]) -> list[Row]:
    """One row for each scenario with troops."""
    return [_row(result) for result in results if result.troops_alone is not None]


def _row(result: "Result") -> Row:
    contrast = result.troops_alone
    assert contrast is not None
    scenario, overall = result.entry.scenario, contrast.overall.failure_difference
    disputes = []
    for structure in STRUCTURES:
        readings = contrast.by_reading[structure.name]
        if structure.name in scenario.pins:
            reading = UNCERTAINTIES[structure.name].text(scenario.pins[structure.name])
            disputes.append(Dispute(structure.name, {reading: readings[reading]}, fixed=True))
        else:
            disputes.append(Dispute(structure.name, readings))
    as_set = scenario.levers[COVER.name]
    cover = {COVER.text(as_set): overall}
    if result.switched is not None:
        cover[COVER.text(COVER.high - as_set)] = result.switched.failure_difference
    return Row(result.entry.name, overall, (*disputes, Dispute(COVER.name, cover)))


def title(found: Sequence[Row]) -> str:
    """In how many packages the sign of what the troops alone do holds, and what it depends on elsewhere."""
    held = sum(row.holds for row in found)
    on = listed(dict.fromkeys(spoken(name) for row in found for name in row.depends_on))
    everywhere = "under every rival reading"
    if held == len(found):
        return f"Troops alone: the sign of the change holds {everywhere}" + (" in every package" if held > 1 else "")
    if not on and not held:
        return "Troops alone: no clear sign of a change under any rival reading"
    where = f" in {held} of {len(found)} packages" if len(found) > 1 and held else ""
    if held:
        elsewhere = f"; elsewhere it depends on {on}" if on else "; elsewhere it is not clear"
        return f"Troops alone: the sign of the change holds {everywhere}{where}{elsewhere}"
    return f"Troops alone: whether there is a clear change depends on {on}"


def as_json(results: Iterable["Result"]) -> dict[str, object]:
    """The table as plain maps."""
    found = rows(results)
    return {
        "title": title(found) if found else None,
        "scenarios": {
            row.name: {
                "overall": plain(row.overall),
                "readings": {
                    each.name: {
                        "failure_difference": plain(each.readings),
                        "fixed": next(iter(each.readings)) if each.fixed else None,
                        "sign": each.told,
                    }
                    for each in row.disputes
                },
                "verdict": row.verdict,
                "depends_on": row.depends_on,
            }
            for row in found
        },
    }
