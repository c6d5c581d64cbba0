"""The states of the wargame: national data, each number with its source and a mark of confidence.

The numbers stand in `profiles.csv`. A source that begins with *looked up* was read in a published or stored copy; one that
begins with *from memory* was not checked again. Confidence is high, medium or low; a size that is an assumption says so.
"""

import csv
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .names import DeclarationError, folded, nearest
from .source import SOURCES
from .table import ranked_names

TABLE = SOURCES["agents/profiles.csv"]
"""The table as it was when this process began."""

STANCE = ranked_names(willing_lead=0, willing=1, conditional=2, non_troop_support=3, uncommitted=4, opposed=5)
STANCES = STANCE._fields
"""Stances of 2025 towards sending troops, from the most willing; what each is worth is declared in `agents/willingness.py`."""

OTHER_ROLES = ("challenger", "protege", "enablers_only")
"""Roles of the three states that do not choose whether to join: Russia, Ukraine, the United States."""

CONFIDENCE = ("high", "medium", "low")


@dataclass(frozen=True)
class Source:
    """Where a number comes from, and how far to trust it (high, medium or low)."""

    text: str
    confidence: str


@dataclass(frozen=True)
class Profile:
    """What is known about one state in 2025."""

    iso3: str
    """Three-letter code, ISO 3166-1."""
    luck: int
    """The number by which it draws, written down once and never given to another; -1 for a state that is no ally."""
    country: str
    stance: str
    """Declared stance towards sending troops: one of `STANCES`, or one of `OTHER_ROLES`."""
    stance_detail: str
    """What the government said, in short."""
    troops_low: float
    """Low end of the pledge as reported or assumed, thousand soldiers."""
    troops_high: float
    """High end of the pledge as reported or assumed, thousand soldiers."""
    active_personnel: float
    """Active armed forces, thousand; definitions differ by up to 30 per cent between sources."""
    spending_bn: float
    """Military spending in 2024, billion US dollars at current prices."""
    support: float | None
    """Share of the public for taking part in a post-war force, 0 to 1; None without a poll. Wording differs by country."""
    oppose: float | None
    """Share against, 0 to 1; None without a figure."""
    oppose_fighting: float | None
    """Share against own troops *fighting* in Ukraine, 0 to 1 (ECFR, May 2024); None where not asked."""
    threat: float | None
    """Felt threat by nearness, 0 to 1: exp(-distance / 1,000 km) from the capital to `nearest_site`; None for Russia."""
    nearest_site: str
    """The nearest of eight Russian or Belarusian bases and cities."""
    borders_russia: bool
    """Shares a border with Russia or Belarus."""
    in_nato: bool
    in_coalition: bool
    """Took part in the coalition of the willing by the end of 2025."""
    vote_by_law: date | None
    """A day on which the law, and no government, has whoever decides on war and peace voted in anew; None where they can fall."""
    vote_every_years: float
    """Years from one such vote to the next; 0 where there is none."""
    capital: str
    latitude: float
    """Of the capital, degrees north."""
    longitude: float
    """Of the capital, degrees east."""
    sources: Mapping[str, Source] = field(compare=False, repr=False)
    """Where the numbers come from: stance (and troops), personnel, spending, poll, oppose_fighting, threat."""

    @property
    def net_opinion(self) -> float:
        """Support less opposition, -1 to 1.

        0 without a poll; where only support was published all others count as against (both assumptions).
        """
        if self.support is None:
            return 0.0
        return self.support - (1.0 - self.support if self.oppose is None else self.oppose)


def read(table: bytes = TABLE) -> tuple[Profile, ...]:
    """Every profile of the table, in its order. Raises ValueError naming row and column if a cell is not what it must be."""
    profiles = tuple(_profile(row) for row in csv.DictReader(io.StringIO(table.decode("utf-8"), newline="")))
    for names in ([profile.iso3 for profile in profiles], [profile.country for profile in profiles]):
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"profiles.csv: {twice[0]} stands there twice")
    numbers = [profile.luck for profile in profiles if profile.stance in STANCES]
    if len(set(numbers)) != len(numbers) or -1 in numbers:
        raise ValueError(f"profiles.csv: every ally needs a luck number of its own; {max(numbers) + 1} is free")
    return profiles


