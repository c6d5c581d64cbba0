"""From a coded case to a scenario of this model: one line a column, each with its reason. No case is known by name.

Theatres differ by orders of magnitude, so sizes are told in the model's own units, on the front it has: a force is as large as
one of its kind would have to be in Ukraine. Whoever challenges is Moscow, whoever is challenged Kyiv, the great power behind the
guarantee Washington. What the codebook does not tell of a case is as in the bare ceasefire, or drawn.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ....model.levers import FORMS, LEVERS
from ....model.scenario import BASELINE, Scenario, load
from ....model.uncertainties import UNCERTAINTIES
from .balance import challenger_at_first, challenger_rebuilt, protege, years_to_rebuild
from .case import Case, Force, Law

AFTER_AN_INAUGURATION = date(2025, 1, 21)
"""No election of Washington's falls in the first four years from here; the shifts of those that do are pinned to nothing."""

SIZE = {Force.NONE: 0.0, Force.OBSERVER: 0.0, Force.INTERPOSITION: 5.0, Force.TRIPWIRE: 5.0, Force.DENIAL: 30.0}
ON_LINE = {Force.INTERPOSITION: 1.0, Force.TRIPWIRE: 1.0, Force.DENIAL: 0.3}
IN_CITIES = {Force.DENIAL: 0.5}
WATCHED = {Force.NONE: 0.0, Force.OBSERVER: 0.7, Force.INTERPOSITION: 0.7}
USUALLY_WATCHED = LEVERS["monitors"].default
MANDATE = 2.0
LAW = {Law(name): value for name, value in FORMS}
QUIETEST = UNCERTAINTIES["violations_base"].low
LEAST_ABLE, MOST_ABLE = UNCERTAINTIES["capability_unaided"].low, UNCERTAINTIES["capability_unaided"].high
LEAST_ELECTED, MOST_ELECTED = UNCERTAINTIES["elected_will"].low, UNCERTAINTIES["elected_will"].high
LEAST_WILL, MOST_WILL = UNCERTAINTIES["will_level"].low, UNCERTAINTIES["will_level"].high


@dataclass(frozen=True)
class Line:
    """What one column of the codebook says in the model: which lever or uncertainty takes which value, and why."""

    column: str
    names: tuple[str, ...]
    value: Callable[[Case], float | None]
    """The value for a case; None leaves it as it is."""
    said: str
    """The value in words."""
    reason: str


def within(value: float, low: float, high: float) -> float:
    """A value cut to a range."""
    return min(max(value, low), high)


LINES = (
    Line("force_type", ("troop_ceiling",), lambda case: SIZE[case.force_type],
         "thousand soldiers: interposition and tripwire 5, denial 30, otherwise 0",
         "the codebook's types by what they are in this theatre: too small to change its balance, or large enough to; the numbers "
         "of soldiers in the file are not used, since theatres differ by two orders of magnitude"),
    Line("force_type", ("share_on_line",), lambda case: ON_LINE.get(case.force_type, 0.0),
         "interposition and tripwire 1, denial 0.3, otherwise 0",
         "a buffer lies between the armies, and a tripwire is one because no attack can pass it by; a force that is to deny ground "
         "stands as in the shipped full mission"),
    Line("force_type", ("share_in_cities",), lambda case: IN_CITIES.get(case.force_type, 0.0), "denial 0.5, otherwise 0",
         "as in the shipped full mission"),
    Line("force_type", ("monitors",), lambda case: WATCHED.get(case.force_type, USUALLY_WATCHED),
         "observer and interposition 0.7, none 0, otherwise as usual (0.3)",
         "observing is what observers are sent for and what a buffer force does besides (A35: 0.7 for those of Minsk)"),
    Line("force_type", ("denial",), lambda case: UNCERTAINTIES["denial"].high if case.force_type is Force.DENIAL else None,
         "denial: the top of its range; otherwise left alone",
         "by the codebook such a force changes the local balance; left alone this number says that Europe's would not (C28)"),
    Line("combat_capable", ("rules_of_engagement",), lambda case: case.combat_capable, "as coded",
         "from observing only to fighting beside the protege: the same scale"),
    Line("combat_capable", ("capability_unaided",), lambda case: LEAST_ABLE + (MOST_ABLE - LEAST_ABLE) * case.combat_capable,
         "from the bottom to the top of its range", "what such troops are worth without help from others"),
    Line("air_isr_enablers",
         ("us_intelligence", "us_air_steady", "us_air_surge", "us_air_defence", "us_logistics", "us_basing"),
         lambda case: case.air_isr_enablers, "as coded, all alike",
         "the codebook has one column for what the model has six levers for"),
    Line("gp_backing", ("us_backstop",), lambda case: case.gp_backing, "as coded",
         "how firmly a great power promised to stand behind it"),
    Line("gp_backing", ("will_level",), lambda case: within(case.gp_backing, LEAST_WILL, MOST_WILL), "as coded",
         "how ready it was to: the model's two sides of one column; the will still drifts from week to week"),
    Line("gp_backing", ("elected_will",), lambda case: within(case.gp_backing, LEAST_ELECTED, MOST_ELECTED), "as coded, 0.2 to 0.8",
         "elections change nothing (below): a new president has the old one's will"),
    Line("legal_commitment", ("legal_form",), lambda case: LAW[case.legal_commitment], "the same four forms",
         "the lever has the codebook's own scale"),
    Line("legal_commitment", ("mandate_years",), lambda case: MANDATE if case.legal_commitment is Law.TIME_LIMITED else 0.0,
         "time_limited 2 years, otherwise open-ended", "how long is not coded; as in the shipped limited force"),
    Line("challenger_consented", ("russian_consent",), lambda case: case.challenger_consented, "as coded", "the same question"),
    Line("challenger_value", ("challenger_value",), lambda case: case.challenger_value, "as coded",
         "the uncertainty has the codebook's own scale; how steeply it counts is `prize_steepness`, whose shape is fitted to the "
         "shipped library"),
    Line("local_balance_ch_to_prot", ("russian_ceiling",), challenger_rebuilt,
         "the challenger rebuilt: up with the root of the balance, 0.8 to 1.2",
         "the ratio of what both can have in the end, without help from outside; 1.85 to one is that of the shipped world. Ratios "
         "below .9 and above 4 are more than its ranges hold, and are cut"),
    Line("local_balance_ch_to_prot", ("ukrainian_start", "ukrainian_base"), protege,
         "the protege: the challenger over the balance, 0.3 to 0.9",
         "the other half of the ratio; help from outside is not in it, so `arms` are nought (below)"),
    Line("local_balance_ch_to_prot", ("reconstitution_years",), years_to_rebuild, "10 below a balance of .9, otherwise drawn",
         "the weakest challengers stay weak as long as the range lets them"),
    Line("post_war_ceasefire", ("russian_start",), challenger_at_first,
         "after a war about half of what it can rebuild, otherwise all of it",
         "a war leaves a challenger spent, as Moscow in the shipped world (0.6 of 1.15), and it rebuilds (A32)"),
    Line("post_war_ceasefire", ("violations_base",), lambda case: None if case.post_war else QUIETEST,
         "drawn after a war, otherwise the bottom of its range", "where no war has just ended there is no line to be violated"),
    Line("sanctions_threat", ("sanctions", "isolation"), lambda case: case.sanctions_threat, "as coded, both alike",
         "the codebook has one column for punishment short of war"),
    Line("guarantors", ("stance_willing",), lambda case: 3.0 if case.guarantors > 1 else 0.0,
         "3 if several names stand there, separated by semicolons, otherwise 0",
         "several guarantors must agree, one need not: the two leading states alone, or with them those called willing. That holds "
         "where there are troops; where there are none the model knows no guarantors but the 28 states of its coalition, whatever "
         "is coded"),
)  # fmt: skip
"""Every line of the mapping."""


