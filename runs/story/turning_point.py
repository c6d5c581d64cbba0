"""What decided a future: the steps into the worst it reached, or how near it came to worse."""

from collections.abc import Sequence
from typing import Any

from ...agents.curves import WEEKS_IN_YEAR
from ...model.outcomes import BROUGHT_BY, EVENTS, WORST
from .answers import Answer
from .chronicle import Week
from .decisions import option_taken, sector_name
from .phrases import capital, happening_sentence, option, percent, place, share_of, small, what_was_done

ENTRY = {WORST[end].name: EVENTS[event].name for end, event in BROUGHT_BY.items()}
"""The event that brought each outcome, by their names."""
GRAVE = {"seize", "strike", "mobilise", "launch"}
"""Moscow's choices that can end a ceasefire."""
GRAVE_CHOICES = {("Russia", option) for option in GRAVE} | {("Ukraine", "counter_attack")}
WORTH_NAMING = 0.01
"""Chance of something grave below which no week came near to it."""
OPENINGS = {"crisis_begins", "clash", "deadly_contact", "ground_taken", "ground_kept", "out_of_hand"}


def turning_point(weeks: Sequence[Week], ending: dict[str, Any]) -> list[str]:
    """A few sentences. `ending` is what `runs/story/ending.py` says of this future."""
    if ending["failed"]:
        return _steps_into(weeks, ending["first"][ENTRY[ending["worst"]]])
    return _nearest_to_worse(weeks)


def _steps_into(weeks: Sequence[Week], last: int) -> list[str]:
    """The grave choices, answers and accidents of the year that led to it, latest last."""
    told = []
    for week in weeks:
        if last - WEEKS_IN_YEAR <= week.week <= last:
            told += [f"Week {week.week:g}: {sentence}" for sentence in _steps_in(week)]
    return told[-6:]


def _steps_in(week: Week) -> list[str]:
    told = []
    for made in week.decisions:
        if (made.actor, made.chosen) in GRAVE_CHOICES or (made.actor, made.node) == ("United States", "crisis"):
            where = f" in {place(sector_name(made))}" if made.sector is not None else ""
            odds = "on order" if made.ordered else f"{percent(option_taken(made).probability)}, draw {small(made.draw)}"
            told.append(f"{capital(made.actor)} chooses {option(made.chosen)}{where} ({odds}).")
    if week.answer and week.answer.act != "probe":
        told.append(_answered(week.answer))
    by_moscow = any(made.chosen in ("mobilise", "seize") for made in week.decisions)
    for happening in week.happened:
        if happening.name in OPENINGS and not (happening.name == "crisis_begins" and by_moscow):
            sentence = happening_sentence(happening) or ""
            told.append(sentence[:1].lower() + sentence[1:])
    return told


def _answered(answer: Answer) -> str:
    act = what_was_done(answer)
    if not answer.votes:
        return f"nobody else has a say in the answer to {act}."
    verdict = "force is carried" if answer.force else "no force"
    return f"the answer to {act}: {verdict} ({percent(answer.share)} for it, {percent(answer.quorum)} needed)."


def _nearest_to_worse(weeks: Sequence[Week]) -> list[str]:
    """The choice in which Moscow was likeliest to do something grave and did not."""
    near = [
        (share_of(made, GRAVE), week, made)
        for week in weeks
        for made in week.decisions
        if made.actor == "Russia" and made.chosen not in GRAVE
    ]
    share, week, made = max(near, key=lambda each: each[0], default=(0.0, None, None))
    if week is None or made is None or share == 0.0:
        return ["Moscow never had a moment for anything graver than pressure."]
    if share < WORTH_NAMING:
        return [
            "Moscow was never near to anything graver: the chance that it would seize, strike, mobilise or launch was below 1 %."
        ]
    graver = max((weighed for weighed in made.weighed if weighed.option in GRAVE), key=lambda weighed: weighed.probability)
    return [
        f"It came nearest to worse in week {week.week:g}: the chance that Moscow would seize, strike, mobilise or launch was"
        f" {percent(share)} ({option(graver.option)} {percent(graver.probability)});"
        f" the draw of {small(made.draw)} made it {option(made.chosen)}."
    ]
