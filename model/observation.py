"""What the capitals can see this week: the world written into the one situation record that agents read."""

from ..agents.arithmetic import exp
from ..agents.choice import NOTHING
from ..agents.commitment import STATUS
from ..agents.curves import WEEKS_IN_YEAR, clamp, saturating
from ..agents.profiles import ALLIES
from ..agents.quorum import call_quorum
from ..agents.rule import rule
from ..agents.uncertainty import About, Fixed, coefficients
from .bloodshed import felt_bloodshed
from .credibility import air_in_crisis, air_that_applies, fighting_capability, standing_behind
from .crisis import BY, own_making
from .deployment import overdue_share, schedule_start, troops_in_a_year
from .mandate import law_in_force
from .outcomes import EVENT
from .support import arms_reaching, punishment, russian_power_after, sanctions_in_force, ukrainian_power_after

BRITAIN = next(index for index, ally in enumerate(ALLIES) if ally.iso3 == "GBR")
FRANCE = next(index for index, ally in enumerate(ALLIES) if ally.iso3 == "FRA")
"""Places of the two leaders among the allies; they follow from their codes."""


NUMBERS = coefficients(
    About.FORCE,
    Fixed("cover_of_a_thousand", "per thousand soldiers", 0.03, 0.5, 0.145,
        "How fast the chance that an offensive touches the force grows with its number, at average density.",
        "C27, A26; size assumption", luck=787),
    Fixed("touch_half", "thousand soldiers", 1, 10, 3,
        "Troops at which a general offensive touches the force half as surely as any number.",
        "A19, T15; size assumption", luck=788),
    Fixed("touch_on_line", "probability", 0.6, 1, 0.95,
        "Chance that a general offensive touches a large force near the line.", "C27; size assumption", luck=789),
    Fixed("touch_in_cities", "probability", 0.4, 1, 0.8,
        "Chance that a general offensive touches a large force in the cities, which missiles reach.",
        "C27, C53; size assumption", luck=790),
    Fixed("touch_in_rear", "probability", 0, 0.8, 0.35,
        "Chance that a general offensive touches a large force in the rear.", "C53; size assumption", luck=791),
    Fixed("renewal_expected", "probability", 0.2, 0.95, 0.65,
        "How likely outsiders hold the renewal of a mandate to be.", "C41; size assumption", luck=792),
    Fixed("deliveries_in_crisis", "share", 0, 1, 0.5,
        "What a crisis in which Washington stands aside leaves of its deliveries.", "C11, C12; size assumption", luck=793),
)  # fmt: skip


@rule
def cover_of(sector, troops, levers, assumed):
    """Chance that an offensive in this sector touches the force, by where it stands (C27, C53).

    Depends on density, not on the length of the sector: a sector split in two has the cover of the whole.
    """
    cover = 0.0
    if sector.frontage > 0.0 and levers.share_on_line > 0.0:
        cover += levers.share_on_line * (1.0 - exp(-assumed.cover_of_a_thousand * troops))
    if sector.frontage > 0.0 and sector.city_share > 0.0:
        density = troops * sector.city_share / sector.frontage
        cover += levers.share_in_cities * (1.0 - exp(-assumed.cover_of_a_thousand * density))
    return clamp(cover, 0.0, 1.0)


@rule
def touch_of_war(troops, levers, assumed):
    """Chance that a general offensive touches the force: missiles reach even the rear (assumption; C27, C53)."""
    in_rear = 1.0 - levers.share_in_cities - levers.share_on_line
    where = (
        assumed.touch_on_line * levers.share_on_line
        + assumed.touch_in_cities * levers.share_in_cities
        + assumed.touch_in_rear * in_rear
    )
    return saturating(troops, assumed.touch_half) * where


@rule
def observe_coalition(world):
    """The force and the guarantee as they show."""
    situation = world.situation
    coalition = world.coalition
    levers = world.levers
    if coalition.troops != situation.troops:
        for index in range(situation.sector_count):
            situation.sectors[index].cover = cover_of(situation.sectors[index], coalition.troops, levers, world.uncertainties)
        situation.touch_war = touch_of_war(coalition.troops, levers, world.uncertainties)
    situation.troops = coalition.troops
    start = schedule_start(world)
    situation.expected = troops_in_a_year(coalition, levers, world.week, start, world.uncertainties)
    situation.overdue = overdue_share(coalition, levers, world.week, start, world.uncertainties)
    situation.legal = law_in_force(coalition, levers, world.uncertainties)
    situation.contributors = 1.0 * coalition.contributors
    situation.mission = coalition.mission
    situation.mission_pending = 0
    if levers.nato_mission > 0.0 and world.outcome.first[EVENT.authorisation] == NOTHING:
        situation.mission_pending = 1
    situation.presence_allowed = coalition.authorised
    situation.weariness = coalition.weariness
    situation.hostility = coalition.hostility
    situation.share_in = coalition.committed / len(world.allies)
    situation.britain_in = 0.0
    if world.allies[BRITAIN].status >= STATUS.pledged:
        situation.britain_in = 1.0
    situation.france_in = 0.0
    if world.allies[FRANCE].status >= STATUS.pledged:
        situation.france_in = 1.0


