"""Series, strip and odds: lines where the records have them, marks where futures part, intervals as they are."""

import itertools

import numpy as np
import pytest

from reassure.model.outcomes import RUNGS, WORST
from reassure.model.scenario import load
from reassure.runs.ensemble.intervals import NOT_OBSERVED, share
from reassure.runs.story.divergence import parting
from reassure.runs.story.phrases import percent
from reassure.runs.view.drawing.chart import Chart, Curve
from reassure.runs.view.drawing.forks import fork
from reassure.runs.view.drawing.odds import BAR, draw_odds
from reassure.runs.view.drawing.series import MEAN_WEEKS, _running_mean, draw_series
from reassure.runs.view.drawing.strip import draw_twin_strip


@pytest.mark.parametrize("run", range(4))
def test_futures_part_where_they_are_found_to_part_by_playing_them(run, futures):
    scenario = load("limited_reassurance_force")
    here, there = futures.played(run=run), futures.played(run=run, troops=False)
    found = fork(here, there)
    sought = parting(scenario, scenario.without_troops(), seed=7, run=run, weeks=40)
    assert (found is None) == (sought is None)
    if found is not None:
        assert (found.step - 1, found.actor) == (sought.week, sought.actor)
        assert fork(here[: found.step], there[: found.step]) is None


def test_equal_futures_do_not_part_and_unequal_ones_are_marked(futures):
    here, there = futures.played(run=0), futures.played(run=0, troops=False)
    assert fork(here, here) is None
    assert "alike so far" in draw_series(here, 40, twin=here)
    assert "here they part" not in draw_twin_strip(here, here, 40)
    assert fork(here, there) is not None
    assert "they part in week" in draw_series(here, 40, past_branch=there)
    assert "here they part" in draw_twin_strip(here, there, 40)


def test_the_series_end_on_todays_figures(futures):
    history = futures.played(run=1)
    told = futures.words(futures.parsed(draw_series(history, 40)))
    coalition = history[-1]["coalition"]
    for name in ("promised", "true", "believed"):
        assert f"{name} {percent(float(coalition[f'{name}_answer']))}" in told
    assert f"Kyiv {percent(float(history[-1]['ukraine']['confidence']))}" in told
    assert f"Russia {history[-1]['field']['russian_power']:.2f}" in told


def test_the_running_mean_takes_the_weeks_there_are():
    values = np.array([np.nan, 1.0, 3.0, 5.0])
    assert np.allclose(_running_mean(values)[1:], [1, 2, 3]) and np.isnan(_running_mean(values)[0])
    long = np.arange(50.0)
    assert _running_mean(long)[-1] == pytest.approx(long[-MEAN_WEEKS:].mean())


def test_names_at_the_ends_of_lines_never_touch(futures):
    curves = [Curve(np.array([0.0, value]), "#000000", name) for name, value in (("one", 0.5), ("two", 0.5), ("three", 0.52))]
    tree = futures.parsed(Chart("t", 10, 0, 1, (), curves).svg())
    tops = sorted(float(text.get("y")) for text in tree.iter() if text.text in {"one", "two", "three"})
    assert all(below - above > 12 for above, below in itertools.pairwise(tops))


def test_the_strip_has_every_week_of_both_in_the_colour_of_its_rung(futures):
    here, there = futures.played(run=3), futures.played(run=3, troops=False)
    drawing = draw_twin_strip(here, there, 40)
    for rung in set(here["ladder"]["rung"][1:].tolist()) | set(there["ladder"]["rung"][1:].tolist()):
        assert RUNGS[rung].replace("_", " ") in drawing
    tree = futures.parsed(drawing)
    bars = [bar for bar in tree.iter() if bar.tag.endswith("}rect")]
    grounds = [float(bar.get("width")) for bar in bars if bar.get("fill") == "#f1f3f5"]
    assert sum(float(bar.get("width")) for bar in bars) == pytest.approx(2 * sum(grounds), abs=2)


def test_odds_show_value_and_interval(futures):
    chances = {outcome.name: share(10 * index, 200) for index, outcome in enumerate(WORST)}
    drawing = draw_odds([(12.0, chances)], "given this mindset", "Of the wars <all>")
    tree = futures.parsed(drawing)
    told = futures.words(tree)
    for name, chance in chances.items():
        assert name.replace("_", " ") in told and percent(chance.value) in told
    widths = {round(float(bar.get("width")), 1) for bar in tree.iter() if bar.tag.endswith("}rect")}
    assert {round(BAR * chance.value, 1) for chance in chances.values()} <= widths
    assert "Of the wars <all>" in told and "Of the wars" not in draw_odds([(12.0, chances)], "given this mindset")
    assert "given this mindset" in told and "does not forecast" in told and "from week 12" in drawing


def test_odds_without_futures_say_so(futures):
    assert "Being worked out" in draw_odds([])
    drawing = draw_odds([(0.0, {"held": NOT_OBSERVED}), (1.0, {"held": NOT_OBSERVED})])
    assert "unknown" in futures.words(futures.parsed(drawing)) and "nan" not in drawing
