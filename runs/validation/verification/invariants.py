"""What may never happen in any week of any future, asked of whole futures under scenarios drawn from all declared ranges."""

from collections.abc import Iterator

import numpy as np

from ....agents.choice import NOTHING
from ....agents.commitment import STATUS
from ....agents.vote import VOTE
from ....model.deployment import ONE_SOLDIER
from ....model.future import FIVE_YEARS, new_world
from ....model.world import copy_of
from .agreement import holds
from .bounds import out_of_range
from .check import Check, Group, Scope
from .moments import random_scenario, weekly

SOURCE = "by construction"
SEED = 100
WEEKS = FIVE_YEARS
RULES = {
    "range": "every quantity stays in its declared range",
    "conservation": "troops, states, votes and shares of the front add up",
    "options": "what is chosen was open, and the chances of what was open add up to one",
    "absorption": "an outcome reached stays, and so do the rung reached and the first week of an event",
}


def decisions(world: np.record) -> Iterator[tuple[str, np.ndarray]]:
    """The decisions of the world as arrays, with whose they are."""
    yield "Moscow", world["russia"]["decision"].reshape(1)
    yield "Kyiv", world["ukraine"]["decision"].reshape(1)
    yield "Washington", world["united_states"]["decision"].reshape(1)
    yield "an ally", world["allies"]["decision"]
    yield "a vote", world["allies"]["answer"]


def not_open(world: np.record) -> list[str]:
    """Decisions whose chosen option was closed, or whose chances do not add up."""
    told = []
    for name, made in decisions(world):
        chosen = made["chosen"]
        was_open = made["open"][np.arange(len(made)), np.maximum(chosen, 0)] == 1
        adds_up = np.abs(made["probability"].sum(axis=1) - 1.0) < 1e-9
        told += [f"{name} chose option {option}" for option in chosen[(chosen != NOTHING) & ~(was_open & adds_up)]]
    return told


def not_conserved(world: np.record) -> list[str]:
    """Sums of troops, states and shares that differ from their parts."""
    coalition, allies, sectors = world.coalition, world.allies, world.situation.sectors
    sums = {
        "troops": (coalition.troops, coalition.allied_troops + coalition.american_troops),
        "allied troops": (coalition.allied_troops, allies["troops"].sum()),
        "states in": (coalition.joiners, (allies["status"] == STATUS.deployed).sum()),
        "states committed": (coalition.committed, (allies["status"] >= STATUS.pledged).sum()),
        "votes to block": (coalition.vetoes, allies["vetoes"].sum()),
        "pledged": (coalition.pledged, (allies["sustainable"] * allies["share"])[allies["status"] >= STATUS.pledged].sum()),
        "Russian shares": (1.0, sectors["russian_share"].sum()),
        "Ukrainian shares": (1.0, sectors["ukrainian_share"].sum()),
        "frontage": (1.0, sectors["frontage"].sum()),
        "ground held": (world.russia.gains, sectors["lost"].sum()),
    }
    told = [f"{name}: {whole} against {parts}" for name, (whole, parts) in sums.items() if abs(whole - parts) > 1e-9]
    if coalition.allied_troops > world.levers.troop_ceiling + len(allies) * ONE_SOLDIER:
        told.append(f"troops: {coalition.allied_troops} thousand under a ceiling of {world.levers.troop_ceiling}")
    return told


def not_counted(world: np.record) -> list[str]:
    """Where the vote of this step was not asked of exactly those who have a say, or not counted as cast."""
    allies, situation, coalition = world["allies"], world.situation, world.coalition
    votes = allies["answer"]
    cast = votes["step"] == world.outcome.last_step
    if not cast.any():
        return []
    weights = allies["troops"] if situation.troops > 0.0 else np.ones(len(allies))
    has_a_say = allies["troops"] > 0.0 if situation.troops > 0.0 else (allies["in_coalition"] == 1) & (situation.legal > 0.0)
    american = float(coalition.american_troops)
    stands_by = situation.stood_behind >= world.uncertainties.american_troops_vote_from
    for_force = weights[cast & (votes["chosen"] == VOTE.force)].sum() + american * stands_by
    share = for_force / (weights[cast].sum() + american)
    told = [] if (cast == has_a_say).all() else ["votes: not exactly those with a say were asked"]
    return (
        told if abs(share - coalition.force_share) < 1e-9 else [*told, f"votes: {coalition.force_share} for force against {share}"]
    )


def undone(before: np.record, world: np.record) -> list[str]:
    """What the later of two worlds of one future takes back of what the earlier had reached."""
    told = []
    if world.outcome.worst < before.outcome.worst:
        told.append(f"worst from {before.outcome.worst} to {world.outcome.worst}")
    if world.outcome.peak_rung < before.outcome.peak_rung:
        told.append("peak rung fell")
    happened = before.outcome.first != NOTHING
    if (world.outcome.first[happened] != before.outcome.first[happened]).any():
        told.append("a first week moved")
    return told


Breaches = dict[str, list[str]]
"""What was found against each rule, as short texts."""


def none_yet() -> Breaches:
    """Nothing found against any rule."""
    return {rule: [] for rule in RULES}


def followed(worlds: np.ndarray, breaches: Breaches) -> int:
    """Play the one world of an array to its end and add every breach of a rule to `breaches`; gives the weeks played."""
    before = copy_of(worlds)[0]
    played = 0
    for world in weekly(worlds):
        played += 1
        where = f"week {world.week:g}: "
        for rule, found in (
            ("range", out_of_range(world)),
            ("conservation", not_conserved(world) + not_counted(world)),
            ("options", not_open(world)),
            ("absorption", undone(before, world)),
        ):
            breaches[rule] += [where + each for each in found]
        before = copy_of(worlds)[0]
    return played


def checks(effort: int) -> Iterator[Check]:
    """Each rule over `effort` futures, every week of them."""
    breaches = none_yet()
    weeks = sum(followed(new_world(random_scenario(run, SEED), SEED, run, weeks=WEEKS), breaches) for run in range(effort))
    for rule, statement in RULES.items():
        remark = f"weeks of {effort} futures under scenarios drawn from all declared ranges"
        yield holds(rule, Group.EXTREME, Scope.WHOLE, statement, SOURCE, breaches[rule], weeks, remark)
