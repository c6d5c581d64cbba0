"""A few hundred inputs in every run of the suite; thousands by hand."""

from pathlib import Path
from random import Random

import pytest

from reassure.runs.commands.group import COMMANDS
from reassure.runs.reliability.case import Case
from reassure.runs.reliability.fuzzing import Fuzzer, Survey, fuzz
from reassure.runs.reliability.trial import Answer, can_be_typed, in_a_process, in_this_process, try_case

INPUTS = 300
SEED = 20260105


@pytest.fixture(scope="module")
def fuzzer(tmp_path_factory):
    made = Fuzzer(tmp_path_factory.mktemp("fuzzer"), Survey(SEED), print)
    made.make_stores()
    return made


def test_nothing_goes_wrong_whatever_is_typed_or_handed_over():
    told = []
    survey = fuzz(INPUTS, SEED, None, told.append, lambda: None)
    assert not told, "\n".join(told)
    assert survey.tried.total() == INPUTS and survey.typed >= 3
    assert all(0 < survey.refused[kind] < tried for kind, tried in survey.tried.items()), (
        "a kind that is always or never refused tries little"
    )


def test_the_same_seed_kind_and_number_are_the_same_input(fuzzer):
    for kind, make in fuzzer.kinds().items():
        cases = [make(Random(f"1 {kind} {number}")) for number in range(5)]
        assert cases == [make(Random(f"1 {kind} {number}")) for number in range(5)]
        assert {case.kind for case in cases} == {kind}


def test_every_command_is_tried(fuzzer):
    tried = {fuzzer.kinds()["command lines"](Random(number)).arguments[0] for number in range(500)}
    assert set(COMMANDS) <= tried


def found_wrong(tmp_path, answer, leave=lambda: None):
    """What is found wrong with a made-up answer, which also does something in the folder of the case."""

    def carry_out(_):
        leave()
        return answer

    return try_case(Case("command lines", ("show", "--json")), tmp_path / "case", tmp_path / "stores", carry_out)[1]


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        (Answer(0, '{"a": 1}\n', "", 0.1), None),
        (Answer(0, '{"a": 1}\n{"a": 2}\n', "", 0.1), None),
        (Answer(2, "", "reassure: no\n", 0.1), None),
        (Answer(2, "", "reassure: no\nand no\n", 0.1), "one line"),
        (Answer(2, "a table", "reassure: no\n", 0.1), "nothing else"),
        (Answer(2, "", "", 0.1), "one line"),
        (Answer(None, "", "ValueError: x\n", 0.1), "ValueError: x"),
        (Answer(1, "", "Traceback (most recent call last):\nKeyError: 'x'\n", 0.1), "KeyError: 'x'"),
        (Answer(3, "", "", 0.1), "status 3"),
        (Answer(0, '{"a": NaN}', "", 0.1), "no JSON"),
        (Answer(0, "not JSON", "", 0.1), "no JSON"),
        (Answer(0, '{"a": "\x1b[31m"}', "", 0.1), "obeys"),
        (Answer(1, "", "\x9b31m", 0.1), "obeys"),
    ],
)
def test_what_is_wrong_with_an_answer(tmp_path, answer, wrong):
    found = found_wrong(tmp_path, answer)
    assert (not found) if wrong is None else any(wrong in each for each in found)


def test_what_is_half_written_or_changed_by_a_refusal_is_found(tmp_path):
    refusal, done = Answer(2, "", "reassure: no\n", 0.1), Answer(0, "{}", "", 0.1)
    assert "half-written: x.part" in found_wrong(tmp_path, done, lambda: Path("x.part").write_text("x"))
    assert "refused, but it changed new" in found_wrong(tmp_path, refusal, lambda: Path("new").write_text("x"))
    assert "refused, but it changed a file" in found_wrong(tmp_path, refusal, lambda: Path("a file").write_text("x"))
    assert not found_wrong(tmp_path, done, lambda: Path("new").write_text("x"))


def test_an_endless_answer_is_cut_short_and_found(monkeypatch, tmp_path):
    monkeypatch.setattr("reassure.runs.reliability.trial.PATIENCE", 0.2)
    endless = Case("command lines", ("query",))

    def run(_):
        while True:
            pass

    monkeypatch.setattr("reassure.runs.cli.run", run)
    answer, wrong = try_case(endless, tmp_path / "case", tmp_path / "stores", in_this_process)
    assert answer.status is None and "HangError" in wrong[0]


def test_an_interrupted_command_ends_with_its_status(fuzzer, tmp_path):
    case = Case("command lines", ("verify",), interrupted_after=0.3)
    answer, wrong = try_case(case, tmp_path / "case", fuzzer.stores, in_this_process)
    assert answer.status == 130 and not wrong


def test_the_real_command_is_tried_as_typed(fuzzer, tmp_path):
    case = Case("SQL", ("query", "store", "SELECT 'é', count(*) AS n FROM futures", "--json"), needs_store=True)
    assert can_be_typed(case)
    real, wrong = try_case(case, tmp_path / "case", fuzzer.stores, in_a_process)
    here, _ = try_case(case, tmp_path / "case", fuzzer.stores, in_this_process)
    assert (real.status, real.output) == (here.status, here.output) and not wrong
    assert not can_be_typed(Case("SQL", ("query", "a\0b")))
