"""What moved between two baselines, told by scenario."""

from decimal import Decimal
from typing import NamedTuple

from .file import COMMAND, INSTRUCTIONS, Figures, Key

TOLERANCE = Decimal("0.01")
"""Share of the old by which the instructions a future may differ, up or down: another compiler moves them a little."""


class Move(NamedTuple):
    """A figure that is not what it was; None where one of the two baselines has no such figure."""

    key: Key
    old: Decimal | None
    new: Decimal | None


def moved(old: Figures, new: Figures) -> list[Move]:
    """The figures that differ, in the order of the old file; those that only the new one has come last."""
    keys = dict.fromkeys([*old, *new])
    return [Move(key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)]


def split(figures: Figures) -> tuple[Figures, Figures]:
    """What the futures came to, and what they cost in instructions."""
    cost = {key: figure for key, figure in figures.items() if key[0] == INSTRUCTIONS}
    return {key: figure for key, figure in figures.items() if key not in cost}, cost


def cheaper_or_dearer(old: Figures, new: Figures) -> list[Move]:
    """The instructions that differ by more than the tolerance."""
    return [
        move
        for move in moved(old, new)
        if move.old is None or move.new is None or abs(move.new - move.old) > TOLERANCE * abs(move.old)
    ]


def told(moves: list[Move]) -> str:
    """A line a figure, under the name of its scenario: old, new, difference."""
    if not moves:
        return "Nothing moved."
    lines = [f"{len(moves)} {'figure' if len(moves) == 1 else 'figures'} moved."]
    scenarios = list(dict.fromkeys(move.key[0] for move in moves))
    width = max(*map(len, scenarios), *(len(_place(move)) + 2 for move in moves))
    for name in scenarios:
        lines += ["", f"{name:{width}} {'old':>10} {'new':>10} {'difference':>11}"]
        lines += [_line(move, width) for move in moves if move.key[0] == name]
    return "\n".join(lines)


def failure_message(moves: list[Move]) -> str:
    """What the test says when the futures come to something else than the baseline."""
    return (
        f"The futures do not come to what the baseline says. {told(moves)}\n\n"
        f"If this is what a change of rules or values was meant to bring, make the file anew and look at its diff:\n    {COMMAND}"
    )


def _place(move: Move) -> str:
    return ".".join(move.key[1:])


def _line(move: Move, width: int) -> str:
    difference = f"{move.new - move.old:+}" if move.old is not None and move.new is not None else ""
    old, new = ("none" if figure is None else str(figure) for figure in (move.old, move.new))
    return f"  {_place(move):{width - 2}} {old:>10} {new:>10} {difference:>11}".rstrip()
