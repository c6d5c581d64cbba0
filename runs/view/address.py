"""A future's address: everything that is needed to bring what was on screen back, to the last bit, as text.

The same fields make the query of a web address and a saved file: scenario, seed, run, weeks, week on screen, levers, pins, orders,
and the changes of levers on the way. An address names shipped scenarios only, never a file: whoever sends one chooses what the
reader's machine opens. A scenario of one's own is written out in full instead.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlencode

from ...agents.declaration import DeclarationError, as_typed
from ...agents.names import nearest
from ...model.future import FIVE_YEARS, LARGEST_COUNTER, LARGEST_SEED, LONGEST, whole
from ...model.levers import LEVERS
from ...model.orders import Order, check_orders, parse_order
from ...model.scenario import BASELINE, SHIPPED, TWIN, Scenario, load, parse_assignments
from ...model.scenario_file import EARLIEST, LATEST, LONGEST_TITLE
from ...model.uncertainties import UNCERTAINTIES

DEFAULT_SCENARIO = "limited_reassurance_force"
KIND = "reassure future"
"""What a saved file says it is."""
LONGEST_ADDRESS = 1_000_000
"""Letters; forty thousand orders take so many. What is longer is neither written nor read."""
LARGEST_FILE = 2 * LONGEST_ADDRESS
"""Bytes; the file of any future that has an address is smaller."""


class AddressError(DeclarationError):
    """An address or saved file that names no future; the text is one line and says what would be right."""


@dataclass(frozen=True)
class Change:
    """From the beginning of week `week` on, these levers have these values."""

    week: int
    levers: Mapping[str, float]


@dataclass(frozen=True)
class Future:
    """One future, and the week of it that is on screen.

    `levers` and `pins` are what departs from the scenario; `title` and `start` too, where they are not None. Made by `future_of`,
    `parse_query` or `from_file`, which check; variants with `dataclasses.replace` and `checked`.
    """

    scenario: str = DEFAULT_SCENARIO
    seed: int = 1
    run: int = 0
    weeks: int = FIVE_YEARS
    week: int = 0
    levers: Mapping[str, float] = field(default_factory=dict)
    pins: Mapping[str, float] = field(default_factory=dict)
    orders: tuple[Order, ...] = ()
    changes: tuple[Change, ...] = ()
    title: str | None = None
    start: date | None = None

    @cached_property
    def preset(self) -> Scenario:
        """The scenario with which this future begins. Raises DeclarationError if its parts do not fit together."""
        scenario = load(self.scenario).with_levers(self.levers).with_pins(self.pins)
        if self.title is not None:
            scenario = replace(scenario, title=self.title)
        return scenario if self.start is None else replace(scenario, start=self.start)

    def preset_at(self, week: int) -> Scenario:
        """The scenario as it stands when that week begins, with the changes made until then."""
        scenario = self.preset
        for change in self.changes:
            if change.week <= week:
                scenario = scenario.with_levers(change.levers)
        return scenario

    def revised(self, week: int, levers: Mapping[str, float]) -> "Future":
        """The same future until `week`, with these levers from then on, instead of whatever was to change from then on."""
        earlier = [change for change in self.changes if change.week < week]
        same_week = {name: value for change in self.changes if change.week == week for name, value in change.levers.items()}
        return checked(replace(self, week=week, changes=(*earlier, Change(week, {**same_week, **levers}))))

    def ordered(self, order: Order) -> "Future":
        """The same future with one more order, in place of an earlier one to the same actor for the same week."""
        kept = [each for each in self.orders if (each.week, each.actor) != (order.week, order.actor)]
        return checked(replace(self, orders=(*kept, order)))


def checked(future: Future) -> Future:
    """The future itself. Raises DeclarationError in one line if its parts do not fit together."""
    future.preset_at(future.weeks)
    check_orders(list(future.orders), future.weeks)
    return future


def of_scenario(scenario: Scenario, **fields: Any) -> Future:
    """The future of a scenario, however it was come by; `fields` are those of `Future` (seed, run, weeks, week, orders).

    One from a file of one's own is written out in full. With `query` this makes the address of any run of a stored batch.
    """
    if scenario.name.removesuffix(TWIN) in SHIPPED and load(scenario.name) == scenario:
        return checked(Future(scenario=scenario.name, **fields))
    shipped = scenario.name.removesuffix(TWIN) in SHIPPED
    base = load(scenario.name if shipped else BASELINE)
    return checked(
        Future(
            scenario=base.name,
            levers={name: value for name, value in scenario.levers.items() if value != base.levers[name]},
            pins={name: value for name, value in scenario.pins.items() if base.pins.get(name) != value},
            title=None if scenario.title == base.title else scenario.title,
            start=None if scenario.start == base.start else scenario.start,
            **fields,
        )
    )


SINGLE = ("scenario", "seed", "run", "weeks", "week", "title", "start")
SEVERAL = ("set", "fix", "order", "change")
"""Fields given once, and fields given any number of times."""


def fields_of(future: Future) -> list[tuple[str, str]]:
    """The future as pairs of field and text, in a fixed order."""
    fields = [
        ("scenario", future.scenario),
        ("seed", str(future.seed)),
        ("run", str(future.run)),
        ("weeks", str(future.weeks)),
        ("week", str(future.week)),
    ]
    fields += [("title", future.title)] if future.title is not None else []
    fields += [("start", future.start.isoformat())] if future.start is not None else []
    fields += [("set", f"{name}={value!r}") for name, value in sorted(future.levers.items())]
    fields += [("fix", f"{name}={value!r}") for name, value in sorted(future.pins.items())]
    fields += [("order", order.text) for order in future.orders]
    for change in future.changes:
        fields += [("change", f"{change.week}:{name}={value!r}") for name, value in sorted(change.levers.items())]
    return fields


def future_of(fields: Iterable[tuple[str, str]]) -> Future:
    """The future that pairs of field and text name; what is missing takes its default.

    Raises DeclarationError, in one line, for the first thing that is not right.
    """
    given: dict[str, list[str]] = {}
    for name, text in fields:
        if name not in SINGLE + SEVERAL:
            raise AddressError(f"an address has no part {name!r}; {nearest(name, SINGLE + SEVERAL)}")
        given.setdefault(name, []).append(text)
    for name in SINGLE:
        if len(given.get(name, [])) > 1:
            raise AddressError(f"an address has one {name}, not {len(given[name])}")
    single = {name: texts[0] for name, texts in given.items() if name in SINGLE}
    weeks = whole("weeks", single.get("weeks", "260"), 1, LONGEST)
    scenario = single.get("scenario", DEFAULT_SCENARIO)
    if scenario.removesuffix(TWIN) not in SHIPPED:
        raise AddressError(f"unknown scenario {scenario!r}; {nearest(scenario, SHIPPED)}")
    return checked(
        Future(
            scenario=scenario,
            seed=whole("seed", single.get("seed", "1"), 0, LARGEST_SEED),
            run=whole("run", single.get("run", "0"), 0, LARGEST_COUNTER),
            weeks=weeks,
            week=whole("week", single.get("week", "0"), 0, weeks),
            levers=parse_assignments(given.get("set", []), LEVERS),
            pins=parse_assignments(given.get("fix", []), UNCERTAINTIES),
            orders=tuple(parse_order(text, weeks) for text in given.get("order", [])),
            changes=_changes(given.get("change", []), weeks),
            title=_title(single.get("title")),
            start=_start(single.get("start")),
        )
    )


def query(future: Future) -> str:
    """The future as the part of a web address after the question mark. Raises AddressError if it could not be read back."""
    text = urlencode(fields_of(future), safe=":=@")
    if len(text) > LONGEST_ADDRESS:
        raise AddressError(f"an address has at most {LONGEST_ADDRESS:,} letters, not {len(text):,}: give fewer orders")
    return text


def parse_query(text: str) -> Future:
    """The future that the part of a web address after the question mark names. Raises DeclarationError in one line."""
    if len(text) > LONGEST_ADDRESS:
        raise AddressError(f"an address has at most {LONGEST_ADDRESS:,} letters, not {len(text):,}")
    try:
        pairs = parse_qsl(text.removeprefix("?"), keep_blank_values=True, errors="strict")
    except ValueError as error:
        raise AddressError(f"this address cannot be read: {error}") from None
    return future_of(pairs)


def to_file(future: Future) -> str:
    """The future as the text of a saved file: JSON, one field a line."""
    content: dict[str, object] = {"kind": KIND}
    for name, text in fields_of(future):
        if name in SEVERAL:
            content.setdefault(name, []).append(text)  # type: ignore[attr-defined]
        else:
            content[name] = text
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def from_file(text: str | bytes) -> Future:
    """The future that a saved file holds. Raises DeclarationError in one line for anything else."""
    if len(text) > LARGEST_FILE:
        raise AddressError(f"a saved future has at most {LARGEST_FILE:,} bytes, not {len(text):,}")
    try:
        content = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise AddressError(f"this file is no saved future: {error}") from None
    if not isinstance(content, dict) or content.get("kind") != KIND:
        raise AddressError(f'this file is no saved future: one begins with "kind": "{KIND}"')
    fields: list[tuple[str, str]] = []
    for name, value in content.items():
        if name == "kind":
            continue
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(each, str) for each in values):
            raise AddressError(f"in a saved future {name} is text in quotes, not {as_typed(value)}")
        fields += [(name, each) for each in values]
    return future_of(fields)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON. Raises ValueError for a name that stands in it twice, of which one would be dropped."""
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError("a name stands in it twice")
    return content


def _changes(texts: list[str], weeks: int) -> tuple[Change, ...]:
    """WEEK:LEVER=VALUE, gathered by week in order."""
    by_week: dict[int, list[str]] = {}
    for text in texts:
        week, colon, assignment = text.partition(":")
        if not colon:
            raise AddressError(f"a change is written WEEK:LEVER=VALUE, for example 40:arms=0.8, not {text!r}")
        by_week.setdefault(whole("the week of a change", week, 0, weeks), []).append(assignment)
    return tuple(Change(week, parse_assignments(by_week[week], LEVERS)) for week in sorted(by_week))


def _title(text: str | None) -> str | None:
    if text is not None and (not text.strip() or len(text) > LONGEST_TITLE or not text.isprintable()):
        raise AddressError(f"a title is a line of 1 to {LONGEST_TITLE} characters")
    return text


def _start(text: str | None) -> date | None:
    try:
        day = None if text is None else date.fromisoformat(text)
    except ValueError:
        day = date.min
    if day is not None and not EARLIEST <= day <= LATEST:
        raise AddressError(f"start is a date between {EARLIEST} and {LATEST} such as 2026-01-05, not {text!r}")
    return day
