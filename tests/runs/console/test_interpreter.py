"""Another Python for work of its own: it runs what is installed, and nothing that lies about."""

import subprocess
import sys

import pytest

from reassure.runs.console.interpreter import this_python
from reassure.runs.speed import plain_objects, scaling
from reassure.runs.validation.selfcheck import origin

PLANTED = ("numpy", "typing", "json", "reassure")


@pytest.fixture
def planted(tmp_path, monkeypatch):
    """A working folder with modules named like those of libraries."""
    for name in PLANTED:
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a module of the working folder was run')")
    monkeypatch.chdir(tmp_path)


def test_no_module_of_the_working_folder_is_run(planted):
    program = "import numpy, typing, json, reassure.runs; print('found')"
    assert subprocess.run([*this_python(), "-c", program], capture_output=True, text=True, check=True).stdout == "found\n"


@pytest.mark.parametrize("executable", ["", None, "/usr/sbin/uwsgi"])
def test_a_program_that_holds_a_python_is_none(monkeypatch, executable):
    monkeypatch.setattr(sys, "executable", executable)
    with pytest.raises(FileNotFoundError, match="no plain Python"):
        this_python()


@pytest.mark.parametrize("module", [plain_objects, scaling, origin], ids=lambda module: module.__name__)
def test_processes_of_measurements_and_checks_are_started_so(monkeypatch, module):
    started = []

    class StartedError(Exception):
        pass

    def run(command, **_):
        started.append(command)
        raise StartedError

    monkeypatch.setattr("subprocess.run", run)
    start = {
        plain_objects: lambda: plain_objects.timed(plain_objects.load("bare_ceasefire"), 1, range(1), 2),
        scaling: lambda: scaling.memory_of(1, 2),
        origin: lambda: origin.interpreted("bare_ceasefire", 0),
    }
    with pytest.raises(StartedError):
        start[module]()
    assert started[0][: len(this_python())] == this_python()