def _profile(row: dict[str, str]) -> Profile:
    if row["stance"] not in STANCES and row["stance"] not in OTHER_ROLES:
        raise ValueError(f"{row['iso3']}, stance: {row['stance']!r} is not one of {', '.join((*STANCES, *OTHER_ROLES))}")
    troops_low = _number(row, "troops_low_k", 0, 200)
    return Profile(
        iso3=row["iso3"],
        luck=int(_number(row, "luck", 0, 1000)) if row["luck"] else -1,
        country=row["country"],
        stance=row["stance"],
        stance_detail=row["stance_detail"],
        troops_low=troops_low,
        troops_high=_number(row, "troops_high_k", troops_low, 200),
        active_personnel=_number(row, "active_personnel_k", 0, 5000),
        spending_bn=_number(row, "spending_usd_bn", 0, 2000),
        support=_share(row, "poll_support_pct"),
        oppose=_share(row, "poll_oppose_pct"),
        oppose_fighting=_share(row, "oppose_fighting_pct"),
        threat=_number(row, "threat", 0, 1) if row["threat"] else None,
        nearest_site=row["nearest_site"],
        borders_russia=_flag(row, "borders_russia_or_belarus"),
        in_nato=_flag(row, "in_nato"),
        in_coalition=_flag(row, "in_coalition"),
        vote_by_law=_day(row, "vote_by_law") if row["vote_by_law"] else None,
        vote_every_years=_number(row, "vote_every_years", 1, 10) if row["vote_by_law"] else 0.0,
        capital=row["capital"],
        latitude=_number(row, "latitude", -90, 90),
        longitude=_number(row, "longitude", -180, 180),
        sources=_sources(row),
    )


def _number(row: dict[str, str], column: str, low: float, high: float) -> float:
    try:
        value = float(row[column])
    except (TypeError, ValueError):
        raise ValueError(f"{row['iso3']}, {column}: {row[column]!r} is not a number") from None
    if not math.isfinite(value) or not low <= value <= high:
        raise ValueError(f"{row['iso3']}, {column}: {value:g} is not between {low:g} and {high:g}")
    return value


def _share(row: dict[str, str], column: str) -> float | None:
    return _number(row, column, 0, 100) / 100.0 if row[column] else None


def _day(row: dict[str, str], column: str) -> date:
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        raise ValueError(f"{row['iso3']}, {column}: {row[column]!r} is not a day, as 2027-05-13") from None


def _flag(row: dict[str, str], column: str) -> bool:
    if row[column] not in {"0", "1"}:
        raise ValueError(f"{row['iso3']}, {column}: {row[column]!r} is not 0 or 1")
    return row[column] == "1"


def _sources(row: dict[str, str]) -> dict[str, Source]:
    sources = {}
    for topic in ("stance", "personnel", "spending", "poll", "oppose_fighting", "threat", "vote"):
        text, confidence = row[f"{topic}_source"], row[f"{topic}_confidence"]
        if bool(text) != (confidence in CONFIDENCE):
            raise ValueError(f"{row['iso3']}, {topic}_source: needs a source with a confidence of {', '.join(CONFIDENCE)}")
        if text:
            sources[topic] = Source(text, confidence)
    return sources


PROFILES = read()
"""Every state, in the order of the table."""

ALLIES = tuple(sorted((profile for profile in PROFILES if profile.stance in STANCES), key=lambda profile: profile.luck))
"""The 30 European NATO members and Canada, by luck number, so that it does not matter where a row stands; ally i of a world is
`ALLIES[i]`."""

_BY_CODE = {profile.iso3: profile for profile in PROFILES}
RUSSIA, UKRAINE, UNITED_STATES = _BY_CODE["RUS"], _BY_CODE["UKR"], _BY_CODE["USA"]


def find(name: str) -> Profile:
    """The state of that three-letter code or name, whatever the case; underscores and hyphens read as spaces.

    Raises DeclarationError naming the nearest one if there is none.
    """
    sought = _folded(name)
    for profile in PROFILES:
        if sought in {_folded(profile.iso3), _folded(profile.country)}:
            return profile
    known = [profile.iso3 for profile in PROFILES] if len(sought) <= 3 else [profile.country for profile in PROFILES]
    raise DeclarationError(f"unknown country {name!r}; {nearest(name, known)}")


def _folded(name: str) -> str:
    return " ".join(folded(name).replace("_", " ").replace("-", " ").split())
