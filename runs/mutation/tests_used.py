"""Which test files a mutant is held against: its mirror first, then those that import its module, then the rest."""

from .checkout import Checkout

LEFT_OUT = {
    "tests/model/test_parity.py": "compares hashes of futures",
    "tests/agents/test_rule.py": "reads the sources on disk, which no mutant changes",
    "tests/model/test_deter_and_provoke.py": "plays thousands of futures: hours when interpreted",
    "tests/model/test_luck.py": "plays thousands of futures",
    "tests/model/test_step.py": "plays thousands of futures",
    "tests/model/test_mandate.py::test_with_the_stances_of_today_the_alliance_usually_does_not_agree": "plays hundreds of futures",
}
"""Tests that no mutant is held against, and why."""


def used(checkout: Checkout) -> list[str]:
    """Every test file that mutants are held against."""
    return [test for test in checkout.tests() if test not in LEFT_OUT]


def in_order(checkout: Checkout, file: str) -> tuple[list[str], list[str]]:
    """The mirrored test file of a module, if there is one, and all others in order of closeness."""
    mirrored = checkout.mirrored(file)
    others = [test for test in used(checkout) if test != mirrored]
    return [mirrored] if mirrored and mirrored not in LEFT_OUT else [], sorted(
        others, key=lambda test: file not in checkout.imported(test)
    )
