"""X3, X4, X5: the deterrence games of two and three nodes (Zagare & Kilgour 2000; McKelvey & Palfrey 1998; Signorino 1999)."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np

from .....agents import russia as moscow
from .....agents.foresight import foreseen_answer
from .....agents.situation import ACT
from ..agreement import exactly, within_error
from ..check import Check, Group
from ..stage import mobilising_gains, stripped, turning_point, weigh_crisis

CERTAIN = 1000.0
"""Log odds at which an answer, and what it shows, is certain."""
SURE = 2000.0
"""Precision at which Moscow takes the better option for certain, per utility."""
SEED = 3


class Worth(NamedTuple):
    """What the ends of the game are worth to the challenger."""

    concession: float
    status_quo: float
    conflict: float
    backing_down: float = 0.0


PUBLISHED = Worth(concession=1.0, status_quo=0.5, conflict=-0.5)
HARD = Worth(concession=1.0, status_quo=0.5, conflict=0.2, backing_down=0.0)
SOFT = Worth(concession=1.0, status_quo=0.5, conflict=-0.4, backing_down=0.0)


def checks(effort: int) -> Iterator[Check]:
    """The threshold, the four equilibria, the logit tree."""
    yield from two_nodes(effort)
    yield from three_nodes()
    yield from logit_tree()


def offensive(worth: Worth, **assumed: float) -> np.record:
    """A world in which an offensive meets the force for certain, wins half of its aim, and has these ends for Moscow.

    Half, because at a certainty of zero nobody knows who would win (`campaign.victory_chance`).
    """
    world = stripped(**{"war_certainty": 0.0, "clash_cost": 4.0 * (worth.concession - worth.conflict), **assumed})
    world.situation.troops, world.situation.touch_war = 10.0, 1.0
    world.russia.value = 2.0 * worth.concession
    world.russia.grievance = -worth.status_quo
    return world


def in_crisis(world: np.record) -> np.record:
    """The same with the army gathered and waiting dear; the small costs that the crisis itself adds are taken out of the ends."""
    world.situation.crisis, world.situation.crisis_weeks = 1, 1e6
    own = weigh_crisis(world).terms[:, moscow.MOSCOW_TERM.own_cost].copy()
    world.russia.value -= 2.0 * own[moscow.MOSCOW.launch]
    world.russia.grievance += own[moscow.MOSCOW.stand_down]
    return world


def launching_gains(world: np.record, belief: float) -> float:
    """How much more launching is worth to Moscow than standing down, at some belief."""
    world.russia.belief = belief
    utility = weigh_crisis(world).utility
    return float(utility[moscow.MOSCOW.launch] - utility[moscow.MOSCOW.stand_down])


def threshold(worth: Worth) -> float:
    """The belief at which Moscow is as well off attacking, where a hard coalition fights for certain and a soft one never."""
    world = in_crisis(offensive(worth, resolve_spread=CERTAIN))
    return turning_point(lambda belief: launching_gains(world, belief), 0.0, 1.0)


def two_nodes(effort: int) -> Iterator[Check]:
    """X3 and its general form: attack exactly if p < (DC - SQ) / (DC - DD)."""
    source = "X3, T7, T8: Zagare & Kilgour 2000"
    yield exactly(
        "X3",
        "two-node deterrence: Moscow launches below this belief in a hard coalition, and not above",
        source,
        [1 / 3],
        [threshold(PUBLISHED)],
    )
    draw = np.random.default_rng(SEED)
    errors = []
    for _ in range(effort):
        conflict, status_quo, concession = np.sort(draw.uniform(-2.0, 2.0, 3))
        exact = (concession - status_quo) / (concession - conflict)
        errors.append(threshold(Worth(concession, status_quo, conflict)) - exact)
    yield within_error("X3", Group.EXACT, "the same threshold for payoffs at random", source, errors, "games")
    incapable = in_crisis(offensive(Worth(1.0, 0.5, 0.6), resolve_spread=CERTAIN))
    yield exactly(
        "X3",
        "a threat that is not capable (conflict better than the status quo) deters at no belief: gain from attacking at belief 1",
        source,
        [0.1],
        [launching_gains(incapable, 1.0)],
    )


def challenger(worth: Worth) -> np.record:
    """A Moscow that may mobilise, and sees for certain in the crisis whether it is resisted before it launches or backs down."""
    world = offensive(worth, resolve_spread=CERTAIN, precision=SURE, us_multiplier=100.0)
    world.levers.us_backstop = 1.0
    world.russia.stand_down_cost = worth.status_quo - worth.backing_down
    return world


def challenging_gains(world: np.record, resistance: float) -> float:
    """How much more a challenge is worth than the status quo if it is resisted with this chance."""
    world.russia.belief = resistance
    return mobilising_gains(world)


def presses_on(worth: Worth) -> float:
    """Chance that this Moscow, once resisted, launches rather than backs down."""
    world = challenger(worth)
    in_crisis(world)
    world.russia.belief = 1.0
    weigh_crisis(world)
    moscow.decide(world.russia, world.uncertainties, 0.5)
    return float(world.russia.decision.probability[moscow.MOSCOW.launch])


def challenges(worth: Worth, resistance: float, if_indifferent: float) -> float:
    """Chance that this Moscow challenges: for certain, never, or as the equilibrium mixes where its rule finds no difference."""
    gain = challenging_gains(challenger(worth), resistance)
    return if_indifferent if abs(gain) < 1e-9 else float(gain > 0.0)


def course(hard_share: float, resistance: float, bluff: float) -> tuple[float, float]:
    """Chances of the status quo and of war, by the choices of both kinds of Moscow as its rules make them."""
    share = {HARD: hard_share, SOFT: 1.0 - hard_share}
    challenge = {kind: challenges(kind, resistance, bluff) for kind in share}
    quiet = sum(share[kind] * (1.0 - challenge[kind]) for kind in share)
    war = sum(share[kind] * challenge[kind] * resistance * presses_on(kind) for kind in share)
    return quiet, war


def three_nodes() -> Iterator[Check]:
    """X4: both thresholds, and Moscow's part in each of the four equilibria."""
    source = "X4, T9: Zagare & Kilgour 2000"
    hard, soft = challenger(HARD), challenger(SOFT)
    yield exactly(
        "X4",
        "three-node deterrence: a hard and a soft Moscow mobilise below these chances of being resisted",
        source,
        [0.625, 0.5],
        [turning_point(partial(challenging_gains, each), 1e-9, 1 - 1e-9) for each in (hard, soft)],
    )
    yield exactly(
        "X4",
        "once resisted, a hard Moscow launches and a soft one backs down: chance of launching",
        source,
        [1.0, 0.0],
        [presses_on(HARD), presses_on(SOFT)],
    )
    mixing = "the guarantor's mixing (v .375, x .2857) is put in: no rule lets allies guess what kind of Moscow challenges them"
    soft_resists = (0.5 - 0.2) / (1.0 - 0.2)
    soft_challenges = 0.3 * (1.0 - 0.6) / (0.6 * (1.0 - 0.3))
    for name, hard_share, firm_share, resists, bluff, quiet, war, remark in (
        ("certain deterrence", 0.3, 0.7, 0.0, 0.0, 1.0, 0.0, ""),
        ("separating", 0.3, 0.55, 0.0, 0.0, 0.70, 0.165, "more credible than under bluff, and more war (T9)"),
        ("attack", 0.7, 0.2, 0.0, 0.0, 0.0, 0.14, ""),
        ("bluff", 0.3, 0.2, soft_resists, soft_challenges, 0.50, 0.15, mixing),
    ):
        found = course(hard_share, firm_share + (1.0 - firm_share) * resists, bluff)
        statement = f"{name} equilibrium: chances of the status quo and of war"
        yield exactly("X4", statement, source, [quiet, war], found, remark)


