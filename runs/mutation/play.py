"""Many mutants, a few at a time: every result is on disk before the next begins."""

import queue
import sys
import threading
import time
from pathlib import Path

from .line import LIBRARIES, Line
from .results import SURVIVES, Result, append
from .sites import Mutant
from .trial import Court


def play(court: Court, mutants: list[Mutant], path: Path, processes: int, libraries: tuple[str, ...] = LIBRARIES) -> None:
    """Try mutants of a copy and append what becomes of them. Raises what a trial raises; results so far are kept."""
    waiting: queue.SimpleQueue[Mutant] = queue.SimpleQueue()
    for mutant in mutants:
        waiting.put(mutant)
    progress = Progress(len(mutants), path)
    lines = [Line(court.checkout.root, libraries) for _ in range(min(processes, len(mutants)))]
    errors: list[BaseException] = []
    threads = [threading.Thread(target=_work, args=(court, line, waiting, progress, errors), daemon=True) for line in lines]
    try:
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads) and not errors:
            time.sleep(0.1)
    finally:
        for line in lines:
            line.close()
        progress.end()
    if errors:
        raise errors[0]


def _work(court: Court, line: Line, waiting: queue.SimpleQueue, progress: "Progress", errors: list[BaseException]) -> None:
    """Try one after the other until none is left or something is wrong."""
    try:
        while not errors:
            progress.note(court.try_one(line, waiting.get_nowait()))
    except queue.Empty:
        return
    except Exception as error:
        errors.append(error)


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
                print(f"\r{line:<70}", end="", file=sys.stderr, flush=True)
            elif self.done % 20 == 0 or self.done == self.total:
                print(line, file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line."""
        if sys.stderr.isatty():
            print(file=sys.stderr)
