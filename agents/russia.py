"""Russia: complies, coerces, probes, seizes, strikes, mobilises; in a crisis launches, holds or stands down.

Two clocks give it opportunities: daily conduct, and strategic acts (campaign seasons). War is never chosen from calm: Moscow
mobilises, visibly and at a cost, and after at least three weeks in which the others answer it launches, holds or stands down.
Provocation enters once, through the value of living with things as they are; deterrence once, through the cost of being fought.
Neither knows the other's size: the net sign is an output.
"""

import numpy as np

from .actor import Capital
from .belief import believe
from .campaign import clash_price
from .chance import CONDUCT, CRISIS_CHOICE, RUSSIA, SECTOR, uniform, uniforms
from .choice import NOTHING, Option, Term, add_up, begin, decision, nested_logit, settle
from .curves import arrival, at_least
from .foresight import anticipate, foreseen_answer, foreseen_pair, war_now, worth_of_crisis
from .grievance import resent
from .record import FLOAT, INTEGER, record
from .response import ANSWER_TERMS
from .rule import phrase, rule
from .sectors import grab_chance, pick_sector
from .situation import NO_ATTACK, SECTOR_SLOTS, SEIZURE
from .situation import PROBE as PROBE_ACT
from .situation import STRIKE as STRIKE_ACT

OPTIONS = (
    Option("stand_down", "send the mobilised army home"),
    Option("step_down", "ease off and offer calm"),
    Option("comply", "live with things as they are"),
    Option("hold", "keep the army mobilised and wait"),
    Option("coerce", "hybrid attacks, threats, nuclear signalling"),
    Option("probe", "test one sector with limited attacks"),
    Option("seize", "grab ground in one sector"),
    Option("mobilise", "gather an army for a general offensive"),
    Option("strike", "strike the foreign force"),
    Option("launch", "begin the general offensive"),
)
(STAND_DOWN, STEP_DOWN, COMPLY, HOLD, COERCE, PROBE, SEIZE, MOBILISE, STRIKE, LAUNCH) = range(len(OPTIONS))
"""In order of escalation, which is also the order in which the draw is held against them."""

TERMS = (
    Term("status_quo", "grievance: what living with things as they are costs", "C32, T13, T14; sizes assumption"),
    Term("waiting", "a window that closes makes waiting costly, one that opens makes it pay", "T3, X2; weight assumption"),
    Term("aim", "value of what the act may win, times the chance of winning it", "A13, T7; 2.1"),
    Term("leverage", "what pressure wins from a doubtful coalition and an anxious Kyiv", "C47, C50; size assumption"),
    Term("information", "what a test of an unsure coalition is worth", "T26; size assumption"),
    Term("fighting", "cost of the fighting itself", "T1; A30, A31"),
    Term("punishment", "sanctions and isolation to be expected", "C35, C36, A44: wide"),
    Term("clash", "fighting the states whose troops stand there", "C18, C27, C31"),
    Term("escalation", "shadow of a war beyond Ukraine", "T8, C52"),
    Term("own_cost", "what the act costs in itself", "assumption"),
    Term("audience", "price of backing down before one's own public", "2.2: Fearon 1997; T27: Huth 1988"),
    Term("choice_of_sector", "being free to choose where", "nested logit: expected best of several"),
    Term("choice_in_crisis", "being free to choose again once the others have shown themselves", "2.4: backward induction; X4"),
)
(
    STATUS_QUO,
    WAITING,
    AIM,
    LEVERAGE,
    INFORMATION,
    FIGHTING,
    PUNISHMENT,
    CLASH,
    SHADOW,
    OWN_COST,
    AUDIENCE,
    CHOICE_OF_SECTOR,
    CHOICE_IN_CRISIS,
) = range(len(TERMS))

CLASSES = ("calm", "pressure", "force", "stand_down", "hold", "launch")
CLASS_OF = np.array([3, 0, 0, 4, 1, 1, 2, 2, 2, 5])
"""Nests of the logit, by option: calm {step down, comply}, pressure {coerce, probe}, force {seize, mobilise, strike}."""
CLASS_SIZE = np.array([2.0, 2.0, 3.0, 1.0, 1.0, 1.0])

CONDUCT_NODE, STRATEGIC_NODE, CRISIS_NODE = range(3)
NODES = ("conduct", "strategic", "crisis")

