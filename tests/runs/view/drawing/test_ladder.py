"""The ladder names every rung, shows today's, and keeps words apart."""

import pytest

from reassure.model.outcomes import RUNG, RUNGS, WORDS
from reassure.runs.view.drawing.ladder import MEANINGS, PATH_WEEKS, draw_ladder


def test_every_rung_is_named_and_explained(futures):
    told = futures.words(futures.parsed(draw_ladder(futures.played(weeks=6))))
    assert set(MEANINGS) == set(RUNGS)
    for rung in RUNGS:
        assert rung.replace("_", " ") in told
    assert "nuclear threshold" in told


@pytest.mark.parametrize("rung", range(len(RUNGS)))
def test_todays_rung_is_said_and_stands_out(rung, futures):
    history = futures.copied(futures.played(weeks=6))
    history["ladder"]["rung"][-1], history["ladder"]["words"][-1] = rung, 2
    drawing = draw_ladder(history)
    assert f"deeds: {RUNGS[rung].replace('_', ' ')}; words: {WORDS[2]}" in drawing
    rows = [
        element for element in futures.parsed(drawing).iter() if element.tag.endswith("}text") and element.get("class") == "strong"
    ]
    assert [row.text for row in rows] == [RUNGS[rung].replace("_", " "), WORDS[2]]


def test_the_path_goes_back_half_a_year(futures):
    drawing = draw_ladder(futures.played(weeks=60))
    assert f"{PATH_WEEKS} weeks ago" in drawing
    assert "6 weeks ago" in draw_ladder(futures.played(weeks=60)[:7])


def test_the_threshold_lies_below_nuclear_use(futures):
    tree = futures.parsed(draw_ladder(futures.played(weeks=3)))
    line = next(element for element in tree.iter() if element.tag.endswith("}line") and element.get("stroke-dasharray"))
    rows = {row.text: float(row.get("y")) for row in tree.iter() if row.tag.endswith("}text")}
    threshold = float(line.get("y1"))
    assert rows[RUNGS[RUNG.nuclear_use].replace("_", " ")] < threshold < rows[RUNGS[RUNG.nuclear_use - 1].replace("_", " ")]
