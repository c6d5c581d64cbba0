"""Moscow, Washington and an ally in a crisis: two- and three-player games inside the model, their payoffs taken from its terms."""

import math
from typing import NamedTuple

import numpy as np

from .....agents import russia as moscow
from .....agents import united_states as washington
from .....agents.belief import shown_by_failing_to, shown_by_standing_by
from .....agents.choice import add_up, begin, logit
from .....agents.curves import chance_of
from .....agents.foresight import war_if_answered
from .....agents.response import answer_score, excuse, force_chance, law_that_enters
from .....agents.situation import ACT
from .....agents.vote import VOTE, vote
from .....model.observation import observe
from .....model.uncertainties import UNCERTAINTIES
from ..stage import speak_with_one_voice, weigh_crisis, weigh_strategic
from .tree import Choice, End, Node, chance, equilibrium

MOSCOW, GUARANTOR, WASHINGTON = range(3)
CRISIS = ("stand_down", "hold", "launch")
OPTIONS = (moscow.MOSCOW.stand_down, moscow.MOSCOW.hold, moscow.MOSCOW.launch)
STANCES = ("concede", "restrain", "back")
STANCE_OPTIONS = (washington.WASHINGTON.concede, washington.WASHINGTON.restrain, washington.WASHINGTON.back)

LONG_ENOUGH = UNCERTAINTIES["first_crisis_choice"].high
"""Weeks after which every Moscow may launch."""

Errors = list[float]


def score_of(world: np.record, touched: float, capability: float) -> float:
    """What answering a war with force is worth to a contributor with a will of zero, by the rule of the answer."""
    situation = world.situation
    return float(
        answer_score(
            world.russia.answer_terms,
            ACT.war,
            touched,
            1.0,
            world.situation.expected_deaths[ACT.war] * touched,
            capability,
            situation.legal,
            situation.stood_behind,
            excuse(situation, world.levers, world.uncertainties),
            0.0,
            world.levers,
            world.uncertainties,
        )
    )


def moscow_precision(world: np.record) -> float:
    """How surely Moscow chooses at grave moments."""
    return float(world.uncertainties.precision * world.russia.precision)


def ends_of_war(world: np.record, own_cost: float, surge: float, capability: float) -> tuple[float, float]:
    """What launching is worth to Moscow if it is not answered, and if it is: the two ends between which its terms are linear."""
    unanswered, answered = (
        sum(war_if_answered(world.russia, answer, capability, world.situation, surge, world.uncertainties)) + own_cost
        for answer in (0.0, 1.0)
    )
    return float(unanswered), float(answered)


class Offensive(NamedTuple):
    """A general offensive as it is weighed: its own cost, Washington's crisis reinforcement, the coalition's capability."""

    own_cost: float
    surge: float
    capability: float


def war_node(world: np.record, belief: float, offensive: Offensive, name: str, others: int = 0) -> Node:
    """The offensive touches the force or not; the coalition is hard or soft; touched, or bound and heard, it fights or not."""
    padding = (0.0,) * others
    ends = ends_of_war(world, *offensive)
    spread = world.uncertainties.resolve_spread

    def answered(touched: float, kind: str) -> Node:
        fights = score_of(world, touched, offensive.capability) + (spread if kind == "hard" else -spread)
        label = f"{name} {kind} {'touched' if touched else 'untouched'}"
        return Choice(GUARANTOR, label, {"not": End((ends[0], 0.0, *padding)), "force": End((ends[1], fights, *padding))})

    def kinds(touched: float) -> Node:
        return chance(belief, answered(touched, "hard"), answered(touched, "soft"))

    unheard = End((ends[0], 0.0, *padding))
    bound = float(law_that_enters(world.situation.legal))
    elsewhere = chance(bound, kinds(0.0), unheard)
    return chance(world.situation.touch_war, kinds(1.0), elsewhere)


def gathered(world: np.record) -> np.record:
    """The world with the army gathered for long enough to launch, whatever that takes here, and one ally for all."""
    world.situation.crisis, world.situation.crisis_weeks = 1, LONG_ENOUGH
    speak_with_one_voice(world)
    return world


def decided(world: np.record) -> np.ndarray:
    """Chances of standing down, holding and launching, by Moscow's rule."""
    weigh_crisis(world)
    moscow.decide(world.russia, world.uncertainties, 0.5)
    return world.russia.decision.probability[list(OPTIONS)].copy()


def deterrence(world: np.record) -> Errors:
    """Two players: Moscow launches, holds or stands down; the coalition, hard or soft, fights or not."""
    gathered(world)
    found = decided(world)
    made, belief = world.russia.decision, float(world.russia.belief)
    surge = world.levers.us_air_surge * max(float(world.situation.stood_behind), 0.0)
    own = float(made.terms[moscow.MOSCOW.launch, moscow.MOSCOW_TERM.own_cost])
    offensive = Offensive(own, surge, float(world.situation.capability))
    actions: dict[str, Node] = {
        name: End((float(made.utility[option]), 0.0)) for name, option in zip(CRISIS[:2], OPTIONS[:2], strict=True)
    }
    actions["launch"] = war_node(world, belief, offensive, "war")
    solved = equilibrium(Choice(MOSCOW, "crisis", actions), (moscow_precision(world), world.uncertainties.answer_precision))
    errors = [solved[f"crisis:{name}"] - chance for name, chance in zip(CRISIS, found, strict=True)]
    spread = world.uncertainties.resolve_spread
    for kind, will in (("hard", spread), ("soft", -spread)):
        name = f"war {kind} touched:force"
        if name in solved:
            errors.append(solved[name] - force_chance(score_of(world, 1.0, offensive.capability) + will, world.uncertainties))
    return errors


