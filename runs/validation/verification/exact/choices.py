"""At the moment of choice: what one thing may do to what Moscow's acts are worth to it, all else equal, in random situations.

Provocation can only tempt to force and deterrence only hold back from it; nothing that is not there is felt; an answer that is
slower or harder to agree on deters no more. Each is asked of Moscow's own rule with everything else as it was, so one breach in any
situation is a defect. Looking ahead is left out where it would bring in a second cause: a coalition that will deter later makes
waiting costly, so without it waiting is cheaper too (X2).

Mobilising is asked of a Moscow that foresees no mistake of its own. Otherwise its worth is that of a crisis in which Moscow may err
(an agent quantal response equilibrium, 2.4), and what makes a bad launch less bad may also make it likelier by mistake: a property
of such equilibria, not of deterrence. How often that turns the order is told in the remark.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from .....agents import grievance
from .....agents.russia import MOSCOW
from .....model.levers import LEVERS
from ..agreement import holds
from ..check import Check, Group, Scope
from ..settings import Draws, any_value, luck_of
from ..signs import minds

SITUATIONS = Draws(200)
"""Random situations in which each is asked, whatever the effort: they cost little."""
SOURCE = "by construction; C32, X4"
ROUNDING = 1e-9
GRAVE = {"seize": MOSCOW.seize, "strike": MOSCOW.strike, "mobilise": MOSCOW.mobilise, "launch": MOSCOW.launch}
"""Acts of force, a launch in a crisis included."""
NEVER = -1000.0
"""Log odds of a coalition that never answers."""
OF_TROOPS = ("share_in_cities", "share_on_line", "rules_of_engagement", "deploy_start", "weeks_to_deploy", "nato_mission")
"""Levers that describe a force, or the flag it would stand under."""

UNERRING = 1e6
"""Precision at which Moscow takes the better option for certain, per utility."""

Change = Callable[[np.record, int], None]


class Worth(NamedTuple):
    """What an act is worth to Moscow over what it could do instead (comply, or stand down), where it is open."""

    act: str
    utility: float


def checks(effort: int) -> Iterator[Check]:
    """Provocation, deterrence, what is not there, and answers that come late or not at all."""
    yield never("without provocation no act of force is worth more than with it", as_it_is, unprovoked, dearer)
    yield never("without fear of an answer no act of force is worth less than with it", no_later, unanswered, cheaper)
    yield never("where a clash costs nothing no act of force is worth less than where it does", no_later, free_of_price, cheaper)
    yield nothing_is_not_felt()
    yield never("a quorum that cannot be reached deters as little as no answer", never_answered, out_of_reach, apart)
    yield never("a slower answer makes no act of force dearer", hours(first=True), hours(first=False), cheaper)
    yield never("an answer that more must agree on makes no act of force dearer", quorum(first=True), quorum(first=False), cheaper)


def never(statement: str, before: Change, after: Change, breach: Callable[[float, float], bool]) -> Check:
    """That no act of force changes its worth from `before` to `after` so that it is a breach, in any situation."""
    told, cases, mistaken = [], 0, 0
    for place, (one, other) in enumerate(zip(minds.copies(SITUATIONS), minds.copies(SITUATIONS), strict=True)):
        before(one, place)
        after(other, place)
        mistaken += breach(mobilising(one), mobilising(other))
        for (act, was), (_, now) in zip(worth_of_force(one), worth_of_force(other), strict=True):
            cases += 1
            if breach(was, now):
                told.append(f"situation {place}: to {act} is worth {now:g} instead of {was:g}")
    remark = f"with Moscow's own mistakes foreseen: mobilising, in {mistaken} of {SITUATIONS.number} situations" if mistaken else ""
    return holds("at the choice", Group.EXACT, Scope.PART, statement, SOURCE, told, cases, remark)


def worth_of_force(world: np.record) -> list[Worth]:
    """What every act of force that is open is worth over complying, and launching over standing down, its army gathered."""
    world.uncertainties.precision = UNERRING
    found = []
    for look, instead in ((minds.strategic, MOSCOW.comply), (minds.in_crisis, MOSCOW.stand_down)):
        look(world)
        made = world.russia.decision
        found += [
            Worth(name, float(made.utility[act] - made.utility[instead])) for name, act in GRAVE.items() if made.open[act] == 1
        ]
    return found


def mobilising(world: np.record) -> float:
    """What mobilising is worth over complying to a Moscow that foresees its own mistakes."""
    minds.strategic(world)
    utility = world.russia.decision.utility
    return float(utility[MOSCOW.mobilise] - utility[MOSCOW.comply])


def dearer(was: float, now: float) -> bool:
    """Worth more than before: a breach where it may only lose."""
    return now > was + ROUNDING


def cheaper(was: float, now: float) -> bool:
    """Worth less than before: a breach where it may only gain."""
    return now < was - ROUNDING


def apart(was: float, now: float) -> bool:
    """Worth more or less than before: a breach where it is the same."""
    return abs(now - was) > ROUNDING


def as_it_is(world: np.record, place: int) -> None:
    """The situation as it was drawn."""


def unprovoked(world: np.record, place: int) -> None:
    """Neither capability nor flags are resented."""
    world.uncertainties.fear_size = world.uncertainties.affront_size = 0.0


def no_later(world: np.record, place: int) -> None:
    """Nobody looks ahead."""
    world.uncertainties.anticipation_weight = 0.0


def unanswered(world: np.record, place: int) -> None:
    """Nobody looks ahead, and no coalition ever answers with force."""
    no_later(world, place)
    world.uncertainties.answer_base = NEVER


def never_answered(world: np.record, place: int) -> None:
    """The same where the votes for it are American troops in part."""
    some_americans(world, place)
    unanswered(world, place)


def out_of_reach(world: np.record, place: int) -> None:
    """All must agree, and some of the troops are of a Washington that does not: no answer can be agreed."""
    some_americans(world, place)
    no_later(world, place)
    world.levers.response_quorum = 1.0


def some_americans(world: np.record, place: int) -> None:
    """A part of the troops is American, and Washington stands behind nobody."""
    world.coalition.american_troops = 0.3 * world.coalition.troops
    world.coalition.allied_troops = 0.7 * world.coalition.troops
    world.levers.us_ground_troops = world.coalition.american_troops
    world.uncertainties.american_troops_vote_from = 2.0


def free_of_price(world: np.record, place: int) -> None:
    """Nobody looks ahead, and fighting the coalition costs Moscow nothing."""
    no_later(world, place)
    world.uncertainties.clash_cost = world.uncertainties.escalation_cost = 0.0


def hours(first: bool) -> Change:
    """An answer after the shorter of two random times, or after the longer."""
    return lambda world, place: set_one_of_two(world, "response_hours", place, first)


def quorum(first: bool) -> Change:
    """An answer by the lower of two random quorums, or by the higher."""
    return lambda world, place: set_one_of_two(world, "response_quorum", place, first)


def set_one_of_two(world: np.record, name: str, place: int, first: bool) -> None:
    """Nobody looks ahead, and a lever has the lower of two random values, or the higher."""
    no_later(world, place)
    drawn = sorted(any_value(LEVERS[name], luck_of(f"{which} {name}", place)) for which in ("one", "other"))
    world.levers[name] = drawn[0] if first else drawn[1]


def nothing_is_not_felt() -> Check:
    """No troops there, none announced: nothing that would describe them changes what Moscow fears and resents."""
    told, cases = [], 0
    for place, world in enumerate(minds.copies(SITUATIONS)):
        empty(world)
        was = felt(world)
        for name in OF_TROOPS:
            other = world.copy()
            other.levers[name] = any_value(LEVERS[name], luck_of(f"other {name}", place))
            other.coalition.mission = int(other.levers.nato_mission)
            cases += 1
            if felt(other) != was:
                told.append(f"situation {place}: {name} is felt although nobody is there")
    statement = "where no troops are nor will be, nothing that would describe them is feared or resented"
    return holds("at the choice", Group.EXACT, Scope.PART, statement, SOURCE, told, cases)


def empty(world: np.record) -> None:
    """No troops now, none announced and none a year ahead; the authority for them stands."""
    coalition = world.coalition
    coalition.troops = coalition.allied_troops = coalition.american_troops = 0.0
    coalition.promised_troops = coalition.peak_troops = coalition.announced = 0.0
    coalition.joiners = coalition.contributors = 0
    coalition.votes = coalition.votes_announced = 0.0


def felt(world: np.record) -> tuple[float, float]:
    """Fear and affront, after a look at the world as it is."""
    minds.look(world)
    seen, mind = world.situation, world.russia
    grievance.resent(mind, seen, world.levers, world.uncertainties)
    return float(mind.fear), float(mind.affront)
