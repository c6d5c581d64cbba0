"""What every command prints for people at 60, 80 and 200 columns: the same words, none of them cut or broken."""

from collections import Counter

import pytest

from reassure.runs.cli import run
from reassure.runs.commands.group import COMMANDS
from reassure.runs.console.command_line import COMMAND
from reassure.runs.speed import benchmark, scaling
from reassure.runs.speed.benchmark import Speeds
from reassure.runs.speed.by_rule import Share
from reassure.runs.speed.scaling import Memory, Scaling
from reassure.runs.validation.ablation import ablation
from reassure.runs.validation.calibration import calibration
from reassure.runs.validation.claims.trials import Laboratory
from reassure.runs.validation.history import backtest
from reassure.runs.validation.verification import families

WIDTHS = (60, 80, 200)
RULE = "\N{BOX DRAWINGS LIGHT HORIZONTAL}"
CUT = "\N{HORIZONTAL ELLIPSIS}"

PLAYED_FEW = ["--runs", "20", "--weeks", "26"]
QUICK = {
    "compare": [["compare", *PLAYED_FEW], ["compare", "paris_declaration", *PLAYED_FEW, "--set", "share_on_line=0.123456"]],
    "play": [["play", "--run", "7", "--twin"], ["play", "--run", "3", "--order", "4:ukraine:restrain", "--weeks", "60"]],
    "resume": [["resume", "{store}"]],
    "check": [["check", "{store}"]],
    "summary": [["summary", "{store}"], ["summary", "{swept}"], ["summary", "{swept}", "--row", "1"]],
    "query": [["query", "{store}", "SELECT * FROM futures LIMIT 3"], ["query", "{store}", "SELECT outcome, 1/3.0 FROM futures"]],
    "replay": [["replay", "{store}", "3"]],
    "scenarios": [["scenarios"]],
    "show": [["show", "paris_declaration"]],
    "glossary": [["glossary"]],
    "ablation": [["ablation", "paris_declaration", "--runs", "2"]],
    "calibration": [["calibration", "--runs", "42"]],
    "backtest": [["backtest", "--runs", "64", "--table"]],
    "claims": [["claims", "--runs", "2"]],
    "verify": [["verify", "--effort", "1"]],
    "bench": [["bench", "--weeks", "4", "--full"]],
}
ELSEWHERE = {"view", "batch", "extend", "selfcheck"}
"""They print lines only, as `resume` does, or serve a page."""

SPEEDS = Speeds(
    scenario="limited_reassurance_force",
    weeks=260,
    mean_weeks=222.0,
    cores=128,
    ensemble_one_core=5_981.25,
    ensemble_all_cores=765_432.1,
    mesa_batch_run=1.25,
    plain_objects=11.5,
    nanoseconds_per_draw=11.2,
    ratios={"all_cores_to_one": 127.98, "ensemble_to_mesa_batch_run": 4_785.0, "ensemble_to_plain_objects": 520.1},
    same_outcomes=True,
    instructions=1_151_234,
    rules=(Share("agents/foresight.py:expected_course", 123_456.7, 2_345.6, 0.107),),
)
SCALING = Scaling(
    SPEEDS.scenario, 260, 128, {1: 5_981.0, 128: 765_432.0}, 40.5, 700_000.0, 0.021, [Memory(1_000_000, 512.3, 99.9, 7.0)]
)


@pytest.fixture(scope="module", autouse=True)
def worked_once():
    """What takes long is done once: what is measured, judged and checked is then the same at every width."""
    with pytest.MonkeyPatch.context() as patch:

        def once(place, name):
            work, kept = getattr(place, name), []

            def cached(*arguments, **options):
                if not kept:
                    found = work(*arguments, **options)
                    kept.append(list(found) if hasattr(found, "__next__") else found)
                return kept[0]

            patch.setattr(place, name, cached)

        once(ablation, "ablate")
        once(calibration, "patterns")
        once(backtest, "backtest")
        once(Laboratory, "judge")
        patch.setattr(families, "FAMILIES", families.FAMILIES[:4])
        patch.setattr(benchmark, "measure", lambda *_, **__: SPEEDS)
        patch.setattr(scaling, "measure", lambda *_, **__: SCALING)
        yield


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stores")
    force = ["batch", "limited_reassurance_force", *PLAYED_FEW, "--seed", "18446744073709551615"]
    assert run([*force, "--out", str(folder / "store")]) == 0
    assert run([*force, "--sweep", "troop_ceiling=5,15", "--sweep", "fear_size=0.123456,1", "--out", str(folder / "swept")]) == 0
    return {"store": str(folder / "store"), "swept": str(folder / "swept")}


def commands_in(text):
    return Counter(COMMAND.findall(text))


@pytest.mark.parametrize("name", QUICK)
def test_no_number_name_or_command_is_cut_or_broken(name, places, capsys, monkeypatch):
    for words in QUICK[name]:
        if name == "query":
            pytest.importorskip("duckdb")
        told = {}
        for columns in WIDTHS:
            monkeypatch.setenv("COLUMNS", str(columns))
            capsys.readouterr()
            assert run([word.format(**places) for word in words]) == 0
            told[columns] = capsys.readouterr().out
        widest = told[WIDTHS[-1]]
        for text in told.values():
            lost = Counter(widest.replace(RULE, "").split()) - Counter(text.replace(RULE, "").split())
            assert not lost
            assert not commands_in(widest) - commands_in(text)
            assert CUT not in text


def test_every_command_is_tried_or_said_to_print_lines_only():
    assert QUICK.keys() | ELSEWHERE == COMMANDS.keys()
