"""How a backtest is written down: sentences first, then the scores, the cases, the codebook and the mapping."""

from collections.abc import Mapping, Sequence

from ...docs_pages.reference import table
from ...ensemble.comparison import NOTE
from ...ensemble.intervals import Interval, plain
from ...ensemble.wording import spoken
from .backtest import Backtest, Findings
from .case import ENDS
from .case_file import CaseFile
from .chances import MAJOR_DEATHS
from .codebook import COLUMNS
from .mapping import LINES, NEUTRAL
from .reliability import bands, dice, in_the_large
from .rivals import BASE_RATES, RIVALS
from .scores import AUC, BRIER, DOUBT, LOG, RESAMPLES, Scored
from .sentences import AS_CODED, SPOKEN, all_of, difference, estimate, number
from .variants import VARIANTS

SCORES = (BRIER, LOG, AUC)
SCORE_HEADINGS = tuple(f"{SPOKEN[name]} (95 %)" for name in SCORES)
CASE_HEADINGS = ("case", *(spoken(end) for end in ENDS), "what happened", "Brier")
SHAPED = (
    "Nothing of the model is fitted here. One number had been shaped by the first coding of the shipped library before: how "
    "steeply the value of the prize counts (`prize_steepness`); *value straight* is the model without it. Two more were set by "
    "hand with that library in view (`conduct_precision`, `accident_rate`). So its scores on those cases may flatter the model; on "
    "others they do not."
)


def score_rows(tested: Findings) -> list[tuple[str, ...]]:
    """Every score of the model and of its rivals."""
    return [(name, *(estimate(found[score].interval) for score in SCORES)) for name, found in tested.scores.items()]


def difference_rows(tested: Findings) -> list[tuple[str, ...]]:
    """Every score of the model less that of each rival."""
    return [(rival.name, *(difference(tested.less(rival.name, score)) for score in SCORES)) for rival in RIVALS]


SCORE_TABLE = ("forecaster", *SCORE_HEADINGS)
DIFFERENCE_TABLE = ("the model less", *SCORE_HEADINGS)


def variant_rows(tested: Findings) -> list[tuple[str, ...]]:
    """The model by how the cases are told: every score, and the Brier score less that of base rates."""
    base = tested.scores[BASE_RATES.name][BRIER]
    rows = [
        (name, *(estimate(told.scores[score].interval) for score in SCORES), difference(told.scores[BRIER].less(base)))
        for name, told in tested.told.items()
    ]
    if tested.one_sided:
        count, model, own_base = tested.one_sided
        scores = (estimate(model[score].interval) for score in SCORES)
        rows.append((f"{count} one-sided", *scores, difference(model[BRIER].less(own_base[BRIER]))))
    return rows


VARIANT_HEADINGS = ("cases told", *SCORE_HEADINGS, "less base rates, Brier")


def case_rows(tested: Findings) -> list[tuple[str, ...]]:
    """A row a case: the chances, what happened, and what the difference costs."""
    rows = []
    for readings, chances, weights, losses in zip(
        tested.sample.readings, tested.chances, tested.sample.weights, tested.losses, strict=True
    ):
        ends = " or ".join(spoken(end) for end, weight in zip(ENDS, weights, strict=True) if weight > 0)
        rows.append((readings[0].case_id, *(f"{chance:.2f}" for chance in chances), ends, f"{losses[0]:.2f}"))
    return rows


def band_rows(tested: Findings) -> list[tuple[str, ...]]:
    """Chances of major failure, given and come true, by how high they were."""
    return [
        (f"{each.low:g} to {each.high:g}", str(each.cases), number(each.expected), estimate(each.happened))
        for each in bands(tested.told[AS_CODED].forecast)
    ]


BAND_HEADINGS = ("chance of major failure given", "cases", "given in the mean", "happened (95 %)")


def markdown(found: Backtest, files: Sequence[CaseFile], command: str) -> str:
    """The page `docs/backtest.md`."""
    return "\n\n".join(
        (
            _head(found, command),
            *(_section(tested) for tested in found.tested),
            f"## Case by case\n\n{_cases(found.tested[-1])}",
            _doubts(files),
            _codebook(),
            _mapping(),
        )
    )


def _head(found: Backtest, command: str) -> str:
    rivals = table(("rival", "what it says, of each case by the others alone"), ((each.name, each.meaning) for each in RIVALS))
    variants = table(("cases told", "what that is"), ((each.name, each.meaning) for each in VARIANTS))
    return f"""# Backtest: what the model says of historical cases, and what became of them

Written by `{command}`: {found.runs:,} futures a case, which add {dice(found.tested[0].chances, found.runs):.4f} to a Brier score.
{NOTE} Codes: [sources.md](sources.md).

{SHAPED}

Each case is mapped to a scenario by one line a column (below), the same for all; the model gives the chances of held, low level
and major in five years. Brier score: the sum of squares between the three chances and what happened, 0 to 2, mean over the cases.
Log score: minus the natural logarithm of the chance of what happened, every forecaster's chances being mixed with {DOUBT:g} of
even ones, so that none is infinitely wrong. Both are better the lower. AUC: how often, of one case that went to major failure and
one that did not, the former was given more, ties by half; .5 is chance, 1 never wrong. Intervals are 95 per cent, from
{RESAMPLES:,} samples of the cases with replacement, the same for all forecasters (what the rivals have learnt is not learnt anew
in each). Two coders' readings of one case are one case: their chances are averaged, and where they differ about what happened
half counts for each.

{rivals}

A rival's AUC is that of what it goes by, for which nothing is fitted: whether the prize is dear, its value.

{variants}

*One-sided* are the cases in which one side alone could have begun a failure, or did (`dyad` or `both` stands nowhere)."""


