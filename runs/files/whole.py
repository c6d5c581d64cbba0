"""Files that are whole or not there: written beside their place, made durable, then renamed into it."""

import errno
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from ...agents.names import DeclarationError

UNFINISHED = ".part"
"""Ends the name of a file that is still being written."""
CANNOT = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOTTY, errno.EBADF})
"""What a drive answers that cannot do what it is asked for; what was written is none the worse for it."""
WAITS = (0.02, 0.1, 0.5)
"""Seconds between the tries to rename a file that another program, such as a virus scanner, has open."""


class CannotWriteError(DeclarationError):
    """A file that cannot be written: the text is one line."""


def write_whole(path: Path, content: bytes | str) -> None:
    """Write a file so that, killed at any moment, it is there whole or not at all; text as UTF-8.

    Raises CannotWriteError, in one line, if it cannot be written; what was there before is then left.
    """
    draft = path.with_name(path.name + UNFINISHED)
    try:
        with draft.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            _sync(file.fileno())
        put_in_place(draft, path)
        make_durable(path.parent)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise CannotWriteError(f"cannot write {path}: {error.strerror or error}") from None


def check_file(path: Path | None) -> None:
    """Make sure, before the work begins, that `write_whole` can write this file of --out; makes nothing itself. None is nowhere.

    Raises CannotWriteError in one line.
    """
    if path is None:
        return
    try:
        if path.is_dir():
            raise CannotWriteError(f"--out: {path} is a folder, not a file")
        if path.exists() and not path.is_file():  # a device or a pipe, which a file would take the place of
            raise CannotWriteError(f"--out: {path} is not a regular file")
        parent = path.absolute().parent
        if not parent.is_dir():
            raise CannotWriteError(f"--out: {parent} is not a folder")
        with tempfile.TemporaryFile(dir=parent):
            pass
        path.with_name(path.name + UNFINISHED).lstat()  # asks whether the name of the draft is one that a file can have
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        if isinstance(error, CannotWriteError):
            raise
        raise CannotWriteError(f"--out: cannot write {path}: {getattr(error, 'strerror', None) or error}") from None


def put_in_place(draft: Path, path: Path) -> Path:
    """Rename a file, over one that is there already; where access is denied (Windows: somebody has it open), try a few times."""
    for wait in WAITS:
        try:
            return draft.replace(path)
        except PermissionError:
            time.sleep(wait)
    return draft.replace(path)


def make_durable(folder: Path) -> None:
    """Have the system keep the names in a folder, where it can be asked to."""
    if hasattr(os, "O_DIRECTORY"):
        try:
            opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except PermissionError:  # a folder that may be written and not read
            return
        try:
            _sync(opened)
        finally:
            os.close(opened)


def _sync(opened: int) -> None:
    """Have the system write what it holds of an opened file or folder, if the drive knows how."""
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno not in CANNOT:
            raise


def sweep_out(folder: Path) -> None:
    """Delete what a killed process left half-written."""
    for draft in folder.glob("*" + UNFINISHED):
        draft.unlink(missing_ok=True)
