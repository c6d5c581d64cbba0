"""One mutant on trial: held against its own tests, then against all others, until a test says what is right."""

import ast
import hashlib
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .checkout import Checkout
from .line import Line
from .reach import module_of, recording, rule_of
from .results import HANGS, KILLED, RAISES, SURVIVES, Result
from .sites import Mutant
from .tests_used import LEFT_OUT, in_order, used

LIMIT = 300.0
"""Seconds of the processor that a mutant is given in all."""
PATIENCE = 20.0
"""Seconds of the processor after which a test hangs, unless without a mutant it takes more than an eighth of that."""
UNMUTATED_LIMIT = 900.0


class FailsUnmutatedError(Exception):
    """A test file that fails as things are can say nothing about mutants."""


@dataclass(frozen=True)
class Usual:
    """How a test file plays without a mutant."""

    seconds: dict[str, float]
    """By test."""
    reached: dict[str, list[str]]
    """The rules that each test reaches."""

    def tests_for(self, rule: str | None) -> list[str]:
        """Its tests that may have something to say about a rule, or about a table (None)."""
        return [test for test in self.seconds if rule is None or rule in self.reached.get(test, ())]


class Court:
    """Tries mutants of one checkout. Several threads may do so, each on a line of its own."""

    def __init__(self, checkout: Checkout, only_mirrored: bool = False):
        self.checkout = checkout
        self.only_mirrored = only_mirrored
        self._usual: dict[str, Usual] = {}
        self._locks = {test: threading.Lock() for test in checkout.tests()}

    def tests_needed(self, mutants: Iterable[Mutant]) -> list[str]:
        """The test files that some mutants may be held against, the longest texts first: they may also play longest."""
        files = {mutant.file for mutant in mutants}
        stages = [in_order(self.checkout, file) for file in files]
        needed = {test for mirrored, others in stages for test in (mirrored if self.only_mirrored else [*mirrored, *others])}
        return sorted(needed, key=lambda test: (-len(self.checkout.source(test)), test))

    def usual(self, line: Line, test: str) -> Usual:
        """How a test file plays without a mutant. Raises FailsUnmutatedError if a test of it fails."""
        with self._locks[test]:
            if test not in self._usual:
                answer = line.ask(
                    **recording(self.checkout),
                    files=[test],
                    without=list(LEFT_OUT),
                    patience=UNMUTATED_LIMIT,
                    limit=UNMUTATED_LIMIT,
                    keep=True,
                )
                if answer["failures"] or answer["end"] != "done" or answer["code"]:
                    first = answer["failures"][0] if answer["failures"] else (test, "", f"{answer['end']}, {answer.get('code')}")
                    raise FailsUnmutatedError(f"{first[0]} fails without any mutant: {first[2]}".replace("\n", " ")[:400])
                self._usual[test] = Usual(answer["tests"], answer["reached"])
            return self._usual[test]

    def try_one(self, line: Line, mutant: Mutant) -> Result:
        """What becomes of a mutant."""
        source = self.checkout.mutated(mutant)
        mirrored, others = in_order(self.checkout, mutant.file)
        left = LIMIT
        tried = 0
        failures: list[list[str]] = []
        for files in (mirrored, [] if self.only_mirrored else others):
            tests = self._tests_for(line, mutant, files)
            if not tests or left <= 0:
                continue
            tried += len(tests)
            answer = self._held_against(line, mutant, source, tests, left)
            failures += answer["failures"]
            left -= sum(answer["tests"].values())
            asserted = [test for test, how, _ in answer["failures"] if how == "asserts"]
            if asserted:
                return self._result(mutant, KILLED, asserted[0])
            if answer["end"] == "hung":
                return self._result(mutant, HANGS, answer["at"])
            if answer["end"] == "late":
                left = 0.0
        if failures:
            return self._result(mutant, RAISES, f"{failures[0][0]} ({failures[0][2]})".replace("\n", " ")[:200])
        return self._result(mutant, SURVIVES, "no test reaches it" if not tried else "" if left > 0 else "out of time")

    def _tests_for(self, line: Line, mutant: Mutant, files: list[str]) -> dict[str, float]:
        """The tests to hold a mutant against, with the seconds they usually take: those of the closest and shortest files first."""
        rule = rule_of(self.checkout, mutant)
        usual = {file: self.usual(line, file) for file in files}

        def distance(file: str) -> tuple[bool, float]:
            return mutant.file not in self.checkout.imported(file), sum(
                usual[file].seconds[test] for test in usual[file].tests_for(rule)
            )

        return {test: usual[file].seconds[test] for file in sorted(files, key=distance) for test in usual[file].tests_for(rule)}

    def _held_against(self, line: Line, mutant: Mutant, source: str, tests: dict[str, float], limit: float) -> dict[str, Any]:
        answer = line.ask(
            module=module_of(mutant.file),
            source=source,
            files=list(dict.fromkeys(test.split("::")[0] for test in tests)),
            only=list(tests),
            patience=max(PATIENCE, 8 * max(tests.values())),
            limit=limit,
        )
        if answer["end"] == "died":
            answer["failures"].append([answer["at"], "raises", "the process died"])
        if answer["end"] == "done" and answer["code"] != 0 and not answer["failures"]:
            answer["failures"].append(["pytest", "raises", "cannot begin"])
        return answer

    def _result(self, mutant: Mutant, verdict: str, by: str) -> Result:
        return Result(mutant.name, mutant.change, verdict, by, self.hash_of(mutant.file), self._hash_of_tests(verdict, by))

    def still_holds(self, result: Result, mutant: Mutant) -> bool:
        """Whether a result is of the present module and of the present tests."""
        if (result.change, result.source) != (mutant.change, self.hash_of(mutant.file)):
            return False
        return result.tests == self._hash_of_tests(result.verdict, result.by)

    def hash_of(self, file: str) -> str:
        """A hash of what a module means: code and words, but no comments."""
        return _short(ast.unparse(ast.parse(self.checkout.source(file))))

    def _hash_of_tests(self, verdict: str, by: str) -> str:
        deciding = by.split("::")[0].split(" ")[0]
        if verdict in {KILLED, HANGS} and deciding in self.checkout.tests():
            return self.hash_of(deciding)
        return _short("".join(map(self.hash_of, used(self.checkout))))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def waiting(court: Court, mutants: Iterable[Mutant], results: dict[str, Result]) -> list[Mutant]:
    """The mutants without a result that still holds."""
    return [each for each in mutants if each.name not in results or not court.still_holds(results[each.name], each)]