def mobilisation(world: np.record) -> Errors:
    """Two players, three stages: Moscow mobilises or not, sees whether Washington stands by, then launches or stands down."""
    speak_with_one_voice(world)
    audience = float(weigh_crisis(world).terms[moscow.MOSCOW.stand_down, moscow.MOSCOW_TERM.audience])
    world.situation.crisis = 0
    made = weigh_strategic(world)
    russia, levers, assumed = world.russia, world.levers, world.uncertainties
    own = float(made.terms[moscow.MOSCOW.mobilise, moscow.MOSCOW_TERM.own_cost])
    comply, belief = float(made.utility[moscow.MOSCOW.comply]), float(russia.belief)
    stand_down = comply + audience + own
    reinforced = Offensive(own, float(levers.us_air_surge), float(world.situation.capability_surged))
    left_alone = Offensive(own, 0.0, float(world.situation.capability))
    before = math.log(belief / (1.0 - belief))
    firm = float(chance_of(before + shown_by_standing_by(levers, assumed)))
    loose = float(chance_of(before - shown_by_failing_to(levers, assumed)))
    stood_by = (belief - loose) / (firm - loose) if firm > loose else 1.0

    def later(name: str, posterior: float, offensive: Offensive) -> Node:
        return Choice(MOSCOW, name, {"stand_down": End((stand_down, 0.0)), "launch": war_node(world, posterior, offensive, name)})

    crisis = chance(stood_by, later("firm", firm, reinforced), later("loose", loose, left_alone))
    root = Choice(MOSCOW, "calm", {"comply": End((comply, 0.0)), "mobilise": crisis})
    solved = equilibrium(root, (moscow_precision(world), assumed.answer_precision))
    for option in range(len(made.open)):
        made.open[option] = int(option in {moscow.MOSCOW.comply, moscow.MOSCOW.mobilise})
    logit(made, moscow_precision(world))
    return [
        solved["calm:comply"] - made.probability[moscow.MOSCOW.comply],
        solved["calm:mobilise"] - made.probability[moscow.MOSCOW.mobilise],
    ]


def three_capitals(world: np.record) -> Errors:
    """Three players: Washington backs, restrains or concedes; Moscow sees it and chooses; an ally of middling will votes."""
    gathered(world)
    world.field.crisis, world.field.crisis_weeks = 1, LONG_ENOUGH
    assumed, united_states = world.uncertainties, world.united_states
    assumed.resolve_spread = 0.0
    voter = next(each for each in world.allies if each.troops > 0.0)
    voter.national_will = 0.0
    begin(united_states.decision, 0, washington.WASHINGTON_NODE.crisis)
    washington.weigh_crisis(united_states, world.situation, world.levers, world.uncertainties)
    add_up(united_states.decision)
    logit(united_states.decision, float(world.uncertainties.washington_crisis_precision))
    stances, found = {}, {}
    for stance, option in zip(STANCES, STANCE_OPTIONS, strict=True):
        found[f"washington:{stance}"] = united_states.decision.probability[option]
        united_states.stance_in_crisis = option
        observe(world)
        moscow.perceive(world.russia, world.situation, world.levers, assumed)
        chances = decided(world)
        found.update({f"{stance}:{name}": each for name, each in zip(CRISIS, chances, strict=True)})
        found[f"{stance} hard touched:force"] = vote_for_force(world, voter)
        utility = world.russia.decision.utility
        worth = float(united_states.decision.utility[option])
        own = float(world.russia.decision.terms[moscow.MOSCOW.launch, moscow.MOSCOW_TERM.own_cost])
        surge = world.levers.us_air_surge * max(float(world.situation.stood_behind), 0.0)
        launch = war_node(world, 1.0, Offensive(own, surge, float(world.situation.capability)), stance, 1)
        actions: dict[str, Node] = {
            name: End((float(utility[each]), 0.0, 0.0)) for name, each in zip(CRISIS[:2], OPTIONS[:2], strict=True)
        }
        stances[stance] = with_worth(Choice(MOSCOW, stance, {**actions, "launch": launch}), worth)
    root = Choice(WASHINGTON, "washington", stances)
    solved = equilibrium(
        root, (moscow_precision(world), assumed.answer_precision, float(world.uncertainties.washington_crisis_precision))
    )
    return [solved[name] - chance for name, chance in found.items() if name in solved]


def vote_for_force(world: np.record, voter: np.record) -> float:
    """Chance that this ally votes for force on a war that touches its troops with the deaths that were to be expected."""
    attack = world.situation.attack
    attack.act, attack.touched, attack.deaths = ACT.war, 1, world.situation.expected_deaths[ACT.war]
    vote(voter, world.situation, 0.0, world.levers, world.uncertainties, world.luck)
    return float(voter.answer.probability[VOTE.force])


def with_worth(node: Node, worth: float) -> Node:
    """The same tree, every end of which is worth this to Washington."""
    if isinstance(node, End):
        return End((*node.worth[:WASHINGTON], worth))
    if isinstance(node, Choice):
        return Choice(node.player, node.name, {name: with_worth(each, worth) for name, each in node.actions.items()})
    return type(node)(node.first, with_worth(node.if_so, worth), with_worth(node.if_not, worth))
