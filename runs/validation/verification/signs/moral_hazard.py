"""The protege's moral hazard: commitment tempts, conditions restrain, attribution decides what conditions cost (T31 to T33)."""

from collections.abc import Callable, Iterator

import numpy as np

from .....agents import russia, ukraine
from .....model.observation import observe
from ..check import Check
from ..experiment import CRISES, PRESSES, WAR, difference_of_differences
from ..judgement import in_draws, on_average
from ..settings import Draws
from . import minds
from .arms import Whole

CLEAR = {"us_intelligence": 1, "monitors": 1}
DARK = {"us_intelligence": 0, "monitors": 0}


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T31 to T33."""
    yield from unconditional(draws, whole)
    yield from conditional(draws, whole)
    yield from attribution(draws, whole)


def pressing(world: np.record) -> float:
    """Kyiv's probability of pressing its luck."""
    return float(minds.kyiv(world)[ukraine.KYIV.press])


def using_force(world: np.record) -> float:
    """Kyiv's probability of pressing its luck or answering in kind: where a condition weighs more on the one, the other gains."""
    odds = minds.kyiv(world)
    return float(odds[ukraine.KYIV.press] + odds[ukraine.KYIV.retaliate])


def launching(world: np.record) -> float:
    """Moscow's probability of launching, its army gathered."""
    return float(minds.in_crisis(world)[russia.MOSCOW.launch])


def see(share: float) -> Callable[[np.record], None]:
    """How well it can be seen who began: monitors and intelligence at this share."""

    def before(world: np.record) -> None:
        world.levers.monitors = world.levers.us_intelligence = share
        world.united_states.delivered = 1.0
        observe(world)

    return before


def condition(world: np.record) -> None:
    """The guarantee excludes fighting that Kyiv began."""
    world.levers.conditional_cover = 1.0


def unconditional(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T31: a firm and unconditional commitment tempts Kyiv."""

    def trust(world: np.record) -> None:
        world.ukraine.confidence = 0.9

    def doubt(world: np.record) -> None:
        world.levers.conditional_cover = 0.0
        world.ukraine.confidence = 0.2

    source = "Benson 2012 v. Johnson & Leeds 2011"
    margins = minds.changes(draws, pressing, trust, before=doubt)
    yield in_draws("T31", "The more Kyiv trusts an unconditional guarantee, the more it presses its luck", source, margins)
    bound = {"conditional_cover": "off", "legal_form": "treaty", "mandate_years": 0}
    loose = {"conditional_cover": "off", "legal_form": "none", "mandate_years": 0}
    for measure in (PRESSES, CRISES):
        yield whole.sign("T31", f"An unconditional treaty against no form: {measure.name}", source, measure, 1, bound, loose)


def conditional(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T32: conditions restrain Kyiv, and cost deterrence only where nobody sees who began."""
    source = "Benson 2012; Crawford 2003"
    restrained = -minds.changes(draws, using_force, condition, before=uncovered)
    yield in_draws("T32", "Conditional cover restrains Kyiv", source, restrained)
    dark, clear = (minds.changes(draws, launching, condition, before=see(share)) for share in (0.0, 1.0))
    part = in_draws("T32", "Where nobody sees who began, conditions cost deterrence", source, dark)
    yield part
    unit = "probability short of a change of one in a thousand million"
    yield in_draws("T32", "Where everybody sees it, they cost none", source, 1e-9 - np.abs(clear), unit=unit)
    on, off = {"conditional_cover": "on"}, {"conditional_cover": "off"}
    yield whole.sign("T32", "Conditional cover restrains Kyiv", source, PRESSES, -1, on, off)
    statement = "Where nobody sees who began, conditional cover"
    finding = (
        "The condition restrains Kyiv too, and the wars that grow out of its pressing become fewer: with that restraint taken out "
        "(`press_cover_at_risk` at zero) nothing is left of the difference. What the condition costs in deterrence is too little "
        "to show in war."
    )
    yield whole.sign("T32", f"{statement} raises renewed war", source, WAR, 1, {**on, **DARK}, {**off, **DARK}, finding, part=part)
    statement = "Where everybody sees who began, conditional cover"
    yield whole.sign("T32", f"{statement} lowers crises", source, CRISES, -1, {**on, **CLEAR}, {**off, **CLEAR})


def uncovered(world: np.record) -> None:
    """The guarantee asks nothing of Kyiv."""
    world.levers.conditional_cover = 0.0


def attribution(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T33: with better attribution the same condition restrains more and costs less."""
    source = "2.12; C15"
    kyiv = [minds.changes(draws, pressing, condition, before=see(share)) for share in (1.0, 0.0)]
    restrained = in_draws("T33", "Better attribution lets the same condition restrain Kyiv more", source, kyiv[1] - kyiv[0])
    yield restrained
    moscow = [minds.changes(draws, launching, condition, before=see(share)) for share in (1.0, 0.0)]
    cheaper = in_draws("T33", "Better attribution lets the same condition cost less deterrence", source, moscow[1] - moscow[0])
    yield cheaper
    arms = [whole.arm({"conditional_cover": on, **sight}) for sight in (CLEAR, DARK) for on in ("on", "off")]
    for measure, words, part in ((PRESSES, "restrain Kyiv more", restrained), (WAR, "cost less war", cheaper)):
        change = difference_of_differences(measure, arms, whole.count)
        statement = f"Better attribution lets the same condition {words}"
        yield on_average("T33", statement, source, measure, change, -1, whole.pairs, part=part)
