"""Shards played on a Dask cluster: workers only compute, this process alone writes, so no shared disk is needed.

A worker that dies loses nothing: its shards are played again elsewhere, and since a shard's rows follow from its job, to the same
bytes. How clusters are started on SLURM or Kubernetes stands in docs/batches.md.
"""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from ...agents.names import DeclarationError
from .work import Done, Job, do

if TYPE_CHECKING:
    import distributed

PATIENCE = 15.0
"""Seconds to wait for the scheduler, and for the first worker."""
LOUD = ("distributed", "tornado")
"""Packages that log what goes wrong with a connection."""
RETRIES = 5
"""How often a shard is tried again on other workers if what plays it raises; dying with a worker is counted by Dask itself."""


class ClusterError(DeclarationError):
    """A cluster that cannot be used: the text is one line."""


GONE = (OSError, TimeoutError, RuntimeError, CancelledError)
"""What Dask raises of a scheduler that is not there any more."""


@contextmanager
def _told_in_a_line() -> Iterator[None]:
    """Raise ClusterError if the scheduler has gone."""
    try:
        yield
    except GONE as error:
        raise ClusterError(f"the cluster is gone ({type(error).__name__}: {error}); what was finished is kept") from None


class Cluster:
    """Workers of a Dask cluster, for one batch. Each process compiles or loads the rules once, at its first shard.

    `address` is the scheduler's (tcp://node1:8786), or a `distributed.Client` that is connected.
    """

    def __init__(self, address: "str | distributed.Client"):
        try:
            import distributed
        except ImportError:
            raise ClusterError("a cluster needs Dask: pip install 'reassure[cluster]'") from None
        self._owned = isinstance(address, str)
        if self._owned:
            _quieten()
        try:
            client: Any = distributed.Client(address, timeout=PATIENCE) if self._owned else address
            self._client: distributed.Client = client
            # a cluster that is handed over may still stand in a queue, however long
            self._client.wait_for_workers(1, timeout=PATIENCE if self._owned else None)
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterError(f"no cluster with a worker at {address}: {error}") from None
        self._pool: Executor = self._client.get_executor(pure=False, retries=RETRIES)

    @property
    def width(self) -> int:
        """How many shards the workers there are now can play at once."""
        with _told_in_a_line():
            return max(1, sum(self._client.nthreads().values()))

    def submit(self, job: Job, advance: Callable[[int], object]) -> "Future[Done]":
        """Have a shard played; `advance` is told of all its futures when it comes back."""
        handed_over: Future[Done] = Future()
        with _told_in_a_line():
            played = self._pool.submit(do, job)
        played.add_done_callback(lambda played: _hand_over(played, handed_over, job, advance))
        return handed_over

    def stop(self) -> None:
        """Let go of everything under way, and of the scheduler if the connection is our own."""
        with suppress(*GONE):
            self._pool.shutdown(wait=False)
            if self._owned:
                self._client.close()


def _quieten() -> None:
    """Keep Dask, and Tornado below it, from printing tracebacks about a connection that is our own: our line says it.

    Each logger has a level of its own, so it does not help to set that of the topmost.
    """
    for name in (*LOUD, *logging.root.manager.loggerDict):
        if name.split(".")[0] in LOUD:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _hand_over(played: "Future[Done]", handed_over: "Future[Done]", job: Job, advance: Callable[[int], object]) -> None:
    """Give a shard to whoever waits for it, or say in one line why there is none."""
    name = job.shard.name
    if played.cancelled():
        handed_over.set_exception(ClusterError(f"the cluster let go of {name}; what was finished is kept"))
        return
    failure = played.exception()
    if failure is None:
        advance(job.shard.rows)
        handed_over.set_result(played.result())
    elif isinstance(failure, DeclarationError):
        handed_over.set_exception(failure)
    else:
        told = f"{type(failure).__name__}: {failure}"
        handed_over.set_exception(ClusterError(f"the cluster gave up on {name} ({told}); what was finished is kept"))
