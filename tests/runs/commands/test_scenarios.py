import json
import os
import subprocess
import sys

import pytest

from reassure.model import scenario
from reassure.model.levers import LEVERS
from reassure.model.uncertainties import UNCERTAINTIES


def reassure(*arguments, **options):
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "reassure.runs.cli", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        check=False,
        **options,
    )


@pytest.mark.parametrize("arguments", [[], ["--help"], ["scenarios", "--help"], ["show", "--help"]])
def test_help(arguments):
    done = reassure(*arguments)
    assert done.returncode == 0
    assert "Usage: reassure" in done.stdout
    assert not done.stderr


def test_version():
    assert reassure("--version").stdout.startswith("reassure 0.")


def test_scenarios_one_line_each():
    done = reassure("scenarios")
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()[:5]] == list(scenario.shipped())


def test_scenarios_as_json():
    listed = json.loads(reassure("scenarios", "--json").stdout)
    assert list(listed) == list(scenario.shipped())
    assert listed["paris_declaration"]["twin"] == "paris_declaration_without_troops"


def test_show_tells_every_lever_and_uncertainty_within_the_width(tmp_path):
    done = reassure("show", "paris_declaration", cwd=tmp_path)
    assert done.returncode == 0
    for quantity in (*LEVERS.values(), *UNCERTAINTIES.values()):
        assert quantity.name in done.stdout
        assert quantity.meaning.split()[0] in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_show_as_json_is_complete():
    shown = json.loads(reassure("show", "bare_ceasefire", "--set", "arms=.9", "--fix", "mindset=prestige_driven", "--json").stdout)
    assert list(shown["levers"]) == list(LEVERS)
    assert list(shown["uncertainties"]) == list(UNCERTAINTIES)
    assert shown["levers"]["arms"]["value"] == 0.9
    assert shown["levers"]["arms"].keys() >= {"unit", "low", "high", "default", "meaning", "source"}
    assert shown["uncertainties"]["mindset"]["text"] == "prestige_driven"
    assert shown["uncertainties"]["fear_size"]["value"] is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["shwo"], "No such command 'shwo'"),
        (["--nope"], "No such option: --nope"),
        (["scenarios", "--jso"], "No such option: --jso"),
        (["scenarios", "extra"], "unexpected extra argument"),
        (["show"], "Missing argument 'SCENARIO'"),
        (["show", "bare_ceasefire", "--set"], "requires an argument"),
        (["show", "bare_ceasefir"], "did you mean 'bare_ceasefire'?"),
        (["show", "bare_ceasefire", "--set", "armz=1"], "unknown lever 'armz'; did you mean 'arms'?"),
        (["show", "bare_ceasefire", "--set", "arms=7"], "arms takes a number from 0 to 1, not 7"),
        (["show", "bare_ceasefire", "--fix", "mindset=oportunist"], "did you mean 'opportunist'?"),
        (["show", "nowhere.toml"], "there is no file nowhere.toml"),
        (["show", "/"], "/ is a folder"),
        (["show", "a\nb"], "unknown scenario"),
    ],
)
def test_a_refusal_is_one_line_on_standard_error_and_status_2(arguments, message):
    done = reassure(*arguments)
    assert done.returncode == 2
    assert not done.stdout
    assert message in done.stderr
    assert done.stderr.startswith("reassure: ") and done.stderr.count("\n") == 1


def test_a_reader_that_leaves_early_sees_no_traceback():
    command = f"{sys.executable} -m reassure.runs.cli show bare_ceasefire --json | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "{\n"
    assert not done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_output_that_cannot_be_written_is_one_line(options):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        command = [sys.executable, "-m", "reassure.runs.cli", "show", "bare_ceasefire", *options]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (2, "reassure: output: No space left on device\n")
