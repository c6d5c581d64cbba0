import json
import os
import re
import subprocess
import sys

import pytest

from reassure.runs.cli import run

FEW = ["--runs", "20", "--weeks", "26"]
EXPERIMENT = 'scenarios = ["limited_reassurance_force"]\nruns = 15\nweeks = 26\n[sweep]\narms = [0, 1]\n'


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store") / "new" / "store"
    assert run(["batch", "limited_reassurance_force", *FEW, "--out", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("swept")
    (folder / "experiment.toml").write_text(EXPERIMENT)
    assert run(["batch", str(folder / "experiment.toml"), "--out", str(folder / "store"), "--seed", "9"]) == 0
    return folder / "store"


def said(capsys, *arguments):
    """What a command prints on standard output, once it has gone well."""
    capsys.readouterr()
    status = run([*map(str, arguments)])
    out, error = capsys.readouterr()
    assert (status, error) == (0, "")
    return out


def test_options_go_before_the_file(swept, capsys):
    content = json.loads(said(capsys, "resume", swept, "--json"))
    assert (content["futures"], content["points"], content["runs"], content["seed"]) == (75, 5, 15, 9)


def test_a_summary_is_what_compare_prints(store, capsys):
    compared = said(capsys, "compare", "limited_reassurance_force", *FEW)
    told = said(capsys, "summary", store)
    # in the table of rival readings a summary says of the cover switched over that it was not played
    readings = re.compile("Troops alone: (whether|the sign|no clear)")
    assert readings.split(told)[0] == readings.split(compared)[0]
    assert "not played" in told and "not played" not in compared
    content = json.loads(said(capsys, "summary", store, "--json"))
    assert content["scenarios"]["limited_reassurance_force"]["futures"] == 20
    assert "does not forecast" in content["note"]


def test_a_summary_of_a_design_has_a_line_a_row_and_figures(swept, tmp_path, capsys):
    told = said(capsys, "summary", swept, "--out", tmp_path / "figures")
    assert "arms=0" in told and "arms=1" in told and "does not forecast" in told
    assert sorted(path.name for path in (tmp_path / "figures").iterdir()) == [
        "package_by_axis.png", "package_by_axis.svg", "summary.json", "troops_by_axis.png", "troops_by_axis.svg"
    ]  # fmt: skip
    (first, second) = json.loads((tmp_path / "figures" / "summary.json").read_text())["rows"]
    assert (first["values"], second["values"]) == ({"arms": 0}, {"arms": 1})
    alone = json.loads(said(capsys, "summary", swept, "--row", "1", "--json"))["scenarios"]["limited_reassurance_force"]
    assert second["failure"] == alone["failure"]
    assert second["troops_alone"]["verdict"] == alone["contrasts"]["limited_reassurance_force_without_troops"]["verdict"]
    assert "Row 1 of the design: arms=1" in said(capsys, "summary", swept, "--row", "1")


def test_a_store_that_is_not_whole_is_summed_up_as_far_as_it_goes(store, tmp_path, capsys):
    import shutil

    folder = shutil.copytree(store, tmp_path / "part")
    said(capsys, "extend", folder, "--runs", "10", "--json")
    next((folder / "futures").glob("points-000000-*-runs-0000000020-*.parquet")).unlink()
    assert run(["summary", str(folder), "--json"]) == 0
    out, error = capsys.readouterr()
    assert json.loads(out)["runs"] == 20
    assert "futures are missing; 'reassure resume" in error


def test_a_replay_is_told_and_is_the_stored_future(store, capsys):
    told = said(capsys, "replay", store, "7")
    assert f"reassure replay {store} 7 --point 2" in " ".join(told.split())
    assert "Limited reassurance force" in told
    lines = said(capsys, "replay", store, "7", "--point", "0", "--json").splitlines()
    assert json.loads(lines[-1])["scenario"] == "bare_ceasefire"


def test_a_question_is_answered(store, capsys):
    pytest.importorskip("duckdb")
    question = "SELECT scenario, count(*) AS futures FROM futures GROUP BY scenario ORDER BY scenario"
    answer = json.loads(said(capsys, "query", store, question, "--json"))
    assert answer[0] == {"scenario": "bare_ceasefire", "futures": 20}
    assert "bare_ceasefire" in said(capsys, "query", store, question)


@pytest.mark.parametrize("question", ["SELECT outcom FROM futures", "SELEC", "", "SELECT * FROM '/nowhere'"])
def test_a_question_that_is_none_is_refused(store, capsys, question):
    pytest.importorskip("duckdb")
    assert run(["query", str(store), question]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_duckdb_the_refusal_says_what_to_do(store, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert run(["query", str(store), "SELECT 1"]) == 2
    assert "pip install duckdb" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["batch", "paris", "--out", "{}"], "did you mean 'paris_declaration'?"),
        (["batch", "--runs", "0", "--out", "{}"], "--runs is a whole number"),
        (
            ["batch", "--runs", "4294967295", "--sweep", "arms=0:1:200", "--sweep", "fear_size=0:1:200", "--out", "{}"],
            "a store holds at most",
        ),
        (["batch", "--sweep", "armz=1,2", "--out", "{}"], "did you mean 'arms'?"),
        (["batch", "--design", "sobl", "--out", "{}"], "did you mean 'sobol'?"),
        (["batch", "--design", "sobol", "--sweep", "arms=0:1", "--out", "{}"], "--points N"),
        (["batch", "--points", "many", "--out", "{}"], "--points is a whole number"),
        (["batch", "nowhere.toml", "--out", "{}"], "there is no file nowhere.toml"),
        (["batch", "--out", "/proc/nowhere"], "--out: cannot write in /proc"),
        (["batch", "--out", "/dev/null"], "is not a folder"),
        (["batch"], "Missing option '--out'"),
        (["resume", "{}"], "holds no batch"),
        (["extend", "{}"], "Missing option '--runs'"),
        (["summary", "{}"], "holds no batch"),
        (["query", "{}", "SELECT 1"], "holds no batch"),
        (["replay", "{}", "x"], "RUN is a whole number"),
        (["replay", "{}", "1"], "holds no batch"),
    ],
)
def test_a_refusal_is_one_line_and_leaves_nothing(tmp_path, capsys, arguments, message):
    place = tmp_path / "store"
    assert run([part.format(place) for part in arguments]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert message in error
    assert error.startswith("reassure: ") and error.count("\n") == 1
    assert not place.exists()


def test_a_folder_that_holds_something_is_refused(store, tmp_path, capsys):
    (tmp_path / "thesis.tex").write_text("...")
    assert run(["batch", *FEW, "--out", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert run(["batch", *FEW, "--out", str(store)]) == 2
    assert "'reassure resume" in capsys.readouterr().err


LIMITED = """
import resource, sys
from reassure.runs.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
def test_what_the_system_refuses_to_write_is_one_line_and_can_be_resumed(tmp_path):
    arguments = ["batch", "limited_reassurance_force", "--runs", "500", "--weeks", "4", "--out", str(tmp_path / "store")]
    done = subprocess.run([sys.executable, "-c", LIMITED, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("reassure: cannot write ") and done.stderr.count("\n") == 1
    assert not list((tmp_path / "store" / "futures").iterdir())
    assert run(["resume", str(tmp_path / "store")]) == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_is_refused(store, capsys):
    (store / "futures").chmod(0o500)
    try:
        assert run(["extend", str(store), "--runs", "5"]) == 2
        assert "cannot write" in capsys.readouterr().err
    finally:
        (store / "futures").chmod(0o700)


DESIGN = ["--sweep", "fear_size=0:2", "--sweep", "troop_ceiling=5:64", "--design", "latin", "--points", "20", "--weeks", "4"]


@pytest.mark.parametrize(("runs", "words"), [(1, "one luck and one kind of Moscow"), (20, "only 20 runs"), (100, None)])
def test_few_runs_are_told_however_many_points_when_it_begins_and_in_the_summary(runs, words, tmp_path, capsys):
    assert run(["batch", "limited_reassurance_force", *DESIGN, "--runs", str(runs), "--out", str(tmp_path / "store")]) == 0
    began = capsys.readouterr().err
    for arguments in (["--row", "3"], []):
        told = " ".join(said(capsys, "summary", tmp_path / "store", *arguments).split())
        caution = json.loads(said(capsys, "summary", tmp_path / "store", *arguments, "--json"))["caution"]
        if words is None:
            assert (began, caution) == ("", None) and "CAUTION" not in told
        else:
            assert words in began and words in caution and words in told and "--runs" in began


def test_settings_that_differ_little_are_told_apart(tmp_path, capsys):
    sweep = ["--sweep", "fear_size=0.1,0.1000001", "--runs", "5", "--weeks", "4"]
    assert run(["batch", "limited_reassurance_force", *sweep, "--out", str(tmp_path / "store")]) == 0
    told = said(capsys, "summary", tmp_path / "store")
    assert {"fear_size=0.1", "fear_size=0.1000001"} <= set(told.split())
    assert "Row 1 of the design: fear_size=0.1000001" in said(capsys, "summary", tmp_path / "store", "--row", "1")


def test_scenarios_that_read_alike_in_tables_are_refused(tmp_path, capsys):
    paths = [tmp_path / f"{name}.toml" for name in ("my_force", "my force")]
    for path in paths:
        path.write_text("[levers]\narms = 0.5\n")
    for words in (["compare", *map(str, paths)], ["batch", *map(str, paths), "--out", str(tmp_path / "store")]):
        assert run(words) == 2
        assert "my_force and my force read alike" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="needs names that are no text")
def test_a_store_in_a_folder_that_no_reader_could_open_is_refused(tmp_path, capsys):
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/st\xffre")
    for words in (["batch", *FEW, "--out", folder], ["summary", folder], ["query", folder, "SELECT 1"], ["replay", folder, "1"]):
        assert run(words) == 2
        assert "UTF-8" in capsys.readouterr().err
