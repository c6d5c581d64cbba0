"""Many mutants, a few at a time: every result is on disk before the next begins."""

import queue
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from .line import LIBRARIES, Line
from .results import SURVIVES, Result, append
from .sites import Mutant
from .trial import Court


def play(court: Court, mutants: list[Mutant], path: Path, processes: int, libraries: tuple[str, ...] = LIBRARIES) -> None:
    """Try mutants of a copy and append what becomes of them. Raises what a trial raises; results so far are kept."""
    lines = [Line(court.checkout.root, libraries) for _ in range(min(processes, len(mutants)))]
    try:
        needed = court.tests_needed(mutants)
        print(f"{len(needed)} test files, first without a mutant ...", file=sys.stderr, flush=True)
        share_out(lines, needed, court.unmutated.of)
        progress = Progress(len(mutants), path)
        share_out(lines, mutants, lambda line, mutant: progress.note(court.try_one(line, mutant)))
    finally:
        for line in lines:
            line.close()


def share_out(lines: list[Line], jobs: Iterable[Any], do: Callable[[Line, Any], object]) -> None:
    """Do all jobs, each line one after the other. Raises what a job raises, without waiting for the others."""
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
    for job in jobs:
        waiting.put(job)
    errors: list[Exception] = []

    def work(line: Line) -> None:
        try:
            while not errors:
                do(line, waiting.get_nowait())
        except queue.Empty:
            return
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(line,), daemon=True) for line in lines]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads) and not errors:
        time.sleep(0.05)
    if errors:
        raise errors[0]


class Progress:
    """How far the trial is, on one line of standard error, and the file of results."""

    def __init__(self, total: int, path: Path):
        self.total = total
        self.path = path
        self.done = 0
        self.lives = 0
        self.begun = time.monotonic()
        self.lock = threading.Lock()

    def note(self, result: Result) -> None:
        """One result more."""
        with self.lock:
            append(self.path, result)
            self.done += 1
            self.lives += result.verdict == SURVIVES
            passed = time.monotonic() - self.begun
            left = passed / self.done * (self.total - self.done)
            line = f"{self.done} of {self.total}, {self.lives} live, {passed / 60:.0f} min, {left / 60:.0f} min left"
            if sys.stderr.isatty():
                print(f"\r{line:<70}", end="\n" if self.done == self.total else "", file=sys.stderr, flush=True)
            elif self.done % 20 == 0 or self.done == self.total:
                print(line, file=sys.stderr, flush=True)
