"""One process at a time writes in a store. The lock goes with the process that holds it, however that ends."""

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .refusal import StoreError

LOCK = ".lock"
HELD = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES})
"""What the system answers if another process has the lock; any other answer is of a drive that cannot lock."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a store. Raises StoreError, naming the holder, if another process has it.

    Where files cannot be locked (Windows, some network drives) nothing is held.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        file = (folder / LOCK).open("a+", encoding="utf-8", errors="replace")
    except OSError as error:
        raise StoreError(f"cannot write in {folder}: {error.strerror or error}") from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in HELD:
                file.seek(0)
                holder = file.read(200).strip() or "another process"
                raise StoreError(f"{folder} is being written by {holder}; wait for it or stop it") from None
        with suppress(OSError):  # the lock is held, even where there is no room left to say by whom
            os.ftruncate(file.fileno(), 0)
            os.write(file.fileno(), f"process {os.getpid()} on {socket.gethostname()}".encode())
        yield
