"""Ground that is fought for: how it is taken, may be regained, and in the end is lost or kept.

Ground just taken is contested. A counter-attack may take it back; when the contest is over (the crisis ends, a war begins, the
future ends) what Moscow still holds is lost, and only then is the ceasefire eroded.
"""

from ..agents.chance import PURPOSE, WHO, uniforms
from ..agents.choice import NOTHING
from ..agents.curves import clamp
from ..agents.rule import rule
from ..agents.sectors import grab_chance, retake_chance
from ..agents.ukraine import shake
from ..agents.uncertainty import About, Fixed, coefficients
from .events import deed, note, worsen
from .outcomes import END, EVENT, RUNG
from .support import LEAST_POWER, MOST_POWER

NUMBERS = coefficients(
    About.FIELD,
    Fixed("counter_attack_costs_kyiv", "index", 0, 0.15, 0.05,
        "Ukrainian land power lost in a counter-attack that fails.", "T30; size assumption", luck=869),
    Fixed("counter_attack_costs_moscow", "index", 0, 0.1, 0.03,
        "Russian land power lost to a counter-attack, whether it succeeds or not.", "T30; size assumption", luck=870),
    Fixed("counter_attack_spills_over", "chance", 0, 0.3, 0.06,
        "Chance that a counter-attack grows into a general war.", "C51, C52; size assumption", luck=871),
)  # fmt: skip


@rule
def take_ground(world, index):
    """Ground in a sector falls into Moscow's hands."""
    world.situation.sectors[index].lost += 1
    world.russia.gains += 1


@rule
def contest_ground(world, index):
    """Ground is taken and fought for."""
    take_ground(world, index)
    world.situation.sectors[index].contested += 1


@rule
def lose_ground(world, index):
    """Ground is taken with nobody left to fight for it."""
    take_ground(world, index)
    note(world, EVENT.erosion)
    worsen(world, END.eroded)


@rule
def regain_ground(world, index):
    """All ground just lost in a sector is Ukraine's again."""
    sector = world.situation.sectors[index]
    sector.lost -= sector.contested
    world.russia.gains -= sector.contested
    sector.contested = 0


@rule
def ground_is_contested(world):
    """1 if ground just lost is fought for anywhere, else 0."""
    for index in range(world.situation.sector_count):
        if world.situation.sectors[index].contested > 0:
            return 1
    return 0


@rule
def settle_contest(world):
    """The contest is over: what is still in Moscow's hands is lost, and a new line stands."""
    for index in range(world.situation.sector_count):
        sector = world.situation.sectors[index]
        if sector.contested > 0:
            sector.contested = 0
            note(world, EVENT.erosion)
            worsen(world, END.eroded)


@rule
def neighbour_to_fall(world, index):
    """The more valuable neighbour along the front that is still whole, or NOTHING."""
    found = NOTHING
    value = -1.0
    for place in range(index - 1, index + 2, 2):
        if place >= 0 and place < world.situation.sector_count:
            sector = world.situation.sectors[place]
            if sector.lost == 0 and sector.frontage > 0.0 and sector.value > value:
                found = place
                value = sector.value
    return found


@rule
def give_way(world, index, chance, draw):
    """Where a grab that succeeded was likelier to than not, by so much a neighbouring sector may be taken in its wake (C27)."""
    neighbour = neighbour_to_fall(world, index)
    if neighbour != NOTHING:
        there = grab_chance(world.situation.sectors[neighbour], world.situation, world.levers, world.uncertainties)
        if draw < (2.0 * chance - 1.0) * there:
            contest_ground(world, neighbour)


@rule
def counter_attack(world, index):
    """Ukraine counter-attacks on ground just lost; whether it succeeds or not, the fight may run out of hand."""
    field = world.field
    assumed = world.uncertainties
    outcome, _ = uniforms(world.luck, WHO.ukraine, PURPOSE.seizure)
    spill, _ = uniforms(world.luck, WHO.ukraine, PURPOSE.spill)
    field.counter_attacks += 1
    deed(world, RUNG.ground_grab)
    if outcome < retake_chance(world.situation.sectors[index], world.situation, assumed):
        regain_ground(world, index)
        shake(world.ukraine, -assumed.confidence_ground_lost)
    else:
        field.ukrainian_power = clamp(field.ukrainian_power - assumed.counter_attack_costs_kyiv, LEAST_POWER, MOST_POWER)
    field.russian_power = clamp(field.russian_power - assumed.counter_attack_costs_moscow, LEAST_POWER, MOST_POWER)
    if spill < assumed.counter_attack_spills_over:
        field.pending_war = 1
