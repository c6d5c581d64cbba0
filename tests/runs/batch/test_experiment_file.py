import os

import pytest

from reassure.runs.batch.experiment import prepare
from reassure.runs.batch.experiment_file import ExperimentError, is_experiment, read_experiment

WHOLE = """
title = "How many troops?"
scenarios = ["limited_reassurance_force", "mine.toml"]
runs = 20
seed = 5
weeks = 104

[levers]
arms = 0.5

[uncertainties]
mindset = "opportunist"

[sweep]
troop_ceiling = [5, 15]
share_on_line = { from = 0, to = 0.3, steps = 2 }
fear_size = "0:2:2"

[design]
method = "grid"
"""


@pytest.fixture
def written(tmp_path):
    (tmp_path / "mine.toml").write_text("[levers]\nshare_in_cities = 0.1\n")

    def write(text):
        path = tmp_path / "experiment.toml"
        path.write_text(text)
        return path

    return write


def test_everything_in_a_file_is_read(written):
    path = written(WHOLE)
    assert is_experiment(path)
    manifest = prepare(read_experiment(path))
    experiment = manifest.experiment
    assert (experiment.title, experiment.seed, experiment.weeks, manifest.runs) == ("How many troops?", 5, 104, 20)
    assert list(experiment.scenarios) == ["bare_ceasefire", "limited_reassurance_force", "mine"]
    assert experiment.scenarios["mine"].levers["share_in_cities"] == 0.1
    assert experiment.scenarios["mine"].levers["arms"] == 0.5 != experiment.scenarios["bare_ceasefire"].levers["arms"]
    assert all(scenario.pins == {"mindset": 1} for scenario in experiment.scenarios.values())
    assert experiment.design.axes == ["troop_ceiling", "share_on_line", "fear_size"]
    assert len(experiment.design.rows) == 8
    assert not experiment.placebo


def test_a_scenario_is_no_experiment(written):
    assert not is_experiment(written("[levers]\narms = 0.5\n"))
    assert not is_experiment(written("title = "))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("runs = 5\nscenaros = []\n", 2, "unknown key 'scenaros'; did you mean 'scenarios'?"),
        ("seed = 1\nruns = 'many'\n", 2, "runs is a whole number, not many"),
        ("runs = 1.5\n", 1, "runs is a whole number, not 1.5"),
        ("runs = true\n", 1, "runs is a whole number, not true"),
        ("seed = 1\n[levers]\narmz = 1\n", 3, "unknown lever 'armz'; did you mean 'arms'?"),
        ("seed = 1\n[levers]\narms = 3\n", 3, "arms takes a number from 0 to 1, not 3"),
        ("seed = 1\n[levers]\nfear_size = 1\n", 3, "an uncertainty, not a lever"),
        ("seed = 1\n[uncertainties]\nmindset = 'oportunist'\n", 3, "did you mean 'opportunist'?"),
        ("seed = 1\n[sweep]\ntroop_ceilng = [1, 2]\n", 3, "did you mean 'troop_ceiling'?"),
        ("seed = 1\n[sweep]\narms = [0, 2]\n", 3, "arms takes a number from 0 to 1, not 2"),
        ("seed = 1\n[sweep]\narms = {from = 0, too = 1}\n", 3, "unknown key 'too'; did you mean 'to'?"),
        ("seed = 1\n[sweep]\narms = 0.5\n", 3, "a list of values or a range, not 0.5"),
        ("seed = 1\n[design]\nmethod = 'lattin'\n", 3, "there is no design 'lattin'; did you mean 'latin'?"),
        ("seed = 1\n[design]\npoint = 3\n", 3, "unknown key 'point'; did you mean 'points'?"),
        ("seed = 1\nscenarios = ['paris']\n", 2, "did you mean 'paris_declaration'?"),
        ("seed = 1\nbaseline = 'bare'\n", 2, "did you mean 'bare_ceasefire'?"),
        ("seed = 0\n", 1, "seed is a whole number from 1 to"),
        ("seed = 1\nweeks = 9999\n", 2, "weeks is a whole number from 1 to 5200"),
        ("seed = 1\n[sweep]\narms = '0:1'\n[design]\nmethod = 'sobol'\npoints = 100\n", 6, "64 or 128 points, not 100"),
        ("seed = 1\n[sweep]\narms = '0:1'\n[design]\nmethod = 'sobol'\n", 5, "needs the number of its points"),
        ("sweep = 3\n", 1, "sweep is a table, not 3"),
        ("seed = 1\nruns = \n", 2, "malformed TOML"),
    ],
)
def test_a_refusal_is_one_line_and_names_the_line(written, text, line, message):
    path = written(text)
    with pytest.raises(ExperimentError) as refusal:
        prepare(read_experiment(path))
    told = str(refusal.value)
    assert told.startswith(f"{path}, line {line}: ")
    assert message in told
    assert "\n" not in told


def test_what_is_no_text_is_refused(written):
    path = written("")
    path.write_bytes(b"seed = 1\n# \xff\n")
    with pytest.raises(ExperimentError, match="line 2: not text in UTF-8"):
        read_experiment(path)
    with pytest.raises(ExperimentError, match="is a folder"):
        read_experiment(path.parent)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.toml")
    assert not is_experiment(tmp_path / "pipe.toml")
    with pytest.raises(ExperimentError, match="not a regular file"):
        read_experiment(tmp_path / "pipe.toml")


def test_a_title_is_one_line_of_letters(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text('title = "a\\n \\u001b[31mb"\nruns = 3\n', encoding="utf-8")
    assert read_experiment(path).title == "a \\x1b[31mb"


@pytest.mark.parametrize("number", ["0x" + "f" * 4000, "0o" + "7" * 4000, "0b" + "1" * 4000, "9" * 5000])
@pytest.mark.parametrize("key", ["runs", "seed", "weeks"])
def test_a_number_of_thousands_of_digits_is_refused_in_one_line(key, number, tmp_path):
    path = tmp_path / "experiment.toml"
    path.write_text(f"runs = 3\n{key} = {number}\n" if key != "runs" else f"runs = {number}\n")
    with pytest.raises(ExperimentError) as refusal:
        read_experiment(path)
    assert "digits" in str(refusal.value) and len(str(refusal.value)) < 500


def test_a_key_of_very_many_parts_is_refused_at_once(tmp_path):
    path = tmp_path / "experiment.toml"
    path.write_text("runs = 3\n" + "sweep." * 100_000 + "arms = 1")
    with pytest.raises(ExperimentError, match="more than 20 parts"):
        read_experiment(path)