CALM_CONDUCT, COERCING, PROBING = range(3)
CONDUCTS = ("comply", "coerce", "probe")

HABITUATION = 0.5
"""Share of the aim's value that long quiet takes away at full normalisation (renewed wars come early; A1, A8; size assumption)."""
SMALLEST_TARGET = 0.5
"""Thousand soldiers below which there is no force to strike (assumption)."""
CONCESSION_VALUE = 0.15
"""What a demand conceded in a crisis is worth, as a share of the aim (assumption)."""
FIRST_CRISIS_CHOICE = 3.0
"""Weeks of mobilisation before the first choice to launch, hold or stand down (the others' time to answer)."""
CRISIS_CHOICE_RATE = 36.0
"""Choices a year within a crisis after that: one in a week with chance one half (rulebook trial)."""

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


@rule
def perceive(russia, situation, levers, assumed):
    """What Moscow feels and believes this week, before any choice."""
    believe(russia, situation, levers, assumed)
    russia.value = russia.full_value * (1.0 - HABITUATION * russia.normalised)
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
        moment = situation.crisis_weeks >= FIRST_CRISIS_CHOICE
        falls, draw = uniforms(luck, RUSSIA, CRISIS_CHOICE)
        if (moment and falls < arrival(CRISIS_CHOICE_RATE, situation.weeks_per_step)) or ordered:
            anticipate(russia, situation, levers, assumed)
            weigh_crisis(russia, situation, levers, assumed, luck.step)
            return decide(russia, assumed, draw)
        return NOTHING
    if luck.strategic == 1 or ordered:
        node = STRATEGIC_NODE
    elif luck.conduct == 1:
        node = CONDUCT_NODE
    else:
        return NOTHING
    anticipate(russia, situation, levers, assumed)
    weigh_calm(russia, situation, levers, assumed, luck, node)
    return decide(russia, assumed, uniform(luck, RUSSIA, CONDUCT))


@rule
def decide(russia, assumed, draw):
    """Nested logit over the open options, the draw held against them in order of escalation."""
    made = russia.decision
    precision = assumed.precision * russia.precision
    if made.node == CONDUCT_NODE:
        precision *= assumed.conduct_precision
    add_up(made)
    nested_logit(made, CLASS_OF, CLASS_SIZE, precision, assumed.dissimilarity)
    chosen = settle(made, draw)
    if chosen == PROBE:
        made.sector = russia.probe_sector
    if chosen == SEIZE:
        made.sector = russia.seize_sector
    return chosen


@rule
def weigh_calm(russia, situation, levers, assumed, luck, node):
    """Open and weigh the options outside a crisis: daily conduct, and at strategic opportunities the grave ones too."""
    made = russia.decision
    begin(made, luck.step, node)
    punishment = russia.cost * situation.punishment
    made.open[COMPLY] = 1
    made.terms[COMPLY, STATUS_QUO] = -russia.grievance
    made.terms[COMPLY, WAITING] = -russia.waiting_cost

    made.open[COERCE] = 1
    made.terms[COERCE, STATUS_QUO] = -0.6 * russia.grievance
    made.terms[COERCE, WAITING] = -russia.waiting_cost
    made.terms[COERCE, LEVERAGE] = (
        russia.value * assumed.coercion_gain * (1.0 - russia.belief) * (0.5 + 0.5 * (1.0 - situation.confidence))
    )
    made.terms[COERCE, PUNISHMENT] = -0.10 * punishment * (0.5 + 0.5 * situation.intelligence)
    made.terms[COERCE, OWN_COST] = -russia.cost * assumed.coercion_cost

    where_probe, where_seize = uniforms(luck, RUSSIA, SECTOR)
    weigh_probe(russia, situation, levers, assumed, punishment, where_probe)
    if node == STRATEGIC_NODE:
        weigh_step_down(russia, situation, levers, punishment)
        weigh_seizure(russia, situation, levers, assumed, punishment, where_seize)
        weigh_mobilisation(russia, situation, levers, assumed)
        if situation.troops > SMALLEST_TARGET:
            weigh_strike(russia, situation, levers, assumed, punishment)


@phrase
def price_of_backing_down(russia, levers):
    """Audience cost of backing down: twice as high before a coalition that answers a rung higher, for that is giving in to a bully.

    Huth (1988) finds that intransigence makes deterrence fail as giving way does, because the challenger's own name is at stake;
    the factor is an assumption (T27).
    """
    return russia.stand_down_cost * (1.0 + at_least(levers.response_policy, 0.0))


