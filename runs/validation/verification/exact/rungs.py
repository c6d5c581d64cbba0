"""X12, as far as this model contains it: its ladder ranks deeds and adds up no scores."""

from collections.abc import Iterator

from .....model.ladder import climb_or_descend
from .....model.outcomes import RUNGS
from ..agreement import exactly
from ..check import Check
from ..stage import stripped

WEEKS = 4 * len(RUNGS)


def heights(start: int) -> list[float]:
    """The rung after each week, if one deed on rung `start` is followed by nothing."""
    world = stripped()
    world.ladder.deed = start
    path = []
    for _ in range(WEEKS):
        climb_or_descend(world)
        path.append(float(world.ladder.rung))
        world.ladder.deed = 0
    return path


def checks(effort: int) -> Iterator[Check]:
    """Up at once, down one rung in four weeks without a deed on it."""
    top = len(RUNGS) - 1
    yield exactly(
        "X12",
        "the ladder: rung 0, 4, 8, 20 and 40 weeks after the gravest deed, if nothing follows",
        "2.10: Kahn 1965; speed assumption",
        [top, top - 1, top - 2, top - 5, 0],
        [heights(top)[week] for week in (0, 4, 8, 20, 40)],
        "rungs are ranks; weights for a score are in no rule of this model (see the list below)",
    )
