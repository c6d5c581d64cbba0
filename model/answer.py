"""The coalition's answer to an attack: the votes are counted, the attack is resolved, and everyone learns from it."""

from ..agents.belief import learn
from ..agents.chance import PURPOSE, WHO, uniforms
from ..agents.commitment import reopen
from ..agents.curves import clamp
from ..agents.probing import SHOWN, as_tested, shows_weakness
from ..agents.quorum import in_time
from ..agents.response import acted_on
from ..agents.rule import rule
from ..agents.sectors import grab_chance
from ..agents.situation import ACT, NO_ATTACK
from ..agents.ukraine import shake
from ..agents.uncertainty import About, Fixed, coefficients
from ..agents.vote import VOTE, has_a_say
from .contest import contest_ground, give_way
from .crisis import BY, begin_crisis, origin_of_launch
from .fighting import open_clash, open_war
from .mandate import lapse
from .outcomes import ORIGIN
from .support import LEAST_POWER, MOST_POWER, stir_attention

NUMBERS = coefficients(
    About.COALITION,
    Fixed("attention_vote", "index", 0, 0.3, 0.1,
        "Outside attention stirred when the whole coalition answers an attack, by force or by pressure.",
        "sign: 2.2; size assumption", luck=653),
    Fixed("weariness_probe", "index", 0, 0.2, 0.05,
        "Weariness that a probe of the force adds among the coalition.", "sign: T18; size assumption", luck=654),
    Fixed("tension_probe_answered", "index", 0, 0.2, 0.05,
        "Tension that a probe answered in kind adds: twice that if the coalition answers a rung higher, none if it concedes.",
        "T27: Huth 1988; size assumption", luck=655),
    Fixed("confidence_answered", "share, 0 to 1", 0, 0.15, 0.04,
        "What Kyiv's confidence gains by a probe, or a grab far from the force, answered with force.",
        "C3, A36 for the scale; size assumption", luck=657),
    Fixed("confidence_unanswered", "share, 0 to 1", -0.3, 0, -0.07,
        "What a probe of the force, or a strike on it, left unanswered does to Kyiv's confidence.",
        "C47, C50, T18; size assumption", luck=658),
    Fixed("confidence_probe_elsewhere", "share, 0 to 1", -0.1, 0, -0.02,
        "What a probe elsewhere left unanswered does to Kyiv's confidence.", "C47, C50; size assumption", luck=659),
    Fixed("seizure_spills_over", "chance", 0, 0.4, 0.12,
        "Chance that a grab for ground grows into a general war.", "C51, C52; size assumption", luck=662),
    Fixed("confidence_ground_lost", "share, 0 to 1", -0.4, 0, -0.12,
        "What a successful grab does to Kyiv's confidence; taking the ground back undoes it.", "C43; size assumption", luck=663),
    Fixed("seizure_costs_kyiv", "index", 0, 0.1, 0.03,
        "Ukrainian land power lost in a grab, whether it succeeds or not.", "assumption", luck=664),
    Fixed("works_by_grab", "share", 0, 0.4, 0.15, "Field works that a grab for ground makes Ukraine add.", "assumption", luck=872),
    Fixed("seizure_costs_moscow", "index", 0, 0.15, 0.05, "Russian land power lost in a grab that fails.", "assumption", luck=665),
    Fixed("exit_after_strike", "chance", 0.05, 0.9, 0.35,
        "Chance that a strike left unanswered ends the presence.", "T18: Beirut 1983, Rwanda 1994; size assumption", luck=669),
)  # fmt: skip


@rule
def count_votes(world):
    """The coalition's answer: weighed by troops, or by head among guarantors without troops. True if force reaches the quorum.

    American ground troops, where a scenario allows them, count as Washington stands.
    """
    total = 0.0
    for_force = 0.0
    pressing = 0.0
    for index in range(len(world.allies)):
        ally = world.allies[index]
        if has_a_say(ally, world.situation):
            weight = 1.0
            if world.situation.troops > 0.0:
                weight = ally.troops
            total += weight
            if ally.answer.chosen == VOTE.force:
                for_force += weight
            if ally.answer.chosen == VOTE.pressure:
                pressing += weight
    assumed = world.uncertainties
    american = world.coalition.american_troops
    if american > 0.0:
        total += american
        if world.situation.stood_behind >= assumed.american_troops_vote_from:
            for_force += american
    world.coalition.force_share = 0.0
    if total > 0.0:
        world.coalition.force_share = for_force / total
        stir_attention(world.field, assumed.attention_vote * (for_force + pressing) / total)
    return total > 0.0 and world.coalition.force_share >= world.levers.response_quorum


@rule
def answer(world):
    """The coalition has voted: resolve the attack, and let everyone learn from the answer."""
    situation = world.situation
    act = situation.attack.act
    if act == NO_ATTACK:
        return
    forceful = count_votes(world)
    if situation.attack.touched == 1:
        for index in range(len(world.allies)):
            reopen(world.allies[index])
    if act == ACT.probe:
        answer_probe(world, forceful)
    if act == ACT.seizure:
        answer_seizure(world, forceful)
    if act == ACT.strike:
        answer_strike(world, forceful)
    if act == ACT.war:
        answer_war(world, forceful)
    situation.attack.act = NO_ATTACK


