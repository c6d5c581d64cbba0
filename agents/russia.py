"""Russia: complies, coerces, probes, seizes, strikes, mobilises; in a crisis launches, holds or stands down.

Two clocks give it opportunities: daily conduct, and strategic acts (campaign seasons). War is never chosen from calm: Moscow
mobilises, visibly and at a cost, and after at least three weeks in which the others answer it launches, holds or stands down.
Provocation enters once, through the value of living with things as they are; deterrence once, through the cost of being fought.
Neither knows the other's size: the net sign is an output.
"""

import numpy as np

from .belief import believe
from .campaign import clash_price
from .chance import PURPOSE, WHO, uniform, uniforms
from .choice import NOTHING, Option, Term, add_up, begin, decision, nested_logit, settle
from .curves import arrival, at_least
from .foresight import anticipate, foreseen_answer, foreseen_pair, war_now, worth_of_crisis
from .grievance import resent
from .record import FLOAT, INTEGER, record
from .response import ANSWER_TERMS
from .rule import phrase, rule
from .sectors import grab_chance, pick_sector
from .situation import ACT, NO_ATTACK, SECTOR_SLOTS
from .table import places, ranked, ranked_names
from .uncertainty import About, Fixed, coefficients

OPTIONS = ranked(
    Option("stand_down", 0, "send the mobilised army home"),
    Option("step_down", 1, "ease off and offer calm"),
    Option("comply", 2, "live with things as they are"),
    Option("hold", 3, "keep the army mobilised and wait"),
    Option("coerce", 4, "hybrid attacks, threats, nuclear signalling"),
    Option("probe", 5, "test one sector with limited attacks"),
    Option("seize", 6, "grab ground in one sector"),
    Option("mobilise", 7, "gather an army for a general offensive"),
    Option("strike", 8, "strike the foreign force"),
    Option("launch", 9, "begin the general offensive"),
)
MOSCOW = places(OPTIONS)

TERMS = ranked(
    Term("status_quo", 0, "grievance: what living with things as they are costs", "C32, T13, T14; sizes assumption"),
    Term("waiting", 1, "a window that closes makes waiting costly, one that opens makes it pay", "T3, X2; weight assumption"),
    Term("aim", 2, "value of what the act may win, times the chance of winning it", "A13, T7; 2.1"),
    Term("leverage", 3, "what pressure wins from a doubtful coalition and an anxious Kyiv", "C47, C50; size assumption"),
    Term("information", 4, "what a test of an unsure coalition is worth", "T26; size assumption"),
    Term("fighting", 5, "cost of the fighting itself", "T1; A30, A31"),
    Term("punishment", 6, "sanctions and isolation to be expected", "C35, C36, A44: wide"),
    Term("clash", 7, "fighting the states whose troops stand there", "C18, C27, C31"),
    Term("escalation", 8, "shadow of a war beyond Ukraine", "T8, C52"),
    Term("own_cost", 9, "what the act costs in itself", "assumption"),
    Term("audience", 10, "price of backing down before one's own public", "2.2: Fearon 1997; T27: Huth 1988"),
    Term("choice_of_sector", 11, "being free to choose where", "nested logit: expected best of several"),
    Term("choice_in_crisis", 12, "being free to choose again once the others have shown themselves", "2.4: backward induction; X4"),
)
MOSCOW_TERM = places(TERMS)

CLASSES = {
    "calm": ("step_down", "comply"),
    "pressure": ("coerce", "probe"),
    "force": ("seize", "mobilise", "strike"),
    "stand_down": ("stand_down",),
    "hold": ("hold",),
    "launch": ("launch",),
}
"""Nests of the logit: options that are alike, by class."""
CLASS_OF = np.array([next(place for place, alike in enumerate(CLASSES.values()) if option.name in alike) for option in OPTIONS])
CLASS_SIZE = np.array([float(len(alike)) for alike in CLASSES.values()])

