"""How effects are written down: what moves nothing first, then what goes against expectation, then every lever and uncertainty."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ....model.levers import LEVERS
from ....model.scenario import shipped
from ...docs_pages.reference import table
from ...ensemble.caution import caution
from ...ensemble.comparison import NOTE
from ...ensemble.findings import points, spoken
from ...ensemble.intervals import Interval, within
from ..verification.experiment import signed
from .effect import Effect, Finding, Plan
from .ends import compared, compared_text, declared
from .judged import LITTLE, Agreement, Judged, Verdict
from .multiplicity import widened
from .places import ALL_SCENARIOS, ON_ANY_PRIZE, RANDOM_SETTINGS, UNDER_A_POLICY
from .recorded import AVERAGES, RECORDED, SHARES

SMALL = 0.01
"""Below this a change of a mean is written with one digit that counts."""
COLUMNS = (
    "name",
    "from, to",
    "moves most",
    "by (at the level of many comparisons)",
    "where",
    "failures in each scenario",
    "in all",
    "in random settings: mean, mean size, largest",
    "expected",
)
"""Of the tables of levers and uncertainties."""


def markdown(judged: Sequence[Judged], plan: Plan, command: str) -> str:
    """The page `docs/effects.md`."""
    levers = [each for each in judged if each.finding.name in LEVERS]
    others = sorted((each for each in judged if each.finding.name not in LEVERS), key=lambda each: -each.size)
    return "\n\n".join(
        (
            head(judged, plan, command),
            f"## What moves nothing\n\n{_idle(judged, Verdict.NOTHING)}",
            f"## What cannot be told apart from luck\n\n{_idle(judged, Verdict.UNCLEAR)}",
            f"## What moves means alone\n\n{_means_alone(judged)}",
            f"## Against expectation\n\n{_against(judged)}",
            f"## Levers\n\n{table(COLUMNS, map(row, levers))}",
            f"## Uncertainties, by the size of their effect\n\n{table(COLUMNS, map(row, others))}\n",
        )
    )


def head(judged: Sequence[Judged], plan: Plan, command: str) -> str:
    """The introduction: what was played, how to read it, what came of it."""
    verdicts = Counter(each.verdict for each in judged)
    agreements = Counter(agreement for each in judged for _, agreement in each.expected)
    warning = caution(plan.runs)
    return f"""# Effects: what every lever and every uncertainty moves

Written by `{command}`.
{NOTE}{f" {warning}" if warning else ""}

**What was played.** Each of {len(judged)} levers and uncertainties is held at the low and at the high end of its declared
range, all else as it was; at every value, if values have names, of which the two that differ most are told. That in the five
shipped scenarios ({plan.runs:,} futures each), and in {plan.settings} random settings ({plan.futures} futures each), in which
every lever and every fixed number is drawn over its range. The prize is Ukraine; what shows under other prizes alone
({_listed(ON_ANY_PRIZE)}) is looked for with the prize drawn as well, and what weighs a declared response policy
({_listed(UNDER_A_POLICY)}) under a coalition that answers a rung higher, since over both sides it would cancel out. Both
ends share their luck: a difference, high less low, is a mean over pairs of futures. Shares are in percentage points. Every outcome,
with its interval, stands in [effects.csv](effects.csv).

**Acts** is said of a quantity if one of {len(SHARES)} shares of futures moves in one of the scenarios, in their mean or in that of
the random settings by more than so many comparisons bring about by luck: within a quantity chances are multiplied by the number
of its comparisons (Bonferroni), and of those with a clear effect five per cent may be false (Benjamini & Hochberg 1995). The
interval beside the outcome moved most is widened to that level (Benjamini & Yekutieli 2005); those of the failures are plain
ones of 95 per cent. **Moves means alone** is said if one of {len(AVERAGES)} means moves so, and no share. **Moves nothing** is
said if no effect is clear, no share moves by {100 * LITTLE:g} points in any scenario, and failure does not in the mean of the
random settings. The rest **cannot be told apart from luck**. What no shipped scenario contains (Russian consent, imposed terms,
a conditional guarantee) can show in the random settings alone; few futures stand behind each of them, so there is luck in the
mean size and in the largest effect there.

**Expected** is what claims, theory and data say ([sources.md](sources.md)), written down from their meaning and judged by the
mean over the scenarios. One in twenty without effect would agree or disagree by luck. Disagreement is shown, not tuned away.