@rule
def carried_out(world):
    """Whether a coalition that has agreed on force acts on it (`agents/response.py`: always where its force is hit)."""
    attack = world.situation.attack
    _, draw = uniforms(world.luck, WHO.world, PURPOSE.touch)
    return draw < acted_on(attack.act, 1.0 * attack.touched, world.situation.legal, world.uncertainties)


@rule
def probe_the_line(world, index, repelled):
    """What a probe shows of the line: weakness gives Moscow an opportunity to grab for ground (T26).

    A probe that the coalition has thrown back by force has shown strength.
    """
    russia = world.russia
    shows, _ = uniforms(world.luck, WHO.russia, PURPOSE.seizure)
    chance = grab_chance(world.situation.sectors[index], world.situation, world.levers, world.uncertainties)
    russia.shown_sector = index
    russia.shown = SHOWN.strength
    if not repelled and shows < shows_weakness(chance, world.uncertainties):
        russia.shown = SHOWN.weakness
        russia.gap = 1


@rule
def answer_probe(world, forceful):
    """A probe answered firmly teaches that the coalition is hard, unanswered that it is not (T26)."""
    assumed = world.uncertainties
    touched = world.situation.attack.touched == 1
    repelled = forceful and carried_out(world)
    probe_the_line(world, world.situation.attack.sector, repelled)
    if touched:
        world.coalition.weariness = clamp(world.coalition.weariness + assumed.weariness_probe, 0.0, 1.0)
    if repelled:
        world.field.tension = clamp(
            world.field.tension + assumed.tension_probe_answered * (1.0 + world.levers.response_policy), 0.0, 1.0
        )
        shake(world.ukraine, assumed.confidence_answered)
        learn(world.russia, assumed.lesson_answered, assumed)
    elif touched:
        shake(world.ukraine, assumed.confidence_unanswered)
        learn(world.russia, assumed.lesson_left_alone, assumed)
    else:
        shake(world.ukraine, assumed.confidence_probe_elsewhere)
        learn(world.russia, assumed.lesson_soft_elsewhere, assumed)


@rule
def answer_seizure(world, forceful):
    """A grab succeeds by the local balance, less often if fought in time; an answer may come too late (C39).

    Those who are not touched fight only as far as the law binds, as in a general war. If the fight does not run out of hand at once
    it is a crisis, in which the ground taken is contested.
    """
    field = world.field
    situation = world.situation
    assumed = world.uncertainties
    late, outcome = uniforms(world.luck, WHO.world, PURPOSE.seizure)
    touched = situation.attack.touched == 1
    fights = forceful and carried_out(world)
    spill, yields = uniforms(world.luck, WHO.world, PURPOSE.spill)
    index = situation.attack.sector
    chance = as_tested(grab_chance(situation.sectors[index], situation, world.levers, assumed), world.russia, index, assumed)
    if fights and late >= 1.0 - in_time(world.levers, assumed):
        chance *= assumed.seizure_fought
    if outcome < chance:
        contest_ground(world, index)
        give_way(world, index, chance, yields)
        shake(world.ukraine, assumed.confidence_ground_lost)
    else:
        field.russian_power = clamp(field.russian_power - assumed.seizure_costs_moscow, LEAST_POWER, MOST_POWER)
    field.ukrainian_power = clamp(field.ukrainian_power - assumed.seizure_costs_kyiv, LEAST_POWER, MOST_POWER)
    if fights:
        learn(world.russia, assumed.lesson_answered, assumed)
        open_clash(world, ORIGIN.grab_spread)
    elif forceful:
        learn(world.russia, assumed.lesson_answered, assumed)
        shake(world.ukraine, assumed.confidence_answered)
    elif touched:
        learn(world.russia, assumed.lesson_left_alone, assumed)
    else:
        learn(world.russia, assumed.lesson_soft_on_seizure, assumed)
    world.ukraine.works = clamp(world.ukraine.works + assumed.works_by_grab, 0.0, 1.0)
    world.russia.shown = SHOWN.nothing
    if spill < assumed.seizure_spills_over:
        world.coalition.fights = 0
        if fights:
            world.coalition.fights = 1
        open_war(world, ORIGIN.grab_spread)
    else:
        begin_crisis(world, BY.grab)


@rule
def answer_strike(world, forceful):
    """A strike on the force: a clash if answered, doubt and perhaps exit if not (T18)."""
    assumed = world.uncertainties
    if forceful:
        learn(world.russia, assumed.lesson_answered, assumed)
        open_clash(world, ORIGIN.clash_spread)
        return
    learn(world.russia, assumed.lesson_left_alone, assumed)
    shake(world.ukraine, assumed.confidence_unanswered)
    _, leaves = uniforms(world.luck, WHO.world, PURPOSE.touch)
    if leaves < assumed.exit_after_strike:
        lapse(world)


@rule
def answer_war(world, forceful):
    """A general war: the coalition fights if it votes so and is touched; guarantors without troops may enter on a treaty."""
    assumed = world.uncertainties
    touched = world.situation.attack.touched == 1
    origin = origin_of_launch(world.field)
    world.coalition.fights = 0
    if forceful and carried_out(world):
        learn(world.russia, assumed.lesson_answered, assumed)
        open_clash(world, origin)
    elif touched:
        learn(world.russia, assumed.lesson_left_alone, assumed)
    open_war(world, origin)
