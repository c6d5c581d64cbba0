import errno
import os
import shutil
import site
import subprocess
import sys

import numba
import pytest

from reassure.agents.rule_cache import RuleCache, rule_cache
from reassure.agents.source import FLOORS
from reassure.runs.console.interpreter import this_python
from reassure.runs.ensemble import compiling

KEPT = not numba.config.DISABLE_JIT and rule_cache().folder is not None


def test_every_rule_that_mesa_calls_is_listed(monkeypatch):
    """Stepping the Mesa model after compiling the listed entries compiles nothing new."""
    compiling.ensure_compiled()
    listed = [function for function, _ in compiling.entries() if hasattr(function, "signatures")]
    from reassure.model.wargame import Wargame

    compiling.compile_entries()
    before = [len(function.signatures) for function in listed]
    game = Wargame("limited_reassurance_force", rng=1, weeks=30, orders=["2:russia:probe", "3:russia:seize", "20:russia:mobilise"])
    while game.running:
        game.step()
    assert [len(function.signatures) for function in listed] == before


@pytest.mark.skipif(not KEPT, reason="compiled rules are not kept here")
def test_nothing_is_said_once_the_rules_are_compiled():
    compiling.ensure_compiled()
    said = []
    compiling.ensure_compiled(said.append)
    assert said == []


@pytest.fixture
def empty(monkeypatch, tmp_path):
    """An empty cache, and a compilation that takes no time; gives the cache and what is said."""
    cache = RuleCache(tmp_path)

    def compile_nothing():
        cache.keep("a.rule-1.nbc", 1)

    monkeypatch.setattr(numba.config, "DISABLE_JIT", 0)
    monkeypatch.setattr(compiling, "rule_cache", lambda: cache)
    monkeypatch.setattr(compiling, "compile_entries", compile_nothing)
    monkeypatch.setattr(compiling, "compile_loop", lambda: None)
    monkeypatch.setattr(compiling, "this_python", lambda: [sys.executable, "-c", ""])
    said = []
    return cache, said


def test_a_first_compilation_is_announced(empty):
    _, said = empty
    compiling.ensure_compiled(said.append)
    compiling.ensure_compiled(said.append)
    assert len(said) == 1 and "once for this version" in said[0]


def test_a_cache_elsewhere_than_usual_is_named_with_the_reason(empty):
    cache, said = empty
    cache.hindrance = "/home/somebody/.cache/reassure: others may write in it; delete it"
    compiling.ensure_compiled(said.append)
    assert str(cache.folder) in said[0] and cache.hindrance in said[0]


def test_another_processor_is_told_apart_and_said(empty, monkeypatch):
    _, said = empty
    compiling.ensure_compiled(said.append)
    monkeypatch.setattr(compiling, "get_host_cpu_name", lambda: "another")
    compiling._done.cache_clear()
    compiling.ensure_compiled(said.append)
    compiling._done.cache_clear()
    assert "this version" in said[0] and "for this kind of processor, another" in said[1]


def remove_a_rule(folder):
    (folder / "a.rule-1.nbc").unlink()


def empty_the_list(folder):
    (folder / compiling._done()).write_text("")


def another_kind_of_list(folder):
    (folder / compiling._done()).write_bytes(b"\xff[1]")


def a_folder_for_a_list(folder):
    (folder / compiling._done()).unlink()
    (folder / compiling._done()).mkdir()


@pytest.mark.parametrize("damage", [remove_a_rule, empty_the_list, another_kind_of_list, a_folder_for_a_list])
def test_what_is_not_all_there_is_compiled_again(empty, damage):
    cache, said = empty
    compiling.ensure_compiled(said.append)
    damage(cache.folder)
    compiling.ensure_compiled(said.append)
    assert len(said) == 2 and (cache.folder / "a.rule-1.nbc").exists()


def test_where_the_rules_could_not_be_kept_it_is_not_written_down_that_they_are(empty):
    cache, said = empty
    cache.is_full = True
    compiling.ensure_compiled(said.append)
    assert not list(cache.folder.glob(f"{compiling.DONE}*"))


