"""Moscow's force: it seizes ground, strikes the foreign force, mobilises; in a crisis it launches, holds or stands down."""

from .campaign import clash_price
from .choice import begin
from .curves import at_least
from .foresight import foreseen_now, foreseen_pair, war_now, worth_of_crisis
from .probing import as_tested
from .quorum import foiled_by_answer
from .rule import phrase, rule
from .russian_options import CONDUCT, MOSCOW, MOSCOW_NODE, MOSCOW_TERM, TERMS
from .russian_pressure import answer_in, price_of_backing_down
from .sectors import pick_sector, retake_chance
from .situation import ACT
from .structure import left_of_grievance
from .uncertainty import About, Fixed, coefficients

NUMBERS = coefficients(
    About.MOSCOW,
    Fixed("seizure_aim", "share", 0.05, 1, 0.35,
        "What a successful grab wins of the aim, in a sector of average worth.", "C27, C28; size assumption", luck=424),
    Fixed("seizure_clash", "share", 0.1, 1.2, 0.6,
        "Price of a clash that a grab for ground risks, against that of a war.", "C27; size assumption", luck=423),
    Fixed("seizure_unrelieved", "share", 0, 1, 0.4, "What a grab leaves of grievance.", "C33; size assumption", luck=426),
    Fixed("seizure_punished", "share", 0, 1, 0.5, "Part of full punishment that a grab meets.", "C35; assumption", luck=427),
    Fixed("seizure_cost", "utility", 0.1, 0.35, 0.2,
        "Own cost of a grab for ground out of standing probes; what failing or being thrown back costs is weighed apart.",
        "between a probe and a mobilisation; size chosen after seeing results, so fitted", luck=18),
    Fixed("counter_attack_foreseen", "share", 0, 1, 0.5,
        "Chance of a counter-attack that Moscow reckons with when it grabs.", "T16; size assumption", luck=861),
    Fixed("strike_smallest_target", "thousand soldiers", 0.1, 3, 0.5,
        "Force below which there is nothing to strike.", "assumption", luck=408),
    Fixed("strike_exit", "share", 0.4, 1, 0.6,
        "Chance that an unanswered strike ends the presence, as Moscow sees it.", "T18: Beirut 1983; size assumption", luck=428),
    Fixed("strike_exit_bound", "share", 0, 0.4, 0.3,
        "How much a treaty takes from the chance that an unanswered strike ends the presence.",
        "A18, T18; size assumption", luck=429),
    Fixed("strike_aim", "share", 0, 1, 0.6,
        "What the exit of the force is worth of all it stands for.", "T18; size assumption", luck=431),
    Fixed("strike_aim_value", "share", 0, 1, 0.5,
        "Part of the aim that stands behind the force.", "T18; size assumption", luck=432),
    Fixed("strike_unrelieved", "share", 0, 1, 0.4, "What a strike leaves of grievance.", "C33; size assumption", luck=430),
    Fixed("strike_punished", "share", 0, 1, 0.5, "Part of full punishment that a strike meets.", "C35; assumption", luck=433),
    Fixed("strike_cost", "utility", 0.2, 0.8, 0.42, "Own cost of striking the foreign force.", "T18; assumption", luck=19),
    Fixed("strike_cost_bound", "utility", 0, 0.5, 0.15,
        "What a treaty adds to the own cost of a strike.", "A18, T24; size assumption", luck=434),
    Fixed("mobilisation_cost", "utility", 0.1, 0.45, 0.22,
        "Cost of mobilising, paid before anything is won.", "calibrated by hand: A1, A9, A10", luck=20),
    Fixed("first_crisis_choice", "weeks", 1, 8, 3,
        "Weeks of mobilisation before the first choice to launch, hold or stand down: the others' time to answer.",
        "rulebook trial; assumption", luck=406),
    Fixed("launch_cost", "utility", 0, 0.3, 0.05, "Own cost of launching, once the army is gathered.", "assumption", luck=435),
    Fixed("hold_cost", "utility", 0, 0.3, 0.08, "Own cost of keeping the army mobilised.", "assumption", luck=436),
    Fixed("hold_cost_by_week", "utility a week", 0, 0.1, 0.02,
        "What each week adds to the cost of keeping the army mobilised.", "assumption", luck=437),
    Fixed("stand_down_trouble", "utility", 0, 0.2, 0.02, "Own cost of sending the army home.", "assumption", luck=438),
    Fixed("concession_value", "share", 0, 0.5, 0.15,
        "What a demand conceded in a crisis is worth, as a share of the aim.", "T27; assumption", luck=409),
)  # fmt: skip


