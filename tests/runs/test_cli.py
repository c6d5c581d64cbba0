import os
import signal
import subprocess
import sys

import pytest

from reassure.runs.cli import run
from reassure.runs.console.status import INTERRUPTED, READER_LEFT

REASSURE = [sys.executable, "-m", "reassure.runs.cli"]
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")

IMPORTED = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, *_):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from reassure.runs.cli import main
sys.argv[1:] = ["play", "--weeks", "3"]
main()
"""


@ON_POSIX
@pytest.mark.parametrize("module", ["typer", "rich.console", "reassure.model.scenario", "numba"])
def test_ctrl_c_while_something_is_imported_is_one_line(module):
    done = subprocess.run([sys.executable, "-c", IMPORTED.format(module=module)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (INTERRUPTED, "", "reassure: interrupted\n")


@ON_POSIX
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_results_are_written_whatever_is_closed(closed, tmp_path):
    words = " ".join([*REASSURE, "compare", "external_guarantees", "--runs", "20", "--weeks", "4", "--out", "found", closed])
    done = subprocess.run(words, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "does not forecast" in (tmp_path / "found" / "comparison.json").read_text()
    assert (tmp_path / "found" / "verdict.png").read_bytes().startswith(b"\x89PNG")


@ON_POSIX
@pytest.mark.parametrize("words", ["show bare_ceasefire", "play --json", "compare --runs 20 --weeks 4"])
def test_a_reader_that_leaves_ends_it_in_silence(words):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*REASSURE, *words.split()], stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (READER_LEFT, "")


def test_ctrl_c_after_the_work_is_done_changes_nothing(monkeypatch):
    from reassure.runs import cli

    monkeypatch.setattr(cli, "run", lambda _: 0)
    before = signal.getsignal(signal.SIGINT)
    try:
        with pytest.raises(SystemExit, match="0"):
            cli.main()
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    "words",
    [
        ["play", "--seed", "1", "--seed", "2"],
        ["compare", "--runs", "5", "--runs", "5"],
        ["batch", "--out", "a", "--out", "b"],
        ["batch", "--placebo", "--no-placebo", "--out", "a"],
        ["show", "bare_ceasefire", "--json", "--json"],
    ],
)
def test_an_option_given_twice_is_refused_where_it_takes_one_value(words, capsys):
    assert run(words) == 2
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)
    assert "given twice" in error
