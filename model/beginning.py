"""Week 0: what is uncertain is drawn, and the world set up accordingly. One rule for both ways of running."""

import math

from ..agents.ally import first_change
from ..agents.arithmetic import exp, log
from ..agents.chance import PURPOSE, WHO, normals_from, uniforms_at
from ..agents.choice import NOTHING
from ..agents.commitment import STATUS, STEP, set_bar_odds
from ..agents.curves import at_least, clamp
from ..agents.mindset import take_on
from ..agents.response import expect_deaths
from ..agents.rule import rule
from ..agents.uncertainty import DISTRIBUTION, About, Fixed, circumstances, coefficients
from ..agents.united_states import WASHINGTON
from ..agents.willingness import score_of_stance, weigh_nation
from .credibility import promise
from .deployment import count_commitments
from .observation import observe
from .pace import set_pace
from .support import bind_attention

UKRAINIAN_VALUE = 0.9
"""How the case library codes the value of Ukraine to its challenger. A point of its scale: mindsets are stated for this value."""


NUMBERS = coefficients(
    About.ALLIES,
    Fixed("usable_share", "share", 0.04, 0.2, 0.12,
        "Share of active personnel that can be drawn on for land deployment.",
        "A24: about 20 per cent of one army for one brigade", luck=61),
    Fixed("rotation", "units at home per unit deployed", 1, 4, 2, "Rotation.", "A24: two, A23: three", luck=62),
    Fixed("contingent_cost", "billion dollars a year", 0.2, 2, 0.83,
        "Cost of a thousand soldiers deployed for a year.", "A27: 250 billion for 300 thousand, euros taken at par", luck=798),
    Fixed("decision_lag_least", "weeks", 1, 4, 4,
        "The shortest time from a pledge to a national decision.", "C1; middle of 4 to 26, size assumption", luck=799),
    Fixed("sittings_to_review", "sittings", 1, 6, 3,
        "After how many sittings at most a cabinet reviews its part; each state has a habit of its own.", "assumption", luck=800),
)  # fmt: skip

WILL = coefficients(
    About.WASHINGTON,
    Fixed("will_spread_at_first", "probability", 0, 0.2, 0.05,
        "How far Washington's will at the ceasefire may be from its usual level (standard deviation).",
        "C11; size assumption", luck=801),
)  # fmt: skip

CIRCUMSTANCES = circumstances(
    About.KYIV,
    Fixed("kyiv_confidence_at_first", "probability", 0.1, 0.6, 0.32,
        "Kyiv's confidence on the day of the ceasefire.", "A36: acceptance without guarantees", luck=802),
)  # fmt: skip


@rule
def drawn(drawing, first, second):
    """One uncertainty from two uniforms, by its declared distribution."""
    if drawing.kind == DISTRIBUTION.uniform:
        return drawing.low + (drawing.high - drawing.low) * first
    if drawing.kind == DISTRIBUTION.category:
        return drawing.low + int((drawing.high - drawing.low + 1.0) * first)
    if drawing.kind == DISTRIBUTION.triangular:
        width = drawing.high - drawing.low
        rise = drawing.default - drawing.low
        if first * width < rise:
            return drawing.low + math.sqrt(first * width * rise)
        return drawing.high - math.sqrt((1.0 - first) * width * (drawing.high - drawing.default))
    normal, _ = normals_from(first, second)
    if drawing.kind == DISTRIBUTION.normal:
        return clamp(drawing.default + drawing.spread * normal, drawing.low, drawing.high)
    return clamp(drawing.default * exp(drawing.spread * normal), drawing.low, drawing.high)


@rule
def draw_uncertainties(values, drawings, luck):
    """Fill the row of uncertainties. The step counter is the uncertainty's luck number, so that each has a counter of its own."""
    for index in range(len(drawings)):
        drawing = drawings[index]
        if drawing.pinned == 1:
            values[index] = drawing.value
        elif drawing.kind == DISTRIBUTION.fixed:
            values[index] = drawing.default
        else:
            first, second = uniforms_at(luck, drawing.luck, WHO.world, PURPOSE.uncertainty)
            values[index] = drawn(drawing, first, second)


@rule
def stake(assumed):
    """What the prize means to its challenger, 1 where it is Ukraine: the case library's value against Ukraine's, to a power."""
    return exp(assumed.prize_steepness * log(assumed.challenger_value / UKRAINIAN_VALUE))


