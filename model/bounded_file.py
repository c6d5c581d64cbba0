"""Files of others, read only if they are files, and no further than they can reasonably go on."""

import stat
from pathlib import Path

from ..agents.names import DeclarationError


class CannotReadError(DeclarationError):
    """A file that cannot be read: the text is one line."""


def content_of(path: Path, largest: int) -> bytes:
    """What is in a file of at most so many bytes.

    Raises FileNotFoundError if there is none, and CannotReadError for what is no file (a pipe would be waited for, a device
    never ends), for what is larger, and for what the system refuses.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise CannotReadError(f"{path} is a folder")
        if not stat.S_ISREG(found.st_mode):
            raise CannotReadError(f"{path} is not a regular file")
        if found.st_size > largest:
            raise CannotReadError(f"{path} is larger than {largest:,} bytes")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise FileNotFoundError(path) from None
    except CannotReadError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte in it, or with what is no letter
        reason = getattr(error, "strerror", None) or "no file can have such a name"
        raise CannotReadError(f"cannot read {path}: {reason}") from None