@phrase
def may_seize(russia, situation):
    """Whether a grab for ground is open: out of probing, or, with pressure on, from ground already held; never from calm."""
    return situation.conduct == CONDUCT.probe or (russia.gains > 0 and situation.conduct != CONDUCT.comply)


@rule
def prospect_of_grab(russia, index, here, elsewhere, situation, levers, assumed):
    """A grab in a sector as Moscow sees it: what it wins, what a clash would cost, what backing down from a failure would.

    It wins where it succeeds, is not foiled by an answer in time, and is not lost again to a counter-attack.
    """
    sector = situation.sectors[index]
    answer = answer_in(sector, here, elsewhere)
    chance = as_tested(russia.sector_chance[index], russia, index, assumed) * (1.0 - foiled_by_answer(levers, assumed) * answer)
    kept = 1.0 - assumed.counter_attack_foreseen * retake_chance(sector, situation, assumed)
    aim = assumed.seizure_aim * russia.value * sector.value * chance * kept
    clash = -assumed.seizure_clash * russia.cost * clash_price(situation.capability, assumed) * answer
    return aim, clash, -(1.0 - chance) * price_of_backing_down(russia, levers, assumed)


@rule
def weigh_seizure(russia, situation, levers, assumed, punishment, draw):
    """A grab for ground: what it may win where the local balance allows, against being fought. Needs `sector_chance` filled."""
    made = russia.decision
    here, elsewhere = foreseen_pair(russia, ACT.seizure, situation, levers, assumed)
    for index in range(situation.sector_count):
        aim, clash, audience = prospect_of_grab(russia, index, here, elsewhere, situation, levers, assumed)
        russia.sector_utility[index] = aim + clash + audience
    picked, freedom = pick_sector(
        russia.sector_utility, russia.sector_odds, situation.sectors, situation.sector_count, draw, made.order_sector, assumed
    )
    aim, clash, audience = prospect_of_grab(russia, picked, here, elsewhere, situation, levers, assumed)
    russia.seize_sector = picked
    made.open[MOSCOW.seize] = 1
    made.terms[MOSCOW.seize, MOSCOW_TERM.status_quo] = -russia.grievance * left_of_grievance(
        assumed.seizure_unrelieved, russia.belief, assumed
    )
    made.terms[MOSCOW.seize, MOSCOW_TERM.aim] = aim
    made.terms[MOSCOW.seize, MOSCOW_TERM.punishment] = -assumed.seizure_punished * punishment
    made.terms[MOSCOW.seize, MOSCOW_TERM.clash] = clash
    made.terms[MOSCOW.seize, MOSCOW_TERM.own_cost] = -russia.cost * assumed.seizure_cost
    made.terms[MOSCOW.seize, MOSCOW_TERM.audience] = audience
    made.terms[MOSCOW.seize, MOSCOW_TERM.choice_of_sector] = freedom


@rule
def weigh_strike(russia, situation, levers, assumed, punishment):
    """Striking the force, if there is one worth it: buys its exit if the coalition does not answer (T18), a clash if it does."""
    if situation.troops <= assumed.strike_smallest_target:
        return
    made = russia.decision
    answer = foreseen_now(russia, ACT.strike, 1.0, situation, levers, assumed)
    exit_chance = (1.0 - answer) * (assumed.strike_exit - assumed.strike_exit_bound * situation.legal)
    made.open[MOSCOW.strike] = 1
    made.terms[MOSCOW.strike, MOSCOW_TERM.status_quo] = -russia.grievance * left_of_grievance(
        assumed.strike_unrelieved, russia.belief, assumed
    )
    made.terms[MOSCOW.strike, MOSCOW_TERM.aim] = (
        exit_chance * assumed.strike_aim * (assumed.strike_aim_value * russia.value + russia.grievance)
    )
    made.terms[MOSCOW.strike, MOSCOW_TERM.punishment] = -assumed.strike_punished * punishment
    made.terms[MOSCOW.strike, MOSCOW_TERM.clash] = -answer * russia.cost * clash_price(situation.capability, assumed)
    made.terms[MOSCOW.strike, MOSCOW_TERM.own_cost] = -russia.cost * (
        assumed.strike_cost + assumed.strike_cost_bound * situation.legal
    )


