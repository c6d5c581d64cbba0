"""One process at a time writes in a store. The lock goes with the process that holds it, however that ends."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .refusal import StoreError

LOCK = ".lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a store. Raises StoreError, naming the holder, if another process has it.

    Where the system cannot lock files (Windows) nothing is held.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        file = (folder / LOCK).open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(f"cannot write in {folder}: {error.strerror or error}") from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            holder = file.read(200).strip() or "another process"
            raise StoreError(f"{folder} is being written by {holder}; wait for it or stop it") from None
        file.seek(0)
        file.truncate()
        file.write(f"process {os.getpid()} on {socket.gethostname()}")
        file.flush()
        yield
