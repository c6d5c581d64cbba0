"""The ladder: neutral acts, and what restrictive rules of engagement buy and cost (T28, T29)."""

from collections.abc import Iterator

import numpy as np

from .....agents import russia
from .....model.ladder import climb_or_descend, open_ladder
from .....model.outcomes import RUNGS
from ..check import Check
from ..experiment import ANSWERED, ATTACKS, CLASHES, RUNG, WAR
from ..judgement import in_draws, without_carrier
from ..settings import Draws, draw_of
from . import minds
from .arms import TARGET, Whole


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T28 and T29."""
    yield from scores(draws)
    yield from rules_of_engagement(draws, whole)


def scores(draws: Draws) -> Iterator[Check]:
    """T28: a neutral act changes nothing on the ladder; there is no total to be additive."""
    margins = []
    for place, world in enumerate(minds.copies(draws)):
        draw = draw_of("rung", place, draws.seed)
        before = int(draw.integers(len(RUNGS)))
        world.ladder.rung = before
        world.ladder.weeks_since_deed = float(draw.integers(6))
        world.field.conduct = russia.CONDUCT.comply
        open_ladder(world)
        climb_or_descend(world)
        margins.append(before - world.ladder.rung)
    source = "Rivera et al. 2024; X12"
    yield in_draws("T28", "A week of compliance never moves the world up the ladder", source, np.array(margins), unit="rungs down")
    yield without_carrier(
        "T28",
        "The total of an escalation score is additive",
        source,
        "the model counts no score; its ladder is a place, the worst deed of the week, and comes down a rung in four quiet weeks.",
    )


def rules_of_engagement(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T29: restrictive rules keep the ladder low and cost credibility."""

    def launching(world: np.record) -> float:
        return float(minds.in_crisis(world)[russia.MOSCOW.launch])

    def permit(world: np.record) -> None:
        world.levers.rules_of_engagement = 1.0

    def restrict(world: np.record) -> None:
        world.levers.rules_of_engagement = 0.0

    source = "2.10 with 2.9; C39"
    margins = -minds.changes(draws, launching, permit, before=restrict)
    yield in_draws("T29", "Restrictive rules cost credibility: a mobilised Moscow launches more often", source, margins)
    finding = (
        "Restrictive rules keep single attacks from being fought, but cost so much credibility that more of them are made; the "
        "mean of the highest rung follows the attacks."
    )
    tight, loose = {**TARGET, "rules_of_engagement": 0}, {**TARGET, "rules_of_engagement": 1}
    yield whole.sign("T29", "Restrictive rules lower the highest rung reached", source, RUNG, -1, tight, loose, finding)
    more_attacks = (
        "Where striking the force is cheap, restrictive rules bring so many more attacks, since Moscow foresees fewer answers "
        f"({ATTACKS.text(whole.change(ATTACKS, tight, loose))}), that there are more clashes."
    )
    yield whole.sign("T29", "Restrictive rules bring fewer clashes", source, CLASHES, -1, tight, loose, more_attacks)
    yield whole.sign("T29", "Under restrictive rules attacks are answered less often", source, ANSWERED, -1, tight, loose)
    yield whole.sign("T29", "Restrictive rules may raise renewed war", source, WAR, 1, tight, loose)