def logit_tree() -> Iterator[Check]:
    """X5: the two-node tree as a logit quantal response, with hard and soft guarantors, over precisions."""
    source = "X5, T11, T12: McKelvey & Palfrey 1998; Signorino 1999"
    tables = (
        ("hard", 0.2, (0.5, 0.549834, 0.598688, 0.731059, 0.982014), (0.5, 0.419518, 0.310868, 0.048203, 0.0)),
        ("soft", -0.2, (0.5, 0.450166, 0.401312, 0.268941, 0.017986), (0.5, 0.4563, 0.449192, 0.618442, 0.999922)),
    )
    for name, fighting, answers, attacks in tables:
        found = [tree(precision, fighting) for precision in (0.0, 1.0, 2.0, 5.0, 20.0)]
        statement = f"logit tree, {name} guarantor, precision 0, 1, 2, 5, 20: chance that"
        yield exactly("X5", f"{statement} it fights", source, answers, [pair[0] for pair in found])
        yield exactly("X5", f"{statement} Moscow launches", source, attacks, [pair[1] for pair in found])


def tree(precision: float, fighting: float) -> tuple[float, float]:
    """Chances that the coalition fights and that Moscow launches rather than stands down; both choose with this precision."""
    world = in_crisis(offensive(PUBLISHED, precision=precision, answer_precision=precision, answer_base=fighting))
    russia, situation = world.russia, world.situation
    russia.belief = 0.5
    answer = foreseen_answer(
        russia,
        ACT.war,
        1.0,
        situation.troops,
        0.0,
        0.0,
        russia.belief,
        situation.quorum,
        situation,
        world.levers,
        world.uncertainties,
    )
    weigh_crisis(world)
    moscow.decide(russia, world.uncertainties, 0.5)
    launch, stand_down = russia.decision.probability[moscow.MOSCOW.launch], russia.decision.probability[moscow.MOSCOW.stand_down]
    return float(answer), float(launch / (launch + stand_down))
