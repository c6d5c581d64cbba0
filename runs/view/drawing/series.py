"""How it got here: small charts over the weeks, one message each, named at the ends of their lines."""

import math
from collections.abc import Callable, Sequence

import numpy as np

from ....model.outcomes import DEATHLY_YEAR
from ...story.phrases import percent, soldiers
from . import palette
from .chart import Chart, Curve
from .forks import Fork, fork
from .markup import drawing, escape, heading

MEAN_WEEKS = 13
"""Steps over which violations are averaged, so that their course shows through their noise."""
VIOLATION_WEEK = "#dba9a3"
PLEDGED_INK = "#3f78ab"
"""The colour of what is pledged, dark enough for type."""
PER_CENT = ((0.0, "0"), (0.5, "50 %"), (1.0, "100 %"))


def draw_series(history: np.ndarray, horizon: float, twin: np.ndarray | None = None, past_branch: np.ndarray | None = None) -> str:
    """Six charts over the weeks from 0 to `horizon`, as HTML.

    `twin`: the same weeks without the troops (dashed grey); `past_branch`: the future as it was before a lever was changed, as far
    as it was played (dotted brown). Where either parts from the history is marked.
    """
    others = Others(history, twin, past_branch)
    charts = (_answer, _troops, _confidence, _balance, _violations, _deaths)
    figures = (f"<figure>{chart(history, horizon, others)}</figure>" for chart in charts)
    return drawing(
        "series", [heading("How it got here", "week by week"), f'<div class="grid">{"".join(figures)}</div>', others.key()]
    )


class Others:
    """The futures drawn beside the one on screen, and where each parts from it."""

    def __init__(self, history: np.ndarray, twin: np.ndarray | None, past_branch: np.ndarray | None):
        self.twin, self.past_branch = None if twin is None else twin[: len(history)], past_branch
        self.twin_fork = None if twin is None else fork(history, twin)
        self.branch_fork = None if past_branch is None else fork(history, past_branch, "In the old branch")
        self.weeks_per_step = float(history["weeks_per_step"][-1])

    def curves(self, values: Callable[[np.ndarray], np.ndarray]) -> list[Curve]:
        """The other futures' lines of one quantity, to lie under those of the one on screen."""
        made = []
        if self.twin is not None:
            made.append(Curve(values(self.twin), palette.TWIN, width=1.3, dash="4 2.5", faint=True))
        if self.past_branch is not None:
            made.append(Curve(values(self.past_branch), palette.PAST_BRANCH, width=1.3, dash="1.5 2", faint=True))
        return made

    def partings(self) -> list[tuple[float, str]]:
        """Steps at which they part, with the colour of their lines."""
        found = ((self.twin_fork, palette.TWIN), (self.branch_fork, palette.PAST_BRANCH))
        return [(float(each.step), colour) for each, colour in found if each is not None]

    def key(self) -> str:
        """What the other lines are, and where and why they part."""
        told = []
        if self.twin is not None:
            told.append(_key(palette.TWIN, "dashed", "the same luck without the troops", self._when(self.twin_fork)))
        if self.past_branch is not None:
            told.append(
                _key(palette.PAST_BRANCH, "dotted", "the old branch, before the change of lever", self._when(self.branch_fork))
            )
        return "".join(told)

    def _when(self, found: Fork | None) -> str:
        if found is None:
            return "the capitals have chosen alike so far."
        return f"they part in week {(found.step - 1) * self.weeks_per_step:g}. {found.sentence}"


def _key(colour: str, style: str, name: str, when: str) -> str:
    return f'<p class="note"><i style="border-top-color:{colour};border-top-style:{style}"></i> {escape(name)}: {escape(when)}</p>'


def _title(title: str, unit: str) -> str:
    return f"<h3>{escape(title)} <span>{escape(unit)}</span></h3>"


def _chart(
    title: str,
    unit: str,
    horizon: float,
    others: Others,
    high: float,
    ticks: Sequence[tuple[float, str]],
    curves: Sequence[Curve],
    bands: Sequence[tuple[np.ndarray, np.ndarray, str]] = (),
) -> str:
    said = ", ".join(f"{curve.name} {curve.said}" for curve in curves if curve.name)
    chart = Chart(
        f"{title}, {unit}: {said}",
        horizon,
        0.0,
        high,
        ticks,
        curves,
        bands,
        others.partings(),
        weeks_per_step=others.weeks_per_step,
    )
    return _title(title, unit) + chart.svg()


def _answer(history: np.ndarray, horizon: float, others: Others) -> str:
    coalition = history["coalition"]
    promised, true, believed = (np.array(coalition[name]) for name in ("promised_answer", "true_answer", "believed_answer"))
    curves = [
        Curve(promised, palette.PROMISED, "promised", percent(promised[-1]), 1.6, "5 2.5"),
        Curve(true, palette.TRUE, "true", percent(true[-1])),
        Curve(believed, palette.BELIEVED, "believed", percent(believed[-1])),
    ]
    bands = [(believed, promised, palette.GAP)]
    return _chart(
        "Credibility gap", "chance of an armed answer; gap shaded", horizon, others, 1.0, PER_CENT,
        [*others.curves(lambda each: np.array(each["coalition"]["believed_answer"])), *curves], bands,
    )  # fmt: skip


