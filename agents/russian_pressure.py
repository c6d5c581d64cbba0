"""Moscow's pressure short of a fight for ground: it complies, coerces, eases off, or probes one sector."""

from .campaign import clash_price
from .curves import at_least
from .foresight import foreseen_pair
from .rule import phrase, rule
from .russian_options import CONDUCT, MOSCOW, MOSCOW_TERM
from .sectors import grab_chance, pick_sector
from .situation import ACT
from .structure import left_of_grievance
from .uncertainty import About, Fixed, coefficients

NUMBERS = coefficients(
    About.MOSCOW,
    Fixed("coercion_gain", "utility", 0, 0.3, 0.12,
        "What hybrid attacks and threats win from a doubtful coalition.", "assumption", luck=14),
    Fixed("coercion_gain_from_anxiety", "share", 0, 1, 0.5,
        "How far what coercion wins depends on an anxious Kyiv.", "C50; assumption", luck=411),
    Fixed("coercion_unrelieved", "share", 0, 1, 0.6,
        "What coercing leaves of grievance; the rest is vented.", "C33; size assumption", luck=410),
    Fixed("coercion_punished", "share", 0, 0.5, 0.1, "Part of full punishment that coercion meets.", "C35; assumption", luck=412),
    Fixed("coercion_exposed", "share", 0, 1, 0.5,
        "How far the punishment of coercion depends on intelligence that shows it.", "C15; assumption", luck=413),
    Fixed("coercion_cost", "utility", 0.02, 0.2, 0.1,
        "Own cost of hybrid attacks and threats.", "calibrated by hand: case library", luck=15),
    Fixed("backing_down_before_a_bully", "factor", 0, 3, 1,
        "How much dearer backing down is before a coalition that always answers a rung higher.",
        "T27: Huth 1988; size assumption", luck=414),
    Fixed("punishment_eased", "share", 0, 0.5, 0.1, "Part of punishment that easing off takes away.", "C35; assumption", luck=415),
    Fixed("stepping_down_seen", "share", 0, 1, 0.5,
        "How far the audience cost of easing off depends on tension.", "2.2: Fearon 1997; assumption", luck=416),
    Fixed("information_value", "utility", 0, 0.5, 0.2, "What a test of an unsure coalition is worth.", "T26; assumption", luck=17),
    Fixed("probe_information", "utility", 0, 0.1, 0.02,
        "What any test is worth, whoever is tested.", "T26; size assumption", luck=421),
    Fixed("probe_aim", "share", 0, 0.3, 0.05, "What a successful probe wins of the aim.", "T26; size assumption", luck=418),
    Fixed("probe_clash", "share", 0, 1, 0.25,
        "Price of a clash that a probe risks, against that of a war.", "T26; size assumption", luck=417),
    Fixed("probe_unrelieved", "share", 0, 1, 0.6, "What probing leaves of grievance.", "C33; size assumption", luck=419),
    Fixed("probe_waiting", "share", 0, 1, 0.5, "What probing leaves of the cost of waiting.", "T3; size assumption", luck=420),
    Fixed("probe_punished", "share", 0, 0.6, 0.12, "Part of full punishment that a probe meets.", "C35; assumption", luck=422),
    Fixed("probe_cost", "utility", 0.02, 0.2, 0.12, "Own cost of a probe.", "calibrated by hand: case library", luck=16),
)  # fmt: skip


@rule
def weigh_compliance(russia):
    """Living with things as they are: it costs what is resented, and what a closing window takes."""
    made = russia.decision
    made.open[MOSCOW.comply] = 1
    made.terms[MOSCOW.comply, MOSCOW_TERM.status_quo] = -russia.grievance
    made.terms[MOSCOW.comply, MOSCOW_TERM.waiting] = -russia.waiting_cost