MOSCOW_NODE = ranked_names(conduct=0, strategic=1, crisis=2)
NODES = MOSCOW_NODE._fields

CONDUCT = ranked_names(comply=0, coerce=1, probe=2)
CONDUCTS = CONDUCT._fields
"""Standing conduct, from calm to the gravest."""


RUSSIA_RECORD = record(
    ("mindset", INTEGER),
    ("full_value", FLOAT),
    ("value", FLOAT),
    ("cost", FLOAT),
    ("precision", FLOAT),
    ("fear_weight", FLOAT),
    ("affront_weight", FLOAT),
    ("base_grievance", FLOAT),
    ("stand_down_cost", FLOAT),
    ("normalised", FLOAT),
    ("felt_troops", FLOAT),
    ("weight_of_troops", FLOAT),
    ("show_of_troops", FLOAT),
    ("fear", FLOAT),
    ("affront", FLOAT),
    ("grievance", FLOAT),
    ("evidence", FLOAT),
    ("belief", FLOAT),
    ("foreseen_war", FLOAT),
    ("war_utility", FLOAT),
    ("waiting_cost", FLOAT),
    ("gains", INTEGER),
    ("answer_terms", FLOAT, (len(ANSWER_TERMS),)),
    ("sector_utility", FLOAT, (SECTOR_SLOTS,)),
    ("sector_chance", FLOAT, (SECTOR_SLOTS,)),
    ("sector_odds", FLOAT, (SECTOR_SLOTS,)),
    ("probe_sector", INTEGER),
    ("seize_sector", INTEGER),
    ("decision", decision(OPTIONS, TERMS)),
)
"""Moscow's mind.

In utility (1: Ukraine's full submission to a typical revisionist): `full_value` of the aim and what quiet years leave of it
(`value`), `grievance`, `waiting_cost`, `war_utility`. `evidence` in log odds; `belief`, `foreseen_war`, `normalised` 0 to 1;
`gains` counts sectors taken. `felt_troops` in thousands, with the weight and the show they have in its eyes. `answer_terms`,
`sector_utility`, `sector_chance` and `sector_odds` are where it works out what it foresees.
"""


