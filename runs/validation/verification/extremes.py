"""The rules at their limits: nobody there, nobody willing, the shortest and a long horizon, every end of every range, symmetry."""

import math
from collections.abc import Callable, Iterable, Iterator

import numpy as np

from ....agents import ally as allies
from ....agents.campaign import victory_chance
from ....agents.choice import NOTHING
from ....agents.declaration import Declarations
from ....agents.russia import MOSCOW
from ....agents.vote import VOTES
from ....agents.willingness import weigh_mood
from ....model.answer import count_votes
from ....model.deployment import count_commitments
from ....model.fighting import fight_war, square_law
from ....model.future import new_world
from ....model.levers import LEVERS
from ....model.outcomes import EVENT
from ....model.scenario import Scenario, load
from ....model.uncertainties import UNCERTAINTIES
from .agreement import holds
from .check import Check, Group, Scope
from .invariants import followed, none_yet
from .moments import moments, play_on, weekly
from .stage import stripped

SOURCE = "by construction"
SEED = 200
FORCE = "limited_reassurance_force"
CERTAIN = 1000.0
"""Log odds at which a coalition never, or always, answers."""
HORIZONS = (1, 2000)
WEEKS_AT_AN_END = 60
SHARES_OF_THE_FORCE = ("share_in_cities", "share_on_line")


def checks(effort: int) -> Iterator[Check]:
    """Every limit in turn."""
    yield at_every_end(LEVERS, lambda base, name, value: base.with_levers({**alone(name), name: value}), "lever")
    yield at_every_end(UNCERTAINTIES, lambda base, name, value: base.with_pins({name: value}), "uncertainty")
    yield horizons()
    yield nobody_there(effort)
    yield will(effort)
    yield resolve(effort, -CERTAIN, "no resolve: no vote for force, no clash, and Moscow expects none")
    yield resolve(effort, CERTAIN, "full resolve: the coalition answers every strike on the force")
    yield symmetry(effort)
    yield order_of_turns(effort)
    yield order_of_states(effort)


def whole(label: str, statement: str, breaches: Iterable[str], cases: int, remark: str = "") -> Check:
    """A check of the whole model."""
    return holds(label, Group.EXTREME, Scope.WHOLE, statement, SOURCE, breaches, cases, remark)


def alone(name: str) -> dict[str, float]:
    """Where the force stands is one whole: while one share is at its end, the other is zero."""
    return dict.fromkeys(SHARES_OF_THE_FORCE, 0.0) if name in SHARES_OF_THE_FORCE else {}


def at_every_end(declared: Declarations, changed: Callable[[Scenario, str, float], Scenario], kind: str) -> Check:
    """One future at both ends of everything declared, all else as in the limited force; every invariant, every week."""
    told: list[str] = []
    weeks = 0
    for name, quantity in declared.items():
        for value in (quantity.low, quantity.high):
            breaches = none_yet()
            weeks += followed(new_world(changed(load(FORCE), name, value), SEED, weeks=WEEKS_AT_AN_END), breaches)
            told += [f"{name} at {value:g}, {each}" for found in breaches.values() for each in found]
    return whole("ends", f"every {kind} at both ends of its range breaks no invariant", told, weeks, "weeks played")


def horizons() -> Check:
    """Futures of one week and of 2,000 weeks end there or earlier, and keep every invariant on the way."""
    told: list[str] = []
    weeks = 0
    for horizon in HORIZONS:
        for preset in (FORCE, "full_nato_mission"):
            breaches = none_yet()
            played = followed(new_world(load(preset), SEED, weeks=horizon), breaches)
            weeks += played
            told += [f"{preset}, {horizon} weeks: {each}" for found in breaches.values() for each in found]
            if not 1 <= played <= horizon:
                told.append(f"{preset}: {played} of {horizon} weeks played")
    return whole(
        "horizons", "futures of one week and of 2,000 weeks break no invariant and do not run over", told, weeks, "weeks played"
    )


def nobody_there(effort: int) -> Check:
    """A ceiling of zero is the twin without troops to the last bit, and nobody is there to be attacked."""
    told = []
    none, twin = load(FORCE).with_levers({"troop_ceiling": 0.0}), load(f"{FORCE}_without_troops")
    for run in range(effort):
        world = play_on(new_world(none, SEED, run))
        if world.tobytes() != play_on(new_world(twin, SEED, run)).tobytes():
            told.append(f"run {run}: not the twin's future")
        if world.coalition.peak_troops > 0.0 or world.outcome.first[EVENT.attack_on_force] != NOTHING:
            told.append(f"run {run}: a force that is not there")
    return whole("zero troops", "no troops: the twin's future to the last bit, and no attack on the force", told, effort, "futures")


def will(effort: int) -> Check:
    """Washington's will at zero and held there: it delivers less and less, and every invariant holds."""
    told: list[str] = []
    still = {"will_noise": 0.0, "election_spread": 0.0, "midterm_spread": 0.0, "will_return": 0.0}
    for run in range(effort):
        worlds = new_world(load(FORCE).with_pins(still), SEED, run)
        worlds[0].united_states.will = worlds[0].united_states.level = 0.0
        breaches = none_yet()
        followed(worlds, breaches)
        told += [f"run {run}, {each}" for found in breaches.values() for each in found]
        if worlds[0].united_states.will != 0.0:
            told.append(f"run {run}: the will rose by itself")
    return whole("zero will", "no will in Washington, ever: breaks no invariant, and stays zero", told, effort, "futures")


