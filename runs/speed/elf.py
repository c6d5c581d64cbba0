"""The symbols of compiled code: which functions it holds and which names it asks others for. Only what Numba writes on Linux."""

import struct
from collections.abc import Iterator
from typing import NamedTuple

MAGIC = b"\x7fELF"
SECTIONS = "<Q10xHH"
"""In the header of a file, from byte 40 on: where the sections are described, how long a description is and how many there are."""
SECTION = "<IIQQQQIIQQ"
SYMBOL = "<IBBHQQ"
TABLE_OF_SYMBOLS = 2
KIND = 0xF
FUNCTION = 2


class Symbol(NamedTuple):
    """One name in a table of symbols."""

    name: str
    section: int
    """Number of the section it lies in; 0 if it lies elsewhere."""
    place: int
    """Where in that section it begins, in bytes."""
    is_function: bool


def symbols(content: bytes) -> Iterator[Symbol]:
    """The named symbols of every ELF object within some bytes, such as a file of Numba's cache."""
    start = content.find(MAGIC)
    while start >= 0:
        sections, size, count = struct.unpack_from(SECTIONS, content, start + 0x28)
        headers = [struct.unpack_from(SECTION, content, start + sections + size * index) for index in range(count)]
        for _, kind, _, _, offset, length, link, _, _, entry in headers:
            if kind == TABLE_OF_SYMBOLS:
                names = start + headers[link][4]
                for place in range(start + offset, start + offset + length, entry):
                    name, info, _, section, value, _ = struct.unpack_from(SYMBOL, content, place)
                    if name:
                        text = content[names + name : content.index(b"\0", names + name)].decode()
                        yield Symbol(text, section, value, info & KIND == FUNCTION)
        start = content.find(MAGIC, start + 1)
