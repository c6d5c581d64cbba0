"""What Moscow foresees: the allies' own rule, run with the will Moscow believes in.

A coalition may be hard or soft; Moscow believes the first with probability `belief`. Each kind answers as a representative
contributor would, by `agents/response.py`. With a spread of zero and one contributor this is the two-node deterrence tree
(X4, X5); a soft coalition then answers by mistake at low precision and not at high (T12).
"""

from .arithmetic import exp
from .belief import shown_by_failing_to, shown_by_standing_by, signals
from .campaign import defence, war_terms
from .curves import chance_of, soft_floor
from .quorum import agreed_chance
from .response import acted_on, excuse, score_with_toll
from .rule import rule
from .situation import ACT
from .uncertainty import About, Fixed, Uniform, coefficients

NUMBERS = coefficients(
    About.MOSCOW,
    Uniform("anticipation_weight", "factor", 0, 2, 1,
        "How much Moscow minds a window that closes or opens.", "T3, X2; assumption", luck=11),
    Fixed("resolve_spread", "log odds", 0, 2.5, 1.8,
        "How far a hard and a soft coalition lie apart in Moscow's mind.", "X4, X5", luck=12),
    Fixed("anticipation_margin", "utility", 0, 0.8, 0.3,
        "How far below living in peace a war may lie and still be weighed against a war a year on.", "X2; assumption", luck=465),
    Fixed("anticipation_sharpness", "per utility", 1, 20, 5,
        "How sharply what lies below that margin fades from mind.", "assumption", luck=466),
)  # fmt: skip


@rule
def believed_chance(score, belief, quorum, assumed):
    """Chance of an answer with force, at this score for a will of zero, by a coalition that is hard with probability `belief`.

    The voters of a hard coalition lean to force by the score with the spread of resolve added, those of a soft one by the score
    with the spread taken away; what they have to agree on decides the rest (`agents/quorum.py`).
    """
    hard = agreed_chance(assumed.answer_precision * (score + assumed.resolve_spread), quorum)
    soft = agreed_chance(assumed.answer_precision * (score - assumed.resolve_spread), quorum)
    return belief * hard + (1.0 - belief) * soft


@rule
def foreseen_answer(russia, act, touched, troops, capability, legal, belief, quorum, situation, levers, assumed):
    """Chance that the coalition answers an act with force, as Moscow foresees it: agrees on it, and acts on what it has agreed.

    `touched`: 1 if the act hits the force. Nobody there and nobody bound means no answer.
    """
    if troops <= 0.0 and legal <= 0.0:
        return 0.0
    present = 0.0
    toll = 0.0
    if troops > 0.0:
        present = 1.0
        if touched > 0.0:
            toll = situation.expected_toll[act]
    score = score_with_toll(
        russia.answer_terms,
        act,
        touched,
        present,
        toll,
        capability,
        legal,
        situation.stood_behind,
        excuse(situation, levers, assumed),
        0.0,
        levers,
        assumed,
    )
    return acted_on(act, touched, legal, assumed) * believed_chance(score, belief, quorum, assumed)


@rule
def foreseen_now(russia, act, touched, situation, levers, assumed):
    """Foreseen chance of an answer as things stand, where an act touches the force (`touched` 1) or does not (0)."""
    troops, capability, legal, quorum = situation.troops, situation.capability, situation.legal, situation.quorum
    return foreseen_answer(russia, act, touched, troops, capability, legal, russia.belief, quorum, situation, levers, assumed)


@rule
def foreseen_pair(russia, act, situation, levers, assumed):
    """Foreseen chances of an answer as things stand: where the act touches the force, and where it does not."""
    here = foreseen_now(russia, act, 1.0, situation, levers, assumed)
    elsewhere = foreseen_now(russia, act, 0.0, situation, levers, assumed)
    return here, elsewhere


@rule
def foreseen_fight(russia, cover, troops, capability, legal, belief, quorum, situation, levers, assumed):
    """Foreseen chance that the coalition fights in a general war: touched (chance `cover`), or as far as the law binds it."""
    elsewhere = foreseen_answer(russia, ACT.war, 0.0, troops, capability, legal, belief, quorum, situation, levers, assumed)
    if cover <= 0.0:
        return elsewhere
    here = foreseen_answer(russia, ACT.war, 1.0, troops, capability, legal, belief, quorum, situation, levers, assumed)
    return cover * here + (1.0 - cover) * elsewhere


