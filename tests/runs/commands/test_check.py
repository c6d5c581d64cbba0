import json
import shutil

import pytest

from reassure.runs.batch import run
from reassure.runs.cli import run as reassure


@pytest.fixture
def folder(tmp_path):
    return run("limited_reassurance_force", out=tmp_path / "a store", runs=10, weeks=10).folder


def test_a_store_that_is_well_has_status_0(folder, capsys):
    assert reassure(["check", str(folder)]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("50 futures in 2 of 2 files read, every bit: nothing is amiss.\n", "")
    assert reassure(["check", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"folder": str(folder), "futures": 50, "shards": 2, "well": True, "found": []}


def test_whatever_is_wrong_is_named_and_has_status_1(folder, tmp_path, capsys):
    first, second = sorted((folder / "futures").iterdir())
    other = run("limited_reassurance_force", out=tmp_path / "other", runs=10, weeks=10, seed=7)
    shutil.copy(other.folder / "futures" / first.name, first)
    harmed = bytearray(second.read_bytes())
    harmed[-20] ^= 4
    second.write_bytes(harmed)
    (folder / "futures" / "notes.txt").write_text("mine")
    (folder / "futures" / f"{first.name}.part").write_text("half")
    assert reassure(["check", str(folder), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["found"]
    assert [(each["kind"], each["file"]) for each in found] == [
        ("foreign", first.name),
        ("damaged", second.name),
        ("unfinished", f"{first.name}.part"),
        ("stray", "notes.txt"),
    ]
    first.unlink()
    assert reassure(["check", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [name in line for name, line in zip((second.name, first.name, ".part", "notes.txt"), lines, strict=False)] == [True] * 4
    assert lines[-1] == "20 futures in 1 of 2 files read, every bit: 1 damaged, 1 missing, 1 unfinished, 1 stray."


def test_what_is_no_store_is_refused(tmp_path, capsys):
    assert reassure(["check", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"reassure: {tmp_path} holds no batch: there is no manifest.json in it\n"


def test_no_name_of_a_file_reaches_the_terminal_as_an_order_to_it(folder, capsys):
    (folder / "futures" / "\x1b[31m.parquet").write_text("planted")
    assert reassure(["check", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "\x1b" not in told and "\\x1b[31m.parquet" in told


@pytest.mark.parametrize(
    "words",
    [
        ["query", "{}", "no question"],
        ["summary", "{}", "--row", "99"],
        ["replay", "{}", "99"],
        ["view", "--replay", "{}", "1", "--port", "99999"],
        ["extend", "{}", "--runs", "x"],
    ],
    ids=lambda words: words[0],
)
def test_a_refusal_stands_alone_whatever_there_is_to_remark_of_the_store(folder, words, capsys):
    (folder / "futures" / "notes.txt").write_text("mine")
    assert reassure([word.format(folder) for word in words]) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and "notes.txt" not in told.err


@pytest.mark.parametrize(
    "words", [["query", "{}", "SELECT 1"], ["summary", "{}"], ["replay", "{}", "1"], ["resume", "{}"]], ids=lambda words: words[0]
)
def test_what_is_answered_comes_with_the_remark(folder, words, capsys):
    (folder / "futures" / "notes.txt").write_text("mine")
    assert reassure([word.format(folder) for word in words]) == 0
    assert "notes.txt" in capsys.readouterr().err
