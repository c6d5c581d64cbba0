"""Every drawing of every kind of future: well-formed, safe, and silent about nothing."""

from dataclasses import replace

import numpy as np
import pytest

from reassure.agents.chance import WHO
from reassure.agents.profiles import ALLIES
from reassure.model.outcomes import EVENTS, RUNGS, WORST
from reassure.model.scenario import load, shipped
from reassure.runs.ensemble.intervals import share
from reassure.runs.view.drawing.europe import draw_map
from reassure.runs.view.drawing.front import draw_front
from reassure.runs.view.drawing.headline import draw_headline
from reassure.runs.view.drawing.ladder import draw_ladder
from reassure.runs.view.drawing.log import Entry, draw_log
from reassure.runs.view.drawing.odds import draw_odds
from reassure.runs.view.drawing.reasons import draw_decision
from reassure.runs.view.drawing.series import draw_series
from reassure.runs.view.drawing.strip import draw_twin_strip

NASTY = "<script>alert(\"&')</script>"


def all_drawings(history, scenario, twin=None, branch=None, actor=WHO.russia):
    horizon = float(history["horizon"][-1])
    chances = {outcome.name: share(index, 10) for index, outcome in enumerate(WORST)}
    return [
        draw_map(history, scenario, actor),
        draw_front(history, actor, twin),
        draw_ladder(history, twin),
        draw_series(history, horizon, twin, branch),
        draw_decision(history, actor),
        draw_odds([(float(week), chances) for week in range(len(history))], "given this future"),
        draw_twin_strip(history, history if twin is None else twin, horizon),
        draw_log(history, scenario),
        draw_log(history),
        draw_headline(history, scenario, 7, 0),
    ]


@pytest.mark.parametrize("preset", shipped())
def test_every_shipped_scenario_draws_from_its_first_week_to_its_last(preset, futures):
    scenario = load(preset)
    history = futures.played(preset, run=4, weeks=30)
    twin = futures.played(preset, run=4, weeks=30, troops=False)
    for week in (0, 1, 13, len(history) - 1):
        for drawing in all_drawings(history[: week + 1], scenario, twin[: week + 1], twin):
            futures.parsed(drawing)


def test_worlds_nobody_has_met_draw_too(futures):
    draw = np.random.default_rng(3)
    scenario = load("paris_declaration")
    for _ in range(12):
        history = futures.copied(futures.played("paris_declaration", run=2, weeks=20))
        world = history[-1:]
        world["ladder"]["rung"] = draw.integers(0, len(RUNGS))
        world["ladder"]["deed"] = draw.integers(0, len(RUNGS))
        world["ladder"]["words"] = draw.integers(0, 4)
        world["field"]["crisis"], world["field"]["war"], world["field"]["clash"] = draw.integers(0, 2, 3)
        world["outcome"]["first"] = draw.integers(-1, 20, len(EVENTS))
        world["outcome"]["worst"] = draw.integers(0, len(WORST))
        world["situation"]["sectors"]["lost"][:, :8] = draw.integers(0, 2, 8)
        world["allies"]["status"] = draw.integers(0, 4, len(ALLIES))
        world["allies"]["vetoes"] = draw.integers(0, 2, len(ALLIES))
        world["allies"]["troops"] = draw.exponential(4, len(ALLIES))
        world["coalition"]["troops"] = world["allies"]["troops"].sum()
        world["coalition"]["american_troops"] = draw.integers(0, 2) * 3.0
        world["field"]["violations"] = draw.exponential(20000)
        for drawing in all_drawings(history, scenario, history, actor=int(draw.integers(WHO.russia, WHO.first_ally + len(ALLIES)))):
            futures.parsed(drawing)


def test_half_weeks_and_a_twin_that_ended_early_draw(futures):
    history = futures.played(weeks=12, run=1, steps_per_week=2)
    assert history["week"][-1] == 12 and len(history) == 25
    for drawing in all_drawings(history, load("limited_reassurance_force"), history[:9], history[:5]):
        futures.parsed(drawing)


def test_whatever_is_said_is_escaped(futures):
    history = futures.played(weeks=5)
    scenario = replace(load("limited_reassurance_force"), title=NASTY, name=NASTY, summary=NASTY)
    entry = Entry(3.0, RUNGS[0], ((WHO.russia, NASTY), (None, NASTY)), (NASTY,), (NASTY,))
    drawings = [
        draw_headline(history, scenario, 7, 0),
        draw_headline(history, scenario, NASTY, NASTY),
        draw_log([entry], scenario),
        draw_odds([(0.0, {NASTY: share(1, 2)})], NASTY),
    ]
    for drawing in drawings:
        assert "<script" not in drawing
        assert 'alert("' in "".join(futures.parsed(drawing).itertext())


def test_every_picture_has_a_text_alternative_and_nothing_comes_from_elsewhere(futures):
    history = futures.played(weeks=20, run=4)
    for drawing in all_drawings(history, load("limited_reassurance_force")):
        for element in futures.parsed(drawing).iter():
            if element.tag.endswith("}svg"):
                pickable = any(part.get("role") == "button" for part in element.iter())
                assert element.get("role") == ("group" if pickable else "img") and len(element.get("aria-label")) > 3
            assert not element.get("href") and not element.get("src")
        assert "http" not in drawing.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "nan" not in drawing.replace("nance", "")
