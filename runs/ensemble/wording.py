"""How names, shares and differences are written in a sentence or a table."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...model.scenario import AGREED
from .intervals import Interval

if TYPE_CHECKING:
    from .comparison import Result

AS_A_BID, AS_AGREED = ", as a bid", ", if it comes about"
"""What is added to the name of a mission that the alliance may refuse, and of the same mission as if it agreed."""
PROPER = {"nato": "NATO", "paris": "Paris"}
"""Words of scenario names that are written otherwise in a sentence."""


def spoken(name: str) -> str:
    """A declared name or a scenario's name as words."""
    return name.replace("_", " ")


def called(result: "Result") -> str:
    """A scenario's name within a sentence; a bid for a mission and the mission itself cannot be mistaken for one another."""
    scenario = result.entry.scenario
    name = " ".join(PROPER.get(word, word) for word in spoken(scenario.name.removesuffix(AGREED)).split())
    if scenario.name.endswith(AGREED):
        return f"{name}{AS_AGREED}"
    return f"{name}{AS_A_BID}" if scenario.is_a_bid and not result.entry.twin_of else name


def heading(result: "Result") -> str:
    """A scenario's name at the beginning of a line."""
    name = called(result)
    return name[:1].upper() + name[1:]


def inserted(result: "Result") -> str:
    """The same where the sentence goes on behind it."""
    name = called(result)
    return f"{name}," if name.endswith((AS_A_BID, AS_AGREED)) else name


def percent(value: float | None) -> str:
    """A share in per cent, one decimal; a dash if it was not observed."""
    return "-" if value is None else f"{100 * value:.1f}"


def points(interval: Interval, between: str = " ") -> str:
    """A difference of shares in percentage points with its interval; `between` stands between the two."""
    if interval.value is None or interval.low is None or interval.high is None:
        return "not observed"
    value, low, high = (_signed(100 * each) for each in (interval.value, interval.low, interval.high))
    return f"{value}{between}({low} to {high})"


def _signed(number: float) -> str:
    text = f"{number:+.1f}"
    return text[1:] if text[1:] == "0.0" else text


def a_mindset(name: str) -> str:
    """A mindset as the noun a sentence needs."""
    noun = "prestige-driven Moscow" if name == "prestige_driven" else spoken(name)
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words as a list in a sentence."""
    *most, end = words or [""]
    return f"{', '.join(most)} {last} {end}" if most else end