NUMBERS = coefficients(
    About.MOSCOW,
    Fixed("precision", "per utility", 2, 18, 12,
        "How surely Moscow takes the better option.", "T11; calibrated by hand: A1, A9, A10", luck=6),
    Fixed("conduct_precision", "factor", 1, 8, 5,
        "How much surer it is in daily conduct, where the stakes are small and routine.",
        "calibrated by hand: case library, A33, A34", luck=7),
    Fixed("dissimilarity", "share", 0.5, 1, 0.7, "How unlike the options within a class are (nested logit).", "assumption", luck=8),
    Fixed("conduct_rate", "a year", 4, 26, 12, "Opportunities to change daily conduct.", "assumption", luck=9),
    Fixed("strategic_rate", "a year", 1, 4, 2.5, "Opportunities for strategic acts: campaign seasons.", "assumption", luck=10),
    Fixed("coercion_gain", "utility", 0, 0.3, 0.12,
        "What hybrid attacks and threats win from a doubtful coalition.", "assumption", luck=14),
    Fixed("coercion_cost", "utility", 0.02, 0.2, 0.1,
        "Own cost of hybrid attacks and threats.", "calibrated by hand: case library", luck=15),
    Fixed("probe_cost", "utility", 0.02, 0.2, 0.12, "Own cost of a probe.", "calibrated by hand: case library", luck=16),
    Fixed("information_value", "utility", 0, 0.5, 0.2, "What a test of an unsure coalition is worth.", "T26; assumption", luck=17),
    Fixed("seizure_cost", "utility", 0.2, 0.45, 0.3, "Own cost of a grab for ground.", "assumption", luck=18),
    Fixed("strike_cost", "utility", 0.2, 0.8, 0.42, "Own cost of striking the foreign force.", "T18; assumption", luck=19),
    Fixed("mobilisation_cost", "utility", 0.1, 0.45, 0.22,
        "Cost of mobilising, paid before anything is won.", "calibrated by hand: A1, A9, A10", luck=20),
    Fixed("habituation", "share", 0, 1, 0.5,
        "Share of the aim's value that long quiet takes away at full normalisation.",
        "renewed wars come early: A1, A8; size assumption", luck=405),
    Fixed("first_crisis_choice", "weeks", 1, 8, 3,
        "Weeks of mobilisation before the first choice to launch, hold or stand down: the others' time to answer.",
        "rulebook trial; assumption", luck=406),
    Fixed("crisis_choice_rate", "a year", 12, 104, 36,
        "Choices within a crisis after that.", "one in a week with chance one half; rulebook trial", luck=407),
    Fixed("strike_smallest_target", "thousand soldiers", 0.1, 3, 0.5,
        "Force below which there is nothing to strike.", "assumption", luck=408),
    Fixed("concession_value", "share", 0, 0.5, 0.15,
        "What a demand conceded in a crisis is worth, as a share of the aim.", "T27; assumption", luck=409),
    Fixed("coercion_unrelieved", "share", 0, 1, 0.6,
        "What coercing leaves of grievance; the rest is vented.", "C33; size assumption", luck=410),
    Fixed("coercion_gain_from_anxiety", "share", 0, 1, 0.5,
        "How far what coercion wins depends on an anxious Kyiv.", "C50; assumption", luck=411),
    Fixed("coercion_punished", "share", 0, 0.5, 0.1, "Part of full punishment that coercion meets.", "C35; assumption", luck=412),
    Fixed("coercion_exposed", "share", 0, 1, 0.5,
        "How far that depends on intelligence that shows it.", "C15; assumption", luck=413),
    Fixed("backing_down_before_a_bully", "factor", 0, 3, 1,
        "How much dearer backing down is before a coalition that always answers a rung higher.",
        "T27: Huth 1988; size assumption", luck=414),
    Fixed("punishment_eased", "share", 0, 0.5, 0.1, "Part of punishment that easing off takes away.", "C35; assumption", luck=415),
    Fixed("stepping_down_seen", "share", 0, 1, 0.5,
        "How far the audience cost of easing off depends on tension.", "2.2: Fearon 1997; assumption", luck=416),
    Fixed("probe_clash", "share", 0, 1, 0.25,
        "Price of a clash that a probe risks, against that of a war.", "T26; size assumption", luck=417),
    Fixed("probe_aim", "share", 0, 0.3, 0.05, "What a successful probe wins of the aim.", "T26; size assumption", luck=418),
    Fixed("probe_unrelieved", "share", 0, 1, 0.6, "What probing leaves of grievance.", "C33; size assumption", luck=419),
    Fixed("probe_waiting", "share", 0, 1, 0.5, "What probing leaves of the cost of waiting.", "T3; size assumption", luck=420),
    Fixed("probe_information", "utility", 0, 0.1, 0.02,
        "What any test is worth, whoever is tested.", "T26; size assumption", luck=421),
    Fixed("probe_punished", "share", 0, 0.6, 0.12, "Part of full punishment that a probe meets.", "C35; assumption", luck=422),
    Fixed("seizure_clash", "share", 0.1, 1.2, 0.6,
        "Price of a clash that a grab for ground risks, against that of a war.", "C27; size assumption", luck=423),
    Fixed("seizure_aim", "share", 0.05, 1, 0.35,
        "What a successful grab wins of the aim, in a sector of average worth.", "C27, C28; size assumption", luck=424),
    Fixed("seizure_foiled", "share", 0, 1, 0.5, "How far an answer with force foils it.", "C39; size assumption", luck=425),
    Fixed("seizure_unrelieved", "share", 0, 1, 0.4, "What a grab leaves of grievance.", "C33; size assumption", luck=426),
    Fixed("seizure_punished", "share", 0, 1, 0.5, "Part of full punishment that a grab meets.", "C35; assumption", luck=427),
    Fixed("strike_exit", "share", 0, 1, 0.6,
        "Chance that an unanswered strike ends the presence, as Moscow sees it.", "T18: Beirut 1983; size assumption", luck=428),
    Fixed("strike_exit_bound", "share", 0, 0.6, 0.3,
        "How much a treaty takes from that chance.", "A18, T18; size assumption", luck=429),
    Fixed("strike_unrelieved", "share", 0, 1, 0.4, "What a strike leaves of grievance.", "C33; size assumption", luck=430),
    Fixed("strike_aim", "share", 0, 1, 0.6,
        "What the exit of the force is worth of all it stands for.", "T18; size assumption", luck=431),
    Fixed("strike_aim_value", "share", 0, 1, 0.5,
        "Part of the aim that stands behind the force.", "T18; size assumption", luck=432),
    Fixed("strike_punished", "share", 0, 1, 0.5, "Part of full punishment that a strike meets.", "C35; assumption", luck=433),
    Fixed("strike_cost_bound", "utility", 0, 0.5, 0.15,
        "What a treaty adds to the own cost of a strike.", "A18, T24; size assumption", luck=434),
    Fixed("launch_cost", "utility", 0, 0.3, 0.05, "Own cost of launching, once the army is gathered.", "assumption", luck=435),
    Fixed("hold_cost", "utility", 0, 0.3, 0.08, "Own cost of keeping the army mobilised.", "assumption", luck=436),
    Fixed("hold_cost_by_week", "utility a week", 0, 0.1, 0.02, "What each week of it adds.", "assumption", luck=437),
    Fixed("stand_down_trouble", "utility", 0, 0.2, 0.02, "Own cost of sending the army home.", "assumption", luck=438),
)  # fmt: skip


