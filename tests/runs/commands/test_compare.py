import json
import os
import subprocess
import sys

import pytest

from reassure.runs.cli import run

MISSION = "full_nato_mission_if_it_comes_about"
FEW = ["--runs", "40", "--weeks", "52"]
COMMAND = [sys.executable, "-m", "reassure.runs.cli", "compare"]


def compare(*arguments, **options):
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, timeout=300, env=environment, check=False, **options
    )


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("results") / "new" / "place"
    return compare("limited_reassurance_force", "full_nato_mission", *FEW, "--out", str(folder)), folder


def test_json_is_alone_on_standard_output_and_names_what_was_set():
    done = compare(
        "bare_ceasefire", "paris_declaration", *FEW, "--set", "troop_ceiling=40", "--fix", "mindset=opportunist", "--json"
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    found = json.loads(done.stdout)
    assert list(found["scenarios"]) == [
        "bare_ceasefire", "bare_ceasefire_as_set", "bare_ceasefire_as_set_without_troops", "paris_declaration",
        "paris_declaration_without_troops",
    ]  # fmt: skip
    assert found["set"] == {"troop_ceiling": 40}
    assert found["scenarios"]["bare_ceasefire"]["by_mindset"]["revisionist"]["outcomes"]["held"]["value"] is None
    assert found["scenarios"]["bare_ceasefire"]["by_mindset"]["opportunist"]["futures"] == 40


def test_tables_for_people_fit_and_say_what_they_are_not(printed):
    done, folder = printed
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80
    text = " ".join(done.stdout.split())
    assert "does not forecast" in text
    assert "Troops alone (limited reassurance force against the same package without troops): " in text
    assert "needs the consensus of 32" in text
    assert "(full NATO mission, as a bid, against" in text and "(full NATO mission, if it comes about, against" in text
    assert "Of 100 wars" in text or "no war" in text
    assert "under every rival reading" in text or "depends on" in text or "under any rival reading" in text
    assert folder.name in text


def test_figures_are_written_whole(printed):
    _, folder = printed
    assert sorted(path.name for path in folder.iterdir()) == [
        "comparison.json", "outcomes_over_time.png", "outcomes_over_time.svg", "troops_by_mindset.png", "troops_by_mindset.svg",
        "verdict.png", "verdict.svg",
    ]  # fmt: skip
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in folder.glob("*.png"))
    assert "does not forecast" in (folder / "comparison.json").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--runs", "0"], "--runs is a whole number from 1 to 4294967295, not 0"),
        (["--runs", "-5"], "--runs is a whole number"),
        (["--runs", "1.5"], "--runs is a whole number"),
        (["--runs", "many"], "--runs is a whole number"),
        (["--runs", "4294967296"], "--runs is a whole number"),
        (["--runs", "9" * 5000], "--runs is a whole number"),
        (["--seed", "-1"], "--seed is a whole number from 0 to 18446744073709551615, not -1"),
        (["--seed", str(2**64)], "--seed is a whole number"),
        (["--seed", "nan"], "--seed is a whole number"),
        (["--weeks", "0"], "--weeks is a whole number from 1 to 5200, not 0"),
        (["--weeks", "5201"], "--weeks is a whole number"),
        (["--weeks", "inf"], "--weeks is a whole number"),
        (["paris"], "did you mean 'paris_declaration'?"),
        (["--baseline", "bare_ceasfire"], "did you mean 'bare_ceasefire'?"),
        (["--set", "armz=1"], "did you mean 'arms'?"),
        (["--set", "arms=inf"], "arms takes a number from 0 to 1, not inf"),
        (["--fix", "mindset=oportunist"], "did you mean 'opportunist'?"),
        (["--out", "/dev/null"], "--out: /dev/null is not a folder"),
        (["--out", "/dev/null/below"], "is not a folder"),
        (["--out", "/proc/nowhere"], "--out: cannot write in /proc"),
        (["nowhere.toml"], "there is no file nowhere.toml"),
    ],
)
def test_a_refusal_is_one_line_and_status_2(arguments, message, capsys):
    status = run(["compare", *arguments])
    out, error = capsys.readouterr()
    assert (status, out) == (2, "")
    assert message in error
    assert error.startswith("reassure: ") and error.count("\n") == 1


def test_two_files_of_one_name_are_refused(tmp_path, capsys):
    paths = []
    for place, arms in (("one", 0.5), ("two", 0.6)):
        (tmp_path / place).mkdir()
        paths.append(tmp_path / place / "mine.toml")
        paths[-1].write_text(f"[levers]\narms = {arms}\n")
    assert run(["compare", *map(str, paths)]) == 2
    assert "two different scenarios are named mine" in capsys.readouterr().err