@rule
def war_now(russia, situation, surge, levers, assumed):
    """Expected utility of war now, as its five terms (see `campaign.war_terms`); `surge` is Washington's crisis reinforcement."""
    answer = answer_to_war(russia, russia.belief, situation.capability, situation, levers, assumed)
    russia.foreseen_war = answer
    return war_if_answered(russia, answer, situation.capability, situation, surge, assumed)


@rule
def answer_to_war(russia, belief, capability, situation, levers, assumed):
    """Foreseen chance that a war now is answered with force, at some belief and capability."""
    return foreseen_fight(
        russia,
        situation.touch_war,
        situation.troops,
        capability,
        situation.legal,
        belief,
        situation.quorum,
        situation,
        levers,
        assumed,
    )


@rule
def war_if_answered(russia, answer, capability, situation, surge, assumed):
    """Expected utility of war now, as its five terms, if it is answered with this chance by a coalition of this capability."""
    held = defence(situation.ukrainian_power, situation, assumed)
    return war_terms(
        russia.value,
        russia.cost,
        situation.russian_power,
        held,
        capability,
        answer,
        situation.punishment,
        situation.legal,
        surge,
        assumed,
    )


@rule
def war_later(russia, situation, levers, assumed):
    """Expected utility of war a year from now, under the trends that everyone can see."""
    log_odds = signals(situation.troops_later, situation.capability_later, situation.legal_later, situation, levers, assumed)
    belief = chance_of(log_odds + russia.evidence)
    answer = foreseen_fight(
        russia,
        situation.touch_war_later,
        situation.troops_later,
        situation.capability_later,
        situation.legal_later,
        belief,
        situation.quorum_later,
        situation,
        levers,
        assumed,
    )
    held = defence(situation.ukrainian_power_later, situation, assumed)
    aim, fighting, punishment, clash, shadow = war_terms(
        russia.value,
        russia.cost,
        situation.russian_power_later,
        held,
        situation.capability_later,
        answer,
        situation.punishment,
        situation.legal_later,
        0.0,
        assumed,
    )
    return aim + fighting + punishment + clash + shadow


@rule
def anticipate(russia, situation, levers, assumed):
    """What waiting costs: positive when the window is closing, negative when it opens (X2, T3).

    Compares war now with war a year ahead; counts only near the margin, through a soft floor.
    """
    aim, fighting, punishment, clash, shadow = war_now(russia, situation, 0.0, levers, assumed)
    now = aim + fighting + punishment + clash + shadow
    later = war_later(russia, situation, levers, assumed)
    russia.war_utility = now
    russia.waiting_cost = assumed.anticipation_weight * (soft_floor(now, assumed) - soft_floor(later, assumed))


@rule
def choice_in_crisis(launch, stand_down, precision):
    """What a crisis is worth before its choice is made: launching or standing down, each as likely as the logit makes it (2.4)."""
    launches = chance_of(precision * (launch - stand_down))
    return launches * launch + (1.0 - launches) * stand_down


@rule
def launch_at(russia, belief, capability, surge, situation, levers, assumed):
    """Expected utility of launching at some belief, against some capability and crisis reinforcement."""
    answer = answer_to_war(russia, belief, capability, situation, levers, assumed)
    aim, fighting, punishment, clash, shadow = war_if_answered(russia, answer, capability, situation, surge, assumed)
    return aim + fighting + punishment + clash + shadow


@rule
def worth_of_crisis(russia, stand_down, precision, situation, levers, assumed):
    """What a crisis of Moscow's making is worth: it first sees whether Washington stands behind the coalition, then chooses.

    It foresees both beliefs it may then hold (`belief.believe`), each with the chance that makes the belief it holds now their
    mean, as Bayes requires. If the crisis shows everything this is the three-node deterrence game, where the resisted side may
    still back down (Zagare & Kilgour 2000, X4); if it shows nothing, the two-node game. If Washington stands by it sends what it
    promised for a crisis, and that is foreseen too (C10, RAND RR2533).
    """
    belief = russia.belief
    hard = belief * exp(shown_by_standing_by(levers, assumed))
    firm = hard / (hard + 1.0 - belief)
    hard = belief * exp(-shown_by_failing_to(levers, assumed))
    loose = hard / (hard + 1.0 - belief)
    stood_by = 1.0
    if firm > loose:
        stood_by = (belief - loose) / (firm - loose)
    if_firm = choice_in_crisis(
        launch_at(russia, firm, situation.capability_surged, levers.us_air_surge, situation, levers, assumed), stand_down, precision
    )
    if_loose = choice_in_crisis(
        launch_at(russia, loose, situation.capability, 0.0, situation, levers, assumed), stand_down, precision
    )
    return stood_by * if_firm + (1.0 - stood_by) * if_loose