def resolve(effort: int, base: float, statement: str) -> Check:
    """Futures of a coalition that never answers, or always does; the readiness is written past its declared range.

    Strikes on the force come cheap in them, so that there is something to answer.
    """
    told = []
    struck = 0
    scenario = load(FORCE).with_levers({"us_ground_troops": 0.0, "share_in_cities": 0.0, "share_on_line": 0.5})
    for run in range(effort):
        worlds = new_world(scenario, SEED, run)
        worlds[0].uncertainties.answer_base, worlds[0].uncertainties.strike_cost = base, -1.0
        for world in weekly(worlds):
            where = f"run {run}, week {world.week:g}: "
            made = world.russia.decision
            strike = made.step == world.outcome.last_step and made.chosen == MOSCOW.strike
            struck += strike
            if base < 0.0 and (world.coalition.force_share > 0.0 or world.russia.foreseen_war > 0.0 or world.outcome.clashes):
                told.append(f"{where}force in spite of no resolve")
            if base > 0.0 and strike and world.coalition.force_share < 1.0:
                told.append(f"{where}a strike not answered by all")
    return whole("zero resolve" if base < 0.0 else "full resolve", statement, told, struck, f"strikes in {effort} futures")


def symmetry(effort: int) -> Check:
    """Identical sides fare alike: in the formula, in the odds, in a war, and two states that are the same decide the same."""
    told = []
    draw = np.random.default_rng(SEED)
    for _ in range(effort):
        strength, rate, weeks = draw.uniform(0.2, 2.0), draw.uniform(0.005, 0.1), draw.uniform(0.1, 20.0)
        left, right = square_law(strength, strength, rate, rate, weeks)
        if left != right or victory_chance(strength, strength, 1.0, 2.2) != 0.5:
            told.append(f"equal strengths of {strength:g} part after {weeks:g} weeks")
        if not math.isclose(*war_of_equals(strength)):
            told.append(f"a war of equals of {strength:g} is not even")
    for world in moments(effort, SEED):
        one, other = world.allies[0], world.allies[1]
        other.decision.order = one.decision.order = NOTHING
        world.allies[1] = one
        for index in (0, 1):
            world.allies[index].next_review, world.allies[index].next_government = 0.0, math.inf
            turn(world, index)
        if one.tobytes() != other.tobytes():
            told.append("two identical states decide differently")
    return holds("symmetry", Group.EXTREME, Scope.PART, "identical sides and identical states fare alike", SOURCE, told, 3 * effort)


def war_of_equals(strength: float) -> tuple[float, float]:
    """What is left of both sides after ten weeks of a war of equal strength, quality and effectiveness."""
    world = stripped(attrition=0.02, breaking_point=1.0)
    field = world.field
    field.war, field.effectiveness, field.ukrainian_power = 1, 1.0, strength
    field.attacker = field.attacker_start = field.defender = field.defender_start = strength
    for _ in range(10):
        fight_war(world)
    return float(field.attacker), float(field.defender)


def turn(world: np.record, index: int) -> None:
    """An ally's turn at an alarm, so that every state decides."""
    state, mood = world.allies[index], world.coalition.mood
    weigh_mood(mood, world.situation, world.coalition.will, world.levers, world.uncertainties)
    allies.act(state, world.situation, mood, 1, world.levers, world.uncertainties, world.luck)


def order_of_turns(effort: int) -> Check:
    """In which order the allies take their turns changes nothing: all decide on what was to be seen before any did."""
    told = []
    for world in moments(effort, SEED + 1):
        backwards = world.copy()
        for index in range(len(world.allies)):
            turn(world, index)
            turn(backwards, len(world.allies) - 1 - index)
        if world.tobytes() != backwards.tobytes():
            told.append(f"week {world.week:g}: the order of turns mattered")
    statement = "the order in which allies take their turns changes no bit"
    return holds("permutation", Group.EXTREME, Scope.PART, statement, SOURCE, told, effort)


def order_of_states(effort: int) -> Check:
    """Which number a state has changes no count: who is in, what is pledged, whose turn is next, and how a vote ends."""
    told = []
    draw = np.random.default_rng(SEED)
    for world in moments(effort, SEED + 2):
        world.allies["answer"]["chosen"] = draw.integers(0, len(VOTES), len(world.allies))
        other = world.copy()
        other.allies[:] = world.allies[draw.permutation(len(world.allies))]
        counts = []
        for each in (world, other):
            count_commitments(each)
            binding = count_votes(each)
            coalition = each.coalition
            counts.append(
                [coalition.joiners, coalition.committed, coalition.vetoes, coalition.pledged, coalition.next_turn]
                + [coalition.force_share, each.field.attention, float(binding)]
            )
        if not np.allclose(counts[0], counts[1], rtol=1e-12, atol=1e-12):
            told.append(f"{counts[0]} against {counts[1]}")
    statement = "the order in which states are listed changes no count and no vote"
    return holds("permutation", Group.EXTREME, Scope.PART, statement, SOURCE, told, effort)
