"""Text for people on a page: paragraphs wrapped to the width, and lines that nothing may wrap.

No word is broken, and no command within a sentence; what a terminal would obey is shown as an escape; no blanks stand at the ends
of lines, where they would travel in pipes.
"""

import re

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from ...agents.names import printable
from .command_line import UNBROKEN, unbroken

NARROWEST = 20
"""Columns of a paragraph on however narrow a page."""
BLANK = " "
WORD = re.compile(" *[^ ]+ *")


def shown(text: str | Text, style: str = "") -> Text:
    """A text as it may be printed: line breaks stay, and nothing else that a terminal would obey."""
    body = Text(text, style=style) if isinstance(text, str) else text.copy()
    clean = "\n".join(map(printable, body.plain.split("\n")))
    return body if clean == body.plain else Text(clean, style=body.style)


def wrapped(text: str | Text, room: int, style: str = "") -> list[Text]:
    """A text as lines of at most `room` columns, unless a word or a command is longer."""
    body = shown(text, style)
    body.plain = unbroken(body.plain)
    lines = [part for each in body.split("\n", allow_blank=True) for part in each.divide(_breaks(each.plain, max(NARROWEST, room)))]
    for part in lines:
        part.rstrip()
        part.plain = part.plain.replace(UNBROKEN, " ")
    return lines


def _breaks(text: str, room: int) -> list[int]:
    """Where a new line begins: at each word that would reach beyond the room."""
    found, width = [], 0
    for word in WORD.finditer(text):
        if width and width + cell_len(word[0].rstrip(BLANK)) > room:
            found.append(word.start())
            width = 0
        width += cell_len(word[0])
    return found


def paragraph(out: Console, text: str | Text, indent: int = 0, hang: int = 0, style: str = "") -> None:
    """Print a paragraph indented by `indent` columns, its second and later lines by `hang` more."""
    for number, words in enumerate(wrapped(text, out.width - indent - hang, style)):
        out.print(Text(" " * (indent + (hang if number else 0))) + words, soft_wrap=True)


def line(out: Console, text: str | Text, style: str = "") -> None:
    """Print a line that is longer than the page rather than wrapped: what is to be pasted, or names a file."""
    out.print(shown(text, style), soft_wrap=True)
