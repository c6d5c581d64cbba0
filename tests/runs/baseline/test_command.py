"""The command makes the file whole or not at all, compares two, and refuses in one line."""

import pytest

from reassure.runs.baseline import __main__ as command
from reassure.runs.baseline import instructions
from reassure.runs.baseline.figures import tables
from reassure.runs.baseline.file import INSTRUCTIONS, read

COST = (INSTRUCTIONS, instructions.SCENARIO)
OLD = """
[made]
seed = 1
[a_force.outcomes]
held = 0.1000
[a_force.events]
clash = { ever = 0.5000 }
"""


@pytest.fixture
def few_futures(monkeypatch):
    monkeypatch.setattr(command, "tables", lambda: tables(futures=40, weeks=8))


@pytest.fixture
def no_valgrind(monkeypatch):
    monkeypatch.setattr(instructions.shutil, "which", lambda name: None)


def test_two_baselines_are_compared(tmp_path, capsys):
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    old.write_text(OLD)
    new.write_text(OLD.replace("0.1000", "0.0900").replace("clash", "erosion"))
    assert command.run(["--compare", str(old), "--out", str(new)]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines() if line] == [
        ["3", "figures", "moved."],
        ["a_force", "old", "new", "difference"],
        ["outcomes.held", "0.1000", "0.0900", "-0.0100"],
        ["events.clash.ever", "0.5000", "none"],
        ["events.erosion.ever", "none", "0.5000"],
    ]
    assert command.run(["--compare", str(old), "--out", str(old)]) == 0
    assert capsys.readouterr().out == "Nothing moved.\n"


def test_instructions_are_written_as_counted(tmp_path, few_futures, monkeypatch):
    monkeypatch.setattr(command, "instructions_a_future", lambda: 1_234_567)
    place = tmp_path / "baseline.toml"
    assert command.run(["--out", str(place)]) == 0
    assert f"{instructions.SCENARIO} = 1_235_000\n" in place.read_text()
    assert list(tmp_path.iterdir()) == [place]


def test_without_valgrind_the_instructions_are_left_as_they_stand(tmp_path, few_futures, no_valgrind, capsys):
    place = tmp_path / "baseline.toml"
    assert command.run(["--out", str(place)]) == 0
    assert capsys.readouterr().err == "Instructions a future: left out (valgrind is not installed here)\n"
    assert COST not in read(place)
    place.write_text(place.read_text() + f"[{INSTRUCTIONS}]\n{instructions.SCENARIO} = 7_000\n")
    assert command.run(["--out", str(place)]) == 0
    assert capsys.readouterr().err == "Instructions a future: as they stood (valgrind is not installed here)\n"
    assert read(place)[COST] == 7000
    assert command.run(["--out", str(place), "--no-count"]) == 0
    assert read(place)[COST] == 7000


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "there is no file"),
        (b"", "no table [made]"),
        (b"[levers]\narms = 0.5\n", "no table [made]"),
        (b"made = 1\nheld = \n", "line 2"),
        (b"[made]\nseed = '1'\n", "made.seed is not a figure"),
        (b"[made]\nseed = true\n", "made.seed is not a figure"),
        (b"[made]\nseed = [1]\n", "made.seed is not a figure"),
        (b"[made]\nseed = nan\n", "made.seed is not a figure"),
        (b"[made]\nseed = 1e999999\n", "made.seed is not a figure"),
        (b"[made]\nseed = " + b"1" * 5000, "not a baseline"),
        (b"made = " + b"[" * 5000, "not a baseline"),
        (b"\xff\xfe[made]", "not a baseline"),
    ],
)
def test_what_is_not_a_baseline_is_refused_in_one_line(tmp_path, capsys, content, reason):
    old = tmp_path / "old.toml"
    if content is not None:
        old.write_bytes(content)
    assert command.run(["--compare", str(old)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1 and said.err.startswith("reassure: ") and reason in said.err


def test_a_place_that_cannot_be_written_is_refused_before_the_work(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command, "tables", pytest.fail)
    for place in (tmp_path / "nowhere" / "baseline.toml", tmp_path):
        assert command.run(["--out", str(place)]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_baseline_is_not_written_over_uncounted(tmp_path, few_futures, capsys):
    place = tmp_path / "pyproject.toml"
    place.write_text("[project]\n")
    assert command.run(["--out", str(place), "--no-count"]) == 2
    assert "not a baseline" in capsys.readouterr().err
    assert place.read_text() == "[project]\n"


def test_options_that_do_not_exist_are_refused_in_one_line(capsys):
    with pytest.raises(SystemExit) as stopped:
        command.run(["--compair", "old.toml"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