@rule
def perceive(russia, situation, levers, assumed):
    """What Moscow feels and believes this week, before any choice."""
    believe(russia, situation, levers, assumed)
    russia.value = russia.full_value * (1.0 - assumed.habituation * russia.normalised)
    resent(russia, situation, levers, assumed)


@rule
def act(russia, situation, levers, assumed, luck):
    """Moscow's turn: a crisis choice, or an opportunity if one falls. Returns the option chosen, or NOTHING.

    While a fight is on, or one that nobody ordered waits to be answered, there is nothing to choose.
    """
    ordered = russia.decision.order != NOTHING
    if situation.fighting == 1 or situation.attack.act != NO_ATTACK:
        return NOTHING
    if situation.crisis == 1:
        moment = situation.crisis_weeks >= assumed.first_crisis_choice
        falls, draw = uniforms(luck, WHO.russia, PURPOSE.crisis_choice)
        if (moment and falls < arrival(assumed.crisis_choice_rate, situation.weeks_per_step)) or ordered:
            anticipate(russia, situation, levers, assumed)
            weigh_crisis(russia, situation, levers, assumed, luck.step)
            return decide(russia, assumed, draw)
        return NOTHING
    if luck.strategic == 1 or ordered:
        node = MOSCOW_NODE.strategic
    elif luck.conduct == 1:
        node = MOSCOW_NODE.conduct
    else:
        return NOTHING
    anticipate(russia, situation, levers, assumed)
    weigh_calm(russia, situation, levers, assumed, luck, node)
    return decide(russia, assumed, uniform(luck, WHO.russia, PURPOSE.conduct))


@rule
def decide(russia, assumed, draw):
    """Nested logit over the open options, the draw held against them in order of escalation."""
    made = russia.decision
    precision = assumed.precision * russia.precision
    if made.node == MOSCOW_NODE.conduct:
        precision *= assumed.conduct_precision
    add_up(made)
    nested_logit(made, CLASS_OF, CLASS_SIZE, precision, assumed.dissimilarity)
    chosen = settle(made, draw)
    if chosen == MOSCOW.probe:
        made.sector = russia.probe_sector
    if chosen == MOSCOW.seize:
        made.sector = russia.seize_sector
    return chosen


