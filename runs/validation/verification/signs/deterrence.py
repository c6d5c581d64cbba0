"""Deterrence and choice under error: prizes, capable threats, partial credibility, targets, precision (T7 to T12)."""

from collections.abc import Iterator

import numpy as np

from .....agents import campaign, foresight, russia
from .....agents.response import force_chance
from .....agents.situation import ACT
from ..check import Check, Scope
from ..experiment import CLASH_GIVEN_FAILURE, CLASHES, FAILURE, WAR, plain_average
from ..judgement import Sample, in_draws, possible, shows_again
from ..settings import Draws, draw_of
from . import minds
from .arms import ARRIVED, Whole
from .bargaining import launching

BELIEFS = (0.0, 0.25, 0.5, 0.75, 1.0)
PRECISIONS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Common factor on Moscow's and the coalition's precision, from near blindness to near certainty."""


def checks(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T7 to T12."""
    yield from thresholds(draws, whole)
    yield from capable_threats(draws)
    yield from partial_credibility(draws, whole)
    yield from targets(draws)
    yield from limits_of_precision(draws)
    yield from soft_guarantor(draws, whole)


def thresholds(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T7: what raises the credibility that is needed."""

    def dearer_prize(world: np.record) -> None:
        world.russia.full_value += 0.15

    def more_satisfied(world: np.record) -> None:
        world.russia.base_grievance -= 0.2

    def dearer_conflict(world: np.record) -> None:
        world.uncertainties.clash_cost += 0.4

    source = "Zagare & Kilgour 2000"
    prize, content, conflict = (minds.changes(draws, launching, alter) for alter in (dearer_prize, more_satisfied, dearer_conflict))
    yield in_draws("T7", "A greater prize needs more credibility: at the same credibility Moscow launches more", source, prize)
    yield in_draws("T7", "A Moscow more content with things as they are launches less", source, -content)
    yield in_draws("T7", "The dearer the conflict, the less Moscow launches", source, -conflict)
    yield whole.sign("T7", "A greater prize brings more wars", source, WAR, 1, {"value_shift": 0.15}, {"value_shift": -0.15})
    yield whole.sign("T7", "A dearer clash brings fewer failures", source, FAILURE, -1, {"clash_cost": 2.4}, {"clash_cost": 0.8})


def certain_answer(world: np.record) -> float:
    """Utility of launching if the coalition surely fought, less that of standing down; the world has been looked at."""
    seen, mind = world.situation, world.russia
    held = campaign.defence(seen.ukrainian_power, seen, world.uncertainties)
    terms = campaign.war_terms(
        mind.value,
        mind.cost,
        seen.russian_power,
        held,
        seen.capability,
        1.0,
        seen.punishment,
        seen.legal,
        0.0,
        world.uncertainties,
    )
    made = mind.decision
    return float(
        sum(terms) + made.terms[russia.MOSCOW.launch, russia.MOSCOW_TERM.own_cost] - made.utility[russia.MOSCOW.stand_down]
    )


def make_toothless(world: np.record) -> None:
    """A strong Russia, a weak Ukraine, and the cheapest clash in the declared range: a threat that hardly hurts."""
    world.field.russian_power, world.field.ukrainian_power = 1.4, 0.3
    assumed = world.uncertainties
    assumed.clash_cost, assumed.escalation_cost, assumed.military_cost, assumed.denial = 0.8, 0.0, 0.3, 0.0


def capable_threats(draws: Draws) -> Iterator[Check]:
    """T8: a threat that would not hurt does not deter, however credible; one that would does."""
    incapable, capable = [], []
    for place, world in enumerate(minds.copies(draws)):
        world.uncertainties.anticipation_weight = 0.0  # the game has no later
        world.levers.us_air_surge = 0.0
        if place % 2:
            make_toothless(world)
        minds.in_crisis(world)
        would_hurt = certain_answer(world) < 0.0
        gains, chances = [], []
        for belief in BELIEFS:
            world.russia.belief = belief
            chances.append(minds.in_crisis_as_seen(world)[russia.MOSCOW.launch])
            gains.append(
                world.russia.decision.utility[russia.MOSCOW.launch] - world.russia.decision.utility[russia.MOSCOW.stand_down]
            )
        if would_hurt:
            capable.append(chances[0] - chances[-1])
        else:
            incapable.append(min(gains))
    source = "Zagare & Kilgour 2000"
    if incapable:
        yield in_draws(
            "T8",
            "Where being fought is no worse than standing down, no credibility makes launching the worse choice",
            source,
            np.array(incapable),
            unit="utility",
        )
    if capable:
        yield in_draws("T8", "Where it is worse, more credibility means less launching", source, np.array(capable))


def partial_credibility(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T9: more credibility may mean fewer challenges and yet more fighting between the two."""
    seen = []
    for world in minds.copies(draws):
        minds.in_crisis(world)
        attacks, fights = [], []
        for belief in (0.2, 0.55):
            world.russia.belief = belief
            chance = minds.in_crisis_as_seen(world)[russia.MOSCOW.launch]
            attacks.append(chance)
            fights.append(chance * world.russia.foreseen_war)
        seen.append(attacks[1] < attacks[0] and fights[1] > fights[0])
    source = "Zagare & Kilgour 2000; X4"
    statement = "Credibility from .2 to .55 makes attack rarer and the fight of the two likelier"
    part = possible("T9", statement, source, Scope.PART, np.array(seen), "the coalition fights as often as Moscow foresees")
    yield part
    forms = {**ARRIVED, "legal_form": "treaty"}, {**ARRIVED, "legal_form": "political"}
    statement = "A treaty instead of a political form: more clashes, although fewer failures"
    effect = f"at the same time {FAILURE.text(whole.change(FAILURE, *forms))}"
    yield whole.sign("T9", statement, source, CLASHES, 1, *forms, remark=effect, part=part)
    statement = "Under a treaty a larger part of the failures that remain are clashes"
    yield whole.sign("T9", statement, source, CLASH_GIVEN_FAILURE, 1, *forms, part=part)


def targets(draws: Draws) -> Iterator[Check]:
    """T10: unequal reliability shifts the target and invites attack. Here the unequal partners are sectors, not states."""
    invited, shifted = [], []
    for place, (equal, unequal) in enumerate(zip(minds.copies(draws), minds.copies(draws), strict=True)):
        minds.look(equal)
        minds.look(unequal)
        seen = equal.situation
        here, elsewhere = foresight.foreseen_pair(equal.russia, ACT.seizure, seen, equal.levers, equal.uncertainties)
        if here <= elsewhere:
            continue  # own deaths put it off so much that cover is no protection (T18)
        count = int(equal.situation.sector_count) - 1
        covers = draw_of("covers", place, draws.seed).uniform(0.0, 1.0, count)
        for world, cover in ((equal, np.full(count, covers.mean())), (unequal, covers)):
            world.situation.conduct = russia.CONDUCT.probe  # out of which alone a grab grows
            for sector, own in zip(world.situation.sectors, cover, strict=False):
                sector.frontage = sector.russian_share = sector.ukrainian_share = 1.0 / count
                sector.value = sector.terrain = 1.5
                sector.cover = own
        even, uneven = (minds.strategic_as_seen(world)[russia.MOSCOW.seize] for world in (equal, unequal))
        invited.append(uneven - even)
        utilities = unequal.russia.sector_utility[:count]
        shifted.append(utilities[covers.argmin()] - utilities[covers.argmax()])
    source = "Quackenbush 2006"
    remark = (
        "Moscow chooses among sectors; it cannot strike one contributor rather than another. Of the draws, those count in which "
        "the coalition answers more readily where it is touched."
    )
    yield in_draws(
        "T10", "Of sectors alike but for cover, the least covered is the target", source, np.array(shifted), "", remark, "utility"
    )
    statement = "With cover spread equally over sectors that are otherwise alike, grabs are least likely"
    finding = (
        "It showed while the numbers that shape a grab and its answer were held at their defaults. Drawn over their ranges too, "
        f"about one setting in twenty goes the other way; what these have in common was not found. {remark}"
    )
    yield in_draws("T10", statement, source, np.array(invited), finding, remark)


def limits_of_precision(draws: Draws) -> Iterator[Check]:
    """T11: with no precision all is chance, with all precision the better option is taken."""
    blind, sure = [], []
    for world in minds.copies(draws):
        assumed = world.uncertainties
        assumed.precision = assumed.answer_precision = 1e-9
        chances = minds.in_crisis(world)
        blind.append(
            max(
                abs(force_chance(1.0, assumed) - 0.5),
                *(abs(chances[option] - 1 / 3) for option in (russia.MOSCOW.stand_down, russia.MOSCOW.hold, russia.MOSCOW.launch)),
            )
        )
        assumed.precision, assumed.answer_precision = 1e7, 100.0
        chances = minds.in_crisis(world)
        assumed.answer_precision = 1e7
        best = np.where(world.russia.decision.open == 1, world.russia.decision.utility, -np.inf).argmax()
        sure.append(max(1.0 - chances[best], 1.0 - force_chance(0.01, assumed)))
    source = "McKelvey & Palfrey 1998"
    unit = "short of a deviation of one in a million"
    yield in_draws("T11", "At no precision every option is equally likely", source, 1e-6 - np.array(blind), unit=unit)
    yield in_draws("T11", "At full precision the best option is taken", source, 1e-6 - np.array(sure), unit=unit)


def soft_guarantor(draws: Draws, whole: Whole) -> Iterator[Check]:
    """T12: against a soft guarantor attack need not rise steadily with precision."""
    seen = []
    for world in minds.copies(draws):
        world.uncertainties.resolve_spread = 0.0
        world.uncertainties.answer_base = -3.0
        own = float(world.uncertainties.precision), float(world.uncertainties.answer_precision)
        chances = []
        for factor in PRECISIONS:
            world.uncertainties.precision, world.uncertainties.answer_precision = (factor * each for each in own)
            chances.append(minds.in_crisis(world)[russia.MOSCOW.launch])
        seen.append(turns(np.array(chances)))
    source = "McKelvey & Palfrey 1998; X5"
    soft = {"resolve_spread": 0, "answer_base": -3, "resolve_common_spread": 0, "resolve_national_spread": 0}
    arms = [{**soft, "precision": p, "answer_precision": q} for p, q in ((2, 0.5), (6, 1.1), (18, 3))]
    (early, early_again), (late, late_again) = (whole.halves(WAR, arms[step + 1], arms[step]) for step in range(2))
    turning = early * late < 0
    way = np.sign(early[turning])
    weaker = min(
        (plain_average(way * early_again[turning]), plain_average(-way * late_again[turning])), key=lambda step: step.value or 0.0
    )
    statement = "Against a soft coalition attack first falls and then rises, or the reverse, as precision grows"
    yield possible("T12", statement, source, Scope.PART, np.array(seen))
    moves = [WAR.text(whole.change(WAR, arms[step + 1], arms[step])) for step in range(2)]
    effect = (
        "settings that turn in one half of their futures, judged by the other half: the weaker of the two steps; over all settings "
        f"precision 2 to 6: {moves[0]}; 6 to 18: {moves[1]}"
    )
    sample = Sample(int(turning.sum()), f"{turning.sum()} of {whole.count} settings")
    yield shows_again("T12", statement, source, WAR, weaker, sample, effect)


def turns(chances: np.ndarray) -> bool:
    """Whether a row of chances goes both up and down, by more than a hundredth each way."""
    reached = np.maximum.accumulate(chances)
    sunk = np.minimum.accumulate(chances)
    return bool((reached - chances).max() > 0.01 and (chances - sunk).max() > 0.01)