@rule
def weigh_step_down(russia, situation, levers, punishment):
    """Easing off, open when something is on: pressure being applied or gains being held. It wins relief and costs face."""
    if situation.conduct == CALM_CONDUCT and russia.gains == 0:
        return
    made = russia.decision
    made.open[STEP_DOWN] = 1
    made.terms[STEP_DOWN, STATUS_QUO] = -russia.grievance
    made.terms[STEP_DOWN, WAITING] = -russia.waiting_cost
    made.terms[STEP_DOWN, PUNISHMENT] = 0.10 * punishment
    made.terms[STEP_DOWN, AUDIENCE] = -price_of_backing_down(russia, levers) * (0.5 + 0.5 * situation.tension)


@phrase
def answer_in(sector, here, elsewhere):
    """Foreseen chance of an answer in a sector, from the chances where the force is touched and where it is not."""
    return sector.cover * here + (1.0 - sector.cover) * elsewhere


@rule
def weigh_probe(russia, situation, levers, assumed, punishment, draw):
    """A probe: worth most where Moscow is unsure of the coalition and the force is near enough to be tested (T26)."""
    made = russia.decision
    here, elsewhere = foreseen_pair(russia, PROBE_ACT, situation, levers, assumed)
    price = 0.25 * russia.cost * clash_price(situation.capability, assumed)
    aim = 0.05 * russia.value
    test = assumed.information_value * russia.value * russia.belief * (1.0 - russia.belief)
    for index in range(situation.sector_count):
        sector = situation.sectors[index]
        russia.sector_chance[index] = grab_chance(sector, situation, assumed)
        russia.sector_utility[index] = (
            aim * sector.value * russia.sector_chance[index] + test * sector.cover - price * answer_in(sector, here, elsewhere)
        )
    picked, freedom = pick_sector(
        russia.sector_utility, russia.sector_odds, situation.sectors, situation.sector_count, draw, made.order_sector
    )
    sector = situation.sectors[picked]
    russia.probe_sector = picked
    made.open[PROBE] = 1
    made.terms[PROBE, STATUS_QUO] = -0.6 * russia.grievance
    made.terms[PROBE, WAITING] = -0.5 * russia.waiting_cost
    made.terms[PROBE, AIM] = aim * sector.value * russia.sector_chance[picked]
    made.terms[PROBE, INFORMATION] = 0.02 + test * sector.cover
    made.terms[PROBE, PUNISHMENT] = -0.12 * punishment
    made.terms[PROBE, CLASH] = -price * answer_in(sector, here, elsewhere)
    made.terms[PROBE, OWN_COST] = -russia.cost * assumed.probe_cost
    made.terms[PROBE, CHOICE_OF_SECTOR] = freedom


@rule
def weigh_seizure(russia, situation, levers, assumed, punishment, draw):
    """A grab for ground: what it may win where the local balance allows, against being fought. Needs `sector_chance` filled."""
    made = russia.decision
    here, elsewhere = foreseen_pair(russia, SEIZURE, situation, levers, assumed)
    price = 0.6 * russia.cost * clash_price(situation.capability, assumed)
    aim = 0.35 * russia.value
    for index in range(situation.sector_count):
        sector = situation.sectors[index]
        answer = answer_in(sector, here, elsewhere)
        russia.sector_utility[index] = aim * sector.value * russia.sector_chance[index] * (1.0 - 0.5 * answer) - price * answer
    picked, freedom = pick_sector(
        russia.sector_utility, russia.sector_odds, situation.sectors, situation.sector_count, draw, made.order_sector
    )
    sector = situation.sectors[picked]
    answer = answer_in(sector, here, elsewhere)
    russia.seize_sector = picked
    made.open[SEIZE] = 1
    made.terms[SEIZE, STATUS_QUO] = -0.4 * russia.grievance
    made.terms[SEIZE, AIM] = aim * sector.value * russia.sector_chance[picked] * (1.0 - 0.5 * answer)
    made.terms[SEIZE, PUNISHMENT] = -0.5 * punishment
    made.terms[SEIZE, CLASH] = -price * answer
    made.terms[SEIZE, OWN_COST] = -russia.cost * assumed.seizure_cost
    made.terms[SEIZE, CHOICE_OF_SECTOR] = freedom