@rule
def weigh_calm(russia, situation, levers, assumed, luck, node):
    """Open and weigh the options outside a crisis: daily conduct, and at strategic opportunities the grave ones too."""
    made = russia.decision
    begin(made, luck.step, node)
    punishment = russia.cost * situation.punishment
    made.open[MOSCOW.comply] = 1
    made.terms[MOSCOW.comply, MOSCOW_TERM.status_quo] = -russia.grievance
    made.terms[MOSCOW.comply, MOSCOW_TERM.waiting] = -russia.waiting_cost

    made.open[MOSCOW.coerce] = 1
    made.terms[MOSCOW.coerce, MOSCOW_TERM.status_quo] = -assumed.coercion_unrelieved * russia.grievance
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

    where_probe, where_seize = uniforms(luck, WHO.russia, PURPOSE.sector)
    weigh_probe(russia, situation, levers, assumed, punishment, where_probe)
    if node == MOSCOW_NODE.strategic:
        weigh_step_down(russia, situation, levers, assumed, punishment)
        weigh_seizure(russia, situation, levers, assumed, punishment, where_seize)
        weigh_mobilisation(russia, situation, levers, assumed)
        if situation.troops > assumed.strike_smallest_target:
            weigh_strike(russia, situation, levers, assumed, punishment)


