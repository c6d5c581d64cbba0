import shutil
import site
import subprocess
import sys

import pytest

from reassure.agents import rule
from reassure.runs.ensemble import compiling


def test_every_rule_that_mesa_calls_is_listed(monkeypatch):
    """Stepping the Mesa model after compiling the listed entries compiles nothing new."""
    compiling.ensure_compiled()
    listed = [function for function, _ in compiling.entries() if hasattr(function, "signatures")]
    from reassure.model.wargame import Wargame

    compiling.compile_entries()
    before = [len(function.signatures) for function in listed]
    game = Wargame("limited_reassurance_force", rng=1, weeks=30, orders=["3:russia:seize", "8:russia:mobilise"])
    while game.running:
        game.step()
    assert [len(function.signatures) for function in listed] == before


def test_nothing_is_said_once_the_rules_are_compiled():
    compiling.ensure_compiled()
    said = []
    compiling.ensure_compiled(said.append)
    assert said == [] or rule.CACHE is None


def test_a_first_compilation_is_announced(monkeypatch, tmp_path):
    monkeypatch.setattr(rule, "CACHE", tmp_path)
    monkeypatch.setattr(compiling, "compile_entries", lambda: None)
    monkeypatch.setattr(compiling, "compile_loop", lambda: None)
    started = subprocess.Popen
    monkeypatch.setattr(compiling.subprocess, "Popen", lambda *arguments, **options: started([sys.executable, "-c", ""]))
    said = []
    compiling.ensure_compiled(said.append)
    compiling.ensure_compiled(said.append)
    assert len(said) == 1
    assert "once" in said[0]


ELSEWHERE = """
import sys
sys.path[:0] = [sys.argv[1]]
sys.path += {packages}
from reassure.agents import rule
from reassure.runs.ensemble.compiling import ensure_compiled
from reassure.runs.ensemble.futures import Policy, play
from reassure.model.scenario import load
kept = lambda: sorted(path.name for path in rule.CACHE.rglob("*.nbc"))
before = kept()
ensure_compiled()
play(Policy(load("bare_ceasefire"), 10), 3, seed=1)
assert before and kept() == before, "something was compiled anew"
print(rule.FINGERPRINT)
"""


@pytest.mark.skipif(rule.CACHE is None, reason="compiled rules are not kept here")
def test_a_copy_in_another_place_finds_the_rules_compiled(tmp_path):
    compiling.ensure_compiled()
    for floor in ("agents", "model", "runs"):
        shutil.copytree(rule.FLOORS / floor, tmp_path / "reassure" / floor, ignore=shutil.ignore_patterns("__pycache__"))
    program = ELSEWHERE.format(packages=site.getsitepackages())
    done = subprocess.run(
        [sys.executable, "-S", "-c", program, str(tmp_path)], capture_output=True, text=True, check=False, timeout=300
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == rule.FINGERPRINT


def test_another_processor_is_told_apart_and_said(monkeypatch, tmp_path):
    monkeypatch.setattr(rule, "CACHE", tmp_path)
    monkeypatch.setattr(compiling, "compile_entries", lambda: None)
    monkeypatch.setattr(compiling, "compile_loop", lambda: None)
    started = subprocess.Popen
    monkeypatch.setattr(compiling.subprocess, "Popen", lambda *arguments, **options: started([sys.executable, "-c", ""]))
    said = []
    compiling.ensure_compiled(said.append)
    monkeypatch.setattr(compiling, "get_host_cpu_name", lambda: "another")
    compiling.ensure_compiled(said.append)
    assert "this version" in said[0] and "for this kind of processor, another" in said[1]
