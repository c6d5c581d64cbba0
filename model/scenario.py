"""A scenario: which guarantee stands when the ceasefire begins, and what is pinned about the world.

A scenario is a text file (TOML) that sets some levers and may pin some uncertainties; every other lever takes its default.
Each scenario has a twin without troops, identical in every other lever, which exists by construction.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..agents.declaration import DeclarationError, Declarations, Quantity
from ..agents.names import nearest
from .levers import LEVERS, TROOP_LEVERS
from .scenario_file import LONGEST_TITLE, ScenarioError, ScenarioFile, read
from .uncertainties import UNCERTAINTIES

SHIPPED = (
    "bare_ceasefire",
    "limited_reassurance_force",
    "external_guarantees",
    "full_nato_mission",
    "paris_declaration",
)
"""The scenarios that come with the program, from the least to the latest."""

BASELINE = "bare_ceasefire"
"""What the others are compared with unless asked otherwise."""

FOLDER = Path(__file__).with_name("scenarios")

TWIN = "_without_troops"
"""What the name of a twin ends with."""

AGREED = "_if_it_comes_about"
"""What the name ends with of a mission to which the alliance agrees, whatever its members would decide."""

MISTAKEN_FOR: dict[str, Declarations[Quantity]] = {LEVERS.noun: UNCERTAINTIES, UNCERTAINTIES.noun: LEVERS}
HINTS = {
    LEVERS.noun: "an uncertainty, not a lever: it is given with --fix or under [uncertainties]",
    UNCERTAINTIES.noun: "a lever, not an uncertainty: it is given with --set or under [levers]",
}
"""What to say to someone who gives an uncertainty for a lever, or the reverse."""


@dataclass(frozen=True)
class Scenario:
    """A validated scenario. Make one with `load`, and variants with the methods; never by hand."""

    name: str
    title: str
    summary: str
    """What it is, and which claim of the article it puts to the test."""
    source: str
    start: date
    """First day of the ceasefire; weeks are counted from it, and elections fall on their real dates."""
    levers: dict[str, float]
    """The value of every lever, in the order they are declared."""
    pins: dict[str, float]
    """Uncertainties held at a value; all others are drawn."""
    explicit: frozenset[str]
    """The levers that the file or a later change sets; the others are at their defaults."""

    @property
    def has_troops(self) -> bool:
        """Whether the plan allows any foreign soldier in Ukraine."""
        return any(self.levers[name] > 0 for name in TROOP_LEVERS)

    def with_levers(self, values: Mapping[str, object]) -> "Scenario":
        """The same with these levers set. Raises ScenarioError for an unknown lever or a value out of range."""
        parsed = parse_values(values, LEVERS)
        levers = {**self.levers, **parsed}
        check_together(levers)
        return replace(self, levers=levers, explicit=self.explicit | parsed.keys())

    def with_pins(self, values: Mapping[str, object]) -> "Scenario":
        """The same with these uncertainties pinned. Raises ScenarioError for an unknown one or a value out of range."""
        return replace(self, pins={**self.pins, **parse_values(values, UNCERTAINTIES)})

    @property
    def is_a_bid(self) -> bool:
        """Whether it is a mission that comes about only if the alliance agrees."""
        return self.levers["nato_mission"] > 0 and self.levers["consensus_forced"] == 0

    def if_it_comes_about(self) -> "Scenario":
        """A mission as if the alliance agreed, every other lever the same: what it does, not what bidding for it does."""
        agreed = self.with_levers({"consensus_forced": "on"})
        return replace(agreed, name=self.name + AGREED, title=f"{self.title}, if it comes about")

    def without_troops(self) -> "Scenario":
        """The twin: no foreign soldier in Ukraine, every other lever the same."""
        return replace(
            self,
            name=self.name + TWIN,
            title=f"{self.title}, without the troops",
            levers={name: 0.0 if name in TROOP_LEVERS else value for name, value in self.levers.items()},
            explicit=self.explicit | set(TROOP_LEVERS),
        )


def shipped() -> tuple[str, ...]:
    """The names of the scenarios that come with the program, in order."""
    return SHIPPED


def load(name_or_path: str) -> Scenario:
    """The scenario of that name, a mission `NAME_if_it_comes_about`, a twin `NAME_without_troops`, or the one in that file.

    Raises ScenarioError in one line that says what is wrong (with the line of the file) and what would be right.
    """
    named = name_or_path.removesuffix(TWIN)
    name = named.removesuffix(AGREED)
    if name in SHIPPED:
        scenario = _from_file(FOLDER / f"{name}.toml")
        if name == named or scenario.is_a_bid:
            scenario = scenario if name == named else scenario.if_it_comes_about()
            return scenario if named == name_or_path else scenario.without_troops()
    if not _names_a_file(name_or_path):
        raise ScenarioError(f"unknown scenario {name_or_path!r}; {nearest(name_or_path, _known_names(name_or_path))}")
    return _from_file(Path(name_or_path))


def parse_values(values: Mapping[str, object], declarations: Declarations[Quantity]) -> dict[str, float]:
    """Names and raw values as numbers within their ranges. Raises ScenarioError for the first that is not right."""
    return {name: _parse_value(name, raw, declarations) for name, raw in values.items()}


def parse_assignments(assignments: list[str], declarations: Declarations[Quantity]) -> dict[str, float]:
    """What `--set LEVER=VALUE` (with LEVERS) or `--fix UNCERTAINTY=VALUE` (with UNCERTAINTIES) ask for, as numbers.

    Raises ScenarioError for text without `=`, an unknown or repeated name, or a value out of range.
    """
    values: dict[str, object] = {}
    for assignment in assignments:
        name, equals, raw = (part.strip() for part in assignment.partition("="))
        if not equals or not name or not raw:
            raise ScenarioError(f"{assignment!r} is not of the form {declarations.noun.upper()}=VALUE")
        if name in values:
            raise ScenarioError(f"the {declarations.noun} {name} is given twice")
        values[name] = raw
    return parse_values(values, declarations)


def check_together(levers: Mapping[str, float]) -> None:
    """Refuse levers that are each in range but cannot hold together (ScenarioError)."""
    if levers["share_in_cities"] + levers["share_on_line"] > 1 + 1e-9:  # 0.7 + 0.3 may come out a hair above 1
        raise ScenarioError(
            "share_in_cities and share_on_line are shares of one force and add up to at most 1, "
            f"not {levers['share_in_cities']:g} + {levers['share_on_line']:g}"
        )


def _parse_value(name: str, raw: object, declarations: Declarations[Quantity]) -> float:
    if name not in declarations and name in MISTAKEN_FOR[declarations.noun]:
        raise ScenarioError(f"{name} is {HINTS[declarations.noun]}")
    try:
        return declarations.find(name).parse(raw)
    except DeclarationError as error:
        raise ScenarioError(str(error)) from None


def _known_names(word: str) -> tuple[str, ...]:
    """The names to choose the nearest from: twins only for someone who asks for a twin."""
    return tuple(name + TWIN for name in SHIPPED) if "without" in word else SHIPPED


def _names_a_file(text: str) -> bool:
    """Whether a person who typed this meant a file rather than a scenario's name."""
    if "/" in text or "\\" in text or text.casefold().endswith(".toml"):
        return True
    try:
        return Path(text).exists() and text not in {"", "."}
    except (OSError, ValueError):
        return False


def _from_file(path: Path) -> Scenario:
    file: ScenarioFile = read(path)
    levers = LEVERS.defaults()
    pins = {}
    for name, raw in file.levers.items():
        with file.placed("levers", name):
            levers[name] = _parse_value(name, raw, LEVERS)
    for name, raw in file.uncertainties.items():
        with file.placed("uncertainties", name):
            pins[name] = _parse_value(name, raw, UNCERTAINTIES)
    with file.placed("levers", "share_on_line" if "share_on_line" in file.levers else "share_in_cities"):
        check_together(levers)
    if not path.stem.isprintable() or len(path.stem) > LONGEST_TITLE:
        raise ScenarioError(
            f"{path}: a scenario goes by the name of its file, one that can be shown, of at most {LONGEST_TITLE} letters"
        )
    return Scenario(
        name=path.stem,
        title=file.title or path.stem,
        summary=file.summary,
        source=file.source,
        start=file.start,
        levers=levers,
        pins=pins,
        explicit=frozenset(file.levers),
    )
