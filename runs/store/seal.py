"""A seal: the checksum of a file that stands within it, reckoned over every byte with its own place filled with noughts.

Parquet has checksums of its own, of pages alone: a bit that flips in a page's header, or in the footer with its names, offsets,
counts of what is empty and statistics, gives other answers in silence. A checksum in a file beside it would be left behind by a
copy, and one in a list of all shards would have that list written anew with every shard, and out of step with them when killed
between the two. Within the file it goes where the file goes, and is there as soon as the file is. It guards against chance, not
against somebody who writes a new one.
"""

import hashlib

KEY = "reassure.checksum"
"""Under this key of Parquet's own metadata stands the checksum."""
UNSEALED = "0" * 64
"""What stands there until it is known."""
MARK = KEY.encode() + b"\x18\x40"
"""How a footer writes the key, and that a text of 64 letters follows."""


def sealed(content: bytes) -> bytes:
    """A Parquet file that holds UNSEALED under KEY, with its checksum in that place."""
    start, end = _place(content)
    if content[start:end] != UNSEALED.encode():
        raise ValueError("there is no room for a seal")
    return content[:start] + _checksum(content, start, end) + content[end:]


def has_seal(content: bytes) -> bool:
    """Whether there is a seal at all."""
    return MARK in content


def is_whole(content: bytes) -> bool:
    """Whether every bit of a sealed file is as it was written."""
    start, end = _place(content)
    return content[start:end] == _checksum(content, start, end)


def _place(content: bytes) -> tuple[int, int]:
    """Where the checksum stands; the footer is the last part of a file."""
    start = content.rfind(MARK) + len(MARK)
    return start, start + len(UNSEALED)


def _checksum(content: bytes, start: int, end: int) -> bytes:
    view = memoryview(content)
    found = hashlib.sha256(view[:start])
    found.update(UNSEALED.encode())
    found.update(view[end:])
    return found.hexdigest().encode()