def test_without_a_cache_it_says_so_once(monkeypatch):
    monkeypatch.setattr(numba.config, "DISABLE_JIT", 0)
    monkeypatch.setattr(compiling, "rule_cache", lambda: RuleCache(None, "/nowhere: No such file or directory"))
    said = []
    say = said.append
    compiling.ensure_compiled(say)
    compiling.ensure_compiled(say)
    assert len(said) == 1 and "/nowhere: No such file or directory" in said[0] and "XDG_CACHE_HOME" in said[0]


def test_where_compiling_is_switched_off_nothing_is_said(monkeypatch):
    monkeypatch.setattr(numba.config, "DISABLE_JIT", 1)
    said = []
    compiling.ensure_compiled(said.append)
    assert said == []


HOLD = """
import fcntl, sys, time
lock = open(sys.argv[1], "w")
fcntl.flock(lock, fcntl.LOCK_EX)
print("held", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no lock there")
@pytest.mark.parametrize("finished", [True, False])
def test_who_comes_second_waits_and_compiles_only_what_the_first_has_not(empty, finished):
    cache, said = empty
    with subprocess.Popen([sys.executable, "-c", HOLD, cache.folder / "compiling"], stdout=subprocess.PIPE) as first:
        first.stdout.readline()

        def say(text):
            said.append(text)
            if "waiting" in text:
                if finished:
                    cache.keep("a.rule-1.nbc", 1)
                    (cache.folder / compiling._done()).write_text('["a.rule-1.nbc"]')
                first.kill()

        compiling.ensure_compiled(say)
    assert ["waiting" in text for text in said] == ([True] if finished else [True, False])


@pytest.mark.skipif(sys.platform == "win32", reason="no lock there")
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_drive_that_cannot_lock_files_stops_nobody(empty, monkeypatch, number):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)
    cache, said = empty
    compiling.ensure_compiled(said.append)
    assert len(said) == 1 and compiling._is_compiled(cache.folder)


def test_the_second_process_runs_no_module_of_the_working_folder_and_finds_the_rules(tmp_path):
    for name in ("numpy", "typing", "csv", "reassure"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a module of the working folder was run')")
    program = "import numpy, typing, csv, reassure.runs; print('found')"
    done = subprocess.run([*this_python(), "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == "found\n"


THIS_PYTHON = this_python


@pytest.mark.parametrize("executable", ["", None, "/usr/sbin/uwsgi", "/nowhere/python3"])
def test_where_no_second_process_can_be_started_this_one_compiles_alone(empty, monkeypatch, executable):
    cache, said = empty
    monkeypatch.setattr(compiling, "this_python", THIS_PYTHON)
    monkeypatch.setattr(sys, "executable", executable)
    compiling.ensure_compiled(said.append)
    assert compiling._is_compiled(cache.folder)


ELSEWHERE = """
import sys
sys.path[:0] = [sys.argv[1]]
sys.path += {packages}
from reassure.agents.rule_cache import rule_cache
from reassure.runs.ensemble.compiling import ensure_compiled
from reassure.runs.ensemble.futures import Policy, play
from reassure.model.scenario import load
kept = lambda: sorted(path.name for path in rule_cache().folder.rglob("*.nbc"))
before = kept()
ensure_compiled()
play(Policy(load("bare_ceasefire"), 10), 3, seed=1)
assert before and kept() == before, "something was compiled anew"
print(rule_cache().folder)
"""


@pytest.mark.skipif(not KEPT, reason="compiled rules are not kept here")
def test_a_copy_in_another_place_finds_the_rules_compiled(tmp_path):
    compiling.ensure_compiled()
    for floor in ("agents", "model", "runs"):
        shutil.copytree(FLOORS / floor, tmp_path / "reassure" / floor, ignore=shutil.ignore_patterns("__pycache__"))
    program = ELSEWHERE.format(packages=site.getsitepackages())
    done = subprocess.run(
        [sys.executable, "-S", "-c", program, str(tmp_path)], capture_output=True, text=True, check=False, timeout=300
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == str(rule_cache().folder)