def _balance(history: np.ndarray, horizon: float, others: Others) -> str:
    russian, ukrainian = (np.array(history["field"][name]) for name in ("russian_power", "ukrainian_power"))
    top = max(1.0, math.ceil(2 * float(max(russian.max(), ukrainian.max()))) / 2)
    curves = [
        Curve(russian, palette.RUSSIA, "Russia", f"{russian[-1]:.2f}"),
        Curve(ukrainian, palette.UKRAINE_INK, "Ukraine", f"{ukrainian[-1]:.2f}"),
    ]
    return _chart(
        "Land power", "1: Russia's in early 2022", horizon, others, top, ((0.0, "0"), (0.5, "0.5"), (1.0, "1")),
        [*others.curves(lambda each: np.array(each["field"]["ukrainian_power"])), *curves],
    )  # fmt: skip


def _confidence(history: np.ndarray, horizon: float, others: Others) -> str:
    confidence = np.array(history["ukraine"]["confidence"])
    curves = [Curve(confidence, palette.UKRAINE_INK, "Kyiv", percent(confidence[-1]))]
    return _chart(
        "Kyiv's confidence", "in the guarantee", horizon, others, 1.0, PER_CENT,
        [*others.curves(lambda each: np.array(each["ukraine"]["confidence"])), *curves],
    )  # fmt: skip


def _violations(history: np.ndarray, horizon: float, others: Others) -> str:
    violations = np.array(history["field"]["violations"])
    violations[0] = np.nan
    highest = float(np.nanmax(violations)) if len(violations) > 1 else 0.0
    step = _round_step(max(highest, 1000.0))
    ticks = [(0.0, "0"), (step, f"{step:,.0f}"), (2 * step, f"{2 * step:,.0f}")]
    last = violations[-1]
    curves = [
        Curve(violations, VIOLATION_WEEK, "this week", f"{last:,.0f}" if last == last else "", 0.9, ink=palette.FAINT),
        Curve(_running_mean(violations), palette.RUNG_COLOURS["clash"], f"{MEAN_WEEKS}-week mean", width=1.8),
    ]
    return _chart(
        "Violations of the ceasefire", "a week", horizon, others, max(2 * step, highest), ticks,
        [*others.curves(lambda each: _running_mean(np.array(each["field"]["violations"]))), *curves],
    )  # fmt: skip


def _running_mean(values: np.ndarray) -> np.ndarray:
    """The mean over the last weeks, as far back as there are any."""
    total = np.append(0.0, np.nan_to_num(values).cumsum())
    count = np.append(0.0, (~np.isnan(values)).cumsum())
    start = np.maximum(0, np.arange(1, len(values) + 1) - MEAN_WEEKS)
    weeks = count[1:] - count[start]
    return np.where(weeks > 0, (total[1:] - total[start]) / np.maximum(1.0, weeks), np.nan)


def _round_step(highest: float) -> float:
    """Half of the axis, as a number that people say: 1, 2 or 5 with zeros."""
    size = 10.0 ** math.floor(math.log10(highest / 2))
    return next(factor * size for factor in (1, 2, 5, 10) if factor * size * 2 >= highest * 0.8)


def _troops(history: np.ndarray, horizon: float, others: Others) -> str:
    troops, pledged = (np.array(history["coalition"][name]) for name in ("troops", "promised_troops"))
    highest = float(max(troops.max(), pledged.max(), 2.0))
    step = _round_step(highest)
    ticks = [(0.0, "0"), (step, f"{1000 * step:,.0f}"), (2 * step, f"{2000 * step:,.0f}")]
    curves = [
        Curve(pledged, palette.STANCES["pledged"], "pledged", soldiers(pledged[-1]), 1.6, "5 2.5", ink=PLEDGED_INK),
        Curve(troops, palette.COALITION, "there", soldiers(troops[-1])),
    ]
    old = [] if others.past_branch is None else [_old_branch(others.past_branch)]
    return _chart("Foreign soldiers", "there, and pledged", horizon, others, max(2 * step, highest), ticks, [*old, *curves])


def _old_branch(branch: np.ndarray) -> Curve:
    return Curve(np.array(branch["coalition"]["troops"]), palette.PAST_BRANCH, width=1.3, dash="1.5 2", faint=True)


def _deaths(history: np.ndarray, horizon: float, others: Others) -> str:
    deaths = np.array(history["outcome"]["deaths_this_year"])
    highest = max(float(deaths.max()), 1.6 * DEATHLY_YEAR)
    step = _round_step(highest)
    ticks = [
        (value, f"{value:,.0f}") for value in (0.0, DEATHLY_YEAR, step, 2 * step) if value in (0.0, step) or value > 0.4 * step
    ]
    curves = [
        Curve(deaths, palette.RUNG_COLOURS["clash"], "this year", f"{deaths[-1]:.0f}"),
    ]
    return _chart(
        "Deaths by violations", f"this year; it simmers from {DEATHLY_YEAR:.0f} in a second year on", horizon, others,
        max(2 * step, highest), ticks,
        [*others.curves(lambda each: np.array(each["outcome"]["deaths_this_year"])), *curves],
    )  # fmt: skip
