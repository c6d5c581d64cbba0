"""A first calibration by hand: the patterns the world should show, beside what it shows, misses included.

`reassure calibration` prints the table; `--out FILE` writes it as the page `docs/calibration.md`. The bands are anchors of the
evidence (A1 and so on), named before any value was looked at; a miss stays in the table.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ....agents.choice import NOTHING
from ....agents.curves import WEEKS_IN_YEAR
from ....agents.quorum import call_quorum
from ....agents.russia import CONDUCT
from ....agents.ukraine import warranted_confidence
from ....model.future import FIVE_YEARS, new_world
from ....model.outcomes import END, EVENT
from ....model.scenario import load
from ....model.support import russian_power_after
from ....model.uncertainties import UNCERTAINTIES
from ....model.violations import count_violations
from ...ensemble.futures import Policy, play
from ...ensemble.intervals import Interval, median, ratio, share
from ...ensemble.sums import moments_of
from ..history.case import End
from ..history.library import first_coding

SEED = 1
TWENTY_YEARS = 1040
SEVEN_YEARS = 364
A_YEAR_AND_A_HALF = 78
PLANNED_FORCE = 25.0
"""Thousand soldiers that respondents could have had in mind: the size then discussed (A22, A23)."""


ONE_STATE = 1.0
"""Who those asked had in mind as having to agree: no survey named a quorum, and at one half any number is as good."""


@dataclass(frozen=True)
class Pattern:
    """One thing the world should show: the band that counts as met, where it comes from, and what was found."""

    name: str
    anchor: str
    low: float
    high: float
    found: Interval
    remark: str = ""

    @property
    def met(self) -> bool:
        """Whether the value found lies in the band."""
        return self.found.value is not None and self.low <= self.found.value <= self.high


def patterns(runs: int) -> Iterator[Pattern]:
    """Every pattern of the first calibration, from about `runs` futures each."""
    yield renewed_fighting(runs)
    yield minsk(runs)
    yield launches_per_mobilisation(runs)
    yield from coalition_sizes(runs)
    yield from acceptance()
    yield from violations_by_conduct()
    yield violations(runs)
    yield from library(runs)
    yield reconstitution(runs)


def case_mix(scenario: str, weeks: int, runs: int, after_war_only: bool) -> np.ndarray:
    """Outcomes of a scenario with the challenger's value drawn as in the case library, each case equally often."""
    values = [case.challenger_value for case in first_coding().cases if case.post_war or not after_war_only]
    each = max(1, runs // len(values))
    return np.concatenate(
        [
            play(Policy(load(scenario).with_pins({"challenger_value": value}), weeks), each, SEED, first_run=place * each)
            for place, value in enumerate(values)
        ]
    )


def war_ever(outcomes: np.ndarray) -> Interval:
    """Share of futures with a general war."""
    return share(int((outcomes["first"][:, EVENT.renewed_war] != NOTHING).sum()), len(outcomes))


def renewed_fighting(runs: int) -> Pattern:
    """A1: almost half of interstate wars after 1945 were followed by renewed fighting."""
    outcomes = case_mix("bare_ceasefire", TWENTY_YEARS, runs, after_war_only=True)
    return Pattern(
        "renewed war within twenty years, no guarantee, values as in the case library", "A1, A2", 0.35, 0.60, war_ever(outcomes)
    )


def minsk(runs: int) -> Pattern:
    """A35: Minsk II, monitors only, held seven years until the full war; one case, so a wide band around one half."""
    scenario = load("bare_ceasefire").with_levers({"monitors": 0.7})
    outcomes = play(Policy(scenario, SEVEN_YEARS), runs, SEED)
    return Pattern("war within seven years, monitors only, Ukraine's value", "A35", 0.25, 0.75, war_ever(outcomes), "one case only")


def launches_per_mobilisation(runs: int) -> Pattern:
    """A9, A10: immediate deterrence succeeds in 57 to 59 of 100 crises, with a defender who threatens to fight."""
    outcomes = case_mix("limited_reassurance_force", FIVE_YEARS, runs, after_war_only=False)
    found = share(int(outcomes["launches"].sum()), int(outcomes["mobilisations"].sum()))
    return Pattern("launches per mobilisation over the case library, limited force", "A9, A10", 0.40, 0.60, found)


def coalition_sizes(runs: int) -> Iterator[Pattern]:
    """Two points of one spring and autumn: about six states without a promised backstop, about ten with it; A23 to A25 for size."""
    for backstop, low, high, when in ((0.0, 5.0, 7.5, "April 2025"), (1.0, 8.5, 11.5, "September 2025")):
        scenario = load("limited_reassurance_force").with_levers({"us_backstop": backstop, "troop_ceiling": 150})
        outcomes = play(Policy(scenario, A_YEAR_AND_A_HALF), runs, SEED)
        yield Pattern(
            f"states that send troops, backstop {backstop:g}, after a year and a half",
            f"two-point fit, {when}",
            low,
            high,
            ratio(moments_of(np.ones(runs), outcomes["joiners"].astype(float))),
        )
        if backstop == 0.0:
            yield Pattern(
                "thousand soldiers kept up without a backstop",
                "A23, A25",
                10,
                30,
                ratio(moments_of(np.ones(runs), outcomes["troops"])),
                "Europe alone: 25 thousand is a push",
            )


def acceptance() -> Iterator[Pattern]:
    """A36: how many Ukrainians accept a ceasefire on the line, by kind of guarantee; compared at acceptance, not after years."""
    kinds: tuple[tuple[str, float, dict[str, float], float], ...] = (
        ("no guarantee", 0.32, {}, 0.0),
        ("troops far from the front that do not fight", 0.42, {"share_in_cities": 0.0, "rules_of_engagement": 0.0}, PLANNED_FORCE),
        (
            "troops near the front that fight",
            0.61,
            {"share_in_cities": 0.5, "share_on_line": 0.5, "rules_of_engagement": 1.0},
            PLANNED_FORCE,
        ),
    )
    for name, target, levers, troops in kinds:
        bare = load("bare_ceasefire").with_levers({"arms": 0.35, **levers})
        world = new_world(bare, SEED)[0]
        world.situation.troops = troops
        world.situation.arms = 0.35
        call_quorum(world.situation.quorum, ONE_STATE, 0.0, 0.0, world.levers, world.uncertainties)
        found = float(warranted_confidence(world.situation, 0.0, world.levers, world.uncertainties))
        yield Pattern(
            f"Kyiv's confidence at acceptance: {name}",
            "A36",
            target - 0.03,
            target + 0.03,
            Interval(found, None, None),
            "fitted to this survey" if target > 0.35 else "",
        )


def violations_by_conduct() -> Iterator[Pattern]:
    """A33, A34: both ends of one scale, and between them the year of massed troops and threats (2021)."""
    calm = 98 / 2 * 365
    ends = (
        ("both sides comply", CONDUCT.comply, calm / 10, calm, "A33: 98 in a weekend of December 2020"),
        ("Moscow coerces", CONDUCT.coerce, 0.7 * 94_000, 135_000, "A34: 2020 and 2021"),
        ("Moscow probes", CONDUCT.probe, 300_000, 401_000, "A33, A34: 2016 to 2019"),
    )
    monitored = load("bare_ceasefire").with_levers({"monitors": 0.7})
    for name, conduct, low, high, anchor in ends:
        pins = {"violations_base": UNCERTAINTIES["violations_base"].default, "violations_wavering": 0.0}
        world = new_world(monitored.with_pins(pins), SEED)[0]
        world.field.conduct = conduct
        count_violations(world)
        found = Interval(float(world.field.violations) * WEEKS_IN_YEAR, None, None)
        yield Pattern(f"violations a year while {name}, monitors only", anchor, low, high, found, "fitted to these counts")


def violations(runs: int) -> Pattern:
    """A33, A34: 94 to 401 thousand violations a year in a monitored ceasefire that nobody enforced."""
    outcomes = play(Policy(load("bare_ceasefire").with_levers({"monitors": 0.7})), runs, SEED)
    found = ratio(moments_of(outcomes["weeks"] / WEEKS_IN_YEAR, outcomes["sums"][:, 0]))
    remark = "over four Moscows, which comply two weeks of three"
    return Pattern("violations a year, monitors only", "A33, A34", 94_000, 401_000, found, remark)


DEAR = 0.75
"""Value of the prize from which the case library counts it as dear (its grouping, evidence part 4)."""


def library(runs: int) -> Iterator[Pattern]:
    """How the cases of the library ended within five years, by the value of the prize; the band is what so few cases allow.

    The cases had guarantees of every kind and this world has monitors only; and values were coded by someone who knew the outcomes
    (evidence, reading with care), which favours a wider gap between the two groups than a model should show.
    """
    for name, dear in (("dear", True), ("of lesser value", False)):
        group = [case for case in first_coding().cases if (case.challenger_value >= DEAR) == dear]
        each = max(1, runs // len(group))
        scenario = load("bare_ceasefire").with_levers({"monitors": 0.7})
        outcomes = np.concatenate(
            [
                play(Policy(scenario.with_pins({"challenger_value": case.challenger_value}), FIVE_YEARS), each, SEED, place * each)
                for place, case in enumerate(group)
            ]
        )
        held = share(sum(case.outcome is End.HELD for case in group), len(group))
        found = share(int((outcomes["worst"] == END.held).sum()), len(outcomes))
        yield library_pattern(f"futures that hold, a prize {name}", held, found, len(group))
        lost = share(sum(case.outcome is End.MAJOR for case in group), len(group))
        yield library_pattern(f"futures with a general war, a prize {name}", lost, war_ever(outcomes), len(group))


def library_pattern(name: str, library: Interval, found: Interval, count: int) -> Pattern:
    """One share of the library, its 95 % interval as the band."""
    assert library.value is not None and library.low is not None and library.high is not None
    return Pattern(name, "case library", library.low, library.high, found, f"{library.value:.2f} of {count} cases")


def reconstitution(runs: int) -> Pattern:
    """A32: Russian land power in full after 2 to 10 years, most often about 5."""
    years = np.zeros(41 * int(WEEKS_IN_YEAR), int)
    for run in range(min(runs, 200)):
        world = new_world(load("bare_ceasefire").with_levers({"sanctions": 0}), SEED, run)[0]
        top = world.uncertainties.russian_ceiling
        week = 0
        while russian_power_after(world.field.russian_power, week, world.levers, 1.0, world.uncertainties) < top:
            week += 4
        years[week] += 1
    weeks = median(years)
    return Pattern(
        "years until Russian land power is rebuilt, no sanctions",
        "A32",
        4.0,
        7.0,
        Interval(*(None if bound is None else bound / WEEKS_IN_YEAR for bound in weeks)),
        "drawn from this anchor",
    )
