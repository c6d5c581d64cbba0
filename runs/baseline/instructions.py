"""How many instructions a future costs, counted by valgrind: unlike time, they are the same whatever else the machine does.

The same program is counted playing few futures and many; what starting costs falls out of the difference. Two things would spoil
the count. Valgrind hides some of the processor, so that the rules would be compiled anew under it: they are compiled for one kind
of processor, before it and under it alike. And threads that wait for linear algebra spin: there is only one.
"""

import os
import platform
import re
import shutil
import subprocess
import sys

from ...agents.names import one_line
from ...agents.rule_cache import rule_cache
from ...model.scenario import load
from ..console.interpreter import this_python
from ..ensemble.futures import Policy, play

FEW, MANY = 10, 1_510
"""Futures played in the two counts."""
SCENARIO = "limited_reassurance_force"
SEED = 1
PROCESSORS = {"x86_64": "x86-64-v3", "AMD64": "x86-64-v3"}
"""The processor compiled for, by kind of machine: what servers and laptops have had since 2013 and valgrind plays; else any."""
PROCESSOR = PROCESSORS.get(platform.machine(), "generic")
ENVIRONMENT = {
    "NUMBA_CPU_NAME": PROCESSOR,
    "NUMBA_CPU_FEATURES": "",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}
COUNTER = ("--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
COUNTED = re.compile(r"\bI +refs: +([\d,]+)")
"""What cachegrind says in the end."""


class NotCountedError(RuntimeError):
    """Instructions cannot be counted here; the text says why."""


def instructions_a_future(scenario: str = SCENARIO) -> int:
    """Instructions that a future of this scenario costs in one thread, the rules compiled before. One to two minutes.

    Raises NotCountedError where valgrind is missing or fails, or where compiled rules cannot be kept.
    """
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise NotCountedError("valgrind is not installed here")
    if rule_cache().folder is None:
        raise NotCountedError("compiled rules cannot be kept here, and compiling under valgrind takes hours")
    _finish(_start([], scenario, 1))  # compiles
    counts = [_start([valgrind, *COUNTER], scenario, futures) for futures in (FEW, MANY)]
    try:
        few, many = (_count(_finish(each)) for each in counts)
    finally:
        for each in counts:
            each.kill()
    return round((many - few) / (MANY - FEW))


def _start(counter: list[str], scenario: str, futures: int) -> subprocess.Popen:
    """A process of its own that plays so many futures."""
    return subprocess.Popen(
        [*counter, *this_python(), "-m", __name__, scenario, str(futures)],
        env={**os.environ, **ENVIRONMENT},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def _finish(process: subprocess.Popen) -> str:
    """What the process said of itself."""
    _, said = process.communicate()
    if process.returncode != 0:
        raise NotCountedError(f"playing ended with status {process.returncode}: {_last_line(said)}")
    return said


def _count(said: str) -> int:
    found = COUNTED.search(said)
    if found is None:
        raise NotCountedError(f"valgrind gave no count: {_last_line(said)}")
    return int(found[1].replace(",", ""))


def _last_line(said: str) -> str:
    return one_line(said.strip().rpartition("\n")[2])


if __name__ == "__main__":
    play(Policy(load(sys.argv[1])), int(sys.argv[2]), SEED, threads=1)
