"""Reputation: signals, salami tactics, and how acts below war are answered (T25 to T27)."""

from collections.abc import Callable, Iterator

import numpy as np

from .....agents import russia
from .....agents.belief import learn
from .....model.uncertainties import UNCERTAINTIES
from ..check import Check
from ..experiment import BELIEF, WAR, difference_of_differences
from ..judgement import in_draws, on_average
from ..settings import Draws, draw_of
from . import minds
from .arms import Whole

LESSONS = tuple(
    UNCERTAINTIES[f"lesson_{what}"].default for what in ("answered", "left_alone", "soft_elsewhere", "soft_on_seizure", "stood_by")
)
SIGNALS = 4
"""How many answers Moscow meets in one week of the test of order."""


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T25 to T27."""
    yield order_of_signals(draws)
    yield from salami(draws, whole)
    yield from reciprocity(draws, whole)


def order_of_signals(draws: Draws) -> Check:
    """T25: the order of independent signals does not matter, for signals of one week."""
    apart = []
    for place, (first, second) in enumerate(zip(minds.copies(draws), minds.copies(draws), strict=True)):
        draw = draw_of("lessons", place, draws.seed)
        lessons = draw.choice(LESSONS, SIGNALS)
        for world, met in ((first, lessons), (second, draw.permutation(lessons))):
            world.russia.evidence = 0.0
            for lesson in met:
                learn(world.russia, float(lesson), world.uncertainties)
        apart.append(abs(first.russia.evidence - second.russia.evidence))
    return in_draws(
        "T25",
        "The order in which signals of one week are met does not matter",
        "2.9; Bayes",
        1e-9 - np.array(apart),
        finding="Lessons that take the evidence to its bound of three log odds are cut off there; then their order matters.",
        unit="log odds short of a difference",
        remark="Holds for signals of the same week: between weeks older lessons fade, and evidence is kept within three log odds.",
    )


def salami(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T26: violations left unanswered make war likelier later."""

    def forceful(world: np.record) -> float:
        chances = minds.strategic(world)
        return float(chances[[russia.MOSCOW.seize, russia.MOSCOW.mobilise, russia.MOSCOW.strike]].sum())

    def launching(world: np.record) -> float:
        return float(minds.in_crisis(world)[russia.MOSCOW.launch])

    def leave_unanswered(world: np.record) -> None:
        for _ in range(3):
            learn(world.russia, world.uncertainties.lesson_left_alone, world.uncertainties)

    source = "2.9: Press 2005 v. Weisiger & Yarhi-Milo 2015"
    statement = "After three probes left unanswered Moscow is likelier to"
    finding = (
        "A doubtful coalition is also easier to coerce, and where that is what Moscow gains most from, coercion crowds out force."
    )
    grave = minds.changes(draws, forceful, leave_unanswered)
    yield in_draws("T26", f"{statement} seize, strike or mobilise", source, grave, finding)
    yield in_draws("T26", f"{statement} launch, its army gathered", source, minds.changes(draws, launching, leave_unanswered))
    arms = [
        whole.arm({"response_policy": policy, "updating": updating})
        for updating in (1.5, 0)
        for policy in ("concede", "reciprocal")
    ]
    remark = "conceding against answering in kind where Moscow learns most, less the same where it learns nothing"
    for measure, sign in ((BELIEF, -1), (WAR, 1)):
        change = difference_of_differences(measure, arms, whole.count)
        statement = f"Conceding below war has its price through what Moscow learns: {measure.name}"
        yield on_average("T26", statement, source, measure, change, sign, whole.pairs, remark=remark)


def reciprocity(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T27: answering in kind does better than conceding and than answering a rung higher."""

    def testing(world: np.record) -> float:
        return float(minds.strategic(world)[[russia.MOSCOW.probe, russia.MOSCOW.seize]].sum())

    def launching(world: np.record) -> float:
        return float(minds.in_crisis(world)[russia.MOSCOW.launch])

    def answer_by(policy: float) -> Callable[[np.record], None]:
        def before(world: np.record) -> None:
            world.levers.response_policy = policy

        return before

    source = "Huth 1988"
    conceding = minds.changes(draws, testing, answer_by(-1.0), before=answer_by(0.0))
    yield in_draws(
        "T27", "A coalition that concedes is probed and robbed more often than one that answers in kind", source, conceding
    )
    bullying = minds.changes(draws, launching, answer_by(1.0), before=answer_by(0.0))
    statement = "Before a coalition that answers a rung higher a mobilised Moscow launches more often: backing down is dearer"
    yield in_draws("T27", statement, source, bullying)
    kind = {"response_policy": "reciprocal"}
    yield whole.sign(
        "T27", "Answering in kind brings fewer wars than conceding", source, WAR, -1, kind, {"response_policy": "concede"}
    )
    yield whole.sign(
        "T27",
        "Answering in kind brings fewer wars than answering a rung higher",
        source,
        WAR,
        -1,
        kind,
        {"response_policy": "escalate"},
        finding="Before a coalition that answers a rung higher backing down is dearer, and that cuts both ways: a Moscow that has "
        "mobilised launches more often, as Huth has it, but it foresees this, mobilises more rarely, and grabs ground more rarely, "
        "since a grab that fails would leave it with the same choice. What of the two is larger is an outcome of the rules.",
    )
