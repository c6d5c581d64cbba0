"""The security dilemma: how fear feeds a spiral, and which forces feed it least (T13, T14)."""

from collections.abc import Iterator

import numpy as np

from .....agents import grievance, russia, ukraine
from ..check import Check
from ..experiment import MOBILISATIONS, VIOLATIONS, difference_of_differences
from ..judgement import in_draws, on_average
from ..settings import Draws
from . import minds
from .arms import ARRIVED, Whole

CALM = [russia.MOSCOW.comply, russia.MOSCOW.step_down]


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T13 and T14."""
    yield from ambiguity(draws, whole)
    yield from defensive_forces(draws, whole)


def ambiguity(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T13: arms answer arms through fear and insecurity, the more so the more ambiguous they look."""

    def pressing(world: np.record) -> float:
        return 1.0 - float(minds.strategic(world)[CALM].sum())

    def hedging(world: np.record) -> float:
        return float(minds.kyiv(world)[ukraine.KYIV.hedge])

    def arm(world: np.record) -> None:
        world.ukraine.hedge = 1.0

    def calm_arsenal(world: np.record) -> None:
        world.ukraine.hedge = 0.0

    def press(world: np.record) -> None:
        world.situation.conduct = russia.CONDUCT.probe

    def calm(world: np.record) -> None:
        world.situation.conduct = russia.CONDUCT.comply

    def ambiguous(world: np.record) -> None:
        calm_arsenal(world)
        world.uncertainties.fear_size = 2.0

    def plain(world: np.record) -> None:
        calm_arsenal(world)
        world.uncertainties.fear_size = 0.0

    source = "Richardson 1960; Jervis 1978"
    felt, unfelt = (minds.changes(draws, pressing, arm, before=each) for each in (ambiguous, plain))
    statement = "Ukraine's long arm makes Moscow press more, the more ambiguous it looks"
    yield in_draws("T13", statement, source, felt - unfelt)
    back = minds.changes(draws, hedging, press, before=calm)
    finding = (
        "Pressure provokes answers in kind too. Where these weigh it more than a long arm does (`retaliate_provocation` above "
        "one) and are likely, they crowd the long arm out."
    )
    yield in_draws("T13", "Moscow's pressure makes Kyiv build its long arm", source, back, finding)
    yield whole.sign(
        "T13",
        "The more ambiguous arms look, the more violations",
        source,
        VIOLATIONS,
        1,
        {"fear_size": 2},
        {"fear_size": 0},
        remark="Levels of arms are held between bounds here, so a spiral rises and cannot diverge.",
    )


def defensive_forces(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T14: forces in the rear, and those that can only defend, are feared less."""

    def fear(world: np.record) -> float:
        minds.look(world)
        grievance.resent(world.russia, world.situation, world.levers, world.uncertainties)
        return float(world.russia.fear)

    def in_rear(world: np.record) -> None:
        world.levers.share_on_line = world.levers.share_in_cities = 0.0
        world.levers.us_air_steady = world.levers.us_air_defence = 0.0

    def on_line(world: np.record) -> None:
        world.levers.share_on_line = 1.0

    def strike(world: np.record) -> None:
        world.levers.us_air_steady = 1.0

    def shield(world: np.record) -> None:
        world.levers.us_air_defence = 1.0

    source = "Jervis 1978; RAND RR2533"
    nearer = minds.changes(draws, fear, on_line, before=in_rear)
    part = in_draws("T14", "A force in the rear is feared less than one on the line", source, nearer, unit="utility")
    yield part
    strikes, shields = (minds.changes(draws, fear, each, before=in_rear) for each in (strike, shield))
    yield in_draws("T14", "Air defence is feared less than strike aircraft", source, strikes - shields, unit="utility")
    line = {**ARRIVED, "share_on_line": 1, "share_in_cities": 0}
    rear = {**ARRIVED, "share_on_line": 0, "share_in_cities": 0}
    arms = [whole.arm({**place, "fear_size": size, "affront_size": size}) for size in (2, 0) for place in (line, rear)]
    for measure in (VIOLATIONS, MOBILISATIONS):
        yield on_average(
            "T14",
            f"Standing on the line instead of in the rear provokes where presence is resented: {measure.name}",
            source,
            measure,
            difference_of_differences(measure, arms, whole.count),
            1,
            whole.pairs,
            part=part,
            remark="the move to the line with fear and affront at 2, less the same with both at zero",
        )
