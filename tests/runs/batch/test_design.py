import numpy as np
import pytest

from reassure.runs.batch.design import design
from reassure.runs.batch.sweep import SweepError, parse_sweeps

TWO = ["troop_ceiling=5,15,30", "fear_size=0,2"]


def test_a_grid_has_every_combination_once():
    made = design(parse_sweeps(TWO), "grid", None, 1)
    assert made.rows == [[5, 0], [5, 2], [15, 0], [15, 2], [30, 0], [30, 2]]
    assert made.at(3) == {"troop_ceiling": 15, "fear_size": 2}


def test_a_latin_hypercube_meets_each_stratum_of_each_axis_once():
    made = np.array(design(parse_sweeps(["arms=0:1", "fear_size=0:2"]), "latin", 20, 1).rows)
    for column, high in zip(made.T, (1, 2), strict=True):
        assert sorted(np.floor(column / high * 20).astype(int)) == list(range(20))


def test_sobol_is_balanced_over_named_values():
    made = design(parse_sweeps(["legal_form=none,political,time_limited,treaty", "arms=0:1"]), "sobol", 64, 1)
    counts = np.unique(np.array(made.rows)[:, 0], return_counts=True)[1]
    assert list(counts) == [16] * 4


@pytest.mark.parametrize("method", ["latin", "sobol"])
def test_a_design_follows_from_its_seed(method):
    axes = parse_sweeps(["arms=0:1", "monitors=0:1"])
    assert design(axes, method, 8, 1) == design(axes, method, 8, 1) != design(axes, method, 8, 2)


def test_without_axes_there_is_no_design():
    assert design([], "grid", None, 1).method == "none"


@pytest.mark.parametrize(
    ("sweeps", "method", "points", "message"),
    [
        (["arms=0:1"], "grid", None, "arms=0:1:n"),
        (["arms=0,1"], "grid", 8, "for latin and sobol"),
        (["arms=0:1"], "latin", None, "--points N"),
        (["arms=0:1"], "sobol", 100, "64 or 128 points, not 100"),
        (["arms=0:1"], "latin", 65_537, "1 to 65536 points"),
        (["arms=0:1:400", "monitors=0:1:400"], "grid", None, "160,000 combinations"),
    ],
)
def test_refusals(sweeps, method, points, message):
    with pytest.raises(SweepError, match=message):
        design(parse_sweeps(sweeps), method, points, 1)
