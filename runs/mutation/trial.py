"""One mutant on trial: held against its own tests, then against all others, until a test says what is right."""

import ast
import hashlib
import threading
from collections.abc import Iterable
from typing import Any

from .checkout import Checkout
from .line import Line
from .results import HANGS, KILLED, RAISES, SURVIVES, Result
from .sites import Mutant
from .tests_used import in_order, used

LIMIT = 120.0
"""Seconds that a mutant is given in all."""
PATIENCE = 20.0
"""Seconds after which a test hangs, or eight times what the longest takes without a mutant."""
UNMUTATED_LIMIT = 900.0


class FailsUnmutatedError(Exception):
    """A test file that fails as things are can say nothing about mutants."""


class Court:
    """Tries mutants of one checkout. Several threads may do so, each on a line of its own."""

    def __init__(self, checkout: Checkout, only_mirrored: bool = False):
        self.checkout = checkout
        self.only_mirrored = only_mirrored
        self._usual: dict[str, dict[str, float]] = {}
        self._locks = {test: threading.Lock() for test in checkout.tests()}

    def usual(self, line: Line, test: str) -> dict[str, float]:
        """Seconds that each test of a file takes without a mutant. Raises FailsUnmutatedError if one fails."""
        with self._locks[test]:
            if test not in self._usual:
                answer = line.ask(module=None, files=[test], patience=UNMUTATED_LIMIT, limit=UNMUTATED_LIMIT, keep=True)
                if answer["failures"] or answer["end"] != "done" or answer["code"]:
                    first = answer["failures"][0] if answer["failures"] else (test, "", f"{answer['end']}, {answer.get('code')}")
                    raise FailsUnmutatedError(f"{first[0]} fails without any mutant: {first[2]}".replace("\n", " ")[:400])
                self._usual[test] = answer["tests"]
            return self._usual[test]

    def try_one(self, line: Line, mutant: Mutant) -> Result:
        """What becomes of a mutant."""
        file = mutant.site.split(" ")[0]
        source = self.checkout.mutated(mutant)
        mirrored, others = in_order(self.checkout, file)
        left = LIMIT
        failures: list[list[str]] = []
        for files in (mirrored, [] if self.only_mirrored else others):
            if not files or left <= 0:
                continue
            answer = self._held_against(line, file, source, files, left)
            failures += answer["failures"]
            left -= sum(answer["tests"].values())
            asserted = [test for test, how, _ in answer["failures"] if how == "asserts"]
            if asserted:
                return self._result(mutant, KILLED, asserted[0])
            if answer["end"] == "hung":
                return self._result(mutant, HANGS, answer["at"])
            if answer["end"] == "late":
                left = 0.0
            if answer["end"] == "died":
                failures.append([answer["at"], "raises", "the process died"])
        if failures:
            return self._result(mutant, RAISES, f"{failures[0][0]} ({failures[0][2]})".replace("\n", " ")[:200])
        return self._result(mutant, SURVIVES, "" if left > 0 else "not every test was reached in time")

    def _held_against(self, line: Line, file: str, source: str, files: list[str], limit: float) -> dict[str, Any]:
        longest = max((seconds for test in files for seconds in self.usual(line, test).values()), default=0.0)
        by_time = sorted(files, key=lambda test: (file not in self.checkout.imported(test), sum(self._usual[test].values())))
        module = "reassure." + file.removesuffix(".py").replace("/", ".")
        answer = line.ask(module=module, source=source, files=by_time, patience=max(PATIENCE, 8 * longest), limit=limit)
        if answer["end"] == "done" and answer["code"] not in {0, 1, 2, 5} and not answer["failures"]:
            answer["failures"].append([files[0], "raises", "pytest cannot start"])
        return answer

    def _result(self, mutant: Mutant, verdict: str, by: str) -> Result:
        file = mutant.site.split(" ")[0]
        return Result(mutant.name, mutant.change, verdict, by, self.hash_of(file), self._hash_of_tests(verdict, by))

    def still_holds(self, result: Result, mutant: Mutant) -> bool:
        """Whether a result is of the present module and of the present tests."""
        file = mutant.site.split(" ")[0]
        if (result.change, result.source) != (mutant.change, self.hash_of(file)):
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
