import json

import pytest
from matplotlib.figure import Figure

from reassure.agents.names import DeclarationError
from reassure.model.scenario import load
from reassure.runs import figures
from reassure.runs.ensemble.comparison import compare
from reassure.runs.ensemble.plan import plan
from reassure.runs.files.results_folder import FIGURES, KINDS, RESULTS, check, save

COMPARED = [["external_guarantees"], ["limited_reassurance_force"], ["bare_ceasefire"], ["paris_declaration", "full_nato_mission"]]


@pytest.mark.parametrize("names", COMPARED)
def test_which_figures_a_comparison_will_have_is_known_before_it_is_played(names):
    scenarios = [load(name) for name in names]
    found = compare(load("bare_ceasefire"), scenarios, 40, 1, 30)
    drawn = figures.draw_all(found)
    assert set(figures.names_of(plan(load("bare_ceasefire"), scenarios))) == set(drawn) <= set(FIGURES)


def test_the_same_result_is_written_over_itself(tmp_path):
    for value in (1, 2):
        save(tmp_path, {"verdict": Figure(), "comparison.json": {"value": value}})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["comparison.json", "verdict.png", "verdict.svg"]
    assert json.loads((tmp_path / "comparison.json").read_text()) == {"value": 2}


@pytest.mark.parametrize("older", sorted(RESULTS - {"comparison.json"}))
def test_a_result_of_another_kind_in_the_folder_is_refused_and_left(older, tmp_path):
    (tmp_path / older).write_text("older")
    with pytest.raises(DeclarationError, match=older):
        check(tmp_path, ["comparison.json"])
    with pytest.raises(DeclarationError, match=older):
        save(tmp_path, {"comparison.json": {}})
    assert [path.name for path in tmp_path.iterdir()] == [older]


def test_what_is_no_result_of_this_program_stays_beside(tmp_path):
    (tmp_path / "thesis.tex").write_text("...")
    save(tmp_path, {"comparison.json": {}})
    assert (tmp_path / "thesis.tex").read_text() == "..."
    assert all(name.rsplit(".", 1)[1] in {*KINDS, "json", "md"} for name in RESULTS)
