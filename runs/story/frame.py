"""What stands before and after a chronicle: whose future this is, and what became of it."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from ...agents.mindset import MINDSETS
from ...model.course import Course
from ...model.future import date_of
from ...model.levers import LEVERS
from ...model.outcomes import EVENTS, MEANS, WORST
from ..console.paragraph import line, paragraph
from ..docs_pages.sources import SAID
from .chronicle import Week
from .divergence import Parting, Side
from .phrases import capital, long_date, option, percent, place, short_date, small, soldiers
from .turning_point import turning_point

READING = (
    "How to read it: a percentage is the probability that the actor itself gave to what it chose; the draw, from 0 to 1, was held"
    " against its options in order of escalation. Signed numbers: how much a reason speaks for the choice against the named other"
    " (utility; log odds for votes), each with the claim or study it comes from. The ladder of deeds is climbed at once and left a"
    " rung in four weeks: while it cools, nobody need have done what its rung is named after."
)
GUARANTEE_ALONE = {"authorisation": "the guarantee came into force"}
"""What an event means where no presence is planned."""
HONEST = "This is one future of a model that explores assumptions; it does not forecast."


def print_prologue(model: Course, out: Console) -> None:
    """Scenario, seed, run, and the hidden mind of this Moscow, which is the reader's privilege."""
    scenario, russia, assumed = model.preset, model.world.russia, model.world.uncertainties
    mindset = MINDSETS[int(russia.mindset)]
    form = LEVERS["legal_form"].text(scenario.levers["legal_form"]).replace("_", "-")
    troops = f"up to {soldiers(scenario.levers['troop_ceiling'])} foreign troops" if scenario.has_troops else "no foreign troops"
    agreed = ""
    if scenario.levers["nato_mission"]:
        agreed = ", taken as agreed by the alliance" if scenario.levers["consensus_forced"] else ", if the alliance agrees"
    paragraph(out, Text.assemble((scenario.title, "bold"), f" ({scenario.name})"))
    start = long_date(date_of(scenario, 0))
    guarantee = "no guarantee" if form == "none" else f"a {form} guarantee{_for_how_long(form, scenario.levers['mandate_years'])}"
    paragraph(
        out, f"Seed {model.seed}, run {model.run}; {model.weeks} weeks from {start}. The plan: {troops}, {guarantee}{agreed}."
    )
    paragraph(
        out,
        f"This Moscow is of the kind {mindset.name.replace('_', '-')}: {mindset.meaning}. Its value of the aim is"
        f" {float(russia.full_value):.2f} (1: what Ukraine's submission is worth to a typical revisionist); this run drew"
        f" fear at {assumed.fear_size:.2f} and affront at {assumed.affront_size:.2f} times their usual size. None of the other"
        " capitals knows.",
    )
    out.print()
    paragraph(out, f"{READING} {SAID}", style="dim")


def _for_how_long(form: str, years: float) -> str:
    """A time that is set, or that none is where the form lets one expect it."""
    if years:
        return f" (a mandate of {years:g} {'year' if years == 1 else 'years'} at first)"
    return " (no end set)" if form == "time-limited" else ""


def print_epilogue(model: Course, weeks: Sequence[Week], ending: dict[str, Any], reopen: str, out: Console) -> None:
    """The outcome, when each event first happened, what decided it, and how to open this future again."""
    worst = next(outcome for outcome in WORST if outcome.name == ending["worst"])
    over = "" if model.week >= model.weeks else f"; with it the record ends, after {model.week} weeks"
    out.print()
    paragraph(out, Text.assemble((f"Outcome: {worst.name.replace('_', ' ')}", "bold"), f": {worst.meaning}{over}."))
    for sentence in turning_point(weeks, ending):
        paragraph(out, sentence, 2, 2)
    firsts = sorted((week, event) for event in EVENTS if (week := ending["first"][event.name]) is not None)
    if firsts:
        out.print("First:")
        for week, event in firsts:
            meaning = GUARANTEE_ALONE.get(event.name, event.meaning) if not model.preset.has_troops else event.meaning
            paragraph(out, f"week {week:>3} ({short_date(date_of(model.preset, week))}): {meaning}", 2, 2)
    if ending["means"]["troops"] is not None:
        out.print("While the ceasefire lasted:")
        for mean in MEANS[1:]:
            paragraph(out, f"{mean.meaning}: {_mean(mean.name, mean.unit, ending['means'][mean.name])}", 2, 2)
    out.print()
    out.print("To open it again:")
    line(out, f"  {reopen}")  # a command that is broken by the terminal would play another future
    paragraph(out, HONEST)


def _mean(name: str, unit: str, value: float) -> str:
    return f"{soldiers(value)} soldiers" if name == "troops" else f"{value:,.3g} ({unit})"


def print_parting(parted: Parting | None, ending: dict[str, Any], twin_ending: dict[str, Any], out: Console) -> None:
    """Where this future and the same luck without the troops part, and what becomes of the other."""
    out.print()
    paragraph(
        out,
        Text.assemble(
            ("The same luck without the troops: ", "bold"),
            f"{twin_ending['worst'].replace('_', ' ')} instead of {ending['worst'].replace('_', ' ')}."
            if twin_ending["worst"] != ending["worst"]
            else f"{ending['worst'].replace('_', ' ')} as well.",
        ),
    )
    if parted is None:
        paragraph(out, "The three capitals choose alike to the end of the shorter of the two.", 2, 2)
        return
    paragraph(
        out,
        f"The two part in week {parted.week:g}: with the troops {capital(parted.actor)} {_choice(parted.a)};"
        f" without them it {_choice(parted.b)}.",
        2,
        2,
    )


def _choice(side: Side | None) -> str:
    if side is None:
        return "has nothing to choose"
    where = f" in {place(side.sector)}" if side.sector else ""
    return f"chooses {option(side.option)}{where} ({percent(side.probability)}, draw {small(side.draw)})"
