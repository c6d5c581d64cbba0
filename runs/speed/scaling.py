"""How speed grows with cores and memory with futures, and what storing costs: measured in one run on the same policy and seed."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from ...model.future import FIVE_YEARS
from ...model.scenario import BASELINE, Scenario, load
from ..console.interpreter import this_python
from ..ensemble import futures
from . import benchmark

FUTURES = 8_000
"""Played for each speed."""
MESA_A_CORE = 4
"""Futures that `mesa.batch_run` plays for each of its processes."""
SIZES = (10_000, 100_000, 1_000_000)
"""Batches whose peak memory is measured."""
MEMORY_WEEKS = 26
"""Length of their futures: memory grows with rows, not with weeks."""
REPEATS = 3
MEBIBYTE = 2**20


@dataclass(frozen=True)
class Memory:
    """A batch in a process of its own: futures, its peak resident memory in MiB, what its store takes on disk in MiB, seconds."""

    futures: int
    peak: float
    disk: float
    seconds: float


@dataclass(frozen=True)
class Scaling:
    """What was measured; speeds in futures a second by the clock."""

    scenario: str
    weeks: int
    cores: int
    by_threads: dict[int, float]
    """The ensemble by number of threads."""
    mesa_by_processes: float
    """`mesa.batch_run` with one process a core."""
    stored: float
    """A batch into a store, on all cores."""
    storing_share: float
    """Processor time of a stored batch over that of the bare futures it contains, less one."""
    memory: list[Memory]

    @property
    def ensemble_to_mesa(self) -> float:
        """The ensemble on all cores against `mesa.batch_run` with one process a core."""
        return self.by_threads[max(self.by_threads)] / self.mesa_by_processes

    def json(self) -> dict[str, Any]:
        """Everything measured, as one object."""
        return {**asdict(self), "ensemble_to_mesa_batch_run_on_all_cores": self.ensemble_to_mesa}


def measure(
    scenario: Scenario,
    weeks: int = FIVE_YEARS,
    seed: int = 1,
    played: int = FUTURES,
    sizes: tuple[int, ...] = SIZES,
    repeats: int = REPEATS,
    tell: Callable[[str], object] = lambda stage: None,
) -> Scaling:
    """Measure all of it. `tell` is told what is being measured. The rules must have been compiled."""
    policy = futures.Policy(scenario, weeks)
    by_threads = {}
    for threads in counts(futures.cores()):
        tell(f"the ensemble on {threads} {'threads' if threads > 1 else 'thread'}")
        by_threads[threads] = played / _median_seconds(partial(futures.play, policy, played, seed, threads=threads), repeats)
    tell("mesa.batch_run with one process a core")
    benchmark.batch_run(scenario, 1, seed, 1)  # loads every rule that Mesa's agents call; the processes inherit them
    runs = MESA_A_CORE * futures.cores()
    mesa_seconds = _median_seconds(lambda: benchmark.batch_run(scenario, runs, seed, weeks, futures.cores()), repeats)
    tell("a stored batch")
    stored, share = storing(scenario, weeks, seed, played, 3 * repeats)
    memory = []
    for size in sizes:
        tell(f"memory of {size:,} futures")
        memory.append(memory_of(size))
    return Scaling(scenario.name, weeks, futures.cores(), by_threads, runs / mesa_seconds, stored, share, memory)


def counts(cores: int) -> list[int]:
    """Numbers of threads: one, doubled as far as there are cores, and all cores."""
    return sorted({*(1 << power for power in range(cores.bit_length()) if 1 << power <= cores), cores})


def storing(scenario: Scenario, weeks: int, seed: int, played: int, repeats: int) -> tuple[float, float]:
    """Stored futures a second, and by what share storing adds to the processor time of playing; each the median of pairs."""
    seconds, shares = [], []
    for _ in range(repeats):
        bare = _processor_seconds(partial(futures.play, futures.Policy(scenario, weeks), played, seed))
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            kept = _processor_seconds(partial(_store, Path(folder) / "store", scenario.name, weeks, seed, played))
            seconds.append(time.perf_counter() - started)
        shares.append(kept / bare - 1.0)
    return played / median(seconds), median(shares)


def _store(folder: Path, name: str, weeks: int, seed: int, played: int) -> None:
    """A batch of one policy: a scenario that is its own baseline."""
    from ..batch.batch import begin
    from ..batch.experiment import Request

    begin(Request([name], baseline=name, runs=played, seed=seed, weeks=weeks), folder)


def memory_of(size: int, weeks: int = MEMORY_WEEKS) -> Memory:
    """A batch of so many futures in a process of its own, which tells its peak."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [*this_python(), "-m", __name__, str(size), str(weeks), folder], capture_output=True, text=True, check=True
        )
        return Memory(size, **json.loads(done.stdout))


def _peak() -> float:
    """Peak resident memory of this process, MiB."""
    import resource

    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest / (MEBIBYTE if sys.platform == "darwin" else 1024)


def _median_seconds(work: Callable[[], object], repeats: int) -> float:
    seconds = []
    for _ in range(repeats):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return median(seconds)


def _processor_seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    asked_size, asked_weeks, asked_folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    began = time.perf_counter()
    _store(asked_folder / "store", load(BASELINE).name, asked_weeks, 1, asked_size)
    took = time.perf_counter() - began
    on_disk = sum(path.stat().st_size for path in asked_folder.rglob("*.parquet")) / MEBIBYTE
    json.dump({"peak": _peak(), "disk": on_disk, "seconds": took}, sys.stdout)