def test_ctrl_c_leaves_nothing_behind(tmp_path, monkeypatch, capsys):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("reassure.runs.ensemble.comparison.play", interrupted)
    folder = tmp_path / "results"
    assert run(["compare", *FEW, "--out", str(folder)]) == 130
    assert capsys.readouterr() == ("", "reassure: interrupted\n")
    assert not folder.exists()


def test_a_figure_that_cannot_be_drawn_leaves_no_file(tmp_path, monkeypatch):
    def fails(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("matplotlib.figure.Figure.savefig", fails)
    assert run(["compare", "external_guarantees", *FEW, "--out", str(tmp_path)]) == 2
    assert not list(tmp_path.iterdir())


def test_what_was_set_and_fixed_is_told(capsys):
    words = [
        "compare",
        "limited_reassurance_force",
        "--runs",
        "4",
        "--weeks",
        "20",
        "--set",
        "arms=1",
        "--set",
        "legal_form=treaty",
    ]
    assert run([*words, "--fix", "mindset=revisionist"]) == 0
    told = capsys.readouterr().out
    assert "Set in the scenarios compared: arms=1, legal_form=treaty\n" in told
    assert "Fixed in all: mindset=revisionist\n" in told
    assert run(words[:6]) == 0
    assert "Set in" not in capsys.readouterr().out


def test_old_figures_of_another_scenario_are_refused_before_anything_is_played(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "F"
    assert run(["compare", "limited_reassurance_force", *FEW, "--out", str(folder)]) == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr("reassure.runs.ensemble.comparison.play", lambda *_, **__: pytest.fail("played"))
    capsys.readouterr()
    assert run(["compare", "external_guarantees", *FEW, "--out", str(folder)]) == 2
    assert "troops_by_mindset.png of another result" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("name", ["a$\\frac{b$", "[red]*{x}", "c=d, e", "\N{CJK UNIFIED IDEOGRAPH-548C}", "-x"])
def test_a_name_is_a_name_in_tables_figures_and_folders(name, tmp_path, capsys):
    (tmp_path / f"{name}.toml").write_text("[levers]\ntroop_ceiling = 15\n")
    folder = tmp_path / f"{name} out"
    assert run(["compare", str(tmp_path / f"{name}.toml"), *FEW, "--out", str(folder)]) == 0
    told = capsys.readouterr()
    assert name in told.out and not told.err
    assert name in json.loads((folder / "comparison.json").read_text(encoding="utf-8"))["scenarios"]
    assert (folder / "verdict.png").read_bytes().startswith(b"\x89PNG")


def test_two_scenarios_of_one_name_that_begin_on_other_days_are_refused(tmp_path, capsys):
    for place, start in (("one", "2026-01-05"), ("two", "2027-01-05")):
        (tmp_path / place).mkdir()
        (tmp_path / place / "mine.toml").write_text(f"start = {start}\n[levers]\narms = 0.5\n")
    assert run(["compare", *(str(tmp_path / place / "mine.toml") for place in ("one", "two"))]) == 2
    assert "two different scenarios are named mine" in capsys.readouterr().err


def test_a_file_that_bears_the_name_of_anothers_twin_is_refused(tmp_path, capsys):
    (tmp_path / "paris_declaration_without_troops.toml").write_text("[levers]\narms = 0.123\n")
    assert run(["compare", str(tmp_path / "paris_declaration_without_troops.toml"), "paris_declaration", *FEW]) == 2
    assert "two different scenarios are named paris_declaration_without_troops" in capsys.readouterr().err


def test_a_mission_is_shown_both_ways_unless_it_is_forced(capsys):
    for forced, names in ((False, ["full_nato_mission", MISSION]), (True, ["full_nato_mission"])):
        asked = ["--set", "consensus_forced=on"] if forced else []
        assert run(["compare", "full_nato_mission", "--runs", "4", "--weeks", "20", "--json", *asked]) == 0
        found = json.loads(capsys.readouterr().out)["scenarios"]
        assert [name for name in found if not name.endswith("_without_troops")] == ["bare_ceasefire", *names]


def test_a_pinned_structure_is_said_to_be_fixed(capsys):
    words = ["compare", "limited_reassurance_force", "--runs", "20", "--weeks", "20", "--fix", "reputation=never"]
    assert run([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["rival_readings"]["scenarios"]["limited_reassurance_force"]["readings"]
    assert (told["reputation"]["fixed"], list(told["reputation"]["failure_difference"])) == ("never", ["never"])
    assert told["pressure_relief"]["fixed"] is None
    assert run(words) == 0
    assert "fixed" in capsys.readouterr().out.split("Troops alone: ")[-1].split("Points:")[0]