@rule
def begin_russia(russia, assumed):
    """Moscow as its mindset and this run's draws make it; a lesser prize is worth less to win, and living without it irks less."""
    mindset = int(assumed.mindset)
    russia.mindset = mindset
    take_on(russia, mindset, assumed)
    at_stake = stake(assumed)
    russia.full_value = at_least((russia.full_value + assumed.value_shift) * at_stake, 0.0)
    russia.value = russia.full_value
    russia.base_grievance *= at_stake
    russia.fear_weight *= at_stake
    russia.affront_weight *= at_stake
    russia.cost *= assumed.cost_sensitivity


@rule
def sustainable_contingent(ally, assumed):
    """Thousand soldiers an ally can keep up: what is reported, or its usable forces by rotation if that is more (A24, T23)."""
    return at_least(ally.reported, assumed.usable_share * ally.active / (1.0 + assumed.rotation))


@rule
def begin_allies(allies, situation, assumed, luck):
    """Each ally's stance, felt threat, own will, leaning, lag, calendar of reviews and next change of government."""
    total = 0.0
    for index in range(len(allies)):
        ally = allies[index]
        ally.stance = score_of_stance(ally.declared_stance, assumed)
        total += ally.stance
        ally.threat = ally.nearness
        if ally.borders == 1:
            ally.threat = at_least(ally.nearness, assumed.border_threat)
    situation.mean_stance = total / len(allies)
    for index in range(len(allies)):
        ally = allies[index]
        actor = WHO.first_ally + ally.luck
        ally.sustainable = sustainable_contingent(ally, assumed)
        ally.cost = 0.0
        if ally.spending > 0.0:
            ally.cost = assumed.contingent_cost * ally.sustainable / ally.spending
        first, second = uniforms_at(luck, 0, actor, PURPOSE.resolve)
        will, _ = normals_from(first, second)
        ally.national_will = assumed.resolve_national_spread * will
        leaning, _ = uniforms_at(luck, 0, actor, PURPOSE.leaning)
        ally.leaning = leaning
        lag, gap = uniforms_at(luck, 0, actor, PURPOSE.lag)
        ally.lag = assumed.decision_lag_least + (assumed.decision_lag - assumed.decision_lag_least) * lag
        # cabinets take it up at every sitting, every second or third, all on the same weeks of the calendar
        sittings = 1.0 + int(assumed.sittings_to_review * gap)
        ally.review_gap = assumed.weeks_between_sittings * sittings
        start, change = uniforms_at(luck, 0, actor, PURPOSE.review)
        ally.next_review = assumed.weeks_between_sittings * int(sittings * start)
        ally.next_government = first_change(ally, change, assumed)
        ally.status = STATUS.out
        ally.standing = STEP.stay_out
        weigh_nation(ally, assumed)


@rule
def begin_future(world, values, drawings):
    """Set up one future: `world` holds levers, luck and constants already; `values` is a view of its uncertainties."""
    draw_uncertainties(values, drawings, world.luck)
    assumed = world.uncertainties
    set_pace(world.situation.pace, assumed, world.weeks_per_step)
    set_bar_odds(world.situation.bar_odds, assumed)
    begin_russia(world.russia, assumed)
    expect_deaths(world.situation, assumed)
    begin_allies(world.allies, world.situation, assumed, world.luck)
    first, second = uniforms_at(world.luck, 0, WHO.world, PURPOSE.resolve)
    common, washington = normals_from(first, second)
    coalition = world.coalition
    coalition.will = assumed.resolve_common_spread * common
    coalition.legal_share = 1.0
    coalition.mandate_end = math.inf
    united_states = world.united_states
    united_states.level = assumed.will_level
    united_states.will = clamp(assumed.will_level + assumed.will_spread_at_first * washington, 0.0, 1.0)
    united_states.delivered = united_states.will
    united_states.policy = WASHINGTON.deliver
    united_states.stance_in_crisis = NOTHING
    world.ukraine.confidence = assumed.kyiv_confidence_at_first
    field = world.field
    field.russian_power = assumed.russian_start
    field.ukrainian_power = assumed.ukrainian_start
    field.attention = 1.0
    bind_attention(world)
    field.friction = 1.0
    promise(world)
    count_commitments(world)
    coalition.member_will = coalition.will
    observe(world)
    world.outcome.mindset = world.russia.mindset
    world.outcome.pressure_relief = int(assumed.pressure_relief)
    world.outcome.fear_of_nearness = int(assumed.fear_of_nearness)
    world.outcome.reputation = int(assumed.reputation)
    world.outcome.fear_size = assumed.fear_size
    world.outcome.affront_size = assumed.affront_size
    world.outcome.wider_war_rate = assumed.wider_war_rate
