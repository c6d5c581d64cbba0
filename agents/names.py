"""Names and values that people type: the refusal that says what would have been right."""

import difflib
import unicodedata
from collections.abc import Iterable

LONGEST_MESSAGE = 400
"""Characters of a refusal that are shown; what was typed may be of any length."""

LONGEST_LIST = 12
"""How many names a refusal lists when none is close; of a longer list it shows the least far."""


class DeclarationError(ValueError):
    """A name or value that does not fit what is declared; the text is one line and says what would be right."""

    def __init__(self, message: str):
        super().__init__(one_line(message))


def printable(text: str) -> str:
    """`text` with every letter that a terminal would obey instead of show written as an escape."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def plain(text: str) -> str:
    """A title or a sentence that somebody wrote, as one line of letters that can be shown; what cannot stands as an escape."""
    return printable(" ".join(text.split()))


def one_line(text: str) -> str:
    """`text` as one printable line of bounded length, whatever a file or a command line put into it."""
    line = printable(" ".join(text.split()))
    if len(line) > LONGEST_MESSAGE:
        half = LONGEST_MESSAGE // 2
        return f"{line[:half]} ... {line[-half:]}"
    return line


def folded(name: str) -> str:
    """A name as it is compared and typed: small letters without accents, so that turkiye is Türkiye."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(letter))


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint naming the declared word closest to `word`, or what there is when nothing is close."""
    folded = {name.casefold(): name for name in known}
    sought = word.casefold()[:100]
    close = difflib.get_close_matches(sought, folded, n=1, cutoff=0.5)
    parts = [name for name in folded if sought and sought in name]
    if len(parts) == 1:
        close = parts
    if close:
        return f"did you mean {folded[close[0]]!r}?"
    if len(folded) <= LONGEST_LIST:
        return "there are: " + ", ".join(folded.values())
    return "the least far are: " + ", ".join(folded[name] for name in difflib.get_close_matches(sought, folded, n=5, cutoff=0))
