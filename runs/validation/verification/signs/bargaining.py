"""Bargaining and signals: what makes war cheap, windows that close, hands that are tied (T1 to T6)."""

from collections.abc import Iterator

import numpy as np

from .....agents import russia, ukraine
from ..check import Check, Group, Scope, Verdict
from ..experiment import ANSWERED, CLASH_GIVEN_FAILURE, EARLY_MOBILISATIONS, FAILURE, WAR, difference_of_differences
from ..judgement import about_nothing, in_draws, on_average, percent, widened
from ..settings import Draws
from . import minds
from .arms import TARGET, Whole

LESS_ARMS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
"""Arms for Ukraine among which those of the treaty arm are chosen, so that both arms deter alike."""


def launching(world: np.record) -> float:
    """Moscow's probability of launching, its army gathered."""
    return float(minds.in_crisis(world)[russia.MOSCOW.launch])


def launching_as_seen(world: np.record) -> float:
    """The same in a situation that is set."""
    return float(minds.in_crisis_as_seen(world)[russia.MOSCOW.launch])


def look_in_crisis(world: np.record) -> None:
    """The army is gathered, and everyone looks."""
    minds.in_crisis(world)


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T1 to T6."""
    yield from costs(draws, whole)
    yield strength(whole)
    yield from windows(draws, whole)
    yield from tied_hands(draws, whole)
    yield from dearer_failure(whole)
    yield bluffs(whole)


def costs(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T1: the dearer a war, the rarer."""

    def dearer(world: np.record) -> None:
        world.uncertainties.military_cost += 0.1

    statement = "A war that costs its initiator more is begun less often"
    source = "Fearon 1995"
    yield in_draws("T1", statement, source, -minds.changes(draws, launching, dearer))
    yield whole.sign("T1", statement, source, WAR, -1, {"military_cost": 0.6}, {"military_cost": 0.3})


def strength(whole: Whole) -> Check:
    """T2: in the ultimatum game the offer absorbs the balance of power; here nobody makes an offer."""
    change = whole.change(WAR, {"russian_start": 0.8}, {"russian_start": 0.5})
    return about_nothing(
        "T2",
        "The probability of war does not depend on the balance of power, because the offer moves with it",
        "Fearon 1995",
        WAR,
        change,
        0.02,
        whole.pairs,
        finding="The law belongs to a game in which the terms are bargained over. Here the ceasefire stands and no offer is made, "
        "so power is not absorbed by terms and a stronger Russia attacks more often. Bargaining over terms is outside the model.",
    )


def windows(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T3: whoever sees the other rearm faster is tempted to act before."""

    def ukraine_rearms(world: np.record) -> None:
        world.situation.ukrainian_power_later += 0.15

    def russia_rearms(world: np.record) -> None:
        world.situation.russian_power_later += 0.15

    def acting_first(world: np.record) -> float:
        chances = minds.kyiv(world)
        return float(chances[ukraine.KYIV.press] + chances[ukraine.KYIV.fortify])

    source = "Fearon 1995; X2"
    moscow = minds.changes(draws, launching_as_seen, ukraine_rearms, before=look_in_crisis)
    yield in_draws("T3", "Ukraine rearming faster tempts a mobilised Moscow to launch now", source, moscow)
    kyiv = minds.changes(draws, acting_first, russia_rearms, before=minds.look)
    yield in_draws("T3", "Russia rearming faster tempts Kyiv to press or fortify now", source, kyiv)
    arms = [
        whole.arm({"arms": arms, "anticipation_weight": weight, "ukrainian_base": 0.55, "attention_half_life": 400})
        for weight in (2, 0)
        for arms in (1, 0)
    ]
    yield on_average(
        "T3",
        "Arms on their way raise early mobilisation, as far as Moscow looks ahead",
        source,
        EARLY_MOBILISATIONS,
        difference_of_differences(EARLY_MOBILISATIONS, arms, whole.count),
        1,
        whole.pairs,
        remark="what arms change with anticipation less what they change without: arms deter in themselves",
    )


def tied_hands(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T4: an audience cost binds; a sunk cost does not."""
    source = "Fearon 1997"
    margins = np.array([minds.answering(world, legal=1.0) - minds.answering(world, legal=0.33) for world in minds.copies(draws)])
    yield in_draws("T4", "A stronger legal form makes an answer likelier", source, margins)

    def sink(world: np.record) -> None:
        world.uncertainties.join_cost = 2.0

    moved = np.abs(minds.changes(draws, minds.answering, sink))
    yield in_draws(
        "T4",
        "What deployment has cost already changes no answer",
        source,
        1e-9 - moved,
        unit="short of a change of one in a thousand million",
    )
    forms = {**TARGET, "legal_form": "treaty"}, {**TARGET, "legal_form": "political"}
    yield whole.sign("T4", "Attacks on the force are answered more often under a treaty", source, ANSWERED, 1, *forms)


def dearer_failure(whole: Whole) -> Iterator[Check]:
    """T5: given equal deterrence, tied hands fight more when it fails than sunk costs do."""
    sunk = {**TARGET, "legal_form": "political", "arms": 1.0}
    tied = [{**TARGET, "legal_form": "treaty", "arms": arms} for arms in LESS_ARMS]
    gaps = [abs(whole.change(FAILURE, each, sunk).value or 0.0) for each in tied]
    nearest = int(np.argmin(gaps))
    remark = (
        f"treaty with arms at {LESS_ARMS[nearest]:g} against a political form with arms at 1, whose failures differ by "
        f"{100 * gaps[nearest]:.1f} points"
    )
    for measure in (ANSWERED, CLASH_GIVEN_FAILURE):
        yield whole.sign(
            "T5",
            f"Where a treaty and sunk costs (arms already given) deter alike, the treaty is fought for more often: {measure.name}",
            "Fearon 1997",
            measure,
            1,
            tied[nearest],
            sunk,
            remark=remark,
        )


def bluffs(whole: Whole) -> Check:
    """T6: in the informative equilibrium nobody bluffs; agents who choose by logit do, and the rate is reported."""
    answered, _ = widened(whole.level(ANSWERED, TARGET), whole.count)
    bluffed = type(answered)(*(None if bound is None else 1.0 - bound for bound in (answered[0], answered[2], answered[1])))
    return Check(
        "T6",
        Group.SIGN,
        Scope.WHOLE,
        "Whoever pledged and is challenged responds",
        "Fearon 1997",
        "a bluff rate of zero",
        f"attacks on the force left unanswered: {percent(bluffed)}, {whole.count} settings",
        Verdict.DISAGREES,
        "Here states that sent troops may still not fight: wills are unknown, votes are by quorum and mistakes are made (logit). "
        "The rate of bluffs is an outcome, and the credibility gap measures it.",
    )
