"""An ally's vote on an attack: restraint, pressure or force, and who has one."""

from .chance import PURPOSE, WHO, uniform
from .choice import Option, begin, choose
from .curves import chance_of
from .response import ANSWER_TERM, answer_score, excuse, force_chance
from .rule import rule
from .table import places, ranked
from .uncertainty import About, Fixed, coefficients

VOTES = ranked(
    Option("restraint", 0, "leave the attack unanswered"),
    Option("pressure", 1, "protest, sanctions, reinforcement of Ukraine"),
    Option("force", 2, "fight"),
)
VOTE = places(VOTES)
VOTE_NODES = ("answer",)


NUMBERS = coefficients(
    About.ALLIES,
    Fixed("pressure_hostility", "log odds", 0, 2, 0.5,
        "Weight of Moscow's conduct in answering with pressure.", "C21; size assumption", luck=641),
)  # fmt: skip


@rule
def has_a_say(ally, situation):
    """Whether this ally has a say in the answer: contributors if there are any, otherwise the parties to a guarantee.

    Parties are the states of the coalition, whatever they send: a commitment binds states, so who has promised troops, and who
    follows those who do, makes no difference to it (C5, C6; profiles: `in_coalition`).
    """
    if situation.troops > 0.0:
        return ally.troops > 0.0
    return ally.in_coalition == 1 and situation.legal > 0.0


@rule
def vote(ally, situation, common_will, levers, assumed, luck):
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
        made.terms[VOTE.force],
        attack.act,
        attack.touched * present,
        present,
        attack.deaths,
        situation.capability,
        situation.legal,
        situation.stood_behind,
        excuse(situation, levers, assumed),
        common_will + ally.national_will,
        levers,
        assumed,
    )
    force = force_chance(score, assumed)
    pressing = ally.threat + assumed.pressure_hostility * situation.hostility
    made.terms[VOTE.pressure, ANSWER_TERM.alarm] = pressing
    pressure = (1.0 - force) * chance_of(pressing)
    for option in range(len(VOTES)):
        made.open[option] = 1
    made.utility[VOTE.force] = score
    made.utility[VOTE.pressure] = pressing
    made.probability[VOTE.force] = force
    made.probability[VOTE.pressure] = pressure
    made.probability[VOTE.restraint] = 1.0 - force - pressure
    return choose(made, uniform(luck, WHO.first_ally + ally.luck, PURPOSE.vote))