@dataclass(frozen=True)
class Neutral:
    """Something Ukrainian or European about the model's world that no other case shares, and the value that takes it out."""

    name: str
    value: float
    reason: str


NEUTRAL = (
    Neutral("election_spread", 0.0, "Washington's elections: its will drifts, no election moves it"),
    Neutral("midterm_spread", 0.0, "the same"),
    Neutral("government_change_rate", 0.0, "the elections of Europe's states"),
    Neutral("join_contagion", 0.0, "the force of a case came or did not come: that is coded, and not for a cascade to decide"),
    Neutral("join_leaders", 0.0, "the same"),
    Neutral("join_base", -2.4, "the same: with what follows exactly those come who stand for the guarantors"),
    Neutral("stance_willing_lead", 4.0, "the same: the two leading states stand for the guarantor"),
    Neutral("stance_conditional", -1.5, "the others stay out"),
    Neutral("stance_non_troop_support", -3.0, "the same"),
    Neutral("stance_uncommitted", -5.0, "the same"),
    Neutral("stance_opposed", -8.0, "the same"),
    Neutral("support_bar", 0.0, "the same: nobody stops half way between staying out and coming"),
    Neutral("join_threat", 0.0, "distances from Russia"),
    Neutral("join_opinion", 0.0, "polls of 2025"),
    Neutral("join_cost", 0.0, "defence budgets of 2025"),
    Neutral("join_clear_mandate", 0.0, "what law made a parliament agree: they had agreed"),
    Neutral("join_treaty_frightens", 0.0, "the same"),
    Neutral("usable_share", 0.2, "national armies of 2025: there are enough soldiers for the force that is coded"),
    Neutral("rotation", 1.0, "the same"),
    Neutral("decision_lag", 4.0, "national decisions: the force is there within weeks"),
    Neutral("decision_lag_least", 1.0, "the same"),
    Neutral("sittings_to_review", 1.0, "the same"),
    Neutral("deploy_start", 0, "the same"),
    Neutral("weeks_to_deploy", 1.0, "the same"),
    Neutral("arms", 0.0, "outside arms: the balance as coded is without the guarantor"),
    Neutral("confidence_arms_habit", 0.0, "no arms, no habit of them"),
)  # fmt: skip
"""What is the same in every case. The 31 allies, the sectors of the front and Kyiv's own choices remain as they are."""


def values_of(case: Case) -> dict[str, float]:
    """Every lever and uncertainty that a case sets, by name."""
    values = {each.name: each.value for each in NEUTRAL}
    for line in LINES:
        value = line.value(case)
        if value is not None:
            values |= dict.fromkeys(line.names, value)
    return values


def scenario_of(case: Case, pins: Mapping[str, float] | None = None) -> Scenario:
    """The scenario of a case. `pins` holds further uncertainties; what the case itself says of one goes first."""
    values = values_of(case)
    levers = {name: value for name, value in values.items() if name in LEVERS}
    own = {name: value for name, value in values.items() if name in UNCERTAINTIES}
    return _world().with_levers(levers).with_pins({**(pins or {}), **own})


@lru_cache(maxsize=1)
def _world() -> Scenario:
    """What the cases start from."""
    return replace(
        load(BASELINE), name="case", title="A historical case", start=AFTER_AN_INAUGURATION, levers=LEVERS.defaults(), pins={}
    )
