"""A future told to people: quiet stretches in a line, and a dated heading for each week in which something grave happens."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from rich.console import Console
from rich.text import Text

from ...agents.explanation import Explanation, Reason
from ..console.paragraph import paragraph
from .answers import Answer
from .chronicle import Week
from .decisions import sector_name
from .phrases import (
    SPOKEN,
    answer_sentence,
    attack_sentence,
    choice_sentence,
    happened_sentences,
    long_date,
    option,
    signed,
)
from .quiet_weeks import asides, summary
from .reasons import SMALLEST, Weight, contest

INDENT = 2
CONDUCT = {"comply": "comply", "step_down": "comply", "stand_down": "comply", "coerce": "coerce", "probe": "probe"}
"""What each of Moscow's choices makes of its conduct; the others leave it."""
GRAVE = {"step_down", "seize", "strike", "mobilise", "launch", "stand_down", "withdraw", "withhold", "concede", "restrain", "back"}
"""Choices of Moscow and Washington whose reasons are spelled out; those of the others are told in a breath."""
ROUTINE = {"Ukraine": {"restrain", "fortify", "hedge", "retaliate"}, "United States": {"slow_walk", "deliver", "deliver_more"}}
"""Choices of the others that are told in passing."""


AT_FIRST = {"conduct": "comply", "washington": "deliver", "kyiv": "restrain", "troops": 0.0}
"""What stands when the ceasefire begins (`model/beginning.py`)."""


class Telling(NamedTuple):
    """A week worth a heading: the decisions that matter and the happenings, as sentences."""

    week: Week
    decisions: tuple[Explanation, ...]
    happened: tuple[str, ...]


def tell(weeks: Iterable[Week], out: Console) -> None:
    """Print the chronicle."""
    quiet: list[Week] = []
    stood = before = AT_FIRST
    for week in weeks:
        telling = telling_of(week, before)
        before = week.situation
        if telling is None:
            quiet.append(week)
            continue
        stood = _pass_over(quiet, stood, out)
        _print_week(telling, out)
        _print_asides([week], stood, out, telling.decisions)
        stood = week.situation
    _pass_over(quiet, stood, out)


def telling_of(week: Week, stood: dict[str, Any]) -> Telling | None:
    """What is worth telling of a week, given the situation before it; None for a quiet one."""
    decisions = tuple(made for made in week.decisions if _matters(made, stood))
    happened = happened_sentences(week.happened)
    if decisions or happened or week.answer:
        return Telling(week, decisions, happened)
    return None


def _matters(made: Explanation, stood: dict[str, Any]) -> bool:
    """Whether a decision is worth telling with its reasons: it was ordered, is grave, or changes what stood before."""
    if made.ordered:
        return True
    if made.actor == "Russia":
        return made.node == "crisis" or made.chosen == "probe" or CONDUCT.get(made.chosen) != stood["conduct"]
    standing = {"Ukraine": stood["kyiv"], "United States": stood["washington"]}
    return made.actor in ROUTINE and made.chosen not in ROUTINE[made.actor] | {standing[made.actor]}


def _pass_over(quiet: list[Week], stood: dict[str, Any], out: Console) -> dict[str, Any]:
    """Print and forget the quiet weeks; `stood` is the situation before them, and the one after them is given back."""
    if quiet:
        out.print()
        paragraph(out, summary(quiet, stood), hang=INDENT)
        _print_asides(quiet, stood, out)
        stood = quiet[-1].situation
        quiet.clear()
    return stood


def _print_asides(weeks: Sequence[Week], stood: dict[str, Any], out: Console, told: Sequence[Explanation] = ()) -> None:
    for sentence in asides(weeks, stood, told):
        paragraph(out, sentence, INDENT, INDENT, style="dim")


