"""The page `docs/reliability.md`: what was tried, and what came of it."""

from collections.abc import Sequence
from itertools import groupby

from ..docs_pages.reference import table
from .fuzzing import REALLY, Survey
from .ordeal import BATCH, MORE, Ordeal
from .trial import PATIENCE


def markdown(survey: Survey, ordeals: Sequence[Ordeal], not_tried: Sequence[str]) -> str:
    """The page of one round of bad input and sudden death."""
    absent = "".join(f"\nNot tried: {what}.\n" for what in not_tried)
    return f"""# Reliability

Written by `python -m reassure.runs.reliability --out docs/reliability.md`, which takes about twenty minutes and needs the
extra `test`.

## Bad input

{survey.tried.total():,} inputs made by a grammar with the seed {survey.seed}: command lines from what the commands declare,
files as people write and break them, stores with bits flipped and shards exchanged. Each is answered, or refused with status 2
and one line. There may be no traceback, no answer that takes longer than {PATIENCE:g} s, no file half-written or changed by what
was refused, no JSON that is none, no letter that a terminal would obey, and no other answer from a damaged store without a word.

{_survey(survey)}

One in {REALLY} was typed as a real command as well ({survey.typed}) and had to end with the same status. The slowest answer took
{survey.slowest:.1f} s. {_findings(survey)} `--only KIND NUMBER` tries one again.

## Sudden death

Each is done to this batch, to its `resume`, or to its `extend {" ".join(MORE)}`:

    reassure {" ".join(BATCH)}

SIGKILL goes to the whole process group at a moment drawn between start and end. Then somebody goes on, as the documentation
says, and the store has to be that of a batch never disturbed: no row missing, none twice, every file equal to the byte.

{_ordeals(ordeals)}
{_troubles(ordeals)}{absent}"""


def _survey(survey: Survey) -> str:
    rows = [(kind, str(tried), str(survey.refused[kind]), str(survey.wrong[kind])) for kind, tried in survey.tried.items()]
    total = [counts.total() for counts in (survey.tried, survey.refused, survey.wrong)]
    return table(("kind of input", "tried", "refused", "went wrong"), [*rows, ("all", *map(str, total))])


def _findings(survey: Survey) -> str:
    return "Nothing went wrong." if not survey.findings else f"Found to be wrong: {len(survey.findings)}; the command tells what."


def _troubles(ordeals: Sequence[Ordeal]) -> str:
    """What went wrong, one by one, so that no figure in the table is without its reason."""
    return "".join(f"\n- {each.name}, {each.moment}: {each.wrong or 'not as if undisturbed'}" for each in ordeals if not each.well)


def _ordeals(ordeals: Sequence[Ordeal]) -> str:
    rows = []
    for name, group in groupby(sorted(ordeals, key=lambda each: each.name), key=lambda each: each.name):
        these = list(group)
        left = [each.left for each in these]
        shards = str(left[0]) if min(left) == max(left) else f"{min(left)} to {max(left)}"
        lost, doubled = (sum(getattr(each, field) for each in these) for field in ("lost", "doubled"))
        equal = sum(each.equal for each in these)
        wrong = sum(not each.well for each in these)
        rows.append((name, str(len(these)), shards, str(lost), str(doubled), f"{equal} of {len(these)}", str(wrong)))
    return table(("", "times", "shards then there", "rows lost", "rows doubled", "stores byte-equal", "went wrong"), rows)
