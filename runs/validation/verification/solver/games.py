"""The solver's checks: every game over many moments of random futures, so over many precisions and payoffs."""

from collections.abc import Callable, Iterator

import numpy as np

from ..agreement import TOLERANCE, within_error
from ..check import Check, Group, Scope, Verdict
from ..moments import moments
from .crisis import deterrence, mobilisation, three_capitals
from .joining import leaders
from .tree import SolverMissingError, gambit

SOURCE = "2.4: McKelvey & Palfrey 1998; Gambit"
SEED = 24

Game = tuple[str, Callable[[np.record], list[float]]]
GAMES: tuple[Game, ...] = (
    ("Moscow and the coalition in a crisis (two players, three choices, unknown kind, chance of being touched)", deterrence),
    ("Moscow mobilises or complies, and chooses again in the crisis (two players, three stages)", mobilisation),
    ("Washington, Moscow and an ally in a crisis (three players)", three_capitals),
    ("the United Kingdom and France decide whether to take part (two allies)", leaders),
)


def checks(effort: int) -> Iterator[Check]:
    """Every game in `effort` moments; all reported as not run where Gambit is not installed."""
    try:
        gambit()
    except SolverMissingError:
        yield from (not_run(name) for name, _ in GAMES)
        return
    for name, errors_of in GAMES:
        errors = [error for world in moments(effort, SEED, us_ground_troops=0.0) for error in errors_of(world)]
        yield within_error("2.4", Group.SOLVER, f"logit equilibrium: {name}", SOURCE, errors, f"chances in {effort} games")


def not_run(name: str) -> Check:
    """What is said of a game that could not be solved here."""
    remark = "pygambit is not installed; it comes with the extra `test`"
    expected = f"distance at most {TOLERANCE:g}"
    return Check("2.4", Group.SOLVER, Scope.PART, f"logit equilibrium: {name}", SOURCE, expected, "", Verdict.NOT_RUN, remark)