def _section(tested: Findings) -> str:
    large = table(
        ("outcome", "expected in the mean", "happened", "expected less happened (95 %)"),
        (
            (spoken(each.outcome), number(each.expected), number(each.happened), difference(each.excess))
            for each in in_the_large(tested.told[AS_CODED].forecast)
        ),
    )
    sentences = "\n".join(f"- {sentence}" for sentence in all_of(tested))
    return "\n\n".join(
        (
            f"## {spoken(tested.sample.name).capitalize()}: {len(tested.sample.readings)} cases",
            sentences,
            table(SCORE_TABLE, score_rows(tested)),
            table(DIFFERENCE_TABLE, difference_rows(tested)),
            table(VARIANT_HEADINGS, variant_rows(tested)),
            large,
            table(BAND_HEADINGS, band_rows(tested)),
        )
    )


def _cases(tested: Findings) -> str:
    rows = sorted(case_rows(tested), key=lambda row: -float(row[-1]))
    return f"As coded ({spoken(tested.sample.name)}), the dearest first.\n\n{table(CASE_HEADINGS, rows)}"


def _doubts(files: Sequence[CaseFile]) -> str:
    remarks = [f"- {spoken(file.name)}, {remark}" for file in files for remark in file.remarks]
    return "## What does not go together in the files\n\n" + ("\n".join(remarks) or "Nothing was found.")


def _codebook() -> str:
    rows = ((f"`{each.name}`", each.expected, "yes" if each.needed else "no", each.meaning) for each in COLUMNS)
    return (
        "## The codebook\n\nA file of cases is CSV with these columns, in any order, and any others besides. What is not right in "
        f"it is told by line and column.\n\n{table(('column', 'expected', 'needed', 'meaning'), rows)}"
    )


def _mapping() -> str:
    rows = ((f"`{line.column}`", ", ".join(f"`{name}`" for name in line.names), line.said, line.reason) for line in LINES)
    neutral = ((f"`{each.name}`", f"{each.value:g}", each.reason) for each in NEUTRAL)
    return f"""## From a case to a scenario

{table(("column", "goes to", "value", "why"), rows)}

What is Ukrainian, American or European of 2025 about the model's world, and can be taken out, is:

{table(("lever or uncertainty", "value", "what it takes out"), neutral)}

What cannot: the eight sectors of the front and who must hold them, the protege's own choices (it may press its luck), the four
mindsets, from which every challenger is drawn with equal chances, and that a war is begun by a challenger who expects to win it.
Who began a failure (`initiator_of_failure`) is outcome and is not used, but for leaving out cases in which either side may have.
An outcome is major if there was a general war, open fighting with the guarantors, or {MAJOR_DEATHS:,.0f} dead by violations; low
level if more than one year had 25 such dead, or ground was lost without a war.
"""


def as_json(found: Backtest, files: Sequence[CaseFile]) -> dict[str, object]:
    """A backtest for JSON."""
    return {
        "note": NOTE,
        "runs": found.runs,
        "remarks": [f"{file.name}, {remark}" for file in files for remark in file.remarks],
        "samples": [_sample_as_json(tested) for tested in found.tested],
    }


def _sample_as_json(tested: Findings) -> dict[str, object]:
    forecast = tested.told[AS_CODED].forecast
    content: dict[str, object] = {
        "name": tested.sample.name,
        "cases": len(tested.sample.readings),
        "findings": all_of(tested),
        "scores": {name: _scores_as_json(found) for name, found in tested.scores.items()},
        "model_less_rival": {rival.name: {score: tested.less(rival.name, score) for score in SCORES} for rival in RIVALS},
        "told": {name: _scores_as_json(told.scores) for name, told in tested.told.items()},
        "in_the_large": [each._asdict() for each in in_the_large(forecast)],
        "bands": [each._asdict() for each in bands(forecast)],
        "by_case": [
            {
                "case_id": readings[0].case_id,
                "chances": dict(zip(ENDS, map(float, chances), strict=True)),
                "happened": dict(zip(ENDS, map(float, weights), strict=True)),
                "brier": float(losses[0]),
                "log": float(losses[1]),
            }
            for readings, chances, weights, losses in zip(
                tested.sample.readings, tested.chances, tested.sample.weights, tested.losses, strict=True
            )
        ],
    }
    return {key: plain(value) for key, value in content.items()}


def _scores_as_json(found: Mapping[str, Scored]) -> dict[str, Interval]:
    return {name: each.interval for name, each in found.items()}
