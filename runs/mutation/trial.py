"""One mutant on trial: held against its own tests, then against all others, until a test says what is right."""

import ast
import hashlib
from collections.abc import Iterable
from functools import cache
from typing import Any

from .checkout import Checkout
from .line import Line
from .reach import mentions, module_of, rules_reached_by
from .results import HANGS, KILLED, RAISES, SURVIVES, Result
from .sites import Mutant
from .tests_used import in_order, used
from .usual import Unmutated

LIMIT = 300.0
"""Seconds of the processor that a mutant is given with its own tests, and again with all others."""
PATIENCE = 20.0
"""Seconds of the processor after which a test hangs, unless without a mutant it takes more than an eighth of that."""


class Court:
    """Tries mutants of one checkout. Several threads may do so, each on a line of its own."""

    def __init__(self, checkout: Checkout, only_mirrored: bool = False):
        self.checkout = checkout
        self.only_mirrored = only_mirrored
        self.unmutated = Unmutated(checkout)

    def tests_needed(self, mutants: Iterable[Mutant]) -> list[str]:
        """The test files that some mutants may be held against, the longest texts first: they may also play longest."""
        files = {mutant.file for mutant in mutants}
        stages = [in_order(self.checkout, file) for file in files]
        needed = {test for mirrored, others in stages for test in (mirrored if self.only_mirrored else [*mirrored, *others])}
        return sorted(needed, key=lambda test: (-len(self.checkout.source(test)), test))

    def try_one(self, line: Line, mutant: Mutant) -> Result:
        """What becomes of a mutant."""
        source = self.checkout.mutated(mutant)
        mirrored, others = in_order(self.checkout, mutant.file)
        tried, late = 0, False
        failures: list[list[str]] = []
        for files in (mirrored, [] if self.only_mirrored else others):
            tests = self._tests_for(line, mutant, files)
            if not tests:
                continue
            tried += len(tests)
            answer = self._held_against(line, mutant, source, tests)
            failures += answer["failures"]
            asserted = [test for test, how, _ in answer["failures"] if how == "asserts"]
            if asserted:
                return self._result(mutant, KILLED, asserted[0])
            if answer["end"] == "hung":
                return self._result(mutant, HANGS, answer["at"])
            late |= answer["end"] == "late"
        if failures:
            return self._result(mutant, RAISES, f"{failures[0][0]} ({failures[0][2]})".replace("\n", " ")[:200])
        return self._result(mutant, SURVIVES, "no test reaches it" if not tried else "out of time" if late else "")

    def _tests_for(self, line: Line, mutant: Mutant, files: list[str]) -> dict[str, float]:
        """The tests to hold a mutant against, with the seconds they usually take: those of the closest and shortest files first."""
        rules = rules_reached_by(self.checkout, mutant)
        tests = {
            file: self.unmutated.of(line, file).tests_for(None if mentions(self.checkout, file, mutant) else rules)
            for file in files
        }
        seconds = {test: self.unmutated.of(line, file).seconds[test] for file in files for test in tests[file]}

        def distance(file: str) -> tuple[bool, float]:
            return mutant.file not in self.checkout.imported(file), sum(seconds[test] for test in tests[file])

        return {test: seconds[test] for file in sorted(files, key=distance) for test in tests[file]}

    def _held_against(self, line: Line, mutant: Mutant, source: str, tests: dict[str, float]) -> dict[str, Any]:
        answer = line.ask(
            module=module_of(mutant.file),
            source=source,
            files=list(dict.fromkeys(test.split("::")[0] for test in tests)),
            only=list(tests),
            patience=max(PATIENCE, 8 * max(tests.values())),
            limit=LIMIT,
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

    @cache  # noqa: B019 - one court lives as long as the run
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