**What came of it.** {verdicts[Verdict.ACTS]} act, {verdicts[Verdict.MEANS]} move means alone, \
{verdicts[Verdict.UNCLEAR]} cannot be told apart from luck, {verdicts[Verdict.NOTHING]} move nothing. \
Of {agreements.total()} expectations \
{agreements[Agreement.AGREES]} agree, {agreements[Agreement.DISAGREES]} disagree, \
{agreements[Agreement.UNDECIDED]} are undecided."""


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def row(judged: Judged) -> tuple[str, ...]:
    """One quantity in its table."""
    finding, most = judged.finding, judged.most
    told = (RECORDED[most.outcome].name, _change(most, judged), spoken(most.place)) if most else (judged.verdict.value, "", "")
    return (
        f"`{finding.name}`",
        compared_text(declared()[finding.name]),
        *told,
        " / ".join(_points(_failure(finding, place).value) for place in shipped()),
        points(_failure(finding, ALL_SCENARIOS)),
        f"{points(_failure(finding, RANDOM_SETTINGS))}; {100 * finding.mean_size:.1f}; {_points(finding.largest)}",
        expectation(judged),
    )


def expectation(judged: Judged) -> str:
    """What was expected, and whether it came."""
    return "; ".join(f"{each.text}: {agreement.value}" for each, agreement in judged.expected) or "none stated"


def _failure(finding: Finding, place: str) -> Interval:
    return next(each.change for each in finding.effects if each.place == place and each.outcome == "failure")


def _change(effect: Effect, judged: Judged) -> str:
    """The size of an effect with its widened interval; the two values, where there were more."""
    wide = widened(effect.change, judged.chance)
    if effect.outcome in SHARES:
        value, low, high = (_points(bound) for bound in within(wide, -1.0, 1.0))
    else:
        value, low, high = (signed(bound or 0.0) if abs(bound or 0.0) >= SMALL else f"{bound:+.1g}" for bound in wide)
    quantity = declared()[judged.finding.name]
    pair = f", {quantity.text(effect.earlier)} to {quantity.text(effect.later)}" if len(compared(quantity)) > 2 else ""
    return f"{value} ({low} to {high}){pair}"


def _points(share: float | None) -> str:
    """A change of a share in points, one decimal."""
    text = f"{100.0 * (share or 0.0):+.1f}"
    return text if float(text) else "0"


def _idle(judged: Sequence[Judged], verdict: Verdict) -> str:
    """The quantities of a verdict without a clear effect: what they mean, and how many futures they part at all."""
    chosen = [each for each in judged if each.verdict is verdict]
    rows = ((*_named(each), declared()[each.finding.name].meaning, f"{100 * each.finding.parted:.1f}") for each in chosen)
    return _counted(chosen, table(("name", "kind", "from, to", "meaning", "futures of the scenarios that part at all, %"), rows))


def _means_alone(judged: Sequence[Judged]) -> str:
    """The quantities that move no share clearly, and the mean that each moves most clearly."""
    chosen = [each for each in judged if each.verdict is Verdict.MEANS]
    rows = (
        (*_named(each), RECORDED[each.most.outcome].name, _change(each.most, each), spoken(each.most.place))
        for each in chosen
        if each.most
    )
    return _counted(chosen, table(("name", "kind", "from, to", "moves most clearly", "by", "where"), rows))


def _named(judged: Judged) -> tuple[str, str, str]:
    name = judged.finding.name
    return f"`{name}`", "lever" if name in LEVERS else "uncertainty", compared_text(declared()[name])


def _counted(chosen: Sequence[Judged], rows: str) -> str:
    """A table under the number of levers and uncertainties in it."""
    levers = sum(each.finding.name in LEVERS for each in chosen)
    return f"Levers: {levers}; uncertainties: {len(chosen) - levers}.\n\n{rows}" if chosen else "None."


def _against(judged: Sequence[Judged]) -> str:
    """The expectations that were disappointed, with what came instead."""
    rows = [
        (f"`{each.finding.name}`", expected.text, RECORDED[expected.outcome].text(each.finding.across[expected.outcome]))
        for each in judged
        for expected, agreement in each.expected
        if agreement is Agreement.DISAGREES
    ]
    return table(("name", "expected as it rises", "found in the mean over the scenarios (95 %)"), rows) if rows else "None."
