import pytest

from reassure.runs.mutation import __main__ as command
from reassure.runs.mutation import trial
from reassure.runs.mutation.checkout import Checkout, mutants_of
from reassure.runs.mutation.line import Line
from reassure.runs.mutation.play import play
from reassure.runs.mutation.results import read
from reassure.runs.mutation.trial import Court, waiting
from reassure.runs.mutation.usual import FailsUnmutatedError, Unmutated

FILE = "agents/numbers_of.py"


@pytest.fixture
def line(small, tmp_path):
    line = Line(small.copy_to(tmp_path / "copy"), libraries=())
    yield line
    line.close()


def verdict(court, line, name):
    """What becomes of the mutant of that name, and by which test."""
    found = {each.name: each for each in mutants_of(court.checkout.sites([FILE]))}
    result = court.try_one(line, found[f"{FILE} {name}"])
    return result.verdict, result.by.split("::")[-1].split(" ")[0]


def test_verdicts(small, line, monkeypatch):
    monkeypatch.setattr(trial, "PATIENCE", 1.0)
    court = Court(small)
    assert verdict(court, line, "SHARE number 1 x 2") == ("killed", "test_half")
    assert verdict(court, line, "half term 2 dropped") == ("killed", "test_half")
    assert verdict(court, line, "TABLE row 1 exchanged") == ("killed", "test_at")
    assert verdict(court, line, "TABLE number 2 x 2") == ("survives", "")
    assert verdict(court, line, "unread sign 1 turned") == ("survives", "no")  # no test reaches it
    assert verdict(court, line, "countdown sign 1 turned") == ("hangs", "test_countdown")
    # an assertion within a rule says nothing about what is right
    assert verdict(court, line, "guarded number 1 x 2") == ("raises", "test_guarded")
    # nothing was left behind by the mutants before
    assert verdict(court, line, "TABLE number 1 x .5") == ("killed", "test_at")


def test_a_test_that_fails_unmutated_stops_the_run(small, tmp_path):
    (small.root / "tests/agents/test_numbers_of.py").write_text("def test_x():\n    assert 1 == 2\n")
    line = Line(small.copy_to(tmp_path / "copy"), libraries=())
    with pytest.raises(FailsUnmutatedError, match="test_x fails without any mutant"):
        verdict(Court(small), line, "SHARE number 1 x 2")
    line.close()


def test_how_tests_usually_play_is_kept_until_something_changes(small, line, tmp_path):
    test = "tests/agents/test_numbers_of.py"
    usual = Unmutated(small, tmp_path / "kept").of(line, test)
    assert usual.reached[f"{test}::test_half"] == [f"{FILE} half"]
    line.close()  # nobody can play it now
    assert Unmutated(Checkout(small.root), tmp_path / "kept").of(line, test) == usual
    source = small.root / FILE
    source.write_text(source.read_text() + "\n\nMORE = 7.0\n")
    with pytest.raises(EOFError):
        Unmutated(Checkout(small.root), tmp_path / "kept").of(line, test)


def test_only_what_changed_is_tried_again(small, tmp_path):
    path = tmp_path / "results.jsonl"
    mutants = [each for each in mutants_of(small.sites([FILE])) if " half " in each.name or " unread " in each.name]
    play(Court(Checkout(small.copy_to(tmp_path / "copy"))), mutants, path, 2, libraries=())
    results = read(path)
    assert len(results) == len(mutants)
    assert not waiting(Court(small), mutants, results)

    # another word in a test that no kill was owed to: only survivors are tried again
    (small.root / "tests/agents/test_else.py").write_text("def test_something():\n    pass\n")
    again = waiting(Court(Checkout(small.root)), mutants, results)
    assert {each.name for each in again} == {name for name, result in results.items() if result.verdict != "killed"}
    assert 0 < len(again) < len(mutants)

    # another line of the module: all are
    source = small.root / FILE
    source.write_text(source.read_text() + "\n\nMORE = 7.0\n")
    assert len(waiting(Court(Checkout(small.root)), mutants, results)) == len(mutants)


def test_a_result_cut_short_is_tried_again(tmp_path):
    path = tmp_path / "results.jsonl"
    path.write_text('{"mutant": "a", "change": "", "verdict": "killed", "by": "t", "source": "", "tests": ""}\n{"mutant": "b", "ch')
    assert set(read(path)) == {"a"}


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--files", "agents/nowhere.py"], "agents/nowhere.py is no module with sites"),
        (["--sites", "0"], "--sites and --processes take a number from 1"),
        (["--sites", "many"], "argument --sites: invalid int value: 'many'"),
        (["--show", "agents/numbers_of.py half number 9"], "no mutant is called"),
        (["--checkout", "/nowhere"], "is no checkout with tests"),
        (["--speed"], "unrecognized arguments: --speed"),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused_in_one_line(small, capsys, arguments, line):
    assert command.main(["--checkout", str(small.root), *arguments]) == 2
    said = capsys.readouterr().err
    assert line in said
    assert said.count("\n") == 1


def test_listing_and_showing_try_nothing(small, capsys):
    assert command.main(["--checkout", str(small.root), "--list", "--all"]) == 0
    assert "half term 2 (line 11)\n    dropped: x * SHARE without SHARE\n" in capsys.readouterr().out
    assert command.main(["--checkout", str(small.root), "--show", f"{FILE} half term 2"]) == 0
    said = capsys.readouterr().out
    assert "-    return x * SHARE\n+    return x\n" in said
    assert list((small.root / "docs").iterdir()) == []
