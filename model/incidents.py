"""What nobody ordered: friction that subsides in quiet, deadly contact with the force, crises that nobody chose (C29, T31)."""

from ..agents.chance import PURPOSE, WHO, uniform
from ..agents.curves import WEEKS_IN_YEAR, approach, clamp, comes_about, saturating
from ..agents.rule import rule
from ..agents.russia import CONDUCT
from ..agents.situation import ACT, NO_ATTACK
from ..agents.ukraine import KYIV
from ..agents.uncertainty import About, Fixed, LogNormal, Uniform, coefficients
from .crisis import BY, begin_crisis
from .events import deed
from .outcomes import RUNG
from .support import stir_attention

NUMBERS = coefficients(
    About.FIELD,
    Fixed("quiet_half_life", "weeks", 26, 300, 104, "How fast violations subside while both sides comply.", "assumption", luck=92),
    Uniform("normalisation", "a year", 0, 0.15, 0.05,
        "How fast grievance fades in quiet years; may be nothing.", "assumption", luck=93),
    LogNormal("contact_rate", "a week", 0, 0.006, 0.0015,
        "Deadly contact between the force and Russian units; no data exist.", "drawn: assumption", spread=0.7, luck=94),
    LogNormal("accident_rate", "a week", 0, 0.001, 0.00025,
        "Crises that nobody chose; no data exist.",
        "drawn: assumption; of the 22 failures in the case library's 160 case-years none began so", spread=0.7, luck=95),
    Fixed("friction_returns", "a week", 0.02, 0.5, 0.1,
        "Share of the gap to full friction that a week of pressure closes.", "assumption", luck=650),
    Fixed("normalisation_lost", "a week", 0, 0.05, 0.01,
        "Share of what quiet years have healed that a week of pressure undoes.", "assumption", luck=651),
    Fixed("friction_floor", "share", 0, 0.4, 0.1,
        "What long quiet leaves of the violations of the first week.", "assumption", luck=686),
    Fixed("danger_coercion", "factor", 1, 5, 2,
        "Factor on deadly contact and accidents while Moscow coerces: it is hybrid and mostly off the line of contact.",
        "assumption", luck=820),
    Fixed("danger_probing", "factor", 2, 12, 6, "The same while Moscow probes, on the line of contact.", "assumption", luck=821),
    Fixed("contact_half_force", "thousand soldiers", 1, 15, 3,
        "Foreign force at which chances to meet Russian units are half of what they can be.",
        "A19, T15: flat in size; size assumption", luck=694),
    Fixed("quiet_before_normalisation", "weeks", 4, 156, 26,
        "Quiet that it takes before grievance begins to fade.", "assumption", luck=699),
    Fixed("contact_in_cities", "share", 0, 1, 0.4,
        "Exposure to deadly contact in cities, against one on the line of contact.", "C53; size assumption", luck=700),
    Fixed("contact_in_rear", "share", 0, 0.4, 0.1, "The same in the rear.", "C53; size assumption", luck=701),
    Fixed("weariness_contact", "index", 0, 0.3, 0.08,
        "Weariness that deadly contact adds among the coalition.", "T18; size assumption", luck=702),
    Fixed("tension_contact", "index", 0, 0.2, 0.05, "Tension that deadly contact adds.", "assumption", luck=703),
    Fixed("attention_contact", "index", 0, 0.15, 0.03,
        "Outside attention that deadly contact stirs.", "sign: 2.2; size assumption", luck=704),
    Fixed("contact_becomes_fight", "chance", 0, 0.3, 0.06,
        "Chance that deadly contact becomes a fight that must be answered.", "assumption", luck=705),
    Fixed("accidents_monitored", "share", 0, 0.9, 0.6,
        "Share of crises that nobody chose that full monitoring prevents.", "C29; size assumption", luck=706),
    Fixed("accidents_pressed", "factor", 1, 15, 5,
        "How much likelier an unintended crisis is while Kyiv presses its luck.", "T31; size assumption", luck=707),
)  # fmt: skip


@rule
def danger_of(conduct, assumed):
    """Factor on deadly contact and accidents by Moscow's standing conduct; they grow less steeply than what monitors count."""
    if conduct == CONDUCT.comply:
        return 1.0
    if conduct == CONDUCT.coerce:
        return assumed.danger_coercion
    return assumed.danger_probing


@rule
def subside(world):
    """Friction and grievance fade while things are quiet; pressure brings friction back at once."""
    field = world.field
    russia = world.russia
    assumed = world.uncertainties
    pace = world.situation.pace
    weeks = world.weeks_per_step
    quiet = field.conduct == CONDUCT.comply and field.crisis == 0 and field.war == 0 and field.clash == 0
    if quiet:
        field.quiet_weeks += weeks
        field.friction = approach(field.friction, assumed.friction_floor, pace.friction_in_quiet)
        if field.quiet_weeks > assumed.quiet_before_normalisation:
            russia.normalised = clamp(russia.normalised + assumed.normalisation * weeks / WEEKS_IN_YEAR, 0.0, 1.0)
    else:
        field.quiet_weeks = 0.0
        field.friction = approach(field.friction, 1.0, pace.friction_under_pressure)
        russia.normalised = approach(russia.normalised, 0.0, pace.normalised)


@rule
def meet_by_accident(world):
    """Deadly contact between the force and Russian units; a few become fights that the coalition must answer next week."""
    field = world.field
    levers = world.levers
    assumed = world.uncertainties
    if world.coalition.troops <= 0.0:
        return
    in_rear = 1.0 - levers.share_in_cities - levers.share_on_line
    exposure = levers.share_on_line + assumed.contact_in_cities * levers.share_in_cities + assumed.contact_in_rear * in_rear
    rate = (
        assumed.contact_rate
        * danger_of(field.conduct, assumed)
        * exposure
        * saturating(world.coalition.troops, assumed.contact_half_force)
    )
    if comes_about(world.luck.contact, rate * world.weeks_per_step):
        world.coalition.weariness = clamp(world.coalition.weariness + assumed.weariness_contact, 0.0, 1.0)
        field.tension = clamp(field.tension + assumed.tension_contact, 0.0, 1.0)
        stir_attention(field, assumed.attention_contact)
        deed(world, RUNG.attack_on_force)
        if uniform(world.luck, WHO.world, PURPOSE.contact) < assumed.contact_becomes_fight:
            field.pending_contact = 1


@rule
def stumble(world):
    """A crisis that nobody chose; likelier under pressure and while Kyiv presses, rarer with monitors (C29, T31)."""
    field = world.field
    assumed = world.uncertainties
    if field.crisis == 1:
        return
    pressing = 1.0
    if world.ukraine.conduct == KYIV.press:
        pressing = assumed.accidents_pressed
    rate = (
        assumed.accident_rate
        * danger_of(field.conduct, assumed)
        * (1.0 - assumed.accidents_monitored * world.levers.monitors)
        * pressing
    )
    if comes_about(world.luck.crisis, rate * world.weeks_per_step):
        if world.ukraine.conduct == KYIV.press:
            begin_crisis(world, BY.kyiv)
        else:
            begin_crisis(world, BY.accident)


@rule
def contact_attack(world):
    """Whether last week's contact became a fight; counts as a strike on the force that nobody ordered."""
    if world.field.pending_contact == 1 and world.coalition.troops > 0.0:
        world.field.pending_contact = 0
        return ACT.strike
    world.field.pending_contact = 0
    return NO_ATTACK