@rule
def weigh_coercion(russia, situation, assumed, punishment):
    """Pressure below the force of arms: it wins most from a doubtful coalition and an anxious Kyiv, and vents some grievance."""
    made = russia.decision
    made.open[MOSCOW.coerce] = 1
    made.terms[MOSCOW.coerce, MOSCOW_TERM.status_quo] = -russia.grievance * left_of_grievance(
        assumed.coercion_unrelieved, russia.belief, assumed
    )
    made.terms[MOSCOW.coerce, MOSCOW_TERM.waiting] = -russia.waiting_cost
    made.terms[MOSCOW.coerce, MOSCOW_TERM.leverage] = (
        russia.value
        * assumed.coercion_gain
        * (1.0 - russia.belief)
        * (1.0 - assumed.coercion_gain_from_anxiety + assumed.coercion_gain_from_anxiety * (1.0 - situation.confidence))
    )
    made.terms[MOSCOW.coerce, MOSCOW_TERM.punishment] = (
        -assumed.coercion_punished
        * punishment
        * (1.0 - assumed.coercion_exposed + assumed.coercion_exposed * situation.intelligence)
    )
    made.terms[MOSCOW.coerce, MOSCOW_TERM.own_cost] = -russia.cost * assumed.coercion_cost


@phrase
def price_of_backing_down(russia, levers, assumed):
    """Audience cost of backing down: higher before a coalition that answers a rung higher, for that is giving in to a bully.

    Huth (1988) finds that intransigence makes deterrence fail as giving way does, because the challenger's own name is at stake;
    the factor is an assumption (T27).
    """
    return russia.stand_down_cost * (1.0 + assumed.backing_down_before_a_bully * at_least(levers.response_policy, 0.0))


@rule
def weigh_step_down(russia, situation, levers, assumed, punishment):
    """Easing off, open when something is on: pressure being applied or gains being held. It wins relief and costs face."""
    if situation.conduct == CONDUCT.comply and russia.gains == 0:
        return
    made = russia.decision
    made.open[MOSCOW.step_down] = 1
    made.terms[MOSCOW.step_down, MOSCOW_TERM.status_quo] = -russia.grievance
    made.terms[MOSCOW.step_down, MOSCOW_TERM.waiting] = -russia.waiting_cost
    made.terms[MOSCOW.step_down, MOSCOW_TERM.punishment] = assumed.punishment_eased * punishment
    made.terms[MOSCOW.step_down, MOSCOW_TERM.audience] = -price_of_backing_down(russia, levers, assumed) * (
        1.0 - assumed.stepping_down_seen + assumed.stepping_down_seen * situation.tension
    )


@phrase
def answer_in(sector, here, elsewhere):
    """Foreseen chance of an answer in a sector, from the chances where the force is touched and where it is not."""
    return sector.cover * here + (1.0 - sector.cover) * elsewhere


@rule
def weigh_probe(russia, situation, levers, assumed, punishment, draw):
    """A probe: worth most where Moscow is unsure of the coalition and the force is near enough to be tested (T26)."""
    made = russia.decision
    here, elsewhere = foreseen_pair(russia, ACT.probe, situation, levers, assumed)
    price = assumed.probe_clash * russia.cost * clash_price(situation.capability, assumed)
    aim = assumed.probe_aim * russia.value
    test = assumed.information_value * russia.value * russia.belief * (1.0 - russia.belief)
    for index in range(situation.sector_count):
        sector = situation.sectors[index]
        russia.sector_chance[index] = grab_chance(sector, situation, levers, assumed)
        russia.sector_utility[index] = (
            aim * sector.value * russia.sector_chance[index] + test * sector.cover - price * answer_in(sector, here, elsewhere)
        )
    picked, freedom = pick_sector(
        russia.sector_utility, russia.sector_odds, situation.sectors, situation.sector_count, draw, made.order_sector, assumed
    )
    sector = situation.sectors[picked]
    russia.probe_sector = picked
    made.open[MOSCOW.probe] = 1
    made.terms[MOSCOW.probe, MOSCOW_TERM.status_quo] = -russia.grievance * left_of_grievance(
        assumed.probe_unrelieved, russia.belief, assumed
    )
    made.terms[MOSCOW.probe, MOSCOW_TERM.waiting] = -assumed.probe_waiting * russia.waiting_cost
    made.terms[MOSCOW.probe, MOSCOW_TERM.aim] = aim * sector.value * russia.sector_chance[picked]
    made.terms[MOSCOW.probe, MOSCOW_TERM.information] = assumed.probe_information + test * sector.cover
    made.terms[MOSCOW.probe, MOSCOW_TERM.punishment] = -assumed.probe_punished * punishment
    made.terms[MOSCOW.probe, MOSCOW_TERM.clash] = -price * answer_in(sector, here, elsewhere)
    made.terms[MOSCOW.probe, MOSCOW_TERM.own_cost] = -russia.cost * assumed.probe_cost
    made.terms[MOSCOW.probe, MOSCOW_TERM.choice_of_sector] = freedom
