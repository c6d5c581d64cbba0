"""An ally's vote on an attack: restraint, pressure or force, and who has one."""

from .chance import FIRST_ALLY, VOTE, uniform
from .choice import Option, begin, settle
from .commitment import SUPPORTING
from .curves import chance_of
from .response import ALARM, BASE, answer_score, excuse, force_chance
from .rule import rule
from .situation import PROBE

VOTES = (
    Option("restraint", "leave the attack unanswered"),
    Option("pressure", "protest, sanctions, reinforcement of Ukraine"),
    Option("force", "fight"),
)
(RESTRAINT, PRESSURE, FORCE) = range(len(VOTES))
VOTE_NODES = ("answer",)


@rule
def has_a_say(ally, situation):
    """Whether this ally has a say in the answer: contributors if there are any, otherwise supporters bound by a guarantee."""
    if situation.troops > 0.0:
        return ally.troops > 0.0
    return ally.status >= SUPPORTING and situation.legal > 0.0


@rule
def vote(ally, situation, common_will, levers, assumed, luck, index):
    """An ally's vote on an attack: restraint, pressure or force, by the rule Moscow foresees with. Returns the vote.

    Two steps, each with utilities in log odds: force or not, by the score; short of force, pressure or restraint.
    """
    made = ally.answer
    attack = situation.attack
    begin(made, luck.step, 0)
    present = 0.0
    if ally.troops > 0.0:
        present = 1.0
    score = answer_score(
        made.terms[FORCE],
        attack.act,
        attack.touched * present,
        present,
        attack.deaths,
        situation.capability,
        situation.legal,
        situation.stood_behind,
        excuse(situation, levers),
        common_will + ally.national_will,
        levers,
        assumed,
    )
    force = force_chance(score, attack.touched * present, assumed)
    if attack.act != PROBE:
        made.terms[PRESSURE, BASE] = 0.5
    made.terms[PRESSURE, ALARM] = ally.threat + 0.5 * situation.hostility
    pressing = made.terms[PRESSURE, BASE] + made.terms[PRESSURE, ALARM]
    pressure = (1.0 - force) * chance_of(pressing)
    for option in range(len(VOTES)):
        made.open[option] = 1
    made.utility[FORCE] = score
    made.utility[PRESSURE] = pressing
    made.probability[FORCE] = force
    made.probability[PRESSURE] = pressure
    made.probability[RESTRAINT] = 1.0 - force - pressure
    return settle(made, uniform(luck, FIRST_ALLY + index, VOTE))
