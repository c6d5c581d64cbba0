import json

import pytest

from reassure.runs import cli
from reassure.runs.validation.verification import families
from reassure.runs.validation.verification.check import Check, Group, Scope, Verdict
from reassure.runs.validation.verification.families import EFFORT, Family


def family(name, *verdicts):
    def checks(effort):
        for verdict in verdicts:
            yield Check("X0", Group.EXACT, Scope.PART, f"a statement at effort {effort}", "a source", "1", "2", verdict)

    return Family(name, checks)


@pytest.fixture
def ran(monkeypatch, capsys):
    """Runs the command over these families; gives exit status, standard output and standard error."""

    def run(arguments, *families_):
        monkeypatch.setattr(families, "FAMILIES", families_)
        status = cli.run(["verify", *arguments])
        return status, *capsys.readouterr()

    return run


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        (Verdict.PASSED, 0),
        (Verdict.AGREES, 0),
        (Verdict.DISAGREES, 0),
        (Verdict.UNDECIDED, 0),
        (Verdict.NOT_RUN, 0),
        (Verdict.FAILED, 1),
    ],
)
def test_only_a_failure_is_a_failure(ran, verdict, status):
    done, out, err = ran([], family("one", Verdict.PASSED), family("two", verdict))
    assert done == status
    assert verdict.value in out
    assert "expected" in out and "X0: a statement" in out
    assert err.splitlines() == ["Checking 1 of 2: one ...", "Checking 2 of 2: two ..."]


def test_what_was_not_run_is_told_with_the_reason_once(ran):
    check = Check("X0", Group.SOLVER, Scope.PART, "a", "b", "1", "", Verdict.NOT_RUN, "the solver is missing")
    done, out, _ = ran([], Family("one", lambda effort: iter([check, check])))
    assert done == 0
    assert out.count("Not run: the solver is missing.") == 1
    assert "0 failed, 2 not run." in out


def test_json_is_all_there_is_on_standard_output(ran):
    done, out, _ = ran(["--json", "--effort", "7"], family("one", Verdict.PASSED), family("two", Verdict.FAILED))
    told = json.loads(out)
    assert done == 1
    assert told["effort"] == 7
    assert told["verdicts"] == {"passed": 1, "failed": 1, "agrees": 0, "disagrees": 0, "undecided": 0, "not run": 0}
    assert [(check["family"], check["verdict"], check["group"], check["scope"]) for check in told["checks"]] == [
        ("one", "passed", "exact result", "part"),
        ("two", "failed", "exact result", "part"),
    ]
    assert "effort 7" in told["checks"][0]["statement"]
    assert told["not_in_this_model"][0].keys() == {"label", "missing", "reason"}


@pytest.mark.parametrize("also", [[], ["--json"]])
def test_the_page_is_written_even_if_something_failed(ran, tmp_path, also):
    place = tmp_path / "page.md"
    done, _, _ = ran(["--out", str(place), *also], family("one", Verdict.FAILED))
    assert done == 1
    assert "**failed**" in place.read_text()
    assert f"--effort {EFFORT}" in place.read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "nowhere/page.md"], "nowhere is not a folder"),
        (["--effort", "0"], "--effort is a whole number"),
        (["--effort", "many"], "--effort is a whole number"),
        (["extra"], "unexpected extra argument"),
    ],
)
def test_a_refusal_is_one_line_and_status_2(ran, arguments, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done, out, err = ran(arguments, family("one", Verdict.PASSED))
    assert (done, out) == (2, "")
    assert message in err
    assert err.startswith("reassure: ") and err.count("\n") == 1
