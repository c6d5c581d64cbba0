"""The credibility gap: the answer as promised, as it truly would be, and as Moscow believes it: three figures from one rule."""

from ..agents.arithmetic import exp
from ..agents.curves import at_least
from ..agents.foresight import believed_chance
from ..agents.quorum import agreed_chance
from ..agents.response import acted_on, excuse, force_chance, score_with_toll
from ..agents.rule import phrase, rule
from ..agents.situation import ACT
from ..agents.uncertainty import About, Fixed, coefficients
from ..agents.united_states import WASHINGTON

NUMBERS = coefficients(
    About.FORCE,
    Fixed("capability_scale", "thousand soldiers", 8, 32, 16,
        "Scale on which the capability of fully enabled troops saturates.", "C28; size assumption", luck=776),
    Fixed("capability_air_as_troops", "thousand soldiers", 0, 20, 8,
        "Soldiers that full allied air support is worth in capability.", "C14; size assumption", luck=777),
    Fixed("capability_unaided", "share", 0.05, 0.5, 0.22,
        "What troops are worth with no enabler at all.", "C12, C31; size assumption", luck=778),
    Fixed("capability_air", "share", 0, 0.8, 0.38,
        "Weight of allied air support among the enablers.", "C14, C19; size assumption", luck=779),
    Fixed("capability_intelligence", "share", 0, 0.6, 0.28,
        "Weight of American intelligence among the enablers.", "C15, C19; size assumption", luck=780),
    Fixed("capability_logistics", "share", 0, 0.4, 0.16,
        "Weight of American logistics among the enablers.", "C17; size assumption", luck=781),
    Fixed("capability_air_defence", "share", 0, 0.3, 0.08,
        "Weight of American air defence among the enablers.", "C16; size assumption", luck=782),
    Fixed("capability_basing", "share", 0, 0.3, 0.1,
        "Weight of bases and stocks near Ukraine among the enablers.", "C19, C49; size assumption", luck=783),
    Fixed("surge_without_bases", "share", 0, 1, 0.6,
        "How much of a promised surge of air power comes without bases near Ukraine.",
        "C19, RAND RR2533; size assumption", luck=784),
    Fixed("backing_unpromised", "share", 0, 0.8, 0.3,
        "How far daily deliveries stand for Washington's backing if it has promised none.", "C8, C12; size assumption", luck=785),
    Fixed("backing_conceded", "share", -1, 0, -0.5,
        "How far Washington stands behind the coalition when it concedes in a crisis.", "C12, T27; size assumption", luck=786),
)  # fmt: skip


@rule
def dependence(backing, assumed):
    """What Washington's conduct leaves of an enabler: all of it if European credibility did not depend on it (C12)."""
    return 1.0 - assumed.us_multiplier * (1.0 - backing)


@rule
def fighting_capability(troops, air, backing, levers, assumed):
    """Capability of the coalition to fight, 0 to 1: troops times enablers, a product (C12, C31).

    `air` is the allied air lever that applies (steady, or the surge in a crisis that Washington backs).
    """
    delivered = dependence(backing, assumed)
    enabled = assumed.capability_unaided + (1.0 - assumed.capability_unaided) * delivered * (
        assumed.capability_air * air
        + assumed.capability_intelligence * levers.us_intelligence
        + assumed.capability_logistics * levers.us_logistics
        + assumed.capability_air_defence * levers.us_air_defence
        + assumed.capability_basing * levers.us_basing
    )
    return 1.0 - exp(-(troops + assumed.capability_air_as_troops * delivered * air) * enabled / assumed.capability_scale)


@rule
def air_that_applies(united_states, levers, assumed):
    """Steady air support, or the surge once Washington has stood behind the coalition in a crisis, as far as bases let it come."""
    if united_states.stance_in_crisis == WASHINGTON.back:
        return air_in_crisis(levers, assumed)
    return levers.us_air_steady


@rule
def air_in_crisis(levers, assumed):
    """Air support in a crisis in which Washington stands behind the coalition: the surge, unless steady support is more."""
    return at_least(
        levers.us_air_surge * (assumed.surge_without_bases + (1.0 - assumed.surge_without_bases) * levers.us_basing),
        levers.us_air_steady,
    )


@phrase
def backing_promised(levers, assumed):
    """Washington's backing, as promised, if it delivers all it can."""
    return assumed.backing_unpromised + (1.0 - assumed.backing_unpromised) * levers.us_backstop


@rule
def standing_behind(united_states, levers, assumed):
    """How far Washington stands behind the coalition now: its stance in a crisis, otherwise its daily conduct."""
    if united_states.stance_in_crisis == WASHINGTON.back:
        return 1.0
    if united_states.stance_in_crisis == WASHINGTON.concede:
        return assumed.backing_conceded
    if united_states.stance_in_crisis >= 0:
        return 0.0
    return united_states.delivered * backing_promised(levers, assumed)


@rule
def score_of_answer(world, troops, capability, legal, backing, excused):
    """Score of answering a general war with a will of zero: one that touches the force, or bare obligation if there is none."""
    present = 0.0
    toll = 0.0
    if troops > 0.0:
        present = 1.0
        toll = world.situation.expected_toll[ACT.war]
    return score_with_toll(
        world.russia.answer_terms,
        ACT.war,
        present,
        present,
        toll,
        capability,
        legal,
        backing,
        excused,
        0.0,
        world.levers,
        world.uncertainties,
    )


@rule
def promise(world):
    """The answer as promised, set once, at week 0: every soldier there, every enabler delivered, one voice and no will in doubt."""
    levers = world.levers
    troops = levers.troop_ceiling + levers.us_ground_troops
    capability = fighting_capability(troops, levers.us_air_steady, 1.0, levers, world.uncertainties)
    world.coalition.promised_answer = 0.0
    if troops > 0.0 or levers.legal_form > 0.0:
        touched = 0.0
        if troops > 0.0:
            touched = 1.0
        score = score_of_answer(world, troops, capability, levers.legal_form, backing_promised(levers, world.uncertainties), 0.0)
        world.coalition.promised_answer = force_chance(score, world.uncertainties) * acted_on(
            ACT.war, touched, levers.legal_form, world.uncertainties
        )


@rule
def measure_gap(world):
    """Update two of the three figures: true at true will, which only an account needs, and believed as Moscow foresees."""
    coalition = world.coalition
    assumed = world.uncertainties
    situation = world.situation
    coalition.true_answer = 0.0
    coalition.believed_answer = 0.0
    if coalition.troops <= 0.0 and situation.legal <= 0.0:
        return
    excused = excuse(situation, world.levers, world.uncertainties)
    score = score_of_answer(world, coalition.troops, coalition.capability, situation.legal, situation.stood_behind, excused)
    touched = 0.0
    if coalition.troops > 0.0:
        touched = 1.0
    share = acted_on(ACT.war, touched, situation.legal, assumed)
    if situation.accounted == 1:
        leaning = assumed.answer_precision * (score + coalition.member_will)
        coalition.true_answer = share * agreed_chance(leaning, situation.quorum)
    coalition.believed_answer = share * believed_chance(score, world.russia.belief, situation.quorum, assumed)
