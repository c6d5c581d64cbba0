"""The page `docs/mutation.md`: the score by file and by kind, and every survivor by name."""

from collections.abc import Callable, Sequence

from ..docs_pages.reference import table
from .results import Result
from .score import by, file_of, kind_of, score, survivors
from .tests_used import LEFT_OUT

HEADINGS = ("", "killed", "survived", "share", "only raise", "change nothing")


def markdown(results: Sequence[Result], sites: int, of: int, seed: int, untried: int) -> str:
    """The page of the results of one draw."""
    missing = f" **{untried} mutants of the draw are not tried yet.**" if untried else ""
    left_out = "\n".join(f"- `{test}`: {why}" for test, why in LEFT_OUT.items())
    return f"""# Mutation check

Written by `python -m reassure.runs.mutation --page`. {score(results)}.{missing}

{sites} of {of} sites, drawn by the seed {seed}, each file in proportion to its sites: numbers (half, double, the sign turned),
signs, comparisons (turned), terms (left out), and neighbours (arguments or rows exchanged). A mutant is killed when a test of the
agents or the model fails by its own assertion. One that only makes tests raise, or provably changes nothing, is not counted.

Not used, because they cannot say what is right:

{left_out}

## By file

{_scores(results, file_of, "file")}

## By kind

{_scores(results, kind_of, "kind of site")}

## Survivors

{_survivors(results)}
"""


def _scores(results: Sequence[Result], key: Callable[[Result], str], heading: str) -> str:
    rows = (
        (name, str(each.killed), str(each.survived), f"{each.share:.0%}", str(each.raised), str(each.equivalent))
        for name, each in sorted(by(results, key).items())
    )
    return table((heading, *HEADINGS[1:]), rows)


def _survivors(results: Sequence[Result]) -> str:
    rows = [(each.mutant, f"`{each.change}`", why or "no reason given") for each, why in survivors(results)]
    return table(("mutant", "change", "why it may live"), rows) if rows else "None."
