"""What became of each mutant, kept in a file of JSON lines so that a run goes on where another stopped."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from ..files.whole import write_whole

KILLED, HANGS, RAISES, SURVIVES = "killed", "hangs", "raises", "survives"
"""A test says what is right; a test never ends; tests only raise; none objects."""


@dataclass(frozen=True)
class Result:
    """One mutant and its fate."""

    mutant: str
    change: str
    verdict: str
    by: str
    """The test that decided it, or what kept the tests from deciding."""
    source: str
    """Hash of the module's meaning."""
    tests: str
    """Hash of the test file that decided it; of every test file if none did."""


def read(path: Path) -> dict[str, Result]:
    """The results of a file by mutant, the latest first in force. A line cut short by a kill is dropped."""
    found: dict[str, Result] = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                result = Result(**json.loads(line))
            except (json.JSONDecodeError, TypeError):
                continue
            found[result.mutant] = result
    return found


def append(path: Path, result: Result) -> None:
    """One line more."""
    with path.open("a", encoding="utf-8") as file:
        file.write(_line(result))


def write(path: Path, results: Iterable[Result]) -> None:
    """Everything anew, in order of mutants, one line each."""
    write_whole(path, "".join(map(_line, sorted(results, key=lambda result: result.mutant))))


def _line(result: Result) -> str:
    return json.dumps(asdict(result), ensure_ascii=False) + "\n"
