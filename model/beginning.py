"""Week 0: what is uncertain is drawn, and the world set up accordingly. One rule for both ways of running."""

import math

from ..agents.ally import WEEKS_BETWEEN_SITTINGS, next_change
from ..agents.chance import (
    FIRST_ALLY,
    LAG,
    LEANING,
    RESOLVE,
    REVIEW,
    UNCERTAINTY,
    WORLD,
    normals_from,
    uniforms_at,
)
from ..agents.choice import NOTHING
from ..agents.commitment import OUT, set_bar_odds
from ..agents.curves import at_least, clamp
from ..agents.mindset import (
    AFFRONT_WEIGHT,
    COST_FACTOR,
    FEAR_WEIGHT,
    GRIEVANCE,
    PRECISION_FACTOR,
    STAND_DOWN_COST,
    TEMPERS,
    VALUE,
)
from ..agents.rule import rule
from ..agents.united_states import DELIVER
from ..agents.willingness import weigh_nation
from .credibility import promise
from .deployment import muster
from .observation import observe
from .pace import set_pace
from .uncertainties import CATEGORY, FIXED, NORMAL, TRIANGULAR, UNIFORM

UKRAINIAN_VALUE = 0.9
"""How the case library codes the value of Ukraine to its challenger; mindsets are stated for this value."""


@rule
def drawn(drawing, first, second):
    """One uncertainty from two uniforms, by its declared distribution."""
    if drawing.kind == UNIFORM:
        return drawing.low + (drawing.high - drawing.low) * first
    if drawing.kind == CATEGORY:
        return drawing.low + math.floor((drawing.high - drawing.low + 1.0) * first)
    if drawing.kind == TRIANGULAR:
        width = drawing.high - drawing.low
        rise = drawing.default - drawing.low
        if first * width < rise:
            return drawing.low + math.sqrt(first * width * rise)
        return drawing.high - math.sqrt((1.0 - first) * width * (drawing.high - drawing.default))
    normal, _ = normals_from(first, second)
    if drawing.kind == NORMAL:
        return clamp(drawing.default + drawing.spread * normal, drawing.low, drawing.high)
    return clamp(drawing.default * math.exp(drawing.spread * normal), drawing.low, drawing.high)


@rule
def draw_uncertainties(values, drawings, luck):
    """Fill the row of uncertainties. The step counter numbers the uncertainty, so each has a counter of its own."""
    for index in range(len(drawings)):
        drawing = drawings[index]
        if drawing.pinned == 1:
            values[index] = drawing.value
        elif drawing.kind == FIXED:
            values[index] = drawing.default
        else:
            first, second = uniforms_at(luck, index, WORLD, UNCERTAINTY)
            values[index] = drawn(drawing, first, second)


@rule
def begin_russia(russia, assumed):
    """Moscow as its mindset and this run's draws make it."""
    mindset = int(assumed.mindset)
    russia.mindset = mindset
    value = (TEMPERS[mindset, VALUE] + assumed.value_shift) * assumed.challenger_value / UKRAINIAN_VALUE
    russia.full_value = at_least(value, 0.0)
    russia.value = russia.full_value
    russia.cost = TEMPERS[mindset, COST_FACTOR] * assumed.cost_sensitivity
    russia.precision = TEMPERS[mindset, PRECISION_FACTOR]
    russia.fear_weight = TEMPERS[mindset, FEAR_WEIGHT]
    russia.affront_weight = TEMPERS[mindset, AFFRONT_WEIGHT]
    russia.base_grievance = TEMPERS[mindset, GRIEVANCE]
    russia.stand_down_cost = TEMPERS[mindset, STAND_DOWN_COST]


COST_OF_A_THOUSAND = 0.83
"""Billion dollars a year for a thousand soldiers deployed: 250 billion for 300 thousand (A27, euros taken at par)."""


@rule
def sustainable_contingent(ally, assumed):
    """Thousand soldiers an ally can keep up: what is reported, or its usable forces by rotation if that is more (A24, T23)."""
    return at_least(ally.reported, assumed.usable_share * ally.active / (1.0 + assumed.rotation))


@rule
def begin_allies(allies, assumed, luck):
    """Each ally's own will, leaning, lag, calendar of reviews and next change of government."""
    for index in range(len(allies)):
        ally = allies[index]
        actor = FIRST_ALLY + index
        ally.sustainable = sustainable_contingent(ally, assumed)
        ally.cost = 0.0
        if ally.spending > 0.0:
            ally.cost = COST_OF_A_THOUSAND * ally.sustainable / ally.spending
        first, second = uniforms_at(luck, 0, actor, RESOLVE)
        will, _ = normals_from(first, second)
        ally.national_will = assumed.resolve_national_spread * will
        leaning, _ = uniforms_at(luck, 0, actor, LEANING)
        ally.leaning = leaning
        lag, gap = uniforms_at(luck, 0, actor, LAG)
        ally.lag = 4.0 + (assumed.decision_lag - 4.0) * lag
        # cabinets meet on it every four, eight or twelve weeks, all on the same weeks of the calendar
        ally.review_gap = WEEKS_BETWEEN_SITTINGS * (1.0 + math.floor(3.0 * gap))
        start, change = uniforms_at(luck, 0, actor, REVIEW)
        ally.next_review = WEEKS_BETWEEN_SITTINGS * math.floor(ally.review_gap / WEEKS_BETWEEN_SITTINGS * start)
        ally.next_government = next_change(0.0, change, assumed)
        ally.status = OUT
        weigh_nation(ally, assumed)


@rule
def begin_future(world, values, drawings):
    """Set up one future: `world` holds levers, luck and constants already; `values` is a view of its uncertainties."""
    draw_uncertainties(values, drawings, world.luck)
    assumed = world.uncertainties
    set_pace(world.situation.pace, assumed, world.weeks_per_step)
    set_bar_odds(world.situation.bar_odds, assumed)
    begin_russia(world.russia, assumed)
    begin_allies(world.allies, assumed, world.luck)
    first, second = uniforms_at(world.luck, 0, WORLD, RESOLVE)
    common, washington = normals_from(first, second)
    coalition = world.coalition
    coalition.will = assumed.resolve_common_spread * common
    coalition.legal_share = 1.0
    coalition.mandate_end = math.inf
    united_states = world.united_states
    united_states.level = assumed.will_level
    united_states.will = clamp(assumed.will_level + 0.05 * washington, 0.0, 1.0)
    united_states.delivered = united_states.will
    united_states.policy = DELIVER
    united_states.stance_in_crisis = NOTHING
    world.ukraine.confidence = 0.32
    field = world.field
    field.russian_power = assumed.russian_start
    field.ukrainian_power = assumed.ukrainian_start
    field.attention = 1.0
    field.friction = 1.0
    promise(world)
    muster(world)
    coalition.member_will = coalition.will
    observe(world)
    world.outcome.mindset = world.russia.mindset
    world.outcome.fear_size = assumed.fear_size
    world.outcome.affront_size = assumed.affront_size
    world.outcome.wider_war_rate = assumed.wider_war_rate
