"""Commands that are said to people: they must do what they say when they are pasted into a shell."""

import os
import re
import shlex
from pathlib import Path

COMMAND = re.compile(r"\breassure(?: [a-z]+)(?: [A-Z][A-Z0-9]+\b)*")
"""A command within a sentence, such as `reassure resume DIR`."""
UNBROKEN = "\N{NO-BREAK SPACE}"


def command(*words: object) -> str:
    """`reassure` with these words, each quoted as a shell needs it; letters that cannot be shown as bash and zsh spell them."""
    return " ".join(["reassure", *map(_quoted, words)])


def _quoted(said: object) -> str:
    word = f"./{said}" if isinstance(said, Path) and str(said).startswith("-") else str(said)
    if word.isprintable():
        return shlex.quote(word)
    letters = (
        letter if letter.isprintable() else "".join(f"\\x{byte:02x}" for byte in os.fsencode(letter))
        for letter in word.replace("\\", "\\\\").replace("'", "\\'")
    )
    return f"$'{''.join(letters)}'"


def unbroken(text: str) -> str:
    """`text` with the blanks of its commands such that no line breaks there."""
    return COMMAND.sub(lambda found: found[0].replace(" ", UNBROKEN), text)
