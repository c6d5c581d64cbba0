import json
import os
import subprocess
import sys

import pytest

from reassure.agents.rule_cache import rule_cache
from reassure.runs.cli import run


def reassure(*arguments):
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "reassure.runs.cli", *arguments],
        capture_output=True,
        timeout=300,
        env=environment,
        check=False,
        text=True,
    )


def test_the_same_seed_and_run_give_the_same_bytes_as_json():
    first, again = (reassure("play", "--weeks", "12", "--seed", "5", "--run", "2", "--json") for _ in range(2))
    assert first.returncode == 0
    assert first.stdout == again.stdout
    assert rule_cache().folder is None or not again.stderr
    lines = [json.loads(line) for line in first.stdout.splitlines()]
    assert [line["week"] for line in lines[:-1]] == list(range(12))
    assert lines[0].keys() >= {"date", "rung", "words", "situation", "credibility", "minds", "decisions", "answers", "events"}
    assert lines[-1].keys() >= {"worst", "peak_rung", "first", "means", "orders", "mindset"}
    assert (lines[-1]["seed"], lines[-1]["run"], lines[-1]["weeks"]) == (5, 2, 12)


@pytest.fixture
def told(capsys):
    """What `reassure play` with some arguments says on standard output."""

    def play(*arguments):
        assert run(["play", *arguments]) == 0
        return capsys.readouterr().out

    return play


def test_the_chronicle_fits_the_page_and_can_be_opened_again(told, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    text = told("--weeks", "20", "--run", "7")
    assert text == told("--weeks", "20", "--run", "7")
    assert "To open it again:\n  reassure play limited_reassurance_force --seed 1 --run 7 --weeks 20\n" in text
    assert "does not forecast" in text
    assert max(map(len, text.splitlines())) <= 80
    assert not any(line.endswith(" ") for line in text.splitlines())


@pytest.mark.parametrize("columns", ["40", "60", "80"])
def test_the_command_that_opens_it_again_is_one_line_at_any_width(told, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    orders = [word for week in range(4, 12) for word in ("--order", f"{week}:ukraine:restrain")]
    lines = told("--weeks", "20", "--run", "7", "--set", "legal_form=none", *orders).splitlines()
    (again,) = [line for line in lines if line.strip().startswith("reassure play")]
    assert again.split()[-1] == orders[-1] and again.count("--order") == 8


def test_seed_nought_is_a_seed_as_on_the_page(told):
    assert "--seed 0 " in told("--weeks", "3", "--seed", "0")


def test_an_order_is_obeyed_and_marked(told):
    lines = [json.loads(line) for line in told("--weeks", "4", "--order", "2:russia:mobilise", "--json").splitlines()]
    (made,) = (made for made in lines[2]["decisions"] if made["actor"] == "russia")
    assert (made["option"], made["ordered"]) == ("mobilise", True)
    assert lines[-1]["orders"] == [{"order": "2:russia:mobilise", "state": "obeyed"}]


def test_the_twin_is_told(told):
    outcome = json.loads(told("--weeks", "30", "--twin", "--json").splitlines()[-1])
    assert outcome["twin"]["scenario"] == "limited_reassurance_force_without_troops"
    assert outcome["twin"]["parting"] is None or outcome["twin"]["parting"]["week"] < 30


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--seed", "-1"], "--seed is a whole number from 0 to"),
        (["--seed", str(2**64)], "--seed is a whole number from 0 to"),
        (["--run", "-1"], "--run is a whole number from 0 to 4294967295, not"),
        (["--run", "1.5"], "--run is a whole number"),
        (["--weeks", "0"], "--weeks is a whole number from 1 to 5200"),
        (["--weeks", "nan"], "--weeks is a whole number"),
        (["limited_force"], "did you mean 'limited_reassurance_force'?"),
        (["--set", "armz=1"], "did you mean 'arms'?"),
        (["--fix", "mindset=nobody"], "mindset has no value 'nobody'"),
        (["--order", "2:russia"], "an order is written WEEK:ACTOR:OPTION"),
        (["--order", "x:russia:launch"], "an order's week"),
        (["--order", "99:russia:launch", "--weeks", "9"], "an order's week is a whole number from 0 to 8"),
        (["--order", "2:rusia:launch"], "did you mean 'russia'?"),
        (["--order", "2:russia:lunch"], "did you mean 'launch'?"),
        (["--order", "2:russia:probe@kiev"], "unknown sector 'kiev'"),
        (["--order", "2:russia:coerce", "--order", "2:russia:comply"], "two orders for week 2"),
        (["--order", "2:russia:launch", "--weeks", "4"], "russia cannot launch in week 2; open to it then: comply, coerce"),
        (["--order", "2:france:force", "--weeks", "4"], "france cannot vote force in week 2: there is no attack to answer then"),
        (["--order", "2:fra:reinforce", "--weeks", "4"], "france cannot reinforce in week 2; open to it then: stay_out, support"),
        (["bare_ceasefire", "--twin"], "bare_ceasefire has no troops"),
        (["--twin", "--order", "2:russia:coerce"], "takes no --order"),
    ],
)
def test_a_refusal_is_one_line_on_standard_error_and_status_2(arguments, message, capsys):
    assert run(["play", *arguments]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert message in said.err
    assert said.err.startswith("reassure: ") and said.err.count("\n") == 1


def test_a_refused_order_prints_nothing_else():
    done = reassure("play", "--order", "2:russia:launch", "--weeks", "4", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("reassure: russia cannot launch in week 2") and done.stderr.count("\n") == 1
