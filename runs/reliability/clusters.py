"""A cluster that loses a worker, and one that loses its scheduler, while a batch is played on it."""

import importlib.util
import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..console.interpreter import this_python
from ..console.status import REFUSED
from .ordeal import BATCH, Ordeal, Reference, carried_out, ended, reassure, shards_in

WORKERS = 2
PATIENCE = 300.0
"""Seconds for a cluster to start, and for the first shard to be there."""


def has_dask() -> bool:
    """Whether a cluster can be had here."""
    return importlib.util.find_spec("distributed") is not None


def worker_killed(undisturbed: Reference, scratch: Path) -> Ordeal:
    """A worker dies: the batch goes on without a word and comes to its end."""
    return _one_killed("worker killed", 1, False, undisturbed, scratch)


def scheduler_killed(undisturbed: Reference, scratch: Path) -> Ordeal:
    """The scheduler dies: one line says so, and `resume` goes on here."""
    return _one_killed("scheduler killed", 0, True, undisturbed, scratch)


def _one_killed(name: str, victim: int, refused: bool, undisturbed: Reference, scratch: Path) -> Ordeal:
    store = scratch / "store"
    with _cluster(scratch) as (address, processes):
        batch = reassure(*BATCH, "--out", store, "--scheduler", address)
        _wait_for(lambda: shards_in(store))
        processes[victim].kill()
        left = len(shards_in(store))
        errors = batch.communicate()[1]
    as_it_should = (batch.returncode == REFUSED and errors.count("\n") == 1) if refused else batch.returncode == 0
    wrong = "" if as_it_should else f"status {batch.returncode}, it said {errors!r}"
    return ended(name, "with the first shard", left, store, undisturbed.batch, carried_out("resume", store), wrong)


@contextmanager
def _cluster(scratch: Path) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """The address of a scheduler, and the processes of it and of its workers."""
    contact = scratch / "scheduler.json"
    scratch.mkdir(parents=True, exist_ok=True)
    scheduler: list[object] = [
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
        "--scheduler-file",
        contact,
    ]
    processes = [_started(scratch, *scheduler)]
    try:
        _wait_for(lambda: contact.exists() and contact.stat().st_size)
        address = json.loads(contact.read_text(encoding="utf-8"))["address"]
        processes += [
            _started(scratch, "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard") for _ in range(WORKERS)
        ]
        yield address, processes
    finally:
        for process in processes:
            process.send_signal(signal.SIGKILL)
            process.wait()


def _started(folder: Path, *words: object) -> subprocess.Popen:
    quiet = subprocess.DEVNULL
    return subprocess.Popen([*this_python(), "-m", *map(str, words)], cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet)


def _wait_for(there: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not there():
        if time.monotonic() > end:
            raise TimeoutError(f"nothing happened within {PATIENCE:g} seconds")
        time.sleep(0.05)
