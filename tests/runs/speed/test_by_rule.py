import subprocess
from pathlib import Path

import pytest

from reassure.runs.baseline.instructions import NotCountedError
from reassure.runs.speed import by_rule
from reassure.runs.speed.by_rule import OF_NUMBA, Share, read, rule_of

COUNTED = """# callgrind format
events: Ir

ob=(3) ???
fl=(1) ???
fn=(7) 0x0000000000001000
0 30
cfn=(8) 0x0000000000002000
calls=4 0
* 999
+3 12
fn=(8)
0 5
cob=(4) libc.so
cfn=(9) floor
calls=2 0
0 70
fn=(11) 0x0000000000002000'2
0 6
fn=(9)
0 77
fn=(12) 0x0000000000003000
0 1
"""


def test_a_cost_belongs_to_the_function_itself_and_not_to_who_calls_it():
    costs, calls = read(COUNTED, {0x1000: "turn.close_week", 0x2000: "arithmetic.exp"})
    assert costs == {"turn.close_week": 42, "arithmetic.exp": 11}
    assert calls == {"arithmetic.exp": 4}


@pytest.mark.parametrize(
    ("symbol", "rule"),
    [
        ("_ZN8reassure6agents10arithmetic3expB3v12B44cEd", "arithmetic.exp"),
        ("_ZN8reassure5model4turn10close_weekB2v3Ex", "turn.close_week"),
        ("_ZN5numba7cpython7numbers6ol_intE", OF_NUMBA),
        ("memset", OF_NUMBA),
    ],
)
def test_a_rule_is_known_by_what_numba_calls_it(symbol, rule):
    assert rule_of(symbol) == rule


def test_shares_are_of_everything_and_the_dearest_comes_first(monkeypatch):
    played = []

    def play(counter, scenario, futures, folder):
        played.append((futures, bool(counter)))
        if counter:
            Path(counter[-1].removeprefix("--callgrind-out-file=")).write_text(COUNTED, encoding="utf-8")
        return '{"4096": "_ZN8reassure5model4turn10close_weekE", "8192": "_ZN8reassure6agents10arithmetic3expE"}'

    monkeypatch.setattr(by_rule, "_play", play)
    monkeypatch.setattr(by_rule.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(by_rule.sys, "platform", "linux")
    first, second = by_rule.by_rule("bare_ceasefire")
    assert played == [(1, False), (by_rule.FUTURES, True)]  # compiled before it is counted
    assert first == Share("turn.close_week", 42 / by_rule.FUTURES, 0.0, 42 / 53)
    assert second == Share("arithmetic.exp", 11 / by_rule.FUTURES, 4 / by_rule.FUTURES, 11 / 53)


def test_where_nothing_can_be_counted_it_says_why(monkeypatch):
    monkeypatch.setattr(by_rule.shutil, "which", lambda name: None)
    with pytest.raises(NotCountedError, match="needs valgrind"):
        by_rule.by_rule("bare_ceasefire")
    monkeypatch.undo()
    monkeypatch.setattr(by_rule.shutil, "which", lambda name: name)
    monkeypatch.setattr(by_rule.sys, "platform", "linux")
    monkeypatch.setattr(by_rule.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 3, "", ""))
    with pytest.raises(NotCountedError, match="status 3"):
        by_rule.by_rule("bare_ceasefire")
