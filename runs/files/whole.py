"""Files that are whole or not there: written beside their place, made durable, then renamed into it."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from ...agents.names import DeclarationError

UNFINISHED = ".part"
"""Ends the name of a file that is still being written."""


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
            os.fsync(file.fileno())
        draft.replace(path)
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


def make_durable(folder: Path) -> None:
    """Have the system keep the names in a folder, where it can be asked to."""
    if hasattr(os, "O_DIRECTORY"):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def sweep_out(folder: Path) -> None:
    """Delete what a killed process left half-written."""
    for draft in folder.glob("*" + UNFINISHED):
        draft.unlink(missing_ok=True)
