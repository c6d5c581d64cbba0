"""The reference tables of the docs, written from the declarations: levers, uncertainties, outcomes, options and their terms.

`python -m reassure.runs.reference` writes `docs/reference.md`; a test compares the file with what this module would write.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..agents import commitment, russia, ukraine, united_states, willingness
from ..agents.choice import Option, Term
from ..agents.mindset import MINDSETS
from ..agents.response import ANSWER_TERMS
from ..agents.vote import VOTES
from ..model.levers import LEVERS
from ..model.outcomes import EVENTS, MEANS, RUNGS, WORDS, WORST
from ..model.theatre import SECTORS
from ..model.uncertainties import UNCERTAINTIES
from .page import write_page

PLACE = Path("docs/reference.md")

HEAD = """# Reference

Written by `python -m reassure.runs.reference` from the declarations in the code; a test keeps the two the same.
C, T, X and A numbers are claims, signs, exact checks and anchors of the evidence; *assumption* means that no data were found.
"""


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def levers() -> str:
    """Every lever with default, unit, range, meaning and source."""
    return table(
        ("lever", "default", "unit", "range", "meaning", "source"),
        ((f"`{x.name}`", x.text(x.default), x.unit, x.range_text(), x.meaning, x.source) for x in LEVERS.values()),
    )


def uncertainties() -> str:
    """Every uncertainty with default, distribution, unit, range, meaning and source."""
    return table(
        ("uncertainty", "default", "distribution", "unit", "range", "meaning", "source"),
        (
            (f"`{x.name}`", x.text(x.default), x.distribution_text(), x.unit, x.range_text(), x.meaning, x.source)
            for x in UNCERTAINTIES.values()
        ),
    )


def choices(options: Sequence[Option], terms: Sequence[Term]) -> str:
    """An actor's options, and the terms of which their utilities are sums."""
    return "\n\n".join(
        (
            table(("option", "meaning"), ((f"`{x.name}`", x.meaning) for x in options)),
            table(("term", "meaning", "source"), ((f"`{x.name}`", x.meaning, x.source) for x in terms)),
        )
    )


def page() -> str:
    """The whole page."""
    outcome = ("name", "unit", "meaning", "source")
    sections = {
        "Levers": levers(),
        "Uncertainties": uncertainties(),
        "Mindsets": table(
            ("mindset", "value", "fear", "affront", "grievance", "cost", "precision", "stand-down cost", "meaning"), MINDSETS
        ),
        "Sectors": table(
            (
                "sector",
                "latitude",
                "longitude",
                "frontage",
                "value",
                "terrain",
                "Russian share",
                "Ukrainian share",
                "city share",
                "meaning",
            ),
            SECTORS,
        ),
        "Outcomes: the worst reached": table(outcome, WORST),
        "Outcomes: events, by first week": table(outcome, EVENTS),
        "Outcomes: means": table(outcome, MEANS),
        "The ladder": f"Deeds, lowest first: {', '.join(RUNGS)}.\n\nWords, kept apart: {', '.join(WORDS)}.",
        "Russia": choices(russia.OPTIONS, russia.TERMS),
        "Ukraine": choices(ukraine.OPTIONS, ukraine.TERMS),
        "United States": choices(united_states.OPTIONS, united_states.TERMS),
        "European allies": choices(commitment.OPTIONS, (*willingness.TERMS, commitment.BAR)),
        "Votes on an attack": choices(VOTES, ANSWER_TERMS),
    }
    return HEAD + "".join(f"\n## {title}\n\n{text}\n" for title, text in sections.items())


def main() -> None:
    """Write the page to the place named on the command line, or to `docs/reference.md`."""
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE
    write_page(place, page())


if __name__ == "__main__":
    main()
