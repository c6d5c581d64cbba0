"""The reference tables of the docs, written from the declarations: levers, uncertainties, outcomes, options and their terms.

`python -m reassure.runs.docs_pages.reference` writes `docs/reference.md`; a test compares the two.
"""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from ...agents import commitment, russia, ukraine, united_states, willingness
from ...agents.choice import Option, Term
from ...agents.mindset import MINDSETS, TRAITS
from ...agents.response import ANSWER_TERMS
from ...agents.vote import VOTES
from ...model.levers import LEVERS
from ...model.order_of_play import ORDER_OF_PLAY
from ...model.outcomes import EVENTS, MEANS, RUNGS, WORDS, WORST, Outcome
from ...model.theatre import SECTORS
from ...model.uncertainties import UNCERTAINTIES
from ..files.whole import write_whole
from ..numbers.behind import behind
from ..numbers.constants import constants

PLACE = Path("docs/reference.md")

HEAD = """# Reference

Written by `python -m reassure.runs.docs_pages.reference` from the declarations in the code; a test keeps the two the same.
What the codes of sources stand for is in [sources.md](sources.md); *assumption* means that no data were found.
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
    """Every uncertainty by whom it is about, with nature, default, distribution, unit, range, meaning and source."""
    columns = ("uncertainty", "default", "nature", "distribution", "unit", "range", "meaning", "source")
    groups: dict[str, list[tuple[str, ...]]] = {}
    for x in UNCERTAINTIES.values():
        row = (f"`{x.name}`", x.text(x.default), x.nature, x.distribution_text(), x.unit, x.range_text(), x.meaning, x.source)
        groups.setdefault(x.about, []).append(row)
    counted = sum(map(len, groups.values()))
    introduction = (
        f"{counted} numbers. A *coefficient* has one value for every case and every future; a *circumstance* belongs to one\n"
        "future. Any of them is set with `--fix NAME=VALUE` or varied with `--sweep`;\n"
        "`reassure show SCENARIO --search WORDS` finds them."
    )  # fmt: skip
    return "\n\n".join((introduction, *(f"### About {about}\n\n{table(columns, rows)}" for about, rows in groups.items())))


def named_constants() -> str:
    """Every number in the rules that is not open, and why."""
    return table(
        ("constant", "value", "where", "why it is not open"),
        ((f"`{x.name}`", f"{x.value!r}", f"`{x.file}`", x.why) for x in constants()),
    )


def choices(options: Sequence[Option], terms: Sequence[Term], handle: str) -> str:
    """An actor's options, the terms of which their utilities are sums, and the declared numbers that each term's own lines read."""
    rows = []
    for term in terms:
        found = [behind(handle, option.name, term.name) for option in options] + [behind(handle, "", term.name)]
        direct = dict.fromkeys(name for each in found for name in each.direct)
        through = dict.fromkeys(name for each in found for name in each.through if name not in direct)
        rows.append((f"`{term.name}`", term.meaning, term.source, _code(direct), _code(through)))
    return "\n\n".join(
        (
            table(("option", "meaning"), ((f"`{x.name}`", x.meaning) for x in options)),
            table(("term", "meaning", "source", "numbers that it reads", "numbers behind what it reads"), rows),
        )
    )


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def sections() -> dict[str, str]:
    """The page, section by section."""
    outcome = ("name", "unit", "meaning", "source")
    sector = (
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
    )
    traits = ("mindset", *(trait.name for trait in TRAITS), "meaning")
    return {
        "Levers": levers(),
        "Uncertainties": uncertainties(),
        "Named constants": named_constants(),
        "Mindsets": table(traits, ((x.name, *(getattr(x, trait.name) for trait in TRAITS), x.meaning) for x in MINDSETS)),
        "Sectors": table(sector, ([getattr(x, name) for name in SECTOR_FIELDS] for x in SECTORS)),
        "Order of play": table(("step", "whose", "what happens"), ((f"`{x.name}`", x.who, x.meaning) for x in ORDER_OF_PLAY)),
        "Outcomes: the worst reached": table(outcome, map(_outcome, WORST)),
        "Outcomes: events, by first week": table(outcome, map(_outcome, EVENTS)),
        "Outcomes: means": table(outcome, map(_outcome, MEANS)),
        "The ladder": f"Deeds, lowest first: {', '.join(RUNGS)}.\n\nWords, kept apart: {', '.join(WORDS)}.",
        "Russia": choices(russia.OPTIONS, russia.TERMS, "MOSCOW_TERM"),
        "Ukraine": choices(ukraine.OPTIONS, ukraine.TERMS, "KYIV_TERM"),
        "United States": choices(united_states.OPTIONS, united_states.TERMS, "WASHINGTON_TERM"),
        "European allies": choices(commitment.OPTIONS, (*willingness.TERMS, commitment.BAR), "JOIN_TERM"),
        "Votes on an attack": choices(VOTES, ANSWER_TERMS, "ANSWER_TERM"),
    }


SECTOR_FIELDS = (
    "name",
    "latitude",
    "longitude",
    "frontage",
    "value",
    "terrain",
    "russian_share",
    "ukrainian_share",
    "city_share",
    "meaning",
)


def _outcome(row: Outcome) -> tuple[str, str, str, str]:
    return row.name, row.unit, row.meaning, row.source


def page() -> str:
    """The whole page."""
    return HEAD + "".join(f"\n## {title}\n\n{text}\n" for title, text in sections().items())


def main() -> None:
    """Write the page to the place named on the command line, or to `docs/reference.md`."""
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE
    write_whole(place, page())


if __name__ == "__main__":
    main()
