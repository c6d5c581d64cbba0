"""What a war would bring: the lottery that Moscow weighs (Fearon 1995), on the square law of attrition.

The chance of winning is the chance that the attacker wins a Lanchester square-law campaign against a defender of quality k when
nobody knows how effective the offensive will be (logistic uncertainty): sg(g [ln(A/D) - ln(k)/2]). `model/fighting.py` fights the
war by that very law, so what is weighed is what happens.
"""

from .arithmetic import log
from .curves import chance_of
from .rule import phrase, rule
from .uncertainty import About, Fixed, coefficients

NUMBERS = coefficients(
    About.MOSCOW,
    Fixed("military_cost", "utility", 0.3, 0.6, 0.44, "Cost of a war at parity.", "T1; assumption", luck=21),
    Fixed("clash_cost", "utility", 0.8, 2.4, 1.6,
        "Cost of fighting the states whose troops stand there.", "C18, C27, C31", luck=24),
    Fixed("escalation_cost", "utility", 0, 0.3, 0.15, "Shadow of escalation beyond Ukraine.", "T8, C52", luck=25),
    Fixed("defender_advantage", "quality ratio", 1.2, 2.2, 1.6,
        "Quality of defence at the theatre's scale, square law.", "T30, X14", luck=85),
    Fixed("war_certainty", "per log ratio", 1.5, 3, 2.2,
        "How surely the stronger side wins a campaign.", "2.11; assumption", luck=86),
    Fixed("denial", "index", 0, 0.5, 0.25, "What the force adds to Ukraine's defence at full capability.", "C28", luck=89),
    Fixed("defence_intelligence", "share", 0, 0.4, 0.15,
        "What full outside intelligence adds to Ukraine's strength on the defensive.", "C15, C19; size assumption", luck=476),
    Fixed("defence_air_defence", "share", 0, 0.25, 0.08,
        "What full outside air defence adds to it.", "C16; size assumption", luck=477),
    Fixed("warning_gain", "share", 0, 0.3, 0.1,
        "What a mobilisation seen in full adds to the defender's strength.", "T16, C15; size assumption", luck=478),
    Fixed("warning_base", "share", 0, 0.35, 0.25,
        "How much of a mobilisation Ukraine sees by itself.", "C15; size assumption", luck=479),
    Fixed("warning_intelligence", "share", 0.2, 0.65, 0.6,
        "How much more of it full outside intelligence sees.", "C15; size assumption", luck=480),
    Fixed("reinforcement_share", "factor", 1, 4, 2.2,
        "What the force's denial adds to Ukraine's defence in proportion to it, by stiffening it.",
        "C28; size assumption", luck=481),
    Fixed("reinforcement_own", "power", 0, 0.8, 0.35,
        "What the force's denial adds to the defence by itself, as land power.", "C28; size assumption", luck=482),
    Fixed("military_cost_fixed", "share", 0, 1, 0.5,
        "Part of the cost of a war at parity that is paid however weak the defender.", "T1; assumption", luck=483),
    Fixed("clash_cost_surge", "share", 0, 1, 0.5,
        "How much dearer a clash is with what Washington adds in a crisis.", "RAND RR2533; size assumption", luck=484),
    Fixed("escalation_cost_answer", "share", 0, 1, 0.3,
        "The shadow of escalation that being fought casts, against that of a treaty.", "T8, C52; size assumption", luck=485),
    Fixed("clash_cost_floor", "share", 0, 0.6, 0.25,
        "Part of the cost of a clash that a coalition without capability exacts.", "C31; size assumption", luck=486),
)  # fmt: skip


@rule
def victory_chance(attacker, defender, quality, certainty):
    """Chance that the attacker wins; one half at a ratio of the square root of the defender's quality (T30)."""
    return chance_of(0.5 * certainty * log(attacker * attacker / (defender * defender * quality)))


@rule
def defence(ukrainian_power, situation, assumed):
    """Ukraine's strength on the defensive: intelligence and air defence multiply it (C15, C16).

    In a crisis the defender has warning: it is stronger, as far as the mobilisation is seen (assumption).
    """
    strength = ukrainian_power * (
        1.0 + assumed.defence_intelligence * situation.intelligence + assumed.defence_air_defence * situation.air_defence
    )
    if situation.crisis == 1:
        strength *= 1.0 + assumed.warning_gain * (assumed.warning_base + assumed.warning_intelligence * situation.intelligence)
    return strength


@rule
def reinforced(defence, capability, assumed):
    """The same with the coalition fighting beside it: little, for the force is not built for that (C28)."""
    denial = assumed.denial * capability
    return defence * (1.0 + assumed.reinforcement_share * denial) + assumed.reinforcement_own * denial


@rule
def war_terms(value, cost, russian_power, defence, capability, answer, punishment, legal, surge, assumed):
    """Moscow's expected utility of war, term by term: aim, fighting, punishment, clash, shadow of escalation.

    `answer` is the foreseen chance that the coalition fights; `surge` (0 to 1) what Washington adds in a crisis.
    """
    alone = victory_chance(russian_power, defence, assumed.defender_advantage, assumed.war_certainty)
    together = victory_chance(
        russian_power, reinforced(defence, capability, assumed), assumed.defender_advantage, assumed.war_certainty
    )
    aim = value * ((1.0 - answer) * alone + answer * together)
    fighting = (
        -cost
        * assumed.military_cost
        * (assumed.military_cost_fixed + (1.0 - assumed.military_cost_fixed) * defence / russian_power)
    )
    clash = -cost * answer * clash_price(capability, assumed) * (1.0 + assumed.clash_cost_surge * surge)
    shadow = -cost * assumed.escalation_cost * (legal * legal + assumed.escalation_cost_answer * answer)
    return aim, fighting, -cost * punishment, clash, shadow


@phrase
def clash_price(capability, assumed):
    """Cost of fighting the states whose troops stand there: resolve times capability (C31)."""
    return assumed.clash_cost * (assumed.clash_cost_floor + (1.0 - assumed.clash_cost_floor) * capability)