def _print_week(telling: Telling, out: Console) -> None:
    week = telling.week
    heading = f"Week {week.week:g}, {long_date(week.date)}"
    out.print()
    paragraph(out, Text.assemble((heading, "bold"), f"   {standing(week)}"))
    after_the_answer = [made for made in telling.decisions if made.actor == "Ukraine"]
    for made in telling.decisions:
        if made not in after_the_answer:
            _print_decision(made, out)
    if week.answer:
        _print_answer(week.answer, out)
    for made in after_the_answer:
        _print_decision(made, out)
    for sentence in telling.happened:
        paragraph(out, sentence, INDENT, INDENT, style="bold")


def standing(week: Week) -> str:
    """Where the ladders stand: of deeds, cooling where nothing done this week is on its rung, and of words."""
    rung = f"rung: {'cooling, at the height of ' if week.cooling else ''}{option(week.rung)}"
    return f"{rung}; {SPOKEN[week.words]}" if week.words in SPOKEN else rung


def _print_decision(made: Explanation, out: Console) -> None:
    between = contest(made)
    paragraph(out, choice_sentence(made, sector_name(made)), INDENT, INDENT)
    if between.rival is None:
        return
    print_weights = _print_spelled_out if made.actor != "Ukraine" and made.chosen in GRAVE else _print_in_a_breath
    rival = option(between.rival.option)
    sides: Sides = [(f"for it, against {rival}", between.speaking_for()), (f"for {rival}", between.speaking_against())]
    print_weights(sides, out, between.left_out([weight for _, weights in sides for weight in weights]))


def _print_answer(answer: Answer, out: Console) -> None:
    paragraph(out, attack_sentence(answer), INDENT, INDENT)
    paragraph(out, answer_sentence(answer), INDENT, INDENT)
    weights = _mean_reasons(answer)
    for_force = [weight for weight in weights if weight.difference > 0][:2]
    against = [weight for weight in reversed(weights) if weight.difference < 0][:2]
    print_weights = _print_in_a_breath if answer.act == "probe" else _print_spelled_out
    print_weights([("for force, in the mean", for_force), ("against it", against)], out)


def _mean_reasons(answer: Answer) -> list[Weight]:
    """What spoke for and against force, weighted as the votes are, in log odds; most for force first."""
    sums: dict[str, float] = {}
    known: dict[str, Reason] = {}
    total = sum(vote.weight for vote in answer.votes)
    for vote in answer.votes:
        force = next(weighed for weighed in vote.explanation.weighed if weighed.option == "force")
        for reason in force.reasons:
            sums[reason.name] = sums.get(reason.name, 0.0) + reason.value * vote.weight / total
            known[reason.name] = reason
    return sorted((Weight(value, known[name]) for name, value in sums.items()), key=lambda weight: -weight.difference)


Sides = list[tuple[str, Sequence[Weight]]]
"""A title and the weights under it, for each side of a contest."""


def _print_in_a_breath(sides: Sides, out: Console, left_out: float = 0.0) -> None:
    """The reasons of both sides in one paragraph, by name, size and source; then what those left out come to."""
    told = []
    for title, weights in sides:
        named = [f"{_name(weight)} {signed(weight.difference)} [{weight.reason.source}]" for weight in weights]
        if named:
            told.append(f"{title}: {', '.join(named)}")
    if abs(left_out) >= SMALLEST:
        told.append(f"all others {signed(left_out)}")
    if told:
        paragraph(out, "; ".join(told) + ".", 2 * INDENT, INDENT, style="dim")


def _print_spelled_out(sides: Sides, out: Console, left_out: float = 0.0) -> None:
    """A line for each reason, with what it means; then what those left out come to."""
    for title, weights in sides:
        if weights:
            paragraph(out, f"{title}:", 2 * INDENT, style="italic")
        for weight in weights:
            meaning, source = weight.reason.meaning, weight.reason.source
            size = f"{signed(weight.difference):>5} "
            paragraph(out, Text.assemble(size, (_name(weight), "bold"), f": {meaning} ", (f"[{source}]", "dim")), 2 * INDENT, 6)
    if abs(left_out) >= SMALLEST:
        paragraph(out, f"all others: {signed(left_out)}", 2 * INDENT, style="dim")


def _name(weight: Weight) -> str:
    return weight.reason.name.replace("_", " ")