@rule
def weigh_war(russia, option, situation, surge, levers, assumed):
    """The terms of a general war under an option (mobilise, launch): the lottery of `agents/campaign.py`."""
    made = russia.decision
    aim, fighting, punishment, clash, shadow = war_now(russia, situation, surge, levers, assumed)
    made.open[option] = 1
    made.terms[option, AIM] = aim
    made.terms[option, FIGHTING] = fighting
    made.terms[option, PUNISHMENT] = punishment
    made.terms[option, CLASH] = clash
    made.terms[option, SHADOW] = shadow


@rule
def weigh_mobilisation(russia, situation, levers, assumed):
    """Gathering an army: worth what the crisis would be worth, less the cost of gathering it.

    Moscow foresees its own choice in the crisis as it will make it, by the same logit, once the others have shown how they stand
    (backward induction as in an agent quantal response equilibrium, 2.4). Being free to choose then is a term of its own.
    """
    made = russia.decision
    weigh_war(russia, MOBILISE, situation, 0.0, levers, assumed)
    launch = 0.0
    for term in range(len(TERMS)):
        launch += made.terms[MOBILISE, term]
    stand_down = -russia.grievance - russia.waiting_cost - price_of_backing_down(russia, levers)
    crisis = worth_of_crisis(russia, stand_down, assumed.precision * russia.precision, situation, levers, assumed)
    made.terms[MOBILISE, CHOICE_IN_CRISIS] = crisis - launch
    made.terms[MOBILISE, OWN_COST] = -russia.cost * assumed.mobilisation_cost


@rule
def weigh_strike(russia, situation, levers, assumed, punishment):
    """Striking the force: buys its exit if the coalition does not answer (T18), a clash if it does."""
    made = russia.decision
    answer = foreseen_answer(
        russia, STRIKE_ACT, 1.0, situation.troops, situation.capability, situation.legal, russia.belief, situation, levers, assumed
    )
    exit_chance = (1.0 - answer) * (0.6 - 0.3 * situation.legal)
    made.open[STRIKE] = 1
    made.terms[STRIKE, STATUS_QUO] = -0.4 * russia.grievance
    made.terms[STRIKE, AIM] = exit_chance * 0.6 * (0.5 * russia.value + russia.grievance)
    made.terms[STRIKE, PUNISHMENT] = -0.5 * punishment
    made.terms[STRIKE, CLASH] = -answer * russia.cost * clash_price(situation.capability, assumed)
    made.terms[STRIKE, OWN_COST] = -russia.cost * (assumed.strike_cost + 0.15 * situation.legal)


@rule
def weigh_crisis(russia, situation, levers, assumed, step):
    """With the army mobilised: launch, hold, or stand down. A concession met on the way makes standing down easier to bear."""
    made = russia.decision
    begin(made, step, CRISIS_NODE)
    surge = levers.us_air_surge * at_least(situation.stood_behind, 0.0)
    if situation.crisis_weeks >= FIRST_CRISIS_CHOICE:
        weigh_war(russia, LAUNCH, situation, surge, levers, assumed)
        made.terms[LAUNCH, OWN_COST] = -0.05
    made.open[HOLD] = 1
    made.terms[HOLD, STATUS_QUO] = -russia.grievance
    made.terms[HOLD, WAITING] = -russia.waiting_cost
    made.terms[HOLD, OWN_COST] = -0.08 - 0.02 * situation.crisis_weeks
    made.open[STAND_DOWN] = 1
    made.terms[STAND_DOWN, STATUS_QUO] = -russia.grievance
    made.terms[STAND_DOWN, WAITING] = -russia.waiting_cost
    made.terms[STAND_DOWN, OWN_COST] = -0.02
    made.terms[STAND_DOWN, AUDIENCE] = -price_of_backing_down(russia, levers)
    if situation.conceded == 1:
        made.terms[STAND_DOWN, LEVERAGE] = CONCESSION_VALUE * russia.value


class Russia(Capital):
    """Moscow in the Mesa model."""

    name = "Russia"
    field = "russia"
    options = OPTIONS
    terms = TERMS
    nodes = NODES

    def step(self) -> None:
        """Take Moscow's turn by its rule."""
        world = self.model.world
        act(world.russia, world.situation, world.levers, world.uncertainties, world.luck)
