import subprocess
import sys

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