@rule
def weigh_war(russia, option, situation, surge, levers, assumed):
    """The terms of a general war under an option (mobilise, launch): the lottery of `agents/campaign.py`."""
    made = russia.decision
    aim, fighting, punishment, clash, shadow = war_now(russia, situation, surge, levers, assumed)
    made.open[option] = 1
    made.terms[option, MOSCOW_TERM.aim] = aim
    made.terms[option, MOSCOW_TERM.fighting] = fighting
    made.terms[option, MOSCOW_TERM.punishment] = punishment
    made.terms[option, MOSCOW_TERM.clash] = clash
    made.terms[option, MOSCOW_TERM.escalation] = shadow


@rule
def weigh_mobilisation(russia, situation, levers, assumed):
    """Gathering an army: worth what the crisis would be worth, less the cost of gathering it.

    Moscow foresees its own choice in the crisis as it will make it, by the same logit, once the others have shown how they stand
    (backward induction as in an agent quantal response equilibrium, 2.4). Being free to choose then is a term of its own.
    """
    made = russia.decision
    weigh_war(russia, MOSCOW.mobilise, situation, 0.0, levers, assumed)
    launch = 0.0
    for term in range(len(TERMS)):
        launch += made.terms[MOSCOW.mobilise, term]
    stand_down = -russia.grievance - russia.waiting_cost - price_of_backing_down(russia, levers, assumed)
    crisis = worth_of_crisis(russia, stand_down, assumed.precision * russia.precision, situation, levers, assumed)
    made.terms[MOSCOW.mobilise, MOSCOW_TERM.choice_in_crisis] = crisis - launch
    made.terms[MOSCOW.mobilise, MOSCOW_TERM.own_cost] = -russia.cost * assumed.mobilisation_cost


@rule
def weigh_crisis(russia, situation, levers, assumed, step):
    """In a crisis: launch, hold, or stand down. A concession met on the way makes standing down easier to bear.

    Only an army already gathered need not be gathered for a launch, and only in a crisis of its own making does it lose face.
    """
    made = russia.decision
    begin(made, step, MOSCOW_NODE.crisis)
    surge = levers.us_air_surge * at_least(situation.stood_behind, 0.0)
    if situation.crisis_weeks >= assumed.first_crisis_choice:
        weigh_war(russia, MOSCOW.launch, situation, surge, levers, assumed)
        gathering = assumed.mobilisation_cost * (1.0 - situation.gathered)
        made.terms[MOSCOW.launch, MOSCOW_TERM.own_cost] = -russia.cost * (assumed.launch_cost + gathering)
    made.open[MOSCOW.hold] = 1
    made.terms[MOSCOW.hold, MOSCOW_TERM.status_quo] = -russia.grievance
    made.terms[MOSCOW.hold, MOSCOW_TERM.waiting] = -russia.waiting_cost
    made.terms[MOSCOW.hold, MOSCOW_TERM.own_cost] = -russia.cost * (
        assumed.hold_cost + assumed.hold_cost_by_week * situation.crisis_weeks
    )
    made.open[MOSCOW.stand_down] = 1
    made.terms[MOSCOW.stand_down, MOSCOW_TERM.status_quo] = -russia.grievance
    made.terms[MOSCOW.stand_down, MOSCOW_TERM.waiting] = -russia.waiting_cost
    made.terms[MOSCOW.stand_down, MOSCOW_TERM.own_cost] = -russia.cost * assumed.stand_down_trouble
    if situation.own_making == 1:
        made.terms[MOSCOW.stand_down, MOSCOW_TERM.audience] = -price_of_backing_down(russia, levers, assumed)
    if situation.conceded == 1:
        made.terms[MOSCOW.stand_down, MOSCOW_TERM.leverage] = assumed.concession_value * russia.value
