"""A game tree, and its agent logit quantal response equilibrium as Gambit finds it (McKelvey & Palfrey 1998).

The tree is handed over in Gambit's own file format, which its versions share. Every choice is an information set of its own: in
the games of this model each capital sees what was done before its turn.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from typing import Any

PLACES_OF_PRECISION = 1e-7
"""How near the tracer must come to the precision asked for, as a share of it."""


@dataclass(frozen=True)
class End:
    """An end of the game: what it is worth to each player."""

    worth: tuple[float, ...]


@dataclass(frozen=True)
class Chance:
    """Something that nobody chooses: the chance of the first of two courses."""

    first: float
    if_so: "Node"
    if_not: "Node"


@dataclass(frozen=True)
class Choice:
    """A player's choice among named actions. `name` tells it from other choices."""

    player: int
    name: str
    actions: Mapping[str, "Node"]


Node = End | Chance | Choice


class SolverMissingError(Exception):
    """Gambit cannot be imported here."""


class NotSolvedError(Exception):
    """Gambit did not reach the precision asked for."""


def gambit() -> Any:
    """Gambit's Python module. Raises SolverMissingError if it is not installed."""
    try:
        import pygambit
    except ImportError:
        raise SolverMissingError from None
    return pygambit


def equilibrium(root: Node, precisions: Sequence[float]) -> dict[str, float]:
    """Probability of every action, named CHOICE:ACTION, where player i chooses with precision `precisions[i]`.

    A logit depends on precision times payoff alone, so that players of unlike precision are one equilibrium of a game with scaled
    payoffs. Raises SolverMissingError and NotSolvedError.
    """
    solver = gambit()
    common = precisions[0]
    scale = [precision / common for precision in precisions]
    game = solver.read_efg(io.BytesIO(_efg(root, scale).encode()))
    [point] = solver.qre.logit_solve_lambda(game, lam=[common])
    if not abs(point.lam - common) <= PLACES_OF_PRECISION * common:
        raise NotSolvedError(f"precision {point.lam} reached, {common} asked for")
    behaviours = (point.profile[player] for player in game.players)
    return {action: float(chance) for each in behaviours for _, mixed in each for action, chance in mixed}


def _efg(root: Node, scale: Sequence[float]) -> str:
    players = " ".join(f'"{index}"' for index in range(len(scale)))
    lines = [f'EFG 2 R "" {{ {players} }}']
    numbers: dict[int, Any] = {player: count(1) for player in range(-1, len(scale))}
    outcomes = count(1)

    def write(node: Node) -> None:
        if isinstance(node, End):
            worth = ", ".join(f"{float(value * factor):.15f}" for value, factor in zip(node.worth, scale, strict=True))
            lines.append(f't "" {next(outcomes)} "" {{ {worth} }}')
        elif isinstance(node, Chance):
            first = Fraction(node.first)
            lines.append(f'c "" {next(numbers[-1])} "" {{ "so" {first} "not" {1 - first} }} 0')
            write(node.if_so)
            write(node.if_not)
        else:
            actions = " ".join(f'"{node.name}:{action}"' for action in node.actions)
            lines.append(f'p "" {node.player + 1} {next(numbers[node.player])} "" {{ {actions} }} 0')
            for following in node.actions.values():
                write(following)

    write(root)
    return "\n".join(lines) + "\n"


def chance(first: float, if_so: Node, if_not: Node) -> Node:
    """A chance node, or simply what follows where one course is certain."""
    if first <= 0.0 or first >= 1.0:
        return if_so if first >= 1.0 else if_not
    return Chance(float(first), if_so, if_not)
