"""`docs/verification.md` is what the command writes, as far as that can be told without running everything."""

from pathlib import Path

import pytest

from reassure.runs.validation.verification import verification_page as page
from reassure.runs.validation.verification.absent import ABSENT
from reassure.runs.validation.verification.check import Check, Group, Scope, Verdict
from reassure.runs.validation.verification.exact import arming, attrition, learning, lottery, opinion, rungs, tripwire
from reassure.runs.validation.verification.families import EFFORT, FAMILIES
from reassure.runs.validation.verification.solver.games import GAMES

WRITTEN = (Path(__file__).parents[4] / "docs" / "verification.md").read_text(encoding="utf-8")


def made(verdict, label="X0"):
    return Check(label, Group.EXACT, Scope.PART, "a | statement", "a source", "1", "2", verdict, "a remark")


def test_the_sections_are_the_families_in_order():
    sections = [line[3:].lower() for line in WRITTEN.splitlines() if line.startswith("## ")]
    assert sections == [*(family.name.lower() for family in FAMILIES), "the rules held", "not in this model"]


@pytest.mark.parametrize(
    "family", [arming, attrition, learning, lottery, opinion, rungs, tripwire], ids=lambda family: family.__name__
)
def test_its_checks_are_those_of_the_code(family):
    for check in family.checks(1):
        assert f"| {check.label} | {check.statement} |" in WRITTEN


def test_it_was_written_at_the_default_effort_with_the_solver_and_nothing_failed():
    assert f"reassure verify --effort {EFFORT} --out docs/verification.md" in WRITTEN
    assert " 0 failed" in WRITTEN
    assert "**not run**" not in WRITTEN
    for name, _ in GAMES:
        assert name in WRITTEN


def test_every_exact_result_is_checked_or_named_as_absent():
    missing = {f"X{number}" for number in range(1, 16)}
    missing -= {line.split(" | ")[0].strip("| ") for line in WRITTEN.splitlines()}
    assert not missing
    for absent in ABSENT:
        assert f"| {absent.label} | {absent.missing} |" in WRITTEN


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_page_counts_its_verdicts(verdict):
    results = {"a family": [made(verdict), made(Verdict.PASSED)]}
    text = page.markdown(results, 3)
    assert "## A family" in text
    assert "a \\| statement" in text
    assert verdict.value in page.summary(results)
    assert page.failed(results) == (verdict is Verdict.FAILED)