@rule
def observe_quorum(world):
    """Who must agree now: contributors by their troops, or guarantors without any by head (`vote.has_a_say`)."""
    situation = world.situation
    coalition = world.coalition
    votes = 0.0
    american = 0.0
    if coalition.troops > 0.0:
        votes = coalition.votes
        american = coalition.american_troops / coalition.troops
    elif situation.legal > 0.0:
        votes = 1.0 * coalition.guarantors
    call_quorum(situation.quorum, votes, american, situation.stood_behind, world.levers, world.uncertainties)


@rule
def expect_quorum(world):
    """Who will have to agree a year from now, if Washington then stands as it does."""
    situation = world.situation
    coalition = world.coalition
    votes = 0.0
    american = 0.0
    if situation.expected > 0.0:
        votes = coalition.votes_announced
        american = clamp(world.levers.us_ground_troops / situation.expected, 0.0, 1.0)
    elif situation.legal > 0.0:
        votes = 1.0 * coalition.guarantors
    call_quorum(situation.quorum_later, votes, american, situation.stood_behind, world.levers, world.uncertainties)


@rule
def observe_washington(world):
    """Washington's conduct as it shows: what it delivers, and how far it stands behind the coalition."""
    situation = world.situation
    levers = world.levers
    united_states = world.united_states
    delivered = united_states.delivered
    situation.backing = delivered
    situation.intelligence = levers.us_intelligence * delivered
    situation.air = air_that_applies(united_states, levers, world.uncertainties) * delivered
    situation.air_defence = levers.us_air_defence * delivered
    situation.basing = levers.us_basing * delivered
    situation.stood_behind = standing_behind(united_states, levers, world.uncertainties)


@rule
def observe_field(world):
    """Powers, support and mood as they show."""
    situation = world.situation
    field = world.field
    levers = world.levers
    situation.week = world.week
    situation.weeks_per_step = world.weeks_per_step
    situation.russian_power = field.russian_power
    situation.ukrainian_power = field.ukrainian_power
    situation.hedge = world.ukraine.hedge
    situation.confidence = world.ukraine.confidence
    situation.arms = arms_reaching(levers, field.attention, world.uncertainties)
    situation.sanctions = sanctions_in_force(levers, field.attention, world.uncertainties)
    situation.punishment = punishment(levers, field.attention, world.uncertainties)
    situation.attention = field.attention
    situation.tension = field.tension
    situation.bloodshed = felt_bloodshed(field, world.uncertainties)
    situation.conduct = field.conduct
    situation.crisis = field.crisis
    situation.crisis_weeks = field.crisis_weeks
    situation.conceded = field.conceded
    situation.kyiv_began = 0
    if field.crisis_origin == BY.kyiv:
        situation.kyiv_began = 1
    situation.gathered = 0
    if field.crisis_origin == BY.moscow:
        situation.gathered = 1
    situation.own_making = 0
    if field.crisis == 1:
        situation.own_making = own_making(world)
    situation.fighting = 0
    if field.war == 1 or field.clash == 1:
        situation.fighting = 1


@rule
def look_ahead(world):
    """What everyone can expect a year from now: announced troops, expiring mandates, both armies rebuilding."""
    situation = world.situation
    coalition = world.coalition
    levers = world.levers
    assumed = world.uncertainties
    kept = 1.0
    if coalition.authorised == 1 and coalition.mandate_end < world.week + WEEKS_IN_YEAR:
        kept = assumed.renewal_expected
    situation.troops_later = situation.expected * kept
    expect_quorum(world)
    situation.touch_war_later = touch_of_war(situation.troops_later, levers, assumed)
    situation.legal_later = situation.legal * kept
    situation.capability_later = fighting_capability(
        situation.troops_later, levers.us_air_steady, situation.backing, levers, assumed
    )
    situation.capability_surged = fighting_capability(situation.troops, air_in_crisis(levers, assumed), 1.0, levers, assumed)
    attention = world.field.attention
    situation.russian_power_later = russian_power_after(world.field.russian_power, WEEKS_IN_YEAR, levers, attention, assumed)
    situation.ukrainian_power_later = ukrainian_power_after(
        world.field.ukrainian_power,
        situation.pace.rearmament_in_a_year,
        world.ukraine.works,
        levers,
        attention,
        world.united_states.delivered,
        assumed,
    )


@rule
def observe(world):
    """Write everything that can be seen into the situation; capability follows troops, enablers and Washington's stance."""
    observe_field(world)
    observe_washington(world)
    observe_coalition(world)
    observe_quorum(world)
    united_states = world.united_states
    backing = united_states.delivered
    if united_states.stance_in_crisis != NOTHING:
        backing = clamp(situation_backing(world), 0.0, 1.0)
    world.coalition.capability = fighting_capability(
        world.coalition.troops,
        air_that_applies(united_states, world.levers, world.uncertainties),
        backing,
        world.levers,
        world.uncertainties,
    )
    world.situation.capability = world.coalition.capability


@rule
def situation_backing(world):
    """In a crisis deliveries follow the stance: all of them if Washington stands behind the coalition, less if it does not."""
    if world.situation.stood_behind >= 1.0:
        return 1.0
    return world.uncertainties.deliveries_in_crisis * world.united_states.delivered
