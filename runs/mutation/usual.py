"""How each test file plays without a mutant: that it passes, how long each test takes, and which rules each reaches.

Kept in the temporary folder until a module or the test file changes, so that a run which goes on need not play them again.
"""

import hashlib
import json
import tempfile
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from .checkout import Checkout
from .line import Line
from .reach import recording
from .tests_used import LEFT_OUT

LIMIT = 900.0
"""Seconds of the processor that a test file is given."""


class FailsUnmutatedError(Exception):
    """A test file that fails as things are can say nothing about mutants."""


@dataclass(frozen=True)
class Usual:
    """How a test file plays without a mutant."""

    seconds: dict[str, float]
    """By test."""
    reached: dict[str, list[str]]
    """The rules that each test reaches."""

    def tests_for(self, rules: frozenset[str] | None) -> list[str]:
        """Its tests that reach one of some rules; all of them for None."""
        return [test for test in self.seconds if rules is None or rules & set(self.reached.get(test, ()))]


class Unmutated:
    """The test files of a checkout as they usually play, each played once, when it is first asked for."""

    def __init__(self, checkout: Checkout, folder: Path | None = None):
        self.checkout = checkout
        self.folder = folder or Path(tempfile.gettempdir()) / "reassure-mutation"
        self._modules = hashlib.sha256("".join(map(checkout.source, checkout.everything())).encode()).hexdigest()
        self._known: dict[str, Usual] = {}
        self._locks = {test: threading.Lock() for test in checkout.tests()}

    def of(self, line: Line, test: str) -> Usual:
        """How a test file plays. Raises FailsUnmutatedError if a test of it fails."""
        with self._locks[test]:
            if test not in self._known:
                self._known[test] = self._kept(test) or self._played(line, test)
            return self._known[test]

    def _place(self, test: str) -> Path:
        content = f"{self._modules} {test} {self.checkout.source(test)} {sorted(LEFT_OUT)}"
        return self.folder / f"{hashlib.sha256(content.encode()).hexdigest()[:20]}.json"

    def _kept(self, test: str) -> Usual | None:
        try:
            return Usual(**json.loads(self._place(test).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def _played(self, line: Line, test: str) -> Usual:
        answer = line.ask(**recording(self.checkout), files=[test], without=list(LEFT_OUT), patience=LIMIT, limit=LIMIT, keep=True)
        if answer["failures"] or answer["end"] != "done" or answer["code"]:
            first = answer["failures"][0] if answer["failures"] else (test, "", f"{answer['end']}, {answer.get('code')}")
            raise FailsUnmutatedError(f"{first[0]} fails without any mutant: {first[2]}".replace("\n", " ")[:400])
        usual = Usual(answer["tests"], answer["reached"])
        self.folder.mkdir(parents=True, exist_ok=True)
        self._place(test).write_text(json.dumps(asdict(usual)), encoding="utf-8")
        return usual