@phrase
def price_of_backing_down(russia, levers, assumed):
    """Audience cost of backing down: twice as high before a coalition that answers a rung higher, for that is giving in to a bully.

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
        russia.sector_chance[index] = grab_chance(sector, situation, assumed)
        russia.sector_utility[index] = (
            aim * sector.value * russia.sector_chance[index] + test * sector.cover - price * answer_in(sector, here, elsewhere)
        )
    picked, freedom = pick_sector(
        russia.sector_utility, russia.sector_odds, situation.sectors, situation.sector_count, draw, made.order_sector, assumed
    )
    sector = situation.sectors[picked]
    russia.probe_sector = picked
    made.open[MOSCOW.probe] = 1
    made.terms[MOSCOW.probe, MOSCOW_TERM.status_quo] = -assumed.probe_unrelieved * russia.grievance
    made.terms[MOSCOW.probe, MOSCOW_TERM.waiting] = -assumed.probe_waiting * russia.waiting_cost
    made.terms[MOSCOW.probe, MOSCOW_TERM.aim] = aim * sector.value * russia.sector_chance[picked]
    made.terms[MOSCOW.probe, MOSCOW_TERM.information] = assumed.probe_information + test * sector.cover
    made.terms[MOSCOW.probe, MOSCOW_TERM.punishment] = -assumed.probe_punished * punishment
    made.terms[MOSCOW.probe, MOSCOW_TERM.clash] = -price * answer_in(sector, here, elsewhere)
    made.terms[MOSCOW.probe, MOSCOW_TERM.own_cost] = -russia.cost * assumed.probe_cost
    made.terms[MOSCOW.probe, MOSCOW_TERM.choice_of_sector] = freedom


@rule
def weigh_seizure(russia, situation, levers, assumed, punishment, draw):
    """A grab for ground: what it may win where the local balance allows, against being fought. Needs `sector_chance` filled."""
    made = russia.decision
    here, elsewhere = foreseen_pair(russia, ACT.seizure, situation, levers, assumed)
    price = assumed.seizure_clash * russia.cost * clash_price(situation.capability, assumed)
    aim = assumed.seizure_aim * russia.value
    for index in range(situation.sector_count):
        sector = situation.sectors[index]
        answer = answer_in(sector, here, elsewhere)
        russia.sector_utility[index] = (
            aim * sector.value * russia.sector_chance[index] * (1.0 - assumed.seizure_foiled * answer) - price * answer
        )
    picked, freedom = pick_sector(
        russia.sector_utility, russia.sector_odds, situation.sectors, situation.sector_count, draw, made.order_sector, assumed
    )
    sector = situation.sectors[picked]
    answer = answer_in(sector, here, elsewhere)
    russia.seize_sector = picked
    made.open[MOSCOW.seize] = 1
    made.terms[MOSCOW.seize, MOSCOW_TERM.status_quo] = -assumed.seizure_unrelieved * russia.grievance
    made.terms[MOSCOW.seize, MOSCOW_TERM.aim] = (
        aim * sector.value * russia.sector_chance[picked] * (1.0 - assumed.seizure_foiled * answer)
    )
    made.terms[MOSCOW.seize, MOSCOW_TERM.punishment] = -assumed.seizure_punished * punishment
    made.terms[MOSCOW.seize, MOSCOW_TERM.clash] = -price * answer
    made.terms[MOSCOW.seize, MOSCOW_TERM.own_cost] = -russia.cost * assumed.seizure_cost
    made.terms[MOSCOW.seize, MOSCOW_TERM.choice_of_sector] = freedom


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
def weigh_strike(russia, situation, levers, assumed, punishment):
    """Striking the force: buys its exit if the coalition does not answer (T18), a clash if it does."""
    made = russia.decision
    answer = foreseen_answer(
        russia, ACT.strike, 1.0, situation.troops, situation.capability, situation.legal, russia.belief, situation, levers, assumed
    )
    exit_chance = (1.0 - answer) * (assumed.strike_exit - assumed.strike_exit_bound * situation.legal)
    made.open[MOSCOW.strike] = 1
    made.terms[MOSCOW.strike, MOSCOW_TERM.status_quo] = -assumed.strike_unrelieved * russia.grievance
    made.terms[MOSCOW.strike, MOSCOW_TERM.aim] = (
        exit_chance * assumed.strike_aim * (assumed.strike_aim_value * russia.value + russia.grievance)
    )
    made.terms[MOSCOW.strike, MOSCOW_TERM.punishment] = -assumed.strike_punished * punishment
    made.terms[MOSCOW.strike, MOSCOW_TERM.clash] = -answer * russia.cost * clash_price(situation.capability, assumed)
    made.terms[MOSCOW.strike, MOSCOW_TERM.own_cost] = -russia.cost * (
        assumed.strike_cost + assumed.strike_cost_bound * situation.legal
    )


@rule
def weigh_crisis(russia, situation, levers, assumed, step):
    """With the army mobilised: launch, hold, or stand down. A concession met on the way makes standing down easier to bear."""
    made = russia.decision
    begin(made, step, MOSCOW_NODE.crisis)
    surge = levers.us_air_surge * at_least(situation.stood_behind, 0.0)
    if situation.crisis_weeks >= assumed.first_crisis_choice:
        weigh_war(russia, MOSCOW.launch, situation, surge, levers, assumed)
        made.terms[MOSCOW.launch, MOSCOW_TERM.own_cost] = -assumed.launch_cost
    made.open[MOSCOW.hold] = 1
    made.terms[MOSCOW.hold, MOSCOW_TERM.status_quo] = -russia.grievance
    made.terms[MOSCOW.hold, MOSCOW_TERM.waiting] = -russia.waiting_cost
    made.terms[MOSCOW.hold, MOSCOW_TERM.own_cost] = -assumed.hold_cost - assumed.hold_cost_by_week * situation.crisis_weeks
    made.open[MOSCOW.stand_down] = 1
    made.terms[MOSCOW.stand_down, MOSCOW_TERM.status_quo] = -russia.grievance
    made.terms[MOSCOW.stand_down, MOSCOW_TERM.waiting] = -russia.waiting_cost
    made.terms[MOSCOW.stand_down, MOSCOW_TERM.own_cost] = -assumed.stand_down_trouble
    made.terms[MOSCOW.stand_down, MOSCOW_TERM.audience] = -price_of_backing_down(russia, levers, assumed)
    if situation.conceded == 1:
        made.terms[MOSCOW.stand_down, MOSCOW_TERM.leverage] = assumed.concession_value * russia.value
